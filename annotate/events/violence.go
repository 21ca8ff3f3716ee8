package events

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// An attack is often told without who made it: by its dead and wounded, by the
// weapons, by the noun alone. It is an event where the text says whom or what it
// hit, or how many, and does not tell of an accident.

// harms reports whether the entry's words tell of people killed or wounded,
// which may be an accident as well.
func harms(e *entry) bool {
	return e.kind == isnad.Assault && e.mode == "" && e.has(agentless) && !e.has(violent)
}

// unclaimed reports whether an attack without a known actor is told at chunk i:
// someone known suffers it, or it has its dead or wounded and violence did it.
func (s *scanner) unclaimed(i int, e *entry, w *who, a *args) bool {
	if e.kind != isnad.Assault {
		return e.has(agentless) && len(w.recipients) > 0 && w.recipients[0].Entity >= 0
	}
	if !e.has(agentless) && !s.byWeapon(i) {
		return false
	}
	if len(w.recipients) > 0 && w.recipients[0].Entity >= 0 {
		return true
	}
	counted := slices.ContainsFunc(s.numbers(i, a), func(n isnad.Number) bool { return n.About == aboutDead || n.About == aboutWounded })
	return counted && (!harms(e) || s.violence(i))
}

// violence reports whether the sentence of chunk i names a weapon or an attack.
func (s *scanner) violence(i int) bool {
	for j := range s.cs {
		c := &s.cs[j]
		if c.sentence != s.cs[i].sentence || c.kind != wordChunk && c.kind != party {
			continue
		}
		if c.is(weapon) || slices.ContainsFunc(c.hits, func(h hit) bool {
			return h.entry != nil && h.entry.kind == isnad.Assault && !harms(h.entry) && (h.tense == noun || h.entry.has(agentless))
		}) {
			return true
		}
	}
	return false
}

// byWeapon reports whether the subject of the verb at chunk i is a weapon or an
// attack: "drones struck", «هجوم استهدف».
func (s *scanner) byWeapon(i int) bool {
	if verb, ok := s.isVerb(i); !ok || !verb {
		return false
	}
	for j := i - 1; j >= 0 && j > i-8 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		if c.kind == stopChunk || s.role[j].verb || c.is(that|breaks) || c.kind == commaChunk && s.lang != isnad.English {
			return false
		}
		if c.is(weapon) || slices.ContainsFunc(c.hits, func(h hit) bool {
			return h.tense == noun && h.entry != nil && h.entry.kind == isnad.Assault && !harms(h.entry)
		}) {
			return true
		}
	}
	return false
}

// struck reports whether the Arabic verb at chunk i tells what a weapon or an
// attack hit, so that the name behind it is its object. With a pronoun for the
// attack written to it, it tells who made it: «غارات شنتها البلاد».
func (s *scanner) struck(i int) bool {
	h := s.verbHit(i)
	return s.lang != isnad.English && h.enclitic == nil && h.word().kind == isnad.Assault && s.byWeapon(i)
}

// claims ties what someone says to have done, "the attack", to the attack told
// elsewhere in the report.
func claims(list []found) {
	for i := range list {
		f := &list[i]
		if f.event.Type != isnad.Assault || !f.claims || len(f.event.Actors) == 0 {
			continue
		}
		for _, dated := range [...]bool{true, false} {
			o := claimed(list, i, dated)
			if o == nil {
				continue
			}
			if f.event.When == "" {
				f.event.When = o.event.When
			}
			if len(f.event.Recipients) == 0 {
				f.event.Recipients = implied(o.event.Recipients)
			}
			if f.event.Mode == "" {
				f.event.Mode = o.event.Mode
			}
			break
		}
	}
}

// claimed is the attack that the claim at i may speak of: the first of the
// report that no one else made and that has a date, or at least a target; nil
// if there is none.
func claimed(list []found, i int, dated bool) *found {
	for j := range list {
		o := &list[j]
		if j == i || o.event.Type != isnad.Assault || o.claims || o.event.Status != isnad.Happened {
			continue
		}
		if o.event.When == "" && (dated || len(o.event.Recipients) == 0) {
			continue
		}
		if len(o.event.Actors) == 0 || sameParties(o.event.Actors, list[i].event.Actors) {
			return o
		}
	}
	return nil
}
