package names

// signs are what stands in and about a run of capitalised words that tells
// what it names, as bits.
const (
	signGiven   = 1 << iota // begins with a given name
	signBody                // ends or begins with "ministry"
	signPlace               // ends or begins with "river"
	signEvent               // ends with "cup"
	signWork                // behind "album"
	signTitle               // behind "minister"
	signSays                // beside "said"
	signIn                  // behind "in"
	signThe                 // behind "the"
	signLegal               // ends with "Ltd"
	signTeam                // ends with "United"
	signAlone               // is of one word
	signLetters             // letters in brackets behind a name
	allSigns    = 14
)

// seenWord is how a word is written in a text.
type seenWord struct {
	lower, middle, leads, follows int // in small letters; capitalised inside a sentence; before and behind a capitalised word
	signs                         uint64
}

// capital reports whether a word can be part of a name by its letters.
func (e *EnglishRows) capital(c *englishCell) bool {
	switch c.letters {
	case capitalised:
		return !c.opens || c.flags&e.lists.function == 0
	case oneCapital:
		return c.key != "i" && !(c.opens && c.key == "a")
	}
	return c.letters == allCapitals || c.letters == mixedCase
}

// runs finds the runs of capitalised words. A run goes over "of", "de" and the
// like if a capitalised word follows.
func (e *EnglishRows) runs() {
	for i := range e.cells {
		e.cells[i].from, e.cells[i].to = i, i+1
	}
	for i := 0; i < len(e.cells); {
		if !e.capital(&e.cells[i]) {
			i++
			continue
		}
		end := e.runEnd(i)
		for k := i; k < end; k++ {
			e.cells[k].from, e.cells[k].to = i, end
		}
		i = end
	}
}

func (e *EnglishRows) runEnd(i int) int {
	for i++; i < len(e.cells) && !e.cells[i].breaks; {
		c := &e.cells[i]
		switch {
		case e.capital(c), c.letters == digitsOnly:
			i++
		case e.links(i) && e.capital(e.at(i+1)):
			i += 2
		case c.key == "of" && e.at(i+1).key == "the" && e.capital(e.at(i+2)):
			i += 3
		default:
			return i
		}
	}
	return i
}

// links reports whether a word joins parts of a name.
func (e *EnglishRows) links(i int) bool {
	c := &e.cells[i]
	switch c.key {
	case "of", "the", "de", "for", "&", "la", "del", "du", "von", "van", "bin":
		return true
	case "-":
		return c.glued
	case ".":
		return e.cells[i-1].letters == oneCapital
	}
	return false
}

// quotations marks the words between quotation marks: 1 in a quotation, 2 in a
// short one that begins with a capital, 3 if it also ends with a name, and 4
// more on its first word.
func (e *EnglishRows) quotations() {
	const short = 8 // words
	open := -1
	for i := range e.cells {
		if e.cells[i].breaks {
			open = -1
		}
		if !e.cells[i].quotes {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		length, kind := i-open-1, uint64(1)
		if length > 0 && length <= short && e.cells[open+1].letters != lowerCase {
			kind = 2
			if last := e.cells[i-1].letters; length == 1 || last != lowerCase && last != markOnly {
				kind = 3
			}
		}
		for k := open + 1; k < i; k++ {
			e.cells[k].quote = kind
		}
		if length > 0 && kind > 1 {
			e.cells[open+1].quote |= 4
		}
		open = -1
	}
}

// signsOf tells what stands in and about the run of word i.
func (e *EnglishRows) signsOf(i int) uint64 {
	c := e.at(i)
	first, last, before, behind := e.at(c.from), e.at(c.to-1), e.at(c.from-1), e.at(c.to)
	long := c.to-c.from > 1
	the := before.key == "the"
	signs := bit(the) * signThe
	if the {
		before = e.at(c.from - 2)
	}
	sign := func(v bool, sign uint64) {
		if v {
			signs |= sign
		}
	}
	sign(long && first.flags>>englishGiven&1 != 0, signGiven)
	sign(last.flags&e.lists.body != 0 || c.to-c.from > 2 && first.flags&e.lists.body != 0, signBody)
	sign(last.flags&e.lists.place != 0 || first.flags&e.lists.place != 0, signPlace)
	sign(last.flags&e.lists.event != 0, signEvent)
	sign(before.flags&e.lists.work != 0, signWork)
	sign(before.flags&e.lists.title != 0 || before.flags&e.lists.trade != 0 || long && first.flags&e.lists.title != 0, signTitle)
	sign(behind.flags&e.lists.say != 0 || before.flags&e.lists.say != 0 || behind.flags&e.lists.born != 0, signSays)
	sign(before.flags&e.lists.locprep != 0, signIn)
	sign(last.flags&e.lists.legal != 0, signLegal)
	sign(last.flags&e.lists.team != 0, signTeam)
	return signs
}

// remember brings to every word what its other places in the text tell.
func (e *EnglishRows) remember() {
	clear(e.index)
	e.seen = e.seen[:0]
	for i := range e.cells {
		e.note(i)
	}
	for i := range e.cells {
		c := &e.cells[i]
		if !e.capital(c) {
			continue
		}
		seen := &e.seen[c.seen]
		seen.signs |= e.signsOf(i)
		if c.to-c.from == 1 {
			seen.signs |= signAlone
		}
		if name := e.at(i - 2); c.letters == allCapitals && e.at(i-1).key == "(" && e.capital(name) && name.to-name.from > 1 {
			const ofName = signBody | signPlace | signEvent | signTeam | signGiven
			seen.signs |= e.signsOf(i-2)&ofName | signLetters
		}
	}
	for i := range e.cells {
		c := &e.cells[i]
		if c.seen < 0 || c.letters == lowerCase {
			continue
		}
		seen := &e.seen[c.seen]
		if e.capital(c) {
			c.signs = seen.signs
		}
		own := int(bit(!c.opens && c.letters == capitalised))
		c.memory = bit(seen.lower > 0) | bit(seen.middle > own)<<1 | bit(seen.leads > 0)<<2 | bit(seen.follows > 0)<<3
	}
}

// note counts how a word is written.
func (e *EnglishRows) note(i int) {
	c := &e.cells[i]
	if c.letters == markOnly || c.letters == digitsOnly {
		return
	}
	at, ok := e.index[c.word]
	if !ok {
		at = len(e.seen)
		e.index[c.word] = at
		e.seen = append(e.seen, seenWord{})
	}
	c.seen = at
	seen := &e.seen[at]
	switch c.letters {
	case lowerCase:
		seen.lower++
	case capitalised, mixedCase, oneCapital:
		if !c.opens {
			seen.middle++
		}
		seen.leads += int(bit(e.at(i+1).letters == capitalised))
		seen.follows += int(bit(e.at(i-1).letters == capitalised))
	}
}
