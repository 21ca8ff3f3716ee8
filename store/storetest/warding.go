package storetest

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/isnad-news/isnad"
)

// exported is the store as text.
func exported(t *testing.T, store Store) string {
	t.Helper()
	var out strings.Builder
	if err := store.Export(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// roundTrip imports what store exports into an empty one and exports it again.
func roundTrip(t *testing.T, store Store, place Place) Store {
	t.Helper()
	before := exported(t, store)
	other := watched(t, place.OpenFile(t, place.File()))
	if err := other.Import(t.Context(), strings.NewReader(before)); err != nil {
		t.Fatal(err)
	}
	same(t, "export of the import", before, exported(t, other))
	return other
}

// filled is a store with some of everything.
func filled(t *testing.T, place Place) Store {
	t.Helper()
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	put(t, store, isnad.Unread, unread("<html>"), unread("\xff\xfe"), unread(""))
	put(t, store, isnad.Edited, harbour.edited("the harbour would open on Tuesday").intake("b.zip"))
	putRecord(t, store, record(true, mina, harbour))
	putRecord(t, store, record(true, bridge))
	if err := store.PutSources(t.Context(), []isnad.FollowedSource{{Name: "Mawj", Addresses: []string{"https://mawj.example/feed"}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Forget(t.Context(), undated.article().ID, "asked by its author"); err != nil {
		t.Fatal(err)
	}
	return store
}

func testForget(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"))
	put(t, store, isnad.Edited, harbour.edited("the harbour would open on Tuesday").intake("b.zip"))
	putRecord(t, store, record(true, harbour, mina))
	putRecord(t, store, record(true, bridge))
	id := harbour.article().ID
	companions, err := store.Forget(t.Context(), id, "asked")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "companions", []string{mina.article().ID}, companions)
	for name, err := range map[string]error{
		"article":  second(store.Article(t.Context(), id, "")),
		"version":  second(store.Article(t.Context(), id, harbour.article().Version)),
		"doc":      second(store.Doc(t.Context(), id, "")),
		"versions": second(store.Versions(t.Context(), id)),
		"snapshot": second(store.Snapshot(t.Context(), harbour.intake("a.zip").Snapshot.SHA256)),
		"story":    second(store.Record(t.Context(), record(true, harbour, mina).Stories[0].ID)),
	} {
		fails(t, name, err, isnad.NotFound)
	}
	for _, query := range []string{"harbour", "speaker:Strell", "outlet:Mawj from:2031-05-03 to:2031-05-03"} {
		if hits := find(t, store, query); len(hits) != 0 {
			t.Errorf("%s: %d hits", query, len(hits))
		}
	}
	left := exported(t, store)
	for _, word := range []string{"Strell", "harbour would", "Tuesday", `"b.zip"`} {
		if strings.Contains(left, word) {
			t.Errorf("%q is left", word)
		}
	}
	if companions, err = store.Forget(t.Context(), id, "again"); err != nil || len(companions) != 0 {
		t.Errorf("forgotten twice: companions %v, error %v", companions, err)
	}
	same(t, "forgotten twice", left, exported(t, store))
	if got := names(t, store, isnad.Days{}); len(got) != 1 {
		t.Errorf("stories %v, want the bridge", got)
	}
}

func testStaysForgotten(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	if _, err := store.Forget(t.Context(), harbour.article().ID, "asked"); err != nil {
		t.Fatal(err)
	}
	put(t, store, isnad.Forgotten, harbour.intake("a.zip"), harbour.intake("b.zip"), harbour.edited("it would not").intake("c.zip"))
	if err := store.PutDocs(t.Context(), rules, []*isnad.Doc{harbour.doc()}); err != nil {
		t.Errorf("doc of a forgotten article: %v", err)
	}
	digest := harbour.intake("b.zip").Snapshot.SHA256
	seen, err := store.Seen(t.Context(), []string{digest})
	if err != nil || !seen[digest] {
		t.Errorf("seen %v, error %v", seen, err)
	}
	if left := exported(t, store); strings.Contains(left, "Strell") {
		t.Error("its text is left")
	}
	roundTrip(t, store, place)
}

func testBackup(t *testing.T, place Place) {
	store := filled(t, place)
	file := place.File()
	stop, done := make(chan struct{}), make(chan error)
	started := make(chan struct{})
	go func() { // writing goes on meanwhile
		for i := 0; ; i++ {
			_, err := store.Put(t.Context(), []isnad.Intake{bridge.edited(fmt.Sprintf("bridge %d was closed", i)).intake("w.zip")})
			if i == 0 {
				close(started)
			}
			select {
			case <-stop:
				done <- err
				return
			default:
			}
			if err != nil {
				<-stop
				done <- err
				return
			}
		}
	}()
	<-started
	err := store.Backup(t.Context(), file)
	close(stop)
	if written := <-done; err != nil || written != nil {
		t.Fatalf("backup: %v, writing: %v", err, written)
	}
	fails(t, "over a file", store.Backup(t.Context(), file), isnad.Conflict)
	backup := watched(t, place.OpenFile(t, file))
	article, err := backup.Article(t.Context(), mina.article().ID, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "article of the backup", mina.article(), article)
	put(t, backup, isnad.Same, harbour.intake("a.zip"))
}

func testExport(t *testing.T, place Place) {
	store := filled(t, place)
	same(t, "exported twice", exported(t, store), exported(t, store))
	other := roundTrip(t, store, place)
	before := exported(t, store)
	if err := other.Import(t.Context(), strings.NewReader(before)); err != nil {
		t.Fatal(err)
	}
	same(t, "imported twice", before, exported(t, other))
	for _, s := range []Store{store, other} {
		put(t, s, isnad.Same, harbour.intake("a.zip"))
		put(t, s, isnad.Forgotten, undated.intake("c.zip"))
		for _, query := range []string{"Tuesday", "speaker:Strell Tuesday", "outlet:mawj entity:strell"} {
			if hits := find(t, s, query); len(hits) != 1 {
				t.Errorf("%s: %d hits", query, len(hits))
			}
		}
	}
}

func testExportFlipped(t *testing.T, place Place) {
	store := filled(t, place)
	put(t, store, isnad.Edited, harbour.intake("c.zip"))
	put(t, store, isnad.Edited, bridge.edited("it was open").intake("c.zip"))
	other := roundTrip(t, store, place)
	article, err := other.Article(t.Context(), harbour.article().ID, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "current version", harbour.article(), article)
}

// What bounds the elements of JSON takes no bytes of a snapshot for them.
func testExportCommas(t *testing.T, place Place) {
	store := open(t, place)
	commas := strings.Repeat(",", 3<<20)
	put(t, store, isnad.Unread, unread(commas), unread("\xff"+commas), unread(`"\`+commas))
	other := roundTrip(t, store, place)
	snapshot, err := other.Snapshot(t.Context(), hexOf([]byte(commas), 64))
	if err != nil || string(snapshot.Bytes) != commas {
		t.Errorf("%d bytes, error %v", len(snapshot.Bytes), err)
	}
}

// Others write while an import waits for what it reads.
func testImportWaits(t *testing.T, place Place) {
	before := exported(t, filled(t, place))
	first, rest, _ := strings.Cut(before, "\n")
	file := place.File()
	store, beside := watched(t, place.OpenFile(t, file)), watched(t, place.OpenFile(t, file))
	in, out := io.Pipe()
	done := make(chan error, 1)
	go func() {
		err := store.Import(t.Context(), in)
		_ = in.CloseWithError(err)
		done <- err
	}()
	if _, err := io.WriteString(out, first+"\n"); err != nil {
		t.Fatal(err)
	}
	own := report{"https://lamp.example/own", "Lamp", "Own", "Adela Korrin", "it was hers", "2031-01-01"}
	put(t, beside, isnad.Added, own.intake("own.zip"))
	_, err := io.WriteString(out, rest)
	if err := errors.Join(err, out.Close(), <-done); err != nil {
		t.Fatal(err)
	}
	for _, one := range []report{own, mina} {
		if _, err := store.Article(t.Context(), one.article().ID, ""); err != nil {
			t.Error(err)
		}
	}
}

func testImportSome(t *testing.T, place Place) {
	store := filled(t, place)
	before := exported(t, store)
	some := watched(t, place.OpenFile(t, place.File()))
	put(t, some, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"))
	own := report{"https://lamp.example/own", "Lamp", "Own", "Adela Korrin", "it was hers", "2031-01-01"}
	put(t, some, isnad.Added, own.intake("own.zip"), undated.intake("a.zip"))
	if err := some.Import(t.Context(), strings.NewReader(before)); err != nil {
		t.Fatal(err)
	}
	for _, one := range []report{harbour, mina, bridge, own, undated} {
		article, err := some.Article(t.Context(), one.article().ID, "")
		if err != nil {
			t.Fatal(err)
		}
		same(t, "what was there stays", one.article(), article)
	}
	// A store with the beginning of an export becomes the whole of it.
	lines := strings.SplitAfter(before, "\n")
	twin := watched(t, place.OpenFile(t, place.File()))
	for range 2 {
		if err := twin.Import(t.Context(), strings.NewReader(strings.Join(lines, ""))); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "the whole", before, exported(t, twin))
}

func testBadImport(t *testing.T, place Place) {
	good := exported(t, filled(t, place))
	lines := strings.SplitAfter(strings.TrimSuffix(good, "\n"), "\n")
	store := watched(t, place.OpenFile(t, place.File()))
	empty := exported(t, store)
	join := func(lines ...string) string { return strings.Join(lines, "") }
	for name, text := range map[string]string{
		"nothing":           "",
		"no header":         join(lines[1:]...),
		"cut":               join(lines[:len(lines)-1]...),
		"a line twice":      join(lines[0], lines[1], join(lines[1:]...)),
		"a line lost":       join(lines[0], join(lines[2:]...)),
		"more after it":     good + lines[1],
		"not JSON":          join(lines[0], "{\n"),
		"two things":        join(lines[0], `{"Source":{"Name":"A"},"Fetch":{"Address":"x"}}`+"\n"),
		"unknown name":      join(lines[0], `{"Source":{"Name":"A","Colour":"red"}}`+"\n"),
		"another text":      strings.Replace(good, "Jonas Veld said", "Jonas Held said", 1),
		"span outside":      strings.Replace(good, `"End":`, `"End":9`, 1),
		"digest of nothing": strings.Replace(good, `{"Snapshot":{"SHA256":"`, `{"Snapshot":{"SHA256":"0`, 1),
		"no speaker":        strings.ReplaceAll(good, `"Speakers":`, `"Addressee":`),
		"no current":        strings.ReplaceAll(good, `"Current":true,`, ""),
	} {
		err := store.Import(t.Context(), strings.NewReader(text))
		if name == "no header" || name == "nothing" {
			if err == nil {
				t.Errorf("%s: imported", name)
			}
		} else {
			fails(t, name, err, isnad.Invalid)
		}
		same(t, name, empty, exported(t, store))
	}
	fails(t, "newer", store.Import(t.Context(), strings.NewReader(`{"isnad":"export","version":2}`+"\n")), isnad.Unsupported)
}

// Eight write the same and their own while others read; what they were told is
// what is there.
func testConcurrent(t *testing.T, place Place) {
	store := open(t, place)
	const writers, rounds = 8, 6
	var group sync.WaitGroup
	outcomes := make([][]isnad.Outcome, writers)
	for w := range writers {
		group.Go(func() {
			for i := range rounds {
				shared := harbour
				shared.address += fmt.Sprint("/", i)
				own := bridge
				own.address += fmt.Sprint("/", w, "/", i)
				got, err := store.Put(t.Context(), []isnad.Intake{shared.intake("a.zip" + fmt.Sprint(i)), own.intake(fmt.Sprint(w, ".zip/", i))})
				if err != nil {
					t.Error(err)
					return
				}
				outcomes[w] = append(outcomes[w], got[0])
				if got[1] != isnad.Added {
					t.Errorf("own article is %q", got[1])
				}
				if _, err := store.Doc(t.Context(), own.article().ID, ""); err != nil {
					t.Errorf("not there after it was acknowledged: %v", err)
				}
				if err := store.PutFetch(t.Context(), isnad.Fetch{Address: own.address}); err != nil {
					t.Error(err)
				}
			}
		})
		group.Go(func() {
			for range rounds {
				for doc, err := range store.Docs(t.Context(), isnad.Days{}) {
					if err != nil {
						t.Error(err)
					} else if _, err := store.Versions(t.Context(), doc.Article.ID); err != nil {
						t.Error(err)
					}
				}
				find(t, store, "harbour speaker:Strell")
			}
		})
	}
	group.Wait()
	added := 0
	for _, list := range outcomes {
		for _, outcome := range list {
			if outcome == isnad.Added {
				added++
			}
		}
	}
	totals, err := store.Totals(t.Context())
	if err != nil || added != rounds || totals.Articles != rounds+writers*rounds {
		t.Errorf("%d shared articles added, want %d; totals %+v, error %v", added, rounds, totals, err)
	}
}
