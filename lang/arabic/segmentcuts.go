package arabic

import "strings"

// cut is one way to part a folded word, in bytes: proclitics at its start, a
// pronoun at its end.
type cut struct{ conj, prep, enclitic uint8 }

// start is where the stem begins, with the article.
func (c cut) start() int { return int(c.conj) + int(c.prep) }

// mostCuts is how many ways there are at most: with and without a conjunction
// and a preposition, with none or one of the pronouns.
const mostCuts = 64

// longestSegmented is how long a word may be that is parted, in bytes of its
// key: no Arabic word with its clitics is longer.
const longestSegmented = 24 * letterBytes

// cuts appends to list the ways in which the letters of a folded word can be
// parted; the whole word is the first. A closed word ends in a written ة or ى,
// which no pronoun follows. Prepositions and pronouns are looked for where the
// lexicon has what they leave.
func (r *reader) cuts(list []cut, closed bool) []cut {
	key := r.key
	list = append(list, cut{})
	if len(key) < 2*letterBytes || len(key) > longestSegmented || !isArabicWord(key) {
		return list
	}
	list = r.cutPrepositions(list[:0], cut{}, closed)
	if first := key[:letterBytes]; first == prefixWaw || first == prefixFeh {
		list = r.cutPrepositions(list, cut{conj: letterBytes}, closed)
	}
	return list
}

// cutPrepositions goes on behind a conjunction.
func (r *reader) cutPrepositions(list []cut, c cut, closed bool) []cut {
	list = r.cutEnclitics(list, c, closed)
	rest := r.key[c.conj:]
	if len(rest) < 3*letterBytes {
		return list
	}
	switch rest[:letterBytes] {
	case prefixSeen:
		if len(rest) < 4*letterBytes || !startsVerb(rest[letterBytes:]) {
			return list
		}
	case prefixBeh, prefixLam, prefixKaf:
	default:
		return list
	}
	c.prep = letterBytes
	return r.cutEnclitics(list, c, closed)
}

// startsVerb reports whether a folded word begins with the letter of a person.
func startsVerb(rest string) bool {
	switch rest[:letterBytes] {
	case personHe, personShe, personI, personWe:
		return true
	}
	return false
}

// cutEnclitics appends the word without and with each pronoun.
func (r *reader) cutEnclitics(list []cut, c cut, closed bool) []cut {
	rest := r.key[c.start():]
	if len(rest) < 2*letterBytes && c.start() > 0 {
		return list
	}
	if c.prep == 0 || r.mayStand(c.start()) {
		list = append(list, c)
	}
	if closed {
		return list
	}
	for _, enclitic := range enclitics {
		stem, ok := strings.CutSuffix(rest, enclitic)
		if !ok || len(stem) < letterBytes || len(stem) == letterBytes && (c.prep > 0 || stem != prefixLam && stem != prefixBeh) || r.left(c.start(), len(r.key)-len(enclitic)) == 0 && len(stem) > letterBytes {
			continue
		}
		with := c
		with.enclitic = uint8(len(enclitic))
		list = append(list, with)
	}
	return list
}

// mayStand reports whether what is behind a preposition, from a byte on, has an
// article or is in the lexicon.
func (r *reader) mayStand(from int) bool {
	rest := r.key[from:]
	return strings.HasPrefix(rest, article) || strings.HasPrefix(r.key[from-letterBytes:], doubleLam) || r.count(hashStart, from, len(r.key)) > 0
}
