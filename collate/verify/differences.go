package verify

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/contrast"
)

// differences are how two wordings of one thing differ in what they claim.
type differences struct {
	turned  []isnad.Reason // one for each time that one is the other turned round: negated, denied, an opposite
	doubt   bool           // a negation stands further before
	numbers bool           // one gives another number of the same thing, or another day
	reason  isnad.Reason   // the first that was seen
}

func (c *differences) note(reason isnad.Reason) {
	if c.reason == "" {
		c.reason = reason
	}
}

// turn notes that one is the other turned round once more.
func (c *differences) turn(reason isnad.Reason) {
	c.turned = append(c.turned, reason)
	c.note(reason)
}

// any reports whether the two cannot both hold.
func (c *differences) any() bool { return len(c.turned)%2 == 1 || c.numbers }

// twice reports whether the one is the other turned round twice or more, and
// what comes of it cannot be told: who will not lose need not win. A denial of
// what the question says no to is the same, surely: «نفى إغلاق المعبر», «لن
// يغلق المعبر».
func (c *differences) twice() bool {
	return len(c.turned) > 1 && !c.cancels()
}

// cancels reports whether the turns are a denial on the one side and a no on the
// other.
func (c *differences) cancels() bool {
	return len(c.turned) == 2 && slices.Contains(c.turned, isnad.ByDenial) && slices.Contains(c.turned, isnad.ByAskedNot)
}

// differencesOf compares the question with the stretch of said that it is aligned
// with.
func differencesOf(asked, said []word, a *alignment) differences {
	var c differences
	first, _ := a.stretch()
	if first >= 0 && !asked[0].negates {
		switch before(said, first) {
		case negated:
			c.turn(isnad.ByNegation)
		case doubtful:
			c.doubt = true
		}
	}
	for k, s := range a.steps {
		switch {
		case s.asked < 0:
			if said[s.found].negates && !matched(a, asked, said, k) {
				c.turn(isnad.ByNegation)
			}
		case s.found < 0:
			if asked[s.asked].negates && !matched(a, asked, said, k) {
				c.turn(isnad.ByAskedNot)
			}
		default:
			c.pair(&asked[s.asked], &said[s.found])
		}
	}
	return c
}

// matched reports whether a negator that stands alone has one beside it on the
// other side, another word of the same sense: «لم» for «لن», "no" for "not".
func matched(a *alignment, asked, said []word, k int) bool {
	for i := max(0, k-2); i <= min(len(a.steps)-1, k+2); i++ {
		s := a.steps[i]
		if i == k || s.asked >= 0 && s.found >= 0 && asked[s.asked].negates == said[s.found].negates {
			continue
		}
		if a.steps[k].asked < 0 && s.asked >= 0 && asked[s.asked].negates || a.steps[k].asked >= 0 && s.found >= 0 && said[s.found].negates {
			return true
		}
	}
	return false
}

func (c *differences) pair(asked, said *word) {
	switch {
	case asked.date.another(said.date):
		c.numbers = true
		c.note(isnad.ByDay)
	case asked.same(said) || asked.negates && said.negates:
	case asked.counted && said.counted:
		if asked.number != said.number {
			c.numbers = true
			c.note(isnad.ByNumber)
		}
	case asked.negates:
		c.turn(isnad.ByAskedNot)
	case said.negates:
		c.turn(isnad.ByNegation)
	case contrast.Opposed(asked.concepts, said.concepts):
		c.turn(isnad.ByOpposite)
	}
}

// denials counts the words of denial among words.
func denials(words []word) int {
	n := 0
	for i := range words {
		if slices.Contains(words[i].concepts, "deny") {
			n++
		}
	}
	return n
}
