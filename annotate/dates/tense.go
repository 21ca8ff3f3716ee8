package dates

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// tenseAt says which way the clause of an expression looks, and the word that
// says so. The nearest verb or word of planning before the expression decides;
// where none stands before it in its sentence, the nearest one behind does. A
// verb of saying does not reach into the clause that it opens («قال إن»).
// Quotations that the expression is not part of are passed over.
func (s *scan) tenseAt(e expr) (tense, string) {
	from, to := s.sentence(e.first)
	if cue, ok := s.sinceBefore(e.first); ok {
		return backward, cue
	}
	t, cue := s.tenseBefore(e.first, from)
	if t == unclear {
		t, cue = s.tenseAfter(e.next, to)
	}
	if happening, ok := s.announced(e); ok && t != forward {
		return eitherWay, happening
	}
	return t, cue
}

// sinceBefore reports whether e is the beginning of something that goes on:
// «منذ مطلع يونيو», "since May".
func (s *scan) sinceBefore(i int) (string, bool) {
	for j := i - 1; j >= max(0, i-3); j-- {
		if s.is(j, since) || s.key(j) == "since" {
			return s.word(j), true
		}
		if !s.is(j, edge) && !s.is(j, monthNoun) && !s.is(j, dayNoun) {
			break
		}
	}
	return "", false
}

// announced returns the happening that e qualifies: "the November election",
// «انتخابات نوفمبر».
func (s *scan) announced(e expr) (string, bool) {
	if !s.latin(e.next - 1) {
		if s.is(e.first-1, happening) && !e.hasWeekday {
			return s.word(e.first - 1), true
		}
		return "", false
	}
	const reach = 3
	for j := e.next; j < min(e.next+reach, len(s.tokens)); j++ {
		if !s.latin(j) || s.is(j, through) {
			break
		}
		if s.is(j, happening) {
			return s.word(j), true
		}
	}
	return "", false
}

// sentence returns the tokens of the sentence that holds token i.
func (s *scan) sentence(i int) (from, to int) {
	at := s.tokens[i].Start
	start, end := 0, len(s.text)
	for _, sentence := range s.passage.Sentences {
		if sentence.Start <= at && at < sentence.End {
			start, end = sentence.Start, sentence.End
		}
	}
	from, to = i, i
	for from > 0 && s.tokens[from-1].Start >= start {
		from--
	}
	for to < len(s.tokens) && s.tokens[to].End <= end {
		to++
	}
	return from, to
}

const reach = 40 // tokens that a tense is looked for in

func (s *scan) tenseBefore(i, from int) (tense, string) {
	opened := false // a word that opens reported speech lies between
	for j := i - 1; j >= max(from, i-reach); j-- {
		if j = s.beforeQuote(j, i); j < from {
			break
		}
		t, n := s.tenseOf(j)
		if t == forward || t == unsure {
			return t, s.wordsOf(j, n)
		}
		if t == backward && opened {
			return unclear, ""
		}
		if t == backward {
			return t, s.wordsOf(j, n)
		}
		opened = opened || s.is(j, through)
	}
	return unclear, ""
}

func (s *scan) tenseAfter(i, to int) (tense, string) {
	for j := i; j < min(to, i+reach/2); j++ {
		if t, n := s.tenseOf(j); t != unclear {
			return t, s.wordsOf(j, n)
		}
		if s.is(j, through) {
			break
		}
	}
	return unclear, ""
}

// beforeQuote steps over a quotation that ends at token j and does not hold
// token i.
func (s *scan) beforeQuote(j, i int) int {
	if s.tokens[j].Kind != lang.Quoter {
		return j
	}
	for q := range s.passage.Quotes {
		quote := &s.passage.Quotes[q]
		if !quote.Balanced || quote.End != s.tokens[j].End || quote.End > s.tokens[i].Start {
			continue
		}
		for j >= 0 && s.tokens[j].Start > quote.Start {
			j--
		}
		return j - 1
	}
	return j
}

func (s *scan) wordsOf(j, n int) string {
	return s.text[s.tokens[j].Start:s.tokens[min(j+n, len(s.tokens))-1].End]
}

// tenseOf says which way the phrase at token j looks.
func (s *scan) tenseOf(j int) (tense, int) {
	if s.tokens[j].Kind != lang.Word || s.marks[j].month > 0 {
		return unclear, 0
	}
	if n, _ := s.match(j, givenUp); n > 0 {
		return unsure, n
	}
	for _, back := range []int{1, 2} {
		if n, _ := s.match(j-back, givenUp); n > back {
			return unsure, n
		}
	}
	if n, _ := s.match(j, ahead); n > 0 && !s.marks[j].prep {
		return forward, n
	}
	if s.is(j, soon) && !s.marks[j].prep {
		return s.programme(j)
	}
	if s.latin(j) {
		return s.englishTense(j)
	}
	switch {
	case s.future(j):
		return forward, 1
	case s.is(j, past) && !s.marks[j].prep && !s.is(j-1, governor):
		return backward, 1
	}
	return unclear, 0
}

// programme reads a verb in the present: «يصل الجمعة» is on the programme, «لم
// يصل» and «كان يصل» are past, and «أن يصل» has the tense of what governs it.
func (s *scan) programme(j int) (tense, int) {
	n, _ := s.match(j, soon)
	switch {
	case s.is(j-1, past):
		return backward, 1
	case s.is(j-1, through) && !s.latin(j) && s.conjunctive(j-1):
		return unclear, 0
	}
	return forward, n
}

// conjunctive reports whether token i is «أن», which puts the verb behind it
// under the word before it.
func (s *scan) conjunctive(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.marks[i].from:])
	return s.key(i) == an && r == alefHamza
}

const an = "\u0627\u0646"

// Letters of the future: the particle, and the prefixes of the present tense
// behind it.
const (
	seen       = '\u0633'
	yehLetter  = '\u064A'
	tehLetter  = '\u062A'
	noonLetter = '\u0646'
	alefHamza  = '\u0623'
	shortVerb  = 4 // letters that a verb of the future has at least
)

// future reports whether an Arabic word is a verb with the particle «سـ».
func (s *scan) future(j int) bool {
	key := s.tokens[j].Key
	first, n := utf8.DecodeRuneInString(key)
	conj := first == wawLetter || first == fehLetter
	if conj {
		key = key[n:]
		first, n = utf8.DecodeRuneInString(key)
	}
	if first != seen || utf8.RuneCountInString(key) < shortVerb {
		return false
	}
	switch second, _ := utf8.DecodeRuneInString(key[n:]); second {
	case yehLetter, tehLetter, noonLetter:
	default:
		if !strings.ContainsRune(s.word(j), alefHamza) || !s.firstPerson(j, conj) {
			return false
		}
	}
	if s.words.notFuture[key] {
		return false
	}
	for _, beginning := range s.words.beginnings {
		if strings.HasPrefix(key, beginning) {
			return false
		}
	}
	return true
}

// firstPerson reports whether the letter behind the particle is written with
// the hamza of the first person: folding leaves a bare alef.
func (s *scan) firstPerson(j int, conj bool) bool {
	letters := 1
	if conj {
		letters++
	}
	word := s.word(j)
	r, _ := utf8.DecodeRuneInString(word[min(behind(word, letters), len(word)):])
	return r == alefHamza
}

// englishTense reads English verbs by their endings and a list. A participle
// behind "be" has the tense of what stands before it, one behind an article is
// an adjective.
func (s *scan) englishTense(j int) (tense, int) {
	key := s.tokens[j].Key
	if !s.is(j, past) && (len(key) < 4 || !strings.HasSuffix(key, "ed") || s.words.notPast[key]) {
		return unclear, 0
	}
	switch s.key(j - 1) {
	case "be", "being", "to", "the", "a", "an", "its", "his", "her", "their", "will", "would", "may", "could", "should", "newly":
		return unclear, 0
	}
	return backward, 1
}
