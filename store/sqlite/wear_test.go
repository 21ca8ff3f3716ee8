package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// plainIntake is a report of one paragraph.
func plainIntake(text string) isnad.Intake {
	sum := sha256.Sum256([]byte(text))
	version := hex.EncodeToString(sum[:6])
	article := &isnad.Article{
		ID: "a" + version, Version: version, Outlet: isnad.Outlet{Name: "Lamp"}, Text: text,
		Parts: []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{End: len(text)}, CopyOf: -1}},
	}
	return isnad.Intake{Snapshot: isnad.Snapshot{SHA256: hex.EncodeToString(sum[:]), Source: "x", Bytes: []byte(text)}, Article: article}
}

func opened(t testing.TB, options Options) *Store {
	t.Helper()
	store, err := Open(context.Background(), filepath.Join(t.TempDir(), "news.db"), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

// sound asks for a store without problems that has so many articles.
func soundStore(t testing.TB, store *Store, articles int) {
	t.Helper()
	problems, err := store.Check(context.Background())
	if err != nil || len(problems) > 0 {
		t.Errorf("check: %q, error %v", problems, err)
	}
	totals, err := store.Totals(context.Background())
	if err != nil || totals.Articles != articles {
		t.Errorf("%d articles, want %d; error %v", totals.Articles, articles, err)
	}
}

// A store that may not grow says that it is full, and keeps what it said it had.
func TestFull(t *testing.T) {
	store := opened(t, Options{pages: 60})
	kept := 0
	for ; kept < 100_000; kept++ {
		noise := fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, kept)))
		_, err := store.Put(t.Context(), []isnad.Intake{plainIntake("Report " + strings.Repeat(noise+" ", 20))})
		if err == nil {
			continue
		}
		if !errors.Is(err, isnad.Full) || isnad.Hint(err) == "" {
			t.Errorf("error %v, hint %q", err, isnad.Hint(err))
		}
		break
	}
	if kept == 0 || kept == 100_000 {
		t.Fatalf("full after %d", kept)
	}
	soundStore(t, store, kept)
	if err := store.PutFetch(t.Context(), isnad.Fetch{Address: strings.Repeat("x", 1<<20)}); !errors.Is(err, isnad.Full) {
		t.Errorf("fetch: error %v", err)
	}
	soundStore(t, store, kept)
}

// Nothing of a forgotten text is left in the files of an open store: not in
// clear, not as keys of words, not as packed bytes.
func TestForgottenBytes(t *testing.T) {
	store := opened(t, Options{})
	const text = "The vessel Quillimane carried zorbium to Oru, said Tamsin Okedabi, whom nobody believed at first."
	secret := plainIntake(text)
	secret.Snapshot.Told.Title = "Quillimane sails"
	secret.Article.Title = "Quillimane"
	doc := &isnad.Doc{Article: secret.Article, Entities: []isnad.LocalEntity{{Names: []string{"Tamsin Okedabi"}}}}
	secret.Doc, secret.Rules = doc, "hand"
	row, err := newVersionRow(secret.Article, doc, "hand")
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := newSnapshotRow(&secret.Snapshot, text)
	if err != nil {
		t.Fatal(err)
	}
	traces := map[string][]byte{"word": []byte("quilliman"), "clear": []byte("Quillimane"), "key": []byte("zorbium"),
		"name": []byte("okedabi"), "article": row.body[8:40], "layers": row.layers[8:], "snapshot": snapshot.packed[8:], "digest of": []byte("Quillimane sails")}
	var batch []isnad.Intake
	for i := range 50 {
		batch = append(batch, plainIntake(fmt.Sprintf("Report %d tells of the weather.", i)))
	}
	if _, err := store.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Put(t.Context(), []isnad.Intake{secret}); err != nil {
		t.Fatal(err)
	}
	r := &isnad.Record{
		Docs: []*isnad.Doc{doc}, Local: [][]int{{0}}, Witnesses: []isnad.Witness{{Articles: []int{0}}},
		Entities: []isnad.Entity{{ID: "okedabi", Names: []isnad.Name{{Text: "Tamsin Okedabi"}}}},
		Stories:  []isnad.Story{{ID: "s1", Articles: []int{0}, Title: "Quillimane", TitleOf: isnad.Evidence{Span: isnad.Span{Start: 11, End: 21}}}},
	}
	if err := store.PutRecord(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if found := left(t, store.file, traces); len(found) != len(traces) {
		t.Errorf("before it is forgotten only %q are found: the test looks for the wrong bytes", found)
	}
	if _, err := store.Forget(t.Context(), secret.Article.ID, "asked"); err != nil {
		t.Fatal(err)
	}
	if found := left(t, store.file, traces); len(found) > 0 {
		t.Errorf("left behind: %q", found)
	}
	soundStore(t, store, 50)
	hits, err := store.Find(t.Context(), isnad.Query{Conditions: []isnad.Condition{{Field: isnad.InText, Value: "weather"}}, Limit: 100})
	if err != nil || len(hits) != 50 {
		t.Errorf("%d hits, error %v", len(hits), err)
	}
}

// left names the traces that are found in the files of a store.
func left(t *testing.T, file string, traces map[string][]byte) (found []string) {
	t.Helper()
	var all []byte
	for _, end := range []string{"", "-wal", "-shm"} {
		data, err := os.ReadFile(file + end)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	for name, trace := range traces {
		if bytes.Contains(all, trace) {
			found = append(found, name)
		}
	}
	return found
}

// While somebody reads the log cannot be cut; forgetting says so and can be
// called again.
func TestForgetWhileReading(t *testing.T) {
	store := opened(t, Options{Wait: 1})
	intake, other := plainIntake("The vessel Quillimane sailed."), plainIntake("The vessel Oru sailed.")
	record := &isnad.Record{Local: make([][]int, 2), Stories: []isnad.Story{{ID: "s1", Articles: []int{0, 1}}}, Witnesses: []isnad.Witness{{Articles: []int{0}}, {Articles: []int{1}}}}
	batch := []isnad.Intake{intake, other}
	for i := range batch {
		batch[i].Doc, batch[i].Rules = &isnad.Doc{Article: batch[i].Article}, "hand"
		record.Docs = append(record.Docs, batch[i].Doc)
	}
	if _, err := store.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	if err := store.PutRecord(t.Context(), record); err != nil {
		t.Fatal(err)
	}
	err := store.read(t.Context(), "hold", func(m *moment) error {
		if _, err := m.row("SELECT count(*) FROM articles", nil, new(int)); err != nil {
			return err
		}
		companions, err := store.Forget(t.Context(), intake.Article.ID, "asked")
		if len(companions) != 1 || companions[0] != other.Article.ID {
			t.Errorf("companions %v, want %s", companions, other.Article.ID)
		}
		return err
	})
	if !errors.Is(err, isnad.Conflict) || isnad.Hint(err) == "" {
		t.Errorf("error %v, hint %q", err, isnad.Hint(err))
	}
	if _, err := store.Article(t.Context(), intake.Article.ID, ""); !errors.Is(err, isnad.NotFound) {
		t.Errorf("article: error %v", err)
	}
	if _, err := store.Forget(t.Context(), intake.Article.ID, "asked"); err != nil {
		t.Error(err)
	}
	if found := left(t, store.file, map[string][]byte{"word": []byte("Quillimane")}); len(found) > 0 {
		t.Errorf("left behind: %q", found)
	}
}

// A file that was damaged is refused or its damage is found; nothing panics and
// nothing is given out as sound that is not.
func TestDamaged(t *testing.T) {
	store := opened(t, Options{})
	var batch []isnad.Intake
	for i := range 60 {
		batch = append(batch, plainIntake(fmt.Sprintf("Report %d tells of the weather in Oru, %x.", i, sha256.Sum256(fmt.Append(nil, i)))))
	}
	if _, err := store.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	var before bytes.Buffer
	if err := errors.Join(store.Export(t.Context(), &before), store.Close()); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(store.file)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		data := bytes.Clone(whole)
		switch rapid.IntRange(0, 3).Draw(r, "how") {
		case 0:
			data = data[:rapid.IntRange(0, len(data)-1).Draw(r, "cut")]
		case 1:
			at := rapid.IntRange(0, len(data)/pageSize-1).Draw(r, "page") * pageSize
			clear(data[at : at+pageSize])
		default:
			for range rapid.IntRange(1, 20).Draw(r, "flips") {
				data[rapid.IntRange(0, len(data)-1).Draw(r, "at")] ^= byte(rapid.IntRange(1, 255).Draw(r, "by"))
			}
		}
		n++
		file := filepath.Join(folder, fmt.Sprint(n, ".db"))
		if err := os.WriteFile(file, data, 0o600); err != nil {
			r.Fatal(err)
		}
		defer os.Remove(file)
		damaged, err := Open(context.Background(), file, Options{})
		if err != nil {
			return
		}
		defer damaged.Close()
		problems, err := damaged.Check(context.Background())
		if err != nil || len(problems) > 0 {
			return
		}
		var after bytes.Buffer
		if err := damaged.Export(context.Background(), &after); err != nil {
			r.Fatalf("sound, and its export says %v", err)
		}
		if len(data) > 0 && !bytes.Equal(after.Bytes(), before.Bytes()) && len(after.Bytes()) > 200 && strings.Count(after.String(), "\n") != strings.Count(before.String(), "\n") {
			r.Fatal("sound, and another content")
		}
	})
}

// Due pages are read from their index, in its order.
func TestDuePlan(t *testing.T) {
	store := opened(t, Options{})
	err := store.read(t.Context(), "plan", func(m *moment) error {
		var a, b, c int
		var step string
		return m.each("EXPLAIN QUERY PLAN SELECT "+fetchColumns+" FROM fetches"+duePages, []any{"", "", 1}, func() error {
			if !strings.Contains(step, "USING INDEX fetches_due (source=? AND due<?)") {
				t.Errorf("step %q", step)
			}
			return nil
		}, &a, &b, &c, &step)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// An article that is damaged keeps no other from being annotated.
func TestStaleDamaged(t *testing.T) {
	store := opened(t, Options{})
	var batch []isnad.Intake
	for i := range 5 {
		batch = append(batch, plainIntake(fmt.Sprintf("Report %d.", i)))
	}
	if _, err := store.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	for _, change := range []string{
		"UPDATE versions SET body = x'00ff' WHERE id = 1",
		"UPDATE versions SET body = (SELECT body FROM versions WHERE id = 5) WHERE id = 2",
	} {
		if _, err := store.writer.conn.ExecContext(t.Context(), change); err != nil {
			t.Fatal(err)
		}
	}
	for limit, want := range map[int]int{1: 1, 2: 2, 9: 3} {
		articles, err := store.Stale(t.Context(), "hand", limit)
		if err != nil || len(articles) != want || articles[0].ID != batch[2].Article.ID {
			t.Errorf("%d articles of %d, error %v", len(articles), limit, err)
		}
	}
}

// Check finds what is wrong where SQLite sees nothing wrong.
func TestCheckFinds(t *testing.T) {
	for name, c := range map[string]struct{ change, want string }{
		"text":      {"UPDATE versions SET body = (SELECT body FROM versions WHERE id = 2) WHERE id = 1", "the article is"},
		"packed":    {"UPDATE versions SET body = x'00ff' WHERE id = 1", "read from the store"},
		"snapshot":  {"UPDATE snapshots SET bytes = (SELECT bytes FROM snapshots WHERE id = 2) WHERE id = 1", "its digest is"},
		"lost":      {"DELETE FROM snapshots WHERE id = 1", "snapshot that it was read from is missing"},
		"words":     {"DELETE FROM words WHERE rowid = 1", "not in the index"},
		"about":     {"DELETE FROM about WHERE rowid = 1", "who it names is not in the index"},
		"old about": {"INSERT INTO about (rowid, speaker) VALUES (77, 'a')", "of no current version"},
		"old words": {"INSERT INTO words (rowid, title, body) VALUES (77, 'a', 'b')", "of no current version"},
		"day":       {"UPDATE articles SET day = '2031-01-01' WHERE id = 1", "it is listed"},
		"current":   {"UPDATE articles SET current = 99 WHERE id = 1", "no current version"},
		"link":      {"UPDATE versions SET article = 99 WHERE id = 1", "points at nothing"},
		"tombstone": {"INSERT INTO tombstones (article, forgotten, why) SELECT name, '2031-01-01T00:00:00Z', '' FROM articles", "forgotten and there"},
		"due":       {"INSERT INTO fetches VALUES ('a', '', 1, '', '', '', 0, '', '', '2031-01-01T00:00:00Z', 0, '', 0, 0, '2031')", "it is listed as due"},
		"schema":    {"ALTER TABLE fetches RENAME COLUMN etag TO etog", "its tables are not"},
		"story":     {"INSERT INTO stories (name, first, last, entries, body) VALUES ('s1', '', '', 0, x'00')", "holds no article"},
	} {
		store := opened(t, Options{})
		if _, err := store.Put(t.Context(), []isnad.Intake{plainIntake("One report."), plainIntake("Another report.")}); err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{"PRAGMA foreign_keys = OFF", c.change} {
			if _, err := store.writer.conn.ExecContext(t.Context(), statement); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		problems, err := store.Check(t.Context())
		if err != nil || !strings.Contains(strings.Join(problems, "\n"), c.want) {
			t.Errorf("%s: %q, error %v, want %q", name, problems, err, c.want)
		}
	}
}
