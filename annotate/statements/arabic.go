package statements

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// arabicCue reads the statement whose cue stands at token i of a sentence that
// ends at limit.
func (r *report) arabicCue(p *passage, i, limit int) {
	c := &candidate{passage: p, cue: cue{p.cues[i], i}, rule: "verb"}
	if c.cue.Future {
		return
	}
	if c.negated = p.is(i-1, negation); c.negated && c.cue.Force != lang.Deny {
		return
	}
	if c.cue.Form == lang.Present && p.is(i-1, that) {
		return // «من المقرر أن يعلن»: a subjunctive tells what is not yet said
	}
	if c.cue.Form == lang.Past && c.cue.Conj == "" && p.is(i-1, prep) && p.nameFrom[i-1] < 0 {
		return // «نزولا عند طلب من»: a noun, since no verb stands behind a preposition
	}
	if p.passive(c.cue) {
		return // whose saying it is stands elsewhere, or nowhere
	}
	if c.cue.Form == lang.Particle {
		r.arabicParticle(c, limit)
		return
	}
	limit = p.bound(i, limit)
	if p.handsOn(i, limit) {
		return // «نقلت الإذاعة عن … قوله»: the statement is that of the one it is from
	}
	s := p.arabicSubject(c.cue, limit)
	if !s.found() && c.cue.Form <= lang.Present && p.is(i-1, relative) && !p.is(i-1, pronoun) {
		return // «الأنباء التي تحدثت عن»: what says it speaks for nobody
	}
	if c.cue.Form == lang.Noun && c.cue.Enclitic != "" {
		s = p.handedOn(c)
	}
	from := c.cue.next()
	if s.end > from {
		from = s.end
	}
	at, how := p.arabicOpening(c, from, limit)
	if q := p.fronted(i); q >= 0 && c.cue.Conj == "" && c.cue.Form <= lang.Present && !c.cue.Weak && p.tokenFrom(p.Quotes[q].Start) <= p.sentenceStart(i) {
		at = -1 // «“…”، قال الوزير الذي رفض أن…»: the quotation before it is what was said
	}
	if !c.carries(s, from, at, how) {
		return
	}
	if at >= 0 && p.is(i-1, relative) {
		limit = p.clauseEnd(i, at, limit)
	}
	p.fill(c, at, how, limit)
	if len(c.content) == 0 {
		if q := p.fronted(i); q >= 0 && c.cue.Conj == "" && c.cue.Form <= lang.Present {
			p.quoted(c, q)
		}
	}
	r.speak(c, s)
	if c.implicit && c.asksSpeaker() {
		return // «طلب من الزعيم قيادة»: he is asked
	}
	if c.kind != isnad.Direct && c.speakers[0].Unnamed && c.speakers[0].Text == "" {
		return // nobody to say it: an act, or the writer's own voice
	}
	r.keep(c)
}

// asksSpeaker reports whether the implicit speaker is named as the one who is
// asked: then somebody else asks, or the verb is passive.
func (c *candidate) asksSpeaker() bool {
	p, next := c.passage, c.cue.next()
	if !c.cue.addresses() || next >= len(p.Tokens) || len(c.speakers) != 1 || c.speakers[0].Entity < 0 {
		return false
	}
	if asked := p.nameAt(next); asked.found() {
		return sameParties(asked.parties, c.speakers)
	}
	for _, name := range p.doc.Entities[c.speakers[0].Entity].Names {
		if slices.Contains(strings.Fields(arabic.Fold(name)), p.key(next)) {
			return true
		}
	}
	return false
}

// passive reports whether a past verb is written with the vowel of the passive
// on its first letter: «نُسبت».
func (p *passage) passive(c cue) bool {
	token := p.Tokens[c.at]
	letters := []rune(p.doc.Article.Text[token.Start:token.End])
	first := len([]rune(c.Conj))
	return c.Form == lang.Past && first+1 < len(letters) && letters[first+1] == damma
}

const damma = '\u064F'

// speak gives the candidate its subject, or the implicit speaker; participles
// take the medium and the day of the statement they hang on.
func (r *report) speak(c *candidate, s subject) {
	if c.said == "" {
		c.said = c.passage.dayBefore(c.cue.at, false)
	}
	if len(c.media) == 0 {
		c.media = c.passage.frontedMedium(c.cue.at)
	}
	if s.found() {
		c.speakers = r.takenUp(c.passage, s.parties)
		return
	}
	c.implicit = true
	c.speakers = r.speaker(c.passage, c.cue)
	hangs := c.cue.Form == lang.Participle || c.cue.Form == lang.Noun
	if !hangs || len(c.media) > 0 {
		return
	}
	if last := r.last; last != nil && last.passage == c.passage && c.passage.sameSentence(last, c.cue.at) {
		c.media, c.said = last.media, last.said
		return
	}
	if n := c.passage.subjectName(c.cue); n != nil {
		c.media = c.passage.mediumOf(*n)
	}
	if c.media == nil {
		c.media = c.passage.mediaBefore(c.cue.at)
	}
	if c.said == "" {
		c.said = c.passage.dayBefore(c.cue.at, true)
	}
}

// takenUp resolves a definite noun that takes up the person who spoke last
// («وشدد المسؤول على»), as far as the report shows no other.
func (r *report) takenUp(p *passage, parties []isnad.Party) []isnad.Party {
	if len(parties) != 1 || !parties[0].Unnamed || parties[0].Span.Empty() || r.last == nil || !r.recent(p) {
		return parties
	}
	last := r.last.speakers
	if !p.is(p.tokenFrom(parties[0].Span.Start), anaphor) || len(last) != 1 || last[0].Entity < 0 || r.doc.Entities[last[0].Entity].Kind != isnad.Person {
		return parties
	}
	return []isnad.Party{{Entity: last[0].Entity, Span: parties[0].Span}}
}
