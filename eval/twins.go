package eval

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// TwinsTask is the task of finding the translation of a report among reports of
// the other language.
const TwinsTask = "twins"

// Twins is what the task on twins asks of the program.
type Twins struct {
	Texts func(ctx context.Context, texts []string, language isnad.Lang) ([]*isnad.Doc, error) // texts of one paragraph a line, without a day, annotated
	// Likeness tells for each doc of left and each of right how likely they are
	// of one happening, by a file of a word list (package lang/bitext).
	Likeness func(words []byte, left, right []*isnad.Doc) ([][]float64, error)
}

//go:embed data/crossing.tsv
var crossingFile []byte

// crossing are the documents that report one happening with others, by name,
// with the happening.
var crossing = sync.OnceValue(func() map[string]string {
	rows, err := corpora.Rows("data/crossing.tsv", bytes.NewReader(crossingFile), "#")
	if err != nil {
		panic(err) // embedded
	}
	happenings := map[string]string{}
	for _, row := range rows {
		for document := range strings.FieldsSeq(row[1]) {
			happenings[document] = row[0]
		}
	}
	return happenings
})

// TwinTasks rank for each document of a set, in either language, all documents
// of the set in the other. A document counts as found if its translation is
// above all others. The documents are held out fold by fold: the word list is
// learned from the others.
//
// Of documents that are no translations of one another, those are paired over
// the languages that are likelier than not of one happening, and the pairs are
// held against data/crossing.tsv; the word list is learned without any document
// that stands there. These pairs tune the weights for two languages (package
// collate/stories) as well, so that their score is not of unseen data.
func TwinTasks(program Twins) []Task {
	return []Task{{Name: TwinsTask, Needs: []learn.Corpus{learn.NTREX}, Slow: true, Run: func(ctx context.Context, d learn.Data, log io.Writer) ([]learn.Score, error) {
		segments, err := d.Parallel(learn.NTREX)
		if err != nil {
			return nil, err
		}
		words := foldLists(segments, log)
		var scores []learn.Score
		for _, part := range twinParts {
			got, err := program.score(ctx, words, part.name, documents(segments, part.segments))
			if err != nil {
				return nil, err
			}
			scores = append(scores, got...)
		}
		got, err := program.crossing(ctx, segments)
		return append(scores, got...), err
	}}}
}

// twinParts are how much of each document is given, in segments.
var twinParts = []struct {
	name     string
	segments int
}{
	{"NTREX-128, 60 documents, five folds", 1 << 30},
	{"NTREX-128, 60 documents, five folds, first three sentences alone", 3},
	{"NTREX-128, 60 documents, five folds, first sentence alone", 1},
}

// foldLists are the word lists of the folds, each learned without its own.
func foldLists(segments []corpora.Translated, log io.Writer) [][]byte {
	lists := make([][]byte, learn.WordFolds)
	for n := range lists {
		rest, _ := learn.Fold(segments, n)
		list := learn.Words(rest)
		fmt.Fprintf(log, "fold %d: %d pairs of words\n", n+1, list.Len())
		lists[n] = list.Bytes()
	}
	return lists
}

// twinTexts are documents in both languages, in one order.
type twinTexts struct{ names, arabic, english []string }

// documents are the first segments of each document, at most that many, a line
// each.
func documents(segments []corpora.Translated, most int) twinTexts {
	var texts twinTexts
	n := 0
	for i, segment := range segments {
		if i == 0 || segments[i-1].Document != segment.Document {
			texts.names = append(texts.names, segment.Document)
			texts.arabic, texts.english = append(texts.arabic, ""), append(texts.english, "")
			n = 0
		}
		if n++; n > most {
			continue
		}
		last := len(texts.arabic) - 1
		texts.arabic[last] += strings.TrimSpace(segment.Arabic) + "\n"
		texts.english[last] += strings.TrimSpace(segment.English) + "\n"
	}
	return texts
}

// read annotates the documents in both languages.
func (t Twins) read(ctx context.Context, texts twinTexts) (arabic, english []*isnad.Doc, err error) {
	if arabic, err = t.Texts(ctx, texts.arabic, isnad.Arabic); err != nil {
		return nil, nil, err
	}
	english, err = t.Texts(ctx, texts.english, isnad.English)
	return arabic, english, err
}

func (t Twins) score(ctx context.Context, words [][]byte, set string, texts twinTexts) ([]learn.Score, error) {
	arabic, english, err := t.read(ctx, texts)
	if err != nil {
		return nil, err
	}
	var fromArabic, fromEnglish int
	for n, list := range words {
		likeness, err := t.Likeness(list, arabic, english)
		if err != nil {
			return nil, err
		}
		for i := n; i < len(arabic); i += len(words) {
			across, down := true, true
			for j := range english {
				across = across && (j == i || likeness[i][j] < likeness[i][i])
				down = down && (j == i || likeness[j][i] < likeness[i][i])
			}
			if across {
				fromArabic++
			}
			if down {
				fromEnglish++
			}
		}
	}
	score := func(measure string, found int) learn.Score {
		return learn.Score{
			Task: TwinsTask, Set: set, Measure: measure, Value: hundred * float64(found) / float64(max(1, len(arabic))),
			Note: fmt.Sprintf("among all %d of the other language", len(english)),
		}
	}
	return []learn.Score{score("English twin first", fromArabic), score("Arabic twin first", fromEnglish)}, nil
}

// likely is the likelihood from which two documents are taken to report one
// happening.
const likely = 0.5

// crossing pairs documents over the languages that are no translations of one
// another.
func (t Twins) crossing(ctx context.Context, segments []corpora.Translated) ([]learn.Score, error) {
	others := slices.DeleteFunc(slices.Clone(segments), func(s corpora.Translated) bool { return crossing()[s.Document] != "" })
	texts := documents(segments, len(segments))
	arabic, english, err := t.read(ctx, texts)
	if err != nil {
		return nil, err
	}
	likeness, err := t.Likeness(learn.Words(others).Bytes(), arabic, english)
	if err != nil {
		return nil, err
	}
	var agreed corpora.Agreement
	for i, name := range texts.names {
		for j, other := range texts.names {
			if i == j {
				continue
			}
			one := crossing()[name] != "" && crossing()[name] == crossing()[other]
			joined := likeness[i][j] >= likely
			agreed = agreed.Add(corpora.Agreement{Right: ones(one && joined), Gold: ones(one), Answers: ones(joined)})
		}
	}
	score := func(measure string, share float64) learn.Score {
		return learn.Score{
			Task: TwinsTask, Set: "NTREX-128, 60 documents, other reports of one happening", Measure: measure, Value: hundred * share,
			Note: fmt.Sprintf("%d pairs of an Arabic and an English report of %d; the weights for two languages were tuned on them", agreed.Gold, len(arabic)*len(english)-len(arabic)),
		}
	}
	return []learn.Score{score("pairs precision", agreed.Precision()), score("pairs recall", agreed.Recall()), score("pairs F1", agreed.F1())}, nil
}

// ones is 1 for true.
func ones(is bool) int {
	if is {
		return 1
	}
	return 0
}
