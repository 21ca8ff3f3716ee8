package events

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// fits reports whether the words around chunk i are those that the entry wants.
func (s *scanner) fits(i int, h hit, a *args) bool {
	e := h.entry
	if h.tense != noun && e.genitive == 0 || h.tense == noun && e.has(verbOnly) {
		return false
	}
	if len(e.need) > 0 && s.follows(i, e.need) == 0 && !(e.has(violent) && s.byWeapon(i)) {
		return false
	}
	if e.has(alone) && !s.objectAlone(a) {
		return false
	}
	if len(e.not) > 0 && s.follows(i, e.not) > 0 {
		return false
	}
	if len(e.req) > 0 && !s.hasSlot(i, e.req, a) {
		return false
	}
	if e.has(wantsPerson) && h.enclitic == nil && !s.governed(i) && len(a.object) == 0 && len(a.genitive) == 0 && !a.passive && !s.partyInSlot(e.recipients, a) && !s.peopleBehind(i, a) {
		return false
	}
	if h.tense != noun && !s.hasObject(i, h, a) {
		return false
	}
	if e.has(wantsPlace) && !s.isPlace(a.object) && !s.isPlace(a.genitive) {
		return false
	}
	return s.subjectFits(e, a, i)
}

// peopleBehind reports whether people that no mention names stand behind chunk
// i in its clause: "release the 12 detained fishermen".
func (s *scanner) peopleBehind(i int, a *args) bool {
	for j := i + 1; j <= a.last && j < len(s.cs); j++ {
		if s.cs[j].is(people | crowd | protester) {
			return true
		}
	}
	return false
}

// hasObject reports whether a verb that acts upon someone has anything to act
// upon: a name alone behind it may be its subject or its object, and is then
// not told apart.
func (s *scanner) hasObject(i int, h hit, a *args) bool {
	e := h.entry
	if len(e.need) > 0 || len(e.req) > 0 || e.has(agentless|wantsPerson) || !slices.Contains(e.recipients, "O") {
		return true
	}
	if e.has(complement) && s.complementBehind(i) {
		return true
	}
	return len(a.object) > 0 || len(a.genitive) > 0 || a.noun >= 0 || h.enclitic != nil || a.relative >= 0 || a.passive || s.partyInSlot(e.recipients, a)
}

// objectAlone reports whether the object, a person, ends its phrase: a mark, a
// preposition, "and", "to" or a date stands behind it, or nothing.
func (s *scanner) objectAlone(a *args) bool {
	if !s.isPerson(a.object) {
		return false
	}
	j := lastOf(a.object) + 1
	if j >= len(s.cs) || s.cs[j].sentence != s.cs[j-1].sentence {
		return true
	}
	c := &s.cs[j]
	return c.kind == commaChunk || c.kind == stopChunk || c.kind == dateChunk || c.kind == wordChunk && (c.is(preposition|toWord|andWord|skips|breaks|afterWord|beforeWord))
}

// complementBehind reports whether what an Arabic verb demands or threatens
// stands within its clause behind «ب» or «إلى»: «طالب، الأحد، بعودة الوادي».
func (s *scanner) complementBehind(i int) bool {
	if s.lang == isnad.English {
		return i+1 < len(s.cs) && s.cs[i+1].is(toWord) && s.cs[i+1].kind == wordChunk // "threatened to leave"
	}
	for j := i + 1; j < min(len(s.cs), i+followWindow) && s.cs[j].sentence == s.cs[i].sentence && s.cs[j].kind != stopChunk; j++ {
		c := &s.cs[j]
		if c.kind == wordChunk && (strings.HasPrefix(c.key, beh) && len(c.key) > 6 || c.key == toArabic) {
			return true
		}
		if c.kind == wordChunk && c.is(relative|breaks) {
			return false
		}
	}
	return false
}

const toArabic = alef + lam + yeh

// hasSlot reports whether one of the wanted slots is filled. A word other than
// a preposition may be wanted too.
func (s *scanner) hasSlot(i int, want []string, a *args) bool {
	for _, slot := range want {
		switch slot {
		case "O":
			if len(a.object) > 0 {
				return true
			}
		default:
			if len(a.slot(slot)) > 0 || s.follows(i, [][]string{{slot}}) > 0 && !s.lex.words[slot].is(preposition) {
				return true
			}
			if slot == lightSlot && s.lightVerb(i) >= 0 {
				return true
			}
		}
	}
	return false
}

const lightSlot = "light"

func (s *scanner) partyInSlot(slots []string, a *args) bool {
	return slices.ContainsFunc(slots, func(slot string) bool { return len(a.slot(slot)) > 0 })
}

// governed reports whether an event noun at i has a light verb.
func (s *scanner) governed(i int) bool { return s.lightVerb(i) >= 0 }

// subjectFits holds the entry's wants on who acts.
func (s *scanner) subjectFits(e *entry, a *args, i int) bool {
	if e.has(byPerson) && !s.isPerson(a.subject) {
		return false
	}
	var want class
	switch {
	case e.has(wantsPolice):
		want = police
	case e.has(wantsProtester):
		want = protester
	case e.has(wantsMilitary):
		want = military
	default:
		return true
	}
	if h := s.verbHit(i); want == police && h.person == 1 && len(s.speakers(i)) == 1 && s.speakers(i)[0].Entity >= 0 {
		return s.actsFor(s.speakers(i)[0].Entity) >= 0 // «أوقفنا», said by an officer
	}
	if want == military && s.byWeapon(i) {
		return true
	}
	for _, at := range a.subject {
		for t := s.cs[at].tok; t < s.cs[at].tok+s.cs[at].toks; t++ {
			if s.lex.words[s.passage.Tokens[t].Key].is(want) {
				return true
			}
		}
		if want == military && s.isPlace(a.subject) {
			return true
		}
	}
	return false
}

func (s *scanner) isPerson(at []int) bool {
	return len(at) > 0 && s.cs[at[0]].mention >= 0 && s.doc.Mentions[s.cs[at[0]].mention].Kind == isnad.Person
}

func (s *scanner) isPlace(at []int) bool {
	return len(at) > 0 && s.cs[at[0]].mention >= 0 && s.doc.Mentions[s.cs[at[0]].mention].Kind == isnad.Place
}

// followWindow is how many chunks behind a trigger its needed words may stand.
const followWindow = 14

// follows returns the chunk at which one of the phrases stands behind chunk i
// in its clause; 0 if none does.
func (s *scanner) follows(i int, phrases [][]string) int {
	end := min(len(s.cs), i+1+followWindow)
	for j := i + 1; j < end; j++ {
		c := &s.cs[j]
		if c.is(relative) && s.cs[j-1].kind == commaChunk {
			j = s.closingComma(j)
			end = min(len(s.cs), j+1+followWindow)
			continue
		}
		if c.kind == stopChunk || c.sentence != s.cs[i].sentence || c.is(relative|breaks) {
			return 0
		}
		for _, phrase := range phrases {
			if s.phraseIn(c, phrase) {
				return j
			}
		}
		if c.is(that) || c.cue >= 0 && c.cue != s.cs[i].cue {
			return 0
		}
	}
	return 0
}

// closingComma returns the comma that closes a relative clause which begins at
// chunk j behind a comma; the last chunk if none does.
func (s *scanner) closingComma(j int) int {
	for k := j + 1; k < len(s.cs) && s.cs[k].sentence == s.cs[j].sentence; k++ {
		if s.cs[k].kind == commaChunk {
			return k
		}
	}
	return len(s.cs) - 1
}

// phraseIn reports whether phrase begins at a token of chunk c.
func (s *scanner) phraseIn(c *chunk, phrase []string) bool {
	for t := c.tok; t < c.tok+c.toks; t++ {
		key := s.passage.Tokens[t].Key
		if t == c.tok && c.kind == wordChunk && c.key != "" {
			key = c.key
		}
		if key == phrase[0] && followed(s.passage, t, phrase[1:]) {
			return true
		}
	}
	return false
}
