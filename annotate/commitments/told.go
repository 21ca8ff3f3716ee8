package commitments

import (
	"slices"
	"sort"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// told finds promises and plans that the report tells in its own words and
// that no event or statement holds: «وعد فلان بـ…», «يعتزم», "plans to".
func (f *finder) told() {
	for t := range f.p.Tokens {
		if n := f.lex.keyed(f.p, t, f.bareKey(t), "promise"); n > 0 {
			f.toldBy(t, n, isnad.Promise)
		} else if n := f.lex.keyed(f.p, t, f.bareKey(t), "plan"); n > 0 {
			f.toldBy(t, n, isnad.Plan)
		}
	}
}

func (f *finder) toldBy(t, n int, kind isnad.CommitmentKind) {
	trigger := f.span(t, n)
	if f.taken(trigger, kind) {
		return
	}
	by, last := f.near(t, n)
	if len(by) == 0 {
		return
	}
	c := isnad.Commitment{Kind: kind, By: by, Statement: f.holding(trigger), Event: -1, Rule: "told " + string(kind)}
	c.What = isnad.Span{Start: f.p.Tokens[last].Start, End: f.clauseEnd(t, f.p.Span.End)}
	if c.What.End <= c.What.Start || kind == isnad.Promise && !f.promises(last) {
		return
	}
	f.due(&c, c.What.Start)
	f.add(c)
}

// taken reports whether a commitment of this kind is told by the words at span
// or by a statement whose cue stands there.
func (f *finder) taken(span isnad.Span, kind isnad.CommitmentKind) bool {
	from, to := f.doc.StatementsNear(span, f.longest)
	for i := from; i < to; i++ {
		if f.doc.Statements[i].Cue.Overlaps(span) {
			return true
		}
	}
	for i := range f.found {
		c := &f.found[i]
		if c.What.Overlaps(span) || c.Kind == kind && f.sameSentence(c.What.Start, span.Start) {
			return true
		}
	}
	for i := range f.doc.Events {
		if f.doc.Events[i].Trigger.Overlaps(span) {
			return true
		}
	}
	return false
}

// near finds who a promise or plan at token t is by, and the token at which
// its words begin: in Arabic the name behind the verb, in English the one before.
func (f *finder) near(t, n int) ([]isnad.Party, int) {
	if f.lang == isnad.English {
		if m := f.beforeAside(t); m >= 0 {
			return parties(&f.doc.Mentions[m]), min(t+n, len(f.p.Tokens)-1)
		}
		for i := len(f.doc.Mentions) - 1; i >= 0; i-- {
			m := &f.doc.Mentions[i]
			if m.Span.End <= f.p.Tokens[t].Start && f.between(m.Span.End, f.p.Tokens[t].Start) <= 3 && f.p.Span.Contains(m.Span) {
				return parties(m), min(t+n, len(f.p.Tokens)-1)
			}
		}
		return nil, 0
	}
	from := f.p.Tokens[t+n-1].End
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		start := m.Span.Start
		for _, role := range m.Roles {
			if role.Span.End <= m.Span.Start && role.Span.Start > from {
				start = min(start, role.Span.Start)
			}
		}
		if start >= from && f.between(from, start) <= 1 && m.Kind != isnad.Occasion {
			return parties(m), f.after(m.Span.End)
		}
	}
	return nil, 0
}

// beforeAside is the mention before an aside in commas that ends at token t:
// "Smith, who …, is to meet"; -1 if there is none.
func (f *finder) beforeAside(t int) int {
	if t == 0 || f.text[f.p.Tokens[t-1].Start:f.p.Tokens[t-1].End] != "," {
		return -1
	}
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		if m.Span.End <= f.p.Tokens[t-1].Start && f.sameSentence(m.Span.Start, f.p.Tokens[t].Start) && strings.HasPrefix(f.text[m.Span.End:], ",") {
			return i
		}
	}
	return -1
}

// after is the first token behind byte at; the last token if none is.
func (f *finder) after(at int) int {
	i := sort.Search(len(f.p.Tokens), func(i int) bool { return f.p.Tokens[i].Start >= at })
	return min(i, len(f.p.Tokens)-1)
}

// between counts the tokens between two bytes.
func (f *finder) between(from, to int) int {
	n := 0
	for i := f.from(from); i < len(f.p.Tokens) && f.p.Tokens[i].End <= to; i++ {
		if f.p.Tokens[i].Start >= from {
			n++
		}
	}
	return n
}

// holding is the innermost statement whose content holds span; -1 if none does.
func (f *finder) holding(span isnad.Span) int {
	at := -1
	from, to := f.doc.StatementsNear(span, f.longest)
	for i := from; i < to; i++ {
		for _, content := range f.doc.Statements[i].Content {
			if content.Contains(span) {
				at = i
			}
		}
	}
	return at
}

func parties(m *isnad.Mention) []isnad.Party {
	if m.Entity >= 0 {
		return []isnad.Party{{Entity: m.Entity, Span: m.Span}}
	}
	var out []isnad.Party
	for _, member := range m.Members {
		out = append(out, isnad.Party{Entity: member, Span: m.Span})
	}
	return out
}

// sameSentence reports whether two bytes stand in one sentence of the passage.
func (f *finder) sameSentence(a, b int) bool {
	return slices.ContainsFunc(f.p.Sentences, func(s lang.Range) bool { return s.Start <= min(a, b) && max(a, b) < s.End })
}

// promises reports whether the words of an Arabic promise begin at token t: a
// preposition written to a noun, or «أن». In English they may begin in any way.
func (f *finder) promises(t int) bool {
	return f.lang == isnad.English || f.lex.at(f.p, t, "that") > 0 || f.lex.at(f.p, t, "thathe") > 0 || strings.HasPrefix(f.p.Tokens[t].Key, beh)
}
