package commitments

import "github.com/isnad-news/isnad"

// turnedDown marks what was asked for as rejected where its own sentence says so
// («بسحب القوات، وهو ما رفضه الوزير», "a demand the minister rejected"); these words
// are then no part of what was asked for.
func (f *finder) turnedDown(c *isnad.Commitment) {
	if c.Kind != isnad.Demand && c.Kind != isnad.Proposal || c.Rule == "answered" {
		return
	}
	first := f.from(c.What.Start)
	for i := first + 1; i < len(f.p.Tokens) && f.sameSentence(c.What.Start, f.p.Tokens[i].Start); i++ {
		if f.lex.at(f.p, i, "turneddown") == 0 && !f.someoneRefuses(i) {
			continue
		}
		if end := f.endBefore(i, c.What.End); end > c.What.Start {
			c.What.End = end
		}
		c.Status = isnad.Rejected
		return
	}
}

// someoneRefuses reports whether an English clause begins at token i that says
// who turned down what stands before it: "which Arden rejected".
func (f *finder) someoneRefuses(i int) bool {
	if f.lang != isnad.English || f.lex.at(f.p, i, "refusedwhat") == 0 || i+1 >= len(f.p.Tokens) {
		return false
	}
	for m := range f.doc.Mentions {
		if span := f.doc.Mentions[m].Span; span.Start > f.p.Tokens[i].Start && f.between(f.p.Tokens[i].End, span.Start) <= 3 {
			next := f.after(span.End)
			return f.sameSentence(span.Start, f.p.Tokens[i].Start) && f.lex.at(f.p, next, "refuses") > 0
		}
	}
	return false
}

// offTable reports whether the words at span say that something will not be
// spoken of: that is no promise, but a refusal.
func (f *finder) offTable(span isnad.Span) bool {
	for i := f.from(span.Start); i < len(f.p.Tokens) && f.p.Tokens[i].End <= span.End; i++ {
		if f.lex.at(f.p, i, "offtable") > 0 {
			return true
		}
	}
	return false
}
