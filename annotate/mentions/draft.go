package mentions

import (
	"github.com/isnad-news/isnad"
)

// draft is a mention under way.
type draft struct {
	span    isnad.Span
	kind    isnad.EntityKind
	form    isnad.MentionForm
	name    string   // as it will stand among the entity's names: without proclitics
	keys    []string // folded words of the name
	row     string   // known row; empty if none
	rows    []string // further rows that have the name
	roles   []role
	pair    string // for a Generic one: what its two are
	at      place
	power   string // of a bare noun for a power of a state: its key without article
	quoted  bool   // a description that an aside gives of the person named before it
	entity  int
	members []int
	by      string
}

// place is where a draft stands: passage and half-open range of tokens.
type place struct{ passage, from, to int }

// role is an office as a phrase of the text gives it, taken apart.
type role struct {
	isnad.Role
	office   string // canonical
	traits   string
	definite bool
	vague    bool // one of perhaps several: «متحدث باسم …», "a spokesman"
	whose    bool // a pronoun says whose: his envoy
	former   bool
	deputy   bool
	country  string   // alpha-3
	of       []string // row IDs and content words of its complement
	people   []string // keys of a person in the complement: Putin's spokesman
	to       int      // token behind it
}

func (r *role) has(trait byte) bool { return office{traits: r.traits}.has(trait) }
