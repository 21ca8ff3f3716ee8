package statements

import (
	"strings"

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
	case s.shared:
		c.speakers = r.sharedSubject(c, s)
	default:
		return false
	}
	return len(c.speakers) > 0
}

// sharedSubject is the speaker before the cue in its sentence, or the subject
// of its main clause, by name or by pronoun.
func (r *report) sharedSubject(c *candidate, s who) []isnad.Party {
	p := c.passage
	if last := r.last; last != nil && last.passage == p && p.sameSentence(last, c.cue.at) && s.carrier < 0 {
		return without(last.speakers)
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
		if r.suits(r.topics[n].parties, pronoun) && (r.topics[n].spoke || r.topics[n].parties[0].Entity >= 0 || pronoun == "it" || pronoun == "they") {
			return without(r.topics[n].parties)
		}
	}
	return []isnad.Party{{Entity: -1, Unnamed: true}}
}

// suits reports whether a pronoun can stand for the parties, by number, kind
// and, as far as the report shows it, gender.
func (r *report) suits(parties []isnad.Party, pronoun string) bool {
	one := len(parties) == 1
	kind := isnad.OtherKind
	if parties[0].Entity >= 0 {
		kind = r.doc.Entities[parties[0].Entity].Kind
	}
	switch pronoun {
	case "they", "their":
		return !one || kind != isnad.Person && (kind != isnad.OtherKind || plural(parties[0].Text))
	case "it", "its":
		return one && (kind == isnad.Organisation || kind == isnad.Place || kind == isnad.OtherKind && parties[0].Text != "" && !plural(parties[0].Text))
	}
	if !one || kind != isnad.Person && (kind != isnad.OtherKind || plural(parties[0].Text)) {
		return false
	}
	if kind == isnad.OtherKind {
		return parties[0].Text != ""
	}
	feminine, known := r.gender[parties[0].Entity]
	return !known || feminine == (pronoun == "she" || pronoun == "her")
}

// plural reports whether a description is of several, by its noun's ending.
func plural(text string) bool {
	for _, word := range strings.Fields(strings.ToLower(text)) {
		switch word {
		case "of", "for", "in", "at", "from", "with", "to", "on":
			return false
		case "people", "police", "both", "many", "several", "some", "two", "three", "others":
			return true
		}
		if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "'s") && !strings.HasSuffix(word, "us") {
			return true
		}
	}
	return false
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
	if parties := p.mainSubject(p.sentenceStart(end-1), end); parties != nil {
		r.topics = append(r.topics, topic{parties, false})
	}
}

// genders counts how the report speaks of each person: by a title before the
// name, or by pronouns in a sentence that names no other person.
func (r *report) genders(p *passage) {
	for s := range p.Sentences {
		first, end := p.sentenceTokens(s)
		only, others := -1, false
		for t := first; t < end; t++ {
			if p.held(t) {
				continue
			}
			if at := p.nameFrom[t]; at >= 0 {
				mention := &p.doc.Mentions[p.names[at].mention]
				if mention.Kind != isnad.Person || mention.Entity < 0 {
					continue
				}
				others = others || only >= 0 && only != mention.Entity
				only = mention.Entity
				r.titled(p, p.names[at])
			}
			if only < 0 || others {
				continue
			}
			switch p.key(t) {
			case "he", "his", "him", "himself":
				r.vote(only, -1)
			case "she", "her", "hers", "herself":
				r.vote(only, 1)
			}
		}
	}
}

// titled reads the title before or at the head of a name.
func (r *report) titled(p *passage, n name) {
	entity := p.doc.Mentions[n.mention].Entity
	for t := max(n.first-2, 0); t <= n.last && p.Tokens[t].Kind != lang.Quoter; t++ {
		switch strings.TrimSuffix(p.key(t), ".") {
		case "mr", "sir", "spokesman", "chairman", "congressman", "king", "prince", "lord", "businessman":
			r.vote(entity, -3)
		case "mrs", "ms", "miss", "spokeswoman", "chairwoman", "congresswoman", "queen", "princess", "lady", "businesswoman":
			r.vote(entity, 3)
		}
	}
}

// vote counts for feminine if positive.
func (r *report) vote(entity, by int) {
	r.votes[entity] += by
	if r.votes[entity] == 0 {
		delete(r.gender, entity)
		return
	}
	r.gender[entity] = r.votes[entity] > 0
}
