package commitments

import (
	"sort"
	"strings"

	"github.com/isnad-news/isnad"
)

// events makes commitments of the passage's events: requests are demands or
// proposals, agreements to act are promises, planned events are plans.
func (f *finder) events() {
	for i := range f.doc.Events {
		e := &f.doc.Events[i]
		if !f.p.Span.Contains(e.Trigger) {
			continue
		}
		switch {
		case e.Type == isnad.Request && e.Status == isnad.Happened:
			f.request(i, e)
		case e.Type == isnad.Agree && e.Status == isnad.Happened:
			f.agreement(i, e)
			f.answered(i, e)
		case e.Type == isnad.Reject && e.Status == isnad.Happened:
			f.answered(i, e)
		case e.Status == isnad.Planned:
			f.planned(i, e)
		}
	}
}

// statement is the innermost statement that vouches for e; -1 if none does.
func (f *finder) statement(e *isnad.Event) int {
	if n := len(e.According); n > 0 {
		return e.According[n-1].Statement
	}
	return -1
}

func (f *finder) request(i int, e *isnad.Event) {
	kind := isnad.Demand
	trigger := f.token(e.Trigger.Start)
	if trigger < 0 {
		return
	}
	word := f.bareKey(trigger)
	if f.lex.has(word, "proposal") || e.Mode == "meet" && f.lex.has(word, "invite") {
		kind = isnad.Proposal
	}
	c := isnad.Commitment{Kind: kind, By: e.Actors, To: e.Recipients, What: e.Span, Statement: f.statement(e), Event: i, Rule: "request"}
	if !f.asks(&c, e.Trigger) {
		return
	}
	f.due(&c, e.Trigger.End)
	if c.Due == e.When {
		c.Due, c.DueSpan = "", isnad.Span{} // when it was said
	}
	if f.refused(i, e) {
		c.Status = isnad.Rejected
	}
	f.add(c)
}

// refused reports whether an event behind e in the same passage rejects what
// its actors asked for.
func (f *finder) refused(i int, e *isnad.Event) bool {
	for j := i + 1; j < len(f.doc.Events); j++ {
		r := &f.doc.Events[j]
		if !f.p.Span.Contains(r.Trigger) {
			return false
		}
		if r.Type != isnad.Reject || r.Status != isnad.Happened {
			continue
		}
		for _, p := range e.Actors {
			if holds(r.Recipients, p) {
				return true
			}
		}
	}
	return false
}

// agreement makes a promise of an agreement to do something; an agreement that
// something is so binds no one.
func (f *finder) agreement(i int, e *isnad.Event) {
	trigger := f.token(e.Trigger.Start)
	if trigger < 0 || f.lex.has(f.bareKey(trigger), "accept") {
		return
	}
	from := f.complement(e)
	if from < 0 && f.lang != isnad.English && f.lex.has(f.bareKey(trigger), "proposal") {
		from = f.after(e.Trigger.End) // «عرض إرسال فريق»
	}
	if from < 0 {
		return
	}
	start := f.p.Tokens[from].Start
	if start >= e.Span.End {
		return
	}
	c := isnad.Commitment{
		Kind: isnad.Promise, By: e.Actors, What: isnad.Span{Start: start, End: f.beforePromise(from, e.Span.End)},
		Statement: f.statement(e), Event: i, Rule: "agreement",
	}
	if f.lex.has(f.bareKey(f.token(e.Trigger.Start)), "proposal") {
		c.Kind, c.To, c.Rule = isnad.Proposal, e.Recipients, "offer"
	}
	f.due(&c, start)
	f.add(c)
}

// complement returns the token at which what was agreed to begins; -1 if it is
// nothing to be done.
func (f *finder) complement(e *isnad.Event) int {
	for i := f.token(e.Trigger.Start) + 1; i > 0 && i < len(f.p.Tokens) && f.p.Tokens[i].Start < e.Span.End; i++ {
		if f.lex.at(f.p, i, "on") == 0 || f.named(f.p.Tokens[i].Start) {
			continue // a name may be spelled like the preposition
		}
		next := i + 1
		if next < len(f.p.Tokens) && f.dated(f.p.Tokens[next].Start) {
			continue // "agreed on Tuesday to …"
		}
		if next >= len(f.p.Tokens) || f.vague(next) {
			return -1
		}
		if f.lex.at(f.p, next, "thathe") > 0 || f.lang == isnad.English && f.lex.at(f.p, next, "that") > 0 {
			return -1
		}
		if f.lex.at(f.p, next, "that") > 0 {
			return f.future(next + 1)
		}
		if f.lang == isnad.English {
			return i
		}
		return next
	}
	return -1
}

// beforePromise is where what was agreed ends, which begins at token from: at
// end, or before a promise in the first person that is joined to it.
func (f *finder) beforePromise(from, end int) int {
	for t := from + 1; t < len(f.p.Tokens) && f.p.Tokens[t].Start < end; t++ {
		if f.isFirstFuture(t) && f.joined(t) {
			return f.endBefore(t, end)
		}
	}
	return end
}

// dated reports whether a date begins at byte at.
func (f *finder) dated(at int) bool {
	for i := range f.doc.Dates {
		if f.doc.Dates[i].Span.Start == at {
			return true
		}
	}
	return false
}

// named reports whether byte at lies in a person's name.
func (f *finder) named(at int) bool {
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		if m.Kind == isnad.Person && m.Span.Start <= at && at < m.Span.End {
			return true
		}
	}
	return false
}

// vague reports whether a word of wanting stands at token i or behind the
// conjunction or quotation mark there.
func (f *finder) vague(i int) bool {
	for k := i; k < min(len(f.p.Tokens), i+3); k++ {
		if f.lex.at(f.p, k, "vague") > 0 {
			return true
		}
	}
	return false
}

// future returns token i if an Arabic verb in the present stands there, behind
// «أن»: something that is to be done; -1 otherwise.
func (f *finder) future(i int) int {
	if i >= len(f.p.Tokens) {
		return -1
	}
	key := f.p.Tokens[i].Key
	for _, prefix := range [...]string{yeh, teh, nunLetter} {
		if strings.HasPrefix(key, prefix) && len(key) >= 6 && !strings.HasSuffix(key, heh) {
			return i
		}
	}
	return -1
}

// token returns the index of the token that holds byte at; -1 if none does.
func (f *finder) token(at int) int {
	if i := f.from(at); i < len(f.p.Tokens) && f.p.Tokens[i].Start <= at {
		return i
	}
	return -1
}

// from returns the index of the first token that ends behind byte at.
func (f *finder) from(at int) int {
	return sort.Search(len(f.p.Tokens), func(i int) bool { return f.p.Tokens[i].End > at })
}

// bareKey is the key of token i without a conjunction written to it.
func (f *finder) bareKey(i int) string {
	key := f.p.Tokens[i].Key
	if _, ok := f.lex[key]; ok {
		return key
	}
	return strings.TrimPrefix(key, waw)
}
