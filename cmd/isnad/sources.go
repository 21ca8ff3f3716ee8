package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather/feeds"
	"github.com/isnad-news/isnad/gather/sources"
	"github.com/isnad-news/isnad/show/terminal"
)

// sourcesCommands are the verbs of isnad sources.
type sourcesCommands struct {
	Add    sourcesAdd    `cmd:"" help:"Find the feed of an address, show what it gives, and follow it."`
	List   sourcesList   `cmd:"" help:"List the followed sources and how they stand."`
	Check  sourcesCheck  `cmd:"" help:"Fetch each source now and say what is wrong, without reading its reports."`
	Remove sourcesRemove `cmd:"" help:"Follow a source no longer; what was read of it stays."`
	Import sourcesImport `cmd:"" help:"Add the feeds of an OPML file."`
	Export sourcesExport `cmd:"" help:"Print the list as OPML."`
}

type sourcesAdd struct {
	Address  string        `arg:"" help:"A feed, a sitemap, or a page that names one."`
	Name     string        `placeholder:"NAME" help:"The outlet's name; that of the feed if not given."`
	Country  string        `placeholder:"ISO3" help:"Country as ISO 3166 alpha-3, such as SAU."`
	Language string        `placeholder:"ar|en" help:"Language of most reports; that of the feed if not given."`
	Kind     string        `default:"site" placeholder:"KIND" help:"What it is: ${kinds}."`
	Interval time.Duration `placeholder:"TIME" help:"Time between two checks, such as 30m; 15m if not given."`
	DryRun   bool          `help:"Show what would be taken and add nothing."`
	sourcesFlag
	webFlags
}

// Run finds the feed, shows it and adds it to the list.
func (c *sourcesAdd) Run(ctx context.Context, io streams) error {
	web := c.client()
	defer web.Close()
	address, feed, err := engine.New(engine.Options{}).Find(ctx, web, c.Address)
	if err != nil {
		return err
	}
	source := isnad.FollowedSource{
		Name: c.Name, Addresses: []string{address}, Country: strings.ToUpper(c.Country), Lang: isnad.Lang(c.Language),
		Kind: isnad.SourceKind(c.Kind), Interval: c.Interval,
	}
	if source.Name == "" {
		source.Name = feed.Title
	}
	if source.Name == "" {
		source.Name = hostOf(address)
	}
	if source.Lang == isnad.UnknownLang {
		source.Lang = feed.Lang
	}
	if _, err := fmt.Fprint(io.out, feedText(source, feed)); err != nil {
		return unwritable("standard output", err)
	}
	if c.DryRun {
		return nil
	}
	if err := sources.Append(c.Sources, source); err != nil {
		return err
	}
	fmt.Fprintf(io.err, "isnad: added to %s; isnad gather reads it\n", terminal.Clean(c.Sources))
	return nil
}

// mostShown is how many items of a feed are shown before it is followed.
const mostShown = 5

// feedText says what following a feed would take.
func feedText(source isnad.FollowedSource, feed *feeds.Feed) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", isolated(source.Name))
	fmt.Fprintf(&b, "  %s at %s\n", kindOf(feed), source.Addresses[0])
	if len(feed.Sitemaps) > 0 {
		fmt.Fprintf(&b, "  an index of %d sitemaps\n", len(feed.Sitemaps))
	}
	fmt.Fprintf(&b, "  %d reports listed\n", len(feed.Items))
	for _, item := range feed.Items[:min(len(feed.Items), mostShown)] {
		title := item.Title
		if title == "" {
			title = item.URL
		}
		fmt.Fprintf(&b, "    %-16s  %s\n", dayOf(item), isolated(title))
	}
	for _, note := range feed.Notes {
		fmt.Fprintf(&b, "  note: %s\n", terminal.Clean(note))
	}
	return b.String()
}

func kindOf(feed *feeds.Feed) string {
	names := map[string]string{"rss": "RSS feed", "atom": "Atom feed", "json": "JSON feed", "sitemap": "sitemap", "sitemapindex": "sitemap index"}
	if name := names[feed.Kind]; name != "" {
		return name
	}
	return feed.Kind
}

func dayOf(item feeds.Item) string {
	switch {
	case item.Published.IsZero():
		return "no date"
	case item.Clock:
		return item.Published.Format("2006-01-02 15:04")
	}
	return item.Published.Format(time.DateOnly)
}

type sourcesCheck struct {
	Names []string `arg:"" optional:"" name:"name" help:"Names of sources; all if none is given."`
	sourcesFlag
	webFlags
}

// Run fetches the sources and says how each stands. Nothing is stored.
func (c *sourcesCheck) Run(ctx context.Context, io streams) error {
	followed, mistakes := c.load(true)
	if len(followed) == 0 {
		return mistakes
	}
	followed, err := named(followed, c.Names)
	if err != nil {
		return err
	}
	web := c.client()
	defer web.Close()
	finder := engine.New(engine.Options{})
	problems := each(mistakes)
	asked := len(problems)
	for _, source := range followed {
		for _, address := range source.Addresses {
			asked++
			_, feed, err := finder.Find(ctx, web, address)
			if err != nil {
				problems = append(problems, err)
				fmt.Fprintf(io.out, "failed  %s  %s\n", isolated(source.Name), address)
				continue
			}
			fmt.Fprintf(io.out, "ok      %s  %s: %d reports listed%s\n", isolated(source.Name), kindOf(feed), len(feed.Items), newest(feed))
		}
	}
	if len(problems) > 0 && len(problems) < asked {
		return partial{errors.Join(problems...)}
	}
	return errors.Join(problems...)
}

func newest(feed *feeds.Feed) string {
	var last time.Time
	for _, item := range feed.Items {
		if item.Published.After(last) {
			last = item.Published
		}
	}
	if last.IsZero() {
		return ", none dated"
	}
	return ", the newest of " + last.Format("2006-01-02 15:04")
}

// named picks sources by name.
func named(list []isnad.FollowedSource, names []string) ([]isnad.FollowedSource, error) {
	if len(names) == 0 {
		return list, nil
	}
	var picked []isnad.FollowedSource
	for _, name := range names {
		found := false
		for _, source := range list {
			if source.Name == name {
				picked, found = append(picked, source), true
			}
		}
		if !found {
			return nil, isnad.Errorf(isnad.NotFound, name, "no source of this name").WithHint("isnad sources list shows the names")
		}
	}
	return picked, nil
}

type sourcesRemove struct {
	Name string `arg:"" help:"Name of the source."`
	sourcesFlag
}

// Run takes a source off the list.
func (c *sourcesRemove) Run(io streams) error {
	if err := sources.Remove(c.Sources, c.Name); err != nil {
		return err
	}
	fmt.Fprintf(io.err, "isnad: %s is followed no longer\n", terminal.Clean(c.Name))
	return nil
}

type sourcesImport struct {
	File string `arg:"" help:"OPML file; \"-\" for standard input."`
	sourcesFlag
}

// Run adds the feeds of an OPML file to the list.
func (c *sourcesImport) Run(streams streams) error {
	var in io.Reader = streams.in
	if c.File != "-" {
		file, err := open(c.File)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	list, problems := sources.ReadOPML(c.File, in)
	added := 0
	for _, source := range list {
		if err := sources.Append(c.Sources, source); err != nil {
			problems = errors.Join(problems, err)
			continue
		}
		added++
	}
	fmt.Fprintf(streams.err, "isnad: %d sources added to %s\n", added, terminal.Clean(c.Sources))
	if problems != nil && added > 0 {
		return partial{problems}
	}
	return problems
}

type sourcesExport struct {
	sourcesFlag
}

// Run prints the list as OPML.
func (c *sourcesExport) Run(io streams) error {
	list, err := c.load(true)
	if err != nil {
		return err
	}
	if err := sources.WriteOPML(io.out, list); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

type sourcesList struct {
	JSON bool `help:"Print one JSON object a line for each source."`
	storeFlag
	sourcesFlag
}

// Run lists the sources with what the store knows of them.
func (c *sourcesList) Run(ctx context.Context, io streams) (err error) {
	followed, mistakes := c.load(true)
	if len(followed) == 0 && mistakes != nil {
		return mistakes
	}
	stands := make(map[string]isnad.Fetch)
	if c.exists() == nil {
		store, failed := c.read(ctx)
		if failed != nil {
			return failed
		}
		defer closing(store, &err)
		for _, source := range followed {
			for _, address := range source.Addresses {
				if stands[address], err = store.Fetch(ctx, address); err != nil {
					return err
				}
			}
		}
	}
	if c.JSON {
		encoder := json.NewEncoder(io.out)
		encoder.SetEscapeHTML(false)
		for _, source := range followed {
			if err := encoder.Encode(sourceLineOf(source, stands)); err != nil {
				return unwritable("standard output", err)
			}
		}
		return nil
	}
	if _, err := fmt.Fprint(io.out, sourcesText(followed, stands, time.Now())); err != nil {
		return unwritable("standard output", err)
	}
	if mistakes != nil {
		return partial{mistakes}
	}
	return nil
}
