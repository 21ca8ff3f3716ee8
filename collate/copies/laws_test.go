package copies

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// wide returns n words of a vocabulary so large that two texts have few in
// common by chance.
func wide(r *rand.Rand, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = letters[r.IntN(len(letters))] + letters[r.IntN(len(letters))] + letters[r.IntN(len(letters))]
	}
	return list
}

// letters are syllables of made-up words.
var letters = strings.Fields("با تو جي حا خو دي را زو سي شا صو ضي طا ظو عي غا فو قي كا لو مي نا هو وي")

// A text of which one word in ten or fewer is changed, wherever they stand, is
// a copy on the same day and a week later.
func TestChangedWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		words := wide(r, rapid.IntRange(60, 600).Draw(t, "words"))
		percent := rapid.IntRange(0, 10).Draw(t, "percent")
		mine := slices.Clone(words)
		for _, i := range r.Perm(len(mine))[:len(mine)*percent/100] {
			mine[i] = wide(r, 1)[0]
		}
		docs := []*isnad.Doc{report("a", 3, strings.Join(words, " ")), report("b", rapid.SampledFrom([]int{3, 10}).Draw(t, "day"), strings.Join(mine, " "))}
		if got := Group(docs); len(got) != 1 {
			t.Fatalf("%d of %d words changed: no copy", len(words)*percent/100, len(words))
		}
	})
}

// Texts that have no three words in a row in common are never copies, however
// many words they have in common.
func TestDisjoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		words := wide(r, rapid.IntRange(20, 300).Draw(t, "words"))
		turned := slices.Clone(words)
		slices.Reverse(turned)
		c := collect([]*isnad.Doc{report("a", 3, strings.Join(words, " ")), report("b", 3, strings.Join(turned, " "))})
		if len(verify(c.texts, [][2]int{{0, 1}})) > 0 && common(c.texts[0].shingles, c.texts[1].shingles) == 0 {
			t.Fatal("copies that share nothing")
		}
		if len(Group(c.docs)) != 2 {
			t.Fatal("one witness of a text and its words turned round")
		}
	})
}

// A text and its permutation give the same groups, whatever stands in the set.
func TestOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var docs []*isnad.Doc
	for i := range 60 {
		paragraphs := []string{strings.Join(wide(r, 40), " "), notice}
		if i%3 > 0 { // two of three reports take over paragraphs of earlier ones
			earlier := docs[r.IntN(len(docs))].Article
			paragraphs = append(paragraphs, earlier.Parts[0].Span.Of(earlier.Text))
		}
		docs = append(docs, report(fmt.Sprintf("o%02d", i), 1+r.IntN(9), paragraphs...))
	}
	want := fmt.Sprint(sources(docs, Group(docs)))
	for range 20 {
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if got := fmt.Sprint(sources(docs, Group(docs))); got != want {
			t.Fatalf("in another order:\n%s\nwant\n%s", got, want)
		}
	}
}

// Five thousand reports with one paragraph in common, and as many copies of
// one text with a line of their own: no text is held against more than a few
// others, and the first are as many witnesses, the second one.
func TestCrowd(t *testing.T) {
	const n = 5000
	r := rand.New(rand.NewPCG(1, 2))
	shared, body := strings.Join(wide(r, 40), " "), strings.Join(wide(r, 80), " ")
	for _, c := range []struct {
		name  string
		text  func() []string
		want  int
		pairs int // asked for a text at most
	}{
		{"one paragraph", func() []string { return []string{strings.Join(wide(r, 90), " "), shared} }, n, 2 * neighbours},
		{"one text", func() []string { return []string{body, strings.Join(wide(r, 8), " ")} }, 1, 4 * neighbours},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := make([]*isnad.Doc, n)
			for i := range docs {
				docs[i] = report(fmt.Sprintf("c%04d", i), 3, c.text()...)
				docs[i].Article.Outlet.Name = docs[i].Article.ID // else what they share were its boilerplate
			}
			pairs := candidates(collect(docs).texts)
			if len(pairs) > n*c.pairs {
				t.Errorf("%d comparisons of %d texts", len(pairs), n)
			}
			if got := len(Group(docs)); got != c.want {
				t.Errorf("%d witnesses, want %d", got, c.want)
			}
		})
	}
}

// A report that gathers two others is a copy of both; they are none of each
// other, so it goes with one of them.
func TestRoundUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	one, two := strings.Join(wide(r, 60), " "), strings.Join(wide(r, 50), " ")
	docs := []*isnad.Doc{
		report("one", 3, one), report("one-copied", 3, one+" تغيير"),
		report("two", 3, two), report("two-copied", 3, two+" تغيير"),
		report("both", 4, one, two),
	}
	got := sources(docs, Group(docs))
	if len(got) != 2 || len(got[0])+len(got[1]) != len(docs) {
		t.Fatalf("witnesses %v", got)
	}
	for _, names := range got {
		for _, name := range names {
			if name != "both" && name[:3] != names[0][:3] {
				t.Errorf("%v are one witness", names)
			}
		}
	}
}
