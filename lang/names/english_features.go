package names

import "github.com/isnad-news/isnad/lang/tagger"

// features adds what is told of word i. The numbers of templates are part of
// the model: none is used again for another thing.
func (e *EnglishRows) features(rows *tagger.Rows, i int) {
	rows.Add(tagger.Mix(1, 0))
	e.wordFeatures(rows, i)
	e.letterFeatures(rows, i)
	e.listFeatures(rows, i)
	e.hintFeatures(rows, i)
	e.senseFeatures(rows, i)
	e.clusterFeatures(rows, i)
	c := e.at(i)
	if e.capital(c) {
		e.runFeatures(rows, c, i)
		e.definition(rows, c, i)
	}
	look := uint64(c.letters)<<1 | bit(c.opens)
	rows.Add(tagger.Mix2(80, c.memory, look))
	rows.Add(tagger.Mix2(81, c.memory, c.flags))
	rows.Add(tagger.Mix(83, c.signs))
	long := bit(c.to-c.from > 1)
	for sign := range uint64(allSigns) {
		if c.signs>>sign&1 != 0 {
			rows.Add(tagger.Mix2(82, sign, long))
		}
	}
	rows.Add(tagger.Mix2(90, e.style, look))
	rows.Add(tagger.Mix2(91, e.style, c.flags))
	rows.Add(tagger.Mix2(92, e.style, c.brief))
	rows.Add(tagger.Mix2(93, c.quote, uint64(c.letters)))
	rows.Add(tagger.Mix2(94, c.quote<<3|e.at(i-1).quote, e.at(c.to).quote))
}

// wordFeatures are the word, its neighbours and pairs of them.
func (e *EnglishRows) wordFeatures(rows *tagger.Rows, i int) {
	c, p, n, pp, nn := e.at(i), e.at(i-1), e.at(i+1), e.at(i-2), e.at(i+2)
	rows.Add(tagger.Mix(2, c.word))
	rows.Add(tagger.Mix2(3, c.word, uint64(c.letters)<<1|bit(c.opens)))
	rows.Add(tagger.Mix(4, p.word))
	rows.Add(tagger.Mix(5, n.word))
	rows.Add(tagger.Mix(6, pp.word))
	rows.Add(tagger.Mix(7, nn.word))
	rows.Add(tagger.Mix2(10, p.word, c.word))
	rows.Add(tagger.Mix2(11, c.word, n.word))
	rows.Add(tagger.Mix2(12, pp.word, p.word))
	rows.Add(tagger.Mix2(13, n.word, nn.word))
	rows.Add(tagger.Mix2(14, p.word, n.word))
}

// letterFeatures are how the word and its neighbours are written.
func (e *EnglishRows) letterFeatures(rows *tagger.Rows, i int) {
	c, p, n, pp, nn := e.at(i), e.at(i-1), e.at(i+1), e.at(i-2), e.at(i+2)
	look := uint64(c.letters)<<1 | bit(c.opens)
	rows.Add(tagger.Mix(40, c.shape))
	rows.Add(tagger.Mix(41, c.brief))
	rows.Add(tagger.Mix(42, look))
	rows.Add(tagger.Mix2(43, uint64(p.letters)<<1|bit(p.opens), look))
	rows.Add(tagger.Mix2(44, look, uint64(n.letters)))
	rows.Add(tagger.Mix2(45, uint64(p.letters)<<4|uint64(n.letters), look))
	rows.Add(tagger.Mix2(46, uint64(pp.letters)<<4|uint64(p.letters), look))
	rows.Add(tagger.Mix2(47, uint64(nn.letters)<<4|uint64(n.letters), look))
	rows.Add(tagger.Mix2(48, p.word, uint64(c.letters)))
	rows.Add(tagger.Mix2(49, n.word, uint64(c.letters)))
	rows.Add(tagger.Mix2(56, c.ending, uint64(c.letters)))
	rows.Add(tagger.Mix2(57, p.brief, c.brief))
	rows.Add(tagger.Mix2(58, c.brief, n.brief))
	rows.Add(tagger.Mix(59, bit(c.possessive)<<1|bit(p.possessive)))
	rows.Add(tagger.Mix(39, bit(c.glued)<<1|bit(n.glued)))
}

// listFeatures are what lists say of the word, its neighbours and names that
// it is part of.
func (e *EnglishRows) listFeatures(rows *tagger.Rows, i int) {
	c, p, n := e.at(i), e.at(i-1), e.at(i+1)
	look := uint64(c.letters)
	rows.Add(tagger.Mix2(50, c.flags, look))
	eachBit(rows, 60, c.flags, look<<1|bit(c.opens))
	eachBit(rows, 61, p.flags, uint64(p.letters)<<4|look)
	eachBit(rows, 62, n.flags, uint64(n.letters)<<4|look)
	rows.Add(tagger.Mix2(51, p.flags, c.flags))
	rows.Add(tagger.Mix2(52, c.flags, n.flags))
	rows.Add(tagger.Mix2(53, p.word, c.flags))
	rows.Add(tagger.Mix2(70, c.phrase, look))
	eachBit(rows, 71, c.phrase, look)
	rows.Add(tagger.Mix2(72, p.phrase, c.phrase))
	rows.Add(tagger.Mix2(73, c.phrase, n.phrase))
}

// hintFeatures are what the caller's lists say of the word and its neighbours.
func (e *EnglishRows) hintFeatures(rows *tagger.Rows, i int) {
	c, p, n := e.at(i), e.at(i-1), e.at(i+1)
	look := uint64(c.letters)
	if c.hint != 0 {
		rows.Add(tagger.Mix2(74, c.hint, look))
		eachBit(rows, 75, c.hint, look)
		rows.Add(tagger.Mix2(76, c.hint, c.phrase))
	}
	if p.hint|n.hint != 0 {
		rows.Add(tagger.Mix2(77, p.hint, c.hint))
		rows.Add(tagger.Mix2(78, c.hint, n.hint))
	}
}

// senseFeatures are the classes of meaning of the word and its neighbours.
func (e *EnglishRows) senseFeatures(rows *tagger.Rows, i int) {
	c, p, n, pp, nn := e.at(i), e.at(i-1), e.at(i+1), e.at(i-2), e.at(i+2)
	look := uint64(c.letters)
	rows.Add(tagger.Mix2(120, c.sense, look))
	rows.Add(tagger.Mix2(121, p.sense, look))
	rows.Add(tagger.Mix2(122, n.sense, look))
	rows.Add(tagger.Mix2(123, pp.sense, look))
	rows.Add(tagger.Mix2(124, nn.sense, look))
	rows.Add(tagger.Mix2(125, p.sense, n.sense<<8|look))
	rows.Add(tagger.Mix2(126, p.sense<<16|pp.sense, look))
	rows.Add(tagger.Mix2(127, n.sense<<16|nn.sense, look))
}

// runFeatures are of the run of capitalised words that word i is in: its first
// and last word, what stands before and behind it, and the word's place in it.
func (e *EnglishRows) runFeatures(rows *tagger.Rows, c *englishCell, i int) {
	from, to := c.from, c.to
	starts, place := bit(i == from), uint64(min(i-from, 3))<<4|uint64(min(to-i, 3))
	first, last, before, behind := e.at(from), e.at(to-1), e.at(from-1), e.at(to)
	rows.Add(tagger.Mix2(100, place, uint64(c.letters)))
	rows.Add(tagger.Mix2(101, last.word, starts))
	rows.Add(tagger.Mix2(102, first.word, starts))
	rows.Add(tagger.Mix2(103, before.word, starts))
	rows.Add(tagger.Mix2(104, behind.word, starts))
	rows.Add(tagger.Mix2(105, last.flags, place))
	rows.Add(tagger.Mix2(106, first.flags, place))
	rows.Add(tagger.Mix2(107, before.flags, place))
	rows.Add(tagger.Mix2(108, behind.flags, place))
	signs := e.signsOf(i)
	rows.Add(tagger.Mix2(109, signs, place))
	eachBit(rows, 110, signs, place)
	if to-from > 1 {
		rows.Add(tagger.Mix2(111, last.ending, starts))
	}
	whole := uint64(0)
	const longestRun = 24 // words: what goes on is no name, and would cost the square of its length
	for k := from; k < min(to, from+longestRun); k++ {
		whole = join(whole, e.cells[k].word)
	}
	left := uint64(min(i-from, 3))
	rows.Add(tagger.Mix2(112, whole, place))
	rows.Add(tagger.Mix2(113, join(before.word, behind.word), left))
	rows.Add(tagger.Mix2(114, join(e.at(from-2).word, before.word), starts))
	rows.Add(tagger.Mix2(115, join(behind.word, e.at(to+1).word), starts))
	rows.Add(tagger.Mix2(116, join(before.word, last.flags), left))
	rows.Add(tagger.Mix2(117, join(first.flags, last.flags), place))
	rows.Add(tagger.Mix2(118, join(e.at(from-2).word, uint64(last.letters)), left))
	rows.Add(tagger.Mix2(119, join(e.at(from-3).word, uint64(last.letters)), left))
	rows.Add(tagger.Mix2(128, before.sense, starts))
	rows.Add(tagger.Mix2(129, behind.sense, starts))
	rows.Add(tagger.Mix2(130, last.sense, starts))
	rows.Add(tagger.Mix2(131, e.at(to+1).sense, starts))
	runClusters(rows, first, last, before, behind, starts, place)
}

// definition adds the class of the noun that "is a …" or "was the …" says of
// the run.
func (e *EnglishRows) definition(rows *tagger.Rows, c *englishCell, i int) {
	const reach = 12 // words
	said := uint64(0)
	for k := c.to; k < c.to+reach && k < len(e.cells); k++ {
		cell, noun := &e.cells[k], e.cells[k].sense>>8
		switch cell.key {
		case "is", "was", "are", "were":
			said = 1
			continue
		}
		if said == 0 {
			continue
		}
		if cell.key == "." || cell.breaks {
			break
		}
		next := e.at(k + 1)
		if noun != 0 && cell.letters == lowerCase && (next.sense>>8 == 0 || next.flags&e.lists.function != 0) {
			said = noun + 2
			break
		}
	}
	rows.Add(tagger.Mix2(132, said, bit(i == c.from)))
}
