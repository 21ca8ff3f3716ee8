package arabic

import (
	"sort"
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// Splits reads a written word as proclitics, stem and enclitic in every way
// that the letters admit, likeliest first. The reading without any clitic is
// always among them; a word that is no Arabic word has no other.
//
// How likely a reading is, is a matter of rules and lists: an article behind
// proclitics is nearly always one; و is a conjunction but in the words of
// data/whole.txt (وزير, وكالة); ف, ك and the س of the future are proclitics
// only before what asks for them; ب and ل are as likely as not, so that names
// (بوتين, لافروف) keep their reading as a whole near the top. Pronouns are
// taken off unless the word is in data/suffixed.txt or ends in a written ة.
//
// Laws: Word == proclitics + Stem + enclitic; Bare is within Stem; both are on
// rune boundaries of word; Key == Fold(word[Stem.Start:Stem.End]); at least
// two letters are left to the stem.
func Splits(word string) []lang.Split {
	key, offsets := FoldMap(word)
	s := splitter{key: key, offsets: offsets, closed: strings.HasSuffix(word, string(tehMarbuta))}
	s.add(clitics{}, s.wholeScore())
	if isArabicWord(key) {
		s.conjunctions()
	}
	sort.SliceStable(s.found, func(i, j int) bool { return s.found[i].score > s.found[j].score })
	splits := make([]lang.Split, 0, len(s.found))
	for _, f := range s.found {
		if s.cuts(f.clitics) {
			splits = append(splits, s.split(f.clitics))
		}
	}
	return splits
}

// clitics are what one reading takes off, in letters of the folded word.
type clitics struct {
	conj, prep string
	article    int // bytes of the article behind them: 0, 2 (of لل) or 4
	enclitic   string
}

type reading struct {
	clitics
	score int
}

type splitter struct {
	key     string
	offsets []int
	closed  bool // ends in a written ة: no pronoun follows
	found   []reading
}

func isArabicWord(key string) bool {
	for _, r := range key {
		if classOf(r) != classArabic {
			return false
		}
	}
	return key != ""
}

func (s *splitter) add(c clitics, score int) { s.found = append(s.found, reading{c, score}) }

// The likelihoods, in steps that only their order makes meaningful.
const (
	surely   = 6
	likely   = 3
	evenly   = 1
	hardly   = -2
	scarcely = -5
)

// wholeScore rates the reading without clitics.
func (s *splitter) wholeScore() int {
	switch {
	case lists().isWhole(s.key) || lists().stops[s.key]:
		return surely
	case lists().suffixed[s.key]:
		return likely
	}
	return evenly
}

func (s *splitter) conjunctions() {
	s.prepositions(clitics{}, s.key, s.wholeScore())
	for _, conj := range []string{prefixWaw, prefixFeh} {
		rest, ok := strings.CutPrefix(s.key, conj)
		if !ok || len(rest) < 2*letterBytes {
			continue
		}
		score := likely
		switch {
		case lists().isWhole(s.key) && !lists().isWhole(rest):
			score = hardly
		case lists().stops[rest]:
			score = surely + evenly
		case lists().isWhole(rest):
			score = surely
		case conj == prefixFeh:
			score = hardly
			if _, known := cues().forms[rest]; known {
				score = likely
			}
		}
		c := clitics{conj: conj}
		s.add(c, score)
		s.prepositions(c, rest, score)
	}
}

// prepositions reads the prepositions, articles and the future sign at the
// start of rest.
func (s *splitter) prepositions(c clitics, rest string, score int) {
	s.articles(c, rest, score)
	s.pronouns(c, rest, score)
	for _, prep := range []string{prefixBeh, prefixLam, prefixKaf, prefixSeen} {
		after, ok := strings.CutPrefix(rest, prep)
		if !ok || len(after) < 2*letterBytes {
			continue
		}
		with := c
		with.prep = prep
		likelihood := s.prepScore(prep, rest, after)
		if c.conj != "" {
			likelihood += score
		}
		s.add(with, likelihood)
		if prep == prefixSeen {
			continue
		}
		s.articles(with, after, score)
		s.pronouns(with, after, likelihood)
	}
}

func (s *splitter) prepScore(prep, rest, after string) int {
	whole := lists().isWhole(rest) || lists().stops[rest]
	switch {
	case whole && !lists().isWhole(after):
		return scarcely
	case prep == prefixSeen:
		if strings.HasPrefix(after, personHe) || strings.HasPrefix(after, personShe) {
			return likely
		}
		return scarcely
	case lists().isWhole(after):
		return likely
	case len(after) < leastStem*letterBytes:
		return scarcely
	case prep == prefixKaf:
		return hardly
	}
	return evenly + evenly
}

// articles reads an article at the start of rest.
func (s *splitter) articles(c clitics, rest string, score int) {
	bare, n := rest, 0
	switch {
	case strings.HasPrefix(rest, article) && c.prep != prefixLam:
		n = len(article)
	case strings.HasPrefix(rest, prefixLam) && c.prep == prefixLam:
		n = len(prefixLam)
	default:
		return
	}
	if bare = rest[n:]; len(bare) < 2*letterBytes {
		return
	}
	c.article = n
	likelihood := 2*surely + likely
	if lists().isWhole(rest) || c.prep+rest != rest && lists().isWhole(c.prep+rest) || lists().isWhole(s.key) {
		likelihood = hardly
	}
	s.add(c, likelihood)
}

// pronouns reads an enclitic at the end of rest.
func (s *splitter) pronouns(c clitics, rest string, score int) {
	if s.closed {
		return
	}
	for _, enclitic := range enclitics {
		stem, ok := strings.CutSuffix(rest, enclitic)
		if !ok || len(stem) < 2*letterBytes {
			continue
		}
		c.enclitic = enclitic
		s.add(c, score+s.pronounScore(enclitic, rest, stem))
	}
}

func (s *splitter) pronounScore(enclitic, rest, stem string) int {
	short := len(stem) < leastStem*letterBytes
	switch enclitic {
	case endHa, endHuma, endHum:
		switch {
		case lists().suffixed[rest] || lists().stops[rest]:
			return scarcely
		case short:
			return hardly
		}
		return likely
	case endHeh:
		if short || lists().suffixed[rest] || lists().stops[rest] {
			return scarcely
		}
		return evenly
	case endNa, endHun:
		if short || lists().suffixed[rest] {
			return scarcely
		}
		return 0
	}
	return scarcely
}

// cuts reports whether the reading cuts between runes of the written word: a
// ligature folds to several letters.
func (s *splitter) cuts(c clitics) bool {
	start := len(c.conj) + len(c.prep)
	for _, at := range []int{start, start + c.article, len(s.key) - len(c.enclitic)} {
		if at > 0 && at < len(s.key) && s.offsets[at] == s.offsets[at-1] {
			return false
		}
	}
	return true
}

// split turns a reading into ranges of the written word.
func (s *splitter) split(c clitics) lang.Split {
	start := len(c.conj) + len(c.prep)
	end := len(s.key) - len(c.enclitic)
	result := lang.Split{
		Conj: c.conj, Prep: c.prep, Article: c.article > 0, Enclitic: c.enclitic, Key: s.key[start:end],
		Stem: lang.Range{Start: s.at(start), End: s.at(end)},
		Bare: lang.Range{Start: s.at(start + c.article), End: s.at(end)},
	}
	return result
}

// at returns the byte of the written word that folded byte i comes from; the
// word's first byte for 0, so that nothing before the stem is lost.
func (s *splitter) at(i int) int {
	if i == 0 {
		return 0
	}
	return s.offsets[i]
}
