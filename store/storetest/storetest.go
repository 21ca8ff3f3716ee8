// Package storetest holds the promises of a store as tests: every store runs
// [Run] in its own tests. Reports in it are invented.
package storetest

import (
	"context"
	"testing"

	"github.com/isnad-news/isnad"
)

// Store is everything that a store can be asked.
type Store interface {
	isnad.Keeper
	isnad.SourceKeeper
	isnad.DocKeeper
	isnad.Reader
	isnad.RecordKeeper
	isnad.Searcher
	isnad.Warden
	Close() error
}

// Place is where one store lives: opening it again finds what was put before.
type Place interface {
	// Open opens the store; the test closes it.
	Open(t *testing.T) Store
	// File is the name of a file that is not there, for a backup, and a way to
	// open such a backup.
	File() string
	OpenFile(t *testing.T, file string) Store
}

// promises are the tests by name.
var promises = []struct {
	name string
	test func(*testing.T, Place)
}{
	{"put", testPut},
	{"twice changes nothing", testTwice},
	{"edited", testEdited},
	{"a text comes back", testComesBack},
	{"one batch", testOneBatch},
	{"unread", testUnread},
	{"all or nothing", testAllOrNothing},
	{"cancelled", testCancelled},
	{"reopened", testReopened},
	{"fetches", testFetches},
	{"due pages", testDue},
	{"sources", testSources},
	{"stale docs", testStale},
	{"docs in days", testDays},
	{"docs while writing", testDocsWhileWriting},
	{"not found", testNotFound},
	{"totals", testTotals},
	{"stories", testStories},
	{"stories replaced", testStoriesReplaced},
	{"briefs of stories", testBriefs},
	{"records while writing", testRecordsWhileWriting},
	{"former stories lead on", testFormer},
	{"beginning of an ID", testPrefix},
	{"companions", testCompanions},
	{"standing stories", testStanding},
	{"story of articles not stored", testStoryOfNothing},
	{"story keeps its layers", testStoryKeepsLayers},
	{"search", testSearch},
	{"search by fields", testSearchFields},
	{"search shows statements", testSearchStatements},
	{"search by other names", testSearchOtherNames},
	{"search of edited", testSearchEdited},
	{"queries", testQueries},
	{"forget", testForget},
	{"forgotten stays forgotten", testStaysForgotten},
	{"backup", testBackup},
	{"export and import", testExport},
	{"export after versions flipped", testExportFlipped},
	{"export of commas", testExportCommas},
	{"import into some", testImportSome},
	{"import that waits", testImportWaits},
	{"bad import", testBadImport},
	{"many at once", testConcurrent},
}

// Run tests a store. place gives each promise an empty one.
func Run(t *testing.T, place func(t *testing.T) Place) {
	for _, promise := range promises {
		t.Run(promise.name, func(t *testing.T) { promise.test(t, place(t)) })
	}
}

// open opens a store that is closed, and sound, at the end of the test.
func open(t *testing.T, place Place) Store {
	t.Helper()
	return watched(t, place.Open(t))
}

func watched(t *testing.T, store Store) Store {
	t.Helper()
	t.Cleanup(func() {
		problems, err := store.Check(context.Background()) // the test's own context is over
		if err != nil || len(problems) > 0 {
			t.Errorf("check: %q, error %v", problems, err)
		}
		if err := store.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return store
}
