package contract

import (
	"sort"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// around is how many code points a selector's prefix and suffix hold at most.
const around = 32

// stride is how many bytes lie between two counted places of a text.
const stride = 256

// points turns bytes of a text into code points: counts[i] is how many code
// points begin before byte i*stride.
type points struct {
	article *isnad.Article
	counts  []int
	lines   []int // bytes at which the lines of the text begin
}

func measure(article *isnad.Article) *points {
	p := &points{article: article, lines: []int{0}}
	count := 0
	for i := 0; i < len(article.Text); i++ {
		if i%stride == 0 {
			p.counts = append(p.counts, count)
		}
		if utf8.RuneStart(article.Text[i]) {
			count++
		}
		if article.Text[i] == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	return p
}

// at is the code point that begins at byte i.
func (p *points) at(i int) int {
	if len(p.counts) == 0 {
		return 0
	}
	block := min(i/stride, len(p.counts)-1)
	count := p.counts[block]
	for j := block * stride; j < i; j++ {
		if utf8.RuneStart(p.article.Text[j]) {
			count++
		}
	}
	return count
}

// line is the raw line of byte i; 0 if unknown.
func (p *points) line(i int) int {
	index := p.article.PartAt(i)
	if index < 0 || p.article.Parts[index].Line == 0 {
		return 0
	}
	part := p.article.Parts[index]
	return part.Line + p.row(i) - p.row(part.Span.Start)
}

func (p *points) row(i int) int {
	return sort.Search(len(p.lines), func(row int) bool { return p.lines[row] > i })
}

// selector points at span; nil for an empty one, which is nowhere.
func (p *points) selector(span isnad.Span) *Selector {
	if span.Empty() {
		return nil
	}
	text := p.article.Text
	return &Selector{
		Article: p.article.ID, Start: p.at(span.Start), End: p.at(span.End), Exact: span.Of(text),
		Prefix: last(text[:span.Start]), Suffix: first(text[span.End:]), Line: p.line(span.Start),
	}
}

func last(text string) string {
	i := len(text)
	for range around {
		if i == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return text[i:]
}

func first(text string) string {
	i := 0
	for range around {
		if i == len(text) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return text[:i]
}
