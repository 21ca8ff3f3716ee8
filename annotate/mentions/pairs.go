package mentions

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// reach is how many sentences back a pair may have been spoken of.
const reach = 8

// near is how many sentences back two who were spoken of together once, and
// alone, are still meant.
const near = 2

// pairs resolves «الجانبان», "the two leaders": to the two who are spoken of
// together most in the whole report, among those of the nearest sentence back
// from the mention that speaks of at least two. Where two pairs are spoken of
// equally often, or no such sentence is near, the mention is left out: unsure.
func (c *circle) pairs() {
	if !slices.ContainsFunc(c.drafts, func(d draft) bool { return d.form == isnad.Generic }) {
		return
	}
	sentences := c.company()
	together := countPairs(sentences)
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.form != isnad.Generic || d.pair == "none" {
			continue
		}
		d.members = c.two(d, sentences, together)
	}
}

// sentence is who is spoken of in one sentence.
type sentence struct {
	start  int
	people []int
	places []int
}

// company lists the sentences of the report with those they speak of.
func (c *circle) company() []sentence {
	var list []sentence
	for _, p := range c.r.Passages {
		for _, s := range p.Sentences {
			list = append(list, sentence{start: s.Start})
		}
		if len(p.Sentences) == 0 {
			list = append(list, sentence{start: p.Span.Start})
		}
	}
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.entity < 0 {
			continue
		}
		at, ok := slices.BinarySearchFunc(list, d.span.Start, func(s sentence, start int) int { return s.start - start })
		if !ok {
			at--
		}
		if at < 0 {
			continue
		}
		l := &c.people[d.entity]
		switch {
		case d.kind == isnad.Person && !slices.Contains(list[at].people, d.entity):
			list[at].people = append(list[at].people, d.entity)
		case d.kind == isnad.Place && l.row != nil && l.row.IsCountry() && !slices.Contains(list[at].places, d.entity):
			list[at].places = append(list[at].places, d.entity)
		}
	}
	return list
}

type couple struct{ a, b int }

func newCouple(a, b int) couple { return couple{min(a, b), max(a, b)} }

func countPairs(list []sentence) map[couple]int {
	count := map[couple]int{}
	for _, s := range list {
		for _, group := range [][]int{s.people, s.places} {
			for i, a := range group {
				for _, b := range group[i+1:] {
					count[newCouple(a, b)]++
				}
			}
		}
	}
	return count
}

// two returns the pair that d stands for, or nil.
func (c *circle) two(d *draft, list []sentence, together map[couple]int) []int {
	last, ok := slices.BinarySearchFunc(list, d.span.Start, func(s sentence, start int) int { return s.start - start })
	if !ok {
		last--
	}
	for back, i := 1, last; i >= 0 && back <= reach+1; back, i = back+1, i-1 {
		group := list[i].people
		if d.pair == "country" {
			group = list[i].places
		}
		if d.pair == "leader" || d.pair == "minister" {
			group = c.holding(group, d.pair)
		}
		if len(group) >= 2 {
			return best(group, together, back <= near)
		}
	}
	return nil
}

// holding keeps those of group who are known, in the text or by the facts, to
// hold such an office.
func (c *circle) holding(group []int, pair string) []int {
	var kept []int
	for _, i := range group {
		l := &c.people[i]
		ok := false
		for _, r := range l.roles {
			ok = ok || pairCovers(pair, r.office)
		}
		if l.row != nil {
			for _, o := range l.row.Offices {
				ok = ok || pairCovers(pair, o.Text)
			}
		}
		if ok {
			kept = append(kept, i)
		}
	}
	return kept
}

func pairCovers(pair, office string) bool { return covers(&role{office: pair}, office) }

// best returns the pair of group that stands together most; nil if two pairs
// do so equally, or if it did so once and not just now.
func best(group []int, together map[couple]int, justNow bool) []int {
	var found couple
	most, tie := 0, false
	for i, a := range group {
		for _, b := range group[i+1:] {
			pair := newCouple(a, b)
			switch n := together[pair]; {
			case n > most:
				found, most, tie = pair, n, false
			case n == most && pair != found:
				tie = true
			}
		}
	}
	if most == 0 || tie || most == 1 && !justNow {
		return nil
	}
	return []int{found.a, found.b}
}
