package isnad

import (
	"context"
	"io"
	"iter"
	"time"
)

// What the consumers ask of a store, one interface each. A store keeps every
// promise of these comments whatever is killed and when: a call that returned
// without error is on the disk, one that did not has left no trace. All methods
// may be called by many goroutines at once; writes happen one after another.
// Lookups of what is not there give an [Error] of kind [NotFound], a store held
// by another writer [Conflict], a full disk [Full], a read-only one [Unreadable].

// Intake is what gathering and annotating made of one snapshot. It is stored as
// one: all of it or nothing.
type Intake struct {
	Snapshot Snapshot
	Article  *Article // nil if no report could be read out of the snapshot
	Doc      *Doc     // of Article; nil if it is not annotated yet
	Rules    string   // names the program and the lists that made Doc: two Docs of one Article and one Rules are equal
	Problem  string   // why there is no report, or why no facts were read from it; empty otherwise
	Fetch    *Fetch   // how fetching its address stands with it; nil for a record of an archive
}

// Outcome is what became of an Intake.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"     // an article that was not in the store
	Edited    Outcome = "edited"    // another version of one that was
	Same      Outcome = "same"      // a version that was there already; its snapshot is kept too
	Unread    Outcome = "unread"    // no report in it; its snapshot and problem are kept
	Forgotten Outcome = "forgotten" // an article with a tombstone: nothing of it was kept but the snapshot's digest
)

// Keeper is what gathering asks of a store.
type Keeper interface {
	// Seen returns those of the digests whose snapshots were put before,
	// whatever became of them.
	Seen(ctx context.Context, digests []string) (map[string]bool, error)
	// Put stores a batch in its order, as one: all of it or nothing. Outcomes
	// are in the order of the batch. What was put before changes nothing.
	Put(ctx context.Context, batch []Intake) ([]Outcome, error)
	// Fetch returns how fetching address stands; the zero value with Address
	// set if it never was fetched.
	Fetch(ctx context.Context, address string) (Fetch, error)
	PutFetch(ctx context.Context, fetch Fetch) error
}

// SourceKeeper is what following outlets asks of a store.
type SourceKeeper interface {
	// PutSources makes the list the followed sources. Those that are no longer
	// in it stay known to their articles and are not listed.
	PutSources(ctx context.Context, sources []FollowedSource) error
	// Sources lists the followed sources by name.
	Sources(ctx context.Context) ([]FollowedSource, error)
	// Fetches lists how the addresses of a source stand, by address; of all
	// sources if it is empty.
	Fetches(ctx context.Context, source string) ([]Fetch, error)
	// Due lists up to limit pages of a source whose Next is set and not after
	// now, the longest due first, those of one moment by address; those without
	// a source if it is empty. It costs as much as what it lists.
	Due(ctx context.Context, source string, now time.Time, limit int) ([]Fetch, error)
}

// DocKeeper is what annotating again asks of a store.
type DocKeeper interface {
	// Stale lists up to limit article versions without a doc or with one made by
	// other rules, in the order in which they were put.
	Stale(ctx context.Context, rules string, limit int) ([]*Article, error)
	// PutDocs stores docs of article versions that are in the store, as one,
	// each with its article: collating may have learned the day of an undated
	// report or which parts are boilerplate. The text stays what it is. Docs of
	// articles that were forgotten in the meantime are passed over.
	PutDocs(ctx context.Context, rules string, docs []*Doc) error
}

// Version is one version of a stored article.
type Version struct {
	Article  string // ID
	Version  string
	Snapshot string    // SHA-256 of the bytes it was read from
	Source   string    // of that snapshot, with its record
	Seen     time.Time // when the store took it in
	Title    string
	Outlet   string
	Current  bool // the version that was put last
}

// Days is a range of days of publication, both included, as 2006-01-02. An
// empty bound is open. Articles without a date are in a range that is open on
// both sides or says so.
type Days struct {
	From, To string
	Undated  bool // articles without a date too
}

// Reader is what showing and collating ask of a store. Current versions are
// meant where none is named.
type Reader interface {
	// Article returns a version of an article; the current one if version is
	// empty.
	Article(ctx context.Context, id, version string) (*Article, error)
	// Doc returns the doc of a version; NotFound if it is not annotated.
	Doc(ctx context.Context, id, version string) (*Doc, error)
	// Versions lists the versions of an article, the earliest put first.
	Versions(ctx context.Context, id string) ([]Version, error)
	// EditedArticles lists the IDs of articles with more than one version, by ID.
	EditedArticles(ctx context.Context) ([]string, error)
	// Docs gives the docs of the current versions that came out in days, by
	// article ID.
	Docs(ctx context.Context, days Days) iter.Seq2[*Doc, error]
	// Snapshot returns what came in, by its digest.
	Snapshot(ctx context.Context, digest string) (Snapshot, error)
	// Totals counts what is there.
	Totals(ctx context.Context) (Totals, error)
}

// Totals counts what a store holds.
type Totals struct {
	Articles, Versions, Docs, Snapshots, Unread, Forgotten int
	Stories, Entities, Entries, Sources                    int
	From, To                                               string // days of publication of the first and the last; empty if none is known
	Bytes                                                  int64  // on the disk
}

// RecordKeeper is what collating asks of a store.
type RecordKeeper interface {
	// PutRecord stores the stories of a record, each with its entities,
	// witnesses, entries and commitments, in place of all stored stories that
	// hold one of its articles.
	PutRecord(ctx context.Context, record *Record) error
	// Stories lists the stored stories that touch days, the latest first, with
	// Articles empty.
	Stories(ctx context.Context, days Days) ([]Story, error)
	// Record returns one story as a record of its own.
	Record(ctx context.Context, story StoryID) (*Record, error)
	// Companions lists the IDs of the articles, these left out, that stand in a
	// stored story with one of these, ascending, each once.
	Companions(ctx context.Context, articles []string) ([]string, error)
}

// Searcher finds articles by their words.
type Searcher interface {
	// Search returns up to limit articles whose current versions hold all words
	// of the query, the best first. Words are compared as folded stems, in both
	// languages; words between double quotation marks must follow one another.
	Search(ctx context.Context, query string, limit int) ([]Hit, error)
}

// Hit is an article found by its words.
type Hit struct {
	Article *Article
	Spans   []Span // of the words found in its text, ordered; the first few
}

// Warden is what looking after a store asks of it.
type Warden interface {
	// Check reads the whole store and returns what is wrong with it, a line
	// each; empty if all is well.
	Check(ctx context.Context) (problems []string, err error)
	// Backup writes a whole copy of the store, as it stands at one moment, to a
	// file that must not exist. Writing goes on meanwhile.
	Backup(ctx context.Context, file string) error
	// Export writes everything as JSON lines, the same store always as the same
	// bytes (docs/export.md).
	Export(ctx context.Context, w io.Writer) error
	// Import reads what Export wrote into the store; what is there already
	// stays. The whole of it or nothing.
	Import(ctx context.Context, r io.Reader) error
	// Forget takes an article out: its versions, snapshots, docs, words and the
	// stories that hold it. A tombstone with its ID, when and why stays, so that
	// it is never taken in again. It returns the IDs of the other articles of
	// these stories, so that they can be collated again; also together with an
	// error of kind Conflict, which says that the article is forgotten and that
	// somebody who reads keeps traces of it from being wiped out: calling again
	// does that, and returns no companions any more.
	Forget(ctx context.Context, article, why string) (companions []string, err error)
}
