package known

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/names"
)

// Hinter says of the tokens of texts what facts have by their names, for the
// learned names. It keeps its memory and is not safe for concurrent use.
type Hinter struct {
	facts *Facts
	keys  []string
	hints []names.Hint
}

// NewHinter returns a hinter over facts.
func NewHinter(facts *Facts) *Hinter { return &Hinter{facts: facts} }

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
		if tokens[i].Kind != lang.Word || h.look(i) || tokens[i].Latin {
			continue
		}
		key := tokens[i].Key
		bare := arabic.Bare(key)
		if len(bare) == len(key) {
			continue
		}
		h.keys[i] = bare
		if !h.look(i) {
			if rest, ok := behindLam(key, bare); ok {
				h.keys[i] = rest
				h.look(i)
			}
		}
		h.keys[i] = key
	}
	return h.hints
}

// The letters of the article and of what is written before it.
const (
	alefLam = "\u0627\u0644" // ال
	lamLam  = "\u0644\u0644" // لل
)

// behindLam returns a word without its proclitics and with its article, if it
// has one.
func behindLam(key, bare string) (string, bool) {
	at := len(key) - len(bare) - len(alefLam)
	switch {
	case at < 0:
		return "", false
	case key[at:at+len(alefLam)] == alefLam:
		return key[at:], at > 0
	case key[at:at+len(lamLam)] == lamLam:
		return alefLam + bare, true
	}
	return "", false
}

// look marks what is known at token i and reports whether anything is.
func (h *Hinter) look(i int) bool {
	ids, n := h.facts.Match(h.keys[i:])
	for _, id := range ids {
		if row, ok := h.facts.Row(id); ok {
			h.mark(i, n, beginning(row.Kind))
		}
	}
	if _, ok := h.facts.Demonym(h.keys[i]); ok {
		h.hints[i] |= names.Demonym
		return true
	}
	return n > 0
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
