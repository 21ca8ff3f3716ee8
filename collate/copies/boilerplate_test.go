package copies

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// reports makes n reports of an outlet, no two of them copies, each with a
// headline and the passages given, in which a %s stands for the headline and a
// %d for a number.
func reports(r *rand.Rand, outlet string, n int, passages ...string) []*isnad.Doc {
	docs := make([]*isnad.Doc, n)
	for i := range docs {
		title, paragraphs := strings.Join(wide(r, 5), " "), []string{strings.Join(wide(r, 80), " ")}
		for _, passage := range passages {
			passage = strings.ReplaceAll(passage, "%s", title)
			paragraphs = append(paragraphs, strings.ReplaceAll(passage, "%d", fmt.Sprint(r.IntN(1000))))
		}
		docs[i] = headed(report(fmt.Sprintf("%s%d", outlet, i), 3, paragraphs...), title)
		docs[i].Article.Outlet.Name = outlet
	}
	return docs
}

func TestBoilerplate(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	long := strings.Join(wide(r, longest+1), " ")
	copied := reports(r, "البرق", 1, notice)
	for i := range 9 {
		again := *copied[0].Article
		again.ID = fmt.Sprint("again", i)
		copied = append(copied, &isnad.Doc{Article: &again})
	}
	cases := []struct {
		name string
		docs []*isnad.Doc
		want []int // parts of each report
	}{
		{"a notice under every report", reports(r, "البرق", 8, notice), []int{2}},
		{"in the spelling of the day", reports(r, "البرق", 8, strings.ReplaceAll(notice, "أ", "ا")+" %d"), []int{2}},
		{"a link that repeats the headline", reports(r, "البرق", 8, "رابط الخبر: %s"), []int{2}},
		{"a number to send to", reports(r, "البرق", 8, "للتواصل أرسل إلى %d", notice), []int{2, 3}},
		{"too few reports", reports(r, "البرق", leastReports-1, notice), nil},
		{"copies of one report", copied, nil},
		{"too long for a notice", reports(r, "البرق", 8, long), nil},
		{"the headline alone", reports(r, "البرق", 8, "%s"), nil},
		{"a number alone", reports(r, "البرق", 8, "%d"), nil},
		{"nothing but text", reports(r, "البرق", 8), nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			want := map[int][]int{}
			for i := range c.docs {
				if c.want != nil {
					want[i] = c.want
				}
			}
			found := Boilerplate(c.docs)
			if diff := cmp.Diff(want, found); diff != "" {
				t.Errorf("boilerplate (-want +got):\n%s", diff)
			}
			for i, parts := range found {
				for _, part := range parts {
					c.docs[i].Article.Parts[part].Kind = isnad.Boilerplate
				}
			}
			if diff := cmp.Diff(want, Boilerplate(c.docs)); diff != "" {
				t.Errorf("after it was marked (-want +got):\n%s", diff)
			}
		})
	}
}

// What one outlet prints under its reports is no boilerplate of another that
// prints it once, and a passage that few of an outlet's many reports have is
// none of it.
func TestBoilerplateIsOfAnOutlet(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	docs := append(reports(r, "البرق", 8, notice), reports(r, "الشراع", 1, notice)...)
	docs = append(docs, reports(r, "الساحل", 6, second)...)
	docs = append(docs, reports(r, "الساحل", 1500)...)
	found := Boilerplate(docs)
	for i := range docs {
		if want := docs[i].Article.Outlet.Name == "البرق"; want != (len(found[i]) > 0) {
			t.Errorf("%s: boilerplate %v", docs[i].Article.Source, found[i])
		}
	}
}

// Two short reports that share a notice and little else are no copies, because
// the notice is known from other reports.
func TestBoilerplateIsNotCompared(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 10))
	docs := reports(r, "البرق", 8, notice)
	a := report("a", 3, strings.Join(wide(r, 16), " "), notice)
	b := report("b", 3, strings.Join(wide(r, 16), " "), notice)
	a.Article.Outlet.Name, b.Article.Outlet.Name = "البرق", "البرق"
	if got := len(Group([]*isnad.Doc{a, b})); got != 1 {
		t.Fatalf("%d witnesses of two reports that share their notice: the case shows nothing", got)
	}
	if got := len(Group(append(docs, a, b))); got != len(docs)+2 {
		t.Errorf("%d witnesses of %d reports", got, len(docs)+2)
	}
}
