package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// antecedentOf is the noun phrase that the relative pronoun at token t tells
// of: one that speaks where it is «who», a name where it is «which».
func (p *passage) antecedentOf(t, i int) who {
	none := who{start: i, carrier: -1, none: true}
	s := none
	switch {
	case p.key(t) != "who" && (t < 1 || p.nameTo[t-1] < 0 && !(p.comma(t-1) && t > 1 && p.nameTo[t-2] >= 0)):
		return none
	case p.comma(t-1) && p.personTo(t-2) >= 0:
		n := p.names[p.personTo(t-2)]
		s = who{subject: subject{parties: p.parties(n)}, start: n.first, carrier: -1}
	case p.comma(t-1) || p.dash(t-1):
		s = p.appositive(t-1, i)
	default:
		s = p.phraseTo(t-1, i)
	}
	s.clause = true
	return s
}

// personTo is the index of the person's name that ends with token i, or -1.
func (p *passage) personTo(i int) int {
	if i < 0 || p.nameTo[i] < 0 || p.doc.Mentions[p.names[p.nameTo[i]].mention].Kind != isnad.Person {
		return -1
	}
	return p.nameTo[i]
}

// byName reports whether the subject is named, not told by an office alone.
func (p *passage) byName(s who) bool {
	for t := s.start; t < len(p.Tokens) && p.Tokens[t].Start < s.parties[0].Span.End; t++ {
		if at := p.nameFrom[t]; at >= 0 {
			return p.doc.Mentions[p.names[at].mention].Form == isnad.Named
		}
	}
	return false
}

// describedBefore is the start of the description that a name at token start
// is in apposition to, or start: «the mayor, Velda Marsh, said».
func (p *passage) describedBefore(start, i int) int {
	if start < 2 || !p.comma(start-1) || p.sentence[start-2] != p.sentence[i] || p.quote[start-2] != p.quote[i] || p.capital(start-2) {
		return start
	}
	first := start - 1
	for first > 0 && p.sentence[first-1] == p.sentence[i] && p.Tokens[first-1].Kind == lang.Word && !p.is(first-1, pronoun|auxiliary|that|relative) && !p.isCue[first-1] {
		first--
	}
	for t := first; t < start-1 && t < first+3; t++ {
		switch key := p.key(t); {
		case p.isArticle(t), p.possessive(t), key == "his", key == "her", key == "its", key == "their":
			return first
		}
	}
	return start
}

// appositive reads the subject before the comma at token t that precedes the
// cue at token i: «Marsh, the mayor, said», «the mayor, Velda Marsh, said».
func (p *passage) appositive(t, i int) who {
	s := who{start: i, carrier: -1}
	best := s
	end := t
	for n := 0; n < 7 && end > 0; n++ {
		first := end
		for first > 0 && end-first < 25 && p.sentence[first-1] == p.sentence[i] && p.quote[first-1] == p.quote[i] && !p.comma(first-1) && !p.dash(first-1) {
			first--
		}
		if first == end {
			break
		}
		if p.is(first, pronoun) {
			if !best.found() {
				s.shared = true
				return s
			}
			break
		}
		if !p.is(first, relative) && p.key(first) != "and" && !p.participial(first) {
			found := p.phraseTo(end-1, i)
			if found.found() && !found.parties[0].Unnamed && found.parties[0].Entity >= 0 && p.doc.Entities[found.parties[0].Entity].Kind == isnad.Person {
				found.start = p.describedBefore(found.start, i)
				if p.byName(found) || best.found() {
					return found
				}
				best = found
			} else if found.found() && (!best.found() || best.parties[0].Unnamed && found.proper && found.start+1 < end || best.generic && !found.generic) {
				best = found
			}
		}
		if first == 0 || p.sentence[first-1] != p.sentence[i] || p.quote[first-1] != p.quote[i] {
			break
		}
		end = first - 1
	}
	return best
}
