package dates

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/isnad-news/isnad/lang/arabic"
)

// reading is a date on its way. What is read of words is cut out of them.
type reading struct {
	words  string
	writer Writer

	clock                       bool
	hour, minute, second, nanos int
	zone                        *time.Location
	zoned                       bool // the words say so
	notes                       []string
}

func (r *reading) note(words string) { r.notes = append(r.notes, words) }

// cut takes words[from:to] out.
func (r *reading) cut(from, to int) { r.words = r.words[:from] + " " + r.words[to:] }

// clockTime is a time of day; the letter h stands in it in French manner.
var clockTime = regexp.MustCompile(`(?:^|[^0-9:+.\-])([0-9]{1,2}) ?[:h] ?([0-9]{1,2})(?: ?: ?([0-9]{1,2})(?:[.,:]([0-9]{1,9}))?)?`)

// bareTime is a time of day behind a day in eight digits: 20260305T140500.
var bareTime = regexp.MustCompile(`(?:^|[^0-9])[0-9]{8}T([0-9]{2})([0-9]{2})([0-9]{2})?()`)

// hourAlone is an hour with its half of the day: "3 pm".
var hourAlone = regexp.MustCompile(`(?:^|[^0-9:+./\-])([0-9]{1,2})()()() ?`)

// readClock reads the time of day, its half and its zone.
func (r *reading) readClock() {
	for _, form := range []*regexp.Regexp{bareTime, clockTime} {
		m := form.FindStringSubmatchIndex(r.words)
		if m == nil || m[1] < len(r.words) && isDigit(r.words[m[1]]) || !r.setClock(m) {
			continue
		}
		from, to := m[2], m[1]
		size, late, found := half(r.words[to:])
		if !found {
			from, late, found = halfBefore(r.words, from)
			size = 0
		}
		if found {
			r.turn(late)
		}
		to += size
		to += r.readZone(r.words[to:])
		r.cut(from, to)
		r.zoneElsewhere()
		return
	}
	for _, m := range hourAlone.FindAllStringSubmatchIndex(r.words, 8) {
		if size, late, found := half(r.words[m[1]:]); found && r.setClock(m) && r.hour >= 1 && r.hour <= 12 {
			r.turn(late)
			r.cut(m[2], m[1]+size)
			r.zoneElsewhere()
			return
		}
	}
	r.clock, r.hour = false, 0
}

// setClock takes the numbers of a time; false if there is no such time.
func (r *reading) setClock(m []int) bool {
	part := func(k int) int {
		if m[2*k] < 0 {
			return 0
		}
		n, _ := strconv.Atoi(r.words[m[2*k]:m[2*k+1]])
		return n
	}
	r.hour, r.minute, r.second, r.nanos = part(1), part(2), min(part(3), 59), 0
	if m[8] >= 0 {
		fraction := (r.words[m[8]:m[9]] + "000000000")[:9]
		r.nanos, _ = strconv.Atoi(fraction)
	}
	r.clock = r.hour <= 24 && r.minute < 60 && part(3) <= 60 && (r.hour < 24 || r.minute == 0)
	if !r.clock {
		r.hour, r.minute, r.second, r.nanos = 0, 0, 0, 0
	}
	return r.clock
}

// half reads the half of the day with which words begin: AM, «ص», «مساء».
func half(words string) (size int, late, ok bool) {
	trimmed := strings.TrimLeft(words, " ,")
	word := leadingLetters(trimmed)
	late, ok = halves()[foldHalf(word)]
	return len(words) - len(trimmed) + len(word), late, ok
}

// halfBefore reads the half of the day that stands before byte at, where the
// time of day begins: "PM 02:05".
func halfBefore(words string, at int) (from int, late, ok bool) {
	head := strings.TrimRight(words[:at], " ,")
	space := strings.LastIndexByte(head, ' ') + 1
	late, ok = halves()[foldHalf(head[space:])]
	if !ok || space == 0 && head == "" {
		return at, false, false
	}
	return space, late, true
}

func foldHalf(word string) string { return arabic.Fold(strings.ReplaceAll(word, ".", "")) }

// leadingLetters returns the letters, with the stops among them, with which s
// begins.
func leadingLetters(s string) string {
	for i, c := range s {
		if c == ' ' || c == ',' || c == '-' || c == '(' || c >= '0' && c <= '9' || c == '+' || c == '|' {
			return s[:i]
		}
	}
	return s
}

// turn makes a time of twelve hours one of twenty-four.
func (r *reading) turn(late bool) {
	switch {
	case late && r.hour < 12:
		r.hour += 12
	case !late && r.hour == 12:
		r.hour = 0
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
