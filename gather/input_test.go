package gather

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/isnad-news/isnad"
)

func TestOpen(t *testing.T) {
	folder := t.TempDir()
	good := filepath.Join(folder, "good.txt")
	locked := filepath.Join(folder, "locked.txt")
	for _, name := range []string{good, locked} {
		if err := os.WriteFile(name, []byte("words"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		kind isnad.Kind
	}{
		{good, ""}, {filepath.Join(folder, "none.txt"), isnad.NotFound}, {folder, isnad.Unsupported}, {locked, isnad.Unreadable},
	} {
		snapshot, err := Open(test.name, nil, Limits{})
		if test.kind == isnad.Unreadable && os.Geteuid() == 0 {
			continue // the superuser may read everything
		}
		if test.kind == "" {
			if err != nil || snapshot.Source != good || string(snapshot.Bytes) != "words" || len(snapshot.SHA256) != 64 {
				t.Errorf("Open(%q) = %+v, %v", test.name, snapshot, err)
			}
			continue
		}
		if !errors.Is(err, test.kind) || isnad.Hint(err) == "" {
			t.Errorf("Open(%q) error %v, want %v and a hint", test.name, err, test.kind)
		}
	}
}

// TestOpenReaderFails holds what a broken pipe or disk gives.
func TestOpenReaderFails(t *testing.T) {
	_, err := Open("-", io.MultiReader(strings.NewReader("words"), failing{}), Limits{})
	if !errors.Is(err, isnad.Unreadable) || isnad.Hint(err) == "" {
		t.Error(err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

// endless is a line without end; it counts what was read of it.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	e.read += int64(len(p))
	return len(p), nil
}

func TestOpenStopsAtTheLimit(t *testing.T) {
	const line = 200 << 20
	source := &endless{}
	start := time.Now()
	_, err := Open("-", io.LimitReader(source, line), Limits{})
	if !errors.Is(err, isnad.TooLarge) || isnad.Hint(err) == "" {
		t.Error(err)
	}
	if source.read > 33<<20 {
		t.Errorf("read %d bytes", source.read)
	}
	t.Logf("refused after %v", time.Since(start))
}

// TestLongLine holds that a line within the limit on bytes is cut at the limit
// on lines, and says so.
func TestLongLine(t *testing.T) {
	text := strings.Repeat("word ", 2<<20)
	for _, source := range []string{"long.txt", "long.html", "long.json"} {
		start := time.Now()
		articles, err := Articles(isnad.Snapshot{Source: source, Bytes: []byte(text)}, Options{})
		t.Logf("%s took %v", source, time.Since(start))
		if err != nil {
			if isnad.Hint(err) == "" {
				t.Error(source, err)
			}
			continue
		}
		if size := len(articles[0].Text); size > 4<<20 {
			t.Errorf("%s: a text of %d bytes", source, size)
		}
		if list := strings.Join(defects(articles[0]), " "); !strings.Contains(list, string(isnad.Truncated)) {
			t.Errorf("%s: not said that the line was cut: %.200s", source, list)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		name string
		raw  []byte
		kind isnad.Kind
	}{
		{"empty", nil, isnad.Invalid},
		{"blank", []byte(" \n\u200F\n\t\n"), isnad.Invalid},
		{"empty page", []byte("<!doctype html><html><body></body></html>"), isnad.Invalid},
		{"zero bytes", bytes.Repeat([]byte{0, 1, 2, 'a'}, 100), isnad.Unsupported},
		{"PDF", []byte("%PDF-1.7\nwords"), isnad.Unsupported},
		{"archive", []byte("PK\x03\x04words"), isnad.Unsupported},
		{"compressed", []byte("\x1F\x8B\x08words"), isnad.Unsupported},
		{"UTF-16 without mark", []byte("w\x00o\x00r\x00d\x00s\x00"), isnad.Unsupported},
		{"no records", []byte("[]"), isnad.Invalid},
		{"too large", make([]byte, 33<<20), isnad.TooLarge},
	} {
		articles, err := Articles(isnad.Snapshot{Source: test.name, Bytes: test.raw}, Options{})
		if !errors.Is(err, test.kind) || isnad.Hint(err) == "" || len(articles) != 0 {
			t.Errorf("%s: %d articles, error %v, hint %q, want %v", test.name, len(articles), err, isnad.Hint(err), test.kind)
		}
	}
}

const encoded = "السد يعمل منذ الأحد\nأعلن وزير المياه سامي الحداد أن السد بدأ العمل في الوادي الأخضر، وأن المدينة ستجد الماء حتى نهاية العام.\n"

func TestEncodings(t *testing.T) {
	for _, test := range []struct {
		name string
		code encoding.Encoding
	}{
		{"utf-8 with mark", unicode.UTF8BOM},
		{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"windows-1256", charmap.Windows1256},
		{"iso-8859-6", charmap.ISO8859_6},
	} {
		raw, err := test.code.NewEncoder().String(encoded)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := read(t, "report.txt", raw).Text, strings.TrimSpace(encoded); got != want {
			t.Errorf("%s: %q", test.name, got)
		}
	}
	western, _ := charmap.Windows1252.NewEncoder().String("The café’s owner said “no” to the minister — twice.")
	if got := read(t, "report.txt", western).Text; got != "The café’s owner said “no” to the minister — twice." {
		t.Errorf("windows-1252: %q", got)
	}
}

// TestDeclaredEncoding holds that a page that declares the wrong charset, as
// many do, is read by its letters.
func TestDeclaredEncoding(t *testing.T) {
	for _, declared := range []string{"windows-1256", "iso-8859-1", "utf-8"} {
		page := "<html><head><meta charset=" + declared + "><title>السد يعمل</title></head><body><p>" + encoded + "</p></body></html>"
		raw, _ := charmap.Windows1256.NewEncoder().String(page)
		if got := read(t, "page.html", raw).Text; !strings.Contains(got, "سامي الحداد أن السد بدأ العمل") {
			t.Errorf("declared %s: %q", declared, got)
		}
	}
}

func TestDamagedEncoding(t *testing.T) {
	whole := strings.TrimSpace(encoded)
	for _, test := range []struct{ name, raw, want string }{
		{"cut at the end", whole[:len(whole)-2], whole[:len(whole)-3] + "\uFFFD"},
		{"cut within", whole[:60] + "\xD8" + whole[60:], whole[:60] + "\uFFFD" + whole[60:]},
		{"a run is one", whole + "\xFF\xFE\xFD.", whole + "\uFFFD."},
	} {
		article := read(t, "report.txt", test.raw)
		if article.Text != test.want {
			t.Errorf("%s: %q", test.name, article.Text)
		}
		if list := defects(article); len(list) != 1 || list[0] != "encoding damage (1 unreadable character): \uFFFD" {
			t.Errorf("%s: defects %q", test.name, list)
		}
	}
}

func TestHiddenCharacters(t *testing.T) {
	raw := "\uFEFFقال\u00A0الوزير\u200F \u202Bسامي\u202C الحد\u00ADاد\u200B: \u2067نعم\u2069\x07 می\u200Cشود \u200C."
	if got, want := read(t, "report.txt", raw).Text, "قال الوزير سامي الحداد: نعم می\u200Cشود ."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := read(t, "report.txt", "قا\u0627\u0653 e\u0301").Text; got != "قا\u0622 \u00E9" {
		t.Errorf("not composed: %q", got)
	}
}

// TestHostile holds that input made to be slow ends, in an article or an error.
// What it takes is logged, and bounded by the time that a test run has.
func TestHostile(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"nested.txt", strings.Repeat("“", 10_000) + "words" + strings.Repeat("”", 10_000)},
		{"open.txt", strings.Repeat("«كلمة ", 10_000)},
		{"lines.txt", strings.Repeat("a b c\n", 200_000)},
		{"same.txt", strings.Repeat("the minister said on Sunday that the dam in the valley was at work again today number\n", 9_000)},
		{"brackets.md", strings.Repeat("[", 100_000) + strings.Repeat("](", 100_000)},
		{"stars.md", strings.Repeat("*a_ **b ", 100_000)},
		{"deep.html", strings.Repeat("<div>", 40_000) + "words of the report" + strings.Repeat("</div>", 40_000)},
		{"tables.html", strings.Repeat("<table><tr><td>", 15_000) + "words of the report"},
		{"bold.html", "<p>" + strings.Repeat("<b><i>", 15_000) + strings.Repeat("<p>words of the report", 15_000)},
		{"links.html", "<body>" + strings.Repeat("<a href=x>words", 30_000)},
		{"flat.html", "<body>" + strings.Repeat("<p>words of the report.", 120_000)},
		{"lists.html", "<body>" + strings.Repeat("<ul><li>words", 30_000)},
		{"script.html", "<p>words of the report<script>" + strings.Repeat("<div>", 30_000)},
		{"attributes.html", "<div " + strings.Repeat("a=b ", 200_000) + ">words of the report</div>"},
		{"deep.json", strings.Repeat(`{"a":`, 100_000)},
		{"deep2.json", `{"content":` + strings.Repeat(`[`, 9_000) + strings.Repeat(`]`, 9_000) + `}`},
		{"many.jsonl", strings.Repeat("{\n", 20_000)},
		{"bad.jsonl", strings.Repeat("{\"a\n", 100_000)},
		{"marks.txt", "x" + strings.Repeat("\u064B\u0301", 100_000)},
		{"matter.md", "---\n" + strings.Repeat("a: b\n", 100_000)},
	} {
		start := time.Now()
		articles, err := Articles(isnad.Snapshot{Source: test.name, Bytes: []byte(test.text)}, Options{Now: now})
		took := time.Since(start)
		t.Logf("%-16s %8d bytes %8v %d articles, error %.80v", test.name, len(test.text), took.Round(time.Millisecond), len(articles), err)
		if len(articles) == 0 && err == nil {
			t.Errorf("%s: neither article nor error", test.name)
		}
		for _, article := range articles {
			if err := article.Check(); err != nil {
				t.Errorf("%s: %v", test.name, err)
			}
		}
	}
}
