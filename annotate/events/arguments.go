package events

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

// args are the chunks around a trigger by what they are to it.
type args struct {
	subject  []int
	object   []int
	genitive []int // of a noun trigger; or of the noun that is a verb's object
	owner    []int // of an English verb: who owns its object, "rejected the union's demand"
	slots    []filled
	noun     int  // a noun that no mention holds, where the object would stand; -1
	strange  bool // a noun that no mention holds stands where the subject would
	fronted  bool // the subject stands before the verb
	passive  bool
	plural   bool // an Arabic verb that carries its subject in itself
	counted  bool // an Arabic noun's genitive has a number of people or a noun in the accusative behind it: its object
	relative int  // chunk of the relative pronoun that the clause hangs on; -1
	first    int  // first and last chunk of the clause
	last     int
}

type filled struct {
	prep string
	at   []int
	weak bool // another noun stands between the preposition and the name
}

func (a *args) slot(prep string) []int {
	for _, f := range a.slots {
		if f.prep == prep {
			return f.at
		}
	}
	return nil
}

func (a *args) fill(prep string, at []int, weak bool) {
	for i := range a.slots {
		if a.slots[i].prep == prep {
			if a.slots[i].weak && !weak {
				a.slots[i].at, a.slots[i].weak = at, false
			}
			return
		}
	}
	a.slots = append(a.slots, filled{prep, at, weak})
}

// reach is how many chunks behind a trigger its parties may stand.
const reach = 16

// behind fills a with the parties that stand behind chunk i.
func (s *scanner) behind(i int, a *args, verb bool) {
	prep, weak, noun, since, titled := "", false, -1, 0, false
	end := min(len(s.cs), i+1+reach)
	for j := i + 1; j < end; j++ {
		c := &s.cs[j]
		if over := s.overAside(i, j); over > j {
			prep, noun, j = "", -1, over
			end = min(len(s.cs), j+1+reach)
			continue
		}
		if s.endsClause(i, j) {
			return
		}
		a.last = j
		switch c.kind {
		case dateChunk, quoterChunk:
			prep = ""
		case commaChunk:
			if !s.commaGoesOn(i, j) {
				a.last = j - 1
				return
			}
			prep, noun = "", -1
		case party:
			if s.modifies(j) {
				continue // "a California man"
			}
			at, n := s.list(j)
			s.take(a, c, at, prep, weak, noun, verb, since)
			j += n - 1
			a.last = j
			prep, weak, noun, since, titled = "", false, -1, since+1, false
		case wordChunk:
			switch {
			case c.is(honorific) || titled && c.definiteWord() && len(c.hits) == 0:
				titled = true
			case c.is(agent) && (c.toks > 1 || s.lang == isnad.English):
				prep, weak, noun = agentSlot, false, -1
			case c.key == "of" && prep != "" && weak: // "on the port of X"
			case c.is(preposition):
				prep, weak, noun = c.key, false, -1
			case c.is(skips | auxiliary | determiner | andWord):
			case c.is(dead|hurt|people) && verb && !a.fronted && len(a.subject) == 0 && prep == "":
				a.noun, noun = j, j
				a.passive = a.passive || s.lang != isnad.English
			case s.lang == isnad.Arabic && c.is(money|scale|minutes|hours):
			case len(c.prepOfHits()) > 0:
				prep, weak, noun = c.prepOfHits(), true, -1
			case s.ownsNext(j):
				prep, weak = lam, true
			case prep != "":
				weak = true
			default:
				if a.noun < 0 && !s.writtenPrep(j) {
					a.noun = j
					a.strange = verb && !a.fronted && !a.plural && len(a.subject) == 0
				}
				noun = j
				if c.definiteWord() {
					noun = -1
				}
			}
		}
	}
}

// writtenPrep reports whether the Arabic word at chunk j likely has a
// preposition written to it: «بمزيد». It is then no subject or object.
func (s *scanner) writtenPrep(j int) bool {
	c := &s.cs[j]
	if s.lang == isnad.English || !strings.HasPrefix(c.key, beh) {
		return false
	}
	splits := arabic.Splits(s.text[c.start:c.end])
	return len(splits) > 0 && splits[0].Prep == beh
}

const agentSlot = "agent"

// modifies reports whether the English name of a place at chunk j only says
// where the people named by the next word are from.
func (s *scanner) modifies(j int) bool {
	return s.lang == isnad.English && !s.cs[j].possessive && s.isPlace([]int{j}) && j+1 < len(s.cs) &&
		s.cs[j+1].kind == wordChunk && s.cs[j+1].is(people) && len(s.cs[j+1].hits) == 0
}

// prepOfHits is the preposition written to an event noun.
func (c *chunk) prepOfHits() string {
	for _, h := range c.hits {
		if h.prep != "" {
			return h.prep
		}
	}
	return ""
}

// definiteWord reports whether an Arabic word has the article, so that no
// genitive follows it.
func (c *chunk) definiteWord() bool { return strings.HasPrefix(c.key, articleLetter) }

// ownsNext reports whether the Arabic word at chunk j has a preposition written
// to it and a name as its genitive: «لتصرفات فلان».
func (s *scanner) ownsNext(j int) bool {
	rest, ok := strings.CutPrefix(s.cs[j].key, lam)
	return ok && s.lang == isnad.Arabic && len(rest) > 6 && j+1 < len(s.cs) && s.cs[j+1].kind == party && s.cs[j+1].prep == "" && !s.cs[j+1].conj
}

// take puts a list of parties where they belong.
func (s *scanner) take(a *args, c *chunk, at []int, prep string, weak bool, noun int, verb bool, since int) {
	if c.prep != "" {
		prep, weak = c.prep, false
	}
	switch {
	case prep != "":
		a.fill(prep, at, weak)
		if prep == "of" && verb && a.noun >= 0 && len(a.object) == 0 && len(a.owner) == 0 {
			a.owner = at // "struck the port of X"
		}
	case c.possessive:
		if verb && len(a.owner) == 0 {
			a.owner = at
		}
	case !verb:
		if since == 0 && len(a.genitive) == 0 && a.noun < 0 && s.lang == isnad.Arabic {
			a.genitive = at
		}
	case noun >= 0 && s.lang == isnad.Arabic:
		if len(a.genitive) == 0 {
			a.genitive = at
		}
	case !a.fronted && !a.plural && len(a.subject) == 0 && !a.strange && s.lang == isnad.Arabic:
		a.subject = at
	case len(a.object) == 0:
		a.object = at
	}
}

// endsClause reports whether chunk j begins another clause than chunk i's.
func (s *scanner) endsClause(i, j int) bool {
	c, from := &s.cs[j], &s.cs[i]
	if c.kind == stopChunk || c.sentence != from.sentence || c.statement != from.statement && !s.quoteInside(i, j) {
		return true
	}
	if c.cue >= 0 && c.cue != from.cue {
		return true
	}
	if c.is(that|relative|breaks) || s.newSubject(j) {
		return true
	}
	if c.is(afterWord|beforeWord) && s.lang == isnad.English && s.hasVerbSoon(j) {
		return true
	}
	if len(c.hits) > 0 && c.kind == wordChunk {
		if verb, ok := s.isVerb(j); ok && verb {
			return true
		}
	}
	return c.is(toWord) && j+1 < len(s.cs) && len(s.cs[j+1].hits) > 0
}

// overAside returns the comma that closes a relative clause which begins behind
// the comma at chunk j: «الوزير، الذي غاب عن المراسم، مارافيا». It returns j if
// none begins there or it runs to the end of the sentence.
func (s *scanner) overAside(i, j int) int {
	if j+2 < len(s.cs) && s.cs[j].kind == commaChunk && s.cs[j+1].kind == dateChunk && s.cs[j+2].kind == commaChunk && s.lang != isnad.English {
		return j + 2
	}
	if j+1 >= len(s.cs) || s.cs[j].kind != commaChunk || !s.cs[j+1].is(relative) || s.cs[j+1].sentence != s.cs[i].sentence {
		return j
	}
	for k := j + 2; k < len(s.cs) && s.cs[k].sentence == s.cs[i].sentence && s.cs[k].kind != stopChunk; k++ {
		if s.cs[k].kind == commaChunk && !(k+1 < len(s.cs) && s.cs[k+1].kind == dateChunk) {
			return k
		}
	}
	return j
}

// overAsideBack returns the comma at which a relative clause begins that the
// comma at chunk j closes; j if none does.
func (s *scanner) overAsideBack(i, j int) int {
	if s.cs[j].kind != commaChunk {
		return j
	}
	for k := j - 2; k >= 0 && k > j-2*reach && s.cs[k].sentence == s.cs[j].sentence; k-- {
		if s.cs[k].kind == commaChunk && s.cs[k+1].is(relative) && s.overAside(i, k) == j {
			return k
		}
	}
	return j
}

// quoteInside reports whether j lies in a statement that begins behind i only
// because part of the clause is its content: the cue's own clause.
func (s *scanner) quoteInside(i, j int) bool {
	return s.cs[i].cue >= 0 && s.cs[j].statement == s.cs[i].cue
}

func (s *scanner) hasVerbSoon(j int) bool {
	for k := j + 1; k < min(len(s.cs), j+3); k++ {
		if verb, ok := s.isVerb(k); ok && verb {
			return true
		}
	}
	return false
}

// commaGoesOn reports whether the clause of chunk i goes on behind the comma j.
func (s *scanner) commaGoesOn(i, j int) bool {
	for k := j + 1; k < min(len(s.cs), j+3); k++ {
		c := &s.cs[k]
		switch {
		case c.kind == dateChunk || c.kind == quoterChunk:
			return true
		case c.kind == commaChunk:
			return true
		case c.kind == party:
			return c.prep != "" || c.conj
		case c.is(preposition) || c.is(agent):
			return !c.conj
		case c.is(skips | andWord):
		default:
			return false
		}
	}
	return false
}
