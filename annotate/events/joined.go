package events

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// list returns the parties joined to the one at chunk j, and how many chunks
// they take: «أ وب», "A, B and C". An apposition is passed over.
func (s *scanner) list(j int) (at []int, n int) {
	if person := s.personBehind(j); person > j {
		at, n = s.list(person)
		return at, n + person - j
	}
	at = []int{j}
	var maybe []int
	k := j + 1
	for k < len(s.cs) && s.cs[k].sentence == s.cs[j].sentence {
		c := &s.cs[k]
		joined := c.conj
		next := k
		if c.kind == commaChunk && k+1 < len(s.cs) {
			next = k + 1
		}
		if next < len(s.cs) && s.cs[next].is(andWord) {
			joined, next = true, next+1
		}
		if next >= len(s.cs) || s.cs[next].kind != party || s.cs[next].prep != "" {
			break
		}
		joined = joined || s.cs[next].conj
		switch {
		case joined:
			at = append(append(at, maybe...), next)
			maybe = nil
		case next == k+1 && c.kind == commaChunk:
			maybe = append(maybe, next)
		case s.sameEntity(j, next):
		case s.cs[j].mention < 0 && next == k && s.lang == isnad.Arabic:
			// a noun for an office before a name: «الوزير فلان»
			if !s.names(j, next) {
				return at, lastOf(at) - j + 1
			}
			at[len(at)-1] = next
		case next == k && s.lang == isnad.Arabic && s.titleBefore(j, next):
			at[len(at)-1] = next
		default:
			return at, lastOf(at) - j + 1
		}
		if joined || next == k {
			k = next + 1
			n = k - j
			continue
		}
		k = next + 1
	}
	return at, max(n, lastOf(at)-j+1)
}

// names reports whether the name at chunk next says who the noun at chunk j
// is: an office before a person («الوزير فلان»), or forces and the like before
// the country or body that they belong to («قوات نورلاند»).
func (s *scanner) names(j, next int) bool {
	if s.cs[next].mention < 0 {
		return false
	}
	if s.doc.Mentions[s.cs[next].mention].Kind == isnad.Person {
		return s.cs[j].is(office)
	}
	return !s.cs[j].definiteWord()
}

// titleBefore reports whether the mention at chunk j is a role that stands
// right before its holder's name: «المعلق فلان».
func (s *scanner) titleBefore(j, next int) bool {
	if s.cs[j].mention < 0 || s.cs[next].mention < 0 || s.cs[next].prep != "" {
		return false
	}
	a, b := &s.doc.Mentions[s.cs[j].mention], &s.doc.Mentions[s.cs[next].mention]
	return a.Form == isnad.ByRole && a.Kind == isnad.Person && b.Form == isnad.Named && b.Kind == isnad.Person && a.Entity < 0
}

func lastOf(at []int) int { return at[len(at)-1] }

func (s *scanner) sameEntity(i, j int) bool {
	a, b := s.cs[i].mention, s.cs[j].mention
	return a >= 0 && b >= 0 && s.doc.Mentions[a].Entity >= 0 && s.doc.Mentions[a].Entity == s.doc.Mentions[b].Entity
}

// personBehind returns the chunk of a name that stands within two words behind
// an office that no mention holds: «نائب الرئيس فلان»; j if there is none.
func (s *scanner) personBehind(j int) int {
	if s.cs[j].mention >= 0 || !s.cs[j].is(office) {
		return j
	}
	for k := j + 1; k < min(len(s.cs), j+4) && s.cs[k].sentence == s.cs[j].sentence; k++ {
		c := &s.cs[k]
		switch {
		case c.kind == party && c.conj || c.kind == party && c.prep != "":
			return j
		case c.kind == party && c.mention >= 0:
			if s.doc.Mentions[c.mention].Kind == isnad.Person {
				return k
			}
			return j
		case c.kind == commaChunk && strings.ContainsAny(s.text[c.start:c.end], "()"):
		case c.kind == party, c.kind == wordChunk && !c.conj && len(c.hits) == 0 && !c.is(preposition|that|relative|breaks):
		default:
			return j
		}
	}
	return j
}
