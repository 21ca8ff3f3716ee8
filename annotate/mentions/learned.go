package mentions

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// What rules and lists pass over, the learned names may find: names of people
// without title or office, of bodies without a head noun. Where both see a
// name, the rules' stands, since they know what it is; a learned one that goes
// on beyond it, or lies about it, is kept beside it.

// sure is how sure a learned name must be, by how many words it has: in the
// units of the models, 0 if it is never. They stand where half of what real
// news gave below them was wrong. Bodies and places of one word have little to
// tell them by.
var sure = map[isnad.EntityKind]struct{ several, single int }{
	isnad.Person:       {several: 30, single: 90},
	isnad.Organisation: {several: 60},
	isnad.Place:        {several: 60, single: 160},
}

var (
	arabicTaggers  = sync.Pool{New: func() any { return names.Arabic().NewTagger() }}
	englishTaggers = sync.Pool{New: func() any { return names.English().NewTagger() }}
	segmenters     = sync.Pool{New: func() any { return arabic.NewSegmenter() }}
)

// learned drafts what the models find where nothing is drafted yet.
func (c *circle) learned() {
	taken := c.covered()
	for _, language := range [...]isnad.Lang{isnad.Arabic, isnad.English} {
		text := c.gather(language)
		if len(text.tokens) == 0 {
			continue
		}
		pool := &arabicTaggers
		if language == isnad.English {
			pool = &englishTaggers
		}
		tagger := pool.Get().(*names.Tagger)
		hinter := c.facts.Hinter()
		hints := hinter.Hints(text.tokens)
		for _, name := range tagger.Find(c.r.Article.Text, text.tokens, text.ends, hints) {
			c.learnedName(&text, name, hints, taken)
		}
		pool.Put(tagger)
		hinter.GiveBack()
	}
}

// gathered is the tokens of all passages of one language.
type gathered struct {
	tokens   []lang.Token
	ends     []int
	passages []int // of each
	starts   []int // of each, its first token
}

func (c *circle) gather(language isnad.Lang) gathered {
	var g gathered
	for i := range c.r.Passages {
		p := &c.r.Passages[i]
		if english := p.Lang == isnad.English; english != (language == isnad.English) || len(p.Tokens) == 0 {
			continue
		}
		g.passages, g.starts = append(g.passages, i), append(g.starts, len(g.tokens))
		for _, end := range names.Ends(p.Tokens, p.Sentences) {
			g.ends = append(g.ends, len(g.tokens)+end)
		}
		g.tokens = append(g.tokens, p.Tokens...)
	}
	return g
}

// place is where a name stands.
func (g *gathered) place(name names.Name) place {
	last, found := slices.BinarySearch(g.starts, name.Start)
	if !found {
		last--
	}
	return place{g.passages[last], name.Start - g.starts[last], name.End - g.starts[last]}
}

// covered marks per passage the tokens that drafts cover.
func (c *circle) covered() [][]bool {
	covered := make([][]bool, len(c.all))
	for i := range covered {
		covered[i] = make([]bool, len(c.all[i]))
	}
	for i := range c.drafts {
		at := c.drafts[i].at
		for j := at.from; j < at.to && c.drafts[i].form != ""; j++ {
			covered[at.passage][j] = true
		}
	}
	return covered
}

// kinds are those of learned names. Other names are of too many kinds to be of
// use.
var kinds = map[names.Kind]isnad.EntityKind{names.Person: isnad.Person, names.Organisation: isnad.Organisation, names.Place: isnad.Place}

// learnedName drafts a name if nothing in it is drafted and it is sure enough;
// names joined by «و» one by one.
func (c *circle) learnedName(text *gathered, name names.Name, hints []names.Hint, taken [][]bool) {
	at := text.place(name)
	kind, ok := kinds[name.Kind]
	for j := at.from; j < at.to; j++ {
		ok = ok && !taken[at.passage][j]
	}
	if !ok {
		return
	}
	c.enter(at.passage)
	for from := at.from; from < at.to; {
		to := from + 1
		for to < at.to && (kind == isnad.Organisation || !c.joinedByAnd(to)) {
			to++
		}
		demonym := to == from+1 && hints[name.Start+from-at.from]&names.Demonym != 0
		if c.wanted(kind, from, to, name.Sure) && !demonym {
			s := c.headSense(from)
			d := c.draft(from, to, s, draft{kind: kind, keys: c.nameKeys(from, to, s), by: reasonLearned})
			c.place(d)
		}
		from = to
	}
}

const reasonLearned = "learned name"

// wanted reports whether a learned name over tokens [from, to) is sure enough.
func (c *circle) wanted(kind isnad.EntityKind, from, to, by int) bool {
	w := &c.words[from]
	least := sure[kind].several
	if to == from+1 {
		least = sure[kind].single
	}
	switch {
	case w.Kind != lang.Word, least == 0, by < least, c.address(from, to):
		return false
	case w.is(sonOf) && !w.is(opens) && c.opens(from):
		return false // «ولد» opens a sentence as a verb: was born
	case to > from+1:
		return true
	case c.english() && c.opens(from):
		return false // every sentence begins with a capital
	case w.is(given|givenWeak) && to < len(c.words) && strings.HasPrefix(c.keys[to], article):
		return false // «حسن الإدارة» is good management
	}
	return !w.is(everyday) && letters(w.Key) > 2 && w.End-w.Start < len(w.Key)+vowelled
}

// vowelled is how many bytes of marks a word has that is vowelled like
// scripture, where the models have not learned to read.
const vowelled = 2 * len(tanween)

// address reports whether tokens [from, to) stand in an address of the web or
// of mail: signs are written to them on both sides.
func (c *circle) address(from, to int) bool {
	const signs = "./@_:"
	before := from > 0 && c.words[from-1].End == c.words[from].Start && strings.Contains(signs, c.words[from-1].Key)
	behind := to+1 < len(c.words) && c.words[to-1].End == c.words[to].Start && c.words[to].End == c.words[to+1].Start && strings.Contains(signs, c.words[to].Key)
	return before || behind
}

// opens reports whether a sentence or line begins with token i.
func (c *circle) opens(i int) bool {
	if i == 0 || c.words[i-1].Kind != lang.Word {
		return true
	}
	_, ok := slices.BinarySearchFunc(c.p.Sentences, c.words[i].Start, func(sentence lang.Range, start int) int { return cmp.Compare(sentence.Start, start) })
	return ok
}

// joinedByAnd reports whether a conjunction is written to token i.
func (c *circle) joinedByAnd(i int) bool {
	if c.english() || c.words[i].is(given) {
		return false
	}
	return c.headSense(i).conj
}

// headSense is how the first word of a learned name is read: without the
// proclitics that its sentence shows. «ك» is left alone: more names begin with
// it than are compared.
func (f *finder) headSense(i int) *sense {
	w := &f.words[i]
	if w.n < 2 || w.is(given) {
		return w.whole()
	}
	from, to := max(0, i-1), min(len(f.p.Tokens), i+2)
	segmenter := segmenters.Get().(*arabic.Segmenter)
	defer segmenters.Put(segmenter)
	segment := segmenter.Segments(nil, f.r.Article.Text, f.p.Tokens[from:to])[i-from]
	for j := range w.senses() {
		if s := &w.readings[j]; s.skip > 0 && s.prep != kaf && w.start(f.r.Article.Text, s) == segment.Stem.Start {
			return s
		}
	}
	return w.whole()
}
