package events

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// code makes the event that the reading h of chunk i tells of. It reports
// whether the reading was taken, with an event or without.
func (s *scanner) code(index, i int, h hit, a *args) bool {
	verb := h.tense != noun
	e := h.entry
	filled := s.fill(i, h, a, verb)
	r := &s.role[i]
	if h.lightOnly && s.lightVerb(i) < 0 {
		if s.unreal(i, verb) {
			s.promise(i, e, a, filled)
		}
		return false
	}
	if e.has(refusal) {
		if !verb || !s.willNot(i) {
			return false
		}
		filled.status = isnad.Happened
	}
	r.entry = e
	if !verb && e.kind == isnad.Agree && e.symmetric() && len(filled.actors) < 2 && !s.announced(i) {
		return false // a treaty's name, not its making
	}
	if s.unreal(i, verb) && !e.has(refusal) || filled.status == "" {
		s.promise(i, e, a, filled)
		return true
	}
	if !s.enough(e, &filled, a, i) {
		return false
	}
	if e.has(claim) && (filled.status != isnad.Happened || !slices.ContainsFunc(filled.actors, func(p isnad.Party) bool { return p.Entity >= 0 })) {
		return true // "no group claimed responsibility"
	}
	if e.has(speechAct) && filled.status == isnad.DidNotHappen {
		return true // what was not said is no event
	}
	if !verb && s.background(i) {
		return true
	}
	if !verb && e.mode == "visit" && !e.symmetric() && len(filled.recipients) == 0 && s.lightVerb(i) < 0 {
		return true // «ستكون زيارة فلان موضع ترحيب»: of a visit, not that it was
	}
	event := isnad.Event{
		Type: e.kind, Mode: s.mode(i, e, a), Actors: filled.actors, Recipients: filled.recipients,
		Status: filled.status, Trigger: s.triggerSpan(i), By: s.rule(verb, i),
	}
	event.Span = s.clauseSpan(i, e, a)
	event.According = s.according(i)
	event.Place = s.placeOf(a)
	event.Numbers = s.numbers(i, a)
	f := found{event: event, entry: e, chunk: i, sentence: s.cs[i].sentence, passage: index,
		lead: s.lead, charge: e.kind == isnad.Reject && s.follows(i, charges) > 0, title: s.title, dated: s.hasDate(i), present: h.tense == present, recalls: filled.recalls, backward: s.takesUp(i), claims: e.has(claim) || e.kind == isnad.Assault && s.recalled(i, e)}
	s.found = append(s.found, f)
	if at := s.follows(i, e.need); at > 0 {
		s.role[at].consumed = true
	}
	return true
}

// hasDate reports whether the sentence of chunk i holds a date.
func (s *scanner) hasDate(i int) bool {
	for j := i; j >= 0 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		if s.cs[j].date >= 0 {
			return true
		}
	}
	for j := i; j < len(s.cs) && s.cs[j].sentence == s.cs[i].sentence; j++ {
		if s.cs[j].date >= 0 && s.cs[j].statement == s.cs[i].statement {
			return true
		}
	}
	return false
}

// charges are words for an accusation that is dismissed.
var charges = [][]string{{"charge"}, {"charges"}, {"accusation"}, {"accusations"}, {"allegation"}, {"allegations"}}

// background reports whether an event noun only dates something else («منذ غزو
// المدينة», "since the attack") or is what those named attended.
func (s *scanner) background(i int) bool {
	for j := i - 1; j >= max(0, i-2) && s.cs[j].kind == wordChunk && s.cs[j].sentence == s.cs[i].sentence; j-- {
		if s.cs[j].is(sinceWord) || s.cs[j].is(attends) && s.definite(i) {
			return true
		}
		if !s.cs[j].is(determiner) {
			return false
		}
	}
	return false
}

// takesUp reports whether what the verb at chunk i refuses is named as told
// before: «الاقتراح», "the demand".
func (s *scanner) takesUp(i int) bool {
	for j := i + 1; j < min(len(s.cs), i+5) && s.cs[j].sentence == s.cs[i].sentence; j++ {
		if s.cs[j].is(backReference) {
			return s.lang != isnad.English || s.cs[j-1].is(determiner)
		}
	}
	return false
}

// recalled reports whether the attack that the verb at chunk i needs has the
// article: "carried out the attack", told before.
func (s *scanner) recalled(i int, e *entry) bool {
	at := s.follows(i, e.need)
	if at == 0 {
		return false
	}
	return s.cs[at-1].key == "the" || s.lang != isnad.English && s.cs[at].definiteWord()
}

// promise notes an event that is only promised, agreed upon or asked for.
// Where it names no one who acts, who the clause is about is to act.
func (s *scanner) promise(i int, e *entry, a *args, w who) {
	event := isnad.Event{
		Type: e.kind, Mode: s.mode(i, e, a), Actors: w.actors, Recipients: w.recipients,
		Status: isnad.Planned, Trigger: s.triggerSpan(i), By: s.rule(false, i),
	}
	if last := s.last(i); len(w.actors) == 0 || e.symmetric() && len(w.actors) == 1 {
		event.Actors = addParties(implied(last), event.Actors)
	}
	event.Span = s.clauseSpan(i, e, a)
	event.According = s.according(i)
	s.promised = append(s.promised, event)
}

// nounSubject returns who does what an event noun says, and with what status.
func (s *scanner) nounSubject(i int, h hit, a *args) ([]isnad.Party, isnad.EventStatus) {
	status := isnad.Happened
	if s.dateAhead(i) && s.cs[i].is(scheduled) {
		status = isnad.Planned
	}
	j := s.lightVerb(i)
	if j >= 0 {
		r := &s.role[j]
		status = r.status
		switch r.governor {
		case keepsOn:
			status = isnad.Ongoing
		case cancels:
			status = isnad.DidNotHappen
		}
		if s.unreal(j, true) {
			status = ""
		}
		if s.isFirstPromise(j) {
			status = ""
		}
	}
	if own := s.ownSubject(i, h, a); len(own) > 0 {
		return own, status
	}
	if j >= 0 && (s.role[j].governor != tamma || s.lang == isnad.English) && (s.role[j].governor != undergo || h.entry.has(twoParties) && !s.isPlaceParty(s.role[j].subject)) {
		return s.role[j].subject, status
	}
	if at := s.cs[i].statement; s.announced(i) && !h.entry.has(agentless|speechAct) {
		return implied(s.doc.Statements[at].Speakers), status
	}
	if s.subordinate(i) && len(a.genitive) == 0 && !h.entry.has(agentless) && len(h.entry.need) > 0 && goesOn(h.entry.kind) {
		return implied(s.last(i)), status // «بعد ساعات من إطلاق صواريخ»: done by the clause's subject
	}
	return nil, status
}

// isPlaceParty reports whether a place alone is named: «شهدت العاصمة محادثات».
func (s *scanner) isPlaceParty(list []isnad.Party) bool {
	return len(list) == 1 && list[0].Entity >= 0 && s.doc.Entities[list[0].Entity].Kind == isnad.Place
}

func (s *scanner) isFirstPromise(j int) bool {
	h := s.verbHit(j)
	return h.person == 1 && s.role[j].status == isnad.Planned
}

// ownSubject returns the subject in the noun phrase of an event noun.
func (s *scanner) ownSubject(i int, h hit, a *args) []isnad.Party {
	if at := a.slot(agentSlot); len(at) > 0 {
		return s.parties(at)
	}
	if len(a.subject) > 0 {
		return s.parties(a.subject)
	}
	if len(a.genitive) > 0 && !s.genitiveIsObject(h.entry, a) && h.entry.genitive != 'x' {
		return s.parties(a.genitive)
	}
	if h.enclitic != nil && (h.entry.genitive == 's' || h.entry.genitive == 'v') {
		return s.pronoun(i, h.enclitic.number, s.slotParties(h, h.entry.actors[1:], nil, a, false, i))
	}
	if h.entry.genitive == 'o' {
		return nil
	}
	return s.countries(i)
}

// announced reports whether the event noun at i is what a statement announces.
func (s *scanner) announced(i int) bool {
	at := s.cs[i].statement
	return at >= 0 && s.opensContent(i, at) && s.doc.Statements[at].Force == string(lang.Announce)
}

// opensContent reports whether chunk i is the first word of a statement's
// content: «أعلن الاتفاق مع …», announced by the one who did it.
func (s *scanner) opensContent(i, at int) bool {
	content := s.doc.Statements[at].Content
	return len(content) > 0 && s.cs[i].start <= content[0].Start && content[0].Start < s.cs[i].end
}

func (s *scanner) index() int { return s.passageIndex }

// enough reports whether the frame names who it must.
func (s *scanner) enough(e *entry, w *who, a *args, i int) bool {
	if w.recalls && len(s.numbers(i, &args{first: i, last: i})) == 0 {
		return false
	}
	if e.has(twoParties) && len(w.actors) < 2 {
		return false
	}
	if e.symmetric() && (e.kind == isnad.Consult || e.kind == isnad.Agree) {
		return slices.ContainsFunc(w.actors, func(p isnad.Party) bool { return p.Entity >= 0 })
	}
	if e.has(twoParties) {
		return true
	}
	return len(w.actors) > 0 || s.unclaimed(i, e, w, a)
}
