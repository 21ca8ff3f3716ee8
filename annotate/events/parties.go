package events

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// parties returns who the chunks name.
func (s *scanner) parties(at []int) []isnad.Party {
	var out []isnad.Party
	for _, i := range at {
		c := &s.cs[i]
		if c.kind != party {
			continue
		}
		if c.mention < 0 {
			if owner, ok := s.bodyBefore(i); ok {
				out = addParty(out, owner)
				continue
			}
			if owners := s.own(i); len(owners) > 0 {
				out = addParties(out, owners)
				continue
			}
			span := isnad.Span{Start: c.start + s.procliticLen(c), End: c.end - s.possessiveLen(c)}
			if country := s.ofCountry(i); c.entity < 0 && country >= 0 {
				out = addParty(out, isnad.Party{Entity: country, Span: span})
				continue
			}
			if c.entity >= 0 {
				out = addParty(out, isnad.Party{Entity: c.entity, Span: span})
				continue
			}
			if both := s.pair(i); len(both) == 2 {
				out = addParties(out, both)
				continue
			}
			if body := s.forceAt(i); body >= 0 {
				out = addParty(out, isnad.Party{Entity: body, Span: span})
				continue
			}
			out = append(out, isnad.Party{Entity: -1, Span: span, Text: span.Of(s.text)})
			continue
		}
		mention := &s.doc.Mentions[c.mention]
		switch {
		case mention.Kind == isnad.Occasion:
		case mention.Entity >= 0:
			out = addParty(out, isnad.Party{Entity: mention.Entity, Span: mention.Span})
		case len(mention.Members) > 0:
			for _, member := range mention.Members {
				out = addParty(out, isnad.Party{Entity: member, Span: mention.Span})
			}
		default:
			out = append(out, isnad.Party{Entity: -1, Span: mention.Span, Text: mention.Span.Of(s.text)})
		}
	}
	return out
}

// ofCountry is the country whose forces or authorities the noun at chunk i
// means, by the adjective beside it: «السلطات السودانية», "Iraqi troops"; -1 if
// none is there. A state acts through them.
func (s *scanner) ofCountry(i int) int {
	c := &s.cs[i]
	if !c.is(police|military) && !c.is(authority) {
		return -1
	}
	if s.lang == isnad.English {
		if i > 0 && s.cs[i-1].sentence == c.sentence && s.cs[i-1].kind == wordChunk {
			if id, ok := s.facts.Demonym(s.cs[i-1].key); ok {
				return s.countryEntity(id)
			}
		}
		return -1
	}
	for t := c.tok + 1; t < c.tok+c.toks; t++ {
		if id, ok := s.facts.Demonym(s.passage.Tokens[t].Key); ok {
			return s.countryEntity(id)
		}
	}
	return -1
}

// procliticLen is the length of what is written before a noun for people: a
// waw, in whichever form.
func (s *scanner) procliticLen(c *chunk) int {
	if s.lang == isnad.English || !c.conj {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s.text[c.start:])
	return size
}

// possessiveLen is the length of the 's written to an English noun.
func (s *scanner) possessiveLen(c *chunk) int {
	if !c.possessive {
		return 0
	}
	written := s.text[c.start:c.end]
	return len(written) - max(strings.LastIndexAny(written, "'\u2019"), 0)
}

// bodyBefore is the body whose people an English noun means: "Norland Party
// leaders". It speaks and acts through them.
func (s *scanner) bodyBefore(i int) (isnad.Party, bool) {
	if s.lang != isnad.English || i == 0 || s.cs[i-1].kind != party || s.cs[i-1].mention < 0 || s.cs[i-1].possessive {
		return isnad.Party{}, false
	}
	mention := &s.doc.Mentions[s.cs[i-1].mention]
	state := mention.Kind == isnad.Place && (s.cs[i].is(police|military) || s.cs[i].is(authority)) // "US authorities"
	if mention.Kind != isnad.Organisation && !state || mention.Entity < 0 {
		return isnad.Party{}, false
	}
	return isnad.Party{Entity: mention.Entity, Span: mention.Span}, true
}

// addParty appends p unless its entity is there already.
func addParty(list []isnad.Party, p isnad.Party) []isnad.Party {
	if p.Entity >= 0 {
		for _, other := range list {
			if other.Entity == p.Entity {
				return list
			}
		}
	}
	return append(list, p)
}

func addParties(list, more []isnad.Party) []isnad.Party {
	for _, p := range more {
		list = addParty(list, p)
	}
	return list
}

// implied strips the spans of parties that the clause itself does not name.
func implied(list []isnad.Party) []isnad.Party {
	out := make([]isnad.Party, 0, len(list))
	for _, p := range list {
		p.Span = isnad.Span{}
		out = append(out, p)
	}
	return out
}

// pronoun resolves an object pronoun at chunk i: the last person, body or
// place named before it that is not among the subjects.
func (s *scanner) pronoun(i int, number byte, subjects []isnad.Party) []isnad.Party {
	for j := i - 1; j >= 0 && j > i-60; j-- {
		c := &s.cs[j]
		if c.kind != party || c.mention < 0 {
			continue
		}
		mention := &s.doc.Mentions[c.mention]
		if mention.Entity < 0 || (mention.Kind == isnad.Person) != (number == 's') || mention.Kind != isnad.Person && mention.Kind != isnad.Group {
			continue
		}
		taken := false
		for _, p := range subjects {
			taken = taken || p.Entity == mention.Entity
		}
		if !taken {
			return []isnad.Party{{Entity: mention.Entity}}
		}
	}
	return nil
}
