package eval

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/learn"
)

// LangOf is the language of most letters of a text: Arabic or English.
func LangOf(raw []byte) isnad.Lang {
	arabicLetters, latinLetters := 0, 0
	for _, r := range string(raw) {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabicLetters++
		case unicode.Is(unicode.Latin, r):
			latinLetters++
		}
	}
	if latinLetters > arabicLetters {
		return isnad.English
	}
	return isnad.Arabic
}

// ScoreTrees scores words and sentences on a CoNLL-U file.
func ScoreTrees(name string, raw []byte, language isnad.Lang) ([]learn.Score, error) {
	trees, err := corpora.CoNLLU(name, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	if len(trees) == 0 {
		return nil, empty(name)
	}
	return Trees(name, trees, language), nil
}

// ScoreRows scores on tab-separated values.
func ScoreRows(name string, raw []byte, _ isnad.Lang) ([]learn.Score, error) {
	words, err := corpora.ReadSegmented(name, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	if len(words) == 0 {
		return nil, empty(name)
	}
	return Segmented(name, words), nil
}

func empty(name string) error { return isnad.Errorf(isnad.Invalid, name, "holds nothing to score") }

// Trees scores what the program as it ships makes of the text of a CoNLL-U
// file: its words, by the measure of the CoNLL 2018 shared task with forms
// folded, and its sentences, which are given no line ends. The words of a fused
// token must be spelled as treebanks of today do, without vowel signs. Of
// Arabic that marks no fused tokens, as if each clitic were written apart, the
// words say nothing and are left out.
func Trees(set string, trees []corpora.Tree, language isnad.Lang) []learn.Score {
	plain := corpora.PlainText(trees)
	w := readText(plain.Text, language)
	fold := func(tokens []corpora.Token) []corpora.Token {
		for i := range tokens {
			for n, word := range tokens[i].Words {
				tokens[i].Words[n] = arabic.Fold(word)
			}
		}
		return tokens
	}
	words, _ := corpora.AgreeWords(fold(plain.Tokens), fold(w.analysed()))
	sentences := corpora.AgreeExtents(plain.Sentences, w.extents(w.sentences))
	scores := []learn.Score{{Task: sentencesTask, Set: set, Measure: "F1", Value: hundred * sentences.F1()}}
	fused := func(tree corpora.Tree) bool { return len(tree.Fused) > 0 }
	if language == isnad.English || slices.ContainsFunc(trees, fused) {
		scores = append(scores, learn.Score{Task: segmentsTask, Set: set, Measure: "words F1", Value: hundred * words.F1()})
	}
	return scores
}

// Segmented scores how Arabic words are parted: the share of the words whose
// segments, folded, are those of the file. The words are read as running text.
func Segmented(set string, words []corpora.Segmented) []learn.Score {
	plain := make([]string, len(words))
	for i, word := range words {
		plain[i] = word.Word
	}
	joined := corpora.Join(plain)
	w := readText(joined.Text, isnad.Arabic)
	got := make([]string, len(words))
	for i, token := range w.tokens {
		if token.Kind == lang.Mark || token.Kind == lang.Quoter {
			continue
		}
		at, end := joined.Words(token.Start, token.End)
		if at == end {
			continue
		}
		for _, part := range w.pieces(i) {
			got[at] += "+" + arabic.Fold(w.text[part.Start:part.End])
		}
	}
	agreed := corpora.Agreement{}
	for i, word := range words {
		want := ""
		for _, segment := range word.Segments {
			want += "+" + arabic.Fold(segment)
		}
		agreed.Gold++
		if strings.Trim(got[i], "+") == strings.Trim(want, "+") {
			agreed.Right++
		}
	}
	return []learn.Score{{Task: segmentsTask, Set: set, Measure: "words right", Value: hundred * agreed.Recall()}}
}
