package gloss

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang/arabic"
)

func TestList(t *testing.T) {
	seen := map[string]bool{}
	for line := range lines(words) {
		fields := strings.Split(line, "\t")
		if seen[fields[0]] {
			t.Errorf("%s: twice", fields[0])
		}
		seen[fields[0]] = true
		if len(fields) < 3 || len(fields) > columns || fields[1] == "" || fields[2] == "" && len(fields) < 4 {
			t.Errorf("%s: a language is missing", line)
		}
		if strings.Contains(line, "||") || strings.Contains(line, " ") || strings.Contains(line, "=") {
			t.Errorf("%s: malformed", line)
		}
	}
	if len(seen) < 2000 {
		t.Errorf("%d concepts", len(seen))
	}
	t.Logf("%d concepts, %d Arabic forms, %d English", len(seen), len(index().arabic), len(index().english))
}

// TestAmbiguity keeps hopeless forms out: a form that many concepts claim
// belongs to fewer of them, or to none.txt.
func TestAmbiguity(t *testing.T) {
	for word := range index().arabic {
		form := index().form(word)
		for _, concepts := range [][]string{form.any, form.noun, form.feminine, form.past, form.present} {
			if len(concepts) > MaxConcepts {
				t.Errorf("%s: %v", word, concepts)
			}
		}
	}
	for word, form := range index().english {
		if len(form.exact) > MaxConcepts || len(form.stem) > MaxConcepts {
			t.Errorf("%s: %v %v", word, form.exact, form.stem)
		}
	}
}

// TestProclitics checks that every word of the list keeps its concepts behind
// و, and every noun behind ال, unless the result is a word of the list too.
func TestProclitics(t *testing.T) {
	known := index()
	for word := range known.arabic {
		form := known.form(word)
		if form.any == nil || len(word) < 2*letter {
			continue
		}
		if with := waw + word; known.form(with).any == nil && !arabic.IsStop(with) {
			if diff := cmp.Diff(Arabic(word), Arabic(with)); diff != "" {
				t.Errorf("%s: %s", with, diff)
			}
		}
		with := article + word
		if form.noun == nil || known.form(with).any != nil || arabic.IsStop(with) {
			continue
		}
		got := Arabic(with)
		for _, concept := range form.noun {
			if !strings.Contains(strings.Join(got, " "), concept) {
				t.Errorf("%s: %v without %s", with, got, concept)
			}
		}
	}
}

func TestAnyString(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("ابتدسفكلمنهوييةأآىئءAسd'-s ")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(letters, rapid.String(), rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 12), func(b []byte) string { return string(b) })).Draw(t, "word")
		for _, concepts := range [][]string{Arabic(word), English(word)} {
			if len(concepts) > MaxConcepts || concepts != nil && len(concepts) == 0 {
				t.Fatalf("%q: %v", word, concepts)
			}
		}
		if diff := cmp.Diff(Arabic(word), Arabic(arabic.Fold(word))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		parse(words, none)
	}
}
