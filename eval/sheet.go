package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// sheet lays a record beside the gold. Docs and gold articles meet by file.
type sheet struct {
	gold   *Gold
	record *isnad.Record
	report Report

	docs     map[string]int   // gold article to doc; absent if the record lacks it
	articles map[int]string   // doc to gold article
	repeats  map[place]bool   // lines that repeat others
	optional map[place]bool   // lines on which further answers cost nothing
	lines    map[int]lineFind // doc to its lines
	people   roster
	found    []pairing // of gold statements, by index
}

// place is a line of a gold article.
type place struct {
	article string
	line    int
}

// pairing is the answer that a gold item was paired with; doc is -1 for none.
type pairing struct {
	doc, index int
	words      []string // folded content of the answer
}

func (p pairing) none() bool { return p.doc < 0 }

func newSheet(g *Gold, record *isnad.Record) *sheet {
	s := &sheet{
		gold: g, record: record, docs: map[string]int{}, articles: map[int]string{},
		repeats: map[place]bool{}, optional: map[place]bool{}, lines: map[int]lineFind{},
	}
	for _, article := range g.Articles {
		s.meet(article)
		for _, repeat := range article.Repeats {
			if len(repeat.Lines) == 2 {
				for line := repeat.Lines[0]; line <= min(repeat.Lines[1], repeat.Lines[0]+maxLines); line++ {
					s.repeats[place{article.ID, line}] = true
				}
			}
		}
	}
	for _, line := range g.OptionalLines {
		s.optional[line.place()] = true
	}
	s.people = newRoster(s)
	return s
}

// maxLines bounds how many lines one entry of the gold can cover.
const maxLines = 1 << 20

// meet finds the doc of a gold article: the one whose source ends with its
// path. The number of a record within its file ("#3") must agree if both have
// one.
func (s *sheet) meet(article goldArticle) {
	for d, doc := range s.record.Docs {
		_, taken := s.articles[d]
		source := strings.ReplaceAll(doc.Article.Source, `\`, "/")
		if !taken && (source == article.File || strings.HasSuffix(source, "/"+strings.TrimPrefix(article.File, "./"))) {
			s.docs[article.ID], s.articles[d] = d, article.ID
			s.lines[d] = newLineFind(doc.Article)
			return
		}
	}
	s.miss(Miss{Score: statementsKey, Article: article.ID, Gold: article.File, Why: "the record holds no report from this file"})
}

// doc returns the doc of a gold article, or nil, and its index.
func (s *sheet) doc(article string) (*isnad.Doc, int) {
	d, ok := s.docs[article]
	if !ok {
		return nil, -1
	}
	return s.record.Docs[d], d
}

// at gives the gold article and line of byte offset i of doc d.
func (s *sheet) at(d, i int) place { return place{s.articles[d], s.lines[d].line(i)} }

// repeated reports whether offset i of doc d lies in a passage that the gold
// or the article calls a repeat.
func (s *sheet) repeated(d, i int) bool {
	article := s.record.Docs[d].Article
	if part := article.PartAt(i); part >= 0 && article.Parts[part].Kind == isnad.Repeat {
		return true
	}
	return s.repeats[s.at(d, i)]
}

// miss notes one item that was missed or answer that was wrong.
func (s *sheet) miss(m Miss) { s.report.Misses = append(s.report.Misses, m) }

func (s *sheet) sortMisses() {
	order := map[string]int{}
	for i, key := range keys {
		order[key] = i
	}
	slices.SortStableFunc(s.report.Misses, func(a, b Miss) int {
		wrong := func(m Miss) int {
			if m.Wrong {
				return 1
			}
			return 0
		}
		return cmp.Or(order[a.Score]-order[b.Score], wrong(a)-wrong(b), strings.Compare(a.Article, b.Article), a.Line-b.Line)
	})
}

// measure makes a score of items right among those to find and those answered.
func measure(right, gold, answers int) Measure {
	m := Measure{Precision: share(right, answers, gold), Recall: share(right, gold, answers), Right: right, Gold: gold, Answers: answers}
	m.F1 = harmonic(m.Precision, m.Recall)
	return m
}

// proportion makes a score that is a share of items alone.
func proportion(right, all int) Measure { return measure(right, all, all) }

// share is right by all; with nothing to divide by it is 1 if the other side is
// empty as well.
func share(right, all, other int) float64 {
	switch {
	case all > 0:
		return float64(right) / float64(all)
	case other == 0:
		return 1
	}
	return 0
}

func harmonic(precision, recall float64) float64 {
	if precision+recall == 0 {
		return 0
	}
	return 2 * precision * recall / (precision + recall)
}
