package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// englishContent finds what the cue reports, with subject s: behind the cue,
// before the attribution, or on both sides of it.
func (p *passage) englishContent(c *candidate, s who, limit int) {
	from := max(c.cue.next(), s.end)
	first, end := p.clauseBefore(c, s.start)
	q := -1
	if behind := s.start > 0 && p.sentence[s.start-1] == p.sentence[c.cue.at]; behind {
		q = p.fronted(s.start)
	}
	if c.cue.Form == lang.Participle && !p.finite(c.cue.at) || c.cue.Form == lang.Noun || s.shared && s.carrier < 0 {
		first, end, q = s.start, s.start, -1
	}
	behind := end > first
	at, how := p.englishOpening(c, s, from, limit, behind)
	if how == byObject && !p.objectCarries(c, s, at, limit) {
		at = -1
	}
	if s.loose && how != byThat && how != byQuote && how != byColon {
		return
	}
	if how == byPrep && c.cue.Lemma != "accuse" && (p.third(at) || p.key(at) == "him" || p.key(at) == "them") {
		at = -1
	}
	if at >= 0 && (s.generic || s.carrier >= 0 && !s.found()) && c.cue.Weak && how != byThat && how != byColon {
		at = -1
	}
	if at < 0 && limit == len(p.Tokens) && p.colon(limit-1) {
		return // what is said stands in the next paragraph
	}
	resumed := at > from && how == byObject && (p.comma(at-1) || p.dash(at-1))
	split := at > from && (how == byColon || how == byQuote && p.comma(at-1))
	if q >= 0 && p.wordsIn(p.Quotes[q].Inner) > 0 && (at < 0 || resumed || how == byQuote || how == byColon || p.leadsIn(first, p.tokenFrom(p.Quotes[q].Start))) {
		if how != byQuote && how != byColon {
			at = p.nextHalf(from, limit)
		}
		p.trailingQuote(c, q, first, end, at)
		return
	}
	switch {
	case at < 0 && behind && (c.cue.Clause || c.cue.Quote) && (!c.cue.Weak || !s.generic && c.cue.afterthought() && p.stopped(from, limit) && p.tight(c)):
		p.trailingClause(c, first, end, limit)
	case at < 0:
		return
	case resumed && c.cue.Weak && !p.comma(from):
		return
	case behind && (resumed || split) && how != byThat && !p.settles(first, end):
		p.fill(c, at, how, limit)
		p.joinFront(c, first, end)
	default:
		p.fill(c, at, how, limit)
	}
}

// clauseBefore is the clause that ends right before an attribution that begins
// at token start: half-open, empty if none.
func (p *passage) clauseBefore(c *candidate, start int) (first, end int) {
	if start == 0 || p.sentence[start-1] != p.sentence[c.cue.at] {
		return start, start
	}
	if !p.comma(start-1) && p.closes(start-1) < 0 && !p.dash(start-1) {
		return start, start
	}
	if q := p.closes(start - 1); q >= 0 && p.Quotes[q].Start > p.Tokens[0].Start && !p.ended(start-2) && p.wordsIn(p.Quotes[q].Inner) < 4 {
		return start, start // «the “Dawn” minister said»
	}
	lead := p.lead(c.cue.at)
	first = start
	for first > lead && p.sentence[first-1] == p.sentence[c.cue.at] && p.quote[first-1] == p.quote[c.cue.at] || first > lead && p.sentence[first-1] == p.sentence[c.cue.at] && p.quote[c.cue.at] < 0 {
		first--
	}
	return first, start
}

// lead is the first token of the sentence of token i behind a dateline:
// «ARDEN, March 3 (Corvus) - The bridge».
func (p *passage) lead(i int) int {
	first := p.sentenceStart(i)
	if first > 0 {
		return first
	}
	for t := first; t < i && t < first+14; t++ {
		if p.dash(t) && t > first && (p.punctuation(t-1) == ")" || p.capital(t-1)) {
			return t + 1
		}
		if p.Tokens[t].Kind == lang.Quoter || p.isCue[t] {
			break
		}
	}
	return first
}

// ended reports whether a quotation's last token before its closing mark is a
// stop: then the quotation was a sentence or clause.
func (p *passage) ended(i int) bool {
	return i >= 0 && p.Tokens[i].Kind == lang.Mark
}

// trailingQuote takes quotation q, which ends right before the attribution,
// with what belongs to it before (first:end is its clause) and behind.
func (p *passage) trailingQuote(c *candidate, q, first, end, at int) {
	open := p.tokenFrom(p.Quotes[q].Start)
	if p.leadsIn(first, open) {
		p.quoted(c, q)
		p.secondHalf(c, at)
		return
	}
	c.first, c.end, c.kind = first, end, isnad.Mixed
	if span := p.trimmed(first, end); !span.Empty() {
		c.content = []isnad.Span{span}
		p.secondHalf(c, at)
	}
}

// nextHalf is where a quotation goes on behind an attribution and a comma:
// «“…,” he said two days later, “…”». It is -1 where none does.
func (p *passage) nextHalf(from, limit int) int {
	for t := from; t < limit && t < from+reach; t++ {
		if p.isCue[t] && !p.cues[t].Weak {
			return -1
		}
		if p.opens(t) >= 0 && (p.comma(t-1) || p.dash(t-1) || p.colon(t-1)) {
			return t
		}
	}
	return -1
}

// secondHalf adds the quotation that goes on at token at behind an attribution.
func (p *passage) secondHalf(c *candidate, at int) {
	q := p.opens(at)
	if at < 0 || q < 0 || len(c.content) != 1 {
		return
	}
	next := p.Quotes[q].Inner
	if span := p.untail(isnad.Span{Start: next.Start, End: next.End}); !span.Empty() {
		c.content = append(c.content, span)
	}
}

// leadsIn reports whether the words at first:open before a quotation are none
// of its clause: nothing, or the report's own up to a comma, colon or stop.
func (p *passage) leadsIn(first, open int) bool {
	if open <= first {
		return true
	}
	words := 0
	for t := first; t < open; t++ {
		if p.isCue[t] && !p.held(t) && !p.cues[t].Weak {
			return true
		}
		if p.Tokens[t].Kind == lang.Word {
			words++
		}
	}
	return words == 0 || p.colon(open-1) || p.comma(open-1) && p.settles(first, open)
}

// trailingClause takes the clause first:end before the attribution, and what
// goes on behind it between commas: «The bridge, he said, is safe».
func (p *passage) trailingClause(c *candidate, first, end, limit int) {
	for first < end && (p.key(first) == "but" || p.key(first) == "and" || p.comma(first)) {
		first++
	}
	span := p.trimmed(first, end)
	if span.Empty() || p.wordsIn(lang.Range{Start: span.Start, End: span.End}) < 3 {
		return
	}
	c.first, c.end, c.kind = first, end, isnad.Indirect
	c.content = []isnad.Span{span}
	p.mixedIfQuoted(c, first, end)
}

// joinFront puts the clause before the attribution in front of what stands
// behind it.
func (p *passage) joinFront(c *candidate, first, end int) {
	span := p.trimmed(first, end)
	if span.Empty() || len(c.content) == 0 || c.content[0].Start < span.End {
		return
	}
	if c.kind == isnad.Direct {
		c.kind = isnad.Mixed
	}
	c.content = append([]isnad.Span{span}, c.content...)
	p.mixedIfQuoted(c, first, end)
}

func (p *passage) mixedIfQuoted(c *candidate, first, end int) {
	for t := first; t < end; t++ {
		if p.Tokens[t].Kind == lang.Quoter {
			c.kind = isnad.Mixed
		}
	}
}

// settles reports whether the clause first:end only sets time, place or
// occasion: «In Arden», «Asked about the bridge».
func (p *passage) settles(first, end int) bool {
	for first < end && (p.Tokens[first].Kind == lang.Mark || p.key(first) == "but" || p.key(first) == "and") {
		first++
	}
	if end-first < 2 || end-first < 4 && !p.isArticle(first) && p.nameFrom[first] < 0 || p.is(first, prep|adverb|subordinate) || p.date[first] >= 0 || p.manner(first) {
		return true
	}
	return p.participial(first)
}

// participial reports whether the word at token i looks like a participle:
// «speaking», «asked».
func (p *passage) participial(i int) bool {
	key := p.key(i)
	return len(key) > 4 && p.nameFrom[i] < 0 && (strings.HasSuffix(key, "ing") || strings.HasSuffix(key, "ed"))
}

// untail drops the comma that English puts before a closing mark.
func (p *passage) untail(span isnad.Span) isnad.Span {
	return p.trimmed(p.tokenFrom(span.Start), p.tokenFrom(span.End))
}
