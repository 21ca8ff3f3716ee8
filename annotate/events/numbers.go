package events

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// What numbers can be about.
const (
	aboutDuration = "duration"
	aboutDead     = "dead"
	aboutWounded  = "wounded"
	aboutAmount   = "amount"
	aboutCount    = "count"
	minuteUnit    = "minute"
)

// numbers reads what is counted or measured in the event's clause and, for a
// duration, in the rest of its sentence.
func (s *scanner) numbers(i int, a *args) []isnad.Number {
	var out []isnad.Number
	tokens := s.passage.Tokens
	from, to := s.cs[a.first].tok, s.numbersEnd(i)
	if e := s.role[i].entry; e != nil && e.kind == isnad.Assault && e.has(agentless) {
		from = min(from, s.numbersStart(i))
	}
	for t := from; t < to; {
		number, n := s.numberAt(tokens[:to], t)
		if n == 0 {
			t++
			continue
		}
		if s.suits(i, &number) {
			out = append(out, number)
		}
		t += n
	}
	return out
}

// numbersStart is the token at which the part of the sentence that tells of an
// attack begins: its dead may stand before it, "12 killed in an attack".
func (s *scanner) numbersStart(i int) int {
	j := i
	for ; j > 0 && s.cs[j-1].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j-1]
		if c.kind == stopChunk || c.is(that|breaks) || c.cue >= 0 || len(c.hits) > 0 && (s.role[j-1].verb || s.role[j-1].noun) && (s.role[j-1].entry == nil || s.role[j-1].entry.kind != isnad.Assault) {
			break
		}
	}
	return s.cs[j].tok
}

// numbersEnd is the token at which the event's part of the sentence ends.
func (s *scanner) numbersEnd(i int) int {
	for j := i + 1; j < len(s.cs); j++ {
		c := &s.cs[j]
		if len(c.hits) > 0 && c.kind == wordChunk && s.anotherEvent(i, j) {
			return c.tok
		}
		if c.sentence != s.cs[i].sentence || c.kind == stopChunk || c.cue >= 0 && c.cue != s.cs[i].cue || c.is(relative) {
			return c.tok
		}
	}
	return len(s.passage.Tokens)
}

// anotherEvent reports whether the event word at chunk j tells of something
// else than chunk i, so that the numbers behind it are its own. The dead that
// an attack caused belong to the attack: «أسفر عن مقتل خمسة».
func (s *scanner) anotherEvent(i, j int) bool {
	for _, h := range s.cs[j].hits {
		if h.entry == nil || h.lightOnly || h.entry == s.role[i].entry {
			continue
		}
		if h.tense != noun && s.cs[j].conj && h.entry.kind == isnad.Assault && h.entry.has(agentless) {
			return false
		}
		return h.entry.kind != isnad.Assault || !h.entry.has(agentless)
	}
	return false
}

// suits keeps the numbers that belong to such an event.
func (s *scanner) suits(i int, n *isnad.Number) bool {
	e := s.role[i].entry
	if e == nil {
		for _, h := range s.cs[i].hits {
			if h.entry != nil {
				e = h.entry
			}
		}
	}
	if e == nil {
		return false
	}
	switch n.About {
	case aboutDuration:
		return e.kind == isnad.Consult || e.kind == isnad.Assault && e.has(twoParties)
	case aboutDead, aboutWounded:
		return e.kind == isnad.Assault || e.kind == isnad.Protest
	case aboutAmount:
		return e.kind != isnad.Consult
	}
	return e.kind == isnad.Assault || e.kind == isnad.Coerce || e.kind == isnad.Retreat || e.kind == isnad.Mobilize || e.kind == isnad.Sanction || e.kind == isnad.Protest
}

// numberAt reads the number that begins at token t with its noun.
func (s *scanner) numberAt(tokens []lang.Token, t int) (isnad.Number, int) {
	if number, n := s.bareDuration(tokens, t); n > 0 {
		return number, n
	}
	var value lang.Value
	var ok bool
	if s.lang == isnad.English {
		value, ok = english.NumberAt(tokens, t)
	} else {
		value, ok = arabic.NumberAt(tokens, t)
	}
	if !ok || value.Tokens < 1 || t+value.Tokens >= len(tokens) {
		return isnad.Number{}, 0
	}
	end := t + value.Tokens
	number := isnad.Number{Value: value.Number, Loose: value.Loose || s.looseBefore(tokens, t)}
	class := s.lex.words[tokens[end].Key]
	switch {
	case class.is(minutes | hours):
		number.About, number.Unit = aboutDuration, minuteUnit
		if class.is(hours) {
			number.Value *= 60
			end = s.fraction(tokens, end, &number)
		}
	case class.is(money):
		number.About = aboutAmount
	case class.is(hurt):
		number.About = aboutWounded
	case class.is(dead):
		number.About = aboutDead
	case class.is(people|actorNoun) && s.harmNear(tokens, t, end) != "":
		number.About = s.harmNear(tokens, t, end)
	case class.is(people | actorNoun):
		number.About = aboutCount
	case t > 0 && s.harmOf(tokens[t-1].Key) != "" && !class.is(minutes|hours|money):
		number.About, end = s.harmOf(tokens[t-1].Key), end-1 // "wounded 30 on Thursday"
	default:
		return isnad.Number{}, 0
	}
	number.Span = isnad.Span{Start: tokens[t].Start, End: tokens[end].End}
	if number.Unit == "" {
		number.Unit = s.text[tokens[end].Start:tokens[end].End]
	}
	number.Loose = number.Loose || end+1 < len(tokens) && s.lex.words[tokens[end+1].Key].is(loose)
	return number, end + 1 - t
}

// bareDuration reads an hour without a number: «ساعة ونصف», "an hour and a half".
func (s *scanner) bareDuration(tokens []lang.Token, t int) (isnad.Number, int) {
	class := s.lex.words[tokens[t].Key]
	if s.lang == isnad.English {
		if tokens[t].Key != "an" && tokens[t].Key != "half" || t+1 >= len(tokens) || !s.lex.words[tokens[t+1].Key].is(hours) {
			return isnad.Number{}, 0
		}
	} else if !class.is(hours) || t > 0 && s.lex.words[tokens[t-1].Key].is(determiner) {
		return isnad.Number{}, 0
	}
	end := t
	if s.lang == isnad.English {
		end = t + 1
	} else if t > 0 && tokens[t-1].Kind == lang.Digits {
		return isnad.Number{}, 0
	}
	number := isnad.Number{Value: 60, Unit: minuteUnit, About: aboutDuration, Loose: s.looseBefore(tokens, t)}
	if dual(tokens[end].Key) {
		number.Value = 120
	}
	end = s.fraction(tokens, end, &number)
	number.Span = isnad.Span{Start: tokens[t].Start, End: tokens[end].End}
	number.Loose = number.Loose || end+1 < len(tokens) && s.lex.words[tokens[end+1].Key].is(loose)
	return number, end + 1 - t
}

// dual reports whether an Arabic key ends as a dual does: «ساعتين».
func dual(key string) bool {
	return hasAnySuffix(key, teh+alef+nunLetter, teh+yeh+nunLetter)
}

const nunLetter = "\u0646"

// fraction adds «ونصف», "and a half" behind the token end, and returns the
// last token taken.
func (s *scanner) fraction(tokens []lang.Token, end int, number *isnad.Number) int {
	for k := end + 1; k <= end+3 && k < len(tokens); k++ {
		class := s.lex.words[tokens[k].Key]
		switch {
		case class.is(half):
			number.Value += 30
			return k
		case class.is(quarter):
			number.Value += 15
			return k
		case s.lang == isnad.English && (tokens[k].Key == "and" || tokens[k].Key == "a"):
		default:
			return end
		}
	}
	return end
}

func (s *scanner) looseBefore(tokens []lang.Token, t int) bool {
	for k := t - 1; k >= 0 && k >= t-3; k-- {
		class := s.lex.words[tokens[k].Key]
		if class.is(loose) {
			return true
		}
		if !class.is(preposition) {
			return false
		}
	}
	return false
}

// harmNear returns what the number at token t, whose noun ends at token end,
// counts by the word of killing or wounding just before it or, in the passive,
// just behind: "killed 12 people", "12 people were wounded"; "" if none is there.
func (s *scanner) harmNear(tokens []lang.Token, t, end int) string {
	for k := t - 1; k >= 0 && k >= t-3; k-- {
		if about := s.harmOf(tokens[k].Key); about != "" {
			return about
		}
	}
	for k := end + 1; k < len(tokens) && k <= end+4; k++ {
		if about := s.harmOf(tokens[k].Key); about != "" {
			return about
		}
		if class := s.lex.words[tokens[k].Key]; tokens[k].Kind != lang.Word || class.is(preposition|relative) || class == 0 && k > end+2 {
			return ""
		}
	}
	return ""
}

// harmOf is what a word of killing or wounding counts; "" for any other.
func (s *scanner) harmOf(key string) string {
	if s.lang != isnad.English {
		if _, ok := s.lex.forms[key]; !ok {
			key = strings.TrimPrefix(key, waw)
		}
	}
	for _, sense := range s.lex.forms[key] {
		switch {
		case sense.entry == nil || sense.entry.kind != isnad.Assault:
		case sense.entry.has(wounds):
			return aboutWounded
		case harms(sense.entry):
			return aboutDead
		}
	}
	return ""
}
