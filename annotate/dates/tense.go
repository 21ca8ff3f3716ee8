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
	if t, cue := s.tenseBefore(e.first, from); t != unclear {
		return t, cue
	}
	return s.tenseAfter(e.next, to)
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
	if s.tokens[j].Kind != lang.Word {
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
	if n, _ := s.match(j, ahead); n > 0 {
		return forward, n
	}
	if s.latin(j) {
		return s.englishTense(j)
	}
	switch {
	case s.future(j):
		return forward, 1
	case s.is(j, past):
		return backward, 1
	}
	return unclear, 0
}

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
	for _, beginning := range s.words.notFuture {
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
