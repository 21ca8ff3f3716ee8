package positions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// labels names a subject in each language that its stands are told in: the
// phrase around its head, in words of a report, that most stands have.
func (f *finder) labels(s *subject) map[isnad.Lang]string {
	votes := map[isnad.Lang]map[string]int{}
	for _, i := range s.stands {
		for _, one := range f.stands[i].places {
			if one.key != s.head {
				continue
			}
			if votes[one.lang] == nil {
				votes[one.lang] = map[string]int{}
			}
			phrase, noun := f.phrase(&f.stands[i], one)
			votes[one.lang][phrase]++
			if noun {
				votes[one.lang][phrase] += nounVotes
			}
		}
	}
	labels := map[isnad.Lang]string{}
	for l, of := range votes {
		var list []string
		for phrase := range of {
			list = append(list, phrase)
		}
		// Of those that are said as often, one of two words, else the shorter.
		labels[l] = slices.MinFunc(list, func(a, b string) int {
			return cmp.Or(cmp.Compare(of[b], of[a]), cmp.Compare(length(a), length(b)), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
		})
	}
	return labels
}

// nounVotes is how much more a phrase counts whose word is surely a noun there.
const nounVotes = 3

// length ranks phrases: two words say what a subject is.
func length(phrase string) int {
	switch n := len(strings.Fields(phrase)); n {
	case 2:
		return 0
	case 3:
		return 1
	default:
		return 2
	}
}

// phrase is the noun phrase around an occurrence, as far as the letters tell,
// and whether its word is surely a noun.
func (f *finder) phrase(one *stand, at occurrence) (phrase string, noun bool) {
	doc := f.records[one.Record].Docs[at.Article]
	if strings.HasPrefix(at.key, "e:") {
		return doc.Words(at.Span), true
	}
	around := doc.Article.Parts[max(doc.Article.PartAt(at.Span.Start), 0)].Span
	if i := doc.SentenceAt(at.Span.Start); i >= 0 {
		around = doc.Sentences[i].Span
	}
	words := doc.Words(around)
	tokens := tokensOf(words, doc.Article.Lang)
	i := slices.IndexFunc(tokens, func(token lang.Token) bool { return around.Start+token.Start >= at.Span.Start })
	if i < 0 {
		return doc.Words(at.Span), false
	}
	noun = isNoun(words, tokens, i, doc.Article.Lang, func(i int) (lang.Split, bool) {
		return splitOf(words[tokens[i].Start:tokens[i].End], tokens[i])
	})
	if doc.Article.Lang == isnad.English {
		return englishPhrase(words, tokens, i), noun
	}
	return arabicPhrase(words, tokens, i), noun
}

// englishPhrase takes up to two words before a noun that a determiner or a
// preposition opens: "their disputed border" gives "disputed border".
func englishPhrase(words string, tokens []lang.Token, i int) string {
	first := i
	if opened(tokens, i) {
		for !determiners()[tokens[first-1].Key] {
			first--
		}
	}
	return words[tokens[first].Start:tokens[i].End]
}

// arabicPhrase takes a noun without its proclitics, but for the article, and what
// belongs to it: the adjective that has the article as it has, or the noun behind
// it that it is annexed to.
func arabicPhrase(words string, tokens []lang.Token, i int) string {
	word := words[tokens[i].Start:tokens[i].End]
	start, end := tokens[i].Start+bareStart(word), tokens[i].End
	split, ok := splitOf(word, tokens[i])
	alone := false // behind a pronoun nothing belongs to the noun
	if ok && split.Enclitic != "" {
		end, alone = tokens[i].Start+split.Bare.End, true
	}
	if ok && split.Article && split.Prep == lam {
		alone = true // an adjective with the article beside a noun that has lost its own
	}
	if alone && end < tokens[i].End {
		return restored(words[start:max(start, end)])
	}
	for n := 0; !alone && n < 2 && i+1 < len(tokens) && side(words, tokens[i], tokens[i+1]); n++ {
		next, ok := splitOf(words[tokens[i+1].Start:tokens[i+1].End], tokens[i+1])
		if !ok || !next.Article || next.Prep != "" || next.Conj != "" {
			break
		}
		i++
		end = tokens[i].End
	}
	return words[start:max(start, end)]
}

// bareStart is where a word begins behind its proclitics; the article stays.
func bareStart(word string) int {
	folded, offsets := arabic.FoldMap(word)
	at := len(folded) - len(arabic.Bare(folded))
	if strings.HasSuffix(folded[:at], article) {
		at -= len(article)
	}
	return offsets[at]
}

const (
	lam     = "\u0644"       // ل
	article = "\u0627\u0644" // ال
)
