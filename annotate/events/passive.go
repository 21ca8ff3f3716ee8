package events

import (
	"slices"
)

// pluralVerb reports whether an Arabic verb is dual or plural: its subject
// does not follow it.
func (s *scanner) pluralVerb(i int) bool {
	for _, h := range s.cs[i].hits {
		if h.tense != noun && h.number == 's' && h.person == 3 && !h.passive {
			return false
		}
	}
	return true
}

// onlyPassive reports whether all readings of an Arabic verb are passive.
func (s *scanner) onlyPassive(i int) bool {
	for _, h := range s.cs[i].hits {
		if h.tense != noun && !h.passive {
			return false
		}
	}
	return true
}

// relativeRoles gives the one name behind the verb of a relative clause its
// part: with a pronoun that takes up the antecedent («الذي أطلقت روسيا سراحه»)
// it is the subject, without one the object («التي هاجمت المدينة»).
func (s *scanner) relativeRoles(i int, a *args) {
	if a.relative < 0 || len(a.subject) == 0 || a.fronted || len(a.object) > 0 {
		return
	}
	for j := i; j < min(len(s.cs), i+7) && s.cs[j].kind != stopChunk && s.cs[j].sentence == s.cs[i].sentence; j++ {
		if s.cs[j].kind == wordChunk && s.hasPronoun(j) {
			return
		}
	}
	if at := s.antecedent(a.relative); at >= 0 {
		a.object, a.subject, a.fronted = a.subject, []int{at}, true
	}
}

// sufferedByRelative makes the antecedent of a relative clause the one who
// suffers it where the verb, unvocalised, has no object: «الذي قتل في معارك».
func (s *scanner) sufferedByRelative(i int, a *args) {
	if a.relative < 0 || len(a.subject)+len(a.object)+len(a.genitive) > 0 || a.noun >= 0 || !s.isAgentless(i) {
		return
	}
	h := s.verbHit(i)
	at := s.antecedent(a.relative)
	if h.enclitic != nil || h.tense == noun || at < 0 || !s.isPerson([]int{at}) || !slices.Contains(h.word().recipients, "O") {
		return
	}
	a.passive, a.object = true, []int{at}
}

// suffers reports whether the only name with an Arabic verb of killing,
// arresting and the like is a person's, or a number of people: unvocalised, the
// verb is then the passive.
func (s *scanner) suffers(i int, a *args) bool {
	if len(a.subject) == 0 || len(a.object)+len(a.genitive) > 0 || a.noun >= 0 || a.relative >= 0 {
		return false
	}
	if !s.isPerson(a.subject) && !s.cs[a.subject[0]].is(crowd|office) {
		return false
	}
	for _, h := range s.cs[i].hits {
		if h.tense != noun && h.entry != nil && h.enclitic == nil && h.person == 3 && h.entry.has(agentless) && slices.Contains(h.entry.recipients, "O") && len(h.entry.need) == 0 {
			return true
		}
	}
	return false
}
