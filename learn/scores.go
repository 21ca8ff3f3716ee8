package learn

import (
	"slices"

	"github.com/isnad-news/isnad/corpora"
)

// hundred turns shares into the hundredths of scores.
const hundred = 100

// kindsInOrder are the kinds of name that come first in scores.
var kindsInOrder = []string{"person", "organisation", "place", "other"}

// NameScores compares the names that tag gives with those of a corpus, exact in
// words and kind: F1 over all names, then of each kind. Kinds are as
// [corpora.AgreeNames] takes them.
func NameScores(task, set string, gold []corpora.Sentence, tag func(words []string) []corpora.Span, kinds map[string]string) []Score {
	all, byKind := corpora.AgreeNames(gold, tag, kinds)
	scores := []Score{{Task: task, Set: set, Measure: "F1", Value: hundred * all.F1()}}
	names := slices.Clone(kindsInOrder)
	var more []string
	for kind := range byKind {
		if !slices.Contains(names, kind) {
			more = append(more, kind)
		}
	}
	slices.Sort(more)
	for _, kind := range append(names, more...) {
		if agreed, ok := byKind[kind]; ok {
			scores = append(scores, Score{Task: task, Set: set, Measure: "F1 " + kind, Value: hundred * agreed.F1()})
		}
	}
	return scores
}

// RankScores asks for each Latin name of the pairs the likeliest Arabic forms:
// how often one that the pairs give is the first, and among the first five.
func RankScores(task, set string, pairs []corpora.Pair, rank func(latin string, k int) []string) []Score {
	const five = 5
	first, among := corpora.AgreeRanks(pairs, five, rank)
	return []Score{
		{Task: task, Set: set, Measure: "first", Value: hundred * first.Recall()},
		{Task: task, Set: set, Measure: "among five", Value: hundred * among.Recall()},
	}
}

// Cut parts the words of a corpus that is one sequence in two: all but the last
// n, and the last n.
func Cut(sentence corpora.Sentence, n int) (head, tail corpora.Sentence) {
	at := max(0, len(sentence.Words)-n)
	return corpora.Sentence{Words: sentence.Words[:at], Tags: sentence.Tags[:at]},
		corpora.Sentence{Words: sentence.Words[at:], Tags: sentence.Tags[at:]}
}

// LastFifth parts sentences in two: the first four fifths of them, and the rest.
func LastFifth(sentences []corpora.Sentence) (head, tail []corpora.Sentence) {
	const parts = 5
	at := len(sentences) * (parts - 1) / parts
	return sentences[:at], sentences[at:]
}
