package archives

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
)

// zipped makes an archive of pairs of a name and what the member holds.
func zipped(t testing.TB, pairs ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i+1 < len(pairs); i += 2 {
		member, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(member, pairs[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestZip(t *testing.T) {
	zst, _ := zstd.NewWriter(nil)
	lines := "{\"a\":1}\n{\"a\":2}\n"
	content := zipped(t,
		"day/one.jsonl", lines, "day/", "", "day/two.warc", crawl, "three.jsonl.gz", packed(lines),
		"four.warc.gz", packed(crawl), "five.html", page, "six.json.zst", string(zst.EncodeAll([]byte(lines), nil)),
		"__MACOSX/._one.jsonl", "\x00\x05", "../seven.txt", "words", "/eight.txt", "words", `nine\..\x.txt`, "words",
		"ten.zip", zipped(t, "a.txt", "words"), "eleven.png", "\x89PNGwords", "twelve.jsonl.gz", packed(lines)[:20], "thirteen.gz.gz", packed(packed(lines)), "last.txt", "words")
	want := []string{
		"a.zip/day/one.jsonl#1 {\"a\":1}", "a.zip/day/one.jsonl#2 {\"a\":2}",
		"a.zip/day/two.warc#3 <p>one", "a.zip/day/two.warc#8 four", "a.zip/day/two.warc#9 five",
		"a.zip/three.jsonl.gz#1 {\"a\":1}", "a.zip/three.jsonl.gz#2 {\"a\":2}",
		"a.zip/four.warc.gz#3 <p>one", "a.zip/four.warc.gz#8 four", "a.zip/four.warc.gz#9 five",
		"a.zip/five.html#0 " + short(page),
		"a.zip/six.json.zst#1 {\"a\":1}", "a.zip/six.json.zst#2 {\"a\":2}",
		"! a.zip/../seven.txt: is no plain file in the archive", "! a.zip//eight.txt: is no plain file in the archive", `! a.zip/nine\..\x.txt: is no plain file in the archive`,
		"! a.zip/ten.zip: is an archive within an archive", "! a.zip/eleven.png: is not text", "a.zip/twelve.jsonl.gz#1 {\"a\":1}", "! a.zip/twelve.jsonl.gz: ends before it is whole", "! a.zip/thirteen.gz.gz: is not text",
		"a.zip/last.txt#0 words",
	}
	list, _ := met(t, "a.zip", content, Limits{})
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
	i := 0
	for snapshot, err := range Each(context.Background(), "-", strings.NewReader(content), Limits{}) {
		if i == len(want) {
			t.Fatal("from a stream: more")
		}
		if failed := strings.HasPrefix(want[i], "!"); failed != (err != nil) || err == nil && !strings.HasPrefix(snapshot.Source, "-/") {
			t.Errorf("from a stream: %+v, %v, want %s", snapshot.Source, err, want[i])
		}
		i++
	}
	if i != len(want) {
		t.Errorf("from a stream: %d", i)
	}
}

// TestZipRefused holds what is wrong with an archive as a whole, or with a
// member that the list describes wrongly.
func TestZipRefused(t *testing.T) {
	good := zipped(t, "a.txt", "words of the report", "b.txt", "more words")
	patch := func(at string, offset int, value byte) string { // in the list of members
		raw := []byte(good)
		raw[strings.LastIndex(good, at)+offset] = value
		return string(raw)
	}
	encrypted := []byte(good)
	encrypted[strings.Index(good, "PK\x01\x02")+8] |= 1
	for _, test := range []struct {
		name, content string
		limits        Limits
		want          []string
	}{
		{"encrypted", string(encrypted), Limits{}, []string{"! a.zip/a.txt: is encrypted", "a.zip/b.txt#0 more words"}},
		{"unknown method", patch("PK\x01\x02", 10, 99), Limits{}, []string{"a.zip/a.txt#0 words of the report", "! a.zip/b.txt: is compressed by method 99"}},
		{"damaged sum", patch("PK\x01\x02", 16, 0xEE), Limits{}, []string{"a.zip/a.txt#0 words of the report", "! a.zip/b.txt: is damaged: zip: checksum error"}},
		{"place beyond the file", patch("PK\x01\x02", 45, 0x7F), Limits{}, []string{"a.zip/a.txt#0 words of the report", "! a.zip/b.txt: is damaged"}},
		{"cut", good[:len(good)-30], Limits{}, []string{"! a.zip: is damaged: zip: not a valid zip file"}},
		{"too many", good, Limits{Members: 1}, []string{"a.zip/a.txt#0 words of the report", "! a.zip: holds more than 1 members"}},
		{"a member too large", zipped(t, "a.txt", strings.Repeat("words ", 1000), "b.txt", "words"), Limits{RecordBytes: 4 << 10}, []string{"! a.zip/a.txt: larger than", "a.zip/b.txt#0 words"}},
		{"office document", zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"), Limits{}, []string{"! a.zip: is not text"}},
		{"no members", zipped(t), Limits{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, _ := met(t, "a.zip", test.content, test.limits)
			if len(list) != len(test.want) {
				t.Fatalf("%q, want %q", list, test.want)
			}
			for i, want := range test.want {
				if !strings.HasPrefix(list[i], want) {
					t.Errorf("%s, want %s", list[i], want)
				}
			}
		})
	}
}

// TestBombs holds that what decodes to far more than it holds is given up, in
// each wrapping, and that other members are read.
func TestBombs(t *testing.T) {
	zst, _ := zstd.NewWriter(nil)
	line := "{\"a\":\"" + strings.Repeat("0", 1000) + "\"}\n"
	bomb := strings.Repeat(line, 5_000)
	limits := Limits{RecordBytes: 256 << 10, Ratio: 50}
	for _, test := range []struct{ name, content string }{
		{"a.jsonl.gz", packed(bomb)},
		{"a.jsonl.zst", string(zst.EncodeAll([]byte(bomb), nil))},
		{"a.zip", zipped(t, "a.jsonl", bomb)},
		{"twice.zip", zipped(t, "a.jsonl.gz", packed(bomb))},
		{"a.warc.gz", packed(strings.Repeat(response("x", strings.Repeat("0", 4000)), 1_500))},
	} {
		tally := &Tally{}
		limits.Tally = tally
		list, _ := met(t, test.name, test.content, limits)
		last := list[len(list)-1]
		if !strings.Contains(last, "it decodes to far more than it holds") || tally.Given > 4_000 {
			t.Errorf("%s: %d met, last %s", test.name, len(list), last)
		}
	}
	list, _ := met(t, "a.zip", zipped(t, "a.jsonl", bomb, "b.txt", "words"), Limits{RecordBytes: 256 << 10, Ratio: 50})
	if last := list[len(list)-1]; last != "a.zip/b.txt#0 words" {
		t.Errorf("behind a bomb: %s", last)
	}
	list, _ = met(t, "a.zip", zipped(t, "a.jsonl", bomb, "b.jsonl", bomb, "c.txt", "words"), Limits{Bytes: 7 << 20, Ratio: 1 << 20})
	if last := list[len(list)-1]; last != "! a.zip/b.jsonl: the archive decodes to more than it may" {
		t.Errorf("in all: %s", last)
	}
}

func TestWhole(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"a.html", page, "a.html#0 " + short(page)},
		{"a.txt.gz", packed("words"), "a.txt.gz#0 words"},
		{"empty.txt", "", "empty.txt#0 "},
		{"wide.json", "\xFF\xFE{\x00}\x00", "wide.json#0 \xFF\xFE{\x00}\x00"},
		{"a.pdf", "%PDF-1.7", "! a.pdf: is not text"},
		{"a.xz", "\xFD7zXZ\x00", "! a.xz: is not text"},
		{"broken.gz", "\x1F\x8B\x08\x00words", "! broken.gz: ends before it is whole"},
		{"broken.zst", "\x28\xB5\x2F\xFDwords", "! broken.zst: "},
		{"large.txt", strings.Repeat("words", 1000), "! large.txt: larger than"},
	} {
		list, _ := met(t, test.name, test.content, Limits{RecordBytes: 4 << 10})
		if len(list) != 1 || !strings.HasPrefix(list[0], test.want) {
			t.Errorf("%s: %q, want %q", test.name, list, test.want)
		}
	}
}

func first(name string, stdin io.Reader) (isnad.Snapshot, error) {
	for snapshot, err := range Each(context.Background(), name, stdin, Limits{}) {
		return snapshot, err
	}
	return isnad.Snapshot{}, nil
}

func TestUnopened(t *testing.T) {
	folder := t.TempDir()
	for _, test := range []struct {
		name string
		in   io.Reader
		kind isnad.Kind
	}{
		{filepath.Join(folder, "none.txt"), nil, isnad.NotFound},
		{folder, nil, isnad.Unsupported},
		{"-", failing{}, isnad.Unreadable},
		{"-", io.MultiReader(strings.NewReader("words"), failing{}), isnad.Unreadable},
		{"-", io.MultiReader(strings.NewReader("{\"a\":"), failing{}), isnad.Unreadable},
		{"-", io.MultiReader(strings.NewReader(response("x", "words")[:90]), failing{}), isnad.Unreadable},
		{"-", io.MultiReader(strings.NewReader(packed(strings.Repeat(crawl, 9))[:300]), failing{}), isnad.Unreadable},
		{"-", io.MultiReader(strings.NewReader("PK\x03\x04"), failing{}), isnad.Unreadable},
	} {
		var last error
		for _, err := range Each(context.Background(), test.name, test.in, Limits{}) {
			last = err
		}
		if !errors.Is(last, test.kind) || isnad.Hint(last) == "" {
			t.Errorf("%s: %v, want %v", test.name, last, test.kind)
		}
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

// TestStop holds that a taker that has had enough, and a context that has
// ended, stop the reading.
func TestStop(t *testing.T) {
	endless := &lines{}
	if snapshot, err := first("-", endless); err != nil || snapshot.Record != 1 {
		t.Errorf("%+v, %v", snapshot, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range Each(ctx, "-", endless, Limits{}) {
		if n++; n == 10 {
			cancel()
		}
		last = err
	}
	if n != 11 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d met, the last with %v", n, last)
	}
}

// lines are records without end.
type lines struct{ at int }

var longLine = "{\"content\":\"" + strings.Repeat("words of the report, ", 800) + "\"}\n"

func (l *lines) Read(p []byte) (int, error) {
	n := copy(p, longLine[l.at:])
	l.at = (l.at + n) % len(longLine)
	return n, nil
}

// TestMemory holds that a file far larger than a record takes no more memory
// than a few records.
func TestMemory(t *testing.T) {
	const size, most = 96 << 20, 24 << 20
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	peak, n := uint64(0), 0
	for _, err := range Each(context.Background(), "-", io.LimitReader(&lines{}, size), Limits{}) {
		if err != nil && n < size/len(longLine) { // the last is cut
			t.Fatal(err)
		}
		if n++; n%1000 == 0 {
			runtime.ReadMemStats(&now)
			peak = max(peak, now.HeapAlloc)
		}
	}
	if peak > before.HeapAlloc+most {
		t.Errorf("%d MiB", (peak-before.HeapAlloc)>>20)
	}
}

func FuzzEach(f *testing.F) {
	f.Add([]byte(zipped(f, "a.jsonl", "{\"a\":1}\n", "b.warc.gz", packed(crawl), "c.txt", "words")))
	f.Add([]byte(page))
	f.Fuzz(fuzz)
}
