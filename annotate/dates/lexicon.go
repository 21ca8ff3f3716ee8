package dates

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed data
var data embed.FS

// kind is the part that a word or phrase can play in a calendar expression.
type kind uint8

// The kinds. Those before none carry a value.
const (
	deictic  kind = iota // value: days from the day of writing
	unit                 // value: unit letter
	period               // value: unit letter
	toward               // direction behind its noun; value: -2 … 2
	pointing             // direction before its noun; value: -1 … 1
	ordinal              // value: day of the month
	none
	part
	dayNoun
	monthNoun
	yearNoun
	yearsNoun
	before
	since
	ago
	loose
	of
	equals
	hijriEra
	commonEra
	edge
	link
	sort
	bareAfter
	on
	set
	same
	happening
	governor
	theWord
	yearHead
	counted
	ambiguous
	ahead
	soon
	past
	givenUp
	through
	notWeekdayAfter // a weekday behind it is none
	notWeekdayBefore
	notDayAfter
	notDayBefore
	notTodayAfter
	notTodayBefore
	notPeriodAfter
)

// phrase is a listed phrase by the keys that follow its first word.
type phrase struct {
	rest  []string
	kind  kind
	value int8
}

// entry is all that the lists say about phrases that begin with one word.
type entry struct {
	kinds   uint64 // of the word alone
	values  [none]int8
	counts  int8     // of a unit: how many the form stands for
	phrases []phrase // longer ones, the longest first
}

func (e *entry) has(k kind) bool { return e != nil && e.kinds&(1<<k) != 0 }

// lexicon holds the word lists by folded first word.
type lexicon struct {
	words      map[string]*entry
	notFuture  map[string]bool // Arabic words that only look like a future
	beginnings []string        // beginnings of such words
	notPast    map[string]bool
}

// words returns the lists, parsed once.
var words = sync.OnceValue(newLexicon)

func newLexicon() *lexicon {
	l := &lexicon{words: map[string]*entry{}, notPast: map[string]bool{}, notFuture: map[string]bool{}}
	for _, row := range rows("deictics.tsv") {
		l.add(row[1], deictic, number(row[0]))
	}
	for _, row := range rows("units.tsv") {
		l.add(row[2], unit, int(row[0][0]))
		l.words[fold(row[2])].counts = int8(number(row[1]))
	}
	for _, row := range rows("periods.tsv") {
		l.add(row[1], period, int(row[0][0]))
	}
	for _, row := range rows("directions.tsv") {
		l.add(row[1], toward, number(row[0]))
	}
	for _, row := range rows("demonstratives.tsv") {
		l.add(row[1], pointing, number(row[0]))
	}
	for _, row := range rows("ordinals.tsv") {
		l.add(row[1], ordinal, number(row[0]))
	}
	for name, k := range map[string]kind{"parts.txt": part, "yearheads.txt": yearHead,
		"counted.txt": counted, "ambiguous.txt": ambiguous, "past-english.txt": past} {
		for _, row := range rows(name) {
			l.add(row[0], k, 0)
		}
	}
	l.addNamed("particles.tsv", particles)
	l.addNamed("cues.tsv", cues)
	for _, row := range rows("namesakes.tsv") {
		l.add(row[2], namesakes[row[0]+" "+row[1]], 0)
	}
	for _, row := range rows("past.txt") {
		for _, form := range pastForms(fold(row[0])) {
			l.add(form, past, 0)
		}
	}
	for _, row := range rows("not-future.txt") {
		if beginning, ok := strings.CutSuffix(row[0], "-"); ok {
			l.beginnings = append(l.beginnings, fold(beginning))
			continue
		}
		l.notFuture[fold(row[0])] = true
	}
	for _, row := range rows("not-past.txt") {
		l.notPast[fold(row[0])] = true
	}
	for _, e := range l.words {
		slices.SortStableFunc(e.phrases, func(a, b phrase) int { return len(b.rest) - len(a.rest) })
	}
	return l
}

var particles = map[string]kind{
	"day": dayNoun, "month": monthNoun, "year": yearNoun, "years": yearsNoun, "before": before,
	"since": since, "ago": ago, "loose": loose, "of": of, "equals": equals, "hijri": hijriEra,
	"common": commonEra, "edge": edge, "link": link, "sort": sort, "in": bareAfter, "on": on,
	"set": set, "same": same, "happening": happening, "governor": governor, "the": theWord,
}

var cues = map[string]kind{"ahead": ahead, "soon": soon, "back": past, "given-up": givenUp, "through": through}

var namesakes = map[string]kind{
	"weekday before": notWeekdayAfter, "weekday after": notWeekdayBefore,
	"day before": notDayAfter, "day after": notDayBefore,
	"today before": notTodayAfter, "today after": notTodayBefore, "period before": notPeriodAfter,
}

func (l *lexicon) addNamed(file string, kinds map[string]kind) {
	for _, row := range rows(file) {
		k, ok := kinds[row[0]]
		if !ok {
			panic(fmt.Sprintf("%s: no part called %q", file, row[0]))
		}
		l.add(row[1], k, 0)
	}
}

func (l *lexicon) add(words string, k kind, value int) {
	keys := strings.Fields(fold(words))
	e := l.words[keys[0]]
	if e == nil {
		e = &entry{}
		l.words[keys[0]] = e
	}
	if len(keys) > 1 {
		e.phrases = append(e.phrases, phrase{rest: keys[1:], kind: k, value: int8(value)})
		return
	}
	e.kinds |= 1 << k
	if k < none {
		e.values[k] = int8(value)
	}
}

const (
	alef = "\u0627"
	teh  = "\u062A"
	waw  = "\u0648"
	yeh  = "\u064A"
)

// pastForms returns the third persons of a folded past tense.
func pastForms(verb string) []string {
	stem, weak := strings.CutSuffix(verb, yeh)
	if !weak {
		stem, weak = strings.CutSuffix(verb, alef)
	}
	if weak {
		return []string{verb, stem + teh, stem + waw + alef, stem + yeh + alef, stem + teh + alef}
	}
	return []string{verb, verb + teh, verb + waw + alef, verb + alef, verb + teh + alef}
}

// rows returns the columns of an embedded list, without its comments. A list
// that cannot be read is a programmer's mistake.
func rows(name string) (rows [][]string) {
	content, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

// fold makes the key of a listed phrase as the tokenizers do.
func fold(s string) string {
	for _, r := range s {
		if r >= 0x0600 {
			return arabic.Fold(s)
		}
	}
	return english.Fold(s)
}
