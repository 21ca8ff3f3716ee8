package names

import (
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/tagger"
)

// arabicCell is a token made ready for features.
type arabicCell struct {
	word, bare, clitics uint64
	first, last         [affixes]uint64 // hashes of one to four letters, first of the bare word, last as written
	shape               uint64          // kind and length
	said                uint64          // by lists, with the hints
	common              uint64          // how common the bare word is
	quote               uint64          // how many words the quotation or bracket has that it is in
	known               uint64          // the key for memory
}

const affixes = 4

// arabicRows makes features of Arabic tokens: the word, its neighbours and
// pairs of them, the word without proclitics, its first and last letters, how
// it is written, short quotations, and what lists say of it and its neighbours.
type arabicRows struct {
	listed listed
	cells  []arabicCell
	recent []recentCell // of words read before, by their hashes; nil before the first
}

// recentCell is a cell made before, without hints and quotation.
type recentCell struct {
	word uint64 // hash of the word as written, 0 if none
	cell arabicCell
}

// recentCells is how many are kept: the commonest few thousand words are most
// of a text.
const recentCells = 1 << 12

var arabicOutside = arabicCell{word: tagger.Hash("\x00"), bare: tagger.Hash("\x00")}

// Read makes tokens ready.
func (a *arabicRows) Read(text string, tokens []lang.Token, hints []Hint) {
	a.cells = a.cells[:0]
	if a.recent == nil {
		a.recent = make([]recentCell, recentCells)
	}
	for i := range tokens {
		hint := Hint(0)
		if hints != nil {
			hint = hints[i]
		}
		a.cells = append(a.cells, a.again(text, &tokens[i]))
		a.cells[i].said |= uint64(hint)
	}
	a.quotations(tokens)
}

// again returns the cell of a token, the one made before if it is still kept.
func (a *arabicRows) again(text string, token *lang.Token) arabicCell {
	hash := tagger.Hash(text[token.Start:token.End])
	recent := &a.recent[hash%recentCells]
	if hash == 0 || recent.word != hash {
		*recent = recentCell{hash, a.cell(text, token)}
	}
	return recent.cell
}

// cell makes the cell of a token, which depends on nothing but its letters.
func (a *arabicRows) cell(text string, token *lang.Token) arabicCell {
	const letterBytes, longest = 2, 8
	key, bare := token.Key, token.Key
	c := arabicCell{word: tagger.Hash(key), shape: uint64(token.Kind)}
	if token.Latin {
		c.shape |= 8
	} else if token.Kind == lang.Word {
		bare = arabic.Bare(key)
	}
	c.bare = tagger.Hash(bare)
	c.clitics = tagger.Hash(key[:len(key)-len(bare)])
	if token.Kind == lang.Word {
		raw := text[token.Start:token.End]
		for n := range affixes {
			if end := (n + 1) * letterBytes; end <= len(bare) {
				c.first[n] = tagger.Hash(bare[:end])
			}
			if start := len(raw) - (n+1)*letterBytes; start >= 0 {
				c.last[n] = tagger.Hash(raw[start:])
			}
		}
		if len(key) > 2*letterBytes {
			c.known = c.bare
		}
	}
	c.shape |= uint64(min(len(bare)/letterBytes, longest)) << 4
	said := uint64(a.listed.get(c.bare))
	c.said = said & saidLists << allHints
	c.common = said / saidCommon
	return c
}

// quotations says of short quotations and brackets how long they are.
func (a *arabicRows) quotations(tokens []lang.Token) {
	const longest, brackets = 7, 8
	open := -1
	for i := range tokens {
		bracket := uint64(0)
		switch tokens[i].Key {
		case "(", ")":
			bracket = brackets
		}
		if bracket == 0 && tokens[i].Kind != lang.Quoter {
			continue
		}
		if open >= 0 && i-open <= longest {
			for j := open + 1; j < i; j++ {
				a.cells[j].quote = uint64(i-open) | bracket
			}
			open = -1
			continue
		}
		open = i
	}
}

func (a *arabicRows) key(i int) uint64 { return a.cells[i].known }

func (a *arabicRows) at(i int) *arabicCell {
	if i < 0 || i >= len(a.cells) {
		return &arabicOutside
	}
	return &a.cells[i]
}

// The bundles of features: what is told by the token alone and by each of its
// neighbours alone.
const (
	own uint8 = iota
	before
	behind
)

// features adds what is told of token i. The numbers of templates are part of
// the model: none is used again for another thing.
func (a *arabicRows) features(rows *tagger.Rows, i int) {
	rows.AddTo(own, tagger.Mix(1, 0))
	a.wordFeatures(rows, i)
	a.letterFeatures(rows, i)
	a.listFeatures(rows, i)
}

// wordFeatures are the word, its neighbours and pairs of them.
func (a *arabicRows) wordFeatures(rows *tagger.Rows, i int) {
	c, p, n, pp, nn := a.at(i), a.at(i-1), a.at(i+1), a.at(i-2), a.at(i+2)
	rows.AddTo(own, tagger.Mix(2, c.word))
	rows.AddTo(own, tagger.Mix(3, c.bare))
	rows.AddTo(before, tagger.Mix(4, p.word))
	rows.AddTo(behind, tagger.Mix(5, n.word))
	rows.Add(tagger.Mix(6, pp.word))
	rows.Add(tagger.Mix(7, nn.word))
	rows.AddTo(before, tagger.Mix(8, p.bare))
	rows.AddTo(behind, tagger.Mix(9, n.bare))
	rows.Add(tagger.Mix2(10, p.bare, c.bare))
	rows.Add(tagger.Mix2(11, c.bare, n.bare))
	rows.Add(tagger.Mix2(12, pp.bare, p.bare))
	rows.Add(tagger.Mix2(13, n.bare, nn.bare))
	rows.Add(tagger.Mix2(14, p.bare, n.bare))
}

// letterFeatures are how the word and its neighbours are written.
func (a *arabicRows) letterFeatures(rows *tagger.Rows, i int) {
	c, p, n := a.at(i), a.at(i-1), a.at(i+1)
	for k := range uint64(affixes) {
		if c.first[k] != 0 {
			rows.AddTo(own, tagger.Mix(20+k, c.first[k]))
		}
		if c.last[k] != 0 {
			rows.AddTo(own, tagger.Mix(30+k, c.last[k]))
		}
	}
	rows.AddTo(own, tagger.Mix(40, c.clitics))
	rows.AddTo(own, tagger.Mix(41, c.shape))
	rows.AddTo(own, tagger.Mix2(42, c.clitics, c.shape))
	rows.Add(tagger.Mix2(43, p.shape, n.shape))
	rows.Add(tagger.Mix2(70, p.last[1], c.last[1]))
	rows.Add(tagger.Mix2(71, p.bare, c.last[1]))
	if c.quote != 0 {
		rows.AddTo(own, tagger.Mix(104, c.quote))
		rows.AddTo(own, tagger.Mix2(105, c.quote, c.said))
		rows.Add(tagger.Mix2(106, c.quote, p.bare))
	}
}

// listFeatures are what lists say of the word and its neighbours.
func (a *arabicRows) listFeatures(rows *tagger.Rows, i int) {
	c, p, n := a.at(i), a.at(i-1), a.at(i+1)
	rows.AddTo(own, tagger.Mix(50, c.said))
	rows.AddTo(before, tagger.Mix(51, p.said))
	rows.AddTo(behind, tagger.Mix(52, n.said))
	rows.Add(tagger.Mix2(53, p.said, c.said))
	rows.Add(tagger.Mix2(54, c.said, n.said))
	rows.Add(tagger.Mix2(55, p.bare, c.said))
	for at := uint64(0); c.said>>at != 0; at++ {
		if c.said>>at&1 != 0 {
			rows.AddTo(own, tagger.Mix(60, at))
			rows.AddTo(own, tagger.Mix2(61, at, c.clitics))
		}
	}
	eachBitTo(rows, before, 62, p.said)
	eachBitTo(rows, behind, 63, n.said)
	rows.AddTo(own, tagger.Mix(90, c.common))
	rows.Add(tagger.Mix2(91, c.common, p.common))
	rows.Add(tagger.Mix2(92, c.common, n.common))
	rows.AddTo(own, tagger.Mix2(93, c.common, c.said))
}
