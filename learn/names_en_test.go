package learn

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/names"
)

// shortLabels shows labels by a letter each, small inside.
func shortLabels(labels []uint8) string {
	const letters = ".PpOoLlMm12345678"
	var b strings.Builder
	for _, label := range labels {
		b.WriteByte(letters[label])
	}
	return b.String()
}

func textOf(set *englishSet, sentences ...corpora.Sentence) *englishText {
	var rows names.EnglishRows
	return newEnglishText(set, sentences, &rows, known.NewHinter(known.Default()))
}

// tagged is a sentence of words and their tags, "O" where a word has none.
func tagged(words ...string) corpora.Sentence {
	var s corpora.Sentence
	for _, word := range words {
		word, tag, ok := strings.Cut(word, "/")
		if !ok {
			tag = "O"
		}
		s.Words, s.Tags = append(s.Words, word), append(s.Tags, tag)
	}
	return s
}

// TestEnglishLabels holds how the annotation of each set becomes labels of our
// tokens, and that what is found as labelled counts as the set's own names.
func TestEnglishLabels(t *testing.T) {
	wiki, chat, mentions := &englishSets[0], &englishSets[1], &englishSets[2]
	for _, test := range []struct {
		name string
		set  *englishSet
		gold corpora.Sentence
		want string
	}{
		{"names of four kinds", wiki, tagged("Mara/B-PER", "Velin/I-PER", "of", "Velmora/B-LOC", "joined", "Tavor/B-ORG", "Ltd/I-ORG", "'s", "Long/B-MISC", "Run/I-MISC"), "Pp.L.OoMm"},
		{"two names side by side", wiki, tagged("Mara/B-PER", "Dorin/B-PER"), "PP"},
		{"groups and products", chat, tagged("the", "Velins/B-group", "like", "Tavorix/B-product"), ".O.M"},
		{"nationalities of chat are learned and not counted", chat, tagged("an", "Egyptian", "in", "Velmora/B-location"), ".M.L"},
		{"nationalities as the other sets have them", wiki, tagged("an", "Egyptian/B-MISC", "song"), ".M."},
		{"articles are cut off and put back", mentions, tagged("the/B-Organisation", "Velmora/I-Organisation", "Bank/I-Organisation", "fell"), ".Oo."},
		{"a pronoun is a mention", mentions, tagged("he/B-Person", "fell"), "1."},
		{"what has small words is a mention", mentions, tagged("the/B-Location", "old/I-Location", "town/I-Location"), "566"},
		{"a title with a name is a mention", mentions, tagged("President/B-Person", "Velin/I-Person"), "12"},
		{"a country that acts is a mention", mentions, tagged("Jordan/B-Organisation", "agreed"), "3."},
		{"its nationalities are other names", mentions, tagged("Egyptian/B-Nationality", "planes"), "M."},
		{"kinds that are no names", mentions, tagged("Monday/B-Temporal", "came"), ".."},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := textOf(test.set, test.gold)
			if got := shortLabels(text.labels); got != test.want {
				t.Fatalf("%q: labels %s, want %s", text.text, got, test.want)
			}
			var rows names.EnglishRows
			rows.Read(text.text, text.tokens, nil)
			found := text.found(text.labels, &rows)
			if diff := cmp.Diff(text.gold, found, cmp.AllowUnexported(englishSpan{})); diff != "" {
				t.Errorf("found again: %s", diff)
			}
		})
	}
}

// TestEnglishText holds how words become text and sentences breaks.
func TestEnglishText(t *testing.T) {
	text := textOf(&englishSets[0], tagged("Velin", "'s", "car", "did", "n't", "go", "."), tagged("It", "stood"))
	if text.text != "Velin's car didn't go .\nIt stood" {
		t.Errorf("%q", text.text)
	}
	if diff := cmp.Diff([]int{5, 7}, text.breaks); diff != "" {
		t.Error(diff)
	}
	if len(text.hints) != len(text.tokens) || len(text.words) != 9 {
		t.Errorf("%d hints of %d tokens, %d words", len(text.hints), len(text.tokens), len(text.words))
	}
}

// TestWithMore holds that labels are only added, and whole names only.
func TestWithMore(t *testing.T) {
	other := func(label uint8) bool { return label == 7 || label == 8 }
	for _, test := range []struct {
		name                string
		labels, found, want []uint8
	}{
		{"what is wanted is added", []uint8{0, 0, 0}, []uint8{7, 8, 0}, []uint8{7, 8, 0}},
		{"what is not wanted stays out", []uint8{0, 0, 0}, []uint8{1, 2, 7}, []uint8{0, 0, 7}},
		{"what is labelled stays", []uint8{0, 3, 4}, []uint8{7, 8, 8}, []uint8{0, 3, 4}},
		{"two side by side", []uint8{0, 0, 5}, []uint8{7, 7, 7}, []uint8{7, 7, 5}},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := slices.Clone(test.labels)
			if diff := cmp.Diff(test.want, withMore(test.labels, test.found, other)); diff != "" {
				t.Error(diff)
			}
			if !slices.Equal(before, test.labels) {
				t.Error("the labels given were changed")
			}
		})
	}
}

// TestFifth parts documents after four fifths of their sentences.
func TestFifth(t *testing.T) {
	s := tagged("a")
	head, tail := fifth([][]corpora.Sentence{{s, s, s}, {s, s, s, s}, {s, s, s}})
	count := func(documents [][]corpora.Sentence) (list []int) {
		for _, document := range documents {
			list = append(list, len(document))
		}
		return list
	}
	if diff := cmp.Diff([][]int{{3, 4, 1}, {2}}, [][]int{count(head), count(tail)}); diff != "" {
		t.Error(diff)
	}
}
