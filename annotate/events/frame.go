package events

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// who is the filled frame of an event.
type who struct {
	actors, recipients []isnad.Party
	status             isnad.EventStatus
	recalls            bool
}

// fill puts parties into the frame of the entry.
func (s *scanner) fill(i int, h hit, a *args, verb bool) who {
	var w who
	subject := s.role[i].subject
	if verb {
		if w.status = s.status(i, h); w.status == isnad.Ongoing && !goesOn(h.entry.kind) {
			w.status = isnad.Happened
		}
		if h.person == 1 && (w.status == isnad.Planned || h.tense == present && s.cs[i].statement >= 0 && !h.entry.has(speechAct)) {
			w.status = "" // a promise: a commitment, not a happening
		}
	} else {
		subject, w.status = s.nounSubject(i, h, a)
	}
	actors := subject
	if len(h.entry.actors) > 0 && h.entry.actors[0] == "C" {
		actors = implied(s.speakers(i))
	}
	w.actors = s.slotParties(h, h.entry.actors, actors, a, verb, i)
	w.recipients = s.slotParties(h, h.entry.recipients, subject, a, verb, i)
	if known := resolved(slices.Clone(w.actors)); len(known) > 1 || !h.entry.has(twoParties) {
		w.actors = known
	}
	w.recipients = without(resolved(w.recipients), w.actors)
	if !verb && h.entry.mode == "phone" && len(w.actors) < 2 && s.lightVerb(i) >= 0 {
		w.actors = addParties(w.actors, s.parties(a.slot(fromArabic))) // «تلقى اتصالا من»
	}
	if j := s.lightVerb(i); !verb && h.entry.kind == isnad.Request && j >= 0 && s.role[j].governor == undergo {
		w.actors, w.recipients = resolved(s.parties(a.slot(fromArabic))), addParties(s.parties(a.slot("from")), nil) // «تلقى دعوة من»
		w.actors, w.recipients = addParties(w.actors, w.recipients), implied(s.role[j].subject)
	}
	if !verb && h.entry.has(twoParties) && len(w.actors) < 2 {
		w.actors, w.recalls = s.sharedParties(i, h, w.actors)
	}
	if verb && h.entry.kind == isnad.Consult && len(w.actors) == 1 {
		w.actors = s.sameTalk(i, w.actors)
	}
	return w
}

// slotParties collects the parties of the slots.
func (s *scanner) slotParties(h hit, slots []string, subject []isnad.Party, a *args, verb bool, i int) []isnad.Party {
	var out []isnad.Party
	for _, slot := range slots {
		switch slot {
		case "S":
			out = addParties(out, subject)
		case "C":
			out = addParties(out, subject)
		case "O":
			out = addParties(out, s.objectParties(h, a, verb, i, subject))
		default:
			out = addParties(out, s.parties(a.slot(slot)))
		}
	}
	return out
}

// objectParties returns who stands as the object: named, written as a pronoun,
// or the owner of the thing acted upon.
func (s *scanner) objectParties(h hit, a *args, verb bool, i int, subject []isnad.Party) []isnad.Party {
	switch {
	case len(a.object) > 0:
		return s.parties(a.object)
	case verb && a.relative >= 0 && len(a.subject) > 0 && s.lang != isnad.English:
		if at := s.antecedent(a.relative); at >= 0 {
			return s.parties([]int{at})
		}
	case verb && h.enclitic != nil && h.enclitic.person == 3:
		return s.pronoun(i, h.enclitic.number, subject)
	case len(a.genitive) > 0 && (verb || s.genitiveIsObject(h.entry, a)):
		return s.parties(a.genitive)
	case !verb && h.entry.genitive != 'x':
		return s.parties(a.slot(lam))
	case verb && len(a.owner) > 0 && (s.isPlace(a.owner) || h.entry.kind == isnad.Reject || h.entry.kind == isnad.Agree):
		return s.parties(a.owner)
	}
	return nil
}

// genitiveIsObject reports whether the genitive of an event noun suffers what
// it says. Where it may be either it is the subject if a preposition brings in
// the object: «قصف روسيا للمدينة», and else the object: «قصف المدينة».
func (s *scanner) genitiveIsObject(e *entry, a *args) bool {
	if a.counted {
		return false // «احتجاز تولاند 12 صيادا»
	}
	if e.genitive == 'b' {
		return len(a.slot(lam)) == 0 && !s.partyInSlot(e.recipients, a) && !s.lamBehind(a.genitive)
	}
	if e.genitive == 'v' {
		return s.isPlace(a.genitive) && !s.partyInSlot(e.recipients, a)
	}
	return e.genitive == 'o' && !(s.lang != isnad.English && len(a.genitive) > 0 && (len(a.slot(lam)) > 0 || s.lamBehind(a.genitive)))
}

// lamBehind reports whether a noun with «لل» stands right behind the parties:
// «قصف روسيا للمدينة».
func (s *scanner) lamBehind(at []int) bool {
	j := lastOf(at) + 1
	return j < len(s.cs) && s.cs[j].kind == wordChunk && strings.HasPrefix(s.cs[j].key, lam+lam)
}

// sharedParties completes a talk that is named by a noun within a clause on
// its parties: «اتفقا خلال محادثة هاتفية».
func (s *scanner) sharedParties(i int, h hit, actors []isnad.Party) ([]isnad.Party, bool) {
	for f := len(s.found) - 1; f >= 0; f-- {
		other := &s.found[f]
		if other.sentence != s.cs[i].sentence || other.passage != s.index() {
			break
		}
		if other.entry.symmetric() && len(other.event.Actors) > 1 && other.event.Status == isnad.Happened && subset(actors, other.event.Actors) {
			return implied(other.event.Actors), false
		}
	}
	if len(actors) == 1 && len(s.last(i)) == 1 && s.last(i)[0].Entity != actors[0].Entity {
		j := s.before(i)
		for j >= 0 && s.lang == isnad.English && s.cs[j].kind == wordChunk && (s.cs[j].is(determiner) || s.cs[j].class == 0 && len(s.cs[j].hits) == 0) {
			j = s.before(j)
		}
		if j >= 0 && (s.cs[j].is(duringWord|preposition|afterWord) || s.hasOwnPreposition(i)) {
			return append(implied(s.last(i)), actors...), false
		}
	}
	if len(actors) == 0 && (h.definite || i > 0 && s.cs[i-1].key == "the") {
		for f := range s.found {
			if e := &s.found[f].event; e.Type == h.entry.kind && len(e.Actors) > 1 && e.Status == isnad.Happened {
				return implied(e.Actors), true
			}
		}
	}
	return actors, false
}

// sameTalk completes a verb of talking with one party by the talk told just
// before it: "He called Smith. He discussed …".
func (s *scanner) sameTalk(i int, actors []isnad.Party) []isnad.Party {
	for f := len(s.found) - 1; f >= 0; f-- {
		other := &s.found[f]
		if other.passage != s.index() || s.cs[i].sentence-other.sentence > 1 {
			break
		}
		if other.event.Type == isnad.Consult && len(other.event.Actors) > 1 && subset(actors, other.event.Actors) {
			return addParties(actors, implied(other.event.Actors))
		}
	}
	return actors
}

func subset(some, all []isnad.Party) bool {
	for _, p := range some {
		if p.Entity < 0 || !slices.ContainsFunc(all, func(q isnad.Party) bool { return q.Entity == p.Entity }) {
			return false
		}
	}
	return true
}

func without(list, taken []isnad.Party) []isnad.Party {
	return slices.DeleteFunc(list, func(p isnad.Party) bool {
		return p.Entity >= 0 && slices.ContainsFunc(taken, func(q isnad.Party) bool { return q.Entity == p.Entity })
	})
}

// resolved drops the parties that no entity stands for where others of the
// list are resolved: "the minister and his delegation".
func resolved(list []isnad.Party) []isnad.Party {
	known := func(p isnad.Party) bool { return p.Entity >= 0 }
	if !slices.ContainsFunc(list, known) {
		return list
	}
	return slices.DeleteFunc(list, func(p isnad.Party) bool { return !known(p) })
}
