package events

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

// nounArgs finds the parties of an event noun: its genitive, the adjective of
// a country behind it, what prepositions bring in, and its light verb's.
func (s *scanner) nounArgs(i int) args {
	a := args{noun: -1, relative: -1, first: i, last: i}
	s.behind(i, &a, false)
	a.counted = s.countedBehind(&a)
	if s.lang == isnad.English {
		s.owner(i, &a)
	}
	if j := s.lightVerb(i); j >= 0 {
		a.first = j
	}
	return a
}

// countedBehind reports whether a number of people, or a noun in the accusative,
// stands right behind the genitive of an Arabic event noun, so that the
// genitive, a country or body, is who acts: «احتجاز تولاند 12 صيادا».
func (s *scanner) countedBehind(a *args) bool {
	if s.lang == isnad.English || len(a.genitive) == 0 || s.isPerson(a.genitive) {
		return false
	}
	j := lastOf(a.genitive) + 1
	if j+1 >= len(s.cs) || s.cs[j].kind != wordChunk || s.cs[j].conj || s.cs[j].sentence != s.cs[j-1].sentence {
		return false
	}
	if value, ok := arabic.NumberAt(s.passage.Tokens, s.cs[j].tok); ok && value.Tokens > 0 {
		return true
	}
	return s.cs[j].is(people) && hasAnySuffix(s.cs[j].key, alef)
}

// owner takes the possessive before an English event noun as its subject:
// "Smith's visit to Norland", "the Norland attack".
func (s *scanner) owner(i int, a *args) {
	for j := i - 1; j >= i-4 && j >= 0 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		if c.kind == party {
			if c.possessive || j == i-1 {
				a.subject, a.fronted, a.first = s.listBack(j), true, j
			}
			return
		}
		if c.kind != wordChunk || c.is(preposition|determiner|that|relative|breaks) {
			return
		}
	}
}

// lightReach is how many chunks before an event noun its light verb may stand.
const lightReach = 12

// lightVerb returns the chunk of the light verb whose object or subject the
// event noun at i is; -1 if it has none.
func (s *scanner) lightVerb(i int) int {
	if s.hasOwnPreposition(i) && !s.cs[i].hits[0].definite && s.cs[i].prepOfHits() != beh {
		return -1
	}
	for j := i - 1; j >= 0 && j >= i-lightReach && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		if c.kind == stopChunk || c.statement != s.cs[i].statement && c.cue < 0 {
			return -1
		}
		r := &s.role[j]
		if r.verb && r.governor != noGovernor && r.governor < hopes {
			if s.claimVerb(j) {
				return -1 // who claims an attack does not lend it his "not"
			}
			return j
		}
		if r.noun && r.entry != nil && (s.adverbial(i) || s.behindNoun(i)) {
			return -1 // «بدأوا إضرابا … احتجاجا على»: the verb has its object
		}
		if r.verb || c.is(that|relative|breaks) || j < i-1 && c.is(duringWord|afterWord|beforeWord) && c.kind == wordChunk {
			return -1
		}
		if j == i-1 && c.kind == wordChunk && c.is(preposition) && (s.lang == isnad.English || c.key != fromArabic) {
			return -1
		}
		if c.kind == commaChunk && s.cs[j+1].conj && s.cs[j+1].kind == wordChunk {
			return -1
		}
	}
	return -1
}

// claimVerb reports whether the verb at chunk j tells who says to have made an
// attack.
func (s *scanner) claimVerb(j int) bool {
	return slices.ContainsFunc(s.cs[j].hits, func(h hit) bool { return h.word().has(claim) })
}

// behindNoun reports whether the event noun at chunk i hangs on the event noun
// before it, not on the verb: "started an investigation of the killing",
// «بدأت بمحاكمة المتهمين بتفجير».
func (s *scanner) behindNoun(i int) bool {
	if s.lang == isnad.English {
		return s.cs[i-1].kind == wordChunk && !s.cs[i-1].is(andWord)
	}
	return s.hasOwnPreposition(i) && !s.cs[i].conj
}

// adverbial reports whether the Arabic event noun at chunk i is in the
// accusative with a preposition behind it: «احتجاجا على», «تنديدا ب».
func (s *scanner) adverbial(i int) bool {
	return s.lang != isnad.English && !s.cs[i].conj && hasAnySuffix(s.cs[i].key, alef) && i+1 < len(s.cs) && s.cs[i+1].is(preposition)
}

func (s *scanner) hasOwnPreposition(i int) bool { return s.cs[i].prepOfHits() != "" }

// countries returns the countries that adjectives behind an Arabic event noun,
// or before an English one, name: «الغارات الروسية», "Russian strikes".
func (s *scanner) countries(i int) []isnad.Party {
	var out []isnad.Party
	step := 1
	if s.lang == isnad.English {
		step = -1
	}
	for j := i + step; j >= 0 && j < len(s.cs) && j != i+4*step && s.cs[j].kind == wordChunk && s.cs[j].sentence == s.cs[i].sentence; j += step {
		c := &s.cs[j]
		id, ok := s.facts.Demonym(c.key)
		if !ok {
			if j != i+step || c.class != 0 || len(c.hits) > 0 || s.lang != isnad.English && !adjective(c.key) {
				break
			}
			continue
		}
		out = append(out, s.country(id, c))
	}
	return out
}

// country is the party that an adjective of row id stands for.
func (s *scanner) country(id string, c *chunk) isnad.Party {
	span := isnad.Span{Start: c.start, End: c.end}
	if entity := s.countryEntity(id); entity >= 0 {
		return isnad.Party{Entity: entity, Span: span}
	}
	return isnad.Party{Entity: -1, Span: span, Text: span.Of(s.text)}
}

// adjective reports whether an Arabic key ends as adjectives of relation do:
// «جوية» in «غارة جوية روسية».
func adjective(key string) bool { return hasAnySuffix(key, yeh+heh, yeh) }
