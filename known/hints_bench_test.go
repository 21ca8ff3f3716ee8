package known_test

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// streamTexts are the articles of a day of a real news stream.
func streamTexts(b *testing.B) []string {
	b.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	path := filepath.Join(root, "data", "stream", "2015-07-31.zip")
	if _, err := os.Stat(path); err != nil {
		b.Skipf("no shared data at %s: set ISNAD_SHARED", path)
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		b.Fatal(err)
	}
	defer archive.Close()
	var texts []string
	for _, file := range archive.File {
		reader, err := file.Open()
		if err != nil {
			b.Fatal(err)
		}
		var articles []struct {
			Content string `json:"content"`
		}
		if err := json.NewDecoder(reader).Decode(&articles); err != nil {
			b.Fatal(err)
		}
		for _, article := range articles {
			texts = append(texts, article.Content)
		}
	}
	return texts
}

// core is the language core over Arabic: what it made of the text that was
// read last.
type core struct {
	segmenter *arabic.Segmenter
	hinter    *known.Hinter
	tagger    *names.Tagger

	tokens    []lang.Token
	segments  []arabic.Segment
	sentences []lang.Range
	ends      []int
	hints     []names.Hint
}

func newCore() *core {
	return &core{segmenter: arabic.NewSegmenter(), hinter: known.NewHinter(known.Default()), tagger: names.Arabic().NewTagger()}
}

func (c *core) tokenise(text string) { c.tokens = arabic.Tokens(text) }

func (c *core) segment(text string) {
	c.segments = c.segmenter.Segments(c.segments[:0], text, c.tokens)
}

func (c *core) cut(text string) {
	c.sentences = arabic.Sentences(text, c.tokens)
	c.ends = c.ends[:0]
	at := 0
	for _, sentence := range c.sentences {
		for at < len(c.tokens) && c.tokens[at].End <= sentence.End {
			at++
		}
		c.ends = append(c.ends, at)
	}
}

func (c *core) hint(string)      { c.hints = c.hinter.Hints(c.tokens) }
func (c *core) name(text string) { c.tagger.Find(text, c.tokens, c.ends, c.hints) }

// BenchmarkStream measures each step of the language core, and all of them, over
// a day of news on one core: words are the Word tokens. Where other work runs
// beside it the time of the processor tells more than that of the clock.
func BenchmarkStream(b *testing.B) {
	texts := streamTexts(b)
	c := newCore()
	steps := []struct {
		name string
		do   func(text string)
	}{{"tokens", c.tokenise}, {"segments", c.segment}, {"sentences", c.cut}, {"hints", c.hint}, {"names", c.name}}
	for at := range len(steps) + 1 {
		name, measured := "all", steps
		if at < len(steps) {
			name, measured = steps[at].name, steps[at:at+1]
		}
		b.Run(name, func(b *testing.B) {
			words := 0
			var clock, processor time.Duration
			for b.Loop() {
				for _, text := range texts {
					if at < len(steps) {
						for _, before := range steps[:at] {
							before.do(text)
						}
					}
					start, spent := time.Now(), processorTime(b)
					for _, step := range measured {
						step.do(text)
					}
					clock, processor = clock+time.Since(start), processor+processorTime(b)-spent
					words += countWords(c.tokens)
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(words)/clock.Seconds(), "words/s")
			b.ReportMetric(float64(words)/processor.Seconds(), "cpu-words/s")
		})
	}
}

func countWords(tokens []lang.Token) (words int) {
	for i := range tokens {
		if tokens[i].Kind == lang.Word {
			words++
		}
	}
	return words
}

// processorTime is what this process has used of the processor.
func processorTime(b *testing.B) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
