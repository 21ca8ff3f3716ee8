package dates

import (
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// back reads a stretch of time counted back from publication: «قبل ثلاثة أيام»,
// «منذ يومين», "two weeks ago". Behind «منذ» only days and weeks are read:
// longer stretches say how long something has lasted.
func (s *scan) back(i int) (expr, bool) {
	switch {
	case s.is(i, before):
		return s.stretchBefore(i, i+1, false)
	case s.is(i, since):
		return s.stretchBefore(i, i+1, true)
	case s.latin(i) || s.digits(i):
		return s.stretchAgo(i)
	}
	return expr{}, false
}

func (s *scan) stretchBefore(i, j int, short bool) (expr, bool) {
	if n, _ := s.match(j, loose); n > 0 {
		j += n
	}
	count, letter, next, ok := s.stretch(j)
	if !ok || short && letter != 'd' && letter != 'w' || s.notCountedBack(next, count) {
		return expr{}, false
	}
	return expr{first: i, next: next, rule: "ago", unit: letter, shift: -count}, true
}

// notCountedBack reports whether what follows a stretch counts it from another
// point, names a date, or makes the amount inexact: «قبل شهر من الانتخابات»,
// «قبل عام 2014», «قبل يوم الجمعة», «قبل عام ونصف».
func (s *scan) notCountedBack(i, count int) bool {
	m := s.at(i)
	if m.entry.has(deictic) {
		return true
	}
	if m.entry.has(of) {
		return s.key(i+1) != "\u0627\u0644\u0627\u0646" && s.key(i+1) != "\u0627\u0644\u064A\u0648\u0645"
	}
	if m.month > 0 || m.weekday >= 0 || m.conj && !m.entry.has(past) {
		return true
	}
	return count == 1 && i < len(s.tokens) && s.digits(i)
}

// stretch reads a number and a unit, a dual, or a lone unit.
func (s *scan) stretch(i int) (count int, letter byte, next int, ok bool) {
	if i >= len(s.tokens) {
		return 0, 0, 0, false
	}
	if n, letter := s.match(i, unit); n > 0 {
		count, next := int(s.marks[i].entry.counts), i+n
		if value, ok := s.oneAt(next); ok && count == 1 {
			next += value.Tokens
		}
		return count, byte(letter), next, count > 0 && !s.latin(i)
	}
	value, ok := s.numberAt(i)
	if !ok || value.Number < 1 || value.Number > 999 || value.Number != float64(int(value.Number)) {
		return 0, 0, 0, false
	}
	j := i + max(value.Tokens, 1)
	n, found := s.match(j, unit)
	if n == 0 {
		return 0, 0, 0, false
	}
	return int(value.Number), byte(found), j + n, true
}

// oneAt reads a number one behind its noun: «يوم واحد».
func (s *scan) oneAt(i int) (lang.Value, bool) {
	if i >= len(s.tokens) || s.tokens[i].Kind != lang.Word {
		return lang.Value{}, false
	}
	value, ok := arabic.NumberAt(s.tokens, i)
	return value, ok && value.Number == 1 && value.Tokens == 1
}

func (s *scan) numberAt(i int) (lang.Value, bool) {
	if s.latin(i) || s.digits(i) && i+1 < len(s.tokens) && s.latin(i+1) {
		return english.NumberAt(s.tokens, i)
	}
	return arabic.NumberAt(s.tokens, i)
}

// stretchAgo reads the English order. A lone "a" or "one" counts one.
func (s *scan) stretchAgo(i int) (expr, bool) {
	count, letter, next, ok := 0, byte(0), 0, false
	if s.tokens[i].Kind == lang.Word && s.key(i) == "a" {
		if n, found := s.match(i+1, unit); n > 0 {
			count, letter, next, ok = 1, byte(found), i+1+n, true
		}
	} else if s.digits(i) || s.numberWord(i) {
		count, letter, next, ok = s.stretch(i)
	}
	if !ok || !s.is(next, ago) {
		return expr{}, false
	}
	return expr{first: i, next: next + 1, rule: "ago", unit: letter, shift: -count}, true
}

// numberWord spares the number reader most words: "ago" must follow closely.
func (s *scan) numberWord(i int) bool {
	if !s.latin(i) {
		return false
	}
	for j := i + 2; j < min(i+5, len(s.tokens)); j++ {
		if s.is(j, ago) {
			return true
		}
	}
	return false
}
