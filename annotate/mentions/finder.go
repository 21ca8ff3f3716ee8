package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
)

// finder goes over a report once and drafts what it names.
type finder struct {
	r      *reading.Reading
	facts  *known.Facts
	day    string // of publication; empty if unknown
	lex    *lexicon
	p      *reading.Passage
	index  int // of p
	words  []word
	keys   []string
	drafts []draft
	local  map[string]bool // rows met so far
	all    [][]word        // words of every passage, for the second pass
	depth  int             // of roles within roles, and of bodies within them
	nested int             // of complements within complements
}

func newFinder(r *reading.Reading, facts *known.Facts) *finder {
	f := &finder{r: r, facts: facts, local: map[string]bool{}, all: make([][]word, len(r.Passages))}
	if r.Article.Published.Known() {
		f.day = r.Article.Published.Time.Format("2006-01-02")
	}
	return f
}

// enter makes passage i the current one.
func (f *finder) enter(i int) {
	if f.p == &f.r.Passages[i] {
		return
	}
	f.p, f.index = &f.r.Passages[i], i
	f.lex = arabicWords()
	if f.p.Lang == isnad.English {
		f.lex = englishWords()
	}
	if f.all[i] == nil {
		f.all[i] = f.lex.read(f.r.Article.Text, f.p.Tokens, f.p.Lang != isnad.English)
	}
	f.words = f.all[i]
	f.keys = make([]string, len(f.words))
	for j := range f.words {
		f.keys[j] = f.words[j].Key
	}
}

// english reports whether the current passage is read by the rules of English.
func (f *finder) english() bool { return f.p.Lang == isnad.English }

// passage drafts what the current passage names.
func (f *finder) passage() {
	if f.english() {
		f.scanEnglish(0, len(f.words))
	} else {
		f.scanArabic(0, len(f.words))
	}
}

// span covers tokens from to to, beginning behind the proclitics of sense s.
func (f *finder) span(from, to int, s *sense) isnad.Span {
	start := f.words[from].Start
	if s != nil && s.skip > 0 {
		start = f.words[from].start(f.r.Article.Text, s)
	}
	return isnad.Span{Start: start, End: f.end(to - 1)}
}

// end is the byte behind token i without a possessive.
func (f *finder) end(i int) int {
	w := &f.words[i]
	end := w.End - w.tail
	if w.tail > 0 && !isApostrophe(f.r.Article.Text[end:w.End]) {
		// The apostrophe is longer in the text than in its key.
		end = w.Start + strings.LastIndexAny(f.r.Article.Text[w.Start:w.End], apostrophes)
	}
	return end
}

const apostrophes = "'\u2019\u02BC\u2018"

func isApostrophe(s string) bool { return s != "" && s[0] == apostrophes[0] }

// name returns the words of a span as they stand among an entity's names: the
// article that a preposition has swallowed is written out.
func (f *finder) name(span isnad.Span, s *sense) string {
	words := plain(span.Of(f.r.Article.Text))
	if s != nil && s.prep == lam && len(s.key) > 2*len(lam) && s.key[:len(article)] == article && len(words) > len(lam) && words[:len(lam)] == lam {
		return alef + words
	}
	return words
}

// plain drops the brackets that an editor has put into a name.
func plain(words string) string {
	if strings.ContainsAny(words, opening+closing) {
		return strings.NewReplacer("(", "", ")", "", "[", "", "]", "").Replace(words)
	}
	return words
}

// draft appends a draft over tokens from to to.
func (f *finder) draft(from, to int, s *sense, d draft) *draft {
	d.span = f.span(from, to, s)
	d.at = place{f.index, from, to}
	d.entity = -1
	if d.form == "" {
		d.form = isnad.Named
	}
	if d.name == "" {
		d.name = f.name(d.span, s)
	}
	if d.row != "" {
		f.local[d.row] = true
	}
	f.drafts = append(f.drafts, d)
	return &f.drafts[len(f.drafts)-1]
}

// match is a name of the known facts found at a token.
type match struct {
	ids   []string
	n     int
	sense *sense
	row   *known.Row
}

// known returns the longest known name at token i, trying the word whole and
// then without proclitics.
func (f *finder) known(i int) (m match, ok bool) {
	if i >= len(f.words) {
		return m, false
	}
	w := &f.words[i]
	if w.Kind == lang.Mark || w.Kind == lang.Quoter {
		return m, false
	}
	whole := f.keys[i]
	for j := range w.senses() {
		s := &w.readings[j]
		if s.skip > 0 && w.is(everyday|given|joins) {
			break
		}
		f.keys[i] = s.key
		ids, n := f.facts.Match(f.keys[i:])
		if n == 0 {
			ids, n = f.facts.MatchStrict(f.keys[i:])
			if n > 0 && !f.supported(i, f.pick(ids)) {
				n = 0
			}
		}
		if n == 1 && s.skip > 0 && letters(s.key) <= 3 && !f.placeAmong(ids) {
			continue // «وابل» is no "and Apple"
		}
		if n > m.n && f.capital(i, n) {
			m = match{ids: ids, n: n, sense: s}
		}
	}
	f.keys[i] = whole
	if m.n == 0 {
		return m, false
	}
	m.row = f.pick(m.ids)
	return m, m.row != nil
}

func (f *finder) placeAmong(ids []string) bool {
	for _, id := range ids {
		if row, ok := f.facts.Row(id); ok && row.Kind == isnad.Place {
			return true
		}
	}
	return false
}

// supported reports whether something speaks for a name at token i that is an
// everyday word too: a quotation mark before it, a head noun of its kind, or
// for a place or medium a preposition that goes with one; a club counts behind
// «نادي» and the like alone. Without a row it
// asks for a body.
func (f *finder) supported(i int, row *known.Row) bool {
	if i == 0 {
		return false
	}
	before := &f.words[i-1]
	if row != nil && row.Class == known.Sport {
		return before.is(plays)
	}
	if before.Kind == lang.Quoter {
		return true
	}
	h := f.lex.heads[before.Key]
	if row == nil {
		return h.kind == isnad.Organisation
	}
	if row.Kind == isnad.Place {
		return h.kind == isnad.Place || before.is(towards|within)
	}
	return h.kind == row.Kind || row.Class == known.Medium && before.is(onto)
}

// capital reports whether the Latin words among the n tokens from i on are
// written as a name is: with a capital, short ones with nothing else.
func (f *finder) capital(i, n int) bool {
	w := &f.words[i]
	if !w.Latin {
		return true
	}
	text := f.r.Article.Text[w.Start:w.End]
	if n == 1 && len(text) <= 3 {
		return allCapitals(text)
	}
	return isCapital(text[0])
}

// pick chooses among rows of one name: one the report has named already, else
// the first.
func (f *finder) pick(ids []string) *known.Row {
	for _, id := range ids {
		if f.local[id] {
			if row, ok := f.facts.Row(id); ok {
				return row
			}
		}
	}
	for _, id := range ids {
		if row, ok := f.facts.Row(id); ok {
			return row
		}
	}
	return nil
}

func isCapital(b byte) bool { return 'A' <= b && b <= 'Z' || b >= 0xC3 }

func allCapitals(s string) bool {
	for i := range len(s) {
		if 'a' <= s[i] && s[i] <= 'z' {
			return false
		}
	}
	return true
}
