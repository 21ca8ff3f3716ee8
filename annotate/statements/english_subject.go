package statements

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// who is the subject of an English cue.
type who struct {
	subject
	start   int    // first token of the noun phrase; the cue where there is none
	pronoun string // key of a pronoun subject: he, she, they, it, his, …
	shared  bool   // the subject of the clause before: «and said», «adding»
	carrier int    // token of the medium that speaks («the statement said»), or -1
	clause  bool   // the subject is the antecedent of «who»
	loose   bool   // a participle right behind a noun: «a man claiming»
	proper  bool   // a capitalised phrase that no list holds
	generic bool   // a noun phrase of no known kind of speaker
	none    bool   // no statement: first person, or nobody to say it
}

func (p *passage) englishSubject(c *candidate, limit int) who {
	i := c.cue.at
	s := who{start: i, carrier: -1}
	switch {
	case c.cue.Form == lang.Noun:
		return p.owner(i)
	case c.cue.Form == lang.Participle && !p.finite(i):
		return p.participleSubject(c)
	}
	if p.asked(i) {
		s.none = true
		return s
	}
	if behind := p.inverted(c, limit); behind.found() && !behind.generic && p.plainly(c.cue.next(), behind.end) && (p.stopped(behind.end, limit) || p.is(behind.end, relative) || p.date[behind.end] >= 0) {
		return behind
	}
	s = p.subjectBefore(i)
	if s.found() || s.shared || s.pronoun != "" || s.none || s.carrier >= 0 {
		return s
	}
	return p.inverted(c, limit)
}

// plainly reports whether the words first:end are short and have no verb, so
// that behind a cue they can only be its subject.
func (p *passage) plainly(first, end int) bool {
	for t := first; t < end; t++ {
		if p.key(t) == "to" || p.is(t, auxiliary) {
			return false
		}
	}
	return end-first <= 8
}

// asked reports whether the cue at token i is a participle that tells of a
// question put to the subject: «Marsh, asked about the bridge, said».
func (p *passage) asked(i int) bool {
	if p.key(i) != "asked" || i > 0 && p.sentence[i-1] == p.sentence[i] && !p.comma(i-1) && !p.is(i-1, subordinate) {
		return false
	}
	switch p.key(i + 1) {
	case "about", "if", "whether", "why", "how", "by", "what", "when", "on", "to", "for":
		return true
	}
	return false
}

// finite reports whether an -ing form at token i is a verb of its own: "is saying".
func (p *passage) finite(i int) bool {
	switch p.key(i - 1) {
	case "is", "are", "was", "were", "been", "'s", "'re":
		return true
	}
	return false
}

// participleSubject is the subject of the clause that the participle hangs on,
// or a noun phrase of its own: «with officials saying».
func (p *passage) participleSubject(c *candidate) who {
	i := c.cue.at
	if i > 0 && p.Tokens[i-1].Kind == lang.Word && p.sentence[i-1] == p.sentence[i] {
		s := p.phraseTo(i-1, i)
		if s.found() && !s.generic && s.start > 0 && p.key(s.start-1) == "with" {
			return s
		}
		return who{start: i, shared: true, carrier: -1, loose: !p.is(i-1, medium|prep) && p.date[i-1] < 0}
	}
	return who{start: i, shared: true, carrier: -1}
}

// owner is whoever a noun cue belongs to: «Marsh's claim that», «his claim that».
func (p *passage) owner(i int) who {
	s := who{start: i, carrier: -1}
	t := i - 1
	for t > 0 && t > i-3 && p.Tokens[t].Kind == lang.Word && p.nameTo[t] < 0 && !p.possessive(t) && p.key(t) != "his" && p.key(t) != "her" && p.key(t) != "their" && p.key(t) != "its" {
		t--
	}
	switch key := p.key(t); {
	case t < 0 || p.sentence[t] != p.sentence[i]:
	case key == "his" || key == "her" || key == "their" || key == "its":
		s.start, s.pronoun = t, key
		return s
	case p.nameTo[t] >= 0 && p.possessive(t) && p.speaks(p.names[p.nameTo[t]]):
		n := p.names[p.nameTo[t]]
		s.subject, s.start = subject{parties: p.parties(n)}, n.first
		// Where the claim is the subject, nothing tells where its words end.
		s.none = n.first == p.sentenceStart(i)
		return s
	}
	s.none = true
	return s
}

// inverted reads a subject behind its verb: “…,” said the minister.
func (p *passage) inverted(c *candidate, limit int) who {
	i := c.cue.at
	s := who{start: i, carrier: -1}
	if i == 0 || c.cue.Force == lang.Inform || p.sentence[i-1] != p.sentence[i] || p.fronted(i) < 0 && (!p.comma(i-1) || c.cue.Weak) {
		return s
	}
	end := c.cue.next()
	for end < limit && end < c.cue.next()+14 && !p.phraseStop(end) && !p.final(end, limit) && (p.date[end] < 0 || p.nameFrom[end] >= 0) && !p.is(end, that) {
		end++
	}
	if p.is(c.cue.next(), pronoun) {
		s.pronoun, s.end = p.key(c.cue.next()), c.cue.next()+1
		return s
	}
	found := p.head(c.cue.next(), end)
	if !found.found() || found.generic && p.fronted(i) < 0 {
		return s
	}
	found.start, found.end = i, end
	return found
}

// subjectBefore reads the subject that ends before the cue at token i, over
// adverbs, auxiliaries and days.
func (p *passage) subjectBefore(i int) who {
	s := who{start: i, carrier: -1}
	t := p.overAdverbs(i)
	switch {
	case t < 0 || p.sentence[t] != p.sentence[i] || p.quote[t] != p.quote[i]:
		return s
	case p.is(t, relative):
		return p.antecedentOf(t, i)
	case p.is(t, pronoun):
		s.start, s.pronoun = t, p.bare(t)
		s.none = !p.third(t)
		return s
	case p.cues[i].Form == lang.Present && (p.key(t) == "him" || p.key(t) == "them" || p.key(t) == "me" || p.key(t) == "us"):
		s.none = true // «hearing him say»
		return s
	case p.key(t) == "and" || p.key(t) == "but" || p.key(t) == "or":
		s.shared = true
		return s
	case p.comma(t) || p.dash(t):
		return p.appositive(t, i)
	}
	return p.phraseTo(t, i)
}

// third reports whether the pronoun at token i is of the third person.
func (p *passage) third(i int) bool {
	switch p.bare(i) {
	case "he", "she", "they", "it":
		return true
	}
	return false
}

// bare is the key of token i without what is contracted to it: «he's».
func (p *passage) bare(i int) string {
	key, _, _ := strings.Cut(p.key(i), "'")
	return key
}

// overAdverbs steps back from the cue at token i to the end of what stands
// before its adverbs, auxiliaries and days («on Monday»).
func (p *passage) overAdverbs(i int) int {
	t := i - 1
	for t >= 0 && p.sentence[t] == p.sentence[i] {
		switch {
		case p.date[t] >= 0 && p.nameTo[t] < 0:
			for t > 0 && p.date[t-1] == p.date[t] {
				t--
			}
			if p.is(t-1, prep) {
				t--
			}
		case p.nameTo[t] < 0 && p.is(t, adverb|negation|auxiliary) || p.manner(t):
		default:
			return t
		}
		t--
	}
	return t
}
