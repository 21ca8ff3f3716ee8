package events

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// subject returns who does what the verb at i says, named or implied.
func (s *scanner) subject(i int, h hit, a *args) []isnad.Party {
	if told := s.toldBy(i); len(told) > 0 && s.lang != isnad.English && !a.fronted && a.relative < 0 && !h.passive {
		switch {
		case len(a.subject) == 0 && a.noun < 0 && h.person != 1:
			return told
		case s.isPerson(a.subject) && !overlap(s.parties(a.subject), told) && len(a.object) == 0:
			a.object, a.subject = a.subject, nil // «وحث الوزيرة على»
			return told
		}
	}
	if len(a.subject) > 0 && (a.relative < 0 || s.lang == isnad.English || a.fronted) {
		return s.parties(a.subject)
	}
	if a.passive {
		return nil
	}
	if a.relative >= 0 {
		if len(a.subject) > 0 {
			return s.parties(a.subject)
		}
		if at := s.antecedent(a.relative); at >= 0 {
			return s.parties([]int{at})
		}
		return nil
	}
	if len(a.subject) > 0 {
		return s.parties(a.subject)
	}
	if s.lang == isnad.English {
		return s.englishImplied(i, h, a)
	}
	return s.arabicImplied(i, h, a)
}

// toldBy returns who speaks the words that the verb at chunk i brings in.
func (s *scanner) toldBy(i int) []isnad.Party {
	at := s.cs[i].cue
	if at < 0 || len(s.doc.Statements[at].Speakers) != 1 || s.doc.Statements[at].Speakers[0].Entity < 0 {
		return nil
	}
	return implied(s.doc.Statements[at].Speakers)
}

// antecedent is the noun phrase that a relative pronoun at j takes up; -1 if
// what stands before it names no one.
func (s *scanner) antecedent(j int) int {
	k := s.before(j)
	if k >= 0 && s.cs[k].kind == commaChunk {
		k = s.before(k)
	}
	if k >= 0 && s.cs[k].kind == party {
		return k
	}
	return -1
}

// arabicImplied resolves a subject that an Arabic verb carries in itself.
func (s *scanner) arabicImplied(i int, h hit, a *args) []isnad.Party {
	speakers := s.speakers(i)
	switch {
	case h.person == 1 && h.number == 'p':
		return s.we(i, h)
	case h.person == 1:
		return implied(speakers)
	}
	if h.tense == participle {
		return implied(s.last(i))
	}
	j := s.before(i)
	for j >= 0 && s.cs[j].kind == wordChunk && s.cs[j].is(negation|future|auxiliary|modal) {
		j = s.before(j)
	}
	if j >= 0 && s.cs[j].is(thatPronoun) && len(speakers) > 0 && s.cs[i].statement >= 0 {
		if h.number == 'p' || h.number == 'd' {
			if len(speakers) == 1 {
				return implied(s.talkers(speakers))
			}
		}
		return implied(speakers)
	}
	if a.strange && (h.enclitic != nil || !s.objectLike(i, a)) {
		return nil
	}
	if h.number == 'p' || h.number == 'd' {
		if len(s.last(i)) > 1 {
			return implied(s.last(i))
		}
		if both := s.metBefore(i); h.number == 'd' && len(both) == 2 {
			return both
		}
		if last := s.last(i); len(last) == 1 && last[0].Entity >= 0 && s.doc.Entities[last[0].Entity].Kind == isnad.Person {
			return nil // «دعوا» is of no one person
		}
	}
	if s.cs[i].conj && s.anotherPerson(i) {
		return nil
	}
	opens := s.cs[i].conj || j >= 0 && (s.cs[j].is(that) || s.cs[j].cue >= 0 || s.role[j].verb)
	if !opens || h.enclitic == nil && len(a.object) == 0 && s.isAgentless(i) {
		return nil
	}
	return implied(s.last(i))
}

// anotherPerson reports whether the words quoted name a person, before the verb
// at chunk i, who may as well be its subject as the speaker: «قال فلان إن الخطاب
// الذي ألقاه علان وتوعد فيه».
func (s *scanner) anotherPerson(i int) bool {
	at := s.cs[i].statement
	if at < 0 {
		return false
	}
	if _, ok := s.lasts[at]; ok {
		return false
	}
	for j := i - 1; j >= 0 && s.cs[j].statement == at; j-- {
		if c := &s.cs[j]; c.kind == party && c.prep == "" && s.isPerson([]int{j}) && !slices.ContainsFunc(s.speakers(i), func(p isnad.Party) bool { return p.Entity == s.doc.Mentions[c.mention].Entity }) {
			return true
		}
	}
	return false
}

// metBefore returns the two parties of what the sentence told last: «التقى
// فلان فلانا ووقعا اتفاقا».
func (s *scanner) metBefore(i int) []isnad.Party {
	if n := len(s.found); n > 0 && s.found[n-1].passage == s.passageIndex && s.found[n-1].sentence == s.cs[i].sentence {
		return implied(s.found[n-1].event.Actors)
	}
	return nil
}

// isAgentless reports whether the verb at chunk i, unvocalised, is as likely
// passive when no subject is named: «وقتل في الحادث أربعة».
func (s *scanner) isAgentless(i int) bool {
	return slices.ContainsFunc(s.cs[i].hits, func(h hit) bool { return h.entry != nil && h.tense != noun && h.entry.has(agentless) })
}

// objectLike reports whether the unknown noun behind an Arabic verb is its
// object, the subject being carried in the verb: it is in the accusative
// («اقتراحا»), or definite with no other noun behind it («ورفض الاقتراح»).
func (s *scanner) objectLike(i int, a *args) bool {
	if a.noun < 0 {
		return true
	}
	key := s.cs[a.noun].key
	if s.cs[a.noun].definiteWord() && hasAnySuffix(key, waw+nunLetter, alef+nunLetter) {
		return false // a nominative: «ودعا المعتصمون», «واتفق الرئيسان»
	}
	if hasAnySuffix(key, alef) || s.cs[i].conj && s.lightWithNoun(i, a.noun) {
		return true
	}
	if !s.cs[i].conj {
		return false
	}
	next := a.noun + 1
	bare := next < len(s.cs) && s.cs[next].kind == wordChunk && s.cs[next].class == 0 && s.cs[next].definiteWord() && !adjective(s.cs[next].key)
	return (s.cs[a.noun].definiteWord() || s.hasPronoun(a.noun)) && !bare
}

// lightWithNoun reports whether chunk i is a light verb and the noun at chunk j
// the event that it lends its subject to.
func (s *scanner) lightWithNoun(i, j int) bool {
	return slices.ContainsFunc(s.cs[i].hits, func(h hit) bool { return h.governor == light }) &&
		slices.ContainsFunc(s.cs[j].hits, func(h hit) bool { return h.entry != nil })
}

// hasPronoun reports whether a pronoun seems to be written to the Arabic word
// at chunk j. A final teh marbuta, which folds to the same letter, is none.
func (s *scanner) hasPronoun(j int) bool {
	return hasAnySuffix(s.text[s.cs[j].start:s.cs[j].end], heh, heh+alef, heh+meem)
}

// englishImplied resolves a verb without a subject of its own: one joined to
// another ("met Smith and agreed"), a participle, or a quotation's "we", "I", "he".
func (s *scanner) englishImplied(i int, h hit, a *args) []isnad.Party {
	j := i - 1
	for j >= 0 && s.cs[j].kind == wordChunk && s.cs[j].is(auxiliary|modal|will|negation|skips|must|toWord|scheduled) && !s.cs[j].is(breaks) {
		j--
	}
	if j < 0 || s.cs[j].sentence != s.cs[i].sentence {
		return nil
	}
	switch s.cs[j].key {
	case "we":
		return s.we(i, h)
	case "i":
		return implied(s.speakers(i))
	case "he", "she":
		if s.cs[i].statement < 0 && len(s.person) > 0 {
			return s.person
		}
		fallthrough
	case "it":
		if s.cs[i].statement >= 0 {
			return implied(s.speakers(i))
		}
		return implied(s.last(i))
	case "they":
		if speakers := s.speakers(i); len(speakers) == 1 {
			return implied(s.talkers(speakers))
		}
		return implied(s.last(i))
	}
	if a.strange {
		return nil
	}
	if h.tense == participle {
		return implied(s.lasts[s.cs[i].statement]) // of the clause's subject, never who is quoted for it
	}
	if s.cs[j].is(andWord) || s.role[j].verb {
		return implied(s.last(i))
	}
	return nil
}

// speakers returns who speaks where chunk i stands; nil in the outlet's voice.
func (s *scanner) speakers(i int) []isnad.Party {
	if at := s.cs[i].statement; at >= 0 {
		return s.doc.Statements[at].Speakers
	}
	return nil
}

// we resolves the first person plural: the speakers, and where they tell of
// something that takes two the other party of the talk that the report is about.
func (s *scanner) we(i int, h hit) []isnad.Party {
	speakers := s.speakers(i)
	if len(speakers) == 0 {
		return nil
	}
	for _, h := range s.cs[i].hits {
		if h.entry != nil && h.entry.symmetric() && h.tense == past {
			return implied(s.talkers(speakers))
		}
	}
	if h.entry != nil && deed(h.entry.kind) && len(speakers) == 1 && speakers[0].Entity >= 0 {
		if body := s.actsFor(speakers[0].Entity); body >= 0 {
			return []isnad.Party{{Entity: body}}
		}
	}
	return implied(speakers)
}

// talkers returns the parties of the report's talk if speakers are among
// them, else the speakers.
func (s *scanner) talkers(speakers []isnad.Party) []isnad.Party {
	for f := range s.found {
		e := &s.found[f].event
		if e.Type != isnad.Consult || len(e.Actors) < 2 {
			continue
		}
		for _, actor := range e.Actors {
			if actor.Entity >= 0 && actor.Entity == speakers[0].Entity {
				return addParties(speakers[:1:1], e.Actors)
			}
		}
	}
	return speakers
}
