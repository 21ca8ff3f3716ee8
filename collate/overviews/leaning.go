package overviews

import (
	_ "embed"
	"iter"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed leaning.txt
var leaningList string

//go:embed transitions.txt
var transitionList string

// leaning are the words, folded, with which a sentence begins that leans on the
// one before it.
var leaning = sync.OnceValue(func() map[string]bool {
	list := map[string]bool{}
	for line := range listed(leaningList) {
		list[arabic.Fold(line)], list[english.Fold(line)] = true, true
	}
	return list
})

// transitions are phrases, folded, with which a report turns to something else,
// each with a space behind it.
var transitions = sync.OnceValue(func() []string {
	var list []string
	for line := range listed(transitionList) {
		list = append(list, arabic.Fold(line)+" ", english.Fold(line)+" ")
	}
	return list
})

// listed goes through the entries of a list.
func listed(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}
