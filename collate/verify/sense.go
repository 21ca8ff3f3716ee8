package verify

import (
	"math"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/contrast"
)

// match is the word of a statement that says what a word of the question says.
type match struct {
	at   int     // place in the statement; -1 if none
	part float64 // how much of the word's sense it holds, 0 to 1
	how  how
}

// how two words met.
type how uint8

const (
	byNothing how = iota
	byForm        // the same word or a form of it
	byName        // one entity, or two spellings of one name
	byNumber
	byConcept
	byOpposite // the opposite word: of the same matter
	byUnit     // another number of the same thing
)

// The parts of a word's sense that the ways of meeting hold.
const (
	formPart     = 0.95
	namePart     = 0.9
	conceptPart  = 0.8
	listPart     = 0.75
	oppositePart = 0.7
	unitPart     = 0.6
)

// meaning is how a form of the collection meets a word of the question, names
// and numbers apart; read once.
type meaning struct {
	part  float64
	how   how
	known bool
}

// meanings prepares the table of meanings: a row a word of the question.
func (v *verifier) meanings() {
	v.meant = make([][]meaning, len(v.words))
	for i := range v.words {
		if v.words[i].matters() {
			v.meant[i] = make([]meaning, len(v.lexicon.list))
		}
	}
}

// matchAll finds, for every statement, what it says of each word of the question.
func (v *verifier) matchAll() {
	v.matches = make([][]match, len(v.said))
	for k, u := range v.said {
		v.matches[k] = make([]match, len(v.words))
		for i := range v.words {
			v.matches[k][i] = match{at: -1}
			if v.words[i].matters() {
				v.matches[k][i] = v.best(i, u)
			}
		}
	}
	v.weights, v.carried = v.rarity(), v.carries()
}

// best finds the word of a statement that says word i of the question best.
func (v *verifier) best(i int, u *utterance) match {
	asked, best := &v.words[i], match{at: -1}
	for j := range u.words {
		if !u.words[j].content && !u.words[j].counted {
			continue
		}
		if part, how := v.meets(i, &u.words[j]); part > best.part {
			best = match{j, part, how}
		}
	}
	if best.at < 0 && meet(asked.entities, u.speakers) {
		return match{-1, namePart, byName}
	}
	if best.at < 0 && asked.counted {
		best = v.otherNumber(i, u)
	}
	return best
}

// meets is how much of the sense of word i of the question another holds.
func (v *verifier) meets(i int, said *word) (float64, how) {
	asked := &v.words[i]
	if asked.counted || said.counted {
		if asked.counted && said.counted && asked.number == said.number {
			return 1, byNumber
		}
		return 0, byNothing
	}
	switch {
	case asked.date.same(said.date):
		return 1, byForm
	case asked.date.another(said.date):
		return 0, byNothing
	}
	row := v.meant[i]
	if said.id >= len(row) {
		return v.means(asked, said)
	}
	m := &row[said.id]
	if !m.known {
		m.part, m.how = v.means(asked, said)
		m.known = true
	}
	if m.part < namePart && meet(asked.entities, said.entities) {
		return namePart, byName
	}
	return m.part, m.how
}

// means compares two forms.
func (v *verifier) means(asked, said *word) (float64, how) {
	switch {
	case asked.same(said):
		return 1, byForm
	case asked.term == said.term:
		return formPart, byForm
	case shareConcept(asked.concepts, said.concepts):
		return conceptPart, byConcept
	case asked.latin != said.latin && v.names.oneName(asked, said):
		return namePart, byName
	case asked.latin != said.latin && v.translates(asked, said):
		return listPart, byConcept
	case contrast.Opposed(asked.concepts, said.concepts):
		return oppositePart, byOpposite
	}
	return 0, byNothing
}

// otherNumber finds another number of what a number of the question counts: the
// words beside the two are one.
func (v *verifier) otherNumber(i int, u *utterance) match {
	for j := range u.words {
		if !u.words[j].counted {
			continue
		}
		for _, unit := range beside(v.words, i) {
			for _, other := range beside(u.words, j) {
				if part, how := v.meets(unit, &u.words[other]); part > 0 && how != byOpposite {
					return match{j, unitPart, byUnit}
				}
			}
		}
	}
	return match{at: -1}
}

// beside are the places of words that can be what a number counts: the content
// word behind it, in its clause, else the one before it.
func beside(words []word, at int) []int {
	for j := at + 1; j < len(words) && j <= at+2 && !words[j].stop; j++ {
		if words[j].content && !words[j].counted {
			return []int{j}
		}
	}
	for j := at - 1; j >= 0 && j >= at-2 && !words[j+1].stop; j-- {
		if words[j].content && !words[j].counted {
			return []int{j}
		}
	}
	return nil
}

// rarity gives each word of the question its weight: numbers above words,
// words above names, and the rarer a word is in the collection the more.
func (v *verifier) rarity() []float64 {
	weights := make([]float64, len(v.words))
	for i := range v.words {
		if !v.words[i].matters() {
			continue
		}
		holders := 0
		for k := range v.said {
			if v.matches[k][i].part > 0 {
				holders++
			}
		}
		base := 1.0
		switch {
		case v.words[i].counted:
			base = 1.3
		case len(v.words[i].entities) > 0:
			base = 0.7
		case lightWords()[v.words[i].key]:
			base = 0.4
		}
		weights[i] = base * math.Log(3+float64(len(v.said))/float64(1+holders))
	}
	return weights
}

// sense is how far a statement holds what the question says.
type sense struct {
	score   float64
	met     isnad.Met
	missed  bool // a number of the question is not there, or another day or month in its place
	compact bool // the words met stand near one another
	differs differences
}

// senseOf weighs the matches of a statement.
func (v *verifier) senseOf(k int) sense {
	u := v.said[k]
	across := v.across(u)
	var s sense
	total, met := 0.0, 0.0
	first, last := longest, 0
	var turns turns
	for i, m := range v.matches[k] {
		weight := v.weights[i]
		if across && !v.carried[i] && m.part == 0 {
			weight *= uncarriedPart
		}
		total += weight
		met += weight * m.part
		s.count(m)
		s.missed = s.missed || v.otherDate(i, u, m) || v.words[i].counted && m.how != byNumber && (v.words[i].digits || v.words[i].number > 2)
		if m.at < 0 {
			continue
		}
		first, last = min(first, m.at), max(last, m.at)
		if m.how == byName {
			continue
		}
		s.differs.match(m)
		turns.count(headNegated(v.words, i), headNegated(u.words, m.at))
	}
	if total > 0 {
		s.score = met / total
	}
	s.compact = last-first < 2*len(v.words)
	if reason := turns.reason(); reason != "" {
		s.differs.turn(reason)
	}
	if u.refuses() {
		s.differs.turn(isnad.ByDenial)
	}
	if denials(v.words) > 0 && denials(u.words) == 0 {
		s.differs.turn(isnad.ByAskedNot)
	}
	return s
}

// otherDate reports whether word i of the question is of a weekday or month that
// a statement has not, and the statement has another one.
func (v *verifier) otherDate(i int, u *utterance, m match) bool {
	return m.part == 0 && slices.ContainsFunc(u.words, func(w word) bool { return v.words[i].date.another(w.date) })
}

// match takes in a word that was met by what cannot hold with it.
func (c *differences) match(m match) {
	switch m.how {
	case byOpposite:
		c.turn(isnad.ByOpposite)
	case byUnit:
		c.numbers = true
		c.note(isnad.ByNumber)
	}
}

// turns counts the words that one side negates, and those that both do.
type turns struct{ asked, said, straight int }

func (t *turns) count(asked, said bool) {
	switch {
	case asked && said:
		t.straight++
	case asked:
		t.asked++
	case said:
		t.said++
	}
}

// reason says which side negates what the other does not; empty if neither.
func (t *turns) reason() isnad.Reason {
	switch {
	case t.asked+t.said <= t.straight:
		return ""
	case t.asked > t.said:
		return isnad.ByAskedNot
	}
	return isnad.ByNegation
}

// uncarriedPart is what a word counts that nothing carries over languages.
const uncarriedPart = 0.4

func (s *sense) count(m match) {
	switch m.how {
	case byNothing:
	case byName:
		s.met.Names++
	case byNumber:
		s.met.Numbers++
	default:
		s.met.Words++
	}
}

// leastShare is the least share of an Arabic word's uses that the word list must
// give to an English one.
const leastShare = 0.05

// translates reports whether the bilingual word list has the one for the other.
func (v *verifier) translates(a, b *word) bool {
	if a.latin {
		a, b = b, a
	}
	for _, translation := range v.bitext.English(a.term) {
		if translation.P >= leastShare && translation.Key == b.term {
			return true
		}
	}
	return false
}

// across reports whether a statement is in another language than the question.
func (v *verifier) across(u *utterance) bool { return v.latin != latinDoc(v.record.Docs[u.doc]) }

// carries reports which words of the question something carries into the other
// language: a concept, a number, a name that is known, a word that a report of
// that language meets.
func (v *verifier) carries() []bool {
	list := make([]bool, len(v.words))
	for i := range v.words {
		w := &v.words[i]
		list[i] = w.counted || len(w.concepts) > 0 || len(w.entities) > 0
	}
	for k, u := range v.said {
		for i, m := range v.matches[k] {
			list[i] = list[i] || m.part > 0 && v.across(u)
		}
	}
	return list
}
