package statements

import (
	"github.com/isnad-news/isnad/lang"
)

// opener looks for where the content of a cue begins behind it.
type opener struct {
	*passage
	c           *candidate
	s           who
	from, limit int
	behind      bool // a clause stands before the attribution, which time and place alone may follow
	phrase      int  // where the first phrase of time, place or manner begins, or -1
	aside       bool // inside such a phrase
}

// englishOpening finds where the content of a cue begins behind it, from token
// from on, and reads the medium, day and listeners that stand before it.
func (p *passage) englishOpening(c *candidate, s who, from, limit int, behind bool) (int, opening) {
	o := &opener{passage: p, c: c, s: s, from: from, limit: limit, behind: behind, phrase: -1}
	if c.cue.Prep != "" && c.cue.governs(c.cue.Prep) && c.cue.Force != lang.Say && from < limit && p.Tokens[from].Kind != lang.Mark {
		return from, byPrep // «warned of», «complained about»
	}
	for t := from; t < limit && t < from+reach; t++ {
		if at, how, found := o.begins(t); found {
			return at, how
		}
		if last, passed := o.passes(t); passed {
			t = last
			continue
		}
		if at, found := o.clause(t); found {
			return at, byObject
		}
	}
	if !behind && o.phrase >= 0 && c.cue.Clause && limit-o.phrase > 8 {
		return o.phrase, byObject // «said in some towns the water had gone»
	}
	return -1, byNothing
}

// begins reports whether the mark, complementizer or preposition at token t
// opens the content, or shows that there is none (-1).
func (o *opener) begins(t int) (int, opening, bool) {
	cue := o.c.cue
	switch {
	case o.opens(t) >= 0:
		return o.describedFrom(o.c, o.from, t), byQuote, !o.named(t, o.aside)
	case o.colon(t) && cue.Weak && t > o.from+6:
		return -1, byNothing, true
	case o.colon(t):
		return o.afterColon(t, o.limit), byColon, true
	case cue.Clause && o.is(t, that) && o.complements(o.c, t, o.from):
		return t, byThat, true
	case o.comma(t) || o.dash(t):
		return o.behindComma(t)
	case o.date[t] >= 0:
		return 0, byNothing, false
	case t > o.from && cue.Object && cue.governs(o.key(t)):
		return t + 1, byPrep, true
	case cue.Lemma == "accuse" && o.key(t) == "of":
		return o.from, byPrep, true // the accused is part of what is said
	case o.key(t) == "to" && cue.infinitive() && !(cue.Weak && cue.Force == lang.Inform) && o.verbAt(t+1):
		return t, byPrep, true
	}
	return 0, byNothing, false
}

// verbAt reports whether the word at token i can be an infinitive: neither a
// name nor an article.
func (o *opener) verbAt(i int) bool {
	return i < o.limit && o.Tokens[i].Kind == lang.Word && o.nameFrom[i] < 0 && !o.isArticle(i)
}

// behindComma reports whether the clause before the attribution goes on behind
// the comma at token t, or nothing does.
func (o *opener) behindComma(t int) (int, opening, bool) {
	if o.c.cue.Lemma == "accuse" || o.overAside(t, o.limit, o.behind) > t {
		return 0, byNothing, false
	}
	if o.s.end <= o.c.cue.at && o.resumes(t+1, o.limit) && (o.behind || t == o.from && o.limit-t > 6) {
		return t + 1, byObject, true
	}
	return -1, byNothing, true
}

// passes steps over what stands between a cue and its content: days, media,
// listeners, adverbs and asides. It returns the last token of it.
func (o *opener) passes(t int) (last int, passed bool) {
	if q := o.opens(t); q >= 0 {
		return o.lastOf(q, t, o.limit), true // a name: «on “Good Morning”»
	}
	if o.comma(t) || o.dash(t) {
		if o.c.cue.Lemma != "accuse" {
			t, o.aside = o.overAside(t, o.limit, o.behind)-1, false
		}
		return t, true
	}
	if last, passed := o.setting(t); passed {
		o.aside = false
		return last, true
	}
	switch {
	case o.is(t, relative) && t == o.s.end && t > o.c.cue.at:
		o.aside = true // «said an official who had seen it»
		return t, true
	case (o.is(t, adverb) || o.manner(t)) && !o.is(t, prep) && o.nameFrom[t] < 0:
		return t, true
	case o.opensBracket(t):
		for t+1 < o.limit && !o.closesBracket(t) {
			t++
		}
		return t, true
	case o.is(t, prep) && (o.c.cue.Clause || !o.c.cue.Object):
		if o.phrase < 0 {
			o.phrase = t
		}
		o.aside = true
		return t, true
	}
	return t, false
}

// setting reads a day, a medium or a listener at token t.
func (o *opener) setting(t int) (last int, read bool) {
	c := o.c
	if d := o.date[t]; d >= 0 {
		c.said = o.doc.Dates[d].Value
		for t+1 < o.limit && o.date[t+1] == d {
			t++
		}
		return t, true
	}
	if link, n := o.mediumLink(t, o.limit); link != nil {
		c.media = append(c.media, *link)
		return t + n - 1, true
	}
	switch {
	case o.is(t, addressee) && (t == o.from || o.is(t-1, prep)):
		c.listener = append(c.listener, o.listener(t, t+1))
		return t, true
	case o.Tokens[t].Kind == lang.Mark && !o.opensBracket(t):
		return t, true
	case t == o.from && (c.cue.Force == lang.Inform || o.addressed(c, t, o.limit)):
		return o.englishObject(c, t, o.limit), true
	}
	return t, false
}

// clause reports whether a clause or object without complementizer begins at
// the word at token t.
func (o *opener) clause(t int) (int, bool) {
	cue := o.c.cue
	switch {
	case o.aside:
		// «said in Arden he would»
		return t, cue.Clause && o.third(t) && !o.is(t-1, prep)
	case cue.Force == lang.Accuse:
		return t, false
	}
	return t, cue.Clause || cue.Object || cue.Force == lang.Describe
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
func (p *passage) complements(c *candidate, t, from int) bool {
	return t <= from+3 || p.key(t) == "that" && (!c.cue.Weak || t <= from+8)
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
