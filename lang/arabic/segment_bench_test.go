package arabic

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/isnad-news/isnad/lang"
)

// shared returns the place of shared data, or skips.
func shared(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no shared data at %s: set ISNAD_SHARED", path)
	}
	return path
}

// streamTexts are the articles of a day of a real news stream.
func streamTexts(t testing.TB) []string {
	archive, err := zip.OpenReader(shared(t, "data/stream/2015-07-31.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	var texts []string
	for _, file := range archive.File {
		reader, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		var articles []struct {
			Content string `json:"content"`
		}
		if err := json.NewDecoder(reader).Decode(&articles); err != nil {
			t.Fatal(err)
		}
		for _, article := range articles {
			texts = append(texts, article.Content)
		}
	}
	return texts
}

// BenchmarkStream measures tokens, segments and sentences of a day of news, on
// one core: words are the Word tokens.
func BenchmarkStream(b *testing.B) {
	texts := streamTexts(b)
	segmenter := NewSegmenter()
	var segmented []Segment
	words, bytes := 0, 0
	for _, text := range texts {
		bytes += len(text)
		for _, token := range Tokens(text) {
			if token.Kind == lang.Word {
				words++
			}
		}
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			tokens := Tokens(text)
			segmented = segmenter.Segments(segmented[:0], text, tokens)
			Sentences(text, tokens)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkSegments measures segments alone, warm, over a day of news.
func BenchmarkSegments(b *testing.B) {
	texts := streamTexts(b)
	segmenter := NewSegmenter()
	tokens := make([][]lang.Token, len(texts))
	words := 0
	var segmented []Segment
	for i, text := range texts {
		tokens[i] = Tokens(text)
		words += len(tokens[i])
		segmented = segmenter.Segments(segmented[:0], text, tokens[i])
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, text := range texts {
			segmented = segmenter.Segments(segmented[:0], text, tokens[i])
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
