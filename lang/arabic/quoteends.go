package arabic

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// endAll ends every open quotation, by rule 5, at the byte end at the latest;
// the marks from k on lie behind it.
func (p *pairing) endAll(end, k int) {
	for at := len(p.stack) - 1; at >= 0; at-- {
		o := p.stack[at]
		q := &p.quotes[o.quote]
		switch {
		case q.family == familySingle || q.family == familyBracket:
			q.void = true
		default:
			q.end = p.openEnd(o.quote, end)
		}
	}
	p.stack, p.over = p.stack[:0], 0
}

// openEnd returns where the never closed quotation ends. The quotations within
// are those behind it in the list, all ended by now.
func (p *pairing) openEnd(quote, limit int) int {
	q := p.quotes[quote]
	end, last := -1, q.open
	for inner := quote + 1; inner < len(p.quotes); inner++ {
		within := p.quotes[inner]
		if within.void || within.open < last || p.endOf(inner) <= end {
			continue
		}
		if p.fresh(within.open) || p.stopBetween(last, within.open) {
			if end < 0 {
				end = p.breakBefore(last, within.open)
			}
			break
		}
		end = p.endOf(inner)
		last = p.lastToken(inner)
	}
	if end < 0 {
		return limit
	}
	return end
}

func (p *pairing) endOf(quote int) int {
	q := p.quotes[quote]
	if q.close >= 0 {
		return p.tokens[q.close].End
	}
	return q.end
}

// lastToken returns the last token of a quotation that has ended.
func (p *pairing) lastToken(quote int) int {
	q := p.quotes[quote]
	if q.close >= 0 {
		return q.close
	}
	return sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].Start >= q.end }) - 1
}

// fresh reports whether the mark at a token begins a quotation of its own
// rather than one within another.
func (p *pairing) fresh(token int) bool { return token > 0 && isColon(p.tokens[token-1].Key) }

// breakBefore returns the end of the last stop, else of the words before the
// last comma, between two tokens; -1 if there is neither.
func (p *pairing) breakBefore(from, to int) int {
	comma := -1
	for i := to - 1; i > from; i-- {
		if isFinalStop(p.tokens[i].Key) {
			return p.tokens[i].End
		}
		if comma < 0 && isComma(p.tokens[i].Key) {
			comma = p.tokens[i].Start
		}
	}
	return comma
}

// finish turns pairs into quotations, in order, nested and with their depth.
func (p *pairing) finish() []lang.Quote {
	quotes := make([]lang.Quote, 0, len(p.quotes))
	for i, q := range p.quotes {
		if !q.void {
			quotes = append(quotes, p.quote(i))
		}
	}
	sort.SliceStable(quotes, func(i, j int) bool {
		if quotes[i].Start != quotes[j].Start {
			return quotes[i].Start < quotes[j].Start
		}
		return quotes[i].End > quotes[j].End
	})
	return nest(p.text, quotes)
}

func (p *pairing) quote(i int) lang.Quote {
	q := p.quotes[i]
	result := lang.Quote{Start: p.tokens[q.open].Start, End: p.endOf(i), Balanced: q.close >= 0 && q.clean}
	result.Inner = lang.Range{Start: p.tokens[q.open].End, End: result.End}
	if q.close >= 0 {
		result.Inner.End = p.tokens[q.close].Start
	} else if token := p.lastToken(i); p.tokens[token].Kind == lang.Quoter && p.tokens[token].End == result.End && token > q.open {
		// It shares its last mark with a quotation within.
		result.Inner.End = p.tokens[token].Start
	}
	return result
}

// nest cuts quotations that cross the end of an outer one, sets depths and
// trims.
func nest(text string, quotes []lang.Quote) []lang.Quote {
	var ends []int
	kept := quotes[:0]
	for _, q := range quotes {
		for len(ends) > 0 && ends[len(ends)-1] <= q.Start {
			ends = ends[:len(ends)-1]
		}
		if len(ends) > 0 && q.End > ends[len(ends)-1] {
			q.End, q.Balanced = ends[len(ends)-1], false
			q.Inner.End = min(q.Inner.End, q.End)
		}
		if q.Inner.Start > q.Inner.End {
			continue
		}
		q.Depth = len(ends)
		ends = append(ends, q.End)
		q.Inner = trim(text, q.Inner)
		if q.Inner.Start == q.Inner.End {
			ends = ends[:len(ends)-1]
			continue
		}
		if q.End > q.Inner.End && !q.Balanced {
			q.End = max(q.Inner.End, lastInk(text, q.End))
		}
		kept = append(kept, q)
	}
	return kept
}

// trim cuts white space and hidden controls from both ends of r.
func trim(text string, r lang.Range) lang.Range {
	part := strings.TrimLeftFunc(text[r.Start:r.End], isBlank)
	r.Start = r.End - len(part)
	r.End = r.Start + len(strings.TrimRightFunc(part, isBlank))
	return r
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || isControl(r) }

// lastInk returns end without the white space before it.
func lastInk(text string, end int) int {
	for end > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:end])
		if !isBlank(r) {
			break
		}
		end -= n
	}
	return end
}
