package statements

import (
	"github.com/isnad-news/isnad/lang"
)

// englishOpening finds where the content of a cue begins behind it, from token
// from on, and reads the medium, day and listeners that stand before it.
// behind tells that a clause stands before the attribution, which then may be
// followed by time and place alone.
func (p *passage) englishOpening(c *candidate, s who, from, limit int, behind bool) (int, opening) {
	if c.cue.Prep != "" && c.cue.governs(c.cue.Prep) && c.cue.Force != lang.Say && from < limit && p.Tokens[from].Kind != lang.Mark {
		return from, byPrep // «warned of», «complained about»
	}
	phrase := -1 // where the first phrase of time, place or manner begins
	aside := false
	for t := from; t < limit && t < from+reach; t++ {
		if q := p.opens(t); q >= 0 {
			if p.named(t, aside) {
				t = p.lastOf(q, t, limit)
				continue
			}
			return p.describedFrom(c, from, t), byQuote
		}
		switch {
		case p.colon(t):
			return p.afterColon(t, limit), byColon
		case c.cue.Clause && p.is(t, that) && p.complements(t, from):
			return t, byThat
		case p.comma(t) && c.cue.Lemma == "accuse":
			continue
		case p.comma(t) || p.dash(t):
			if next := p.overAside(t, limit, behind); next > t {
				t, aside = next-1, false
				continue
			}
			if s.end <= c.cue.at && p.resumes(t+1, limit) && (behind || t == from && limit-t > 6) {
				return t + 1, byObject
			}
			return -1, byNothing
		case p.date[t] >= 0:
			c.said = p.doc.Dates[p.date[t]].Value
			for t+1 < limit && p.date[t+1] == p.date[t] {
				t++
			}
			aside = false
			continue
		case t > from && c.cue.Object && c.cue.governs(p.key(t)):
			return t + 1, byPrep
		case c.cue.Lemma == "accuse" && p.key(t) == "of":
			return from, byPrep // the accused is part of what is said
		case p.key(t) == "to" && c.cue.infinitive() && !(c.cue.Weak && c.cue.Force == lang.Inform) && t+1 < limit && p.Tokens[t+1].Kind == lang.Word && p.nameFrom[t+1] < 0 && !p.isArticle(t+1):
			return t, byPrep
		}
		if link, n := p.mediumLink(t, limit); link != nil {
			c.media = append(c.media, *link)
			t += n - 1
			aside = false
			continue
		}
		if p.is(t, addressee) && (t == from || p.is(t-1, prep)) {
			c.listener = append(c.listener, p.listener(t, t+1))
			aside = false
			continue
		}
		switch {
		case p.is(t, relative) && t == s.end && t > c.cue.at:
			aside = true // «said an official who had seen it»
			continue
		case p.Tokens[t].Kind == lang.Mark && !p.opensBracket(t):
			aside = false
			continue
		case t == from && (c.cue.Force == lang.Inform || p.addressed(c, t, limit)):
			t = p.englishObject(c, t, limit)
			aside = false
			continue
		case (p.is(t, adverb) || p.manner(t)) && !p.is(t, prep) && p.nameFrom[t] < 0:
			continue
		case p.opensBracket(t):
			for t+1 < limit && !p.closesBracket(t) {
				t++
			}
			continue
		case p.is(t, prep) && (c.cue.Clause || !c.cue.Object):
			if phrase < 0 {
				phrase = t
			}
			aside = true
			continue
		case aside && c.cue.Clause && p.third(t) && !p.is(t-1, prep):
			return t, byObject // «said in Arden he would»
		case aside, c.cue.Force == lang.Accuse:
			continue
		case c.cue.Clause || c.cue.Object || c.cue.Force == lang.Describe:
			return t, byObject
		}
	}
	if !behind && phrase >= 0 && c.cue.Clause && limit-phrase > 8 {
		return phrase, byObject // «said in some towns the water had gone»
	}
	return -1, byNothing
}

// named reports whether the quotation that opens at token t is a name inside a
// phrase of place or time: «on “Good Morning”».
func (p *passage) named(t int, aside bool) bool {
	return aside && (p.is(t-1, prep) || p.isArticle(t-1) || p.possessive(t-1))
}

func (p *passage) afterColon(t, limit int) int {
	if t+1 < limit {
		return t + 1
	}
	return -1
}

// complements reports whether the word at token t opens reported content:
// «that», and «whether», «how», «why» right behind the cue.
func (p *passage) complements(t, from int) bool {
	return p.key(t) == "that" || t <= from+3
}

// overAside is the token behind the aside that begins with the comma at token
// t, where a quotation, a complementizer or a clause is still to come:
// «said, according to one of them, that». It is t where there is none.
func (p *passage) overAside(t, limit int, behind bool) int {
	if p.opens(t+1) >= 0 || p.key(t+1) == "that" || p.date[min(t+1, limit-1)] >= 0 && !behind {
		return t + 1
	}
	for j := t + 1; j < limit && j < t+25; j++ {
		if p.isCue[j] && !p.cues[j].Weak && p.cues[j].Form != lang.Noun {
			return t
		}
		if p.comma(j) || p.dash(j) {
			if p.opens(j+1) >= 0 || p.key(j+1) == "that" {
				return j + 1
			}
			if !behind && (p.is(t+1, prep|adverb) || p.key(t+1) == "when") && j+3 < limit && !p.isCue[j+1] {
				return j + 1
			}
		}
		if p.opens(j) >= 0 {
			return t
		}
	}
	return t
}

// resumes reports whether the clause before an attribution goes on at token t
// behind it: «The bridge, he said, is safe».
func (p *passage) resumes(t, limit int) bool {
	if t+1 >= limit || p.is(t, relative|contrast|subordinate) || p.key(t) == "and" || p.key(t) == "but" || p.key(t) == "or" || p.isCue[t] {
		return false
	}
	key := p.key(t)
	if len(key) > 4 && key[len(key)-3:] == "ing" && p.nameFrom[t] < 0 {
		return false
	}
	return p.Tokens[t].Kind != lang.Quoter
}

// describedFrom is the start of content for a cue that calls an object
// something: the object is part of it («described the talks as “…”»).
func (p *passage) describedFrom(c *candidate, from, quote int) int {
	if c.cue.Force == lang.Describe || c.cue.Object && !c.cue.Clause {
		return from
	}
	return quote
}

// englishObject reads the listener that a cue of informing takes as its
// object, and returns its last token.
func (p *passage) englishObject(c *candidate, t, limit int) int {
	if p.isArticle(t) && t+1 < limit && p.nameFrom[t] < 0 {
		if s := p.nameAt(t + 1); s.found() && !p.nounAt(s.end, limit) {
			c.listener = append(c.listener, s.parties...)
			return s.end - 1
		}
	}
	if s := p.nameAt(t); s.found() && !p.nounAt(s.end, limit) {
		c.listener = append(c.listener, s.parties...)
		return s.end - 1
	}
	switch p.key(t) {
	case "him", "her", "them", "me", "us", "you", "it":
		return t
	}
	end := t
	for end < limit && end < t+10 && !p.stops(end) && !p.is(end, prep|pronoun|auxiliary) && !(end > t && (p.isArticle(end) || p.nameFrom[end] >= 0 && !p.possessive(end-1) && p.capital(end) && !p.capital(end-1) && !p.isArticle(end-1))) {
		end++
	}
	if end == t {
		return t - 1 + min(1, limit-t)
	}
	for j := t; j < end; j++ {
		if n := p.lex.at(p.Tokens, j, medium); n > 0 {
			link, _ := p.carrier(j, j, j+n, limit) // «told a news conference»
			c.media = append(c.media, *link)
			return end - 1
		}
	}
	c.listener = append(c.listener, p.listener(t, end))
	return end - 1
}

// addressed reports whether the object at token t is whom the cue speaks to:
// «assured the council that», «warned them that».
func (p *passage) addressed(c *candidate, t, limit int) bool {
	switch c.cue.Force {
	case lang.Promise, lang.Warn, lang.Ask, lang.Propose, lang.Threaten:
	default:
		return false
	}
	for j := t + 1; j < limit && j < t+8 && p.Tokens[j].Kind == lang.Word && !p.is(j, auxiliary|prep); j++ {
		if p.key(j) == "that" {
			return true
		}
	}
	return false
}

// nounAt reports whether the name that ends before token i only begins a
// longer noun phrase: «told Reuters reporters».
func (p *passage) nounAt(i, limit int) bool {
	return i < limit && p.is(i, addressee|source)
}

// englishEnds reports whether the reporter's next clause begins at token t of
// a content that began at token at.
func (p *passage) englishEnds(c *candidate, at, t, limit int) bool {
	marked := p.comma(t-1) || p.closes(t-1) >= 0 || p.dash(t-1)
	switch {
	case p.dash(t) && p.closes(t-1) >= 0:
		return true
	case p.isCue[t] && p.cues[t].Form == lang.Participle:
		return marked && (!p.cues[t].Weak || p.leads(t, limit))
	case p.isCue[t] && p.cues[t].Form == lang.Particle:
		return marked
	case marked && p.is(t, contrast):
		return true
	case p.key(t) == "and" || p.key(t) == "but" || p.key(t) == "while" || p.punctuation(t-1) == ";":
		return p.sameSpeaker(t+1, limit) || (marked || p.key(t) != "and") && p.newClause(t, limit)
	case p.comma(t-1) && p.isArticle(t) && (p.is(t+1, gloss) || p.is(t+2, gloss)):
		return true // «…, a charge that the ministry denied»
	case p.comma(t-1) && p.newClause(t-1, min(limit, t+8)):
		return true
	case c.inserted && p.comma(t) && !p.is(t+1, relative|prep) && p.key(t+1) != "and":
		return true
	case p.closes(t-1) >= 0 && (p.mediumAt(t, limit) > 0 || c.phrase && p.is(t, when)):
		return true
	}
	return false
}

// tells reports whether the cue at token t is a finite verb that goes on to
// content of its own.
func (p *passage) tells(t, limit int) bool {
	cue := p.cues[t]
	if cue.Future || cue.Form > lang.Present || cue.Form == lang.Present && cue.Number == lang.AnyNumber {
		return false
	}
	next := t + cue.Tokens
	if cue.Weak {
		return p.leads(t, limit)
	}
	return next < limit && (p.Tokens[next].Kind != lang.Mark || p.comma(next) || p.colon(next))
}

// sameSpeaker reports whether a reporting verb of the same speaker, or of a
// pronoun, stands at token t behind a conjunction: "and said", "and he added".
func (p *passage) sameSpeaker(t, limit int) bool {
	for t < limit && (p.is(t, pronoun|adverb|auxiliary|negation) || p.manner(t)) {
		t++
	}
	return t < limit && p.isCue[t] && p.tells(t, limit)
}

// newClause reports whether the conjunction at token t opens a clause in which
// someone else is reported: «…, and the union warned that».
func (p *passage) newClause(t, limit int) bool {
	for j := t + 1; j < limit && j < t+14; j++ {
		if p.Tokens[j].Kind == lang.Quoter || p.comma(j) || p.is(j, that|relative) {
			return false
		}
		if p.isCue[j] && !p.held(j) && j > t+1 {
			return p.tells(j, limit) && p.subjectBefore(j).found()
		}
	}
	return false
}
