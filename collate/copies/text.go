package copies

import (
	"crypto/sha256"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

const (
	window = 3 // words in a shingle
	brief  = 8 // words below which a text is told from others by its headline too
)

// text is what an article says itself, ready to be compared.
type text struct {
	words    string   // digest of all its words; two texts with one digest say the same
	shingles []uint64 // hashes of its word triples, ascending, each once
}

func newText(article *isnad.Article) text {
	keys := words(article, func(kind isnad.PartKind) bool { return kind == isnad.Paragraph })
	whole := strings.Join(keys, " ")
	if len(keys) < brief {
		whole = article.Text
	}
	sum := sha256.Sum256([]byte(whole))
	return text{string(sum[:]), shingles(keys)}
}

// words are the folded words of the parts that are wanted, in order.
func words(article *isnad.Article, want func(isnad.PartKind) bool) []string {
	tokens := arabic.Tokens
	if article.Lang == isnad.English {
		tokens = english.Tokens
	}
	var keys []string
	for _, part := range article.Parts {
		if !want(part.Kind) {
			continue
		}
		for _, token := range tokens(part.Span.Of(article.Text)) {
			if token.Kind == lang.Word || token.Kind == lang.Digits {
				keys = append(keys, token.Key)
			}
		}
	}
	return keys
}

func shingles(keys []string) []uint64 {
	var list []uint64
	for i := 0; i+window <= len(keys); i++ {
		h := fnv.New64a()
		for _, key := range keys[i : i+window] {
			h.Write([]byte(key))
			h.Write([]byte{0})
		}
		list = append(list, h.Sum64())
	}
	slices.Sort(list)
	return slices.Compact(list)
}
