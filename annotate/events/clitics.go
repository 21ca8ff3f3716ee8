package events

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad/annotate/reading"
)

// arabicWord reads the classes and senses of an Arabic token, under a
// conjunction if one is written to it.
func (l *lexicon) arabicWord(p *reading.Passage, i int, c *chunk, written string) {
	defer dropPronouns(c, written)
	defer dropFirstPerson(c, written)
	if l.arabicBare(p, i, c.key, c) && (c.class != 0 || !allPassive(c.hits)) {
		return
	}
	whole := c.hits
	for _, conj := range [...]string{waw, feh} {
		if rest, ok := strings.CutPrefix(c.key, conj); ok && len(rest) > 2 && l.arabicBare(p, i, rest, c) {
			c.conj, c.key = true, rest
			return
		}
	}
	c.hits = whole
	if rest, ok := strings.CutPrefix(c.key, waw); ok && len(rest) > 4 {
		c.conj = true
	}
}

// arabicBare reads key as it stands and under its other clitics.
func (l *lexicon) arabicBare(p *reading.Passage, i int, key string, c *chunk) bool {
	c.class = l.words[key]
	if class, n := l.phraseClass(p, i, key); n > 0 {
		c.class |= class
		if class.is(agent | skips) {
			c.toks = n
		}
	}
	if c.is(function) {
		return true
	}
	c.hits = l.senses(nil, key, hit{}, true)
	if rest, ok := strings.CutPrefix(key, seen); ok {
		c.hits = l.futures(c.hits, rest)
	}
	rest, definite := strings.CutPrefix(key, articleLetter)
	if definite {
		c.hits = l.senses(c.hits, rest, hit{definite: true}, false)
	}
	for _, prep := range [...]string{beh, lam, kaf} {
		rest, ok := strings.CutPrefix(key, prep)
		if !ok {
			continue
		}
		if definite := strings.TrimPrefix(rest, articleLetter); definite != rest || prep == lam && strings.HasPrefix(rest, lam) {
			c.hits = l.senses(c.hits, strings.TrimPrefix(definite, lam), hit{prep: prep, definite: true}, false)
			if class := l.words[articleLetter+strings.TrimPrefix(definite, lam)]; class.is(actorNoun) {
				c.class, c.prep = c.class|class, prep
			}
		} else {
			c.hits = l.senses(c.hits, rest, hit{prep: prep}, false)
		}
	}
	return c.class != 0 || len(c.hits) > 0
}

// senses appends the readings of form, with and without an enclitic. Verbs
// count only where no preposition or article is written before.
func (l *lexicon) senses(hits []hit, form string, as hit, verbs bool) []hit {
	hits = appendSenses(hits, l.forms[form], as, verbs)
	for i := range l.enclitics {
		e := &l.enclitics[i]
		base, ok := strings.CutSuffix(form, e.suffix)
		if !ok || len(base) < 4 {
			continue
		}
		as.enclitic = e
		before := len(hits)
		hits = appendSenses(hits, l.forms[base], as, verbs)
		if len(hits) > before {
			continue
		}
		if stem, ok := strings.CutSuffix(base, teh); ok { // «زيارته» of «زيارة»
			hits = appendSenses(hits, l.forms[stem+heh], as, false)
		}
		if stem, ok := strings.CutSuffix(base, alef); ok && verbs { // «التقاه» of «التقى»
			hits = appendSenses(hits, l.forms[stem+yeh], as, true)
		}
		if strings.HasSuffix(base, waw) && verbs { // «هاجموه» of «هاجموا»
			hits = appendSenses(hits, l.forms[base+alef], as, true)
		}
	}
	return hits
}

func appendSenses(hits []hit, senses []sense, as hit, verbs bool) []hit {
	for _, sense := range senses {
		if sense.tense != noun && (!verbs || as.enclitic != nil && sense.passive) {
			continue
		}
		h := as
		h.sense = sense
		hits = append(hits, h)
	}
	return hits
}

// futures appends the present readings of a word under the future particle.
func (l *lexicon) futures(hits []hit, form string) []hit {
	for _, h := range l.senses(nil, form, hit{future: true}, true) {
		if h.tense == present {
			hits = append(hits, h)
		}
	}
	return hits
}

// allPassive reports whether all readings are passive ones: «ووجه» is rather
// «وجه» under a conjunction than the passive of «واجه».
func allPassive(hits []hit) bool {
	for _, h := range hits {
		if !h.passive {
			return false
		}
	}
	return true
}

// dropPronouns drops the readings with a pronoun from a word written with teh
// marbuta, which folds to the same letter: «طالبة» is not «طالبه».
func dropPronouns(c *chunk, written string) {
	if strings.HasSuffix(written, tehMarbut) {
		c.hits = slices.DeleteFunc(c.hits, func(h hit) bool { return h.enclitic != nil })
	}
}

// dropFirstPerson drops the first person present from a word that is written
// with a bare alef and may be a past: «استقبل» is not «أستقبل».
func dropFirstPerson(c *chunk, written string) {
	written = strings.TrimPrefix(strings.TrimPrefix(written, waw), feh)
	if len(c.hits) < 2 || !strings.HasPrefix(written, alef) {
		return
	}
	kept := c.hits[:0]
	for _, h := range c.hits {
		if h.tense != present || h.person != 1 || h.future {
			kept = append(kept, h)
		}
	}
	c.hits = kept
}
