package learn

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"strconv"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
)

// own are the corpora that come with the program.
//
//go:embed words
var own embed.FS

// ArabicFrequencies says how often the commoner Arabic words are written, over
// subtitles, news, encyclopedia, books and web. It comes with the program.
var ArabicFrequencies = Corpus{
	Path:    "words/ar.tsv.gz",
	SHA256:  "d4b92e0bb0ffd1d9af5e59e54204aff867615cdad8b2c7356b42a775731d838a",
	Origin:  "https://pypi.org/project/wordfreq/3.1.1/",
	Part:    "the words in Arabic letters of its large Arabic list, down to a share of 10^-6.4; kept in learn/words",
	Licence: bySA4,
}

// frequency is a word and minus a hundred times the logarithm of its share of
// all words.
type frequency struct {
	word      string
	centibels int
}

// frequencies reads a corpus of words and their frequencies.
func (d Data) frequencies(corpus Corpus) ([]frequency, error) {
	raw, err := d.Read(corpus)
	if err != nil {
		return nil, err
	}
	plain, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, isnad.Errorf(isnad.Invalid, corpus.Path, "open frequencies: %w", err)
	}
	rows, err := corpora.Rows(corpus.Path, io.LimitReader(plain, maxCorpus), "#")
	if err != nil {
		return nil, err
	}
	list := make([]frequency, len(rows))
	for i, row := range rows {
		if len(row) != 2 {
			return nil, isnad.Errorf(isnad.Invalid, corpus.Path, "row %d has %d fields", i+1, len(row))
		}
		centibels, err := strconv.Atoi(row[1])
		if err != nil {
			return nil, fmt.Errorf("read frequencies: row %d: %w", i+1, err)
		}
		list[i] = frequency{row[0], centibels}
	}
	return list, nil
}
