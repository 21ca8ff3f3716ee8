package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// readEnglish reads the sentences of an English passage in order.
func (r *report) readEnglish(p *passage) {
	r.goesOn(p)
	for s := range p.Sentences {
		first, end := p.sentenceTokens(s)
		before := len(r.found)
		r.englishSentence(p, first, end)
		found := r.found[min(before, len(r.found)):]
		r.remember(p, end, found)
		if p.Kind == isnad.Paragraph {
			r.loose(p, first, end, found)
		}
		r.englishQuoted(p, first, end)
	}
}

// goesOn gives a cue with a colon at the end of its paragraph the quotation
// that opens the next one.
func (r *report) goesOn(p *passage) {
	c := r.pending
	r.pending = nil
	if c == nil || c.passage.Part < p.Part-1 || p.opens(0) < 0 {
		return
	}
	quote := p.Quotes[p.opens(0)]
	c.kind, c.first, c.end = isnad.Direct, c.cue.at, c.cue.at
	if span := p.untail(isnad.Span{Start: quote.Inner.Start, End: quote.Inner.End}); !span.Empty() {
		c.content = []isnad.Span{span}
		r.keep(c)
	}
}

// englishSentence reads the statements of the sentence at tokens first:end
// whose cues stand in the report's own words.
func (r *report) englishSentence(p *passage, first, end int) {
	for i := first; i < end; i++ {
		if p.isCue[i] && !p.held(i) {
			r.englishCue(p, i, end)
			i += p.cues[i].Tokens - 1
		}
	}
}

// englishQuoted reads the cues inside the sentence's quotations: they make
// nested statements or none, so those around them come first.
func (r *report) englishQuoted(p *passage, first, end int) {
	for i := first; i < end; i++ {
		if p.isCue[i] && p.held(i) {
			r.englishCue(p, i, end)
			i += p.cues[i].Tokens - 1
		}
	}
}

// held reports whether token i stands inside a quotation: one with both its
// marks, or one that opens its paragraph and runs on. A stray mark holds
// nothing.
func (p *passage) held(i int) bool {
	q := p.quote[i]
	return q >= 0 && (p.Quotes[q].Balanced || p.Quotes[q].Start == p.Tokens[0].Start)
}

// englishCue reads the statement whose cue stands at token i of a sentence
// that ends at limit.
func (r *report) englishCue(p *passage, i, limit int) {
	c := &candidate{passage: p, cue: cue{p.cues[i], i}, rule: "verb"}
	if !p.reports(c) {
		return
	}
	if c.cue.Form == lang.Particle {
		r.englishParticle(c, limit)
		return
	}
	limit = p.bound(i, limit)
	s := p.englishSubject(c, limit)
	if s.none || p.disagrees(c, s) || p.conditional(s.start) || s.generic && !p.commonplace(c) {
		return
	}
	c.inserted = s.clause || p.inserted(s)
	p.englishContent(c, s, limit)
	if len(c.content) == 0 && limit == len(p.Tokens) && p.colon(limit-1) && r.englishSpeaker(c, s) {
		r.pending = c
	}
	if len(c.content) == 0 || !r.englishSpeaker(c, s) || p.held(i) && r.around(c) == nil {
		return
	}
	p.englishSetting(c, s)
	r.adopt(c)
}

// reports reports whether the cue tells of something said: not of what will,
// would or is to be said, was not said, or is kept back.
func (p *passage) reports(c *candidate) bool {
	i := c.cue.at
	switch {
	case c.cue.Future, c.cue.Form == lang.Present && c.cue.Number == lang.AnyNumber:
		return false // «will say», «would say», «to say»
	case c.cue.Form == lang.Passive && c.cue.Lemma == "say":
		return false // «is said to»: by no one
	case strings.HasPrefix(c.cue.Lemma, "decline to"), strings.HasPrefix(c.cue.Lemma, "refuse to"):
		return false
	case p.capital(i) && i > p.sentenceStart(i) && p.Kind == isnad.Paragraph && p.opens(i-1) < 0:
		return false // «the State Department»
	case p.is(c.cue.next(), anonymity) && c.cue.Force != lang.Say && c.cue.Force != lang.Inform || c.cue.Form == lang.Noun && p.is(i, medium):
		return false
	}
	c.negated = p.englishNegated(i)
	return !c.negated || c.cue.Force == lang.Deny
}

func (p *passage) capital(i int) bool {
	first := p.doc.Article.Text[p.Tokens[i].Start]
	return first >= 'A' && first <= 'Z'
}

func (p *passage) englishNegated(i int) bool {
	for t := i - 1; t >= 0 && t >= i-3 && p.Tokens[t].Kind == lang.Word && p.sentence[t] == p.sentence[i]; t-- {
		if p.is(t, negation) {
			return true
		}
		if !p.is(t, adverb|auxiliary) && !p.manner(t) {
			return false
		}
	}
	return false
}

// disagrees reports whether the present tense of the cue cannot have the
// subject: «the leaders' call on Tuesday», «he report».
func (p *passage) disagrees(c *candidate, s who) bool {
	if c.cue.Form != lang.Present || c.negated {
		return false
	}
	one := s.pronoun == "he" || s.pronoun == "she" || s.pronoun == "it"
	if len(s.parties) == 1 && s.parties[0].Entity >= 0 {
		one = p.doc.Entities[s.parties[0].Entity].Kind == isnad.Person
	}
	several := len(s.parties) > 1 || s.pronoun == "they"
	return c.cue.Number == lang.Plural && one || c.cue.Number == lang.Singular && several
}

// commonplace reports whether the cue is one of the few whose subject may be
// any noun: «the woman at the counter said».
func (p *passage) commonplace(c *candidate) bool {
	if p.Kind != isnad.Paragraph {
		return false
	}
	return p.lex.words[c.cue.Lemma]&human != 0 || c.cue.Tokens > 1
}

// inserted reports whether the clause of the subject depends on one that
// follows it: «While Marsh said it was safe, …», «Velder, who said so, …».
func (p *passage) inserted(s who) bool {
	first := s.start - 1
	return first >= 0 && p.sentence[first] == p.sentence[s.start] && (p.is(first, subordinate) || p.key(first) == "despite") &&
		(first == 0 || p.sentence[first-1] != p.sentence[first] || p.comma(first-1))
}

// conditional reports whether the clause whose subject begins at token i is a
// condition: «if the minister says».
func (p *passage) conditional(i int) bool {
	return i > 0 && (p.key(i-1) == "if" || p.key(i-1) == "unless")
}

// manner reports whether the word at token i is an adverb in -ly.
func (p *passage) manner(i int) bool {
	key := p.key(i)
	return len(key) > 4 && strings.HasSuffix(key, "ly") && !p.is(i, plain) && p.nameFrom[i] < 0 && p.nameTo[i] < 0
}

// adopt keeps a statement, and makes those that its content holds nested ones:
// «A told B that it failed, C said».
func (r *report) adopt(c *candidate) {
	for n := len(r.found) - 1; n >= 0 && r.found[n].passage == c.passage; n-- {
		c.cutOff(r.found[n])
	}
	before := len(r.found)
	if !r.keep(c) || c.outer != nil {
		return
	}
	kept := r.found[:before]
	for n := before - 1; n >= 0 && r.found[n].passage == c.passage; n-- {
		inner := r.found[n]
		if inner.outer != nil || !c.holds(inner) {
			continue
		}
		inner.outer = c
		if !inner.nests() {
			kept = append(kept[:n], kept[n+1:]...)
		}
	}
	r.found = append(kept, c)
}

// cutOff takes c's attribution off the end of an earlier statement that c's
// content holds: «Velder called for calm, officials said».
func (c *candidate) cutOff(inner *candidate) {
	last := len(inner.content) - 1
	if inner.outer != nil || c.content[0].Start > inner.cueSpan().Start || inner.cue.Tokens == 0 {
		return
	}
	if end := c.content[0].End; inner.cueSpan().End < end && inner.content[last].Start < end && end < inner.content[last].End && end <= c.cueSpan().Start {
		inner.content[last].End = end
	}
}

func (c *candidate) holds(inner *candidate) bool {
	for _, content := range c.content {
		if content.Contains(inner.span()) {
			return true
		}
	}
	return false
}

// englishSetting reads what the clause tells of day and medium before its cue:
// «On Monday, in a statement, the minister, speaking on television, said».
func (p *passage) englishSetting(c *candidate, s who) {
	for t := p.sentenceStart(c.cue.at); t < c.cue.at; t++ {
		span := isnad.Span{Start: p.Tokens[t].Start, End: p.Tokens[t].End}
		if p.held(t) || len(c.content) > 0 && c.content[0].Contains(span) {
			continue
		}
		if c.said == "" && p.date[t] >= 0 && p.key(t-1) != "since" {
			c.said = p.doc.Dates[p.date[t]].Value
		}
		if link, _ := p.mediumLink(t, c.cue.at); link != nil && len(c.media) == 0 {
			c.media = append(c.media, *link)
		}
	}
	if s.carrier >= 0 && len(c.media) == 0 {
		span := isnad.Span{Start: p.Tokens[s.carrier].Start, End: p.Tokens[s.carrier].End}
		if at := p.Tokens[s.carrier].Key; strings.HasSuffix(at, "'s") {
			span.End -= len("'s")
		}
		c.media = []isnad.Link{{Kind: isnad.LinkMedium, Entity: -1, Span: span, Name: span.Of(p.doc.Article.Text)}}
	}
}
