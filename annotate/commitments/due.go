package commitments

import (
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
		if n := f.lex.at(f.p, i, "now"); n > 0 {
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
		if date.Span.Start >= from && date.Span.End <= c.What.End && f.ahead(date.Value) {
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

// ahead reports whether a date may be a deadline: not one before publication.
func (f *finder) ahead(value string) bool {
	published := f.doc.Article.Published
	if value == "" || !published.Known() {
		return value != ""
	}
	today := published.Time.Format("2006-01-02")
	n := min(len(value), len(today))
	if n > 5 && value[5] == 'W' {
		n = 4
	}
	return value[:n] >= today[:n] && value != today
}
