package english

import (
	"slices"

	"github.com/isnad-news/isnad/lang"
)

// CueAt reports whether a reporting cue begins at token i: an inflected verb
// ("said", "has warned", "will announce" each at its main verb), a participle
// ("saying"), a particle ("according to"), or a noun with a clause behind it
// ("claim that"). Of several the longest is taken. Forms that are nouns or
// adjectives where they stand are no cues: "the demands", "an alleged plot",
// "United States". An infinitive, and a form behind "would" and the like, is
// weak. A passive is one only with the speaker as its subject: "was quoted as
// saying", "is said to".
func CueAt(tokens []lang.Token, i int) (lang.Cue, bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != lang.Word {
		return lang.Cue{}, false
	}
	for _, e := range cues[tokens[i].Key] {
		if !follows(tokens, i+1, e.rest) {
			continue
		}
		if cue, ok := e.at(tokens, i); ok {
			return cue, true
		}
	}
	return lang.Cue{}, false
}

func follows(tokens []lang.Token, i int, words []string) bool {
	for j, word := range words {
		if i+j >= len(tokens) || tokens[i+j].Key != word {
			return false
		}
	}
	return true
}

// at fits the entry into its surroundings.
func (e entry) at(tokens []lang.Token, i int) (lang.Cue, bool) {
	cue := e.cue
	cue.Tokens, cue.Governs = 1+len(e.rest), e.prepositions
	if next := i + cue.Tokens; next < len(tokens) && slices.Contains(e.prepositions, tokens[next].Key) {
		cue.Prep = tokens[next].Key
		cue.Tokens++
	} else if len(e.rest) == 1 && e.shape != fixed && isPreposition(e.rest[0]) {
		cue.Prep = e.rest[0]
	}
	if e.shape == fixed {
		return cue, e.fixedAt(tokens, i)
	}
	left := before(tokens, i)
	switch e.shape {
	case base:
		return e.baseAt(cue, left)
	case third:
		cue.Form, cue.Number = lang.Present, lang.Singular
		cue.Weak = cue.Weak || e.noun
		return cue, !e.noun || !left.nominal
	case gerund:
		cue.Form = lang.Participle
		cue.Weak = cue.Weak || e.gerund
		return cue, !left.determiner
	}
	return e.pastAt(cue, left)
}

// fixedAt tells the particles and nouns that stand at i from like words: a
// noun wants a determiner, possessive or adjective before it.
func (e entry) fixedAt(tokens []lang.Token, i int) bool {
	if e.cue.Form == lang.Particle {
		return true
	}
	left := before(tokens, i)
	return left.nominal || left.described || i > 0 && isPossessive(tokens[i-1].Key)
}

// baseAt handles "say": a plural's present, an infinitive, or behind "will".
func (e entry) baseAt(cue lang.Cue, left context) (lang.Cue, bool) {
	cue.Form, cue.Number = lang.Present, lang.Plural
	switch {
	case left.future:
		cue.Future, cue.Number = true, lang.AnyNumber
		return cue, true
	case left.infinitive, left.modal:
		cue.Weak, cue.Number = true, lang.AnyNumber
		return cue, true
	case left.did:
		cue.Form, cue.Number = lang.Past, lang.AnyNumber
		return cue, true
	}
	cue.Weak = cue.Weak || e.noun
	if e.noun && left.described {
		return cue, false
	}
	return cue, !left.nominal || !e.noun && !left.determiner
}

// pastAt handles "said", "has said", "was said" and "a said".
func (e entry) pastAt(cue lang.Cue, left context) (lang.Cue, bool) {
	cue.Form = lang.Past
	switch {
	case left.passive:
		cue.Form = lang.Passive
		// "Was told", "were accused": the subject is the one spoken to or of.
		return cue, cue.Lemma == "say" || cue.Lemma == "quote as saying" || cue.Lemma == "cite as saying"
	case left.determiner:
		return cue, false
	case e.shape == participle:
		return cue, left.perfect
	}
	return cue, true
}

// context is what the words before a cue say about its form.
type context struct {
	determiner bool // the next word left is an article or possessive
	described  bool // a singular article and an adjective: "a false claim"
	nominal    bool // or a preposition, number or quantifier: a noun is due
	infinitive bool // "to"
	future     bool // "will", "'ll", "shall"
	modal      bool // "would", "could", …
	did        bool // "did", "does", "do"
	perfect    bool // "has", "have", "had"
	passive    bool // a form of "be"
}

// before reads the words left of token i; adverbs and "not" between are passed.
func before(tokens []lang.Token, i int) context {
	var c context
	if i > 0 {
		key := tokens[i-1].Key
		c.determiner = isDeterminer(key) || isPossessive(key)
		c.described = i > 1 && tokens[i-1].Kind == lang.Word && isSingular(tokens[i-2].Key)
		_, counted := NumberAt(tokens, i-1) // "the two states"
		c.nominal = c.determiner || counted || tokens[i-1].Kind == lang.Digits || isPreposition(key) || key == "united" || key == "member"
	}
	for j := i - 1; j >= 0 && j >= i-4 && tokens[j].Kind == lang.Word; j-- {
		switch key := tokens[j].Key; key {
		case "to":
			c.infinitive, c.nominal = true, false
		case "will", "shall", "won't":
			c.future = true
		case "would", "could", "should", "may", "might", "must", "can", "cannot", "can't", "wouldn't", "couldn't", "shouldn't":
			c.modal = true
		case "did", "does", "do", "didn't", "doesn't", "don't":
			c.did = true
		case "has", "have", "had", "hasn't", "haven't", "hadn't", "having":
			c.perfect = true
		case "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't":
			c.passive = true
		default:
			if isAdverb(key) {
				continue
			}
		}
		return c
	}
	return c
}

// isSingular takes the determiners that no plural follows.
func isSingular(key string) bool {
	switch key {
	case "a", "an", "another", "this", "every", "each":
		return true
	}
	return false
}
