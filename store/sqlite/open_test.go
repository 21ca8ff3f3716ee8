package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/store/sqlite"
)

// opened opens a store that the end of the test closes.
func opened(t testing.TB, file string, options sqlite.Options) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), file, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// statements runs SQL on a file.
func statements(t *testing.T, file string, list ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range list {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// refused opens a store and asks for an error of a kind, with a hint, that
// names the file.
func refused(t *testing.T, what, file string, options sqlite.Options, kind isnad.Kind) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), file, options)
	if err == nil {
		store.Close()
	}
	if !errors.Is(err, kind) || isnad.Hint(err) == "" || !strings.Contains(err.Error(), filepath.Base(file)) {
		t.Errorf("%s: error %v, hint %q, want kind %q", what, err, isnad.Hint(err), kind)
	}
}

func TestRefused(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	foreign := filepath.Join(folder, "foreign.db")
	statements(t, foreign, "CREATE TABLE browser (history TEXT)")
	marked := filepath.Join(folder, "marked.db")
	statements(t, marked, "PRAGMA application_id = 252006675", "CREATE TABLE geo (package TEXT)")
	newer := filepath.Join(folder, "newer.db")
	if err := opened(t, newer, sqlite.Options{}).Close(); err != nil {
		t.Fatal(err)
	}
	statements(t, newer, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (900, 1)")
	text := file("notes.txt", strings.Repeat("Buy bread. ", 500))
	for _, c := range []struct {
		what, file string
		kind       isnad.Kind
	}{
		{"text file", text, isnad.Unsupported},
		{"short text file", file("short.txt", "x"), isnad.Unsupported},
		{"folder", folder, isnad.Unsupported},
		{"no folder", filepath.Join(folder, "none", "news.db"), isnad.NotFound},
		{"file for a folder", filepath.Join(text, "news.db"), isnad.NotFound},
		{"another program's", foreign, isnad.Unsupported},
		{"another program's by its mark", marked, isnad.Unsupported},
		{"newer schema", newer, isnad.Unsupported},
	} {
		before, _ := os.ReadFile(c.file)
		refused(t, c.what, c.file, sqlite.Options{}, c.kind)
		refused(t, c.what+", to read", c.file, sqlite.Options{ReadOnly: true}, c.kind)
		if after, _ := os.ReadFile(c.file); string(after) != string(before) {
			t.Errorf("%s: the file was changed", c.what)
		}
	}
	refused(t, "nothing to read", filepath.Join(folder, "none.db"), sqlite.Options{ReadOnly: true}, isnad.NotFound)
	refused(t, "empty file to read", file("empty.db", ""), sqlite.Options{ReadOnly: true}, isnad.NotFound)
	opened(t, file("empty.db", ""), sqlite.Options{})
	bare := filepath.Join(folder, "bare.db")
	statements(t, bare, "CREATE TABLE t (x)", "DROP TABLE t")
	refused(t, "empty database to read", bare, sqlite.Options{ReadOnly: true}, isnad.NotFound)
}

func TestReadOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	writer := opened(t, file, sqlite.Options{})
	put(t, writer, demoIntakes(t)[:2])
	reader := opened(t, file, sqlite.Options{ReadOnly: true})
	totals, err := reader.Totals(t.Context())
	if err != nil || totals.Articles != 2 {
		t.Errorf("totals %+v, error %v", totals, err)
	}
	if _, err := reader.Put(t.Context(), demoIntakes(t)[2:3]); !errors.Is(err, isnad.Unreadable) {
		t.Errorf("put: error %v", err)
	}
	put(t, writer, demoIntakes(t)[2:3])
	if totals, err = reader.Totals(t.Context()); err != nil || totals.Articles != 3 {
		t.Errorf("totals %+v after another put, error %v", totals, err)
	}
}

// One program at a time writes; the second waits, and then says why it could
// not.
func TestTwoWriters(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	opened(t, file, sqlite.Options{})
	store := opened(t, file, sqlite.Options{Wait: time.Nanosecond})
	other, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	_, err = store.Put(t.Context(), demoIntakes(t)[:1])
	if !errors.Is(err, isnad.Conflict) || !strings.Contains(isnad.Hint(err), "another isnad is writing") {
		t.Errorf("error %v, hint %q", err, isnad.Hint(err))
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	put(t, store, demoIntakes(t)[:1])
}

// Many may make the same store at once.
func TestOpenedAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	errs := make(chan error)
	for range 6 {
		go func() {
			store, err := sqlite.Open(context.Background(), file, sqlite.Options{})
			if err == nil {
				_, err = store.Totals(context.Background())
				err = errors.Join(err, store.Close())
			}
			errs <- err
		}()
	}
	for range 6 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

// inSpace runs this test again as the only one in a namespace of its own, where
// it may mount a small disk; skipped where the system does not let it.
func inSpace(t *testing.T, mark string) bool {
	t.Helper()
	if os.Getenv(mark) != "" {
		return true
	}
	if runtime.GOOS != "linux" {
		t.Skip("a disk of its own is mounted on Linux alone")
	}
	if out, err := exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt").CombinedOutput(); err != nil {
		t.Skipf("this system does not let a test mount a disk: %v %s", err, out)
	}
	command := exec.Command("unshare", "-rm", os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	command.Env = append(os.Environ(), mark+"=1")
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v %s", name, err, out)
	}
}

// disk mounts a disk for the length of the test.
func disk(t *testing.T, options string) string {
	t.Helper()
	folder := t.TempDir()
	run(t, "mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)
	t.Cleanup(func() { run(t, "umount", folder) })
	return folder
}

// A disk that is full is said to be full, what was acknowledged is kept, and the
// store goes on when there is room.
func TestDiskFull(t *testing.T) {
	if !inSpace(t, "ISNAD_SMALL_DISK") {
		return
	}
	folder := disk(t, "size=3m")
	store := opened(t, filepath.Join(folder, "news.db"), sqlite.Options{})
	kept, err := fill(t, store)
	if !errors.Is(err, isnad.Full) || isnad.Hint(err) == "" {
		t.Fatalf("error %v, hint %q", err, isnad.Hint(err))
	}
	intact(t, store, kept)
	if err := store.Backup(t.Context(), filepath.Join(folder, "copy.db")); !errors.Is(err, isnad.Full) {
		t.Errorf("backup: error %v", err)
	}
	run(t, "mount", "-o", "remount,size=64m", folder)
	put(t, store, demoIntakes(t))
	intact(t, store, kept)
	if left, _ := filepath.Glob(filepath.Join(folder, "*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A store on a disk that cannot be written to can be read, and says so when it
// is written to.
func TestReadOnlyDisk(t *testing.T) {
	if !inSpace(t, "ISNAD_READ_ONLY_DISK") {
		return
	}
	folder := disk(t, "size=64m")
	file := filepath.Join(folder, "news.db")
	writer := opened(t, file, sqlite.Options{})
	put(t, writer, demoIntakes(t))
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	run(t, "mount", "-o", "remount,ro", folder)
	refused(t, "to write", file, sqlite.Options{}, isnad.Unreadable)
	reader := opened(t, file, sqlite.Options{ReadOnly: true})
	intact(t, reader, len(demoIntakes(t)))
	if err := reader.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db")); err != nil {
		t.Errorf("backup: %v", err)
	}
}
