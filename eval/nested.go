package eval

import "strings"

// scoreNested pairs the statements reported inside others.
func (s *sheet) scoreNested() (right, gold, answers int) {
	taken := map[spotIndex]bool{}
	var list []said
	for _, article := range s.gold.Articles {
		if _, d := s.doc(article.ID); d >= 0 {
			for _, one := range s.said(d) {
				if one.nested {
					list = append(list, one)
				}
			}
		}
	}
	pairs := assign(len(s.gold.Nested), len(list), func(i, j int) float64 { return s.nestedWeight(i, list[j]) })
	for i, j := range pairs {
		if j >= 0 {
			// An answer to an optional item drops out.
			taken[spotIndex{list[j].doc, list[j].index}] = true
		}
		if s.gold.Nested[i].Optional {
			continue
		}
		gold++
		if j >= 0 {
			right++
			answers++
			continue
		}
		s.missNested(i, list)
	}
	for _, one := range list {
		if taken[spotIndex{one.doc, one.index}] || s.optional[one.at] && !one.repeated {
			continue
		}
		answers++
		s.miss(Miss{
			Score: chainsKey, Wrong: true, Article: one.at.article, Line: one.at.line, Answer: "inside another: " + s.show(one),
			Why: "no gold statement nested in the same one",
		})
	}
	return right, gold, answers
}

// spotIndex names a statement of a doc.
type spotIndex struct{ doc, index int }

// nestedWeight weighs a nested answer against a gold item: it must lie in the
// answer to the gold's outer statement.
func (s *sheet) nestedWeight(i int, one said) float64 {
	item := &s.gold.Nested[i]
	outer := s.outer(item.Within)
	if outer < 0 || s.found[outer].none() || s.found[outer].doc != one.doc || one.repeated {
		return 0
	}
	overlap := dice(fold(strings.Join(item.Content, " ")), one.words)
	within := s.record.Docs[one.doc].Statements[one.index].Within
	if within != s.found[outer].index || overlap < found || !s.people.same(item.Speaker, one.speakers) {
		return 0
	}
	return weightOf(item.Optional, overlap)
}

// outer returns the index of the gold statement with an ID, or -1.
func (s *sheet) outer(id string) int {
	for i := range s.gold.Statements {
		if s.gold.Statements[i].ID == id {
			return i
		}
	}
	return -1
}

func (s *sheet) missNested(i int, list []said) {
	item := &s.gold.Nested[i]
	outer := s.outer(item.Within)
	m := Miss{
		Score: chainsKey, Article: s.gold.Statements[outer].Article, Line: s.gold.Statements[outer].Line,
		Gold: "inside " + item.Within + ": " + strings.Join(item.Speaker, " + ") + ": " + strings.Join(item.Content, " … "),
		Why:  "no nested answer with these words",
	}
	if s.found[outer].none() {
		m.Why = "the outer statement was not found"
	}
	bag := fold(strings.Join(item.Content, " "))
	for _, one := range list {
		if dice(bag, one.words) >= found {
			m.Answer, m.Why = s.show(one), "another speaker or outer statement"
		}
	}
	s.miss(m)
}
