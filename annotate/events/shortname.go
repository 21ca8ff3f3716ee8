package events

import (
	"slices"
	"sort"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// shortName resolves a definite noun that is short for a body named in full in
// the report: «الجبهة» for «جبهة الكثبان», "the union" for "the Teachers' Union".
// Where it may be short for several it is for none.
func (s *scanner) shortName(i int, p []string, key string) (int, bool) {
	if s.lang == isnad.English {
		if i == 0 || p[i-1] != "the" {
			return -1, false
		}
		key = strings.TrimSuffix(key, "'s")
	} else {
		bare, ok := strings.CutPrefix(key, articleLetter)
		if !ok || len(bare) < 6 {
			return -1, false
		}
		key = bare
	}
	found, ok := s.shortNames()[key]
	return found, ok && found >= 0
}

// shortNames maps the nouns that a body's name may be shortened to, folded, to
// its entity; -1 where two bodies share one.
func (s *scanner) shortNames() map[string]int {
	if s.shorts != nil {
		return s.shorts
	}
	s.shorts = map[string]int{}
	for i := range s.doc.Mentions {
		mention := &s.doc.Mentions[i]
		if mention.Kind != isnad.Organisation || mention.Form != isnad.Named || mention.Entity < 0 {
			continue
		}
		words := strings.Fields(mention.Span.Of(s.text))
		if len(words) < 2 {
			continue
		}
		heads := []string{arabic.Fold(words[0])}
		if s.lang == isnad.English {
			heads = heads[:0]
			for _, word := range words {
				if key := english.Fold(word); s.lex.words[key].is(actorNoun) {
					heads = append(heads, key)
				}
			}
		}
		for _, head := range heads {
			if other, ok := s.shorts[head]; ok && other != mention.Entity {
				s.shorts[head] = -1
				continue
			}
			s.shorts[head] = mention.Entity
		}
	}
	return s.shorts
}

// own resolves a noun with a pronoun written to it or before it that means the
// country or the people of whoever speaks or acts: «بلادها», «أعضاءها», "its
// members". The people of a body are the body.
func (s *scanner) own(i int) []isnad.Party {
	c := &s.cs[i]
	country := c.is(ownCountry)
	if !country && !c.is(ownPeople) && !(s.lang == isnad.English && i > 0 && s.cs[i-1].is(pronounOwner) && c.is(actorNoun)) {
		return nil
	}
	holders := s.speakers(i)
	if len(holders) == 0 {
		holders = s.last(i)
	}
	if len(holders) != 1 || holders[0].Entity < 0 {
		return nil
	}
	if country {
		if entity := s.serves(holders[0].Entity); entity >= 0 {
			return []isnad.Party{{Entity: entity, Span: isnad.Span{Start: c.start + s.procliticLen(c), End: c.end}}}
		}
		return nil
	}
	if s.doc.Entities[holders[0].Entity].Kind == isnad.Person {
		return nil
	}
	return implied(holders)
}

// serves is the entity of the country that a person's office names, by a name
// or an adjective; -1 if none does.
func (s *scanner) serves(person int) int {
	for i := range s.doc.Mentions {
		mention := &s.doc.Mentions[i]
		if mention.Entity != person {
			continue
		}
		for _, role := range mention.Roles {
			if entity := s.countryIn(role.Span); entity >= 0 {
				return entity
			}
		}
	}
	return -1
}

// countryIn is the entity of the place or of the adjective of a country in span.
func (s *scanner) countryIn(span isnad.Span) int {
	first := sort.Search(len(s.doc.Mentions), func(i int) bool { return s.doc.Mentions[i].Span.Start >= span.Start })
	for _, m := range s.doc.Mentions[first:] {
		if m.Span.Start >= span.End {
			break
		}
		if m.Kind == isnad.Place && m.Entity >= 0 && span.Contains(m.Span) {
			return m.Entity
		}
	}
	fold := arabic.Fold
	if s.lang == isnad.English {
		fold = english.Fold
	}
	for _, word := range strings.Fields(span.Of(s.text)) {
		if id, ok := s.facts.Demonym(fold(word)); ok {
			return s.countryEntity(id)
		}
	}
	return -1
}

// countryEntity is the entity of row id, added if the report does not name it.
func (s *scanner) countryEntity(id string) int {
	at := slices.IndexFunc(s.doc.Entities, func(e isnad.LocalEntity) bool { return e.Known == id })
	if at >= 0 {
		return at
	}
	row, ok := s.facts.Row(id)
	if !ok {
		return -1
	}
	s.doc.Entities = append(s.doc.Entities, isnad.LocalEntity{
		Kind: row.Kind, Names: []string{row.Label(s.lang)}, Known: id, Why: "named by an adjective of origin",
	})
	return len(s.doc.Entities) - 1
}
