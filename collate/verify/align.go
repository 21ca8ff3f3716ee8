package verify

import "github.com/isnad-news/isnad"

// Weights of a word in an alignment.
const (
	contentWeight  = 1.0
	numberWeight   = 1.2
	functionWeight = 0.3
)

func (w *word) weight() float64 {
	switch {
	case w.counted:
		return numberWeight
	case w.content, w.negates:
		return contentWeight
	}
	return functionWeight
}

// What steps of an alignment score, as parts of the weight of the word. A word
// that stands for another of its sort costs less than leaving one out and adding
// the other.
const (
	akinPart    = 0.8
	replacePart = -0.28
	oddPart     = -0.55 // a word for one of another sort
	countPart   = -0.1  // a number for another, or a day or month
	addPart     = -0.3
	dropPart    = -0.3
)

// step is one step of an alignment: places in the question and in what was
// said, -1 for none.
type step struct{ asked, found int }

// alignment is the way from a stretch of what was said to the whole question.
type alignment struct {
	steps []step // in order; begins and ends with a word of both
	share float64
	kept  int // content words that are the same or akin
	loose int // content words of the stretch that the question has not
}

// align finds the stretch of said that the question is most like, word for
// word: a global alignment of the question, a local one of what was said. It
// costs len(asked)·len(said) steps.
// Source: Needleman and Wunsch 1970, with free ends in one of the two.
func align(asked, said []word) alignment {
	rows, columns := len(asked)+1, len(said)+1
	score, from := make([]float64, rows*columns), make([]byte, rows*columns)
	for i := 1; i < rows; i++ {
		score[i*columns], from[i*columns] = score[(i-1)*columns]+addPart*asked[i-1].weight(), added
		for j := 1; j < columns; j++ {
			best, how := score[(i-1)*columns+j-1]+likeness(&asked[i-1], &said[j-1]), both
			if s := score[(i-1)*columns+j] + addPart*asked[i-1].weight(); s > best {
				best, how = s, added
			}
			if s := score[i*columns+j-1] + dropPart*said[j-1].weight(); s > best {
				best, how = s, dropped
			}
			score[i*columns+j], from[i*columns+j] = best, how
		}
	}
	end := 0
	for j := range columns {
		if score[(rows-1)*columns+j] > score[(rows-1)*columns+end] {
			end = j
		}
	}
	return trace(asked, said, from, end)
}

// How a cell of the table was reached.
const (
	both byte = iota
	added
	dropped
)

// likeness is what it scores that one word stands where the other does.
func likeness(asked, said *word) float64 {
	weight := max(asked.weight(), said.weight())
	switch {
	case asked.date.another(said.date):
		return countPart * weight
	case asked.same(said):
		return asked.weight()
	case asked.akin(said):
		return akinPart * asked.weight()
	case asked.counted && said.counted:
		return countPart * weight
	case asked.counted != said.counted || asked.content != said.content:
		return oddPart * weight
	}
	return replacePart * weight
}

func trace(asked, said []word, from []byte, end int) alignment {
	var a alignment
	columns := len(said) + 1
	for i, j := len(asked), end; i > 0; {
		switch from[i*columns+j] {
		case both:
			i, j = i-1, j-1
			a.steps = append(a.steps, step{i, j})
		case added:
			i--
			a.steps = append(a.steps, step{i, -1})
		default:
			j--
			a.steps = append(a.steps, step{-1, j})
		}
	}
	for i, j := 0, len(a.steps)-1; i < j; i, j = i+1, j-1 {
		a.steps[i], a.steps[j] = a.steps[j], a.steps[i]
	}
	a.measure(asked, said)
	return a
}

func (a *alignment) measure(asked, said []word) {
	total, kept := 0.0, 0.0
	for i := range asked {
		total += asked[i].weight()
	}
	for _, s := range a.steps {
		switch {
		case s.asked < 0:
			if said[s.found].matters() {
				a.loose++
			}
		case s.found < 0:
		case asked[s.asked].same(&said[s.found]) || asked[s.asked].akin(&said[s.found]):
			kept += asked[s.asked].weight()
			if asked[s.asked].matters() {
				a.kept++
			}
		}
	}
	if total > 0 {
		a.share = kept / total
	}
}

// stretch is the first and the last word of what was said that stand in the
// alignment; -1 if none.
func (a *alignment) stretch() (first, last int) {
	first, last = -1, -1
	for _, s := range a.steps {
		if s.found >= 0 {
			if first < 0 {
				first = s.found
			}
			last = s.found
		}
	}
	return first, last
}

// changes tells the alignment step by step; neighbours of one kind that stand
// behind one another in the article are one step.
func (a *alignment) changes(asked, said []word, question string) []isnad.WordChange {
	var list []isnad.WordChange
	for _, s := range a.steps {
		var one isnad.WordChange
		switch {
		case s.asked < 0:
			one = isnad.WordChange{Kind: isnad.WordDropped, Found: said[s.found].span}
		case s.found < 0:
			one = isnad.WordChange{Kind: isnad.WordAdded, Asked: asked[s.asked].span.Of(question)}
		default:
			one = isnad.WordChange{Kind: isnad.WordReplaced, Asked: asked[s.asked].span.Of(question), Found: said[s.found].span}
			if asked[s.asked].same(&said[s.found]) {
				one.Kind = isnad.WordKept
			}
		}
		list = join(list, one)
	}
	return list
}

// nearby is how many bytes may lie between two words that are shown as one
// stretch: a space, a mark and a quotation mark.
const nearby = 8

func join(list []isnad.WordChange, one isnad.WordChange) []isnad.WordChange {
	if len(list) == 0 || list[len(list)-1].Kind != one.Kind || one.Kind == isnad.WordReplaced {
		return append(list, one)
	}
	last := &list[len(list)-1]
	if one.Kind != isnad.WordAdded && one.Found.Start-last.Found.End > nearby {
		return append(list, one)
	}
	if one.Kind != isnad.WordAdded {
		last.Found.End = one.Found.End
	}
	if one.Kind != isnad.WordDropped {
		last.Asked += " " + one.Asked
	}
	return list
}
