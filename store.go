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
	// hold one of its articles. The ID of a story that vanishes leads on to the
	// new story with most of its articles, the one with the least ID if there are
	// several. It stays with an article that is there: when stories are replaced
	// again it leads to the one with that article. IDs in Story.Was lead to their
	// story likewise. The ID of a stored story leads to that story alone.
	PutRecord(ctx context.Context, record *Record) error
	// Stories lists the stored stories that match, the latest first, by their
	// last day, then their first, then by ID.
	Stories(ctx context.Context, match StoryMatch) ([]StoryBrief, error)
	// Records gives the stories that Stories lists, in that order, each as a
	// record of its own; one that is no more when its turn comes is passed over. It holds one record at a time, and no lock while the loop's body runs.
	Records(ctx context.Context, match StoryMatch) iter.Seq2[*Record, error]
	// Story returns what Stories tells of one story. An ID that it had before, or
	// that of a story which it took in, leads to it; so does the beginning of an
	// ID, of MinStoryPrefix letters or more, that leads to no other story. The
	// error is Invalid if it leads to several.
	Story(ctx context.Context, story StoryID) (StoryBrief, error)
	// Record returns one story as a record of its own. Its ID may be one that
	// leads on, as for Story.
	Record(ctx context.Context, story StoryID) (*Record, error)
	// Standing lists the stored stories that hold one of these articles, by ID.
	Standing(ctx context.Context, articles []string) ([]Standing, error)
	// Companions lists the IDs of the articles, these left out, that stand in a
	// stored story with one of these, ascending, each once.
	Companions(ctx context.Context, articles []string) ([]string, error)
}

// Standing is a stored story by what stands in it.
type Standing struct {
	Story    StoryID
	Articles []string  // IDs, ascending
	Was      []StoryID // IDs that lead to it, ascending
}

// MinStoryPrefix is how many letters of a story's ID, its "s" included, are
// enough where they lead to one story alone.
const MinStoryPrefix = 4

// StoryBrief is what a list tells of a stored story.
type StoryBrief struct {
	Story              Story           // without Articles and Why; Was holds all IDs that lead to it
	Titles             map[Lang]string // the first title in each language, in story order; verbatim
	Reports, Witnesses int
	Outlets            []string // of the reports, each once, in story order
	Langs              []Lang   // of the reports, each once, in story order
	Statements, Events int      // entries of each kind
	Commitments        int
	Open               int // commitments that are open or overdue
}

// StoryMatch says which stories are meant: those of which everything in it
// holds; the zero value means all.
type StoryMatch struct {
	Days   Days        // a story that touches them; one without days where an article without a date is
	Entity []Condition // stories in which a current version names them all; see EntityName
	Open   bool        // stories with a commitment that is open or overdue
	Limit  int         // how many at most, the latest; all if it is not positive
}

// Searcher finds articles by their words, and by who and what they tell of.
type Searcher interface {
	// Find returns the articles whose current versions match the query. Words
	// are compared as folded stems, in both languages. With words to look for
	// the best come first, and of equals the latest; with speakers too, before
	// them those in which the speakers say such words. Without words the latest
	// come first, those without a date last. Articles that are not annotated have no speakers,
	// entities and events. In a stored story, the names that other reports of it
	// give someone find the article too.
	Find(ctx context.Context, query Query) ([]Hit, error)
	// Count is how many articles Find finds if nothing limits it; it ends at
	// MostCounted, which stands for as many or more. Query.Limit does not count.
	Count(ctx context.Context, query Query) (int, error)
}

// MostCounted is how far a [Searcher] counts.
const MostCounted = 10_000

// Hit is an article that was found.
type Hit struct {
	Article    *Article
	Doc        *Doc    // nil if the article is not annotated
	Story      StoryID // empty if it stands in none
	Spans      []Span  // of the words found in its text, ordered; the first few
	Statements []int   // indexes into Doc.Statements, ascending: what the speakers asked for say, of that what holds a word found if any does; if no speaker was asked for, what holds a word found
	Events     []int   // indexes into Doc.Events, ascending: those of a type asked for
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
