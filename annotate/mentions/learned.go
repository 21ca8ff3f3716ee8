package mentions

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// What rules and lists pass over, the learned names may find: names of people
// without title or office, of bodies without a head noun. Where both see a
// name, the rules' stands, since they know what it is; a learned one that goes
// on beyond it, or lies about it, is kept beside it.

// sure is how sure a learned name must be: one of several words, and one of a
// single word, which has less to tell it by. In the units of the models.
var sure = map[isnad.Lang]struct{ several, single int }{
	isnad.Arabic:  {several: 20, single: 60},
	isnad.English: {several: 20, single: 60},
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
		hints := known.NewHinter(c.facts).Hints(text.tokens)
		for _, name := range tagger.Find(c.r.Article.Text, text.tokens, text.ends, hints) {
			c.learnedName(&text, name, hints, taken)
		}
		pool.Put(tagger)
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
		at := 0
		for _, sentence := range p.Sentences {
			for at < len(p.Tokens) && p.Tokens[at].Start < sentence.End {
				at++
			}
			g.ends = append(g.ends, len(g.tokens)+at)
		}
		g.tokens = append(g.tokens, p.Tokens...)
	}
	return g
}

// place is where a name stands.
func (g *gathered) place(name names.Name) place {
	last := len(g.starts) - 1
	for g.starts[last] > name.Start {
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
		if c.wanted(from, to, name.Sure) && !demonym {
			s := c.headSense(from)
			d := c.draft(from, to, s, draft{kind: kind, keys: c.nameKeys(from, to, s), by: reasonLearned})
			c.place(d)
		}
		from = to
	}
}

const reasonLearned = "learned name"

// wanted reports whether a learned name over tokens [from, to) is sure enough.
func (c *circle) wanted(from, to, by int) bool {
	w := &c.words[from]
	least := sure[isnad.Arabic]
	if c.english() {
		least = sure[isnad.English]
	}
	switch {
	case w.Kind != lang.Word:
		return false
	case w.is(sonOf) && !w.is(opens) && c.opens(from):
		return false // «ولد» opens a sentence as a verb: was born
	case to > from+1:
		return by >= least.several
	case c.english() && c.opens(from):
		return false // every sentence begins with a capital
	}
	if w.is(given|givenWeak) && from+1 < len(c.words) && strings.HasPrefix(c.keys[from+1], article) {
		return false // «حسن الإدارة» is good management
	}
	return by >= least.single && !w.is(everyday) && letters(w.Key) > 2
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
