package entities

import (
	"sync/atomic"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// listed are the names of known rows, taken apart, with the blocks in which
// they meet others: an unlisted spelling finds its row there. They are shared
// and must not be changed.
type listed struct {
	facts        *known.Facts
	people       []person // full names of persons
	peopleBlocks map[string][]int
	titles       []title // names of everything else
	titleBlocks  map[string][]int
}

// lastListed spares going through all known rows for every record. One is
// kept, since a program seldom has more than one set of facts at a time.
var lastListed atomic.Pointer[listed]

func listedNames(facts *known.Facts) *listed {
	if l := lastListed.Load(); l != nil && l.facts == facts {
		return l
	}
	l := &listed{facts: facts, peopleBlocks: map[string][]int{}, titleBlocks: map[string][]int{}}
	r := &resolver{facts: facts}
	for row := range facts.Rows() {
		for _, name := range row.Names {
			words := wordsOf(name.Text)
			if row.Kind != isnad.Person {
				l.addTitle(title{signature: r.sign(words), text: name.Text, kind: row.Kind, row: row})
			} else if words = personWords(words); len(words) >= 2 {
				l.addPerson(person{words: words, row: row})
			}
		}
	}
	lastListed.Store(l)
	return l
}

func (l *listed) addTitle(t title) {
	for _, key := range t.block(t.kind) {
		l.titleBlocks[key] = append(l.titleBlocks[key], len(l.titles))
	}
	l.titles = append(l.titles, t)
}

func (l *listed) addPerson(p person) {
	for _, key := range p.blocks() {
		l.peopleBlocks[key] = append(l.peopleBlocks[key], len(l.people))
	}
	l.people = append(l.people, p)
}
