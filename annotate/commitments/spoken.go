package commitments

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// binding are the forces of statements whose future tells of no promise.
var unbinding = []lang.Force{lang.Deny, lang.Expect, lang.Believe, lang.Ask, lang.Warn, lang.Threaten, lang.Accuse}

// spoken makes commitments of the passage's statements: what their cues call a
// promise, a demand or a proposal, and what speakers say they will do.
func (f *finder) spoken() {
	from, to := f.doc.StatementsNear(f.p.Span, f.longest)
	for i := from; i < to; i++ {
		s := &f.doc.Statements[i]
		if !f.p.Span.Contains(s.Span()) || slices.Contains(unbinding, lang.Force(s.Force)) || s.Polarity == isnad.Denies {
			continue
		}
		switch lang.Force(s.Force) {
		case lang.Promise:
			f.said(i, s, isnad.Promise)
		case lang.Demand:
			f.said(i, s, isnad.Demand)
		case lang.Propose:
			f.said(i, s, isnad.Proposal)
		default:
			f.firstPerson(i, s)
			f.ownFuture(i, s)
		}
	}
}

// said makes a commitment of a statement by the force of its cue, unless an
// event has told of it.
func (f *finder) said(i int, s *isnad.Statement, kind isnad.CommitmentKind) {
	what := isnad.Span{Start: s.Content[0].Start, End: s.Content[len(s.Content)-1].End}
	for j := range f.found {
		if f.found[j].What.Overlaps(s.Span()) && sameParties(f.found[j].By, s.Speakers) {
			return
		}
	}
	c := isnad.Commitment{Kind: kind, By: s.Speakers, To: s.Addressee, What: what, Statement: i, Event: -1, Rule: "said to be a " + string(kind)}
	if kind != isnad.Promise && !f.asks(&c, s.Cue) || f.offTable(what) {
		return
	}
	f.due(&c, what.Start)
	f.add(c)
}

// firstPerson finds the first person future in quoted words: «سنبدأ», "we will".
// One statement makes one promise of it.
func (f *finder) firstPerson(i int, s *isnad.Statement) {
	if s.Kind == isnad.Indirect {
		return
	}
	for _, content := range s.Content {
		starts := f.firstFutures(i, content)
		for k, t := range starts {
			end := f.clauseEnd(t, content.End)
			if k+1 < len(starts) {
				end = f.endBefore(starts[k+1], end)
			}
			c := isnad.Commitment{
				Kind: isnad.Promise, By: implied(s.Speakers), What: isnad.Span{Start: f.p.Tokens[t].Start, End: end},
				Statement: i, Event: -1, Rule: firstPersonRule,
			}
			c.To = without(f.addressed(c.What), c.By)
			f.due(&c, c.What.Start)
			f.add(c)
		}
		if len(starts) > 0 {
			return
		}
	}
}

const firstPersonRule = "first person future"

// firstFutures returns the tokens of content at which a promise in the first
// person begins: the first, and those joined to it by a conjunction («سنفتح …
// وسأتصل»). Another verb, as in «وهو ما سأفعله», takes up the first.
func (f *finder) firstFutures(i int, content isnad.Span) []int {
	var starts []int
	for t := f.from(content.Start); t < len(f.p.Tokens) && f.p.Tokens[t].Start < content.End; t++ {
		token := f.p.Tokens[t]
		if token.Start < content.Start || token.End > content.End || !f.isFirstFuture(t) || f.inner(i, token.Start) {
			continue
		}
		if len(starts) > 0 && !f.joined(t) {
			continue
		}
		starts = append(starts, t)
	}
	return starts
}

// joined reports whether a conjunction joins the verb at token t to the clause
// before it, or a new sentence begins there.
func (f *finder) joined(t int) bool {
	if t == 0 || f.doc.SentenceAt(f.p.Tokens[t].Start) != f.doc.SentenceAt(f.p.Tokens[t-1].Start) {
		return true
	}
	if f.lang == isnad.English {
		return f.p.Tokens[t-1].Key == "and"
	}
	return strings.HasPrefix(f.p.Tokens[t].Key, waw)
}

// endBefore is where the words before token t end, without a mark or "and".
func (f *finder) endBefore(t, end int) int {
	for k := t - 1; k > 0; k-- {
		if f.p.Tokens[k].Kind == lang.Word && f.p.Tokens[k].Key != "and" {
			return min(end, f.p.Tokens[k].End)
		}
	}
	return end
}

// inner reports whether a statement reported inside statement i holds byte at.
func (f *finder) inner(i, at int) bool {
	from, to := f.doc.StatementsNear(isnad.Span{Start: at, End: at + 1}, f.longest)
	for j := from; j < to; j++ {
		if f.doc.Statements[j].Within == i && f.doc.Statements[j].Span().Start <= at && at < f.doc.Statements[j].Span().End {
			return true
		}
	}
	return false
}

func (f *finder) isFirstFuture(t int) bool {
	if f.lang == isnad.English {
		if f.lex.at(f.p, t, "contracted") > 0 {
			return !f.emptyFuture(t + 1)
		}
		return f.lex.at(f.p, t, "first") > 0 && t+1 < len(f.p.Tokens) && f.lex.at(f.p, t+1, "will") > 0 && !f.emptyFuture(t+2)
	}
	written := strings.TrimPrefix(f.text[f.p.Tokens[t].Start:f.p.Tokens[t].End], waw)
	key := strings.TrimPrefix(f.p.Tokens[t].Key, waw)
	if f.lex.has(key, "notfuture") || f.lex.has(key, "can") || t > 0 && f.p.Tokens[t-1].Key == whatArabic {
		return false
	}
	return strings.HasPrefix(written, seen+alefHamza) && len(key) >= 8 ||
		strings.HasPrefix(written, seen+nunLetter) && len(key) >= 8 && !strings.HasSuffix(key, heh)
}

const whatArabic = "\u0645" + alef

// emptyFuture reports whether an English verb at token t promises nothing, or
// a negation or an unsure word stands there.
func (f *finder) emptyFuture(t int) bool {
	return t >= len(f.p.Tokens) || f.lex.at(f.p, t, "can") > 0 || f.lex.at(f.p, t, "vague") > 0
}

// ownFuture finds a speaker's own future in indirect words: «إنه سيفي», "he
// would honour".
func (f *finder) ownFuture(i int, s *isnad.Statement) {
	for _, content := range s.Content {
		for t := f.from(content.Start); t < len(f.p.Tokens) && f.p.Tokens[t].Start < content.End; t++ {
			token := f.p.Tokens[t]
			if token.Start < content.Start || token.End > content.End || f.inner(i, token.Start) {
				continue
			}
			verb := f.ownFutureAt(t, content.Start)
			if verb >= 0 && f.lex.at(f.p, verb, "stays") > 0 {
				return // what will be or seem so is no deed
			}
			if verb < 0 {
				if f.lang != isnad.English || token.Start > content.Start+8 {
					break
				}
				continue
			}
			c := isnad.Commitment{
				Kind: isnad.Promise, By: implied(s.Speakers), What: isnad.Span{Start: f.p.Tokens[verb].Start, End: f.clauseEnd(t, content.End)},
				Statement: i, Event: -1, Rule: "own future",
			}
			c.To = without(s.Addressee, c.By)
			f.due(&c, token.Start)
			if f.lex.at(f.p, verb, "passive") > 0 || len(c.Due) == len("2006-01-02") && !f.promisedIn(c.What) {
				c.Kind = isnad.Plan // a day is named for it: a plan of his own
			}
			f.add(c)
			return
		}
	}
}

// promisedIn reports whether the words at span tell of something done for
// another, planned or promised.
func (f *finder) promisedIn(span isnad.Span) bool {
	giving := func(e isnad.Event) bool { return span.Contains(e.Trigger) && gives(e.Type) }
	return slices.ContainsFunc(f.doc.Events, giving) || slices.ContainsFunc(f.doc.Promised, giving)
}

// ownFutureAt returns the token of the verb if the words at token t, in content
// that begins at byte start, say what the speaker himself will do; -1 otherwise.
func (f *finder) ownFutureAt(t, start int) int {
	if t+1 >= len(f.p.Tokens) {
		return -1
	}
	if f.lang == isnad.English {
		if f.lex.at(f.p, t, "third") > 0 && f.lex.at(f.p, t+1, "would") > 0 && !f.emptyFuture(t+2) {
			return t + 1
		}
		return -1
	}
	verb := t
	if f.lex.at(f.p, t, "thathe") > 0 {
		verb = f.word(t, 1)
	} else if before := f.word(t, -1); f.p.Tokens[t].Start != start || before < 0 || f.lex.at(f.p, before, "thathe") == 0 {
		return -1 // but for «أنها "ستسحب قواتها"»
	}
	if verb >= 0 && f.isFuture(f.p.Tokens[verb].Key) {
		return verb
	}
	return -1
}

func (f *finder) isFuture(key string) bool {
	return len(key) >= 8 && (strings.HasPrefix(key, seen+yeh) || strings.HasPrefix(key, seen+teh))
}

// word is the nearest word before or behind token t, past quotation marks; -1
// if none is there.
func (f *finder) word(t, step int) int {
	for k := t + step; k >= 0 && k < len(f.p.Tokens); k += step {
		if f.p.Tokens[k].Kind != lang.Quoter {
			return k
		}
	}
	return -1
}

// addressed returns the first person or body named in span.
func (f *finder) addressed(span isnad.Span) []isnad.Party {
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		if span.Contains(m.Span) && m.Entity >= 0 && (m.Kind == isnad.Person || m.Kind == isnad.Organisation) {
			return []isnad.Party{{Entity: m.Entity, Span: m.Span}}
		}
	}
	return nil
}

// clauseEnd is where the sentence or the content that holds token t ends.
func (f *finder) clauseEnd(t, end int) int {
	for _, sentence := range f.p.Sentences {
		if sentence.Start <= f.p.Tokens[t].Start && f.p.Tokens[t].Start < sentence.End {
			end = min(end, sentence.End)
		}
	}
	for end > 0 && strings.ContainsAny(f.text[end-1:end], ". \n\t") {
		end--
	}
	return end
}

func implied(list []isnad.Party) []isnad.Party {
	out := make([]isnad.Party, 0, len(list))
	for _, p := range list {
		p.Span = isnad.Span{}
		out = append(out, p)
	}
	return out
}
