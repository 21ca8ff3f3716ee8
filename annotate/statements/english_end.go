package statements

import (
	"github.com/isnad-news/isnad/lang"
)

// englishEnds reports whether the reporter's next clause begins at token t of
// a content that began at token at.
func (p *passage) englishEnds(c *candidate, at, t, limit int) bool {
	marked := p.comma(t-1) || p.closes(t-1) >= 0 || p.dash(t-1)
	switch {
	case p.dash(t) && p.closes(t-1) >= 0:
		return !p.bracketed(at, t)
	case c.phrase && p.key(t) == "and" && p.is(t+1, auxiliary) && !p.clauseAt(at, limit):
		return true // «claimed the victory and was hailed»
	case p.isCue[t] && p.cues[t].Form == lang.Participle:
		return marked && (!p.cues[t].Weak || p.leads(t, limit))
	case p.isCue[t] && p.cues[t].Form == lang.Particle:
		return marked
	case marked && p.is(t, contrast):
		return true
	case p.key(t) == "and" || p.key(t) == "but" || p.key(t) == "while" || p.punctuation(t-1) == ";":
		return p.sameSpeaker(t+1, limit) || (marked || p.key(t) != "and") && p.newClause(t, limit) || p.newClause(t, min(limit, t+5)) && p.nameFrom[t+1] >= 0
	case p.comma(t-1) && p.isArticle(t) && (p.is(t+1, gloss) || p.is(t+2, gloss)):
		return true // «…, a charge that the ministry denied»
	case p.comma(t-1) && p.key(t) != "and" && p.newClause(t-1, min(limit, t+8)) && !p.listAhead(t, limit):
		return true
	case c.inserted && p.comma(t) && !p.is(t+1, relative|prep) && p.key(t+1) != "and":
		return true
	case p.closes(t-1) >= 0 && (p.mediumAt(t, limit) > 0 || c.phrase && p.is(t, when)):
		return true
	}
	return false
}

// bracketed reports whether the dash at token t closes an aside that an earlier
// one of the content, which began at token at, opened.
func (p *passage) bracketed(at, t int) bool {
	open := false
	for j := at; j < t; j++ {
		if p.dash(j) && p.Tokens[j-1].End < p.Tokens[j].Start {
			open = !open
		}
	}
	return open
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
		return p.leads(t, limit) || afterthought(cue.Force) && p.clauseAt(next, limit)
	}
	return next < limit && (p.Tokens[next].Kind != lang.Mark || p.comma(next) || p.colon(next) || p.currency(next))
}

// currency reports whether token i is the sign of a sum: "pledged $1 million".
func (p *passage) currency(i int) bool {
	switch p.punctuation(i) {
	case "$", "\u20AC", "\u00A3", "\u00A5":
		return true
	}
	return false
}

// sameSpeaker reports whether a reporting verb of the same speaker, or of a
// pronoun, stands at token t behind a conjunction: "and said", "and he added".
func (p *passage) sameSpeaker(t, limit int) bool {
	for t < limit && (p.is(t, pronoun|adverb|auxiliary|negation) || p.manner(t)) {
		t++
	}
	return t < limit && p.isCue[t] && p.tells(t, limit)
}

// listAhead reports whether an "and" follows token t before the next cue: then the
// comma before it parts a list.
func (p *passage) listAhead(t, limit int) bool {
	for j := t; j < limit && !p.isCue[j]; j++ {
		if p.key(j) == "and" {
			return true
		}
	}
	return false
}

// newClause reports whether the conjunction at token t opens a clause in which
// someone else is reported: «…, and the union warned that».
func (p *passage) newClause(t, limit int) bool {
	for j := t + 1; j < limit && j < t+14; j++ {
		if p.Tokens[j].Kind == lang.Quoter && !p.apostrophe(j) || p.comma(j) || p.is(j, that|relative) {
			return false
		}
		if p.isCue[j] && !p.held(j) && j > t+1 {
			return p.tells(j, limit) && p.subjectBefore(j).found()
		}
	}
	return false
}
