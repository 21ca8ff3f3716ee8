package positions

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// vocabulary knows how common the words of the reports are, and how often each
// stands as a noun.
type vocabulary struct {
	docs  float64
	in    map[string]float64 // key → docs that have it
	all   map[string]float64 // key → times
	nouns map[string]float64 // key → times as what is surely a noun
	seen  map[*isnad.Doc]bool
	known map[isnad.Lang]map[string]reading
}

// reading is what a written word gives wherever it stands.
type reading struct {
	key   string
	split lang.Split
	ok    bool // there is a split
}

// read reads a word, each once: a word is written again and again.
func (v *vocabulary) read(word string, token lang.Token, l isnad.Lang) reading {
	if v.known == nil {
		v.known = map[isnad.Lang]map[string]reading{}
	}
	if v.known[l] == nil {
		v.known[l] = map[string]reading{}
	}
	one, ok := v.known[l][word]
	if !ok {
		one.key = keyOf(word, token, l)
		one.split, one.ok = splitOf(word, token)
		v.known[l][word] = one
	}
	return one
}

// note reads the docs of a record, each doc once.
func (v *vocabulary) note(record *isnad.Record) {
	if v.in == nil {
		v.in, v.all, v.nouns, v.seen = map[string]float64{}, map[string]float64{}, map[string]float64{}, map[*isnad.Doc]bool{}
	}
	for _, doc := range record.Docs {
		if v.seen[doc] {
			continue
		}
		v.seen[doc] = true
		v.docs++
		here := map[string]bool{}
		for _, sentence := range doc.Sentences {
			words := doc.Words(sentence.Span)
			tokens := tokensOf(words, doc.Article.Lang)
			split := func(i int) (lang.Split, bool) {
				one := v.read(words[tokens[i].Start:tokens[i].End], tokens[i], doc.Article.Lang)
				return one.split, one.ok
			}
			for i, token := range tokens {
				if token.Kind != lang.Word {
					continue
				}
				key := v.read(words[token.Start:token.End], token, doc.Article.Lang).key
				if key == "" {
					continue
				}
				v.all[key]++
				if isNoun(words, tokens, i, doc.Article.Lang, split) {
					v.nouns[key]++
				}
				if !here[key] {
					here[key] = true
					v.in[key]++
				}
			}
		}
	}
}

// isNoun reports whether a word is surely a noun where it stands. In English it
// closes what a determiner or a preposition opens, or is the subject of an
// auxiliary; in Arabic it has the article and is no adjective behind another noun
// that has, stands behind a preposition, or is a plural in «ات». split gives the
// likeliest split of a token.
func isNoun(words string, tokens []lang.Token, i int, l isnad.Lang, split func(int) (lang.Split, bool)) bool {
	if l == isnad.English {
		next := i + 1
		if next < len(tokens) && auxiliaries()[tokens[next].Key] {
			return true
		}
		return opened(tokens, i) && !(next < len(tokens) && side(words, tokens[i], tokens[next]) && !english.IsStop(tokens[next].Key))
	}
	if strings.HasSuffix(tokens[i].Key, plural) && utf8.RuneCountInString(tokens[i].Key) >= 5 {
		return true
	}
	here, ok := split(i)
	switch {
	case ok && here.Article:
		if i == 0 || here.Prep != "" {
			return true
		}
		before, ok := split(i - 1)
		return !ok || !before.Article
	case ok && here.Prep != "" && here.Prep != seen:
		return true
	}
	return i > 0 && determiners()[tokens[i-1].Key]
}

// plural ends feminine plurals: ات.
const plural = "\u0627\u062a"

// seen is the prefix of the future, which stands before verbs alone.
const seen = "\u0633"

// opened reports whether a determiner or a preposition stands before token i,
// with two words between at most.
func opened(tokens []lang.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if determiners()[tokens[j].Key] {
			return true
		}
		if tokens[j].Kind != lang.Word || english.IsStop(tokens[j].Key) {
			return false
		}
	}
	return false
}

// splitOf is the likeliest split of a written word.
func splitOf(word string, token lang.Token) (lang.Split, bool) {
	if token.Kind != lang.Word {
		return lang.Split{}, false
	}
	splits := arabic.Splits(word)
	if len(splits) == 0 {
		return lang.Split{}, false
	}
	return splits[0], true
}

// side reports whether two words stand side by side.
func side(words string, a, b lang.Token) bool {
	return b.Kind == lang.Word && strings.TrimSpace(words[a.End:b.Start]) == ""
}

// worth is how well a key would serve as what a stand is about: nouns more than
// verbs, things more than acts done to them, and less what nearly every report
// of many speaks of.
func (v *vocabulary) worth(key string) float64 {
	if strings.HasPrefix(key, "e:") {
		return placeWorth
	}
	worth := (v.nouns[key] + 1) / (v.all[key] + 1.5) // a word that is seen seldom may well be a noun
	if acts()[key] {
		worth *= 0.5
	}
	if strings.HasPrefix(key, "w:") {
		worth *= 0.8 // no concept: it may be anything
	}
	if v.docs >= many {
		worth *= 1 - 0.7*math.Min(1, v.in[key]/v.docs/frequent)
	}
	return worth
}

const (
	placeWorth = 0.3  // of a place's name: less than that of a word for what is done there
	many       = 100  // from how many docs on words are known to be common
	frequent   = 0.25 // the part of the docs that the commonest words are in
)
