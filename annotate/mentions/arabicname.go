package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// nameLimit bounds the words of one person's name.
const nameLimit = 8

// trust says what speaks for a person where a name may begin.
type trust int

const (
	none    trust = iota
	spoken        // a reporting verb stands before it
	titled        // a form of address or a trade stands before it
	holding       // an office stands before it
)

// personName is a person's name found at a token.
type personName struct {
	to    int // token behind it
	keys  []string
	row   string
	rows  []string
	words int
}

// arabicName parses the name of a person at token i, read as s.
func (f *finder) arabicName(i int, s *sense, by trust) (name personName, ok bool) {
	if m, found := f.known(i); found && m.row.Kind == isnad.Person && m.sense.skip == s.skip {
		name = personName{to: i + m.n, row: m.row.ID, rows: m.ids, words: m.n}
		if m.n > 1 || s.class&given == 0 {
			name.keys = f.nameKeys(i, name.to, s)
			if name.to < len(f.words) && f.words[name.to].is(heir) {
				return personName{to: name.to + 1, keys: append(name.keys, f.keys[name.to]), words: m.n + 1}, true
			}
			return name, true
		}
	}
	if by == spoken && s.skip == 0 && f.spokenAlone(i, s) {
		name = personName{to: i + 1, words: 1, keys: []string{s.key}}
		return name, true
	}
	run := f.run(i, s, by)
	if run > name.to && run > i {
		name = personName{to: run, words: run - i}
	}
	if name.to == 0 || !f.enough(i, name, s, by) {
		return personName{}, false
	}
	name.keys = f.nameKeys(i, name.to, s)
	if name.row == "" {
		name.row, name.rows = f.knownTail(name.keys)
	}
	return name, true
}

// spokenAlone reports whether the strange word between a reporting verb and a
// clause («قال … إن») is someone's last name: one that no list holds; with the
// article only a name in -i, for bodies have it too («قال المرصد»).
func (f *finder) spokenAlone(i int, s *sense) bool {
	if s.class&(given|everyday|joins|never) != 0 || letters(s.key) < 3 || !f.clauseAt(i+1) || f.feminineCue(i-1) {
		return false
	}
	if strings.HasPrefix(s.key, article) {
		_, n := f.facts.MatchDemonym(f.keys[i:])
		return n == 0 && strings.HasSuffix(s.key, yeh) && f.familyName(i, i, s)
	}
	return !f.afterAnd(i, i) && f.nameLike(i, s, 0)
}

// clauseAt reports whether what a reporting verb governs begins at token i: a
// complementizer, a colon or a quotation.
func (f *finder) clauseAt(i int) bool {
	if i >= len(f.words) {
		return false
	}
	w := &f.words[i]
	return w.is(clause) || w.Kind == lang.Quoter || w.mark(":")
}

func (f *finder) feminineCue(i int) bool {
	c, ok := arabic.CueAt(f.p.Tokens, i)
	return ok && c.Feminine
}

// nameKeys returns the folded words of tokens from to to, the first read as s,
// with "servant of" joined to what follows.
func (f *finder) nameKeys(from, to int, s *sense) []string {
	keys := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		key := f.keys[i]
		if i == from {
			key = s.key
		}
		if f.words[i].Kind != lang.Word {
			continue
		}
		if n := len(keys); n > 0 && (keys[n-1] == servant || keys[n-1] == article+servant) {
			keys[n-1] += key
			continue
		}
		keys = append(keys, key)
	}
	return keys
}

// knownTail looks the name up as a whole: a known name may be written with
// "servant of" apart.
func (f *finder) knownTail(keys []string) (string, []string) {
	ids, n := f.facts.Match(keys)
	if n != len(keys) || n < 2 {
		return "", nil
	}
	if row := f.pick(ids); row != nil && row.Kind == isnad.Person {
		return row.ID, ids
	}
	return "", nil
}

// run returns the token behind the longest run of words from token i on that
// reads as one name.
func (f *finder) run(i int, s *sense, by trust) int {
	strange := 0 // words that no list holds
	at := i
	for at < len(f.words) && at-i < nameLimit {
		w := &f.words[at]
		if w.Kind != lang.Word || w.Latin {
			break
		}
		reading := w.whole()
		if at == i {
			reading = s
		}
		next, odd := f.part(at, i, reading, by, strange)
		if next == at {
			break
		}
		strange += odd
		at = next
		if at > i+1 && reading.class&given == 0 && reading.key != article+servant && strings.HasPrefix(reading.key, article) && !f.joinAt(at) {
			if f.secondFamily(at, i) {
				at++
			}
			break // a family name with the article ends the run
		}
	}
	for at > i && f.words[at-1].is(joins) && !f.words[at-1].is(given) {
		at--
	}
	return at
}

func (f *finder) joinAt(i int) bool { return i < len(f.words) && f.words[i].is(joins) }

// part decides on the word at token at of a name that began at token i. It
// returns the token behind what it takes, at itself if it takes nothing, and
// how many strange words that were.
func (f *finder) part(at, i int, s *sense, by trust, strange int) (next, odd int) {
	first := at == i
	switch {
	case s.class&joins != 0 && (!first || s.class&opens != 0):
		return f.joined(at)
	case first && by < titled && s.class&sonOf != 0 && s.class&opens == 0 && !(by == spoken && f.clauseAt(at+2)):
		return at, 0 // «ولد محمد»: was born
	case first && s.skip == 0 && f.patronymic(at, by):
		return at + 1, 0
	case s.class&never != 0:
		return at, 0
	case s.class&given != 0 && (first || s.class&givenWeak == 0 || !f.cue(at)):
		if !first && s.class&givenWeak != 0 && (s.class&everyday != 0 && at-i >= 2 || len(f.lex.roles[s.key]) > 0) {
			return at, 0
		}
		return at + 1, 0
	case first && (by < titled || f.afterAnd(at, i)):
		return at, 0
	case f.afterAnd(at, i):
		return at, 0
	case !first && f.servantFamily(at):
		return at + 2, 0
	case strings.HasPrefix(s.key, article) && len(s.key) > len(article)+2:
		if first && by == holding && s.class&(everyday|adjective) == 0 && f.goesOn(at+1) || !first && f.familyName(at, i, s) {
			return at + 1, 0
		}
	case strange < f.allowed(at, i, by) && (f.nameLike(at, s, at-i) || by >= titled && at == i+1 && f.lastWanted(at, s)):
		return at + 1, 1
	}
	return at, 0
}

// servantFamily reports whether the two words from token at on are a last name
// that is a given name with the article: «العبد الله», «العبد الكريم».
func (f *finder) servantFamily(at int) bool {
	return f.words[at].Key == article+servant && at+1 < len(f.words) && f.lex.words[servant+f.words[at+1].Key]&given != 0
}

// goesOn reports whether a first name with the article («الباجي …») is followed
// by more of a name.
func (f *finder) goesOn(i int) bool {
	if i >= len(f.words) || f.words[i].Kind != lang.Word || f.words[i].Latin {
		return false
	}
	s := f.words[i].whole()
	return s.class&given == 0 && !strings.HasPrefix(s.key, article) && !f.afterAnd(i, i-1) && f.nameLike(i, s, 1)
}

// allowed is how many strange words a name may hold: one behind a given name,
// two where an office speaks for the person and no given name is listed.
func (f *finder) allowed(at, i int, by trust) int {
	if f.words[i].is(given) && by < holding {
		return 1
	}
	if by >= titled {
		return 2
	}
	return 1
}

// joined takes a joining word with the word behind it.
func (f *finder) joined(at int) (next, odd int) {
	if at+1 >= len(f.words) || f.words[at+1].Kind != lang.Word || f.words[at+1].Latin {
		return at, 0
	}
	w := &f.words[at+1]
	s := w.whole()
	if s.class&joins != 0 {
		return f.joinedTwice(at)
	}
	if f.words[at].Key == servant && !strings.HasPrefix(s.key, article) {
		return at, 0
	}
	if s.class&never != 0 || s.class&given == 0 && arabicStop(s.key) {
		return at, 0
	}
	return at + 2, 0
}

func (f *finder) joinedTwice(at int) (next, odd int) {
	if next, odd = f.joined(at + 1); next > at+1 {
		return next, odd
	}
	return at, 0
}

// afterAnd reports whether the word at token at opens with "and": it does
// where what is left is a name, a title or an everyday word. A lone given name
// before punctuation takes a strange word whole: «مايكل والتز،».
func (f *finder) afterAnd(at, i int) bool {
	w := &f.words[at]
	for j := range w.senses() {
		s := &w.readings[j]
		if s.skip == 0 {
			continue
		}
		if s.prep != "" && !s.conj && at-i == 1 && letters(s.key) <= 3 && s.class&(everyday|joins) == 0 {
			continue // a short last name: «كروس» is no "like Russians" behind a given name
		}
		if s.class&(given|everyday|joins) != 0 || len(f.lex.roles[s.key]) > 0 || len(f.lex.honorifics[s.key]) > 0 || f.lex.heads[s.key].kind != "" {
			return true
		}
		if s.prep != "" && strings.HasPrefix(s.key, article) {
			return true
		}
		if _, n := f.facts.Match([]string{s.key}); n > 0 || f.inflected(s.key) && (s.prep != "" || letters(s.key) > 4) || s.prep != "" && verbalNoun(s.key) {
			return true
		}
		if s.conj && (strings.HasSuffix(s.key, plural) || strings.HasSuffix(s.key, females)) && letters(s.key) >= 5 {
			return true
		}
		if s.conj && s.prep == "" && strings.HasPrefix(s.key, article) && (at-i != 1 || !f.pauseAt(at+1)) {
			return true
		}
	}
	return false
}

func (f *finder) pauseAt(i int) bool { return i >= len(f.words) || f.words[i].mark(pauses) }
