package events

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// forceAt is the body that a noun for the police or the army at chunk i means
// where nothing beside it says whose: the one that the report names, else that
// of the only country the report tells of; -1 if there is no such.
func (s *scanner) forceAt(i int) int {
	c := &s.cs[i]
	if !c.is(force) || c.toks != 1 {
		return -1
	}
	return s.force(strings.TrimPrefix(c.key, articleLetter))
}

// force is the body of a report that word, a noun for the police or the army
// without article, means; -1 if the report does not tell.
func (s *scanner) force(word string) int {
	if named := s.namedForce(word); named >= 0 {
		return named
	}
	country := s.onlyCountry()
	if country < 0 {
		return -1
	}
	row, ok := s.facts.Row(s.doc.Entities[country].Known)
	if !ok {
		return -1
	}
	for _, demonym := range row.Demonyms {
		if demonym.Lang != s.lang {
			continue
		}
		label := demonym.Text + " " + word
		if s.lang != isnad.English {
			label = s.definiteForce(word, demonym.Text)
		}
		for at, e := range s.doc.Entities {
			if e.Kind == isnad.Organisation && slices.Contains(e.Names, label) {
				return at
			}
		}
		s.doc.Entities = append(s.doc.Entities, isnad.LocalEntity{
			Kind: isnad.Organisation, Names: []string{label}, Why: "of the only country that the report tells of",
		})
		return len(s.doc.Entities) - 1
	}
	return -1
}

// definiteForce joins an Arabic noun and the adjective of a country, both with
// the article; folded, the noun's final heh is a teh marbuta.
func (s *scanner) definiteForce(word, demonym string) string {
	if bare, ok := strings.CutSuffix(word, heh); ok {
		return articleLetter + bare + tehMarbuta + " " + articleLetter + demonym + tehMarbuta
	}
	return articleLetter + word + " " + articleLetter + demonym
}

const tehMarbuta = "\u0629"

// namedForce is the one body whose name has word for its noun, the national one
// («الشرطة الكينية») before that of a town; -1 if there is none or several.
func (s *scanner) namedForce(word string) int {
	for _, head := range [...]string{articleLetter + word, word} {
		found := -1
		for i := range s.doc.Mentions {
			m := &s.doc.Mentions[i]
			if m.Kind != isnad.Organisation || m.Form != isnad.Named || m.Entity < 0 || m.Entity == found {
				continue
			}
			words := strings.Fields(m.Span.Of(s.text))
			if len(words) < 2 {
				continue
			}
			at := arabic.Fold(words[0])
			if s.lang == isnad.English {
				at = english.Fold(words[len(words)-1])
			}
			if at != head {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = m.Entity
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// onlyCountry is the entity of the country of all known places that the report
// names; -1 if they are of several, or the country itself is not named.
func (s *scanner) onlyCountry() int {
	iso, country := "", -1
	for i := range s.doc.Entities {
		e := &s.doc.Entities[i]
		row, ok := s.facts.Row(e.Known)
		if e.Kind != isnad.Place || e.Known == "" || !ok || row.Country == "" {
			continue
		}
		if iso != "" && row.Country != iso {
			return -1
		}
		iso = row.Country
		if len(row.Demonyms) > 0 {
			country = i
		}
	}
	return country
}

// actsFor is the police or the army that a speaker of rank in it acts for when
// he tells what "we" did; -1 if his office names none.
func (s *scanner) actsFor(person int) int {
	fold := arabic.Fold
	if s.lang == isnad.English {
		fold = english.Fold
	}
	for i := range s.doc.Mentions {
		m := &s.doc.Mentions[i]
		if m.Entity != person {
			continue
		}
		for _, role := range m.Roles {
			for _, word := range strings.Fields(role.Span.Of(s.text)) {
				key := strings.TrimPrefix(fold(word), articleLetter)
				if s.lex.words[key].is(force) || s.lex.words[articleLetter+key].is(force) {
					return s.force(key)
				}
			}
		}
	}
	return -1
}

// deed reports whether events of this type are done by a body, not by the one
// who tells of them: an arrest, a seizure, an attack.
func deed(kind isnad.EventType) bool {
	switch kind {
	case isnad.Assault, isnad.Coerce, isnad.Mobilize, isnad.Retreat:
		return true
	}
	return false
}
