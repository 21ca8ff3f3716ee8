package mentions

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/english"
)

// scanEnglish drafts what tokens from to to name, the likeliest reading first.
func (f *finder) scanEnglish(from, to int) {
	for i := from; i < to; {
		if f.words[i].Kind != lang.Word {
			i++
			continue
		}
		i = max(f.englishAt(i), i+1)
	}
}

func (f *finder) englishAt(i int) int {
	w := &f.words[i]
	if pair, n := f.lex.duals.match(w.Key, f.keys[i+1:]); n > 0 {
		f.draft(i, i+n, nil, draft{form: isnad.Generic, kind: isnad.Group, pair: pair.value, by: "two who are spoken of"})
		return i + n
	}
	if next := f.englishGroup(i); next > i {
		return next
	}
	m, known := f.known(i)
	if b, to := f.englishBody(i); to > i && (!known || to > i+m.n) {
		if to < len(f.words) && f.roleNoun(to) {
			if next := f.englishPerson(i); next > to {
				return next // "Arden government spokesman Jane Doe"
			}
		}
		return f.draftEnglishBody(i, to, b)
	}
	if known && m.n > 1 && m.row.Kind == isnad.Organisation && f.capitalised(i) && f.roleNoun(i) {
		f.draft(i, i+m.n, m.sense, draft{kind: m.row.Kind, row: m.row.ID, rows: m.ids, keys: f.nameKeys(i, i+m.n, m.sense), by: "known name"})
		return i + m.n // "King Saud University" is no king
	}
	if next := f.englishPerson(i); next > i {
		return next
	}
	if next := f.branch(i); next > i {
		return next
	}
	if next := f.barePower(i, i+1); f.keys[i] == "the" && next > i {
		return next
	}
	if known && f.keys[i] == "the" && m.n > 1 {
		// The article is part of a title, and of no name.
		if ids, n := f.facts.Match(f.keys[i+1:]); n == m.n-1 && slices.Contains(ids, m.row.ID) {
			return i
		}
	}
	if known && !f.partOfRun(i, m) {
		f.draft(i, i+m.n, m.sense, draft{kind: m.row.Kind, row: m.row.ID, rows: m.ids, keys: f.nameKeys(i, i+m.n, m.sense), by: "known name"})
		if m.row.Kind == isnad.Person {
			return f.englishApposition(len(f.drafts)-1, i+m.n)
		}
		return i + m.n
	}
	return i
}

// capitalised reports whether token i is a word with a capital.
func (f *finder) capitalised(i int) bool {
	if i < 0 || i >= len(f.words) {
		return false
	}
	w := &f.words[i]
	return w.Kind == lang.Word && (isCapital(f.r.Article.Text[w.Start]) || f.articled(w))
}

// articled reports whether a word is a name with the Arabic article: al-Salim.
func (f *finder) articled(w *word) bool {
	text := f.r.Article.Text[w.Start:w.End]
	at := strings.IndexByte(text, '-')
	return at > 0 && at <= 3 && at+1 < len(text) && isCapital(text[at+1]) && f.lex.words[w.Key[:at]]&joins != 0
}

// nameRun returns the token behind the capitalised words that begin at token
// i, with the small words that tie names between them.
func (f *finder) nameRun(i int) int {
	to := i
	for to < len(f.words) && to-i < nameLimit {
		switch {
		case f.capitalised(to) && (to == i || f.words[to-1].tail == 0):
			if f.words[to].is(everyday) && !f.words[to].is(given|joins) {
				return to
			}
			to++
		case to > i && f.words[to].is(joins) && f.capitalised(to+1):
			to += 2
		case to > i && f.words[to].Key == "." && letters(f.keys[to-1]) == 1 && f.capitalised(to+1):
			to += 2 // an initial: John F. Kennedy
		default:
			return to
		}
	}
	return to
}

// partOfRun reports whether a known place or body at token i is part of a
// longer name that the lists do not hold ("Paris Hilton").
func (f *finder) partOfRun(i int, m match) bool {
	if m.row.Kind == isnad.Person || i+m.n >= len(f.words) || f.words[i+m.n-1].tail > 0 {
		return false
	}
	return i > 0 && f.capitalised(i-1) && f.words[i-1].is(given) && !f.words[i-1].is(everyday) && m.n == 1
}

// englishBody measures the name of a body at token i: "Bank of Arden",
// "Arden Foreign Ministry", "Trump administration".
func (f *finder) englishBody(i int) (head, int) {
	if !f.capitalised(i) && !f.words[i].is(joins) {
		return head{}, i
	}
	if h, ok := f.lex.heads[f.keys[i]]; ok && h.has('b') && f.capitalised(i) {
		if to := f.ofName(i + 1); to > i+1 {
			return h, to
		}
	}
	best, found := i, head{}
	for to := i; to < len(f.words) && to-i < nameLimit; to++ {
		w := &f.words[to]
		if w.Kind != lang.Word || to > i && f.words[to-1].tail > 0 && !f.headAt(to) {
			break
		}
		if h, ok := f.lex.heads[w.Key]; ok && to > i && (f.capitalised(to) || (h.has('l') || h.has('g')) && to == i+f.properLength(i) || h.has('g') && f.portfolio(i, to)) {
			best, found = to+1, h
		}
		if f.portfolio(i, to+1) {
			continue
		}
		if !f.capitalised(to) && w.Key != "of" && w.Key != "and" && w.Key != "for" || f.roleNoun(to) && !f.headAt(to) {
			break
		}
		if w.is(everyday) && to == i {
			break
		}
	}
	if best > i && f.capitalised(best-1) {
		if to := f.ofName(best); to > best {
			best = to
		}
	}
	return found, best
}

func (f *finder) headAt(i int) bool {
	_, ok := f.lex.heads[f.keys[i]]
	return ok
}

// roleNoun reports whether a role stands at token i.
func (f *finder) roleNoun(i int) bool {
	_, n := f.lex.roles.match(f.keys[i], f.keys[i+1:])
	return n > 0
}

// properLength counts the words of the person or country whose body follows
// in lower case: "Trump administration", "Arden government".
func (f *finder) properLength(i int) int {
	if m, ok := f.known(i); ok {
		return m.n
	}
	if _, n := f.facts.MatchDemonym(f.keys[i:]); n > 0 && f.capitalised(i) {
		return n
	}
	return 0
}

// portfolio reports whether the token before to says what a ministry in lower
// case is for, right behind the country at token i: "Arden foreign ministry".
func (f *finder) portfolio(i, to int) bool {
	n := f.properLength(i)
	if n == 0 || to != i+n+1 || to >= len(f.words) || !f.lex.heads[f.keys[to]].has('g') {
		return false
	}
	_, known := f.lex.roles.match(f.keys[to-1], []string{"minister"})
	return known == 2
}

// ofName measures "of X and Y" at token i: capitalised words behind "of" or
// "for", the article among them.
func (f *finder) ofName(i int) int {
	if i+1 >= len(f.words) || f.keys[i] != "of" && f.keys[i] != "for" {
		return i
	}
	to := i + 1
	if f.keys[to] == "the" {
		to++
	}
	start := to
	for f.capitalised(to) && !f.words[to].is(everyday) && f.words[max(to-1, 0)].tail == 0 {
		to++
		if to+1 < len(f.words) && f.keys[to] == "and" && f.capitalised(to+1) && f.keys[i] == "of" && !f.words[to+1].is(given|everyday) {
			if _, ok := f.known(to + 1); !ok {
				to++
			}
		}
	}
	if to == start {
		return i
	}
	return to
}

func (f *finder) draftEnglishBody(i, to int, h head) int {
	keys := f.nameKeys(i, to, f.words[i].whole())
	d := draft{kind: h.kind, keys: keys, by: "head noun with its complement"}
	if ids, n := f.facts.Match(keys); n == len(keys) && len(ids) > 0 {
		d.row = ids[0]
	}
	f.draft(i, to, nil, d)
	if !f.capitalised(to-1) || f.keys[to-1] == "administration" || f.keys[to-1] == "campaign" {
		if m, ok := f.known(i); ok && m.row.Kind == isnad.Person && i+m.n < to {
			f.draftKnownAlone(i, m)
		}
	}
	return to
}

// englishGroup drafts "the foreign ministers of A, B and C".
func (f *finder) englishGroup(i int) int {
	_, n := f.lex.groups.match(f.keys[i], f.keys[i+1:])
	if n == 0 || i+n >= len(f.words) || f.keys[i+n] != "of" && f.keys[i+n] != "from" {
		return i
	}
	to, count := i+n+1, 0
	for to < len(f.words) {
		at := to
		for count > 0 && at < len(f.words) && (f.words[at].mark(comma) || f.keys[at] == "and") {
			at++
		}
		if at < len(f.words) && f.keys[at] == "the" {
			at++
		}
		if at >= len(f.words) || count > 0 && at == to {
			break
		}
		m, ok := f.known(at)
		if !ok || m.row.Kind == isnad.Person {
			break
		}
		to = at + m.n
		count++
	}
	if count < 2 {
		return i
	}
	f.draft(i, to, nil, draft{kind: isnad.Group, keys: f.nameKeys(i, to, f.words[i].whole()), by: "plural office with a list"})
	f.inside(i+n, to, false)
	return to
}

// englishCue reports whether a reporting word stands at token i.
func (f *finder) englishCue(i int) bool {
	if i < 0 || i >= len(f.words) {
		return false
	}
	_, ok := english.CueAt(f.p.Tokens, i)
	return ok
}
