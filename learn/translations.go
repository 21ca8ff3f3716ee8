package learn

import (
	"fmt"
	"io"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang/bitext"
)

// NTREX is news in English and Arabic, segment by segment.
var NTREX = Corpus{
	Path:    "parallel/ntrex-first-60.tsv",
	SHA256:  "46fde7ecc9feb548207ccbd4c2c0430e34b783850c71ddb8b1e296ed025906c7",
	Origin:  "https://github.com/MicrosoftTranslator/NTREX (NTREX-128, English and Modern Standard Arabic)",
	Part:    "the first 60 documents: a document's name, English and Arabic a line",
	Licence: bySA4,
}

// wordList is the recipe of the Arabic and English words that translate one
// another.
func wordList() Recipe {
	return Recipe{
		Name:    "words-ar-en",
		Does:    "Lists Arabic and English words that translate one another, with how often.",
		File:    "lang/bitext/weights/words.tsv",
		Date:    "2026-11-22",
		Data:    []Corpus{NTREX},
		Licence: bySA4,
		Train: func(d Data, log io.Writer) ([]byte, error) {
			segments, err := d.Parallel(NTREX)
			if err != nil {
				return nil, err
			}
			list := Words(segments)
			fmt.Fprintf(log, "%d segments, %d pairs of words\n", len(segments), list.Len())
			return list.Bytes(), nil
		},
		Score:   scoreWords,
		Shipped: bitext.Shipped,
	}
}

// Words learns a word list from segments.
func Words(segments []corpora.Translated) *bitext.List {
	pairs := make([]bitext.Pair, len(segments))
	for i, segment := range segments {
		pairs[i] = bitext.Pair{Arabic: segment.Arabic, English: segment.English}
	}
	return bitext.Train(pairs)
}

// WordFolds is into how many folds documents are dealt where word lists are
// measured.
const WordFolds = 5

// Fold parts segments by their documents, which are dealt out in turn: those
// of fold n, from 0, are held out.
func Fold(segments []corpora.Translated, n int) (rest, held []corpora.Translated) {
	document := -1
	for i, segment := range segments {
		if i == 0 || segments[i-1].Document != segment.Document {
			document++
		}
		if document%WordFolds == n {
			held = append(held, segment)
			continue
		}
		rest = append(rest, segment)
	}
	return rest, held
}

// scoreWords holds each fold out in turn and ranks for each of its segments, in
// either language, all its segments in the other.
func scoreWords(d Data, log io.Writer) ([]Score, error) {
	segments, err := d.Parallel(NTREX)
	if err != nil {
		return nil, err
	}
	var words, senses ranking
	for n := range WordFolds {
		rest, held := Fold(segments, n)
		list := Words(rest)
		fmt.Fprintf(log, "fold %d: %d pairs of words\n", n+1, list.Len())
		words.add(list, held, wordsAlone)
		senses.add(list, held, func(s []bitext.Sense) []bitext.Sense { return s })
	}
	note := fmt.Sprintf("of %d on average, both directions", len(segments)/WordFolds)
	score := func(measure string, r ranking) Score {
		return Score{
			Task: "words-ar-en", Set: "NTREX-128, first 60 documents, five folds", Measure: measure,
			Value: 100 * float64(r.first) / float64(max(r.all, 1)), Note: note,
		}
	}
	return []Score{score("segment first, by the list", words), score("segment first, with concepts", senses)}, nil
}

// wordsAlone leaves the concepts out.
func wordsAlone(senses []bitext.Sense) []bitext.Sense {
	var list []bitext.Sense
	for _, sense := range senses {
		if sense.Word() {
			list = append(list, sense)
		}
	}
	return list
}

// ranking counts the segments whose translation comes first among all.
type ranking struct{ first, all int }

func (r *ranking) add(list *bitext.List, held []corpora.Translated, kept func([]bitext.Sense) []bitext.Sense) {
	arabic, english := make([][]bitext.Sense, len(held)), make([][]bitext.Sense, len(held))
	for i, segment := range held {
		arabic[i], english[i] = kept(list.Senses(segment.Arabic)), kept(list.Senses(segment.English))
	}
	likeness := make([][]float64, len(held))
	for i := range held {
		likeness[i] = make([]float64, len(held))
		for j := range held {
			likeness[i][j] = bitext.Likeness(arabic[i], english[j])
		}
	}
	for i := range held {
		forth, back := true, true
		for j := range held {
			forth = forth && (j == i || likeness[i][j] < likeness[i][i])
			back = back && (j == i || likeness[j][i] < likeness[i][i])
		}
		for _, first := range []bool{forth, back} {
			r.all++
			if first {
				r.first++
			}
		}
	}
}
