package names

import (
	"fmt"
	"io"
	"slices"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/tagger"
)

// Labelled is a text to learn from, as [Tagger.Find] is given it, with the label
// of each token.
type Labelled struct {
	Text   string
	Tokens []lang.Token
	Ends   []int
	Hints  []Hint
	Labels []uint8
}

// TrainArabic returns the file of a model learned from texts, people and
// counts of words. See [tagger.Train] for how far it repeats.
func TrainArabic(texts []Labelled, people []People, counts []WordCount, log io.Writer) ([]byte, error) {
	table := newListed(people, counts)
	build := func() language { return &arabicRows{listed: table} }
	first, second, err := train(texts, build, tagger.Options{Labels: Labels, Least: 2, Most: 40_000, Log: log})
	if err != nil {
		return nil, err
	}
	return pack(first, second, table), nil
}

// OpenArabic reads a model that [TrainArabic] made. The model uses data as it
// lies: do not change it.
func OpenArabic(data []byte) (*Model, error) {
	parts, err := open(data, 3)
	if err != nil {
		return nil, err
	}
	table, err := openListed(parts[2])
	if err != nil {
		return nil, err
	}
	return load(parts[0], parts[1], func() language { return &arabicRows{listed: table} })
}

// TrainEnglish returns the file of a model learned from texts with
// [EnglishLabels].
func TrainEnglish(texts []Labelled, log io.Writer) ([]byte, error) {
	first, second, err := train(texts, newEnglish, tagger.Options{Labels: EnglishLabels, Most: 86_000, Drop: 0.5, Log: log})
	if err != nil {
		return nil, err
	}
	return pack(first, second), nil
}

func newEnglish() language { return &EnglishRows{} }

// OpenEnglish reads a model that [TrainEnglish] made. The model uses data as it
// lies: do not change it.
func OpenEnglish(data []byte) (*Model, error) {
	parts, err := open(data, 2)
	if err != nil {
		return nil, err
	}
	return load(parts[0], parts[1], newEnglish)
}

// trainer learns the two models of one language.
type trainer struct {
	texts   []Labelled
	build   func() language
	options tagger.Options
}

// train returns the model that labels first and the one that labels again.
// What the second is taught of each word's other places was found by models
// that had not seen the text, as it will be when a text is read.
func train(texts []Labelled, build func() language, options tagger.Options) (first, second []byte, err error) {
	const folds = 4
	t := trainer{slices.Clone(texts), build, options}
	for i := range t.texts {
		t.texts[i].Labels = possible(t.texts[i].Labels, t.texts[i].Ends)
	}
	told := make([][]uint8, len(texts))
	for fold := range folds {
		fmt.Fprintf(options.Log, "part %d of %d\n", fold+1, folds)
		weights, err := t.first(func(i int) bool { return i%folds != fold })
		if err != nil {
			return nil, nil, err
		}
		model, err := tagger.Load(weights)
		if err != nil {
			return nil, nil, err
		}
		for i := fold; i < len(texts); i += folds {
			told[i] = t.label(model, i)
		}
	}
	if first, err = t.first(func(int) bool { return true }); err != nil {
		return nil, nil, err
	}
	second, err = t.second(told)
	return first, second, err
}

// possible returns labels in which no name goes on that has not begun: it begins
// there.
func possible(labels []uint8, ends []int) []uint8 {
	labels = slices.Clone(labels)
	from := 0
	for _, to := range ends {
		for i := from; i < to; i++ {
			if label := labels[i]; label != 0 && label%2 == 0 && (i == from || labels[i-1] != label && labels[i-1] != label-1) {
				labels[i]--
			}
		}
		from = to
	}
	return labels
}

// first trains on the texts that are in.
func (t *trainer) first(in func(i int) bool) ([]byte, error) {
	var examples []tagger.Example
	words := t.build()
	var rows tagger.Rows
	for i := range t.texts {
		if !in(i) {
			continue
		}
		t.read(words, &rows, i)
		from := 0
		for _, to := range t.texts[i].Ends {
			examples = append(examples, tagger.NewExample(&rows, from, to, t.texts[i].Labels[from:to]))
			from = to
		}
	}
	return tagger.Train(examples, t.options)
}

// read fills rows with the features of a text.
func (t *trainer) read(words language, rows *tagger.Rows, i int) {
	text := &t.texts[i]
	words.Read(text.Text, text.Tokens, text.Hints)
	rows.Reset()
	for token := range text.Tokens {
		words.features(rows, token)
		rows.Next()
	}
}

// label returns the labels that a model finds for a text.
func (t *trainer) label(model *tagger.Model, i int) []uint8 {
	var rows tagger.Rows
	t.read(t.build(), &rows, i)
	decoder := model.NewDecoder()
	var labels []uint8
	from := 0
	for _, to := range t.texts[i].Ends {
		labels = append(labels, decoder.Decode(&rows, from, to)...)
		from = to
	}
	return labels
}

// second trains with what the labels found tell of each word.
func (t *trainer) second(found [][]uint8) ([]byte, error) {
	var examples []tagger.Example
	words := t.build()
	var rows, again tagger.Rows
	var memory memory
	for i := range t.texts {
		t.read(words, &rows, i)
		memory.learn(words, found[i])
		from := 0
		for _, to := range t.texts[i].Ends {
			again.Reset()
			for token := from; token < to; token++ {
				again.AddAll(&rows, token)
				memory.features(&again, from, to, token)
				again.Next()
			}
			examples = append(examples, tagger.NewExample(&again, 0, to-from, t.texts[i].Labels[from:to]))
			from = to
		}
	}
	return tagger.Train(examples, t.options)
}
