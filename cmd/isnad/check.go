package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/terminal"
)

type checkCommand struct {
	storeFlag
	JSON bool `help:"Print one JSON object."`
}

// Help is what isnad check --help says below its first line.
func (checkCommand) Help() string {
	return `Reads the whole store: that the file is sound, that every digest is that of its
bytes, that every fact lies in its text, that every report stands in the search
index. Ends with 1 if anything is wrong.`
}

// Run checks the store and prints what it holds and what is wrong with it.
func (c *checkCommand) Run(ctx context.Context, io streams) (err error) {
	store, err := c.read(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	problems, err := store.Check(ctx)
	if err != nil {
		return err
	}
	totals, err := store.Totals(ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		err = json.NewEncoder(io.out).Encode(checked{Sound: len(problems) == 0, Problems: append([]string{}, problems...), Totals: count(totals)})
	} else {
		_, err = fmt.Fprint(io.out, totalsText(c.Store, totals, problems))
	}
	if err != nil {
		return unwritable("standard output", err)
	}
	if len(problems) > 0 {
		return isnad.Errorf(isnad.Invalid, c.Store, "%d things are wrong", len(problems)).
			WithHint("keep the file, and restore a backup or import an export into a new store")
	}
	return nil
}

// checked is what --json prints.
type checked struct {
	Sound    bool     `json:"sound"`
	Problems []string `json:"problems"`
	Totals   counts   `json:"totals"`
}

type counts struct {
	Articles  int    `json:"articles"`
	Versions  int    `json:"versions"`
	Annotated int    `json:"annotated"`
	Snapshots int    `json:"snapshots"`
	Unread    int    `json:"unread"`
	Forgotten int    `json:"forgotten"`
	Stories   int    `json:"stories"`
	Entities  int    `json:"entities"`
	Entries   int    `json:"entries"`
	Sources   int    `json:"sources"`
	From      string `json:"from"`
	To        string `json:"to"`
	Bytes     int64  `json:"bytes"`
}

func count(t isnad.Totals) counts {
	return counts{t.Articles, t.Versions, t.Docs, t.Snapshots, t.Unread, t.Forgotten, t.Stories, t.Entities, t.Entries, t.Sources, t.From, t.To, t.Bytes}
}

// totalsText says what a store holds and what is wrong with it.
func totalsText(name string, t isnad.Totals, problems []string) string {
	text := fmt.Sprintf("%s: %s in %s, %s annotated, %.1f MB\n", terminal.Clean(name), counted(t.Articles, "report"), counted(t.Versions, "version"), thousands(t.Docs), float64(t.Bytes)/1e6)
	if t.From != "" {
		text += fmt.Sprintf("published %s to %s\n", t.From, t.To)
	}
	text += fmt.Sprintf("%s, %s without a report; %s forgotten\n", counted(t.Snapshots, "snapshot"), thousands(t.Unread), counted(t.Forgotten, "report"))
	text += fmt.Sprintf("%s; %s followed\n", counted(t.Stories, "story"), counted(t.Sources, "source"))
	if len(problems) == 0 {
		return text + "all is well\n"
	}
	for _, problem := range problems {
		text += "wrong: " + problem + "\n"
	}
	return text
}

// counted writes a number with its noun: "1 story", "2 stories".
func counted(n int, noun string) string {
	if n != 1 {
		noun = strings.TrimSuffix(noun, "y") + map[bool]string{true: "ies", false: "s"}[strings.HasSuffix(noun, "y")]
	}
	return thousands(n) + " " + noun
}
