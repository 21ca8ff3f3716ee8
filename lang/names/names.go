// Package names finds the names of people, organisations, places and other
// things in tokens of text, by models that were learned from annotated news.
//
//	t := names.Arabic().NewTagger()
//	tokens := arabic.Tokens(text)
//	ends := names.Ends(tokens, arabic.Sentences(text, tokens))
//	for _, name := range t.Find(text, tokens, ends, hints) {
//		fmt.Println(name.Kind, tokens[name.Start].Start, tokens[name.End-1].End)
//	}
//
// A whole report is given at once, because a name seen whole in one sentence is
// known where another has it short: names are found twice, the second time with
// what was found for the same words elsewhere in the text.
//
// The models, with what they were trained on, their licences and scores, are in
// the folder weights.
package names

import (
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/tagger"
)

// Kind is what a name names.
type Kind uint8

// The kinds.
const (
	None Kind = iota
	Person
	Organisation
	Place
	Other // nationalities, events, works, products
)

// Name is a name found. Start and End are indexes of tokens, End behind the
// last. Its first token may have proclitics, which are no part of the name.
type Name struct {
	Start, End int
	Kind       Kind
	Sure       int // by how much the least sure of its words beats its second best label, in units of the model's weights
}

// String returns "person", "organisation", "place", "other" or "none".
func (k Kind) String() string {
	return [...]string{"none", "person", "organisation", "place", "other"}[min(k, Other)]
}

// Hint is what the lists of a caller say of a token, as a set of bits: that a
// listed name of a kind begins there or goes on. A token can have several.
type Hint uint16

// The hints.
const (
	PersonBegins Hint = 1 << iota
	PersonGoesOn
	BodyBegins
	BodyGoesOn
	PlaceBegins
	PlaceGoesOn
	OtherBegins
	OtherGoesOn
	Demonym  // an adjective or noun of belonging to a listed place
	allHints = 9
)

// language makes features of the words of one language. It keeps its memory
// from text to text.
type language interface {
	// Read makes the tokens of a text ready. Hints are one a token, or nil.
	Read(text string, tokens []lang.Token, hints []Hint)
	// features adds what is told of token i.
	features(rows *tagger.Rows, i int)
	// key is that by which token i is known elsewhere in the text, 0 if it is
	// no word by which a name could be known.
	key(i int) uint64
}

// Model finds names in one language. It is immutable and safe for concurrent
// use.
type Model struct {
	first, second *tagger.Model
	language      func() language
}

// Tagger finds names with one model. It keeps its memory from text to text and
// is not safe for concurrent use.
type Tagger struct {
	language      language
	first, second *tagger.Decoder
	rows          tagger.Rows
	again         tagger.Rows
	memory        memory
	labels        []uint8
	sure          []int
	names         []Name
	whole         [1]int // the end of a text that is one sentence
}

// Ends returns the sentences' ends as indexes of tokens, of their ranges as
// arabic.Sentences and english.Sentences give them.
func Ends(tokens []lang.Token, sentences []lang.Range) []int {
	ends := make([]int, 0, len(sentences))
	at := 0
	for _, sentence := range sentences {
		for at < len(tokens) && tokens[at].Start < sentence.End {
			at++
		}
		ends = append(ends, at)
	}
	return ends
}

// NewTagger returns a tagger for the model.
func (m *Model) NewTagger() *Tagger {
	return &Tagger{language: m.language(), first: m.first.NewDecoder(), second: m.second.NewDecoder()}
}

// Find returns the names in the tokens of a whole text, in order and without
// overlap. Ends are the sentences' ends as indexes of tokens, rising, the last
// of them len(tokens), as [Ends] gives them; without any, the text is one
// sentence. Hints are one a token, as known.Hinter gives them; without them the
// models know no lists of places and bodies, and find far less. The names are valid until
// Find is called again; a tagger that is warm allocates nothing.
func (t *Tagger) Find(text string, tokens []lang.Token, ends []int, hints []Hint) []Name {
	if len(ends) == 0 && len(tokens) > 0 {
		t.whole[0] = len(tokens)
		ends = t.whole[:]
	}
	t.read(text, tokens, ends, hints)
	t.memory.learn(t.language, t.labels)
	t.again.Reset()
	from := 0
	for _, to := range ends {
		if t.memory.disagrees(t.labels, from, to) {
			t.decideAgain(from, to)
		}
		from = to
	}
	t.collect()
	return t.names
}

// Labels returns the label of each token of the text that was read last, those
// that are no names too. They are valid until Find is called again.
func (t *Tagger) Labels() []uint8 { return t.labels }

// read fills rows and labels them for the first time.
func (t *Tagger) read(text string, tokens []lang.Token, ends []int, hints []Hint) {
	t.language.Read(text, tokens, hints)
	t.rows.Reset()
	for i := range tokens {
		t.language.features(&t.rows, i)
		t.rows.Next()
	}
	t.labels, t.sure = t.labels[:0], t.sure[:0]
	from := 0
	for _, to := range ends {
		t.labels = append(t.labels, t.first.Decode(&t.rows, from, to)...)
		for range to - from {
			t.sure = append(t.sure, 0)
		}
		t.rate(t.first, from, to)
		from = to
	}
}

// decideAgain labels a sentence with what the memory tells.
func (t *Tagger) decideAgain(from, to int) {
	t.again.Reset()
	for i := from; i < to; i++ {
		t.again.AddAll(&t.rows, i)
		t.memory.features(&t.again, from, to, i)
		t.again.Next()
	}
	copy(t.labels[from:to], t.second.Decode(&t.again, 0, to-from))
	t.rate(t.second, from, to)
}

// rate says how sure a decoder is of the names in the sentence [from, to),
// which it decoded last.
func (t *Tagger) rate(d *tagger.Decoder, from, to int) {
	for i := from; i < to; i++ {
		if kindOf(t.labels[i]) != None {
			t.sure[i] = d.Sure(i - from)
		}
	}
}

// collect makes names of labels.
func (t *Tagger) collect() {
	t.names = t.names[:0]
	for i := 0; i < len(t.labels); {
		kind := kindOf(t.labels[i])
		if kind == None {
			i++
			continue
		}
		name := Name{Start: i, Kind: kind, Sure: t.sure[i]}
		for i++; i < len(t.labels) && t.labels[i] == Label(kind, false); i++ {
			name.Sure = min(name.Sure, t.sure[i])
		}
		name.End = i
		t.names = append(t.names, name)
	}
}
