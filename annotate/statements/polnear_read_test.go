package statements_test

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// attribution is one of PolNeAR's, in bytes of the text.
type attribution struct{ source, cue, content []isnad.Span }

type annotated struct {
	name, text   string
	attributions []attribution
}

// polnear reads the sampled articles, or skips the test where there are none.
func polnear(t *testing.T) []annotated {
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	file, err := os.Open(filepath.Join(root, "data", "quotes-en", "polnear-train-dev.tgz"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("no PolNeAR under %s: set ISNAD_SHARED to the folder that holds data/quotes-en", root)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	files := unpack(t, file)
	var names []string
	for name := range files {
		if strings.HasSuffix(name, ".txt") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	notes := map[string]string{}
	// Some articles have several annotators: the last by name is taken.
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if base, ok := strings.CutSuffix(path.Base(name), ".ann"); ok {
			notes[base[:strings.LastIndexByte(base, '_')]] = files[name]
		}
	}
	var list []annotated
	for i := *offset; i < len(names); i += *every {
		base := strings.TrimSuffix(path.Base(names[i]), ".txt")
		list = append(list, annotated{base, files[names[i]], brat(files[names[i]], notes[base])})
	}
	return list
}

func unpack(t *testing.T, from io.Reader) map[string]string {
	zipped, err := gzip.NewReader(from)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for archive := tar.NewReader(zipped); ; {
		head, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		files[head.Name] = string(data)
	}
}

// brat reads attributions in the brat standoff format, whose offsets are code
// points.
func brat(text, notes string) []attribution {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	spans := map[string][]isnad.Span{}
	var list []attribution
	for _, line := range strings.Split(notes, "\n") {
		fields := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "T") && len(fields) > 1:
			_, ranges, _ := strings.Cut(fields[1], " ")
			for _, piece := range strings.Split(ranges, ";") {
				from, to, _ := strings.Cut(piece, " ")
				start, _ := strconv.Atoi(from)
				end, _ := strconv.Atoi(to)
				if end < len(at) {
					spans[fields[0]] = append(spans[fields[0]], isnad.Span{Start: at[start], End: at[end]})
				}
			}
		case strings.HasPrefix(line, "E") && len(fields) > 1:
			var one attribution
			for _, role := range strings.Fields(fields[1]) {
				name, id, _ := strings.Cut(role, ":")
				switch strings.TrimRight(name, "0123456789") {
				case "Source":
					one.source = append(one.source, spans[id]...)
				case "Cue":
					one.cue = append(one.cue, spans[id]...)
				case "Content":
					one.content = append(one.content, spans[id]...)
				}
			}
			if len(one.content) > 0 {
				list = append(list, one)
			}
		}
	}
	return list
}
