package archives

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
)

// page is a made-up report as a server sends it.
const page = "<!doctype html><html><head><title>السد يعمل</title></head><body><p>أعلن وزير المياه أن السد بدأ العمل في الوادي.</p></body></html>"

// record makes a WARC record; fields are lines that replace those of the same
// name.
func record(kind, uri, body string, fields ...string) string {
	lines := []string{
		"WARC-Type: " + kind, "WARC-Target-URI: " + uri, "WARC-Date: 2026-02-14T10:30:00Z",
		"WARC-Record-ID: <urn:uuid:1>", "Content-Type: application/http; msgtype=" + kind, "Content-Length: " + strconv.Itoa(len(body)),
	}
	for _, field := range fields {
		name, _, _ := strings.Cut(field, ":")
		kept := lines[:0:0]
		for _, line := range lines {
			if !strings.HasPrefix(line, name+":") {
				kept = append(kept, line)
			}
		}
		lines = kept
		if !strings.HasSuffix(field, ":") {
			lines = append(lines, field)
		}
	}
	return "WARC/1.0\r\n" + strings.Join(lines, "\r\n") + "\r\n\r\n" + body + "\r\n\r\n"
}

// http makes an answer; fields are lines of its head.
func http(status, body string, fields ...string) string {
	lines := []string{"HTTP/1.1 " + status, "Content-Type: text/html; charset=utf-8"}
	for _, field := range fields {
		if field != "" {
			lines = append(lines, field)
		}
	}
	return strings.Join(lines, "\r\n") + "\r\n\r\n" + body
}

func response(uri, body string, fields ...string) string {
	return record("response", uri, http("200 OK", body), fields...)
}

func packed(s string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return out.String()
}

func chunked(sizes ...string) string {
	var out strings.Builder
	for i := 0; i+1 < len(sizes); i += 2 {
		out.WriteString(sizes[i] + "\r\n" + sizes[i+1] + "\r\n")
	}
	return out.String() + "0\r\n\r\n"
}

// met is what Each gave for one snapshot or error.
func met(t *testing.T, name, content string, limits Limits) (list []string, snapshots []isnad.Snapshot) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	for snapshot, err := range Each(context.Background(), file, nil, limits) {
		if err != nil {
			var known *isnad.Error
			if !errors.As(err, &known) || known.Hint == "" {
				t.Errorf("no error with a hint: %v", err)
			}
			list = append(list, "! "+strings.TrimPrefix(err.Error(), filepath.Dir(file)+"/"))
			continue
		}
		if len(snapshot.SHA256) != 64 {
			t.Errorf("%s#%d: digest %q", snapshot.Source, snapshot.Record, snapshot.SHA256)
		}
		source := strings.TrimPrefix(snapshot.Source, filepath.Dir(file)+"/")
		list = append(list, fmt.Sprintf("%s#%d %s", source, snapshot.Record, short(string(snapshot.Bytes))))
		snapshots = append(snapshots, snapshot)
	}
	return list, snapshots
}

func short(s string) string {
	if len(s) > 60 {
		return fmt.Sprintf("%s… %d bytes", s[:9], len(s))
	}
	return s
}

var crawl = record("warcinfo", "", "software: a crawler\r\n", "Content-Type: application/warc-fields") +
	record("request", "https://nahr.example/1", "GET /1 HTTP/1.1\r\n\r\n") +
	response("https://nahr.example/1", "<p>one") +
	record("metadata", "https://nahr.example/1", "fetchTimeMs: 3\r\n", "Content-Type: application/warc-fields") +
	record("response", "https://nahr.example/2", http("404 Not Found", "<p>gone")) +
	record("response", "https://nahr.example/3.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
	record("revisit", "https://nahr.example/1", http("200 OK", "")) +
	record("response", "https://nahr.example/4", "HTTP/1.1 200 OK\ncontent-type: text/plain\n\nfour") +
	record("conversion", "https://nahr.example/5", "five", "Content-Type: text/plain")

var crawled = []string{"#3 <p>one", "#8 four", "#9 five"}

func gzipEach(records string) string {
	var out strings.Builder
	for i, one := range strings.Split(records, "WARC/1.0\r\n") {
		if i > 0 {
			out.WriteString(packed("WARC/1.0\r\n" + one))
		}
	}
	return out.String()
}

func TestWARC(t *testing.T) {
	zst, _ := zstd.NewWriter(nil)
	for _, test := range []struct{ name, content string }{
		{"plain.warc", crawl},
		{"whole.warc.gz", packed(crawl)},
		{"each.warc.gz", gzipEach(crawl)},
		{"each.warc.zst", string(zst.EncodeAll([]byte(crawl), nil))},
		{"new.warc", strings.ReplaceAll(crawl, "WARC/1.0", "WARC/1.1")},
		{"lines.warc", strings.ReplaceAll(crawl, "\r\n\r\nWARC", "\nWARC")},
		{"unnamed", crawl},
	} {
		t.Run(test.name, func(t *testing.T) {
			tally := &Tally{}
			list, _ := met(t, test.name, test.content, Limits{Tally: tally})
			var want []string
			for _, one := range crawled {
				want = append(want, test.name+one)
			}
			if diff := cmp.Diff(want, list); diff != "" {
				t.Error(diff)
			}
			if *tally != (Tally{Read: int64(len(test.content)), Given: 3, Skipped: 6}) {
				t.Errorf("%+v", *tally)
			}
		})
	}
}

func TestWARCFields(t *testing.T) {
	content := record("response", "<https://nahr.example/1>", http("200 OK", page), "WARC-Date: 2026-02-14T10:30:00.5Z")
	_, snapshots := met(t, "a.warc", content, Limits{})
	if len(snapshots) != 1 {
		t.Fatal(snapshots)
	}
	got := snapshots[0]
	fetched := time.Date(2026, 2, 14, 10, 30, 0, 500_000_000, time.UTC)
	if got.URL != "https://nahr.example/1" || !got.Fetched.Equal(fetched) || got.Told != (isnad.Told{By: "warc record"}) ||
		got.ContentType != "text/html; charset=utf-8" || string(got.Bytes) != page {
		t.Errorf("%+v", got)
	}
}

// TestAnswers holds what is undone of the ways of the web, and that what is
// said to be encoded and is not comes through.
func TestAnswers(t *testing.T) {
	var br bytes.Buffer
	w := brotli.NewWriter(&br)
	_, _ = w.Write([]byte(page))
	_ = w.Close()
	zst, _ := zstd.NewWriter(nil)
	zeros := packed(strings.Repeat("0", 5<<20))
	for _, test := range []struct{ name, body, fields, want string }{
		{"plain", page, "", page},
		{"gzip", packed(page), "Content-Encoding: gzip", page},
		{"br", br.String(), "Content-Encoding: br", page},
		{"zstd", string(zst.EncodeAll([]byte(page), nil)), "Content-Encoding: zstd", page},
		{"gzip, chunked", chunked("5", packed(page)[:5], fmt.Sprintf("%X;x=y", len(packed(page))-5), packed(page)[5:]), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", page},
		{"said and not so", page, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", page},
		{"br said and not so", page, "Content-Encoding: br", page},
		{"deflate said and not so", page, "Content-Encoding: deflate", page},
		{"none", page, "Content-Encoding: identity", page},
		{"bomb", zeros, "Content-Encoding: gzip", "! decodes to more than 1048576 bytes"},
		{"bomb twice", packed(zeros), "Content-Encoding: gzip, gzip", "! decodes to more than 1048576 bytes"},
		{"endless codings", page, "Content-Encoding: gzip,gzip,gzip,gzip,gzip", "! it is encoded 5 times"},
		{"cut gzip", packed(page)[:60], "Content-Encoding: gzip", "! its gzip coding is broken: unexpected EOF"},
		{"chunk beyond the end", "FFFFFF\r\n" + page, "Transfer-Encoding: chunked", "! its chunks are not as long as they say"},
		{"negative chunk", "-5\r\nwords", "Transfer-Encoding: chunked", "! its chunks are not as long as they say"},
		{"huge chunk", "FFFFFFFFFFFFFFFFFFFFFF\r\nwords", "Transfer-Encoding: chunked", "! its chunks are not as long as they say"},
		{"chunk too short", "2\r\nwords\r\n0\r\n\r\n", "Transfer-Encoding: chunked", "! its chunks are not as long as they say"},
	} {
		t.Run(test.name, func(t *testing.T) {
			content := record("response", "https://nahr.example/1", http("200 OK", test.body, test.fields)) + response("https://nahr.example/2", "<p>two")
			list, snapshots := met(t, "a.warc", content, Limits{RecordBytes: 1 << 20})
			got := list[0]
			if !strings.HasPrefix(got, "!") {
				got = string(snapshots[0].Bytes)
			}
			if want := strings.Replace(test.want, "! ", "! a.warc#1: cannot read the WARC record: ", 1); got != want {
				t.Errorf("%s, want %s", got, want)
			}
			if len(list) != 2 || list[1] != "a.warc#2 <p>two" {
				t.Errorf("the rest: %q", list[1:])
			}
		})
	}
	cut := record("response", "https://nahr.example/1", http("200 OK", "FFF\r\n"+packed(page)[:120], "Content-Encoding: gzip", "Transfer-Encoding: chunked"), "WARC-Truncated: length")
	if _, snapshots := met(t, "a.warc", cut, Limits{}); len(snapshots) != 1 || !strings.HasPrefix(page, string(snapshots[0].Bytes)) {
		t.Errorf("what a crawler cut: %v", snapshots)
	}
}

// TestHostileWARC holds that a record that lies is refused by name and that
// those around it are given.
func TestHostileWARC(t *testing.T) {
	one, two, three := response("https://nahr.example/1", "<p>one"), response("https://nahr.example/2", "<p>two"), response("https://nahr.example/3", "<p>three")
	lie := func(length string) string {
		return response("https://nahr.example/0", "<p>liar", "Content-Length: "+length)
	}
	const refused = "! a.warc#2: cannot read the WARC record: "
	limits := Limits{RecordBytes: 64 << 10}
	for _, test := range []struct {
		name, content string
		want          []string
	}{
		{"too short", one + lie("20") + three, []string{"a.warc#1 <p>one", refused + "it is not as long as it says", "a.warc#3 <p>three"}},
		{"too long by the next record", one + lie("400") + two + three, []string{"a.warc#1 <p>one", refused + "it is not as long as it says", "a.warc#3 <p>two", "a.warc#4 <p>three"}},
		{"beyond the end", one + lie("60000") + two + three, []string{"a.warc#1 <p>one", refused + "it is not as long as it says", "a.warc#3 <p>two", "a.warc#4 <p>three"}},
		{"beyond every limit", one + lie("9000000000000000000") + two + three, []string{"a.warc#1 <p>one", refused + "it is not as long as it says", "a.warc#3 <p>two", "a.warc#4 <p>three"}},
		{"negative", one + lie("-1") + three, []string{"a.warc#1 <p>one", refused + "it does not say how long it is", "a.warc#3 <p>three"}},
		{"no number", one + lie("9e99") + three, []string{"a.warc#1 <p>one", refused + "it does not say how long it is", "a.warc#3 <p>three"}},
		{"no length", one + response("x", "<p>liar", "Content-Length:") + three, []string{"a.warc#1 <p>one", refused + "it does not say how long it is", "a.warc#3 <p>three"}},
		{"unknown version", one + "WARC/7.0" + two[8:] + three, []string{"a.warc#1 <p>one", refused + `its version is none that is known: "WARC/7.0"`, "a.warc#3 <p>three"}},
		{"10,000 fields", one + response("x", "<p>liar", strings.Repeat("X-A: b\r\n", 10_000)+"X-A: b") + three, []string{"a.warc#1 <p>one", refused + "its head is longer than a head may be", "a.warc#3 <p>three"}},
		{"an endless line", one + response("x", "<p>liar", "X-A: "+strings.Repeat("b", 300_000)) + three, []string{"a.warc#1 <p>one", refused + "its head is longer than a head may be", "a.warc#3 <p>three"}},
		{"rubbish between", one + "rubbish\r\nmore\r\n\r\n" + three, []string{"! a.warc#1: cannot read the WARC record: it is not as long as it says", "a.warc#2 <p>three"}},
		{"no answer", one + record("response", "x", "words without a head") + three, []string{"a.warc#1 <p>one", refused + "it holds no answer of a server: its head does not end", "a.warc#3 <p>three"}},
		{"no status", one + record("response", "x", "HTTP/1.1\r\n\r\nwords") + three, []string{"a.warc#1 <p>one", refused + "it holds no answer of a server", "a.warc#3 <p>three"}},
		{"too large", one + response("x", strings.Repeat("<p>words\n", 9_000)) + three, []string{"a.warc#1 <p>one", refused + "larger than 65536 bytes", "a.warc#3 <p>three"}},
		{"large and not wanted", one + record("metadata", "x", strings.Repeat("words", 90_000)) + three, []string{"a.warc#1 <p>one", "a.warc#3 <p>three"}},
		{"cut within a body", one + two[:len(two)-20], []string{"a.warc#1 <p>one", "! a.warc#2: ends before it is whole"}},
		{"cut within a head", one + two[:30], []string{"a.warc#1 <p>one", "! a.warc#2: ends before it is whole"}},
		{"head alone", "WARC/1.0\r\n\r\n", []string{"! a.warc#1: cannot read the WARC record: it does not say how long it is"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, _ := met(t, "a.warc", test.content, limits)
			if diff := cmp.Diff(test.want, list); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDamagedGzip holds that what comes before the damage is given.
func TestDamagedGzip(t *testing.T) {
	one, two := packed(response("https://nahr.example/1", "<p>one")), packed(response("https://nahr.example/2", strings.Repeat("<p>two", 3)))
	flipped := []byte(one + two)
	flipped[len(flipped)-5] ^= 0xFF // in the sum of the second
	for _, test := range []struct{ name, content, want string }{
		{"cut", one + two[:len(two)/2], "! a.warc.gz#2: ends before it is whole"},
		{"flipped", string(flipped), "! a.warc.gz#2: is damaged: "},
		{"rubbish behind", one + two + "rubbish", "! a.warc.gz"},
	} {
		list, _ := met(t, "a.warc.gz", test.content, Limits{})
		if len(list) < 2 || list[0] != "a.warc.gz#1 <p>one" || !strings.HasPrefix(list[len(list)-1], test.want) {
			t.Errorf("%s: %q", test.name, list)
		}
	}
}

// TestDamagedMember holds that damage is told wherever it is, and that in
// nearly all places the records around the damaged one are given.
func TestDamagedMember(t *testing.T) {
	one, two, three := packed(response("https://nahr.example/1", "<p>one")), packed(response("https://nahr.example/2", page)), packed(response("https://nahr.example/3", "<p>three"))
	lost := 0
	for i := range two {
		damaged := []byte(two)
		damaged[i] ^= 0x55
		list, snapshots := met(t, "a.warc.gz", one+string(damaged)+three, Limits{})
		if list[0] != "a.warc.gz#1 <p>one" || !strings.HasSuffix(list[len(list)-1], " <p>three") {
			lost++
		}
		if len(list) == len(snapshots) && (len(snapshots) != 3 || string(snapshots[1].Bytes) != page) {
			t.Errorf("byte %d: damage is not told: %q", i, list)
		}
	}
	if lost*20 > len(two) {
		t.Errorf("a neighbour is lost in %d of %d places", lost, len(two))
	}
}

// TestManyLiars holds that records that all lie cost no more than they weigh.
func TestManyLiars(t *testing.T) {
	for _, length := range []string{"60000", "90000000"} {
		liar := "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + length + "\r\n\r\n\r\n"
		tally := &Tally{}
		list, _ := met(t, "a.warc", strings.Repeat(liar, 30_000), Limits{RecordBytes: 1 << 20, Tally: tally})
		if len(list) < mostErrors || len(list) > mostErrors+3 || tally.Given > 0 {
			t.Errorf("%d told, %+v", len(list), *tally)
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(crawl))
	f.Add([]byte(packed(crawl)))
	f.Add([]byte(response("x", "<p>liar", "Content-Length: 400") + crawl))
	f.Fuzz(fuzz)
}

// fuzz holds what Each promises for every input: it ends, sets one result of
// two, and keeps the limits.
func fuzz(t *testing.T, raw []byte) {
	limits := Limits{RecordBytes: 4 << 10, Bytes: 1 << 20, Members: 8, Ratio: 20, Tally: &Tally{}}
	given, failed := 0, 0
	for snapshot, err := range Each(context.Background(), "-", bytes.NewReader(raw), limits) {
		switch {
		case err == nil && int64(len(snapshot.Bytes)) > limits.RecordBytes:
			t.Fatalf("a snapshot of %d bytes", len(snapshot.Bytes))
		case err == nil:
			given++
		case snapshot.Bytes != nil || isnad.Hint(err) == "":
			t.Fatalf("an error without hint, or with bytes: %v", err)
		default:
			failed++
		}
	}
	if given != limits.Tally.Given || failed > limits.Tally.Failed {
		t.Fatalf("%d given, %d failed, counted %+v", given, failed, *limits.Tally)
	}
}

// BenchmarkWARC reads a crawl that is packed record by record.
func BenchmarkWARC(b *testing.B) {
	var content strings.Builder
	plain := 0
	for i := range 3_000 {
		// A page of the size that news has, of words that do not repeat as a whole.
		body := http("200 OK", page+strings.Repeat(fmt.Sprintf("<p>وقالت المتحدثة رقم %d إن السد سيكفي المدينة حتى نهاية العام %d.</p>", i, i*7), 400))
		one := record("request", "https://nahr.example/", "GET / HTTP/1.1\r\n\r\n")
		two := record("response", fmt.Sprintf("https://nahr.example/%d", i), body)
		plain += len(one) + len(two)
		content.WriteString(packed(one) + packed(two))
	}
	b.SetBytes(int64(plain))
	for b.Loop() {
		given := 0
		for _, err := range Each(context.Background(), "-", strings.NewReader(content.String()), Limits{}) {
			if err != nil {
				b.Fatal(err)
			}
			given++
		}
		if given != 3_000 {
			b.Fatal(given)
		}
	}
}
