package known

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// Hinter says of the tokens of texts what facts have by their names, for the
// learned names. It keeps its memory, of words that begin no name too, and is
// not safe for concurrent use.
type Hinter struct {
	facts    *Facts
	keys     []string
	hints    []names.Hint
	nothing  []nothing
	definite [definiteWords]string // words whose article was lost in لل, with it
}

const definiteWords = 1 << 8

// nothing is a word that begins no name, whatever follows it. The zero value
// is no word.
type nothing struct {
	size  uint8
	latin bool
	key   [nothingBytes]byte
}

const (
	nothingBytes = 30
	nothingWords = 1 << 12
)

// Hinter returns a hinter over f that was given back, or a new one.
func (f *Facts) Hinter() *Hinter {
	if h, ok := f.hinters.Get().(*Hinter); ok {
		return h
	}
	return NewHinter(f)
}

// GiveBack keeps h, with its memory, for who next asks its facts for one. Its
// last hints are void then.
func (h *Hinter) GiveBack() { h.facts.hinters.Put(h) }

// NewHinter returns a hinter over facts.
func NewHinter(facts *Facts) *Hinter {
	return &Hinter{facts: facts, nothing: make([]nothing, nothingWords)}
}

// Hints returns the hints of tokens, valid until it is called again. Arabic
// words are looked up as they are and, where that finds nothing, without
// their proclitics, with and without the article.
func (h *Hinter) Hints(tokens []lang.Token) []names.Hint {
	h.keys, h.hints = h.keys[:0], h.hints[:0]
	for i := range tokens {
		h.keys = append(h.keys, tokens[i].Key)
		h.hints = append(h.hints, 0)
	}
	for i := range tokens {
		token := &tokens[i]
		if token.Kind != lang.Word {
			continue
		}
		if len(token.Key) > nothingBytes {
			h.forms(i, token)
			continue
		}
		place := &h.nothing[tagOf(0, token.Key)%nothingWords]
		if place.is(token) {
			continue
		}
		if !h.forms(i, token) {
			*place = nothing{size: uint8(len(token.Key)), latin: token.Latin}
			copy(place.key[:], token.Key)
		}
	}
	return h.hints
}

func (n *nothing) is(token *lang.Token) bool {
	return string(n.key[:n.size]) == token.Key && n.latin == token.Latin
}

// forms looks token i up in its forms and reports whether a name begins with
// one of them, if what follows is right.
func (h *Hinter) forms(i int, token *lang.Token) (begins bool) {
	found, begins := h.look(i)
	if found || token.Latin {
		return begins
	}
	bare := arabic.Bare(token.Key)
	if len(bare) == len(token.Key) {
		return begins
	}
	forms := [2]string{bare}
	if rest, ok := h.behindLam(token.Key, bare); ok {
		forms[1] = rest
	}
	for _, form := range forms {
		if form == "" || found {
			break
		}
		h.keys[i] = form
		var may bool
		found, may = h.look(i)
		begins = begins || may
	}
	h.keys[i] = token.Key
	return begins
}

// The letters of the article and of what is written before it.
const (
	alefLam = "\u0627\u0644" // ال
	lamLam  = "\u0644\u0644" // لل
)

// behindLam returns a word without its proclitics and with its article, if it
// has one.
func (h *Hinter) behindLam(key, bare string) (string, bool) {
	at := len(key) - len(bare) - len(alefLam)
	switch {
	case at < 0:
		return "", false
	case key[at:at+len(alefLam)] == alefLam:
		return key[at:], at > 0
	case key[at:at+len(lamLam)] == lamLam:
		word := &h.definite[tagOf(0, bare)%definiteWords]
		if rest, ok := strings.CutPrefix(*word, alefLam); !ok || rest != bare {
			*word = alefLam + bare
		}
		return *word, true
	}
	return "", false
}

// look marks what is known at token i and reports whether anything is, and
// whether a name begins with it.
func (h *Hinter) look(i int) (found, begins bool) {
	ids, n := h.facts.Match(h.keys[i:])
	for _, id := range ids {
		if row, ok := h.facts.Row(id); ok {
			h.mark(i, n, beginning(row.Kind))
		}
	}
	if _, ok := h.facts.Demonym(h.keys[i]); ok {
		h.hints[i] |= names.Demonym
		return true, true
	}
	return n > 0, n > 0 || h.facts.indexed().names.begins(h.keys[i])
}

// mark hints at a name of n tokens.
func (h *Hinter) mark(i, n int, begins names.Hint) {
	h.hints[i] |= begins
	for j := i + 1; j < i+n; j++ {
		h.hints[j] |= begins << 1
	}
}

func beginning(kind isnad.EntityKind) names.Hint {
	switch kind {
	case isnad.Person:
		return names.PersonBegins
	case isnad.Organisation, isnad.Group:
		return names.BodyBegins
	case isnad.Place:
		return names.PlaceBegins
	}
	return names.OtherBegins
}
