package terminal

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// views write the views of the fixture.
var views = map[string]func(*bytes.Buffer, Options) error{
	"story": func(out *bytes.Buffer, options Options) error {
		return WriteStory(out, showtest.Record(), showtest.Overview(), showtest.News(), options)
	},
	"positions": func(out *bytes.Buffer, options Options) error {
		return WritePositions(out, []*isnad.Record{showtest.Record()}, showtest.Positions(), options)
	},
	"commitments": func(out *bytes.Buffer, options Options) error {
		return WriteCommitments(out, []*isnad.Record{showtest.Record()}, options)
	},
}

func writeView(t *testing.T, name string, options Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := views[name](&out, options); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGoldenViews(t *testing.T) {
	visible := strings.NewReplacer("\u2068", `\u2068`, "\u2069", `\u2069`, "\u200f", `\u200f`)
	for name := range views {
		for label, options := range map[string]Options{"english": {}, "arabic": {Lang: isnad.Arabic, Width: 120}} {
			got := visible.Replace(writeView(t, name, options))
			golden := filepath.Join("testdata", name+"-"+label+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s: run with -update and read the diff: (-want +got)\n%s", golden, diff)
			}
		}
	}
}

// Lines of the views fit, and Arabic stands in isolates where the labels are
// English.
func TestLinesOfViews(t *testing.T) {
	for name := range views {
		for _, width := range []int{40, 80, 120} {
			for line := range strings.Lines(writeView(t, name, Options{Width: width, All: true, Color: true})) {
				if got := Width(strings.TrimSuffix(line, "\n")); got > width {
					t.Errorf("%s, width %d: %d cells in %q", name, width, got, line)
				}
				depth := 0
				for _, r := range line {
					switch {
					case string(r) == firstStrongIsolate:
						depth++
					case string(r) == popIsolate:
						depth--
					case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) && depth == 0:
						t.Errorf("%s: Arabic stands bare in %q", name, line)
					}
				}
				if depth != 0 {
					t.Errorf("%s: isolates stay open in %q", name, line)
				}
			}
		}
	}
}

// A subject that is spoken of once is shown where all is asked for.
func TestSingleSubjects(t *testing.T) {
	if short, all := writeView(t, "positions", Options{}), writeView(t, "positions", Options{All: true}); strings.Contains(short, "shifts") || !strings.Contains(all, "shifts") {
		t.Errorf("short:\n%s\nall:\n%s", short, all)
	}
}

// Views of nothing say so.
func TestEmptyViews(t *testing.T) {
	var out bytes.Buffer
	for name, write := range map[string]func() error{
		"story":       func() error { return WriteStory(&out, &isnad.Record{}, nil, nil, Options{}) },
		"positions":   func() error { return WritePositions(&out, nil, nil, Options{}) },
		"commitments": func() error { return WriteCommitments(&out, nil, Options{}) },
		"no overview": func() error { return WriteStory(&out, showtest.Record(), nil, nil, Options{}) },
		"bare": func() error {
			return WriteStory(&out, showtest.Record(), &isnad.Overview{}, &isnad.News{}, Options{Lang: isnad.Arabic})
		},
	} {
		out.Reset()
		if err := write(); err != nil || out.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", name, out.Len(), err)
		}
	}
}
