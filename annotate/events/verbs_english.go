package events

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// isEnglishVerb decides between the verb and the noun that share a form.
func (s *scanner) isEnglishVerb(i int, verbs, nouns bool) (verb, ok bool) {
	c := &s.cs[i]
	if c.possessive {
		return false, false
	}
	if c.is(must) {
		return true, true
	}
	var t tense
	for _, h := range c.hits {
		if h.tense != noun {
			t = h.tense
			break
		}
	}
	j := i - 1
	if j < 0 || s.cs[j].sentence != c.sentence {
		return verbs && (t == past || t == participle) && !nouns, verbs && !nouns || nouns
	}
	p := &s.cs[j]
	if !verbs {
		return false, true
	}
	behindNoun := s.passage.Tokens[p.tok].Kind == lang.Digits || p.possessive || p.is(determiner) || p.is(preposition) && !p.is(toWord) && p.kind == wordChunk && !p.is(breaks) || s.isOrigin(j)
	switch t {
	case past:
		if behindNoun {
			return false, nouns
		}
		return true, true
	case participle:
		if nouns && behindNoun {
			return false, true
		}
		return !p.is(determiner) && !p.possessive, !p.is(determiner) && !p.possessive || nouns
	}
	if p.is(toWord|modal|will|negation|must) || p.is(auxiliary) && !p.is(be|have) {
		return true, true
	}
	if behindNoun || !s.couldFollowSubject(i) {
		return false, nouns
	}
	return true, true
}

// couldFollowSubject reports whether a present form stands behind a subject
// and before an object, preposition or "to".
func (s *scanner) couldFollowSubject(i int) bool {
	j := s.before(i)
	if j < 0 {
		return false
	}
	p := &s.cs[j]
	weapons := p.is(weapon) && strings.HasSuffix(p.key, "s") && !strings.HasSuffix(s.cs[i].key, "s") // "drones hit", not "drone strikes"
	if p.kind != party && !p.is(relative|andWord) && !weapons {
		return false
	}
	if i+1 >= len(s.cs) {
		return true
	}
	n := &s.cs[i+1]
	return n.kind != wordChunk || n.is(determiner|preposition|toWord|that|skips) || len(n.hits) == 0
}

// isOrigin reports whether chunk j is an adjective of a country.
func (s *scanner) isOrigin(j int) bool {
	if s.cs[j].kind != wordChunk {
		return false
	}
	_, ok := s.facts.Demonym(s.cs[j].key)
	return ok
}

// englishFront finds the subject before an English verb, and whether the verb
// is passive.
func (s *scanner) englishFront(i int, a *args) {
	j, hasBe, hasHave := i-1, false, false
	t := s.verbHit(i).tense
loop:
	for ; j >= 0 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		switch {
		case c.kind == dateChunk || c.kind == quoterChunk:
		case c.kind == wordChunk && c.is(preposition) && s.cs[j+1].kind == dateChunk:
		case c.kind == wordChunk && j+1 < i && (c.key == "first" || c.key == "last") && j > 0 && s.cs[j-1].key == "at":
			j-- // "at first"
		case c.kind == wordChunk && c.is(auxiliary|modal|will|negation|skips|must|scheduled|toWord) && !c.is(breaks|relative|that) && (!c.is(preposition) || c.is(toWord)):
			hasBe = hasBe || c.is(be)
			hasHave = hasHave || c.is(have)
		case c.kind == wordChunk && s.role[j].governor >= hopes && s.role[j].verb:
			// "plans to meet": the subject is the governor's
		default:
			break loop
		}
	}
	agentBehind := i+2 < len(s.cs) && s.cs[i+1].is(agent) && !s.cs[i+1].is(phoneWord) && !s.cs[i+2].is(phoneWord)
	a.passive = t == past && (hasBe && !hasHave || hasBe || agentBehind && !hasHave)
	if j < 0 || s.cs[j].sentence != s.cs[i].sentence {
		return
	}
	if s.cs[j].is(relative) {
		a.relative, a.first = j, j
		if j > 0 {
			k := j - 1
			if s.cs[k].kind == commaChunk {
				k--
			}
			if k >= 0 && s.cs[k].kind == party {
				a.subject, a.fronted = s.listBack(k), true
			}
		}
		return
	}
	if s.cs[j].kind == commaChunk {
		j = s.overApposition(j)
	}
	if j >= 0 && s.cs[j].is(people) && s.cs[j].kind == wordChunk {
		j = s.headBefore(j) // "thousands of people"
	}
	if j < 0 || s.cs[j].kind != party || s.cs[j].possessive {
		return
	}
	at, ok := s.headsBack(j)
	if !ok {
		a.strange = true
		return
	}
	a.subject, a.fronted, a.first = at, true, at[0]
}

// headsBack returns the parties of the list that ends at chunk j, each the
// head of its phrase: "the president of X and the prime minister of Y" are two
// persons. It reports false where the phrase is of a word that names no one.
func (s *scanner) headsBack(j int) ([]int, bool) {
	at := s.listBack(j)
	for range 4 {
		head := s.headOf(at[0])
		if head < 0 {
			return nil, false
		}
		if head == at[0] {
			return at, true
		}
		rest := at[1:]
		if len(at) == 1 {
			at = s.listBack(head)
			continue
		}
		at = append(s.listBack(head), rest...)
	}
	return at, true
}

// headOf follows a noun phrase behind a preposition back to the noun phrase
// that it belongs to: "the president of X". It returns -1 where that is a word
// that names no one.
func (s *scanner) headOf(j int) int {
	for range 4 {
		k := j - 1
		for k >= 0 && s.cs[k].sentence == s.cs[j].sentence && (s.cs[k].kind == wordChunk && (s.cs[k].is(determiner) || s.isOrigin(k) || s.plain(k)) || s.cs[k].kind == party && s.cs[k].possessive) {
			k--
		}
		if k < 0 || s.cs[k].sentence != s.cs[j].sentence || s.cs[k].kind != wordChunk {
			return j
		}
		if !s.cs[k].is(preposition) || s.cs[k].is(breaks|that|afterWord|beforeWord) {
			return j
		}
		k--
		if k < 0 || s.cs[k].sentence != s.cs[j].sentence {
			return -1 // "In Paris, …" has its comma; "After Paris met" has not
		}
		if s.cs[k].kind != party {
			head := s.headBefore(k)
			if head < 0 {
				return s.joinedBefore(k)
			}
			k = head
		}
		j = k
	}
	return j
}

// plain reports whether chunk k is a word of no class and no event.
func (s *scanner) plain(k int) bool {
	return s.cs[k].kind == wordChunk && s.cs[k].class == 0 && len(s.cs[k].hits) == 0
}

// headBefore steps from a word at chunk k that names no one over its phrase to
// the noun phrase that it is told of: "workers at the old mine". It returns -1
// if there is none.
func (s *scanner) headBefore(k int) int {
	for j := k; j > 0 && j > k-5 && s.cs[j].sentence == s.cs[k].sentence; j-- {
		c := &s.cs[j]
		switch {
		case c.kind == wordChunk && c.is(preposition) && !c.is(breaks|that|afterWord|beforeWord):
			if s.cs[j-1].kind == party && s.cs[j-1].prep == "" {
				return j - 1
			}
			return -1
		case s.plain(j), j == k, c.kind == party, c.kind == wordChunk && c.is(determiner):
		default:
			return -1
		}
	}
	return -1
}

// overApposition steps from the comma at j over what it closes to the noun
// phrase before: "Smith, the foreign minister, met". It returns -1 if there is none.
func (s *scanner) overApposition(j int) int {
	for k := j - 1; k >= 0 && k > j-12 && s.cs[k].sentence == s.cs[j].sentence; k-- {
		if s.cs[k].kind == commaChunk && k > 0 && s.cs[k-1].kind == party {
			return k - 1
		}
		if s.cs[k].kind == stopChunk {
			return -1
		}
	}
	return -1
}

// joinedBefore finds the name that an unnamed noun at chunk k is joined to:
// "Smith and other senior members of the council". It returns -1 if there is none.
func (s *scanner) joinedBefore(k int) int {
	for j := k; j > 0 && j > k-5 && s.cs[j].sentence == s.cs[k].sentence && s.cs[j].kind == wordChunk; j-- {
		if s.cs[j].is(andWord) && s.cs[j-1].kind == party {
			return j - 1
		}
	}
	return -1
}
