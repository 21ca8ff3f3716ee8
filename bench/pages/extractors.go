package main

import (
	"bytes"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"

	"github.com/isnad-news/isnad/gather/pages"
)

// extractor takes the text of the report out of a page.
type extractor struct {
	name string
	text func(raw []byte) (string, error)
}

var extractors = []extractor{
	{"isnad", ours},
	{"go-readability v2.1.2", readable},
	{"go-trafilatura v1.12.2", distilled},
	{"the same, no fallback", distilledAlone},
}

// limits are those under which the program reads a page.
var limits = pages.Limits{Depth: 160, Elements: 100_000, Bytes: 4 << 20}

// ours is what the program reads as the body of the report: its paragraphs and
// subheadings. The title, the standfirst, captions and bylines are told apart
// and do not count, as the benchmark's articleBody has none of them.
func ours(raw []byte) (string, error) {
	page, err := pages.Parse(string(raw), limits)
	if err != nil {
		return "", err
	}
	var words []string
	for _, block := range page.Blocks {
		if block.Kind == pages.Paragraph || block.Kind == pages.Heading {
			words = append(words, block.Text)
		}
	}
	return strings.Join(words, "\n"), nil
}

func readable(raw []byte) (string, error) {
	parser := readability.NewParser()
	article, err := parser.Parse(bytes.NewReader(raw), nil)
	if err != nil || article.Node == nil {
		return "", err
	}
	var text strings.Builder
	err = article.RenderText(&text)
	return text.String(), err
}

func distilled(raw []byte) (string, error) { return trafilaturaText(raw, true) }

func distilledAlone(raw []byte) (string, error) { return trafilaturaText(raw, false) }

func trafilaturaText(raw []byte, fallback bool) (string, error) {
	result, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{EnableFallback: fallback})
	if err != nil {
		return "", err
	}
	return result.ContentText, nil
}
