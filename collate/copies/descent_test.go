package copies

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// from says of a doc that its outlet published it and credits an agency.
func from(doc *isnad.Doc, outlet, agency string) *isnad.Doc {
	doc.Article.Outlet.Name = outlet
	doc.Article.Agency.Name = agency
	return doc
}

func TestDescent(t *testing.T) {
	type line struct {
		Source, From, Why string
		Added, Dropped    []string
	}
	cases := []struct {
		name string
		docs []*isnad.Doc
		want []line
	}{
		{
			"a paragraph added, one left out",
			[]*isnad.Doc{report("b", 4, first, second, other), report("a", 3, first, second, third)},
			[]line{{Source: "a"}, {"b", "a", "62 % of its word triples are in it", []string{other}, []string{third}}},
		},
		{
			"to the letter",
			[]*isnad.Doc{report("a", 3, first, second), report("b", 3, first, second), report("c", 4, first, second)},
			[]line{{Source: "a"}, {"b", "a", "the same words", nil, nil}, {"c", "a", "the same words", nil, nil}},
		},
		{
			"from the closest, not the first",
			[]*isnad.Doc{report("a", 3, first, second), report("b", 4, first, second, third), report("c", 5, first, second, third)},
			[]line{{Source: "a"}, {"b", "a", "71 % of its word triples are in it", []string{third}, nil}, {"c", "b", "the same words", nil, nil}},
		},
		{
			"the agency's own text comes first",
			[]*isnad.Doc{
				from(report("paper", 3, first, second), "البرق", "وكالة الساحل"),
				from(report("agency", 4, first, second, third), "وكالة الساحل", ""),
			},
			[]line{{Source: "agency"}, {"paper", "agency", "credits it", nil, []string{third}}},
		},
		{
			"through whom it credits, though another is closer",
			[]*isnad.Doc{
				from(report("agency", 3, first, second), "وكالة الساحل", ""),
				from(report("paper", 4, first, second, third), "البرق", "الساحل"),
				from(report("late", 5, first, second, third), "الشراع", "وكالة الساحل"),
			},
			[]line{{Source: "agency"}, {"paper", "agency", "credits it", []string{third}, nil}, {"late", "agency", "credits it", []string{third}, nil}},
		},
		{
			"both credit one that is not there",
			[]*isnad.Doc{from(report("a", 3, first, second), "البرق", "وكالة الساحل"), from(report("b", 4, first, second), "الشراع", "وكالة الساحل")},
			[]line{{Source: "a"}, {"b", "a", "the same words", nil, nil}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			witnesses := Group(c.docs)
			if len(witnesses) != 1 {
				t.Fatalf("%d witnesses", len(witnesses))
			}
			var got []line
			for i, d := range witnesses[0].Descent {
				if d.Article != witnesses[0].Articles[i] {
					t.Errorf("descent %d is of article %d, want %d", i, d.Article, witnesses[0].Articles[i])
				}
				one := line{Source: c.docs[d.Article].Article.Source, Why: d.Why}
				if d.From >= 0 {
					one.From = c.docs[d.From].Article.Source
					one.Added, one.Dropped = words(c.docs[d.Article], d.Added), words(c.docs[d.From], d.Dropped)
				}
				got = append(got, one)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("descent (-want +got):\n%s", diff)
			}
		})
	}
}

func words(doc *isnad.Doc, spans []isnad.Span) (list []string) {
	for _, span := range spans {
		list = append(list, doc.Words(span))
	}
	return list
}

// A version descends from the one before it, and where sentences are known
// they are what was added, not the paragraph.
func TestDescentOfVersion(t *testing.T) {
	early, late := report("one", 3, first, second), report("one", 3, first, second+" "+third)
	early.Article.Version, late.Article.Version = "v1", "v2"
	late.Article.Published.Time = late.Article.Published.Time.Add(time.Hour)
	start := late.Article.Parts[1].Span.Start
	late.Sentences = []isnad.Sentence{
		{Span: late.Article.Parts[0].Span},
		{Span: isnad.Span{Start: start, End: start + len(second)}, Part: 1},
		{Span: isnad.Span{Start: start + len(second) + 1, End: late.Article.Parts[1].Span.End}, Part: 1},
	}
	docs := []*isnad.Doc{late, early}
	d := Group(docs)[0].Descent[1]
	if d.Article != 0 || d.From != 1 || d.Why != "version of one article" {
		t.Errorf("descent %+v", d)
	}
	if diff := cmp.Diff([]string{third}, words(late, d.Added)); diff != "" {
		t.Errorf("added (-want +got):\n%s", diff)
	}
}
