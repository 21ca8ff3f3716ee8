package terminal

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
	"github.com/isnad-news/isnad/show/view"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func write(t *testing.T, options Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, showtest.Record(), options); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Golden files are the report as a desk editor reads it; marks of direction
// stand in them as \u escapes.
func TestGolden(t *testing.T) {
	visible := strings.NewReplacer("\u2068", `\u2068`, "\u2069", `\u2069`, "\u200f", `\u200f`)
	for name, options := range map[string]Options{
		"english": {}, "arabic": {Lang: isnad.Arabic}, "all": {All: true, Width: 100},
	} {
		got := visible.Replace(write(t, options))
		golden := filepath.Join("testdata", name+".txt")
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
			t.Errorf("%s: run with -update and read the diff: (-want +got)\n%s", name, diff)
		}
	}
}

func TestLinesFit(t *testing.T) {
	for _, width := range []int{1, 40, 60, 80, 120, 500} {
		for _, lang := range []isnad.Lang{isnad.English, isnad.Arabic} {
			limit := min(max(width, minWidth), maxWidth)
			for line := range strings.Lines(write(t, Options{Width: width, Lang: lang, All: true, Color: true})) {
				if got := Width(strings.TrimSuffix(line, "\n")); got > limit {
					t.Errorf("width %d: %d cells in %q", width, got, line)
				}
			}
		}
	}
}

// No line of the English report mixes scripts but for isolated runs, and
// isolates are closed on the line that opens them.
func TestRunsAreIsolated(t *testing.T) {
	for line := range strings.Lines(write(t, Options{All: true})) {
		depth, latin := 0, false
		for _, r := range line {
			switch {
			case string(r) == firstStrongIsolate:
				depth++
			case string(r) == popIsolate:
				depth--
			case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) && depth == 0:
				t.Errorf("Arabic stands bare in %q", line)
			case unicode.Is(unicode.Latin, r) && depth == 0:
				latin = true
			}
		}
		if depth != 0 {
			t.Errorf("isolates are not closed in %q (latin: %t)", line, latin)
		}
	}
}

// What a reader must know about a story of four reports stands above the
// timeline, on one screen.
func TestFirstScreen(t *testing.T) {
	first := 0
	for i, line := range strings.Split(write(t, Options{}), "\n") {
		if strings.HasPrefix(line, "Story 1 of") {
			first = i
		}
		if line == "TIMELINE" {
			if i-first > 31 {
				t.Errorf("the first screen takes %d lines", i-first)
			}
			return
		}
	}
	t.Error("there is no timeline")
}

func TestColourOnlyWhenAsked(t *testing.T) {
	if strings.Contains(write(t, Options{}), "\x1b") {
		t.Error("there are escapes without colour")
	}
	if !strings.Contains(write(t, Options{Color: true}), "\x1b[1m") {
		t.Error("there is no colour")
	}
}

func TestEmptyRecord(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, &isnad.Record{}, Options{}); err != nil || out.String() != "No report was read.\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// What a report says cannot steer the terminal or reorder the lines around it.
func TestClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("a \u0628\u064e\u202e\u2067\u2069\u200f\u061c\u0085\x1b\x07\x7f[31m\n\t"))).Draw(t, "text")
		for _, r := range Clean(text) {
			if unicode.IsControl(r) || directs(r) {
				t.Fatalf("%q comes out of %q", r, text)
			}
		}
	})
}

// Wrapping loses nothing but white space, and no line is too wide.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab \u0628\u064e\u4e2d"))).Draw(t, "text")
		width := rapid.IntRange(minWidth/2, 60).Draw(t, "width")
		lines := wrap(text, width)
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%q is wrapped to %q", text, lines)
		}
		for _, line := range lines {
			if Width(line) > width {
				t.Fatalf("%q has %d cells, not %d", line, Width(line), width)
			}
		}
	})
}

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"abc", 3}, {"هاتفيًّا", 6}, {"中文", 4}, {"\x1b[1mabc\x1b[0m", 3}, {"\u2068سلام\u2069", 4}, {"", 0},
	} {
		if got := Width(c.text); got != c.want {
			t.Errorf("%q: %d, want %d", c.text, got, c.want)
		}
	}
}

func TestPlaceWithoutLine(t *testing.T) {
	record := showtest.Record()
	for i := range record.Docs[0].Article.Parts {
		record.Docs[0].Article.Parts[i].Line = 0
	}
	for _, report := range view.New(record, isnad.English).Reports {
		if report.Index == 0 && report.Place(report.Article.Parts[1].Span) != "\u00b62" {
			t.Errorf("a place without line reads %s", report.Place(report.Article.Parts[1].Span))
		}
	}
}
