package statements

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// cue is a reporting word at a token. A cue of no tokens stands for a
// quotation that goes on without one.
type cue struct {
	lang.Cue
	at int
}

// next is the token behind the cue.
func (c cue) next() int { return c.at + c.Tokens }

// near is how far from its cue a noun phrase may stand to be its object.
const near = 12

// carries reports whether content that opens so is reported speech at all.
// Weak cues need a complementizer, a colon, or a quotation right behind them;
// so does a present tense whose subject is no one that speaks («ويؤكد الثقة»).
func (c *candidate) carries(s subject, from, at int, how opening) bool {
	if c.cue.Form == lang.Noun && c.cue.Force == lang.Describe {
		return c.passage.calls(from)
	}
	// Arabic promises «بـ»; English promises a thing as well.
	if how == byObject && (c.cue.bare() || c.cue.Force == lang.Promise && c.passage.Lang != isnad.English) {
		return false
	}
	if how == byQuote && c.cue.Weak && at > from+1 {
		return false
	}
	if how == byPrep && c.cue.Force == lang.Praise && c.passage.Lang != isnad.English {
		return false // «أشاد بـ» is an act
	}
	if (how == byObject || how == byPrep) && c.passage.is(at, thanks) && !c.passage.calls(at) {
		return false
	}
	if c.cue.Force == lang.Inform && !s.found() && how != byThat && how != byQuote && c.passage.Lang != isnad.English {
		return false // «أبلغ التهاني» is no telling
	}
	if c.cue.Form == lang.Present && how == byObject && (c.cue.Force == lang.Believe || c.cue.Force == lang.Expect) {
		return false // «يعتبر من»: a judgement without a judge
	}
	if c.cue.Form == lang.Present && (how == byObject || how == byPrep) {
		return s.found() && !s.parties[0].Unnamed
	}
	return true
}

// calls reports whether the object from token i on is called something:
// «بوصفه للحرب بأنها», not «بوصفه رئيسا للجنة».
func (p *passage) calls(i int) bool {
	for t := i; t < len(p.Tokens) && t < i+7 && !p.comma(t); t++ {
		if p.is(t, that) || p.opens(t) >= 0 {
			return true
		}
	}
	return false
}

// bare reports whether the cue with nothing but an object is no report of
// speech: a weak one, and blame and praise, which are acts.
func (c cue) bare() bool {
	switch c.Force {
	case lang.Accuse, lang.Praise, lang.Refuse:
		return true
	}
	return c.Weak
}

// unfolds reports whether a participle with nothing but an object can be a
// report: «urging people to stay», not «demanding lower prices».
func (c cue) unfolds() bool {
	switch c.Force {
	case lang.Say, lang.Stress, lang.Announce, lang.Add, lang.Warn, lang.Inform:
		return true
	}
	return c.Lemma == "urge" || c.Lemma == "call for" || c.Lemma == "call on"
}

// afterthought reports whether a weak cue is a report where it has the form of
// one: «The bridge is safe, Marsh noted».
func (c cue) afterthought() bool { return afterthought(c.Force) }

func afterthought(force lang.Force) bool {
	switch force {
	case lang.Say, lang.Add, lang.Stress, lang.Announce, lang.Believe, lang.Expect, lang.Propose:
		return true
	}
	return false
}

// governs reports whether the cue takes its content by the preposition.
func (c cue) governs(prep string) bool {
	return prep != "" && (prep == c.Prep || slices.Contains(c.Governs, prep))
}

// infinitive reports whether "to do" behind the cue is what was said.
func (c cue) infinitive() bool {
	switch c.Force {
	case lang.Promise, lang.Threaten, lang.Demand, lang.Ask, lang.Propose, lang.Inform:
		return true
	}
	return false
}

// speaks reports whether the cue is a verb of saying that takes no person as its
// object.
func (c cue) speaks() bool {
	switch c.Force {
	case lang.Say, lang.Add, lang.Stress, lang.Announce, lang.Deny, lang.Expect, lang.Believe:
		return true
	}
	return false
}

// addresses reports whether the cue may name whom it addresses before its
// content: «دعا الطرفين إلى».
func (c cue) addresses() bool {
	switch c.Force {
	case lang.Demand, lang.Ask, lang.Warn, lang.Threaten:
		return true
	}
	return false
}
