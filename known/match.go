package known

import (
	"slices"
	"unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// index is a map of token n-grams: a trie whose edges are folded words. The
// zero index is empty.
type index struct {
	words map[string]uint32
	edges map[edge]uint32
	ids   [][]string // by node; node 0 is the root
}

type edge struct{ node, word uint32 }

// grow makes room for about n names.
func (x *index) grow(n int) {
	x.words, x.edges = make(map[string]uint32, n), make(map[edge]uint32, 2*n)
	x.ids = make([][]string, 1, 2*n+1)
}

// add enters id under keys. Entering twice changes nothing.
func (x *index) add(keys []string, id string) {
	if len(keys) == 0 {
		return
	}
	node := uint32(0)
	for _, key := range keys {
		node = x.child(node, key)
	}
	if !slices.Contains(x.ids[node], id) {
		x.ids[node] = append(x.ids[node], id)
	}
}

func (x *index) child(node uint32, key string) uint32 {
	if x.words == nil {
		x.grow(0)
	}
	word, ok := x.words[key]
	if !ok {
		word = uint32(len(x.words))
		x.words[key] = word
	}
	next, ok := x.edges[edge{node, word}]
	if !ok {
		next = uint32(len(x.ids))
		x.edges[edge{node, word}] = next
		x.ids = append(x.ids, nil)
	}
	return next
}

// block enters keys as a run of words that is no name.
func (x *index) block(keys []string) {
	node := uint32(0)
	for _, key := range keys {
		node = x.child(node, key)
	}
	if node != 0 && x.ids[node] == nil {
		x.ids[node] = []string{}
	}
}

// longest returns what is entered under the longest prefix of keys that has
// an entry, and its length in words.
func (x *index) longest(keys []string) (ids []string, n int) {
	node := uint32(0)
	for i, key := range keys {
		word, ok := x.words[key]
		if !ok {
			break
		}
		next, ok := x.edges[edge{node, word}]
		if !ok {
			break
		}
		if node = next; x.ids[node] != nil {
			ids, n = x.ids[node], i+1
		}
	}
	if len(ids) == 0 {
		return nil, 0
	}
	return ids, n
}

// Match returns the rows of the longest name that the folded word keys begin
// with, and how many words it has: no rows and 0 if there is none. Several
// rows come back if the name is ambiguous, in the order of the files. Keys
// are those of [lang.Token], consecutive, marks included. Folding loses
// capitals: the caller checks that a Latin name has one. The result is shared
// and must not be changed; Match allocates nothing.
func (f *Facts) Match(keys []string) (ids []string, n int) { return f.names.longest(keys) }

// MatchStrict is Match over the names that are common words too («مالي»
// "Mali" and "financial", "X"), or that only a machine would write. They
// count where something else speaks for a name: quotation marks around them,
// or "on", «على» or «منصة» before a medium. Match never returns them.
func (f *Facts) MatchStrict(keys []string) (ids []string, n int) { return f.strict.longest(keys) }

// Capitals reports whether the name that is made up of keys is an
// abbreviation that the lists write in capitals only (US, EU, IAEA): in a
// text of mixed case it counts only where it is so written.
func (f *Facts) Capitals(keys []string) bool {
	ids, n := f.capitals.longest(keys)
	return len(ids) > 0 && n == len(keys)
}

func (f *Facts) addNames(row *Row) {
	for _, name := range row.Names {
		target := &f.names
		if slices.Contains(row.Strict, name) {
			target = &f.strict
		}
		keys := nameKeys(name)
		target.add(keys, row.ID)
		if name.Lang == isnad.Arabic {
			continue
		}
		if allCapitals(name.Text) {
			f.capitals.add(keys, row.ID)
		}
		if !plainLatin(name.Text) {
			// An English name in an Arabic text meets the other tokeniser.
			if others := keysOf(arabic.Tokens(name.Text)); !slices.Equal(keys, others) {
				target.add(others, row.ID)
			}
		}
	}
}

// allCapitals reports whether text is an abbreviation: capitals and no small
// letters, stops and the like aside.
func allCapitals(text string) bool {
	capital := false
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		capital = capital || unicode.IsUpper(r)
	}
	return capital
}

// plainLatin reports whether text is ASCII letters and single spaces, which
// the tokenisers of both languages part alike.
func plainLatin(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; c != ' ' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// nameKeys returns the word keys of a name as its language parts it.
func nameKeys(name isnad.Name) []string {
	if name.Lang == isnad.Arabic {
		return keysOf(arabic.Tokens(name.Text))
	}
	return keysOf(english.Tokens(name.Text))
}

func keysOf(tokens []lang.Token) []string {
	keys := make([]string, 0, len(tokens))
	for _, token := range tokens {
		keys = append(keys, token.Key)
	}
	return keys
}
