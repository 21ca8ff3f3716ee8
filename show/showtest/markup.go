// Package showtest holds a record made by hand, rich in every kind of fact, so
// that what shows records can be tested without the rooms that make them. Its
// countries, people and outlets are invented.
package showtest

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

//go:embed reports/*.txt names.txt
var reports embed.FS

// marked is a report whose facts stand in its file as [[name|words]], nested as
// needed. A line begins with its part: T title, D dateline, P paragraph,
// S subheading, C caption, Rn a repeat of part n.
type marked struct {
	article *isnad.Article
	spans   map[string][]isnad.Span
	names   []string // in order of opening
}

var partKinds = map[byte]isnad.PartKind{
	'T': isnad.Title, 'D': isnad.Dateline, 'P': isnad.Paragraph,
	'S': isnad.Subheading, 'C': isnad.Caption, 'R': isnad.Repeat,
}

// read parses an embedded report; it panics on a broken file, which is ours.
func read(name string) *marked {
	raw, err := reports.ReadFile("reports/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	m := &marked{article: &isnad.Article{Source: name + ".txt"}, spans: map[string][]isnad.Span{}}
	var text strings.Builder
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		head, words, _ := strings.Cut(line, ":")
		if i > 0 {
			text.WriteByte('\n')
		}
		start := text.Len()
		m.parse(words, &text)
		part := isnad.Part{Kind: partKinds[head[0]], Span: isnad.Span{Start: start, End: text.Len()}, Line: i + 1, CopyOf: -1}
		if part.Kind == isnad.Repeat {
			part.CopyOf, _ = strconv.Atoi(head[1:])
		}
		if part.Kind == isnad.Title {
			m.article.Title = text.String()[start:]
		}
		m.article.Parts = append(m.article.Parts, part)
	}
	m.article.Text = text.String()
	sum := sha256.Sum256([]byte(m.article.Text))
	m.article.Version = hex.EncodeToString(sum[:])[:12]
	m.article.ID = "a" + m.article.Version
	return m
}

func (m *marked) parse(words string, text *strings.Builder) {
	type open struct {
		name  string
		start int
	}
	var stack []open
	for words != "" {
		switch {
		case strings.HasPrefix(words, "[["):
			name, rest, _ := strings.Cut(words[2:], "|")
			stack = append(stack, open{name, text.Len()})
			m.names = append(m.names, name)
			words = rest
		case strings.HasPrefix(words, "]]"):
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			m.spans[last.name] = append(m.spans[last.name], isnad.Span{Start: last.start, End: text.Len()})
			words = words[2:]
		default:
			text.WriteByte(words[0])
			words = words[1:]
		}
	}
}

// at returns the first span of a name; it panics if there is none.
func (m *marked) at(name string) isnad.Span { return m.spans[name][0] }
