package wikidata

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
)

//go:embed data/classes.tsv
var classesList string

//go:embed data/countries.tsv
var countriesList string

//go:embed data/offices.tsv
var officesList string

// class is what the items of a class become.
type class struct {
	rank  int // the first of several counts
	kind  isnad.EntityKind
	class string
}

var classes = sync.OnceValue(func() map[string]class {
	list := map[string]class{}
	for _, cells := range rows(classesList) {
		list[cells[0]] = class{len(list), isnad.EntityKind(cells[1]), cells[2]}
	}
	return list
})

// countries are the alpha-3 codes of countries by item.
var countries = sync.OnceValue(func() map[string]string { return pairs(countriesList) })

// offices are the keys of offices by their titles in English.
var offices = sync.OnceValue(func() map[string]string { return pairs(officesList) })

func pairs(list string) map[string]string {
	found := map[string]string{}
	for _, cells := range rows(list) {
		found[cells[0]] = cells[1]
	}
	return found
}

// rows returns the cells of the lines of a list that are no comments.
func rows(list string) (found [][]string) {
	for line := range strings.Lines(list) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			found = append(found, strings.Split(line, "\t"))
		}
	}
	return found
}

// classOf returns what an item of these classes becomes.
func classOf(claims []claim) (best class, ok bool) {
	for i := range claims {
		c, listed := classes()[claims[i].item()]
		if listed && (!ok || c.rank < best.rank) {
			best, ok = c, true
		}
	}
	return best, ok
}
