package commitments

import (
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/english"
)

// Immediately is the due of what is promised or demanded at once.
const Immediately = "immediately"

// due reads when c falls due out of its words behind byte from: a date, "at
// once", or the words of a deadline.
func (f *finder) due(c *isnad.Commitment, from int) {
	for i := f.from(from); i < len(f.p.Tokens) && f.p.Tokens[i].Start < c.What.End; i++ {
		token := f.p.Tokens[i]
		if token.Start < from || token.End > c.What.End {
			continue
		}
		if n := f.lex.at(f.p, i, "now"); n > 0 && (i == 0 || f.lex.at(f.p, i-1, "until") == 0) {
			c.Due, c.DueSpan = Immediately, f.span(i, n)
			return
		}
		if n := f.lex.at(f.p, i, "within"); n > 0 {
			if value, span := f.dateAt(i + n); value != "" && f.ahead(value) {
				c.Due, c.DueSpan = value, span // "by Friday"
				return
			}
			c.DueSpan = f.deadline(i, n, c.What.End)
			c.Due = c.DueSpan.Of(f.text)
			return
		}
	}
	for _, date := range f.doc.Dates {
		if date.Span.Start >= from && date.Span.End <= c.What.End && f.ahead(date.Value) && f.binds(from, date.Span) {
			c.Due, c.DueSpan = date.Value, date.Span
			return
		}
	}
}

// dateAt is the date expression that begins at token i; "" if none does.
func (f *finder) dateAt(i int) (string, isnad.Span) {
	for _, date := range f.doc.Dates {
		if i < len(f.p.Tokens) && date.Span.Start == f.p.Tokens[i].Start {
			return date.Value, date.Span
		}
	}
	return "", isnad.Span{}
}

// deadline takes up to two words behind the n words of a deadline at token i.
func (f *finder) deadline(i, n, end int) isnad.Span {
	last := i + n - 1
	more := 2
	if f.lang == isnad.English {
		for last+1 < len(f.p.Tokens) && f.p.Tokens[last+1].End <= end && english.IsStop(f.p.Tokens[last+1].Key) {
			last++ // "before the end of this"
		}
		more = 1
		if f.lex.at(f.p, i, "within") == 1 {
			more = 2
		}
	}
	for k := 0; k < more && last+1 < len(f.p.Tokens) && f.p.Tokens[last+1].End <= end; k++ {
		last++
	}
	return isnad.Span{Start: f.p.Tokens[i].Start, End: f.p.Tokens[last].End}
}

func (f *finder) span(i, n int) isnad.Span {
	return isnad.Span{Start: f.p.Tokens[i].Start, End: f.p.Tokens[i+n-1].End}
}

// ahead reports whether a date may be a deadline: one that has not passed on the
// day of publication, nor is that day.
func (f *finder) ahead(value string) bool {
	return isnad.LastDay(value) > f.today()
}

// today is the day of publication; empty if unknown.
func (f *finder) today() string {
	if published := f.doc.Article.Published; published.Known() {
		return published.Time.Format(time.DateOnly)
	}
	return ""
}

// binds reports whether the date at span can be when what is told from byte from
// on falls due: it stands in its clause, not in one that says more of something
// in it («التمرد الذي قتل آلافا هذا العام») or looks back («منذ 2030»). A month or
// year that goes on must be told to be the time that is left.
func (f *finder) binds(from int, span isnad.Span) bool {
	at := f.from(span.Start)
	for i := f.from(from); i < at; i++ {
		if i > f.from(from) && (f.lex.at(f.p, i, "which") > 0 || f.lex.at(f.p, i, "aside") > 0) {
			return false
		}
	}
	for i := max(0, at-3); i < at; i++ {
		if f.lex.at(f.p, i, "back") > 0 {
			return false
		}
	}
	value := ""
	for _, date := range f.doc.Dates {
		if date.Span == span {
			value = date.Value
		}
	}
	if f.today() == "" || !isnad.Within(f.today(), value) {
		return true
	}
	for i := max(0, at-3); i < min(len(f.p.Tokens), f.from(span.End-1)+3); i++ {
		if f.lex.at(f.p, i, "left") > 0 {
			return true
		}
	}
	return false
}
