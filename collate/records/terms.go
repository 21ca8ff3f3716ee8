package records

import (
	"math"
	"sort"
	"strconv"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// terms are what a stretch of a report says, as features that two wordings of
// one thing share: stems of its content words, and, across languages, the
// entities, numbers and events in it.
type terms map[string]float64

// The base weights of a feature. Stems hold between reports of one language;
// the others hold between all.
const (
	stemWeight   = 1.0
	entityWeight = 0.7
	numberWeight = 1.5
	eventWeight  = 1.0
)

// add puts the features of the words at span of doc d into t.
func (t terms) add(b *builder, d int, span isnad.Span) {
	doc := b.docs[d]
	named := b.entityTerms(t, d, span)
	words := doc.Words(span)
	tokens := arabic.Tokens(words)
	stem, stop := arabicStem, arabic.IsStop
	if doc.Article.Lang == isnad.English {
		tokens = english.Tokens(words)
		stem, stop = englishStem, english.IsStop
	}
	for i, token := range tokens {
		at := isnad.Span{Start: span.Start + token.Start, End: span.Start + token.End}
		if covered(named, at) {
			continue
		}
		switch token.Kind {
		case lang.Word:
			if key := stem(words[token.Start:token.End], token.Key); !stop(token.Key) && !stop(key) && len(key) > 2 {
				t["w:"+key] = stemWeight
			}
		case lang.Digits:
			number(t, tokens, i, doc.Article.Lang)
		}
	}
}

func number(t terms, tokens []lang.Token, i int, l isnad.Lang) {
	numberAt := arabic.NumberAt
	if l == isnad.English {
		numberAt = english.NumberAt
	}
	if value, ok := numberAt(tokens, i); ok {
		t["n:"+strconv.FormatFloat(value.Number, 'g', 8, 64)] = numberWeight
	}
}

// entityTerms adds the entities in span and returns their spans. The entity of
// a mention inside another counts as well.
func (b *builder) entityTerms(t terms, d int, span isnad.Span) []isnad.Span {
	doc := b.docs[d]
	var named []isnad.Span
	first := sort.Search(len(doc.Mentions), func(i int) bool { return doc.Mentions[i].Span.Start >= span.Start })
	for _, mention := range doc.Mentions[first:] {
		if mention.Span.Start >= span.End {
			break
		}
		if !span.Contains(mention.Span) {
			continue
		}
		for _, entity := range append([]int{mention.Entity}, mention.Members...) {
			if entity >= 0 && b.local[d][entity] >= 0 {
				t["e:"+strconv.Itoa(b.local[d][entity])] = entityWeight
				named = append(named, mention.Span)
			}
		}
	}
	return named
}

func covered(spans []isnad.Span, at isnad.Span) bool {
	for _, span := range spans {
		if span.Overlaps(at) {
			return true
		}
	}
	return false
}

// arabicStem takes the likeliest proclitics off a word and stems the rest.
func arabicStem(word, key string) string {
	splits := arabic.Splits(word)
	if len(splits) == 0 {
		return skeleton(arabic.Stem(key))
	}
	return skeleton(arabic.Stem(arabic.Fold(word[splits[0].Bare.Start:splits[0].Bare.End])))
}

func englishStem(_, key string) string { return english.Stem(key) }

// rarity weighs features by how few of the compared stretches hold them, so
// that the names of the story's protagonists say little.
type rarity struct {
	n  float64
	df map[string]float64
}

func newRarity(all []terms) rarity {
	r := rarity{n: float64(len(all)), df: map[string]float64{}}
	for _, t := range all {
		for key := range t {
			r.df[key]++
		}
	}
	return r
}

func (r rarity) weight(t terms, key string) float64 {
	return t[key] * math.Log(1+r.n/r.df[key])
}

// alike is the share of the lighter stretch's weight that the heavier one
// holds, 0 to 1, and the number of features shared: a part is like its whole.
func (r rarity) alike(a, b terms) (score float64, shared int) {
	var both, left, right float64
	for _, key := range sorted(a) {
		w := r.weight(a, key)
		left += w
		if _, ok := b[key]; ok {
			both += w
			shared++
		}
	}
	for _, key := range sorted(b) {
		right += r.weight(b, key)
	}
	if lesser := math.Min(left, right); lesser > 0 {
		return both / lesser, shared
	}
	return 0, 0
}

func sorted(t terms) []string {
	keys := make([]string, 0, len(t))
	for key := range t {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
