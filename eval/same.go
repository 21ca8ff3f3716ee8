package eval

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// scoreSame compares which gold statements of different articles the record
// puts into one entry, through the answers paired with them.
func (s *sheet) scoreSame() {
	back := map[spotIndex]int{}
	for i, p := range s.found {
		if !p.none() {
			back[spotIndex{p.doc, p.index}] = i
		}
	}
	answered := map[[2]int]bool{}
	for _, entry := range s.record.Entries {
		if entry.Kind != isnad.StatementEntry {
			continue
		}
		var members []int
		for _, source := range entry.Sources {
			if i, ok := back[spotIndex{source.Article, source.Statement}]; ok {
				members = append(members, i)
			}
		}
		for n, a := range members {
			for _, b := range members[:n] {
				if s.gold.Statements[a].Article != s.gold.Statements[b].Article {
					answered[pairOf(a, b)] = true
				}
			}
		}
	}
	s.comparePairs(answered)
}

func pairOf(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }

func (s *sheet) comparePairs(answered map[[2]int]bool) {
	right, gold := 0, 0
	listed := map[[2]int]bool{}
	for _, ids := range s.gold.Same {
		pair := pairOf(s.outer(ids[0]), s.outer(ids[1]))
		if listed[pair] || s.anyOptional(pair) {
			listed[pair] = true
			continue
		}
		listed[pair] = true
		gold++
		if answered[pair] {
			right++
			continue
		}
		why := "in different entries"
		for _, i := range pair {
			if s.found[i].none() {
				why = s.gold.Statements[i].ID + " was not found"
			}
		}
		s.miss(s.pairMiss(pair, false, why))
	}
	answers := 0
	for i := range s.gold.Statements {
		for j := i + 1; j < len(s.gold.Statements); j++ {
			pair := [2]int{i, j}
			if !answered[pair] || s.anyOptional(pair) {
				continue
			}
			answers++
			if !listed[pair] {
				s.miss(s.pairMiss(pair, true, "in one entry, but not the same in the gold"))
			}
		}
	}
	s.report.Same = measure(right, gold, answers)
}

func (s *sheet) anyOptional(pair [2]int) bool {
	return s.gold.Statements[pair[0]].Optional || s.gold.Statements[pair[1]].Optional
}

func (s *sheet) pairMiss(pair [2]int, wrong bool, why string) Miss {
	a, b := &s.gold.Statements[pair[0]], &s.gold.Statements[pair[1]]
	shown := a.ID + " «" + strings.Join(a.Content, " … ") + "» = " + b.ID + " «" + strings.Join(b.Content, " … ") + "»"
	m := Miss{Score: sameKey, Wrong: wrong, Article: a.Article, Line: a.Line, Gold: shown, Why: why}
	if wrong {
		m.Gold, m.Answer = "", shown
	}
	return m
}
