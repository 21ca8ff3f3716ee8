package records

import (
	"math"
	"slices"
	"sort"
	"strconv"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
)

// terms are what a stretch of a report says, as features that two wordings of
// one thing share: stems of its content words, and, across languages, the
// entities, numbers and events in it.
type terms struct {
	base map[string]float64
	keys []string // of base, ordered
	// copied marks the words of a copy: they say again what another article of
	// the witness says, and make nothing commoner.
	copied bool
	// senses are the words that a concept is of, by its key: the concepts of one
	// word are readings of it, and no more than one of them holds.
	senses map[string]int
	words  int // how many senses there are
	// What the features weigh and whose readings they are, parallel to keys; what
	// they weigh together, and how many of them are numbers; once the stretch is
	// weighed.
	weights  []float64
	readings []int16 // -1 for what is no reading of a word
	total    float64
	numbers  int
}

// put adds a feature with its base weight.
func (t *terms) put(key string, weight float64) {
	if t.base == nil {
		t.base = map[string]float64{}
	}
	if _, ok := t.base[key]; !ok {
		i, _ := slices.BinarySearch(t.keys, key)
		t.keys = slices.Insert(t.keys, i, key)
	}
	t.base[key] = weight
}

// putReadings adds the concepts that one word may stand for. Words that may stand
// for one concept are one word said twice.
func (t *terms) putReadings(concepts []string) {
	if len(concepts) == 0 {
		return
	}
	if t.senses == nil {
		t.senses = map[string]int{}
	}
	word, known := t.words, false
	for _, concept := range concepts {
		if of, ok := t.senses["c:"+concept]; ok {
			word, known = of, true
			break
		}
	}
	if !known {
		t.words++
	}
	for _, concept := range concepts {
		key := "c:" + concept
		t.put(key, conceptWeight)
		if _, ok := t.senses[key]; !ok {
			t.senses[key] = word
		}
	}
}

// The base weights of a feature. Stems hold between reports of one language;
// the others hold between all.
const (
	stemWeight    = 1.0
	conceptWeight = 1.0
	entityWeight  = 0.7
	numberWeight  = 1.5
	dateWeight    = 1.2
	eventWeight   = 1.0
)

// add puts the features of the words at span of doc d into t.
func (t *terms) add(b *builder, d int, span isnad.Span) {
	doc := b.docs[d]
	t.copied = b.copied(d)
	named := b.entityTerms(t, d, span)
	words := doc.Words(span)
	tokens := arabic.Tokens(words)
	stem, stop := arabicStem, arabic.IsStop
	if doc.Article.Lang == isnad.English {
		tokens = english.Tokens(words)
		stem, stop = englishStem, english.IsStop
	}
	days := t.addTimes(doc, span)
	for i, token := range tokens {
		at := isnad.Span{Start: span.Start + token.Start, End: span.Start + token.End}
		if covered(named, at) {
			continue
		}
		if !covered(days, at) {
			number(t, tokens, i, doc.Article.Lang)
		}
		if token.Kind == lang.Word {
			if key := stem(words[token.Start:token.End], token.Key); !stop(token.Key) && !stop(key) && len(key) > 2 {
				t.put("w:"+key, stemWeight)
			}
		}
	}
}

// addSense puts what holds over languages into t: the concepts that the words
// at span of doc d stand for, and its entities and numbers.
func (t *terms) addSense(b *builder, d int, span isnad.Span) {
	doc := b.docs[d]
	t.copied = b.copied(d)
	named := b.entityTerms(t, d, span)
	words := doc.Words(span)
	days := t.addTimes(doc, span)
	tokens, concepts := arabic.Tokens(words), gloss.Arabic
	if doc.Article.Lang == isnad.English {
		tokens, concepts = english.Tokens(words), gloss.English
	}
	for i, token := range tokens {
		at := isnad.Span{Start: span.Start + token.Start, End: span.Start + token.End}
		if covered(named, at) {
			continue
		}
		if !covered(days, at) {
			number(t, tokens, i, doc.Article.Lang)
		}
		if token.Kind == lang.Word {
			t.putReadings(concepts(words[token.Start:token.End]))
		}
	}
}

// addTimes puts the days that the words at span speak of into t, and returns
// where: the numbers there count nothing.
func (t *terms) addTimes(doc *isnad.Doc, span isnad.Span) []isnad.Span {
	var spans []isnad.Span
	first := sort.Search(len(doc.Dates), func(i int) bool { return doc.Dates[i].Span.Start >= span.Start })
	for _, date := range doc.Dates[first:] {
		if date.Span.Start >= span.End {
			break
		}
		spans = append(spans, date.Span)
		if date.Value != "" {
			t.put("d:"+date.Value, dateWeight)
		}
	}
	return spans
}

func number(t *terms, tokens []lang.Token, i int, l isnad.Lang) {
	numberAt := arabic.NumberAt
	if l == isnad.English {
		numberAt = english.NumberAt
	}
	if value, ok := numberAt(tokens, i); ok && (value.Number >= 2 || tokens[i].Kind == lang.Digits) {
		t.put("n:"+strconv.FormatFloat(value.Number, 'g', 8, 64), numberWeight)
	}
}

// entityTerms adds the entities in span and returns their spans. The entity of
// a mention inside another counts as well.
func (b *builder) entityTerms(t *terms, d int, span isnad.Span) []isnad.Span {
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
				t.put("e:"+strconv.Itoa(b.local[d][entity]), entityWeight)
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

// stemOf is how words of a language are cut to what their forms share.
func stemOf(language isnad.Lang) func(word, key string) string {
	if language == isnad.English {
		return englishStem
	}
	return arabicStem
}

func englishStem(_, key string) string { return english.Stem(key) }

// rarity weighs features by how few of the compared stretches hold them, so
// that the names of the story's protagonists say little.
type rarity struct {
	n        float64
	df       map[string]float64
	everyday bool // everyday news counts as well
}

func newRarity(all []terms) rarity {
	r := rarity{df: map[string]float64{}}
	for i := range all {
		if all[i].copied {
			continue
		}
		r.n++
		for _, key := range all[i].keys {
			r.df[key]++
		}
	}
	return r
}

// everyday is the rarity of features among all and everyday news.
func everyday(all []terms) rarity {
	r := newRarity(all)
	r.everyday = true
	return r
}

func (r rarity) weight(t *terms, key string) float64 {
	if r.everyday {
		return t.base[key] * math.Log((r.n+background+1)/(r.df[key]+background*usual(key)+0.5))
	}
	return t.base[key] * math.Log(1+r.n/max(1, r.df[key]))
}

// alike is the share of the lighter stretch's weight that the heavier one
// holds, 0 to 1, and the number of features shared: a part is like its whole.
func (r rarity) alike(a, b terms) (score float64, shared int) {
	var both, left, right float64
	for _, key := range a.keys {
		w := r.weight(&a, key)
		left += w
		if _, ok := b.base[key]; ok {
			both += w
			shared++
		}
	}
	for _, key := range b.keys {
		right += r.weight(&b, key)
	}
	if lesser := math.Min(left, right); lesser > 0 {
		return both / lesser, shared
	}
	return 0, 0
}
