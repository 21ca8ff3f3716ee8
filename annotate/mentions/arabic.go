package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
)

// scanArabic drafts what tokens from to to name, each token once, the
// likeliest reading first.
func (f *finder) scanArabic(from, to int) {
	for i := from; i < to; {
		if f.words[i].Kind == lang.Mark || f.words[i].Kind == lang.Quoter {
			i++
			continue
		}
		i = max(f.arabicAt(i), i+1)
	}
}

// arabicAt drafts what begins at token i and returns the token behind it; i if
// nothing does.
func (f *finder) arabicAt(i int) int {
	if f.words[i].Latin {
		return f.latinName(i)
	}
	m, found := f.known(i)
	if found && m.n > 1 {
		if next := f.longerBody(i, m); next > 0 {
			return next
		}
		return f.draftKnown(i, m)
	}
	if next := f.pairOrGroup(i); next > i {
		return next
	}
	if next := f.bodyAt(i); next > i {
		return next
	}
	if next := f.personAt(i); next > i {
		return next
	}
	if found {
		return f.draftKnown(i, m)
	}
	return f.barePower(i, i)
}

// longerBody drafts a body whose name goes on behind a known name's words.
func (f *finder) longerBody(i int, m match) int {
	if b, ok := f.arabicBody(i, m.sense); ok && b.to > i+m.n && b.head.kind == m.row.Kind && m.row.Kind != isnad.Person {
		return f.draftBody(i, m.sense, b)
	}
	return 0
}

// draftKnown drafts a known name. A single word that is a given name too, or
// an everyday one, is left to other rules.
func (f *finder) draftKnown(i int, m match) int {
	if f.doubtful(i, m) {
		return i
	}
	if n := f.adjectiveOfCountry(i + m.n); n > 0 && m.row.Class == known.Charity {
		to := i + m.n + n
		f.draft(i, to, m.sense, draft{kind: m.row.Kind, keys: f.nameKeys(i, to, m.sense), by: "branch of a known body"})
		return to
	}
	f.draft(i, i+m.n, m.sense, draft{
		kind: m.row.Kind, row: m.row.ID, rows: m.ids, keys: f.nameKeys(i, i+m.n, m.sense), by: "known name",
	})
	if m.row.Kind == isnad.Person {
		return f.apposition(len(f.drafts)-1, i+m.n)
	}
	return i + m.n
}

// pairOrGroup drafts «الجانبان» and «وزراء الخارجية في …».
func (f *finder) pairOrGroup(i int) int {
	w := &f.words[i]
	for j := range w.senses() {
		s := &w.readings[j]
		if pair, n := f.lex.duals.match(s.key, f.keys[i+1:]); n > 0 {
			f.draft(i, i+n, s, draft{form: isnad.Generic, kind: isnad.Group, pair: pair.value, by: "two who are spoken of"})
			return i + n
		}
		if to, ok := f.arabicGroup(i, s); ok {
			f.draft(i, to, s, draft{kind: isnad.Group, keys: f.nameKeys(i, to, s), by: "plural office with a list"})
			f.inside(i+1, to, false)
			return to
		}
	}
	return i
}

// bodyAt drafts a body, place or occasion by its head noun.
func (f *finder) bodyAt(i int) int {
	w := &f.words[i]
	for j := range w.senses() {
		s := &w.readings[j]
		if s.skip > 0 && w.is(given|everyday) {
			break
		}
		if b, ok := f.arabicBody(i, s); ok {
			return f.draftBody(i, s, b)
		}
	}
	return i
}

func (f *finder) draftBody(i int, s *sense, b body) int {
	keys := f.nameKeys(i, b.to, s)
	d := draft{kind: b.head.kind, keys: keys, by: "head noun with its complement"}
	if ids, n := f.facts.Match(keys); n == len(keys) && len(ids) > 0 {
		d.row = ids[0]
	} else if m, ok := f.known(i + 1); ok && b.head.has('i') && m.sense.skip == 0 && i+1+m.n == b.to && m.row.Kind == b.head.kind {
		d.row, d.rows = m.row.ID, m.ids // «تنظيم …», «مدينة …»: the same as what follows
	}
	if b.title.to > 0 && d.row == "" {
		d.keys = f.nameKeys(b.title.from, b.title.to, f.words[b.title.from].whole())
		if ids, n := f.facts.Match(d.keys); n == len(d.keys) && len(ids) > 0 {
			d.row, d.rows = ids[0], ids
		}
		f.draft(b.title.from, b.title.to, nil, d)
	}
	f.draft(i, b.to, s, d)
	if b.inner > 0 {
		f.inside(b.inner, b.to, true)
	}
	return b.to
}

// inside drafts what stands within a longer phrase: known names, and persons
// with their roles if people is set.
func (f *finder) inside(from, to int, people bool) {
	for i := from; i < to; {
		next := i
		if people && f.words[i].Kind == lang.Word {
			before := len(f.drafts)
			next = f.personAt(i)
			if next > to || len(f.drafts) > before && f.drafts[before].form == isnad.ByRole {
				f.drafts = f.drafts[:before]
				next = i
			}
		}
		if m, ok := f.known(i); next == i && ok && i+m.n <= to {
			next = f.draftKnownAlone(i, m)
		}
		i = max(next, i+1)
	}
}

// doubtful reports whether a known name of one word is rather an everyday
// word, a given name, or an adjective of belonging behind its noun («الخطوط
// السعودية»).
func (f *finder) doubtful(i int, m match) bool {
	if m.n > 1 || f.words[i].Latin {
		return false
	}
	key := m.sense.key
	switch m.row.Kind {
	case isnad.Person:
		return m.sense.class&(givenWeak|everyday) != 0
	case isnad.Place:
		if _, ok := f.facts.Demonym(key); ok && m.sense.skip == 0 && i > 0 && strings.HasPrefix(key, article) {
			before := &f.words[i-1]
			return before.Kind == lang.Word && strings.Contains(before.Key, article) && !arabicStop(before.Key)
		}
	case isnad.Organisation, isnad.Occasion:
		return m.sense.class&everyday != 0 && !f.supported(i, nil)
	}
	return false
}

func (f *finder) draftKnownAlone(i int, m match) int {
	if f.doubtful(i, m) {
		return i
	}
	f.draft(i, i+m.n, m.sense, draft{
		kind: m.row.Kind, row: m.row.ID, rows: m.ids, keys: f.nameKeys(i, i+m.n, m.sense), by: "known name",
	})
	return i + m.n
}
