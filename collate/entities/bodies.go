package entities

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// threeSounds is how many consonants a name of one word must have to be joined
// to another spelling of it.
const threeSounds = 3

// oddWord is how well words that no list holds must agree in the names of
// bodies.
const oddWord = 0.55

var concepts = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range rows("concepts.tsv") {
		for _, word := range strings.Fields(row[1] + " " + row[2]) {
			table[arabic.Fold(word)] = row[0]
		}
	}
	return table
})

// signature is what a name means, whatever its language and word order.
type signature struct {
	known   []string // concepts and "@row" of known names in it, sorted
	odd     []string // other words, sorted
	anchors int      // how many of known are rows
}

// sign takes a name apart.
func (r *resolver) sign(words []string) signature {
	words = acronyms(words)
	var s signature
	for i := 0; i < len(words); {
		if id, n := r.anchor(words, i); n > 0 {
			s.known = append(s.known, "@"+id)
			s.anchors++
			i += n
			continue
		}
		word := words[i]
		i++
		switch concept, ok := concept(word); {
		case ok:
			s.known = append(s.known, concept)
		case !arabic.IsStop(word) && !english.IsStop(word):
			s.odd = append(s.odd, bareWord(belonging(word)))
		}
	}
	slices.Sort(s.known)
	slices.Sort(s.odd)
	s.known = slices.Compact(s.known)
	return s
}

// anchor finds a known place or person, or a demonym, at word i. It never
// takes the whole name.
func (r *resolver) anchor(words []string, i int) (string, int) {
	if id, n := r.facts.MatchDemonym(words[i:]); n > 0 && n < len(words) {
		return id, n
	}
	if i > 0 && powers[conceptOf(words[i-1])] {
		if id := r.strictAdjective(words[i]); id != "" {
			return id, 1
		}
	}
	for _, first := range bareForms(words[i]) {
		keys := words[i:]
		if first != words[i] {
			keys = append([]string{first}, words[i+1:]...)
		}
		ids, n := r.facts.Match(keys)
		if n == 0 || n == len(words) {
			continue
		}
		if row, ok := r.facts.Row(ids[0]); ok && (row.Kind == isnad.Place || row.Kind == isnad.Person) {
			return row.ID, n
		}
	}
	return "", 0
}

// bareForms is a word and what it is without proclitics.
func bareForms(word string) []string {
	forms := []string{word}
	if b := belonging(word); b != word {
		forms = append(forms, b)
	}
	if bare, ok := strings.CutPrefix(word, waw); ok && len(bare) > 4 {
		forms = append(forms, bare)
	}
	return forms
}

// belonging writes the article out that a preposition has swallowed.
func belonging(word string) string {
	if rest, ok := strings.CutPrefix(word, lamLam); ok && len(rest) > 2 {
		return article + rest
	}
	return word
}

// concept looks a word up bare, with the article, and behind a conjunction.
func concept(word string) (string, bool) {
	for _, form := range bareForms(word) {
		for _, bare := range [...]string{form, strings.TrimPrefix(form, article), strings.TrimSuffix(form, "'s")} {
			if c, ok := concepts()[bare]; ok {
				return c, true
			}
		}
	}
	return "", false
}

// block is the key under which signatures of one kind meet.
func (s signature) block(kind isnad.EntityKind) []string {
	key := fmt.Sprintf("%s %s %d", kind, strings.Join(s.known, " "), len(s.odd))
	if len(s.odd) == 0 {
		return []string{key}
	}
	var keys []string
	for _, word := range s.odd {
		for _, sk := range skeletons(word) {
			keys = append(keys, key+" "+sk)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// means reports whether two signatures of one block mean the same.
func (s signature) means(o signature) bool {
	if !slices.Equal(s.known, o.known) || len(s.odd) != len(o.odd) || len(s.known)+len(s.odd) == 0 {
		return false
	}
	used := make([]bool, len(o.odd))
	for _, word := range s.odd {
		found := false
		for i, other := range o.odd {
			if !used[i] && wordAgreement(word, other) >= oddWord {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// title is a distinct name of a body, place, group or occasion.
type title struct {
	signature
	text  string
	kind  isnad.EntityKind
	nodes []int
	row   *known.Row
}

// joinBodies joins everything but persons by meaning and sound.
func (r *resolver) joinBodies() {
	titles := r.titles()
	listed := listedNames(r.facts)
	blocks := map[string][]int{}
	for i := range titles {
		for _, key := range titles[i].block(titles[i].kind) {
			blocks[key] = append(blocks[key], i)
		}
	}
	for _, key := range sortedKeys(blocks) {
		block := blocks[key]
		for a, x := range block {
			for _, y := range block[a+1:] {
				r.joinTitles(&titles[x], &titles[y])
			}
			for _, y := range listed.titleBlocks[key] {
				r.joinTitles(&titles[x], &listed.titles[y])
			}
		}
	}
}

// titles lists the distinct names, ordered.
func (r *resolver) titles() []title {
	byName := map[string]*title{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.entity.Kind == isnad.Person || n.alone {
			continue
		}
		for j, words := range n.names {
			key := string(n.entity.Kind) + " " + strings.Join(words, " ")
			if byName[key] == nil {
				byName[key] = &title{signature: r.sign(words), text: n.entity.Names[j], kind: n.entity.Kind}
			}
			t := byName[key]
			t.nodes = append(t.nodes, i)
			if row, ok := r.facts.Row(n.entity.Known); ok {
				t.row = row
			}
		}
	}
	var list []title
	for _, key := range sortedKeys(byName) {
		t := byName[key]
		if plain, ok := t.spoken(); ok {
			list = append(list, plain)
		}
		for _, i := range t.nodes[1:] {
			r.union(t.nodes[0], i)
		}
		list = append(list, *t)
	}
	return list
}

// joinTitles joins two names that mean the same. A name of one odd word must
// be more than a few sounds.
func (r *resolver) joinTitles(x, y *title) {
	if x.row != nil && y.row != nil && x.row != y.row || !x.means(y.signature) {
		return
	}
	if len(x.known) == 0 && len(x.odd) == 1 && consonants(x.odd[0]) < threeSounds && x.odd[0] != y.odd[0] {
		return
	}
	why := x.text + " and " + y.text + " name the same"
	if len(y.nodes) == 0 {
		if r.listed(x, y.row) {
			r.joinRow(&person{nodes: x.nodes}, y.row, why)
		}
		return
	}
	for _, a := range x.nodes {
		for _, b := range y.nodes {
			if r.union(a, b) {
				r.note(b, why)
			}
		}
	}
}

// generic is how many words of everyday meaning may make the names of many
// bodies: «حزب العمال» is not the Labour Party wherever it stands.
const generic = 2

// listed reports whether a name may stand for a body that only the known facts
// name: where it says more than everyday words do, else if half of the reports
// that have it name the body's country.
func (r *resolver) listed(x *title, row *known.Row) bool {
	country, ok := r.facts.CountryRow(row.Country)
	if !ok || x.anchors > 0 || len(x.odd) > 0 || len(x.known) > generic {
		return true
	}
	named := 0
	for _, i := range x.nodes {
		if slices.ContainsFunc(r.docs[r.nodes[i].doc].Entities, func(e isnad.LocalEntity) bool { return e.Known == country.ID }) {
			named++
		}
	}
	return 2*named >= len(x.nodes)
}
