package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/show/terminal"
)

type changesCommand struct {
	Article string `arg:"" optional:"" help:"ID or address of a report; all edited reports are listed if none is given."`
	JSON    bool   `help:"Print one JSON object a line."`
	storeFlag
}

// Help is what isnad changes --help says below its first line.
func (changesCommand) Help() string {
	return `An outlet that edits a report keeps its address, so the store keeps its ID and
every version. With an ID, each version is shown with what it changed: passages
and statements that appeared, vanished or were reworded.`
}

// Run lists edited reports, or the changes of one.
func (c *changesCommand) Run(ctx context.Context, io streams) (err error) {
	store, err := c.read(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	ids := []string{articleID(c.Article)}
	if c.Article == "" {
		if ids, err = store.EditedArticles(ctx); err != nil {
			return err
		}
		if len(ids) == 0 && !c.JSON {
			fmt.Fprintln(io.err, "isnad: no stored report was edited")
		}
	}
	for _, id := range ids {
		edits, err := engine.Edits(ctx, store, id)
		if err != nil {
			return err
		}
		if err := c.print(io, edits); err != nil {
			return unwritable("standard output", err)
		}
	}
	return nil
}

func (c *changesCommand) print(io streams, edits []engine.Edit) error {
	if c.JSON {
		encoder := json.NewEncoder(io.out)
		encoder.SetEscapeHTML(false)
		for _, edit := range edits {
			if err := encoder.Encode(editLineOf(edit)); err != nil {
				return err
			}
		}
		return nil
	}
	text := listText(edits)
	if c.Article != "" {
		text = editsText(edits)
	}
	_, err := fmt.Fprint(io.out, text)
	return err
}

// editLine is what --json prints of one version.
type editLine struct {
	Article            string       `json:"article"`
	Version            string       `json:"version"`
	Seen               time.Time    `json:"seen"`
	Current            bool         `json:"current"`
	Title              string       `json:"title"`
	Outlet             string       `json:"outlet"`
	PassagesGone       []string     `json:"passages_gone"`
	PassagesCome       []string     `json:"passages_come"`
	PassagesReworded   [][2]string  `json:"passages_reworded"`
	StatementsVanished []speechLine `json:"statements_vanished"`
	StatementsAppeared []speechLine `json:"statements_appeared"`
	StatementsReworded [][2]string  `json:"statements_reworded"`
}

type speechLine struct {
	Speaker string `json:"speaker"`
	Words   string `json:"words"`
}

func editLineOf(e engine.Edit) editLine {
	line := editLine{
		Article: e.Version.Article, Version: e.Version.Version, Seen: e.Version.Seen.UTC(), Current: e.Version.Current, Title: e.Version.Title, Outlet: e.Version.Outlet,
		PassagesGone: []string{}, PassagesCome: []string{}, PassagesReworded: [][2]string{},
		StatementsVanished: []speechLine{}, StatementsAppeared: []speechLine{}, StatementsReworded: [][2]string{},
	}
	for _, i := range e.Change.Gone {
		line.PassagesGone = append(line.PassagesGone, e.Before.Words(e.Before.Article.Parts[i].Span))
	}
	for _, i := range e.Change.Come {
		line.PassagesCome = append(line.PassagesCome, e.After.Words(e.After.Article.Parts[i].Span))
	}
	for _, pair := range e.Change.RewordedParts {
		line.PassagesReworded = append(line.PassagesReworded, [2]string{
			e.Before.Words(e.Before.Article.Parts[pair.Before].Span), e.After.Words(e.After.Article.Parts[pair.After].Span)})
	}
	for _, i := range e.Change.Vanished {
		line.StatementsVanished = append(line.StatementsVanished, speechLine{speakerOf(e.Before, i), spoken(e.Before, i)})
	}
	for _, i := range e.Change.Appeared {
		line.StatementsAppeared = append(line.StatementsAppeared, speechLine{speakerOf(e.After, i), spoken(e.After, i)})
	}
	for _, pair := range e.Change.RewordedSpeech {
		line.StatementsReworded = append(line.StatementsReworded, [2]string{spoken(e.Before, pair.Before), spoken(e.After, pair.After)})
	}
	return line
}

// listText is a line on an edited report.
func listText(edits []engine.Edit) string {
	last := edits[len(edits)-1]
	change := last.Change
	return fmt.Sprintf("%s  %d versions, last %s  %s: %s\n    last edit: %s\n", last.Version.Article, len(edits), last.Version.Seen.Format("2006-01-02 15:04"),
		isolated(last.Version.Outlet), isolated(last.Version.Title),
		fmt.Sprintf("passages +%d −%d ~%d, statements +%d −%d ~%d", len(change.Come), len(change.Gone), len(change.RewordedParts),
			len(change.Appeared), len(change.Vanished), len(change.RewordedSpeech)))
}

// editsText shows every version of a report with what it changed.
func editsText(edits []engine.Edit) string {
	var b strings.Builder
	for i, e := range edits {
		current := ""
		if e.Version.Current {
			current = " · current"
		}
		fmt.Fprintf(&b, "version %d of %s · %s · seen %s%s\n", i+1, e.Version.Article, e.Version.Version, e.Version.Seen.Format("2006-01-02 15:04"), current)
		fmt.Fprintf(&b, "  %s: %s\n", isolated(e.Version.Outlet), isolated(e.Version.Title))
		if i > 0 {
			b.WriteString(changeText(e))
		}
	}
	return b.String()
}

func changeText(e engine.Edit) string {
	if e.Change.None() {
		return "  nothing that is told apart: spelling or spaces alone\n"
	}
	var b strings.Builder
	line := editLineOf(e)
	for _, words := range line.PassagesGone {
		fmt.Fprintf(&b, "  - %s\n", isolated(words))
	}
	for _, words := range line.PassagesCome {
		fmt.Fprintf(&b, "  + %s\n", isolated(words))
	}
	for _, pair := range line.PassagesReworded {
		fmt.Fprintf(&b, "  ~ %s\n  → %s\n", isolated(pair[0]), isolated(pair[1]))
	}
	for _, speech := range line.StatementsVanished {
		fmt.Fprintf(&b, "  statement vanished: %s: %s\n", isolated(speech.Speaker), isolated(speech.Words))
	}
	for _, speech := range line.StatementsAppeared {
		fmt.Fprintf(&b, "  statement appeared: %s: %s\n", isolated(speech.Speaker), isolated(speech.Words))
	}
	for _, pair := range line.StatementsReworded {
		fmt.Fprintf(&b, "  statement reworded: %s\n                    → %s\n", isolated(pair[0]), isolated(pair[1]))
	}
	return b.String()
}

func speakerOf(doc *isnad.Doc, i int) string {
	var names []string
	for _, speaker := range doc.Statements[i].Speakers {
		switch {
		case speaker.Entity >= 0:
			names = append(names, doc.Entities[speaker.Entity].Names[0])
		case speaker.Text != "":
			names = append(names, speaker.Text)
		default:
			names = append(names, "unnamed")
		}
	}
	return terminal.Clean(strings.Join(names, ", "))
}

func spoken(doc *isnad.Doc, i int) string {
	var words []string
	for _, content := range doc.Statements[i].Content {
		words = append(words, doc.Words(content))
	}
	return strings.Join(words, " … ")
}
