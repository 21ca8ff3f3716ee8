package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// far is how many subjects and speakers back a pronoun may point.
const far = 30

// topic is whom a sentence was about.
type topic struct {
	parties []isnad.Party
	spoke   bool // in it
}

// englishSpeaker gives the candidate its speaker: the subject, or whoever a
// pronoun, a shared subject or a medium points at.
func (r *report) englishSpeaker(c *candidate, s who) bool {
	if s.found() {
		c.speakers = s.parties
		return true
	}
	c.implicit = true
	p := c.passage
	switch {
	case s.pronoun != "":
		c.speakers = r.pointed(p, s.pronoun, s.start)
		if c.cue.Force == lang.Add {
			c.speakers = r.goingOn(c.speakers, s.pronoun)
		}
		r.shown(c.speakers, s.pronoun)
	case s.shared:
		c.speakers = r.sharedSubject(c, s)
	default:
		return false
	}
	return len(c.speakers) > 0
}

// goingOn is the last who spoke and suits the pronoun: «he added» goes on from
// a speaker, not from whoever was last told of.
func (r *report) goingOn(parties []isnad.Party, pronoun string) []isnad.Party {
	for n := len(r.topics) - 1; n >= 0 && n >= len(r.topics)-far; n-- {
		if r.topics[n].spoke && r.suits(r.topics[n].parties, pronoun) {
			return without(r.topics[n].parties)
		}
	}
	return parties
}

// ahead reports whether token i stands in a phrase that is set before the main
// clause of its sentence: «After saying so, Marsh left».
func (p *passage) ahead(i int) bool {
	first := p.sentenceStart(i)
	if !p.is(first, prep|subordinate) && !p.participial(first) && first != i {
		return false
	}
	for t := first; t < i; t++ {
		if p.comma(t) {
			return false
		}
	}
	return true
}

// sharedSubject is the speaker before the cue in its sentence, or the subject
// of its main clause, by name or by pronoun.
func (r *report) sharedSubject(c *candidate, s who) []isnad.Party {
	p := c.passage
	if last := r.last; last != nil && last.passage == p && p.sameSentence(last, c.cue.at) && s.carrier < 0 {
		return without(last.speakers)
	}
	if s.carrier < 0 && p.ahead(c.cue.at) {
		for t := c.cue.next(); t+1 < len(p.Tokens) && p.sentence[t+1] == p.sentence[c.cue.at]; t++ {
			if !p.comma(t) || p.held(t) {
				continue
			}
			if parties := p.nameAt(t + 1).parties; parties != nil {
				return without(parties)
			}
			if p.third(t + 1) {
				return r.pointed(p, p.bare(t+1), t+1)
			}
		}
	}
	if s.carrier < 0 {
		first := p.mainStart(p.sentenceStart(c.cue.at), c.cue.at)
		for t := first; t < c.cue.at; t++ {
			if p.third(t) && p.key(t) != "it" && p.quote[t] == p.quote[c.cue.at] {
				return r.pointed(p, p.key(t), t)
			}
			if p.nameFrom[t] >= 0 {
				break
			}
		}
		if parties := p.mainSubject(first, c.cue.at); parties != nil {
			return without(parties)
		}
	}
	if len(r.topics) > 0 {
		return without(r.topics[len(r.topics)-1].parties)
	}
	return nil
}

// mainStart steps over what is set before the main clause of the words
// first:end: «Speaking on Monday, …», «After the vote, …».
func (p *passage) mainStart(first, end int) int {
	if lead := p.lead(first); lead > first && lead < end {
		first = lead
	}
	if !p.is(first, prep|subordinate) && !p.participial(first) {
		return first
	}
	for t := first; t < end; t++ {
		if p.comma(t) {
			return t + 1
		}
	}
	return first
}

// mainSubject is the first name or noun of a speaker among the words first:end
// that nothing rules: the subject of the main clause, as news order has it.
func (p *passage) mainSubject(first, end int) []isnad.Party {
	for t := p.mainStart(first, end); t < end; t++ {
		if p.held(t) || p.ruled(t) {
			continue
		}
		if p.third(t) && p.key(t) != "it" {
			return nil // about whom the sentence before was
		}
		if at := p.nameFrom[t]; at >= 0 && p.speaks(p.names[at]) && !p.possessive(p.names[at].last) && !p.nounAt(p.names[at].last+1, end) {
			return p.nameAt(t).parties
		}
		if p.is(t, source) && p.nameFrom[t] < 0 && !p.ruled(t-1) && !p.isCue[t] {
			if s := p.phraseTo(t, t); s.found() {
				return s.parties
			}
		}
	}
	return nil
}

// pointed resolves a pronoun at token i: the subject of its sentence before
// it, else the last subject or speaker that agrees with it.
func (r *report) pointed(p *passage, pronoun string, i int) []isnad.Party {
	for t := p.sentenceStart(i); t < i; t++ {
		at := p.nameFrom[t]
		if at < 0 || p.quote[t] != p.quote[i] || p.ruled(t) || p.possessive(p.names[at].last) {
			continue
		}
		if parties := p.parties(p.names[at]); parties[0].Entity >= 0 && r.suits(parties, pronoun) {
			return without(parties)
		}
	}
	for n := len(r.topics) - 1; n >= 0 && n >= len(r.topics)-far; n-- {
		if r.suits(r.topics[n].parties, pronoun) && (r.topics[n].spoke || !r.isPlace(r.topics[n].parties)) && (r.topics[n].spoke || r.topics[n].parties[0].Entity >= 0 || pronoun == "it" || pronoun == "they") {
			return without(r.topics[n].parties)
		}
	}
	for n := len(p.names) - 1; n >= 0; n-- {
		if parties := p.parties(p.names[n]); p.names[n].last < i && parties[0].Entity >= 0 && r.suits(parties, pronoun) {
			return without(parties)
		}
	}
	return []isnad.Party{{Entity: -1, Unnamed: true}}
}

// remember notes who the sentence at tokens first:end was about: whoever
// spoke in it, else its subject.
func (r *report) remember(p *passage, end int, found []*candidate) {
	for _, c := range found {
		if c.outer == nil && (c.speakers[0].Entity >= 0 || c.speakers[0].Text != "") {
			r.topics = append(r.topics, topic{c.speakers, true})
			return
		}
	}
	if first := p.sentenceStart(end - 1); end-first < 6 {
		return // a caption, a credit
	}
	if parties := p.mainSubject(p.sentenceStart(end-1), end); parties != nil {
		r.topics = append(r.topics, topic{parties, false})
	}
}
