// Package commitments reads what binds a party to the future out of a report:
// promises, demands, proposals and plans, with by whom, to whom, what and by
// when.
//
// Demands and proposals are the requests among the events. Promises are
// agreements to do something, what speakers say that they will do, and what
// reports call a promise. Plans are events that are planned and what a report
// says is due or intended. Hopes and expectations bind no one.
package commitments

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
)

// Annotate fills doc.Commitments, ordered by What. It sees the doc's dates,
// mentions, statements and events.
func Annotate(r *reading.Reading, doc *isnad.Doc) {
	f := &finder{doc: doc, text: doc.Article.Text, longest: doc.LongestStatement()}
	for i := range r.Passages {
		p := &r.Passages[i]
		if p.Kind == isnad.Caption {
			continue
		}
		f.passage(p)
	}
	doc.Commitments = f.sorted()
}

// finder collects the commitments of one report.
type finder struct {
	doc   *isnad.Doc
	text  string
	lex   lexicon
	lang  isnad.Lang
	p     *reading.Passage
	found []isnad.Commitment
	// longest is the length of the longest statement; see Doc.StatementsNear.
	longest int
}

func (f *finder) passage(p *reading.Passage) {
	f.p, f.lang = p, p.Lang
	if f.lang != isnad.English {
		f.lang = isnad.Arabic
	}
	f.lex = lexicons()[f.lang]
	f.events()
	f.spoken()
	f.told()
	f.asPromised()
}

// add keeps c unless the same parties are bound in the same way by words that
// overlap; an event's words win over a looser rule's.
func (f *finder) add(c isnad.Commitment) {
	if !resolved(c.By) || c.What.Empty() {
		return
	}
	f.turnedDown(&c)
	for i := range f.found {
		other := &f.found[i]
		if other.Kind == isnad.Plan && c.Kind == isnad.Promise && other.What.Overlaps(c.What) && holds(other.By, c.By[0]) {
			if c.Rule == firstPersonRule || other.Event < 0 || gives(f.doc.Events[other.Event].Type) {
				other.Kind, other.By, other.Rule = c.Kind, c.By, c.Rule // who says it binds himself
			}
			return
		}
		if other.Kind != c.Kind || !other.What.Overlaps(c.What) || !sameParties(other.By, c.By) {
			continue
		}
		other.To = merge(other.To, c.To)
		if other.Due == "" {
			other.Due, other.DueSpan = c.Due, c.DueSpan
		}
		return
	}
	if c.Status == "" {
		c.Status = isnad.Open
	}
	f.found = append(f.found, c)
}

func (f *finder) sorted() []isnad.Commitment {
	slices.SortStableFunc(f.found, func(a, b isnad.Commitment) int {
		switch {
		case a.What.Before(b.What):
			return -1
		case b.What.Before(a.What):
			return 1
		}
		return 0
	})
	return f.found
}

// resolved reports whether a party is known: a commitment of no one known binds
// no one.
func resolved(list []isnad.Party) bool {
	return slices.ContainsFunc(list, func(p isnad.Party) bool { return p.Entity >= 0 })
}

func sameParties(a, b []isnad.Party) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(p isnad.Party) bool { return !holds(b, p) })
}

func holds(list []isnad.Party, p isnad.Party) bool {
	return slices.ContainsFunc(list, func(q isnad.Party) bool {
		return p.Entity == q.Entity && (p.Entity >= 0 || p.Text == q.Text)
	})
}

func merge(list, more []isnad.Party) []isnad.Party {
	for _, p := range more {
		if !holds(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// without copies list without the parties of taken and, as they are not named
// where the commitment is told, without spans.
func without(list, taken []isnad.Party) []isnad.Party {
	var out []isnad.Party
	for _, p := range list {
		if !holds(taken, p) {
			out = append(out, p)
		}
	}
	return out
}
