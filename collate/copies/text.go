package copies

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"

	"github.com/zeebo/xxh3"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

const (
	window = 3 // words in a shingle
	brief  = 8 // words below which a text is told from others by its headline too
	mute   = 4 // words below which even text and headline say nothing: the cartoon of the day
)

// prose is an article as hashes of its folded words: even for a word, odd for
// a number, so that a rule can pass over numbers.
type prose struct {
	article *isnad.Article
	words   []uint64 // of the parts that are compared or may be boilerplate, in order
	ends    []int    // for each part, how many words there are up to its end
	title   []uint64
}

func newProse(article *isnad.Article) prose {
	p := prose{article: article, ends: make([]int, len(article.Parts))}
	p.words = make([]uint64, 0, len(article.Text)/10)
	for i, part := range article.Parts {
		if part.Kind == isnad.Title {
			p.title = appendWords(p.title, article.Lang, part.Span.Of(article.Text))
		} else if mayBeNotice(part.Kind) {
			p.words = appendWords(p.words, article.Lang, part.Span.Of(article.Text))
		}
		p.ends[i] = len(p.words)
	}
	return p
}

func readAll(docs []*isnad.Doc) []prose {
	list := make([]prose, len(docs))
	for i, doc := range docs {
		list[i] = newProse(doc.Article)
	}
	return list
}

// part is the words of part i.
func (p *prose) part(i int) []uint64 {
	if i == 0 {
		return p.words[:p.ends[0]]
	}
	return p.words[p.ends[i-1]:p.ends[i]]
}

// appendWords appends the hashes of the folded words and numbers of words.
func appendWords(hashes []uint64, language isnad.Lang, words string) []uint64 {
	for _, token := range tokens(language, words) {
		switch token.Kind {
		case lang.Word:
			hashes = append(hashes, xxh3.HashString(token.Key)&^1)
		case lang.Digits:
			hashes = append(hashes, xxh3.HashString(token.Key)|1)
		}
	}
	return hashes
}

func isNumber(hash uint64) bool { return hash&1 == 1 }

func tokens(language isnad.Lang, words string) []lang.Token {
	if language == isnad.English {
		return english.Tokens(words)
	}
	return arabic.Tokens(words)
}

// text is what an article says itself, ready to be compared.
type text struct {
	same     [sha256.Size]byte // digest of all its words; two texts with one digest say the same
	words    []uint64          // hashes of its words, ascending, each once
	rare     []uint64          // those of them that few texts have
	shingles []uint64          // hashes of its word triples, ascending, each once
	first    time.Time         // when it came out for the first time; zero if unknown
	last     time.Time         // and for the last
}

// publish adds a time at which the text came out.
func (t *text) publish(at time.Time) {
	switch {
	case at.IsZero():
	case t.first.IsZero():
		t.first, t.last = at, at
	case at.Before(t.first):
		t.first = at
	case at.After(t.last):
		t.last = at
	}
}

// newText takes the paragraphs of p but for the parts that are boilerplate.
func newText(p *prose, boilerplate []int) text {
	words := make([]uint64, 0, len(p.words))
	for i, part := range p.article.Parts {
		if part.Kind == isnad.Paragraph && !slices.Contains(boilerplate, i) {
			words = append(words, p.part(i)...)
		}
	}
	t := text{shingles: shingles(words)}
	switch {
	case len(words)+len(p.title) < mute:
		t.same = sha256.Sum256([]byte(p.article.ID + "\n" + p.article.Text))
	case len(words) < brief:
		t.same = sha256.Sum256([]byte(p.article.Text))
	default:
		t.same = sha256.Sum256(raw(words))
	}
	slices.Sort(words)
	t.words = slices.Clip(slices.Compact(words))
	return t
}

// shingles are the hashes of the triples of words, ascending, each once.
func shingles(words []uint64) []uint64 {
	if len(words) < window {
		return nil
	}
	list := make([]uint64, 0, len(words))
	for i := 0; i+window <= len(words); i++ {
		list = append(list, mix(words[i:i+window]...))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// mix hashes hashes, in their order.
func mix(hashes ...uint64) uint64 {
	var few [8 * 4]byte
	if len(hashes) > len(few)/8 {
		return xxh3.Hash(raw(hashes))
	}
	for i, hash := range hashes {
		binary.LittleEndian.PutUint64(few[8*i:], hash)
	}
	return xxh3.Hash(few[:8*len(hashes)])
}

func raw(hashes []uint64) []byte {
	bytes := make([]byte, 0, 8*len(hashes))
	for _, hash := range hashes {
		bytes = binary.LittleEndian.AppendUint64(bytes, hash)
	}
	return bytes
}

func hashOf(name string) uint64 { return xxh3.HashString(name) }
