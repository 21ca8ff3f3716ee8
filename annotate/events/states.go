package events

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// statesAgree gives an agreement that is told of those who hold office to the
// states that the report says elsewhere have agreed, where they serve these.
func (s *scanner) statesAgree() {
	for i := range s.found {
		states := &s.found[i].event
		parties := s.ofCapitals(states.Actors)
		if states.Type != isnad.Agree || len(states.Actors) < 2 || !s.all(parties, isnad.Place) {
			continue
		}
		for j := range s.found {
			e := &s.found[j].event
			if e.Type != isnad.Agree || e.Status != isnad.Happened || !s.found[j].entry.symmetric() || len(e.Actors) == 0 || !s.all(e.Actors, isnad.Person) {
				continue
			}
			served, named := len(e.Actors) <= len(parties), false
			for _, actor := range e.Actors {
				state := s.serves(actor.Entity)
				of := slices.ContainsFunc(parties, func(p isnad.Party) bool { return p.Entity == state })
				served, named = served && (of || state < 0), named || of
			}
			if served && named {
				e.Actors = implied(parties)
			}
		}
		return
	}
}

// ofCapitals puts the country in the place of a capital that acts for it.
func (s *scanner) ofCapitals(list []isnad.Party) []isnad.Party {
	out := slices.Clone(list)
	for i, p := range out {
		if p.Entity >= 0 && s.doc.Entities[p.Entity].State > 0 {
			out[i].Entity = s.doc.Entities[p.Entity].State - 1
		}
	}
	return out
}

// all reports whether all parties are known and of a kind.
func (s *scanner) all(list []isnad.Party, kind isnad.EntityKind) bool {
	return !slices.ContainsFunc(list, func(p isnad.Party) bool { return p.Entity < 0 || s.doc.Entities[p.Entity].Kind != kind })
}

// pair is the two persons whose office the noun at chunk i names of both:
// «الوزيران», "the two ministers"; nil unless the report has exactly two.
func (s *scanner) pair(i int) []isnad.Party {
	c := &s.cs[i]
	key, fold := "", arabic.Fold
	if s.lang == isnad.English {
		if fold = english.Fold; i > 0 && (s.cs[i-1].key == "two" || s.cs[i-1].key == "both") && strings.HasSuffix(c.key, "s") {
			key = strings.TrimSuffix(c.key, "s")
		}
	} else if bare, ok := strings.CutPrefix(c.key, articleLetter); ok {
		for _, ending := range [...]string{alef + nunLetter, yeh + nunLetter} {
			if stem, ok := strings.CutSuffix(bare, ending); ok && s.lex.words[stem].is(office) {
				key = stem
			}
		}
	}
	if key == "" {
		return nil
	}
	var both []isnad.Party
	for m := range s.doc.Mentions {
		mention := &s.doc.Mentions[m]
		if mention.Kind != isnad.Person || mention.Entity < 0 {
			continue
		}
		for _, role := range mention.Roles {
			for _, word := range strings.Fields(role.Span.Of(s.text)) {
				word = strings.TrimPrefix(fold(word), articleLetter)
				if word == key || s.lang != isnad.English && word == key+heh {
					both = addParty(both, isnad.Party{Entity: mention.Entity})
				}
			}
		}
	}
	if len(both) != 2 {
		return nil
	}
	return both
}
