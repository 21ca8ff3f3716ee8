package engine_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather/fetch"
	"github.com/isnad-news/isnad/gather/fetch/fetchtest"
)

// One gathering over the whole battery of hostile servers and files: each is
// refused or read as its case says, none reaches what it must not, and the sound
// source beside them is read.
func TestHostile(t *testing.T) {
	served := fetchtest.Serve(t, fetchtest.Cases())
	d := newDesk(t)
	d.clock = time.Now()
	patience := 2 * time.Second
	if raced { // the servers are as slow as what asks them
		patience = 15 * time.Second
	}
	client := fetch.New(fetch.Options{Allow: served.Allow, Resolver: served.Resolver, Timeout: patience, Delay: -1, Retries: -1, Clock: fetchtest.NewClock(d.clock)})
	defer client.Close()

	good := isnad.FollowedSource{Name: "good", Addresses: []string{served.Good}}
	var sources []isnad.FollowedSource
	var files []string
	for i, target := range served.Targets {
		if i == len(served.Targets)/2 {
			sources = append(sources, good)
		}
		if target.File != "" {
			files = append(files, target.File)
			continue
		}
		sources = append(sources, isnad.FollowedSource{Name: target.Name, Addresses: []string{target.URL}})
	}
	added := make(map[string]int) // reports by source or file
	told := func(one engine.Taken) {
		if one.Outcome == isnad.Added {
			name, _, _ := strings.Cut(one.Source, "#")
			added[name]++
		}
	}
	unread, err := d.engine.GatherFiles(t.Context(), d.store, nil, files, told)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.engine.Follow(t.Context(), d.store, client, sources, engine.FollowOptions{Told: told})
	if err != nil {
		t.Fatal(err)
	}
	if added["good"] != 2 {
		t.Errorf("the sound source gave %d reports, want 2", added["good"])
	}
	if n := served.Trapped(); n > 0 {
		t.Errorf("%d connections to what must not be reached", n)
	}
	for _, target := range served.Targets {
		t.Run(target.Name, func(t *testing.T) { d.ended(t, target, added, unread) })
	}
	problems, err := d.store.Check(t.Context())
	if err != nil || len(problems) > 0 {
		t.Errorf("the store is not sound: %v %v", problems, err)
	}
	var memory runtime.MemStats
	if runtime.ReadMemStats(&memory); memory.Sys > 2<<30 {
		t.Errorf("took %d MiB", memory.Sys>>20)
	}
}

// ended checks that one case ended as it says.
func (d *desk) ended(t *testing.T, target fetchtest.Target, added map[string]int, unread error) {
	stand := func(address string) isnad.Fetch {
		stand, err := d.store.Fetch(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		return stand
	}
	refused := target.Want != ""
	switch target.Level {
	case fetchtest.Archive:
		if told := unread != nil && strings.Contains(unread.Error(), target.File); told != refused {
			t.Errorf("told as a problem: %v, want %v", told, refused)
		}
	case fetchtest.Page:
		if problem := stand(target.URL).Problem; problem != "" {
			t.Errorf("the feed that names the page: %s", problem)
		}
		if refused && added[target.Name] > 0 || !refused && added[target.Name] == 0 {
			t.Errorf("%d reports; the page: %q", added[target.Name], stand(target.Page).Problem)
		}
	case fetchtest.Feed:
		// What an index lists may be refused; the index itself is told about
		// only if it is.
		problem := stand(target.URL).Problem
		if refused && problem == "" || !refused && strings.HasPrefix(problem, target.URL) {
			t.Errorf("problem %q, want one: %v", problem, refused)
		}
	case fetchtest.Fetch:
		if refused && stand(target.URL).Problem == "" {
			t.Error("no problem is told")
		}
	}
}
