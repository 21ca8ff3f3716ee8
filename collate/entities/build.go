package entities

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/arabic"
)

// build makes the entities of the sets and orders them by ID.
func (r *resolver) build() ([]isnad.Entity, [][]int) {
	roots := map[int][]int{}
	for i := range r.nodes {
		root := r.find(i)
		roots[root] = append(roots[root], i)
	}
	var sets [][]int
	for i := range r.nodes {
		if r.find(i) == i {
			sets = append(sets, roots[i])
		}
	}
	list := make([]isnad.Entity, len(sets))
	for i, set := range sets {
		row, _ := r.facts.Row(r.row[r.find(set[0])])
		list[i] = r.entity(set, row)
	}
	return r.order(list, sets)
}

// order makes the IDs unique and sorts the entities by them. Of two with one
// slug the one whose first report has the smaller ID keeps it.
func (r *resolver) order(list []isnad.Entity, sets [][]int) ([]isnad.Entity, [][]int) {
	at := make([]int, len(list))
	for i := range at {
		at[i] = i
	}
	// Sets stand by their first nodes, which are ordered by article ID.
	slices.SortStableFunc(at, func(a, b int) int {
		known := cmp.Compare(flag(list[a].Known == ""), flag(list[b].Known == ""))
		return cmp.Or(known, cmp.Compare(list[a].ID, list[b].ID))
	})
	taken := map[isnad.EntityID]bool{}
	for _, i := range at {
		base := list[i].ID
		for n := 2; taken[list[i].ID]; n++ {
			list[i].ID = isnad.EntityID(fmt.Sprintf("%s-%d", base, n))
		}
		taken[list[i].ID] = true
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Compare(list[a].ID, list[b].ID) })
	local := make([][]int, len(r.docs))
	for d := range r.docs {
		local[d] = make([]int, len(r.docs[d].Entities))
	}
	ordered := make([]isnad.Entity, len(list))
	for to, from := range at {
		ordered[to] = list[from]
		for _, i := range sets[from] {
			local[r.nodes[i].doc][r.nodes[i].local] = to
		}
	}
	r.evidence(ordered, local)
	return ordered, local
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// entity makes the entity of one set, without its evidence.
func (r *resolver) entity(set []int, row *known.Row) isnad.Entity {
	first := r.nodes[set[0]].entity
	e := isnad.Entity{Kind: first.Kind, Names: r.names(set), Label: map[isnad.Lang]string{}}
	if row != nil {
		e.Known, e.ID, e.Country, e.Sector = row.ID, isnad.EntityID(row.ID), row.Country, row.Sector
		for _, name := range row.Names {
			if e.Label[name.Lang] == "" {
				e.Label[name.Lang] = name.Text
			}
		}
	}
	r.labels(&e)
	r.standing(&e, set)
	e.Inferred = r.reason(set)
	if e.ID == "" {
		e.ID = isnad.EntityID(slug(cmp.Or(e.Label[isnad.English], e.Label[isnad.Arabic])))
	}
	return e
}

// names counts the forms in use over the mentions of a set.
func (r *resolver) names(set []int) []isnad.Name {
	count := map[isnad.Name]int{}
	for _, i := range set {
		n := &r.nodes[i]
		doc := r.docs[n.doc]
		for _, m := range r.named[n.doc][n.local] {
			words := doc.Words(doc.Mentions[m].Span)
			count[isnad.Name{Lang: script(words), Text: formOf(n.entity, words)}]++
		}
	}
	if len(count) == 0 {
		for _, i := range set {
			for _, name := range r.nodes[i].entity.Names {
				count[isnad.Name{Lang: script(name), Text: name}]++
			}
		}
	}
	list := make([]isnad.Name, 0, len(count))
	for name := range count {
		list = append(list, name)
	}
	slices.SortFunc(list, func(a, b isnad.Name) int {
		return cmp.Or(-cmp.Compare(count[a], count[b]), cmp.Compare(a.Text, b.Text))
	})
	return list
}

// formOf returns the name of the local entity that the words stand for: a
// preposition may have swallowed the article.
func formOf(e *isnad.LocalEntity, words string) string {
	for _, name := range e.Names {
		if name == words || strings.HasSuffix(name, words) && len(name) == len(words)+len(waw) {
			return name
		}
	}
	return words
}

func script(words string) isnad.Lang {
	for _, c := range words {
		if unicode.Is(unicode.Latin, c) {
			return isnad.English
		}
		if unicode.Is(unicode.Arabic, c) {
			return isnad.Arabic
		}
	}
	return isnad.UnknownLang
}

// labels chooses the best name per language where no row gives one: the
// fullest up to four words, then the commonest. A language that no report and
// no row names it in gets none: a name is never made up.
func (r *resolver) labels(e *isnad.Entity) {
	for _, language := range [...]isnad.Lang{isnad.Arabic, isnad.English} {
		if e.Label[language] != "" {
			continue
		}
		best, words := "", 0
		for _, name := range e.Names {
			if n := min(len(strings.Fields(name.Text)), 4); name.Lang == language && n > words {
				best, words = name.Text, n
			}
		}
		if best != "" {
			e.Label[language] = best
		}
	}
}

// reason is why the set was joined, or its only member resolved, by inference.
func (r *resolver) reason(set []int) string {
	why := ""
	for _, i := range set {
		for _, w := range [...]string{r.why[i], r.nodes[i].entity.Why} {
			if w != "" && (why == "" || w < why) {
				why = w
			}
		}
	}
	return why
}

// evidence points at every mention, by article as docs has them and by place.
func (r *resolver) evidence(list []isnad.Entity, local [][]int) {
	for d, doc := range r.docs {
		for _, m := range doc.Mentions {
			if m.Entity >= 0 {
				e := &list[local[d][m.Entity]]
				e.Mentions = append(e.Mentions, isnad.Evidence{Article: d, Span: m.Span})
			}
		}
	}
}

var romanLetters = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for _, row := range rows("roman.tsv") {
		letter, _ := utf8.DecodeRuneInString(row[0])
		table[letter] = strings.Join(row[1:], "")
	}
	return table
})

// roman writes an Arabic name in Latin letters, each word with a capital.
func roman(name string) string {
	var words []string
	for _, word := range strings.Fields(name) {
		var b strings.Builder
		for _, c := range strings.ReplaceAll(word, marbuta, alef) {
			latin, ok := romanLetters()[firstRune(arabic.Fold(string(c)))]
			switch {
			case ok && b.Len() > 0 && glides[latin] != "":
				b.WriteString(glides[latin])
			case ok:
				b.WriteString(latin)
			case c < utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsDigit(c)):
				b.WriteRune(c)
			}
		}
		if s := b.String(); s != "" {
			words = append(words, strings.ToUpper(s[:1])+s[1:])
		}
	}
	return strings.Join(words, " ")
}

// glides are vowels inside a word.
var glides = map[string]string{"w": "u", "y": "i"}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// slug is a name as an identifier: Latin letters and digits, parted by hyphens.
func slug(name string) string {
	if script(name) != isnad.English {
		name = roman(name)
	}
	var b strings.Builder
	for _, c := range arabic.Fold(name) {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "unnamed"
}
