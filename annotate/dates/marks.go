package dates

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// mark is what is known about a token before any rule looks at it.
type mark struct {
	entry    *entry
	from, to int32 // bytes of the word without proclitics and possessive
	month    int8  // 1 to 12; 0 if it names none
	monthN   int8  // tokens of the month's name
	hijri    bool  // the month is lunar
	weekday  int8  // 0 Sunday to 6 Saturday; -1 if it names none
	dayN     int8  // tokens of the weekday's name
	conj     bool  // a conjunction is written before it
	prep     bool  // a preposition is written before it
}

// Proclitics that a date can be written with.
const (
	fehLetter = '\u0641'
	wawLetter = '\u0648'
	behLetter = '\u0628'
	kafLetter = '\u0643'
	lamLetter = '\u0644'
	lamLam    = "\u0644\u0644" // li- and the article, whose alef is not written
	alLam     = "\u0627\u0644"
	shortest  = 3 // letters that must be left of a word to try it without proclitic
)

// look marks every token of the passage.
func (s *scan) look() {
	s.marks = s.marks[:0]
	for i := range s.tokens {
		s.marks = append(s.marks, s.lookAt(i))
	}
}

func (s *scan) lookAt(i int) mark {
	token := &s.tokens[i]
	m := mark{from: int32(token.Start), to: int32(token.End), weekday: -1, entry: s.words.words[token.Key]}
	switch {
	case token.Kind != lang.Word:
	case token.Latin:
		s.possessive(&m, i)
	default:
		s.calendarName(&m, i, token.Key)
		if m.entry == nil {
			s.proclitics(&m, i)
		}
	}
	return m
}

// calendarName fills m with the month or weekday that the word at i names,
// taken as key, and reports whether it names one.
func (s *scan) calendarName(m *mark, i int, key string) bool {
	tokens, at := s.tokens, i
	if key != tokens[i].Key {
		const context = 3 // tokens to either side that a name may depend on
		from := max(0, i-context)
		s.scratch = append(s.scratch[:0], tokens[from:min(i+context+1, len(tokens))]...)
		tokens, at = s.scratch, i-from
		tokens[at].Key = key
	}
	weekday, month := arabic.WeekdayAt, arabic.MonthAt
	if tokens[at].Latin {
		weekday, month = english.WeekdayAt, english.MonthAt
	}
	if day, n, ok := weekday(tokens, at); ok {
		m.weekday, m.dayN = int8(day), int8(n)
	}
	if month, calendar, n, ok := month(tokens, at); ok {
		m.month, m.monthN, m.hijri = int8(month), int8(n), calendar == lang.Hijri
	}
	return m.month > 0 || m.weekday >= 0
}

// possessive reads an English word, without 's and "mid-" if it has them.
func (s *scan) possessive(m *mark, i int) {
	word, key := s.word(i), s.tokens[i].Key
	if rest, ok := strings.CutPrefix(key, mid); ok && s.calendarName(m, i, rest) {
		m.from, m.prep = m.from+int32(len(mid)), true
		return
	}
	rest, ok := strings.CutSuffix(key, "'s")
	if s.calendarName(m, i, rest); !ok {
		return
	}
	m.entry = s.words.words[rest]
	m.to -= int32(len(word) - strings.LastIndexAny(word, "'\u2018\u2019\u02BC\u2032`\u00B4"))
}

const mid = "mid-"

// proclitics reads the word without a conjunction, a preposition, or both, if
// it then means something.
func (s *scan) proclitics(m *mark, i int) {
	key, letters, conj := s.tokens[i].Key, 0, false
	if r, n := utf8.DecodeRuneInString(key); r == wawLetter || r == fehLetter {
		key, letters, conj = key[n:], letters+1, true
		if s.without(m, i, key, letters) {
			m.conj = true
			return
		}
	}
	r, n := utf8.DecodeRuneInString(key)
	if strings.HasPrefix(key, lamLam) && s.without(m, i, alLam+key[len(lamLam):], letters+1) ||
		(r == behLetter || r == lamLetter || r == kafLetter) && s.without(m, i, key[n:], letters+1) {
		m.conj, m.prep = conj, true
	}
}

// without fills m from the word without its first letters, which leave key.
func (s *scan) without(m *mark, i int, key string, letters int) bool {
	if utf8.RuneCountInString(key) < shortest {
		return false
	}
	entry := s.words.words[key]
	if m.month > 0 || m.weekday >= 0 {
		bare := mark{weekday: -1}
		if !s.calendarName(&bare, i, key) {
			return false
		}
		m.month, m.monthN, m.hijri, m.weekday, m.dayN = bare.month, bare.monthN, bare.hijri, bare.weekday, bare.dayN
	} else if entry == nil {
		return false
	}
	m.entry = entry
	m.from += int32(behind(s.word(i), letters))
	return true
}

// behind returns the offset in word behind its first letters and their marks.
func behind(word string, letters int) int {
	for i, r := range word {
		if arabic.Fold(string(r)) == "" {
			continue
		}
		if letters == 0 {
			return i
		}
		letters--
	}
	return len(word)
}

// word returns token i as written.
func (s *scan) word(i int) string { return s.text[s.tokens[i].Start:s.tokens[i].End] }

// at returns the mark of token i; beyond the passage, of nothing.
func (s *scan) at(i int) mark {
	if i < 0 || i >= len(s.marks) {
		return mark{weekday: -1}
	}
	return s.marks[i]
}

// key returns the key of token i, or "".
func (s *scan) key(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Key
}

// digits reports whether token i is a number in digits.
func (s *scan) digits(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].Kind == lang.Digits
}

// latin reports whether token i is a word in Latin letters.
func (s *scan) latin(i int) bool { return i >= 0 && i < len(s.tokens) && s.tokens[i].Latin }

func (s *scan) is(i int, k kind) bool { return s.at(i).entry.has(k) }

// match returns how many tokens from i on make the longest listed phrase of
// the kind, and its value; 0 if none does.
func (s *scan) match(i int, k kind) (n int, value int) {
	e := s.at(i).entry
	if e == nil {
		return 0, 0
	}
	for p := range e.phrases {
		if e.phrases[p].kind == k && s.follows(i+1, e.phrases[p].rest) {
			return 1 + len(e.phrases[p].rest), int(e.phrases[p].value)
		}
	}
	switch {
	case !e.has(k):
		return 0, 0
	case k < none:
		return 1, int(e.values[k])
	}
	return 1, 0
}

func (s *scan) follows(i int, keys []string) bool {
	for j, key := range keys {
		if s.key(i+j) != key {
			return false
		}
	}
	return true
}

// matchBefore reports whether a listed phrase of the kind ends right before
// token i.
func (s *scan) matchBefore(i int, k kind) bool {
	for back := 1; back <= 3 && back <= i; back++ {
		if s.spans(i-back, back, k) {
			return true
		}
	}
	return false
}

// spans reports whether the n tokens from i on are a listed phrase of the kind.
func (s *scan) spans(i, n int, k kind) bool {
	e := s.at(i).entry
	if e == nil {
		return false
	}
	if n == 1 {
		return e.has(k)
	}
	for p := range e.phrases {
		if e.phrases[p].kind == k && len(e.phrases[p].rest) == n-1 && s.follows(i+1, e.phrases[p].rest) {
			return true
		}
	}
	return false
}
