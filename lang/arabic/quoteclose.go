package arabic

import "strings"

// empty reports whether mark k would close a quotation of nothing.
func (p *pairing) empty(k int) bool {
	if len(p.stack) == 0 || p.over > 0 {
		return false
	}
	top := p.stack[len(p.stack)-1]
	return top.family == p.marks[k].family && p.marks[top.mark].token == p.marks[k].token-1
}

func (p *pairing) open(k int) {
	if len(p.stack) == MaxDepth {
		p.over++
		return
	}
	m := p.marks[k]
	p.stack = append(p.stack, opened{quote: len(p.quotes), mark: k, family: m.family})
	p.quotes = append(p.quotes, pair{open: m.token, close: -1, family: m.family})
}

func (p *pairing) pop() opened {
	top := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	return top
}

func (p *pairing) close(k int) {
	if p.over > 0 {
		p.over--
		return
	}
	at := p.closable(k)
	if at < 0 && p.reopenLast(k) {
		at = p.closable(k)
	}
	if at < 0 {
		return
	}
	clean := p.stack[at].family == p.marks[k].family
	for len(p.stack) > at+1 {
		inner := p.pop()
		p.quotes[inner.quote].end = p.tokens[p.marks[k].token].Start
	}
	outer := p.pop()
	q := &p.quotes[outer.quote]
	q.close, q.clean = p.marks[k].token, clean && !q.broken
	p.last = outer.quote
}

// closable returns the place in the stack of the quotation that mark k
// closes, or -1.
func (p *pairing) closable(k int) int {
	family := p.marks[k].family
	for at := len(p.stack) - 1; at >= 0; at-- {
		if p.stack[at].family == family {
			return at
		}
	}
	top := len(p.stack) - 1
	if top < 0 || !mixes(family) || !mixes(p.stack[top].family) {
		return -1
	}
	n := p.nextOf(p.stack[top].family, k)
	if n < len(p.marks) && p.marks[n].line == p.marks[k].line && p.roleOf(n) != opens {
		return -1
	}
	return top
}

// mixes reports whether writers mix marks of the family with others.
func mixes(f family) bool { return f == familyDouble || f == familyGuill || f == familyAngle }

// nextOf returns the first mark from k on of the family. Calls come with k
// rising, so that all of them together pass each mark once.
func (p *pairing) nextOf(f family, k int) int {
	for p.ahead[f] < k {
		p.ahead[f] = p.next[p.ahead[f]]
	}
	return p.ahead[f]
}

// reopenLast applies rule 4 for mark k.
func (p *pairing) reopenLast(k int) bool {
	last := p.last
	p.last = -1
	if last < 0 || len(p.stack) > 0 || p.quotes[last].family != p.marks[k].family {
		return false
	}
	q := p.quotes[last]
	if q.close < 1 || !isComma(p.tokens[q.close-1].Key) || p.stopBetween(q.close, p.marks[k].token) {
		return false
	}
	p.stack = append(p.stack,
		opened{quote: last, mark: p.markAt(q.open), family: q.family},
		opened{quote: len(p.quotes), mark: p.markAt(q.close), family: q.family})
	p.quotes[last].close, p.quotes[last].broken = -1, true
	p.quotes = append(p.quotes, pair{open: q.close, close: -1, family: q.family})
	return true
}

// markAt returns the mark that stands at a token.
func (p *pairing) markAt(token int) int {
	low, high := 0, len(p.marks)
	for low < high {
		middle := (low + high) / 2
		if p.marks[middle].token < token {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// stopBetween reports whether a full stop stands between two tokens.
func (p *pairing) stopBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if isFinalStop(p.tokens[i].Key) {
			return true
		}
	}
	return false
}

// endLines ends the quotations that rule 6 keeps within the line before mark k.
func (p *pairing) endLines(k int) {
	if k == 0 || len(p.stack) == 0 || p.marks[k].line == p.marks[k-1].line {
		return
	}
	n := p.nextOf(p.stack[0].family, k)
	if n < len(p.marks) && p.roleOf(n) != opens && p.over == 0 {
		return
	}
	from := p.tokens[p.marks[k-1].token].End
	end := len(p.text)
	if at := strings.IndexByte(p.text[from:], '\n'); at >= 0 {
		end = from + at
	}
	p.endAll(end, k)
	p.last = -1
}
