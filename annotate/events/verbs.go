package events

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

// isVerb reports whether chunk i stands as a verb; ok is false where it is
// neither a verb nor an event noun.
func (s *scanner) isVerb(i int) (verb, ok bool) {
	c := &s.cs[i]
	if len(c.hits) == 0 || c.kind != wordChunk {
		return false, false
	}
	verbs, nouns := false, false
	for _, h := range c.hits {
		switch {
		case h.tense == noun:
			nouns = true
		case h.tense == participle && s.lang != isnad.English && (i == 0 || s.cs[i-1].kind != commaChunk):
		default:
			verbs = true
		}
	}
	if !verbs && !nouns {
		return false, false // an Arabic participle that goes on from no verb
	}
	if s.lang == isnad.English {
		return s.isEnglishVerb(i, verbs, nouns)
	}
	if !verbs || !nouns {
		if verbs && s.behindPreposition(i) && !c.conj {
			return false, false // «من قبل», «على قدم»
		}
		return verbs, true
	}
	return s.opensClause(i), true
}

// before returns the chunk before i that is no adverb, date or quotation mark; -1 if none in
// the sentence.
func (s *scanner) before(i int) int {
	for j := i - 1; j >= 0 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		if c.kind == dateChunk || c.kind == quoterChunk || c.kind == wordChunk && c.is(skips) && !c.is(preposition) {
			continue
		}
		return j
	}
	return -1
}

func (s *scanner) behindPreposition(i int) bool {
	j := s.before(i)
	return j >= 0 && j == i-1 && s.cs[j].kind == wordChunk && s.cs[j].is(preposition) && !s.cs[j].is(breaks|that|negation)
}

// opensClause reports whether an Arabic word that may be verb or noun stands
// where a clause begins, so that it is the verb.
func (s *scanner) opensClause(i int) bool {
	if s.cs[i].conj {
		return !s.joinsNoun(i)
	}
	j := s.before(i)
	if j < 0 {
		return !s.title || s.startsWithVerb(i)
	}
	c := &s.cs[j]
	switch {
	case c.kind == stopChunk || c.cue >= 0:
		return true
	case c.kind == commaChunk:
		return true
	case c.kind == party:
		return s.opensAt(j)
	case c.is(that | relative | breaks | negation | future | auxiliary):
		return !c.is(preposition)
	}
	return false
}

// startsWithVerb reports whether a headline's first word, which may be verb or
// noun, is a verb: a name stands behind it.
func (s *scanner) startsWithVerb(i int) bool {
	return i+1 < len(s.cs) && s.cs[i+1].kind == party && s.cs[i+1].prep == "" && !s.cs[i+1].conj
}

// joinsNoun reports whether the conjunction at i joins two nouns: the word
// before stands behind a preposition and no comma parts them.
func (s *scanner) joinsNoun(i int) bool {
	j := s.before(i)
	for ; j >= 0 && j > i-8 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		if c.kind == commaChunk || c.kind == stopChunk || s.role[j].verb || c.is(that|relative|breaks) {
			return false
		}
		if s.role[j].noun && slices.ContainsFunc(c.hits, func(h hit) bool { return h.tense == noun }) {
			return true
		}
	}
	return false
}

// opensAt reports whether the noun phrase at chunk j, or the list that ends
// there, stands at the head of its clause.
func (s *scanner) opensAt(j int) bool {
	for {
		if s.cs[j].prep != "" {
			return false
		}
		k := s.before(j)
		if k < 0 {
			return true
		}
		c := &s.cs[k]
		switch {
		case c.kind == party && s.cs[j].conj:
			j = k
		case c.kind == party && s.sameEntity(k, j):
			j = k
		case c.kind == commaChunk && k > 0 && s.cs[j].conj && s.cs[k-1].kind == party:
			j = k - 1
		case c.kind == stopChunk || c.kind == commaChunk || c.cue >= 0:
			return true
		case c.is(andWord):
			if k > 0 && s.cs[k-1].kind == party {
				j = k - 1
				continue
			}
			return true
		case c.is(that | relative | breaks), c.is(auxiliary) && s.lang != isnad.English:
			return true
		case c.kind == party && s.cs[k].mention < 0 && s.lang == isnad.Arabic:
			j = k
		default:
			if s.lang == isnad.English {
				return false
			}
			_, cue := arabic.CueAt(s.passage.Tokens, c.tok)
			return cue && !s.role[k].verb
		}
	}
}

// verbArgs finds the parties around a verb.
func (s *scanner) verbArgs(i int) args {
	a := args{noun: -1, relative: -1, first: i, last: i}
	if s.lang == isnad.English {
		s.englishFront(i, &a)
	} else {
		s.arabicFront(i, &a)
		a.plural = s.pluralVerb(i)
	}
	s.behind(i, &a, true)
	goesOn := s.verbHit(i).tense == participle && s.lang != isnad.English
	if len(a.subject) > 0 && !a.fronted && len(a.object) == 0 && (goesOn || s.struck(i) || s.behindPronoun(i)) {
		a.object, a.subject = a.subject, nil // «هجوم استهدف المدينة»
	}
	if s.lang != isnad.English {
		a.passive = a.passive || s.onlyPassive(i)
		if len(a.slot(agentSlot)) > 0 && !a.strange && !s.ownsAgent(i, &a) {
			a.passive = true
		}
		s.relativeRoles(i, &a)
		a.passive = a.passive || s.suffers(i, &a)
		s.sufferedByRelative(i, &a)
	}
	if a.passive {
		if len(a.subject) > 0 && len(a.object) == 0 {
			a.object, a.subject = a.subject, nil
		}
		a.subject = a.slot(agentSlot)
	}
	return a
}

// ownsAgent reports whether the agent phrase behind verb i belongs to the object:
// one who acts stands before an active verb, and a noun right before the phrase
// («فلان سيعارض أي جهود من جانب المجلس»).
func (s *scanner) ownsAgent(i int, a *args) bool {
	if !a.fronted || a.noun < 0 || s.cs[i].is(auxiliary) || s.isPlace(a.subject) {
		return false
	}
	at := a.slot(agentSlot)[0]
	for j := a.noun; j < at; j++ {
		if s.cs[j].is(agent) {
			return true
		}
		if j > a.noun && (s.cs[j].kind == dateChunk || s.cs[j].is(preposition)) {
			return false
		}
	}
	return false
}

// behindPronoun reports whether an Arabic verb follows «أنه» and the like, whose
// pronoun is its subject: a name behind it is its object.
func (s *scanner) behindPronoun(i int) bool {
	j := s.before(i)
	for j >= 0 && s.cs[j].kind == wordChunk && s.cs[j].is(negation|future|auxiliary) {
		j = s.before(j)
	}
	return j >= 0 && s.cs[j].is(thatPronoun)
}

// arabicFront takes a subject that stands before its verb, and notes what the
// clause hangs on.
func (s *scanner) arabicFront(i int, a *args) {
	j := s.before(i)
	for j >= 0 && s.cs[j].kind == wordChunk && s.cs[j].is(negation|future|auxiliary|modal) && !s.cs[j].is(preposition) {
		j = s.before(j)
	}
	// a subject set off by commas: «روسيا، الثلاثاء، أطلقت»
	if j >= 0 && s.cs[j].kind == commaChunk && j+1 < i && s.cs[j+1].kind == dateChunk {
		if k := s.before(j); k >= 0 && s.cs[k].kind == commaChunk {
			j = s.before(k)
		} else if k >= 0 && s.cs[k].kind == party {
			j = k
		}
	}
	if j < 0 {
		return
	}
	if s.cs[j].is(relative) {
		a.relative = j
		a.first = j
		return
	}
	if s.cs[j].kind != party || s.cs[i].conj || !s.opensAt(j) {
		return
	}
	a.subject, a.first = s.listBack(j), j
	a.first = a.subject[0]
	a.fronted = true
}

// listBack returns the parties of the list that ends at chunk j.
func (s *scanner) listBack(j int) []int {
	start := j
	for {
		k := s.before(start)
		if k >= 0 && s.cs[k].is(andWord) && k > 0 && s.cs[k-1].kind == party {
			start = k - 1
			continue
		}
		if k >= 0 && s.cs[k].kind == commaChunk && k > 0 && s.cs[k-1].kind == party && (s.cs[start].conj || s.lang == isnad.English && (start != j || s.title)) {
			start = k - 1
			continue
		}
		if k >= 0 && s.cs[k].kind == party && (s.cs[start].conj || s.sameEntity(k, start) || s.cs[k].mention < 0 && s.lang == isnad.Arabic && !s.cs[start].conj) {
			start = k
			continue
		}
		break
	}
	if s.title && s.lang == isnad.English {
		return s.partiesBetween(start, j) // "Smith, Jones meet": headlines leave out "and"
	}
	at, n := s.list(start)
	if start+n-1 >= j {
		return at
	}
	return []int{j}
}

// partiesBetween returns the noun phrases from chunk i to chunk j.
func (s *scanner) partiesBetween(i, j int) []int {
	var at []int
	for k := i; k <= j; k++ {
		if s.cs[k].kind == party {
			at = append(at, k)
		}
	}
	return at
}
