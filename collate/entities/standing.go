package entities

import (
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

var sectors = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range rows("sectors.tsv") {
		for _, word := range strings.Fields(row[1]) {
			if key := arabic.Fold(word); table[key] == "" {
				table[key] = row[0]
			}
		}
	}
	return table
})

// standing fills in the offices that reports give, and whom the entity acts
// for: the country and sector of its row, else of its offices.
func (r *resolver) standing(e *isnad.Entity, set []int) {
	for _, i := range set {
		n := &r.nodes[i]
		for _, role := range n.entity.Roles {
			if slices.ContainsFunc(e.Offices, func(o isnad.Office) bool { return o.Text == role.Text }) {
				continue
			}
			e.Offices = append(e.Offices, isnad.Office{
				Text: role.Text, Lang: script(role.Text), Source: isnad.Evidence{Article: n.doc, Span: role.Span},
			})
		}
	}
	if e.Known != "" && (e.Country != "" || e.Kind != isnad.Person) {
		return
	}
	for _, i := range set {
		if e.Country == "" {
			e.Country = r.nodes[i].country
		}
	}
	texts := make([]string, 0, len(e.Offices)+1)
	for _, o := range e.Offices {
		texts = append(texts, o.Text)
	}
	if e.Kind == isnad.Organisation || e.Kind == isnad.Group {
		for _, name := range e.Names {
			texts = append(texts, name.Text)
		}
	}
	for _, text := range texts {
		if e.Country == "" {
			e.Country = r.countryOf(text)
		}
		if e.Sector == "" {
			e.Sector = r.sectorOf(text)
		}
	}
}

// sectorOf returns the sector of a known body that a role names, else of the
// first of its words that says one.
func (r *resolver) sectorOf(text string) string {
	words := wordsOf(text)
	for i, word := range words {
		if ids, n := r.facts.Match(words[i:]); n > 0 {
			if row, ok := r.facts.Row(ids[0]); ok && row.Kind == isnad.Organisation && row.Sector != "" {
				return row.Sector
			}
		}
		if sector, ok := sectors()[word]; ok {
			return sector
		}
	}
	return ""
}
