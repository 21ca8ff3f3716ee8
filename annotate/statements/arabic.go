package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
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
	if c.cue.Form == lang.Particle {
		r.arabicParticle(c, limit)
		return
	}
	limit = p.bound(i, limit)
	if p.handsOn(i, limit) {
		return // «نقلت الإذاعة عن … قوله»: the statement is that of the one it is from
	}
	s := p.arabicSubject(c.cue, limit)
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
		if q := p.fronted(i); q >= 0 && c.cue.Form <= lang.Present {
			p.quoted(c, q)
		}
	}
	r.speak(c, s)
	if c.kind != isnad.Direct && c.speakers[0].Unnamed && c.speakers[0].Text == "" {
		return // nobody to say it: an act, or the writer's own voice
	}
	r.keep(c)
}

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

// arabicSubject finds the subject of a verb: the antecedent of a relative
// pronoun, a noun phrase before it, or one after it.
func (p *passage) arabicSubject(c cue, limit int) subject {
	if c.Form == lang.Participle || (c.Form == lang.Noun && c.Enclitic != "") {
		return subject{}
	}
	if p.is(c.at-1, relative) {
		return p.antecedent(c.at - 1)
	}
	if c.Conj == "" && c.Form != lang.Noun {
		if s := p.arabicBefore(c); s.found() {
			return s
		}
	}
	if c.Tokens > 1 && c.Prep != "" {
		return subject{} // «شدد على الجميع»: what follows its preposition is content
	}
	t := p.overListener(c.next(), limit)
	for t < limit && (p.is(t, adverb) || p.date[t] >= 0) && p.nameFrom[t] < 0 {
		t++
	}
	if s := p.nameAt(t); s.found() {
		if p.isObject(c, s) {
			return subject{}
		}
		return p.nameBehind(s, limit)
	}
	if t >= limit || p.arabicStop(t) || p.is(t, thing) {
		return subject{}
	}
	if s := p.sourceAt(t, limit, p.arabicStop); s.found() {
		return p.nameBehind(s, limit)
	}
	if c.Clause && p.clauseAhead(t, limit) || !c.Object && p.prepAhead(c, t, limit) {
		return p.phraseAt(t, limit, p.arabicStop)
	}
	return subject{}
}

// isObject reports whether the noun phrase behind a verb cannot be its subject:
// an office in the feminine behind a masculine verb («وحث الوزيرة على»).
func (p *passage) isObject(c cue, s subject) bool {
	if c.Feminine || c.Form > lang.Present || s.first >= len(p.Tokens) || p.nameFrom[s.first] < 0 {
		return false
	}
	mention := &p.doc.Mentions[p.names[p.nameFrom[s.first]].mention]
	return mention.Kind == isnad.Person && (mention.Form == isnad.ByRole || len(mention.Roles) > 0) && strings.HasSuffix(p.Tokens[s.first].Key, heh)
}

// nameBehind gives a subject told by its office or description alone the name that
// stands behind it between commas: «قال نظيرها المالي، أوسمان كوليباندي، إن».
func (p *passage) nameBehind(s subject, limit int) subject {
	if len(s.parties) != 1 || !p.comma(s.end) || s.end+1 >= limit {
		return s
	}
	if e := s.parties[0].Entity; e >= 0 && s.end > 0 && p.nameTo[s.end-1] >= 0 {
		if m := p.doc.Mentions[p.names[p.nameTo[s.end-1]].mention]; m.Form == isnad.Named || m.Kind != isnad.Person {
			return s
		}
	}
	name := p.nameAt(s.end + 1)
	if !name.found() || len(name.parties) != 1 || !(p.comma(name.end) || p.is(name.end, that)) {
		return s
	}
	if m := p.doc.Mentions[p.names[p.nameFrom[s.end+1]].mention]; m.Kind != isnad.Person || m.Form != isnad.Named {
		return s
	}
	name.first = s.first
	return name
}

// overListener steps over a listener between a verb and its subject: «كشف
// لـ«الصحيفة» وكيل الوزارة».
func (p *passage) overListener(t, limit int) int {
	if t >= limit || p.prefixed(t) != lam && p.key(t) != lam || p.is(t, that) {
		return t
	}
	if q := p.opens(t + 1); q >= 0 {
		return p.lastOf(q, t+1, limit) + 1
	}
	if at := p.nameFrom[t]; at >= 0 {
		return p.names[at].last + 1
	}
	return t
}

// prepAhead reports whether the preposition that the cue governs comes soon
// after token t: what stands before it is the subject («أعرب المصابون عن»).
func (p *passage) prepAhead(c cue, t, limit int) bool {
	for j := t + 1; j < limit && j < t+6 && !p.comma(j); j++ {
		if c.governs(p.key(j)) {
			return true
		}
	}
	return false
}

// antecedent is the name before the relative pronoun at token i.
func (p *passage) antecedent(i int) subject {
	t := i - 1
	if p.comma(t) {
		t--
	}
	if t < 0 || p.nameTo[t] < 0 {
		return subject{}
	}
	n := p.names[p.nameTo[t]]
	if p.doc.Mentions[n.mention].Kind == isnad.Place && p.ruled(n.first) {
		// «المعارضة في العاصمة، التي تقول»: who speaks stands before the place.
		for j := n.first - 1; j >= 0 && j > n.first-5; j-- {
			if p.is(j, source) {
				return p.phraseAt(j, n.first-1, func(k int) bool { return k > j && p.arabicStop(k) })
			}
		}
	}
	return subject{parties: p.parties(n)}
}

// arabicBefore is a subject that stands before its verb: «ترمب قال», «كان
// الوزير قد قال». The clause must begin with it.
func (p *passage) arabicBefore(c cue) subject {
	t := c.at - 1
	for t >= 0 && (p.is(t, adverb) || p.date[t] >= 0) && p.sentence[t] == p.sentence[c.at] {
		t--
	}
	if t < 0 || p.sentence[t] != p.sentence[c.at] || p.quote[t] != p.quote[c.at] {
		return subject{}
	}
	if p.nameTo[t] >= 0 {
		n := p.names[p.nameTo[t]]
		if n.governed || p.ruled(n.first) || !p.speaks(n) {
			return subject{}
		}
		if n.joined || p.clauseStart(n.first) {
			return subject{parties: p.parties(n)}
		}
		return p.ownerOf(n, t)
	}
	for first := t; first >= 0 && first > t-9; first-- {
		if p.Tokens[first].Kind != lang.Word || p.is(first, that|relative) || p.sentence[first] != p.sentence[c.at] {
			break
		}
		if p.is(first, source) && p.clauseStart(first) {
			return subject{parties: p.phraseAt(first, t+1, func(k int) bool { return p.is(k, anonymity) }).parties}
		}
	}
	return subject{}
}

// ownerOf is the noun phrase that ends with a name and says more than it:
// «مساعدة الوزيرة» speaks, not the minister.
func (p *passage) ownerOf(n name, t int) subject {
	for first := n.first - 1; first >= 0 && first > n.first-4; first-- {
		if p.Tokens[first].Kind != lang.Word || p.isCue[first] || p.is(first, prep|that|contrast|relative) {
			return subject{}
		}
		if p.clauseStart(first) {
			return subject{parties: p.phraseAt(first, t+1, func(int) bool { return false }).parties}
		}
	}
	return subject{}
}

// arabicStop reports whether a subject's noun phrase ends before token t.
func (p *passage) arabicStop(t int) bool {
	return p.stops(t) || p.is(t, prep|contrast|adverb) || p.date[t] >= 0 || p.prefixed(t) != ""
}

// prefixed is the preposition written into the word at token t: ل or ب.
func (p *passage) prefixed(t int) string {
	token := p.Tokens[t]
	if token.Kind != lang.Word || token.Latin {
		return ""
	}
	if p.nameFrom[t] >= 0 && p.names[p.nameFrom[t]].governed {
		return string([]rune(token.Key)[0])
	}
	return p.reading(t).Prep
}

// joins reports whether the word at token t is joined on to the one before by
// the conjunction written into it: a noun phrase goes on.
func (p *passage) joins(t int) bool {
	return p.reading(t).Conj != ""
}

// clauseAhead reports whether a complementizer, colon or quotation comes soon
// after token t, before another cue.
func (p *passage) clauseAhead(t, limit int) bool {
	for j := t; j < limit && j < t+16; j++ {
		if p.is(j, that) || p.colon(j) || p.opens(j) >= 0 {
			return true
		}
		if p.isCue[j] && !p.cues[j].Weak {
			return false
		}
	}
	return false
}

// arabicOpening finds where the content of a cue begins, from token from on,
// and reads the medium, day and listeners that stand before it.
func (p *passage) arabicOpening(c *candidate, from, limit int) (int, opening) {
	if c.cue.Form == lang.Noun && c.cue.Force == lang.Describe {
		return from, byObject
	}
	if c.cue.Tokens > 1 && c.cue.Prep != "" && from < limit && !p.comma(from) && !p.is(from, that) && p.opens(from) < 0 && !p.is(from, adverb) {
		return from, byPrep
	}
	free := true // not inside a prepositional phrase or an aside
	for t := from; t < limit && t < from+reach; t++ {
		switch {
		case p.opens(t) >= 0 && (free || p.colon(t-1)):
			return t, byQuote
		case p.colon(t):
			return t + 1, byColon
		case p.opens(t) >= 0:
			t = p.lastOf(p.opens(t), t, limit)
			continue
		case p.is(t, that) && !p.adverbial(t):
			return t, byThat
		case p.is(t, anonymity):
			t = p.past(t, limit)
			continue
		case p.comma(t):
			// Behind a comma that follows the subject stands what he is, where
			// a complementizer is still to come.
			free = !(c.cue.Clause && p.clauseAhead(t+1, limit))
			continue
		case t < from+near && c.cue.governs(p.key(t)):
			if p.is(t+1, that) {
				return t + 1, byThat
			}
			return t + 1, byPrep
		case p.date[t] >= 0:
			c.said = p.doc.Dates[p.date[t]].Value
			continue
		case p.is(t, relative):
			t = p.past(t, limit)
			continue
		}
		if link, n := p.mediumLink(t, limit); link != nil {
			c.media = append(c.media, *link)
			t += n - 1
			free = false
			continue
		}
		if p.is(t, addressee) {
			c.listener = append(c.listener, p.listener(t, t+1))
			continue
		}
		if p.is(t, adverb) {
			continue
		}
		if prefix := p.prefixed(t); prefix != "" {
			if t < from+near && c.cue.governs(prefix) {
				return t, byPrep
			}
			if at := p.nameFrom[t]; at >= 0 && prefix == lam {
				c.listener = append(c.listener, p.parties(p.names[at])...)
			}
			free = false
			continue
		}
		if p.is(t, prep) || p.opensBracket(t) {
			free = false
			continue
		}
		if c.cue.Force == lang.Accuse && free && t < from+near && p.blames(c, t, limit) {
			return t, byPrep
		}
		if c.cue.addresses() && free && t < from+near && p.governedAhead(c, t, limit) {
			t = p.object(c, t, limit)
			if c.cue.Force == lang.Demand && (p.is(t+1, visit) || p.is(t+2, visit)) {
				return -1, byNothing
			}
			continue
		}
		if c.cue.Force == lang.Inform && free {
			t = p.object(c, t, limit)
			free = false
			continue
		}
		if p.isCue[t] && t > from && !p.cues[t].Weak && p.cues[t].Form != lang.Noun {
			return -1, byNothing
		}
		if (c.cue.Object || c.cue.Force == lang.Describe) && (free || p.is(t, thing)) && t < from+near && !p.joins(t) {
			return t, byObject
		}
	}
	return -1, byNothing
}

// governedAhead reports whether a preposition that the cue takes its content
// by stands ahead of token t in the clause: «داعية الطرفين إلى».
func (p *passage) governedAhead(c *candidate, t, limit int) bool {
	for j := t + 1; j < limit && j < t+near && !p.comma(j); j++ {
		if c.cue.governs(p.key(j)) || p.prefixed(j) != "" && c.cue.governs(p.prefixed(j)) {
			return true
		}
	}
	return false
}

// blames reports whether the object at token t is accused of something: the
// preposition that the cue governs follows («اتهمت الجبهة بأنها»).
func (p *passage) blames(c *candidate, t, limit int) bool {
	for j := t + 1; j < limit && j < t+near && !p.comma(j) && !p.isCue[j]; j++ {
		if p.is(j, that) || p.prefixed(j) != "" && c.cue.governs(p.prefixed(j)) {
			return true
		}
	}
	return false
}

const (
	lam = "\u0644"
	beh = "\u0628"
)

// adverbial reports whether the complementizer at token t belongs to a
// conjunction of time or concession («قبل أن», «منذ أن», «رغم أن»).
func (p *passage) adverbial(t int) bool {
	// The letters of a channel's name («سي إن إن») are no particles.
	spelled := p.key(t) == p.key(t-1) || p.key(t) == p.key(t+1)
	return spelled || p.Lang != isnad.English && p.is(t-1, before)
}

// clauseEnd is where the relative clause of the cue at token i, whose content
// begins at token at, ends, if the sentence goes on behind it: the last comma outside quotations with a plain
// word behind it.
func (p *passage) clauseEnd(i, at, limit int) int {
	for t := limit - 1; t > at; t-- {
		if p.comma(t) && p.quote[t] == p.quote[i] && t+1 < limit && p.is(t+1, prep) {
			return t
		}
	}
	return limit
}

// past skips a relative clause: to the comma that ends it, or to limit.
func (p *passage) past(t, limit int) int {
	for j := t + 1; j < limit; j++ {
		if p.comma(j) {
			return j
		}
	}
	return t
}

// object reads the listener that a cue of informing takes as its object.
func (p *passage) object(c *candidate, t, limit int) int {
	if s := p.nameAt(t); s.found() {
		c.listener = append(c.listener, s.parties...)
		return s.end - 1
	}
	end := t + 1
	for end < limit && !p.stops(end) && !p.is(end, prep) && p.prefixed(end) == "" {
		end++
	}
	c.listener = append(c.listener, p.listener(t, end))
	return end - 1
}

func (p *passage) listener(first, end int) isnad.Party {
	span := isnad.Span{Start: p.Tokens[first].Start, End: p.Tokens[end-1].End}
	return isnad.Party{Entity: -1, Span: span, Text: span.Of(p.doc.Article.Text)}
}
