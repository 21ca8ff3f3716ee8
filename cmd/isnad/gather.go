package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/store/sqlite"
)

type gatherCommand struct {
	What  []string `arg:"" optional:"" name:"source" help:"Names of followed sources, addresses, files, folders, archives (zip, WARC, JSON lines), or \"-\"; nothing for all followed sources."`
	Watch bool     `help:"Keep going: check each source when it is due, until interrupted."`
	All   bool     `help:"Check also sources that are not due yet."`
	JSON  bool     `help:"Print one JSON object a line for each snapshot, once it is on the disk."`
	storeFlag
	sourcesFlag
	webFlags
	factsFlag
}

// Help is what isnad gather --help says below its first line.
func (gatherCommand) Help() string {
	return `Reads what is new into the store: the raw bytes, the report, and the facts read
from it. What is there already is passed over, so that the same command can be
given again at any time, also after it was killed.

Sources are listed in sources.toml (isnad sources add). Only http and https
addresses of public hosts are fetched; robots.txt is kept to; one host is asked
one thing at a time.

With --watch each report joins its story, or opens one, as it is stored; else
isnad collate makes the stories.`
}

// Run gathers and says how much was new.
func (c *gatherCommand) Run(ctx context.Context, io streams) (err error) {
	files, sources, mistakes := c.sort()
	if mistakes != nil && len(files)+len(sources) == 0 {
		return mistakes
	}
	reader, err := c.engine(gather.Options{})
	if err != nil {
		return err
	}
	open := c.make
	if c.Watch {
		open = c.makePatient
	}
	store, err := open(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	count := newTally(io, c.JSON)
	if slices.ContainsFunc(sources, func(source isnad.FollowedSource) bool { return source.Name != "" }) {
		count.nothing = "no source is due yet; --all checks them now"
	}
	problems, err := c.gather(ctx, reader, store, io, files, sources, count)
	count.end()
	switch {
	case errors.Is(err, context.Canceled):
		return isnad.Errorf(isnad.Invalid, "", "interrupted: what was told as stored is stored").WithHint("the same command goes on from there")
	case err != nil:
		return errors.Join(problems, err)
	}
	problems = errors.Join(mistakes, problems, count.mistakes())
	if problems != nil && count.stored()+count.checks > 0 {
		return partial{problems}
	}
	return problems
}

func (c *gatherCommand) gather(ctx context.Context, reader *engine.Engine, store *sqlite.Store, io streams, files []string, sources []isnad.FollowedSource, count *tally) (problems, err error) {
	if len(files) > 0 {
		if problems, err = reader.GatherFiles(ctx, store, io.in, files, count.told); err != nil {
			return problems, err
		}
	}
	if len(sources) == 0 && !c.Watch {
		return problems, nil
	}
	web := c.client()
	defer web.Close()
	options := engine.FollowOptions{All: c.All, Told: count.told, Checked: count.checked, Missed: count.missed}
	if len(c.What) == 0 {
		if err := store.PutSources(ctx, sources); err != nil {
			return problems, err
		}
	}
	if c.Watch {
		list := func() ([]isnad.FollowedSource, error) { _, sources, err := c.sort(); return sources, err }
		desk, err := reader.Desk(ctx, store)
		if err != nil {
			return problems, err
		}
		return problems, reader.Watch(ctx, desk.Keeper(store), web, list, options, func(err error) { report(io.err, err) })
	}
	more, err := reader.Follow(ctx, store, web, sources, options)
	return errors.Join(problems, more), err
}

// sort tells files from sources among what was named. An address that no source
// has is a source of its own.
func (c *gatherCommand) sort() (files []string, sources []isnad.FollowedSource, err error) {
	followed, err := c.load(len(c.What) == 0)
	if len(c.What) == 0 {
		return nil, followed, err
	}
	for _, what := range c.What {
		found := false
		for _, source := range followed {
			if source.Name == what {
				sources, found = append(sources, source), true
			}
		}
		switch {
		case found:
		case strings.HasPrefix(what, "http://") || strings.HasPrefix(what, "https://"):
			sources = append(sources, isnad.FollowedSource{Addresses: []string{what}})
		default:
			files = append(files, what)
		}
	}
	return files, sources, err
}

// tally counts what becomes of snapshots and tells it.
type tally struct {
	lock     sync.Mutex
	counts   map[isnad.Outcome]int
	progress *progress
	out      *json.Encoder // nil unless each one is told
	checks   int
	failures int
	gone     int      // listed pages that are gone or forbidden
	factless int      // reports that no facts could be read from
	problems []string // why, of the first ones
	unread   []string // why there is no report in the first snapshots without
	lost     error    // what kept a snapshot from being told
	nothing  string   // what is said at the end if nothing was read
}

func newTally(io streams, each bool) *tally {
	t := &tally{counts: make(map[isnad.Outcome]int), progress: newProgress(io.err), nothing: "nothing new"}
	if each {
		t.out = json.NewEncoder(io.out)
		t.out.SetEscapeHTML(false)
	}
	return t
}

// takenLine is what --json prints of a snapshot.
type takenLine struct {
	Outcome isnad.Outcome `json:"outcome"`
	Source  string        `json:"source"`
	Article string        `json:"article,omitempty"`
	Version string        `json:"version,omitempty"`
	Title   string        `json:"title,omitempty"`
	Outlet  string        `json:"outlet,omitempty"`
	Problem string        `json:"problem,omitempty"`
}

func (t *tally) told(one engine.Taken) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.counts[one.Outcome]++
	if one.Outcome == isnad.Unread && len(t.unread) < mostUnread {
		t.unread = append(t.unread, one.Problem)
	}
	if one.Article != "" && one.Problem != "" {
		if t.factless++; len(t.problems) < mostMistakes {
			t.problems = append(t.problems, one.Problem)
		}
	}
	if t.out != nil {
		if err := t.out.Encode(takenLine(one)); err != nil && t.lost == nil {
			t.lost = unwritable("standard output", err)
		}
	}
	t.progress.tell(t.line)
}

func (t *tally) missed(isnad.Fetch) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.gone++
}

func (t *tally) checked(stand isnad.Fetch) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.checks++
	if stand.Problem != "" {
		t.failures++
	}
	t.progress.tell(t.line)
}

// stored is how many snapshots were put into the store.
func (t *tally) stored() int {
	n := 0
	for _, count := range t.counts {
		n += count
	}
	return n
}

// mostUnread is how many snapshots without a report are named.
const mostUnread = 5

// mostMistakes is how many reports without facts are told one by one.
const mostMistakes = 10

// mistakes tells of reports that are stored and whose facts could not be read.
func (t *tally) mistakes() error {
	var errs []error
	for _, problem := range t.problems {
		errs = append(errs, isnad.Errorf(isnad.Invalid, "", "%s", problem).WithHint("the report is stored; please tell the project of it"))
	}
	if more := t.factless - len(errs); more > 0 {
		errs = append(errs, isnad.Errorf(isnad.Invalid, "", "%d more reports gave no facts", more))
	}
	return errors.Join(append(errs, t.lost)...)
}

func (t *tally) line() string {
	n := t.stored()
	line := fmt.Sprintf("%s new, %s edited", thousands(t.counts[isnad.Added]), thousands(t.counts[isnad.Edited]))
	for _, other := range []struct {
		outcome isnad.Outcome
		words   string
	}{{isnad.Same, "the same as before"}, {isnad.Unread, "without a report"}, {isnad.Forgotten, "forgotten before"}} {
		if count := t.counts[other.outcome]; count > 0 {
			line += fmt.Sprintf(", %s %s", thousands(count), other.words)
		}
	}
	if t.checks > 0 {
		line += fmt.Sprintf("; %s, %d failed", counted(t.checks, "check"), t.failures)
	}
	if t.gone > 0 {
		line += fmt.Sprintf(", %s gone or forbidden", counted(t.gone, "listed page"))
	}
	return line + t.progress.pace(n)
}

func (t *tally) end() {
	t.lock.Lock()
	defer t.lock.Unlock()
	if t.stored() == 0 && t.checks == 0 {
		t.progress.end(t.nothing)
		return
	}
	t.progress.end(t.line())
	for _, problem := range t.unread {
		t.progress.end("no report: " + problem)
	}
}

// thousands writes n with commas: 31,030.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
