package arabic

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// Segment is a token of a text, parted into the words that are written in it.
// Ranges are bytes of the text; what is not there is empty, at its place.
//
// Laws: Conj, Prep, Stem and Enclitic follow each other without a gap and make
// up the token; Bare is within Stem and ends with it; all are on rune
// boundaries. A token that is no Arabic word is all stem.
type Segment struct {
	Conj     lang.Range // و ف
	Prep     lang.Range // ب ل ك, س of the future
	Stem     lang.Range // the word, with its article as it is written: «للوزير» has «لوزير»
	Bare     lang.Range // the word without its article
	Enclitic lang.Range // the pronoun: ه ها هم …
	// Key is the light stem of Bare, folded: what forms of one word share, for
	// search and comparison.
	Key string
}

// Article reports whether the word has the article.
func (s Segment) Article() bool { return s.Bare.Start > s.Stem.Start }

// Segments parts every token of a text: the i-th segment is the i-th token's.
// Callers with many texts keep a [Segmenter].
func Segments(text string, tokens []lang.Token) []Segment {
	s := segmenters.Get().(*Segmenter)
	defer segmenters.Put(s)
	return s.Segments(make([]Segment, 0, len(tokens)), text, tokens)
}

var segmenters = sync.Pool{New: func() any { return NewSegmenter() }}

// Segmenter parts the tokens of many texts. It remembers words that it has
// parted, and what it returns does not depend on which. It is for one goroutine
// at a time.
type Segmenter struct {
	model  *segmentModel
	memory []parted
	cuts   []cut
	scores []int32
	reader reader
}

// NewSegmenter returns a Segmenter with the weights that ship.
func NewSegmenter() *Segmenter { return newSegmenter(segments()) }

// OpenSegmenter returns a Segmenter with weights that [TrainSegments] made. It
// keeps them.
func OpenSegmenter(weights []byte) (*Segmenter, error) {
	m, err := readSegments(weights)
	if err != nil {
		return nil, err
	}
	return newSegmenter(m), nil
}

func newSegmenter(m *segmentModel) *Segmenter {
	return &Segmenter{model: m, memory: make([]parted, 1<<memoryBits), reader: reader{lexicon: &m.lexicon}}
}

const (
	memoryBits = 16
	memoryKey  = 15 * letterBytes // bytes of a word that is remembered
	memoryCuts = 3
)

// parted is a word with its likeliest cuts.
type parted struct {
	hash   uint64
	key    [memoryKey]byte
	length uint8
	state  uint8                 // how many cuts there are, and isClosed
	likely [memoryCuts]likelyCut // best first
}

const isClosed = 0x80 // of a word that ends in ة or ى

func (p *parted) cuts() int { return int(p.state &^ isClosed) }

// holds reports whether a word is the one that p remembers.
func (p *parted) holds(key string, hash uint64, closed bool) bool {
	return p.hash == hash && (p.state&isClosed != 0) == closed && string(p.key[:p.length]) == key
}

// likelyCut is a cut with its score, whatever stands around the word.
type likelyCut struct {
	cut
	article uint8 // bytes of the article behind the proclitics
	keyEnd  uint8 // where the light stem ends
	shape   uint16
	score   int16
}

// Segments appends the segments of tokens to dst.
func (s *Segmenter) Segments(dst []Segment, text string, tokens []lang.Token) []Segment {
	before, hash := uint64(0), uint64(0)
	next := hashOfToken(tokens, 0)
	for i, token := range tokens {
		before, hash, next = hash, next, hashOfToken(tokens, i+1)
		if token.Kind != lang.Word || token.Latin || len(token.Key) < 2*letterBytes || len(token.Key) > longestSegmented {
			dst = append(dst, wholeSegment(token))
			continue
		}
		word := text[token.Start:token.End]
		dst = append(dst, s.segment(token, word, hash, before, next))
	}
	return dst
}

// hashOfToken hashes a word as a neighbour; other tokens are 0.
func hashOfToken(tokens []lang.Token, i int) uint64 {
	if i >= len(tokens) || tokens[i].Kind != lang.Word {
		return 0
	}
	return hashWord(tokens[i].Key)
}

// wholeSegment is a token without clitics.
func wholeSegment(token lang.Token) Segment {
	start, end := lang.Range{Start: token.Start, End: token.Start}, lang.Range{Start: token.End, End: token.End}
	all := lang.Range{Start: token.Start, End: token.End}
	return Segment{Conj: start, Prep: start, Stem: all, Bare: all, Enclitic: end, Key: token.Key}
}

func (s *Segmenter) segment(token lang.Token, word string, hash, before, after uint64) Segment {
	closed := endsClosed(word)
	var fresh parted
	p := &fresh
	if len(token.Key) <= memoryKey {
		p = &s.memory[(hash^hash>>32)&(1<<memoryBits-1)]
	}
	if p.state == 0 || !p.holds(token.Key, hash, closed) {
		s.part(p, token.Key, word, closed)
		p.hash = hash
	}
	best := &p.likely[0]
	if p.cuts() > 1 {
		best = &p.likely[s.choose(p, hash, before, after)]
	}
	if best.cut == (cut{}) && best.article == 0 && int(best.keyEnd) == len(token.Key) {
		return wholeSegment(token)
	}
	return place(token, word, best)
}

// choose returns the cut that is likeliest between the neighbours.
func (s *Segmenter) choose(p *parted, hash, before, after uint64) int {
	best, most := 0, int32(-1<<31)
	for i := range p.cuts() {
		l := &p.likely[i]
		score := int32(l.score)
		for _, slot := range between(hash, l.shape, before, after) {
			score += int32(s.model.weights[slot])
		}
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// part scores the cuts of a word and keeps the likeliest: those that come near
// enough to the best for their neighbours to decide.
func (s *Segmenter) part(p *parted, key, word string, closed bool) {
	*p = parted{length: uint8(min(len(key), memoryKey))}
	copy(p.key[:], key)
	if closed {
		p.state = isClosed
	}
	r := &s.reader
	r.key, r.closed = key, endsMarbuta(word)
	s.cuts = r.cuts(s.cuts[:0], closed)
	s.score()
	for n := 0; n < memoryCuts && n < len(s.cuts); n++ {
		best := 0
		for i := range s.scores {
			if s.scores[i] > s.scores[best] {
				best = i
			}
		}
		if n > 0 && (s.scores[best] == taken || int32(p.likely[0].score)-s.scores[best] > mostContext) {
			break
		}
		p.likely[n] = s.finish(s.cuts[best], s.scores[best])
		s.scores[best] = taken
		p.state++
	}
}

// score scores the cuts. What several share is scored once.
func (s *Segmenter) score() {
	r := &s.reader
	s.scores = append(s.scores[:0], make([]int32, len(s.cuts))...)
	if len(s.cuts) == 1 {
		return
	}
	var conj int32
	var prep [2]int32 // without and behind a conjunction
	var scored [3]bool
	once := func(which int, sum *int32, t template, from int) int32 {
		if !scored[which] {
			scored[which] = true
			r.slots = r.slots[:0]
			r.proclitic(t, from)
			*sum = s.model.score(r.slots)
		}
		return *sum
	}
	for i, c := range s.cuts {
		r.slots = r.slots[:0]
		if c.enclitic > 0 {
			r.pronoun(c.start(), int(c.enclitic))
		}
		r.whole(c)
		sum := s.model.score(r.slots)
		if c.conj > 0 {
			sum += once(0, &conj, ofConj, 0)
		}
		if c.prep > 0 {
			behind := int(c.conj) / letterBytes
			sum += once(1+behind, &prep[behind], ofPrep, int(c.conj))
		}
		s.scores[i] = sum
	}
}

const (
	taken       = int32(-1 << 31)
	mostContext = 120 // what the neighbours may make up for
)

// finish finds the article and the end of the stem.
func (s *Segmenter) finish(c cut, score int32) likelyCut {
	r := &s.reader
	end := len(r.key) - int(c.enclitic)
	l := likelyCut{cut: c, score: int16(max(-1<<15, min(score, 1<<15-1))), shape: uint16(r.shape(c))}
	if c.enclitic == 0 {
		l.article = uint8(s.articleOf(c))
	}
	from := c.start() + int(l.article)
	bare := r.key[from:end]
	if c.enclitic > 0 && strings.HasSuffix(bare, endTeh) && !strings.HasSuffix(bare, endAt) && len(bare) > leastStem*letterBytes {
		bare = bare[:len(bare)-letterBytes] // a ة, as a rule
	}
	l.keyEnd = uint8(from + len(BareStem(bare)))
	return l
}

// articleOf returns the bytes of the article behind the proclitics of a cut.
func (s *Segmenter) articleOf(c cut) int {
	r := &s.reader
	rest := r.key[c.start():]
	if c.prep > 0 && r.key[c.conj:c.start()] == prefixLam {
		if strings.HasPrefix(rest, prefixLam) && len(rest) >= 3*letterBytes && !bareLists().lam.has(rest) {
			return letterBytes
		}
		return 0
	}
	if !strings.HasPrefix(rest, article) || len(rest) < 4*letterBytes || lists().isWhole(rest) || bareLists().whole.has(rest) {
		return 0
	}
	return len(article)
}

// place turns a cut of a token's key into ranges of the text.
func place(token lang.Token, word string, l *likelyCut) Segment {
	key := token.Key
	starts := [4]int{int(l.conj), l.start(), l.start() + int(l.article), len(key) - int(l.enclitic)}
	if len(word) != len(key) || !isPlain(word) {
		spread(&starts, word)
	}
	for i := range starts {
		starts[i] += token.Start
	}
	return Segment{
		Conj: lang.Range{Start: token.Start, End: starts[0]}, Prep: lang.Range{Start: starts[0], End: starts[1]},
		Stem: lang.Range{Start: starts[1], End: starts[3]}, Bare: lang.Range{Start: starts[2], End: starts[3]},
		Enclitic: lang.Range{Start: starts[3], End: token.End},
		Key:      key[l.start()+int(l.article) : l.keyEnd],
	}
}

// isPlain reports whether a word is of letters of two bytes alone.
func isPlain(word string) bool {
	for i := 0; i+1 < len(word); i += letterBytes {
		if word[i] < 0xC2 || word[i] >= 0xE0 {
			return false
		}
	}
	return len(word)%letterBytes == 0
}

// spread turns bytes of the folded word, in rising order, into bytes of the
// word as it is written: each is where the first letter behind it begins.
func spread(starts *[4]int, word string) {
	var buffer [utf8.UTFMax * 8]byte
	at, folded := 0, 0
	for i := range starts {
		if starts[i] == 0 {
			continue
		}
		for at < len(word) && folded < starts[i] {
			to, n := foldRune(buffer[:0], word, at)
			at += n
			folded += len(to)
		}
		next := at
		for next < len(word) { // marks and tatweel belong to the letter before
			to, n := foldRune(buffer[:0], word, next)
			if len(to) > 0 {
				break
			}
			next += n
		}
		at = next
		starts[i] = at
	}
}

// endsClosed reports whether a written word ends in a letter that no pronoun
// follows: ة or ى.
func endsClosed(word string) bool {
	r := lastLetter(word)
	return r == tehMarbuta || r == alefMaksura
}

func endsMarbuta(word string) bool { return lastLetter(word) == tehMarbuta }

// lastLetter is the last letter of a word, without the marks on it.
func lastLetter(word string) rune {
	for len(word) > 0 {
		r, n := utf8.DecodeLastRuneInString(word)
		if c := classOf(r); c != classJoin && c != classControl {
			return r
		}
		word = word[:len(word)-n]
	}
	return 0
}

// score sums the weights of slots.
func (m *segmentModel) score(slots []uint32) (sum int32) {
	for _, slot := range slots {
		sum += int32(m.weights[slot])
	}
	return sum
}
