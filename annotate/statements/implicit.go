package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// speaker resolves a cue without a subject of its own: first the statement or
// the subject before it in its sentence, then the report's last speaker who
// agrees with it.
func (r *report) speaker(p *passage, c cue) []isnad.Party {
	if last := r.last; last != nil && last.passage == p && p.sameSentence(last, c.at) && r.agrees(last.speakers, c.Cue) {
		return without(last.speakers)
	}
	if parties := p.sentenceSubject(c); parties != nil {
		return without(parties)
	}
	for i := len(r.found) - 1; i >= 0; i-- {
		if r.found[i].outer == nil && r.agrees(r.found[i].speakers, c.Cue) {
			return without(r.found[i].speakers)
		}
	}
	if r.subject != nil {
		return without(r.subject)
	}
	return []isnad.Party{{Entity: -1, Unnamed: true}}
}

// without drops the spans: an implicit party has no words where it speaks.
func without(parties []isnad.Party) []isnad.Party {
	list := make([]isnad.Party, len(parties))
	for i, party := range parties {
		party.Span = isnad.Span{}
		list[i] = party
	}
	return list
}

func (p *passage) sameSentence(c *candidate, i int) bool {
	at := c.first
	if c.cue.Tokens > 0 {
		at = c.cue.at
	}
	return p.sentence[at] == p.sentence[i]
}

// sentenceSubject is the first name of the sentence that no preposition rules
// and that no quotation holds: the subject of its main clause, as news order
// has it. Persons come before bodies, bodies before places.
func (p *passage) sentenceSubject(c cue) []isnad.Party {
	if n := p.subjectName(c); n != nil {
		return p.parties(*n)
	}
	return nil
}

func (p *passage) subjectName(c cue) *name {
	first := p.sentenceStart(c.at)
	var best *name
	for t := first; t < c.at; t++ {
		at := p.nameFrom[t]
		if at < 0 || p.quote[t] != p.quote[c.at] {
			continue
		}
		n := &p.names[at]
		if n.governed || p.ruled(t) || !p.speaks(*n) || p.possessed(t) {
			continue
		}
		if best == nil || p.rank(*n) < p.rank(*best) {
			best = n
		}
	}
	if best == nil || p.rank(*best) > 1 && best.first > first+2 {
		return nil // a place speaks only where it stands behind the sentence's first verb
	}
	return best
}

// possessed reports whether the name at token t is a genitive of the thing
// that begins the sentence's clause after a fronted phrase («وعقب منشور ترمب»):
// ruled at one remove.
func (p *passage) possessed(t int) bool {
	return t >= 2 && p.is(t-2, prep) && !p.comma(t-1) && p.Lang != isnad.English
}

func (p *passage) rank(n name) int {
	switch p.doc.Mentions[n.mention].Kind {
	case isnad.Person:
		return 0
	case isnad.Organisation, isnad.Group:
		return 1
	}
	return 2
}

// learn remembers how a speaker's gender was written.
func (r *report) learn(c *candidate) {
	if c.passage.Lang == isnad.English || c.implicit || len(c.speakers) != 1 || c.speakers[0].Entity < 0 || c.cue.Form > lang.Present {
		return
	}
	r.gender[c.speakers[0].Entity] = c.cue.Feminine
}

// agrees reports whether speakers can be the dropped subject of the cue by
// number and by gender, as far as the report has shown it.
func (r *report) agrees(speakers []isnad.Party, c lang.Cue) bool {
	if c.Number == lang.Plural || c.Number == lang.Dual {
		return len(speakers) > 1 || speakers[0].Entity < 0 || r.doc.Entities[speakers[0].Entity].Kind != isnad.Person
	}
	if len(speakers) != 1 || speakers[0].Entity < 0 || c.Form > lang.Present {
		return true
	}
	feminine, known := r.gender[speakers[0].Entity]
	return !known || feminine == c.Feminine
}
