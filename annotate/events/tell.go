package events

import (
	"fmt"

	"github.com/isnad-news/isnad"
)

// triggerSpan is the written word of chunk i.
func (s *scanner) triggerSpan(i int) isnad.Span {
	return isnad.Span{Start: s.cs[i].start, End: s.cs[i].end}
}

func (s *scanner) rule(verb bool, i int) string {
	name := "arabic "
	if s.lang == isnad.English {
		name = "english "
	}
	switch {
	case verb:
		return name + "verb"
	case s.lightVerb(i) >= 0:
		return name + "light verb"
	}
	return name + "noun"
}

// clauseSpan covers the trigger, its parties and its complement. What is
// agreed, asked or refused runs on to the end of the words on it.
func (s *scanner) clauseSpan(i int, e *entry, a *args) isnad.Span {
	last := a.last
	if len(e.need) > 0 {
		last = max(last, s.follows(i, e.need))
	}
	whole := e.has(complement) && e.kind != isnad.Consult
	for j := last + 1; j < len(s.cs); j++ {
		c := &s.cs[j]
		if c.kind == stopChunk || c.sentence != s.cs[i].sentence || c.cue >= 0 && c.cue != s.cs[i].cue || c.is(breaks) || c.is(that) && c.conj || s.newSubject(j) {
			break
		}
		if !whole && (c.kind == commaChunk || c.is(relative)) {
			break
		}
		if s.cs[i].statement >= 0 && c.statement != s.cs[i].statement {
			break
		}
		last = j
	}
	for last > i && (s.cs[last].kind == commaChunk || s.cs[last].kind == stopChunk || s.cs[last].is(andWord) || s.cs[last].kind == quoterChunk && !s.closesQuote(i, last)) {
		last--
	}
	return isnad.Span{Start: s.cs[min(a.first, i)].start, End: s.cs[max(last, i)].end}
}

// newSubject reports whether an English "and" at chunk j begins a clause with a
// pronoun for its subject: "and we will".
func (s *scanner) newSubject(j int) bool {
	if s.lang != isnad.English || !s.cs[j].is(andWord) || j+1 >= len(s.cs) {
		return false
	}
	switch s.cs[j+1].key {
	case "i", "we", "he", "she", "they", "it":
		return true
	}
	return false
}

// closesQuote reports whether the quotation mark at chunk last closes one that
// opens behind chunk i.
func (s *scanner) closesQuote(i, last int) bool {
	n := 0
	for j := i + 1; j <= last; j++ {
		if s.cs[j].kind == quoterChunk {
			n++
		}
	}
	return n%2 == 0
}

// according lists the statements whose content holds the trigger, outermost first.
func (s *scanner) according(i int) []isnad.Attribution {
	var out []isnad.Attribution
	from, to := s.doc.StatementsNear(isnad.Span{Start: s.cs[i].start, End: s.cs[i].end}, s.longest)
	for at := from; at < to; at++ {
		statement := &s.doc.Statements[at]
		for _, content := range statement.Content {
			if content.Start < s.cs[i].end && s.cs[i].end <= content.End {
				polarity := statement.Polarity
				if polarity == "" {
					polarity = isnad.Affirms
				}
				out = append(out, isnad.Attribution{Statement: at, Polarity: polarity})
				break
			}
		}
	}
	return out
}

// mode refines the entry's mode by the words around the trigger.
func (s *scanner) mode(i int, e *entry, a *args) string {
	if e.kind == isnad.Consult && e.mode == "" {
		for j := max(0, i-3); j <= a.last && j < len(s.cs); j++ {
			if s.cs[j].sentence != s.cs[i].sentence {
				continue
			}
			if s.cs[j].is(phoneWord) {
				return "phone"
			}
			if s.cs[j].is(sideline) {
				return "third-party"
			}
		}
	}
	if (e.kind == isnad.Request || e.kind == isnad.Reject) && e.mode == "" {
		return s.wants(i)
	}
	return e.mode
}

// wants reads the mode of a request or refusal off the event words that it
// governs: a meeting, a release, help.
func (s *scanner) wants(i int) string {
	for j := i + 1; j < len(s.cs) && j < i+10 && s.cs[j].sentence == s.cs[i].sentence; j++ {
		if s.cs[j].is(afterWord | beforeWord | breaks) {
			break
		}
		for _, h := range s.cs[j].hits {
			if h.entry == nil {
				continue
			}
			switch h.entry.kind {
			case isnad.Consult:
				return "meet"
			case isnad.Retreat, isnad.Concede:
				return "yield"
			case isnad.Aid, isnad.Cooperate:
				return "assist"
			}
		}
	}
	return ""
}

// placeOf is the place that a preposition of place brings in.
func (s *scanner) placeOf(a *args) *isnad.Party {
	for _, f := range a.slots {
		if f.prep != beh && !s.lex.words[f.prep].is(preposition) || len(f.at) != 1 || !s.isPlace(f.at) || !s.placePrep(f.prep) {
			continue
		}
		if place := s.parties(f.at); len(place) == 1 {
			return &place[0]
		}
	}
	return nil
}

func (s *scanner) placePrep(prep string) bool {
	return prep == "in" || prep == "at" || prep == beh || prep == inArabic
}

const inArabic = feh + yeh

// dates gives each event of the passage the date expression that belongs to
// it: the nearest of its sentence with no other event's trigger in between.
func (s *scanner) dates(from int) {
	for k := from; k < len(s.found); k++ {
		lo, hi := -1, len(s.cs)
		if k > from {
			lo = s.found[k-1].chunk
		}
		if k+1 < len(s.found) {
			hi = s.found[k+1].chunk
		}
		s.date(&s.found[k], lo, hi)
	}
}

// date looks for the date of f between the chunks lo and hi, the triggers of
// the events beside it.
func (s *scanner) date(f *found, lo, hi int) {
	i := f.chunk
	f.loose = s.subordinate(i)
	best, near := -1, 1<<30
	for j := max(lo+1, i-dateReach); j < min(hi, i+dateReach); j++ {
		c := &s.cs[j]
		if c.date < 0 || c.sentence != f.sentence {
			continue
		}
		inside := c.start >= f.event.Span.Start && c.end <= f.event.Span.End
		if f.loose && !inside || s.otherTime(f, i, j) {
			continue
		}
		distance := abs(j - i)
		if c.statement != s.cs[i].statement {
			distance += dateReach // when it was said, if the words hold another date
		}
		if distance < near {
			best, near = c.date, distance
		}
	}
	if best >= 0 {
		f.event.When, f.event.WhenSpan = s.doc.Dates[best].Value, s.doc.Dates[best].Span
		return
	}
	if at := s.cs[i].statement; at >= 0 && f.entry.has(speechAct) {
		f.event.When = s.doc.Statements[at].Said
	}
	if at := s.cs[i].cue; at >= 0 && f.event.When == "" {
		f.event.When = s.doc.Statements[at].Said
	}
}

// otherTime reports whether the date at chunk j is not that of the event told
// at chunk i: a bound ("since", "before the end of"), a day to come for what
// has happened, or a date behind a clause that another «أن» opens.
func (s *scanner) otherTime(f *found, i, j int) bool {
	for k := j - 1; k >= max(0, j-2) && s.cs[k].kind == wordChunk && s.cs[k].sentence == f.sentence; k-- {
		if s.cs[k].is(bound) {
			return true
		}
	}
	value := s.doc.Dates[s.cs[j].date].Value
	if f.event.Status == isnad.Happened && s.ahead(value) || f.event.Status == isnad.Planned && s.past(value) {
		return true
	}
	for k := i + 1; k < j; k++ {
		if s.cs[k].kind == wordChunk && (s.cs[k].is(that) && s.cs[k].conj || s.cs[k].is(sinceWord)) {
			return true
		}
	}
	return false
}

// ahead reports whether a value lies behind publication as a whole.
func (s *scanner) ahead(value string) bool {
	published := s.doc.Article.Published
	if value == "" || !published.Known() {
		return false
	}
	if len(value) > 5 && value[5] == 'W' {
		year, week := published.Time.ISOWeek()
		return value > fmt.Sprintf("%04d-W%02d", year, week)
	}
	today := published.Time.Format("2006-01-02")
	n := min(len(value), len(today))
	return value[:n] > today[:n]
}

// past reports whether a value is a day before publication.
func (s *scanner) past(value string) bool {
	published := s.doc.Article.Published
	today := published.Time.Format("2006-01-02")
	return published.Known() && len(value) == len(today) && value[5] != 'W' && value < today
}

// subordinate reports whether a word of time (after, before) stands between
// the main clause and chunk i, so that the sentence's date is not the event's.
func (s *scanner) subordinate(i int) bool {
	for j := i - 1; j >= 0 && j > i-6 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		if s.cs[j].is(afterWord | beforeWord) {
			return true
		}
		if s.cs[j].kind == stopChunk || s.role[j].verb {
			return false
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
