package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/english"
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
	if behind := p.inverted(c, limit); behind.found() && !behind.generic && (p.stopped(behind.end, limit) || p.is(behind.end, relative) || p.date[behind.end] >= 0) {
		return behind
	}
	s = p.subjectBefore(i)
	if s.found() || s.shared || s.pronoun != "" || s.none || s.carrier >= 0 {
		return s
	}
	return p.inverted(c, limit)
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
		return who{start: i, shared: true, carrier: -1, loose: !p.is(i-1, medium) && p.date[i-1] < 0}
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
		return s
	}
	s.none = true
	return s
}

func (p *passage) possessive(i int) bool {
	key := p.key(i)
	return strings.HasSuffix(key, "'s") && !english.IsStop(key)
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

func (p *passage) phraseStop(t int) bool {
	return p.Tokens[t].Kind == lang.Mark && p.key(t) != "." || p.Tokens[t].Kind == lang.Quoter || p.is(t, relative|contrast|pronoun) ||
		p.isCue[t] && !p.cues[t].Weak && p.cues[t].Form != lang.Noun
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
	case p.key(t) == "him" || p.key(t) == "them" || p.key(t) == "me" || p.key(t) == "us":
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

// antecedentOf is the noun phrase that the relative pronoun at token t tells
// of: one that speaks where it is «who», a name where it is «which».
func (p *passage) antecedentOf(t, i int) who {
	none := who{start: i, carrier: -1, none: true}
	s := none
	switch {
	case p.key(t) != "who" && (t < 1 || p.nameTo[t-1] < 0 && !(p.comma(t-1) && t > 1 && p.nameTo[t-2] >= 0)):
		return none
	case p.comma(t-1) || p.dash(t-1):
		s = p.appositive(t-1, i)
	default:
		s = p.phraseTo(t-1, i)
	}
	s.clause = true
	return s
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

// phraseTo reads the noun phrase that ends with token t, before the cue at i.
func (p *passage) phraseTo(t, i int) who {
	t = p.overRelative(t, i)
	first := t + 1
	for first > 0 && first > t-20 && p.sentence[first-1] == p.sentence[i] && !p.phraseEdge(first-1, t) {
		if p.punctuation(first-1) == ")" {
			first = p.openingBracket(first - 1)
			continue
		}
		first--
	}
	s := p.head(first, t+1)
	if s.generic && first > 1 && p.key(first-1) == "and" && !p.phraseEdge(first-2, t) {
		// «Experts on arms and disarmament said»
		if longer := p.phraseTo(first-2, i); longer.found() && !longer.generic && longer.parties[0].Unnamed {
			span := &longer.parties[0].Span
			span.End = s.parties[0].Span.End
			longer.parties[0].Text = span.Of(p.doc.Article.Text)
			return longer
		}
	}
	if s.start >= t+1 {
		s.start = i
	}
	p.listed(&s)
	return s
}

// listed adds the names before the last two of a list: «Marsh, Velder and Lim».
func (p *passage) listed(s *who) {
	for len(s.parties) > 1 && s.start > 2 && p.comma(s.start-1) && p.sentence[s.start-2] == p.sentence[s.start] {
		at := p.nameTo[s.start-2]
		if at < 0 || !p.speaks(p.names[at]) {
			return
		}
		s.parties = append(p.parties(p.names[at]), s.parties...)
		s.start = p.names[at].first
	}
}

// apostrophe reports whether the quotation mark at token i is none: «workers'».
func (p *passage) apostrophe(i int) bool {
	return p.Tokens[i].Kind == lang.Quoter && p.opens(i) < 0 && p.closes(i) < 0 && i > 0 && p.Tokens[i-1].End == p.Tokens[i].Start
}

// overRelative steps from token t back over «who asked not to be named» to the
// noun that it tells of.
func (p *passage) overRelative(t, i int) int {
	for j := t; j > 0 && j > t-14 && p.sentence[j] == p.sentence[i] && p.Tokens[j].Kind == lang.Word; j-- {
		if p.key(j) == "who" {
			return j - 1
		}
		if p.key(j) == "that" || p.is(j, pronoun) {
			break
		}
	}
	return t
}

// openingBracket is the token of the bracket that the one at token i closes.
func (p *passage) openingBracket(i int) int {
	for t := i; t >= 0 && t > i-12; t-- {
		if p.punctuation(t) == "(" {
			return t
		}
	}
	return i
}

// phraseEdge reports whether a noun phrase that ends with token last cannot
// reach back over token t.
func (p *passage) phraseEdge(t, last int) bool {
	switch {
	case p.nameFrom[t] >= 0 || p.nameTo[t] >= 0:
		return false
	case p.punctuation(t) == ")":
		return false
	case p.punctuation(t) == "-" && t > 0 && p.Tokens[t-1].End == p.Tokens[t].Start, p.apostrophe(t):
		return false
	case p.punctuation(t) == "." || p.punctuation(t) == "&" || p.punctuation(t) == "%" || p.punctuation(t) == "$":
		return false
	case p.Tokens[t].Kind == lang.Mark || p.Tokens[t].Kind == lang.Quoter:
		return true
	case p.key(t) == "and":
		return !(t+1 <= last && t > 0 && (p.nameTo[t-1] >= 0 || p.is(t-1, source)) && (p.nameFrom[t+1] >= 0 || p.is(t+1, source)))
	case p.is(t, that|contrast|relative|pronoun|auxiliary|subordinate) && p.key(t) != "that":
		return true
	case p.key(t) == "that" || p.key(t) == "but" || p.key(t) == "or":
		return true
	}
	return p.isCue[t] && p.cues[t].Form <= lang.Present && (!p.cues[t].Weak || p.cues[t].Form == lang.Past)
}

// head finds who speaks in the noun phrase at tokens first:end: the first name
// that no preposition rules and that is no more than a modifier, else its noun.
func (p *passage) head(first, end int) who {
	s := who{start: first, carrier: -1}
	for first < end && (p.is(first, adverb) || p.key(first) == "and" || p.manner(first)) && p.nameFrom[first] < 0 {
		first++
	}
	if first >= end {
		return s
	}
	s.start = first
	first += p.lex.at(p.Tokens, first, approx)
	if first >= end {
		return s
	}
	if p.is(first, prep) && p.nameFrom[first] < 0 {
		return p.behindPhrase(first, end)
	}
	owner, noun, carrier := -1, -1, -1
	j := first
	for ; j < end && !(p.is(j, prep) && p.nameFrom[j] < 0) && p.punctuation(j) != "(" && !p.is(j, relative); j++ {
		if at := p.nameFrom[j]; at >= 0 && p.speaks(p.names[at]) && p.names[at].last < end {
			n := p.names[at]
			next := n.last + 1
			switch {
			case p.possessive(n.last) && next >= end:
				s.none = true // «Marsh's claims»: the cue is a noun
				return s
			case p.possessive(n.last):
				owner = at
			case next >= end || p.is(next, prep|relative) || p.Tokens[next].Kind == lang.Mark || p.key(next) == "and" || p.Tokens[next].Kind == lang.Digits:
				s.subject = p.nameAt(j)
				return s
			}
			j = n.last
			continue
		}
		switch {
		case p.is(j, medium) && !p.is(j, source):
			carrier = j
		case p.is(j, source):
			noun = j
		}
	}
	if carrier >= 0 && noun < carrier {
		return p.carriedBy(s, owner, carrier, end)
	}
	return p.described(s, first, j, end, noun)
}

// behindPhrase reads a name or noun that ends the phrase behind a fronted one
// without comma: «In Arden Marsh said».
func (p *passage) behindPhrase(first, end int) who {
	s := who{start: first, carrier: -1}
	at := p.nameTo[end-1]
	if at >= 0 && p.speaks(p.names[at]) && !p.ruled(p.names[at].first) && !(p.names[at].first > 1 && p.isArticle(p.names[at].first-1) && p.ruled(p.names[at].first-1)) {
		s.subject, s.start = subject{parties: p.parties(p.names[at])}, p.names[at].first
	}
	return s
}

func (p *passage) isArticle(i int) bool {
	switch p.key(i) {
	case "the", "a", "an":
		return true
	}
	return false
}

// carriedBy resolves a medium that speaks: «Marsh's statement», «a statement
// from the ministry», «the statement».
func (p *passage) carriedBy(s who, owner, carrier, end int) who {
	s.carrier = carrier
	if owner >= 0 {
		s.subject = subject{parties: p.parties(p.names[owner])}
		return s
	}
	for t := carrier + 1; t < end; t++ {
		if at := p.nameFrom[t]; at >= 0 && p.speaks(p.names[at]) && (p.ruled(t) || p.ruled(t-1)) {
			switch p.key(t - 1) {
			case "from", "by", "of", "the":
				s.subject = subject{parties: p.parties(p.names[at])}
				return s
			}
		}
	}
	s.shared = true
	return s
}

// described makes a party of a noun phrase without a name; its noun is at
// token noun, or -1 where it is none that speaks as a rule.
func (p *passage) described(s who, first, nounEnd, end, noun int) who {
	if nounEnd == first || p.Tokens[first].Kind == lang.Mark {
		s.start = end
		return s
	}
	span := isnad.Span{Start: p.Tokens[first].Start, End: p.Tokens[end-1].End}
	for t := nounEnd; t < end; t++ {
		if p.is(t, relative) || p.punctuation(t) == "(" {
			span.End = p.Tokens[t-1].End
			break
		}
	}
	if p.comma(nounEnd - 1) {
		span.End = p.Tokens[nounEnd-2].End
	}
	party := isnad.Party{Entity: -1, Span: span, Unnamed: true, Text: span.Of(p.doc.Article.Text)}
	s.proper = p.proper(first, nounEnd)
	s.subject, s.generic = subject{parties: []isnad.Party{party}}, noun < nounEnd-2 && !s.proper
	return s
}

// byName reports whether the subject is named, not told by an office alone.
func (p *passage) byName(s who) bool {
	for t := s.start; t < len(p.Tokens) && p.Tokens[t].Start < s.parties[0].Span.End; t++ {
		if at := p.nameFrom[t]; at >= 0 {
			return p.doc.Mentions[p.names[at].mention].Form == isnad.Named
		}
	}
	return false
}

// describedBefore is the start of the description that a name at token start
// is in apposition to, or start: «the mayor, Velda Marsh, said».
func (p *passage) describedBefore(start, i int) int {
	if start < 2 || !p.comma(start-1) || p.sentence[start-2] != p.sentence[i] || p.quote[start-2] != p.quote[i] || p.capital(start-2) {
		return start
	}
	first := start - 1
	for first > 0 && p.sentence[first-1] == p.sentence[i] && p.Tokens[first-1].Kind == lang.Word && !p.is(first-1, pronoun|auxiliary|that|relative) && !p.isCue[first-1] {
		first--
	}
	for t := first; t < start-1 && t < first+3; t++ {
		switch key := p.key(t); {
		case p.isArticle(t), p.possessive(t), key == "his", key == "her", key == "its", key == "their":
			return first
		}
	}
	return start
}

// proper reports whether the words first:end look like a name that no list
// holds: a capital at their end, and not just at the start of a sentence.
func (p *passage) proper(first, end int) bool {
	last := end - 1
	if p.Tokens[last].Kind != lang.Word || !p.capital(last) {
		return false
	}
	return last > first || !english.IsStop(p.key(last))
}

// appositive reads the subject before the comma at token t that precedes the
// cue at token i: «Marsh, the mayor, said», «the mayor, Velda Marsh, said».
func (p *passage) appositive(t, i int) who {
	s := who{start: i, carrier: -1}
	best := s
	end := t
	for n := 0; n < 7 && end > 0; n++ {
		first := end
		for first > 0 && end-first < 25 && p.sentence[first-1] == p.sentence[i] && p.quote[first-1] == p.quote[i] && !p.comma(first-1) && !p.dash(first-1) {
			first--
		}
		if first == end {
			break
		}
		if p.is(first, pronoun) {
			if !best.found() {
				s.shared = true
				return s
			}
			break
		}
		if !p.is(first, relative|subordinate) && p.key(first) != "and" && !p.participial(first) {
			found := p.phraseTo(end-1, i)
			if found.found() && !found.parties[0].Unnamed && found.parties[0].Entity >= 0 && p.doc.Entities[found.parties[0].Entity].Kind == isnad.Person {
				found.start = p.describedBefore(found.start, i)
				if p.byName(found) || best.found() {
					return found
				}
				best = found
			} else if found.found() && (!best.found() || best.parties[0].Unnamed && found.proper && found.start+1 < end || best.generic && !found.generic) {
				best = found
			}
		}
		if first == 0 || p.sentence[first-1] != p.sentence[i] || p.quote[first-1] != p.quote[i] {
			break
		}
		end = first - 1
	}
	return best
}
