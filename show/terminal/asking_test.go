package terminal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

// answers are the reports that answer a question.
var answers = map[string]func(*bytes.Buffer, Options) error{
	"hits": func(w *bytes.Buffer, o Options) error { return WriteHits(w, "speaker:haddaf", showtest.Hits(), 39, o) },
	"none": func(w *bytes.Buffer, o Options) error { return WriteHits(w, "zebra", nil, 0, o) },
	"stories": func(w *bytes.Buffer, o Options) error {
		briefs, _ := showtest.Briefs()
		return WriteBriefs(w, briefs, nil, 1231, o)
	},
	"news": func(w *bytes.Buffer, o Options) error {
		briefs, news := showtest.Briefs()
		return WriteBriefs(w, briefs, news, 0, o)
	},
	"entity": func(w *bytes.Buffer, o Options) error { return WriteProfile(w, showtest.Profile(), o) },
}

func answer(t *testing.T, name string, options Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := answers[name](&out, options); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGoldenAnswers(t *testing.T) {
	visible := strings.NewReplacer("\u2068", `\u2068`, "\u2069", `\u2069`, "\u200f", `\u200f`)
	for _, lang := range []isnad.Lang{isnad.English, isnad.Arabic} {
		got := ""
		for _, name := range []string{"hits", "none", "stories", "news", "entity"} {
			got += fmt.Sprintf("-- %s --\n%s", name, visible.Replace(answer(t, name, Options{Lang: lang})))
		}
		golden := filepath.Join("testdata", "answers-"+string(lang)+".txt")
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

// No line of an answer is too wide, none mixes scripts but for isolated runs,
// and isolates are closed on the line that opens them.
func TestLinesOfAnswers(t *testing.T) {
	for name := range answers {
		for _, width := range []int{40, 80, 120} {
			for _, lang := range []isnad.Lang{isnad.English, isnad.Arabic} {
				for line := range strings.Lines(answer(t, name, Options{Lang: lang, Width: width, Color: true})) {
					line = strings.TrimSuffix(line, "\n")
					if got := Width(line); got > width {
						t.Errorf("%s: width %d: %d cells in %q", name, width, got, line)
					}
					depth := 0
					for _, r := range line {
						switch {
						case string(r) == firstStrongIsolate:
							depth++
						case string(r) == popIsolate:
							depth--
						case lang == isnad.English && unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) && depth == 0:
							t.Errorf("%s: Arabic stands bare in %q", name, line)
						}
					}
					if depth != 0 {
						t.Errorf("%s: isolates are not closed in %q", name, line)
					}
				}
			}
		}
	}
}

// Words found are marked only where colour is asked for, and nothing else is
// changed by it.
func TestFoundWords(t *testing.T) {
	plain, coloured := answer(t, "hits", Options{}), answer(t, "hits", Options{Color: true})
	if strings.Contains(plain, "\x1b") || !strings.Contains(coloured, "\x1b[1;4m") {
		t.Error("words found are not marked as they should be")
	}
	var bare strings.Builder
	inColour := false
	for _, r := range coloured {
		switch {
		case r == escape:
			inColour = true
		case inColour:
			inColour = r != 'm'
		default:
			bare.WriteRune(r)
		}
	}
	if diff := cmp.Diff(plain, bare.String()); diff != "" {
		t.Errorf("colour changes the words (-plain +coloured)\n%s", diff)
	}
}
