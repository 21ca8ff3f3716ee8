package overviews

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// Bounds of a sentence that a lead takes, in letters. A longer one is taken only
// for what happened, where there is no shorter one.
const (
	leastLetters = 25
	mostLetters  = 320
	farTooMany   = 700
)

// alike is the part of its stems that a sentence may share with one that the
// lead has.
const alike = 0.4

// akin is the same for a sentence that tells of an event which the lead tells of,
// or that would be a second one on what happened.
const akin = 0.3

// lead chooses what happened, what was said to it, and what is open; where one
// of them is told nowhere, the next best of what happened takes its line.
func (t *telling) lead() isnad.Lead {
	c := choice{telling: t}
	c.take(isnad.TheHappening, c.happening)
	if len(c.taken) == 0 {
		return isnad.Lead{}
	}
	c.take(isnad.TheReaction, c.reaction)
	c.take(isnad.TheOpen, c.open)
	for len(c.taken) < 3 && c.take(isnad.TheHappening, c.happening) {
	}
	slices.SortStableFunc(c.taken, func(a, b chosen) int { return roleOrder[a.role] - roleOrder[b.role] })
	lead := isnad.Lead{Lang: t.lang}
	for _, one := range c.taken {
		lead.Lines = append(lead.Lines, t.line(one))
	}
	return lead
}

var roleOrder = map[isnad.LineRole]int{isnad.TheHappening: 0, isnad.TheReaction: 1, isnad.TheOpen: 2}

// choice is a lead in the making.
type choice struct {
	*telling
	taken []chosen
}

type chosen struct {
	*candidate
	role isnad.LineRole
}

// take adds the best of the sentences that score above 0, also with all that
// they lose, and do not say again what the lead says; of equals the earlier
// report's.
func (c *choice) take(role isnad.LineRole, score func(*candidate) float64) bool {
	var best *candidate
	most := 0.0
	for i := range c.list {
		one := &c.list[i]
		if one.letters < leastLetters || one.letters > c.longest(role) || c.again(one, role) {
			continue
		}
		merit := score(one)
		if merit <= 0 {
			continue
		}
		if merit += c.other(one) - c.length(one) - c.rough(one) - c.opinion(one.doc); merit > most+1e-9 {
			best, most = one, merit
		}
	}
	if best == nil {
		return false
	}
	c.taken = append(c.taken, chosen{best, role})
	return true
}

// longest is how long a line may be.
func (c *choice) longest(role isnad.LineRole) int {
	if role == isnad.TheHappening && len(c.taken) == 0 {
		return farTooMany
	}
	return mostLetters
}

// length is what a sentence loses for being long: nothing below two thirds of
// the bound, and more than any merit above it.
func (c *choice) length(one *candidate) float64 {
	if one.letters > mostLetters {
		return 3 + float64(one.letters)/farTooMany
	}
	return max(0, float64(one.letters)/mostLetters-0.66)
}

// other prefers outlets and reports that the lead has not yet: a little.
func (c *choice) other(one *candidate) float64 {
	for _, taken := range c.taken {
		if c.record.Docs[taken.doc].Article.Outlet.Name == c.record.Docs[one.doc].Article.Outlet.Name {
			return 0
		}
	}
	return 0.1
}

// again reports whether a sentence says what the lead says already.
func (c *choice) again(one *candidate, role isnad.LineRole) bool {
	for _, taken := range c.taken {
		share, same := shared(taken.stems, one.stems), common(taken.events, one.events)+common(taken.statements, one.statements)
		switch {
		case taken.candidate == one, share >= alike:
			return true
		case share >= akin && (same > 0 || role == isnad.TheHappening):
			return true
		case same > 0 && same == len(one.events)+len(one.statements):
			return true
		}
	}
	return false
}

// common counts the values that two lists share.
func common(a, b []int) int {
	n := 0
	for _, i := range b {
		if slices.Contains(a, i) {
			n++
		}
	}
	return n
}

// happening scores a sentence as the one that tells what the story is about.
func (c *choice) happening(one *candidate) float64 {
	score := one.central + 1/float64(1+one.place)
	score += 0.5 * c.corroborated(one.events, c.told)
	if len(one.events) == 0 {
		score -= 0.4
	}
	if one.named == 0 {
		score -= 0.3
	}
	if one.dated {
		score += 0.15
	}
	if c.leans(one) {
		score -= 0.6
	}
	if c.goesOn(one) || c.turns(one) {
		score -= 0.7
	}
	if len(c.taken) == 0 {
		return score + always
	}
	if c.leans(one) || c.implicit(one) {
		return 0
	}
	return score - worthwhile
}

const (
	// always is added to the score of the first line, since a story always has
	// something to say.
	always = 4
	// worthwhile is what a second line on what happened must be worth.
	worthwhile = 0.5
)

// told is the weight of an event that is told as having come about, or a little
// less as planned.
func (c *choice) told(entry *isnad.Entry) float64 {
	switch entry.Status {
	case isnad.Happened, isnad.Ongoing, "":
		return 1
	case isnad.Planned:
		return 0.7
	}
	return 0.3
}

// corroborated is the greatest weight of the entries by their witnesses, 0 to 1:
// 1 for one that as many witnesses tell as any entry of the story.
func (c *choice) corroborated(entries []int, weight func(*isnad.Entry) float64) float64 {
	best, most := 0.0, 1
	for _, i := range c.entries {
		most = max(most, c.record.Entries[i].Witnesses)
	}
	for _, i := range entries {
		entry := &c.record.Entries[i]
		best = max(best, weight(entry)*float64(entry.Witnesses)/float64(most))
	}
	return best
}

// reactions are the types of event that answer to something.
var reactions = map[isnad.EventType]bool{
	isnad.Reject: true, isnad.Accuse: true, isnad.Support: true, isnad.Threaten: true,
}

// reaction scores a sentence by what a named speaker says in it.
func (c *choice) reaction(one *candidate) float64 {
	said := 0.0
	for _, i := range one.statements {
		if entry := &c.record.Entries[i]; len(entry.Parties) > 0 {
			said = max(said, 0.5+0.5*c.corroborated([]int{i}, func(*isnad.Entry) float64 { return 1 }))
		}
	}
	for _, i := range one.events {
		if entry := &c.record.Entries[i]; reactions[entry.Type] && len(entry.Parties) > 0 {
			said = max(said, 0.4+0.5*c.corroborated([]int{i}, c.told))
		}
	}
	if said == 0 || c.leans(one) || c.implicit(one) {
		return 0
	}
	return said + 0.5*one.central + 0.2/float64(1+one.place)
}

// implicit reports whether the sentence keeps back who speaks in it first.
func (c *choice) implicit(one *candidate) bool {
	doc := c.record.Docs[one.doc]
	for i := range doc.Statements {
		if statement := &doc.Statements[i]; one.span.Contains(statement.Span()) {
			return statement.Implicit
		}
	}
	return false
}

// open scores a sentence by the commitments in it that still stand, and by what
// is planned.
func (c *choice) open(one *candidate) float64 {
	score := 0.0
	for _, i := range one.pledges {
		pledge := &c.record.Commitments[i]
		if pledge.Status != isnad.Open && pledge.Status != isnad.Overdue {
			continue
		}
		worth := 0.5 + 0.1*float64(min(len(pledge.Sources), 4))
		if pledge.Kind == isnad.Demand {
			worth -= 0.2 // every official calls on everyone
		}
		if pledge.Due != "" {
			worth += 0.2
		}
		score = max(score, worth)
	}
	for _, i := range one.events {
		if status := c.record.Entries[i].Status; status == isnad.Planned || status == isnad.Proposed || status == isnad.Demanded {
			score = max(score, 0.5)
		}
	}
	if score == 0 || c.leans(one) || c.implicit(one) {
		return 0
	}
	return score + 0.5*one.central
}

// leans reports whether a sentence begins as one that needs the one before it:
// with a pronoun, a connective, or a verb of speech that has no subject.
func (t *telling) leans(one *candidate) bool {
	words := t.record.Docs[one.doc].Words(one.span)
	tokens := arabic.Tokens(words)
	if t.lang == isnad.English {
		tokens = english.Tokens(words)
	}
	i := slices.IndexFunc(tokens, func(token lang.Token) bool { return token.Kind == lang.Word || token.Kind == lang.Digits })
	if i < 0 || leaning()[tokens[i].Key] {
		return true
	}
	if t.lang == isnad.English {
		return false
	}
	cue, ok := arabic.CueAt(tokens, i)
	return ok && cue.Form == lang.Participle // «مشيدا بـ…»: of whom the sentence before tells
}

// goesOn reports whether a sentence begins with «و», as Arabic sentences do that
// go on with what the one before it tells.
func (t *telling) goesOn(one *candidate) bool {
	words := t.record.Docs[one.doc].Words(one.span)
	tokens := arabic.Tokens(words)
	if t.lang == isnad.English || len(tokens) == 0 || tokens[0].Kind != lang.Word {
		return false
	}
	splits := arabic.Splits(words[tokens[0].Start:tokens[0].End])
	return len(splits) > 0 && splits[0].Conj != ""
}

// turns reports whether a sentence begins with a phrase that turns to something
// else than what its report began with.
func (t *telling) turns(one *candidate) bool {
	words := strings.TrimLeft(t.record.Docs[one.doc].Words(one.span), quotes)
	folded := arabic.Fold(words)
	if t.lang == isnad.English {
		folded = english.Fold(words)
	}
	return slices.ContainsFunc(transitions(), func(phrase string) bool { return strings.HasPrefix(folded, phrase) })
}

// quotes are marks before the first word of a sentence.
const quotes = " \"'\u00ab\u201c(\u2018-"

// rough is what a sentence loses that begins or ends as no sentence does: a line
// of a list, a heading, a link.
func (c *choice) rough(one *candidate) float64 {
	words := strings.TrimRight(c.record.Docs[one.doc].Words(one.span), closing)
	loss := 0.0
	if !strings.ContainsAny(words[max(0, len(words)-1):], ".!?") && !strings.HasSuffix(words, arabicQuestion) && !strings.HasSuffix(words, dots) {
		loss++
	}
	if strings.HasSuffix(words, ":") {
		loss += 2 * always
	}
	if strings.HasPrefix(words, "-") || strings.HasPrefix(words, "\u2022") || strings.HasPrefix(words, "*") {
		loss++
	}
	return loss
}

// closing are marks behind the end of a sentence.
const closing = " \"'\u00bb\u201d)\u2019"

// line is the chosen sentence with what it tells.
func (t *telling) line(one chosen) isnad.Line {
	line := isnad.Line{Role: one.role, Words: t.record.Docs[one.doc].Words(one.span), Of: isnad.Evidence{Article: one.doc, Span: one.span}}
	told := slices.Concat(one.events, one.statements)
	slices.Sort(told)
	for _, i := range slices.Compact(told) {
		line.Entries = append(line.Entries, t.record.Entries[i].ID)
	}
	for _, i := range one.pledges {
		line.Commitments = append(line.Commitments, t.record.Commitments[i].ID)
	}
	return line
}
