package known_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// hinted is a list of invented names.
const hinted = "id\tkind\tclass\tar\ten\tar_demonym\ten_demonym\n" +
	"velmar\tplace\tregion\tفلمار\tVelmar\tفلماري\tVelmarian\n" +
	"league\torganisation\t\tالرابطة الفلمارية\tVelmarian League\t\t\n" +
	"front\tgroup\t\tلجنة النجم البعيد\t\t\t\n" +
	"quill\tperson\t\tتال مارين | تال\tTal Maren\t\t\n" +
	"games\tevent\t\tألعاب فلمار\t\t\t\n" +
	"isle\tplace\tregion\tالزمردة\t\t\t\n"

func loadHinted(t testing.TB) *known.Facts {
	t.Helper()
	facts, err := known.Load("hints.tsv", strings.NewReader(hinted))
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

// marks writes hints as letters: a capital where a name begins, a small letter
// where it goes on, d for a demonym, a stop for nothing.
func marks(hints []names.Hint) string {
	var list []string
	for _, hint := range hints {
		word := ""
		for bit, letter := range "PpBbLlOod" {
			if hint>>bit&1 != 0 {
				word += string(letter)
			}
		}
		if word == "" {
			word = "."
		}
		list = append(list, word)
	}
	return strings.Join(list, " ")
}

func TestHints(t *testing.T) {
	h := known.NewHinter(loadHinted(t))
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"none is known", "قال مسؤول أمس", ". . ."},
		{"a place", "في فلمار", ". L"},
		{"behind a conjunction", "وفلمار", "L"},
		{"behind a preposition", "بفلمار لفلمار", "L L"},
		{"behind both", "ولفلمار", "L"},
		{"with its article", "الزمردة", "L"},
		{"behind a conjunction with its article", "والزمردة", "L"},
		{"behind a preposition with its article", "بالزمردة", "L"},
		{"the article lost in a preposition", "للزمردة", "L"},
		{"several words", "لجنة النجم البعيد تجتمع", "B b b ."},
		{"several words behind a conjunction", "ولجنة النجم البعيد", "B b b"},
		{"a name that was begun alone", "لجنة النجم", ". ."},
		{"the article of the first word lost", "للرابطة الفلمارية", "B bd"},
		{"the longest name", "تال مارين وتال وحده", "P p P ."},
		{"names in each other", "ألعاب فلمار", "O Lo"},
		{"a demonym", "مسؤول فلماري", ". d"},
		{"a demonym inflected, with its article", "الفلماريين والفلمارية للفلماريين", "d d d"},
		{"Latin letters", "Velmarian League و Tal Maren", "Bd b . P p"},
		{"marks are none", "« فلمار » ، .", ". L . . ."},
	} {
		t.Run(test.name, func(t *testing.T) {
			for range 2 { // the second time from memory
				if got := marks(h.Hints(arabic.Tokens(test.text))); got != test.want {
					t.Errorf("%s, want %s", got, test.want)
				}
			}
		})
	}
}

// TestHintLaws holds that there is a hint for each token, the same whatever was
// read before, and that what goes on was begun.
func TestHintLaws(t *testing.T) {
	facts := loadHinted(t)
	kept := known.NewHinter(facts)
	words := []string{"فلمار", "وفلمار", "للزمردة", "لجنة", "النجم", "البعيد", "تال", "مارين", "الرابطة", "الفلمارية", "ال", "لل", "و", "ول",
		"Velmarian", "League", "velmar", ".", "«", "ألعاب", "قال", strings.Repeat("ولل", 20), "\u0640", "12", "ﻓﻠﻤﺎﺭ"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(words), rapid.String())).Draw(t, "words"), " ")
		tokens := arabic.Tokens(text)
		got := slices.Clone(kept.Hints(tokens))
		if len(got) != len(tokens) {
			t.Fatalf("%d hints of %d tokens", len(got), len(tokens))
		}
		if fresh := known.NewHinter(facts).Hints(tokens); !slices.Equal(got, fresh) {
			t.Fatalf("%s: %s, fresh %s", text, marks(got), marks(fresh))
		}
		const goesOn = names.PersonGoesOn | names.BodyGoesOn | names.PlaceGoesOn | names.OtherGoesOn
		before := names.Hint(0)
		for i, hint := range got {
			if on := hint & goesOn; on&^(before&goesOn|before<<1&goesOn) != 0 {
				t.Fatalf("%s: %s: token %d goes on with nothing", text, marks(got), i)
			}
			if tokens[i].Kind != lang.Word && hint&^goesOn != 0 {
				t.Fatalf("%s: %s: a name begins with mark %d", text, marks(got), i)
			}
			before = hint
		}
	})
}

// TestHintsOfOwnFacts holds that what a hinter remembers is of its own facts.
func TestHintsOfOwnFacts(t *testing.T) {
	tokens := arabic.Tokens("فلمار")
	other, err := known.Load("other.tsv", strings.NewReader("id\tkind\tar\nada\tperson\tأدا\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := marks(known.NewHinter(other).Hints(tokens)); got != "." {
		t.Error(got)
	}
	if got := marks(known.NewHinter(other.With(loadHinted(t))).Hints(tokens)); got != "L" {
		t.Error(got)
	}
	if got := marks(known.NewHinter(new(known.Facts)).Hints(tokens)); got != "." {
		t.Error(got)
	}
}

// TestHintsAllocate holds that a warm hinter allocates nothing.
func TestHintsAllocate(t *testing.T) {
	h := known.NewHinter(loadHinted(t))
	tokens := arabic.Tokens(strings.Repeat("وقال تال مارين للرابطة الفلمارية إن لجنة النجم البعيد في الزمردة. ", 20))
	h.Hints(tokens)
	if n := testing.AllocsPerRun(20, func() { h.Hints(tokens) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
