package feeds

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html/charset"
	textunicode "golang.org/x/text/encoding/unicode"
)

var update = flag.Bool("update", false, "rewrite what the cases want")

// now is the clock of all tests.
var now = time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC)

// TestCases reads the feeds in testdata: one archive each, whose head says
// what it shows and how its bytes come, with the feed and what is made of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("want a feed and what is made of it: %v", err)
			}
			got := parsed(document(t, archive))
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("%s\n%s", archive.Comment, diff)
			}
		})
	}
}

// document makes the bytes that an archive describes. Lines "name: value" at
// its head say: url, type, encode (a charset, utf-16le or utf-16be), cut (bytes from
// the end), gzip (bytes to keep of it, 0 for all), bytes (a replacement of the
// form old=new, with escapes of Go).
func document(t *testing.T, archive *txtar.Archive) Document {
	t.Helper()
	doc := Document{URL: "https://feeds.nahr.example/all.xml", Bytes: archive.Files[0].Data}
	for line := range strings.Lines(string(archive.Comment)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "url":
			doc.URL = value
		case "type":
			doc.ContentType = value
		case "bytes":
			before, after, _ := strings.Cut(value, "=>")
			doc.Bytes = bytes.ReplaceAll(doc.Bytes, []byte(unquote(t, before)), []byte(unquote(t, after)))
		case "encode":
			doc.Bytes = encode(t, doc.Bytes, value)
		case "cut":
			n, _ := strconv.Atoi(value)
			doc.Bytes = doc.Bytes[:len(doc.Bytes)-n]
		case "gzip":
			n, _ := strconv.Atoi(value)
			doc.Bytes = zip(doc.Bytes, gzip.NoCompression) // so that its bytes are the same for ever
			if n > 0 {
				doc.Bytes = doc.Bytes[:n]
			}
		}
	}
	return doc
}

func unquote(t *testing.T, s string) string {
	t.Helper()
	words, err := strconv.Unquote(`"` + s + `"`)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func encode(t *testing.T, raw []byte, name string) []byte {
	t.Helper()
	encoding, _ := charset.Lookup(name)
	switch name {
	case "utf-16le":
		encoding = textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)
	case "utf-16be":
		encoding = textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)
	}
	encoded, err := encoding.NewEncoder().Bytes(raw)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func zip(raw []byte, level int) []byte {
	var b bytes.Buffer
	writer, _ := gzip.NewWriterLevel(&b, level) // levels that there are
	_, _ = writer.Write(raw)                    // a buffer takes everything
	_ = writer.Close()
	return b.Bytes()
}

// parsed prints what Parse makes of doc.
func parsed(doc Document) string {
	feed, err := Parse(doc, now)
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	line("kind", feed.Kind)
	line("title", feed.Title)
	line("home", feed.Home)
	line("lang", string(feed.Lang))
	line("sitemaps", strings.Join(feed.Sitemaps, " "))
	for _, note := range feed.Notes {
		line("note", note)
	}
	for _, item := range feed.Items {
		line("item", item.URL+" ")
		line("  id", item.ID)
		line("  title", item.Title)
		line("  author", item.Author)
		line("  published", printed(item.Published, item.Clock))
		line("  updated", printed(item.Updated, true))
		if item.Lang != feed.Lang {
			line("  lang", string(item.Lang))
		}
		line("  content", item.Content)
		for _, note := range item.Notes {
			line("  note", note)
		}
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

func printed(t time.Time, clock bool) string {
	switch {
	case t.IsZero():
		return ""
	case clock:
		return t.Format(time.RFC3339)
	}
	return t.Format(time.DateOnly)
}
