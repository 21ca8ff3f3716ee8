package statements

import (
	"github.com/isnad-news/isnad/lang"
)

// clauseAt reports whether a clause with a subject of its own, and not a noun
// phrase, begins at token i: «noted those voters will».
func (p *passage) clauseAt(i, limit int) bool {
	for t := i; t < limit && t < i+9 && p.Tokens[t].Kind != lang.Mark && !p.is(t, that|relative); t++ {
		if p.third(t) || t > i && p.is(t, auxiliary|negation) && p.key(t) != "be" && p.key(t) != "been" && p.key(t) != "being" {
			return true
		}
	}
	return false
}

// tight reports whether a cue that may be a noun stands right behind a subject.
func (p *passage) tight(c *candidate) bool {
	before := c.cue.at - 1
	return c.cue.Form != lang.Present || before >= 0 && (p.nameTo[before] >= 0 || p.is(before, pronoun|source))
}

// stopped reports whether the attribution that ends before token i is followed
// by a mark or by nothing.
func (p *passage) stopped(i, limit int) bool {
	return i >= limit || p.Tokens[i].Kind == lang.Mark
}

// objectCarries reports whether content that is a noun phrase, or a clause
// without complementizer, can be what the cue reports.
func (p *passage) objectCarries(c *candidate, s who, at, limit int) bool {
	switch {
	case p.key(at) == "so" || p.key(at) == "nothing" || p.key(at) == "as" && p.key(at+1) == "much":
		return false
	case c.cue.Force == lang.Refuse, c.cue.Force == lang.Deny && c.cue.Weak:
		// Turning down a plan is an act; turning down a claim denies it.
		if !p.claims(at, limit) {
			return false
		}
		c.cue.Force = lang.Deny
		return true
	case p.is(at, subordinate) && p.key(at) != "what" && p.key(at) != "where" && p.key(at) != "if":
		return false
	case c.cue.Force == lang.Describe:
		return p.callsIt(at, limit)
	case c.cue.Weak && c.cue.Clause && c.cue.afterthought() && (s.found() || s.pronoun != "") && !s.generic && p.clauseAt(at, limit):
		return true
	case c.cue.Form == lang.Participle && !p.finite(c.cue.at) && !c.cue.unfolds():
		return false
	case c.cue.Lemma == "point to" || c.cue.Lemma == "cite" || c.cue.Lemma == "quote":
		return false
	}
	return !c.cue.bare()
}

// callsIt reports whether the object from token i on is called something:
// «called it “a farce”», «called the vote a farce», «described it as quick»;
// not «called a meeting».
func (p *passage) callsIt(i, limit int) bool {
	comma := false
	for t := i; t < limit && t < i+16; t++ {
		switch {
		case p.opens(t) >= 0:
			return t > i && (!comma || p.isArticle(t-1) || p.isArticle(t-2) || p.isArticle(t-3))
		case p.key(t) == "as" && t > i, (p.key(t) == "a" || p.key(t) == "an") && t > i && !p.is(t-1, prep):
			return true
		case p.comma(t):
			comma = true
		case p.is(t, prep) && p.key(t) != "of" && !comma:
			return false
		}
	}
	return false
}

// claims reports whether the object from token i on is something that was
// said: «rejected the accusation», «dismissed reports that».
func (p *passage) claims(i, limit int) bool {
	for t := i; t < limit && t < i+5; t++ {
		if p.is(t, claim) {
			return true
		}
		if p.is(t, prep) || p.Tokens[t].Kind != lang.Word {
			return false
		}
	}
	return false
}
