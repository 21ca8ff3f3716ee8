package positions

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed empty.txt
var emptyList string

//go:embed determiners.txt
var determinerList string

//go:embed acts.txt
var actList string

//go:embed silence.txt
var silenceList string

//go:embed terrain.txt
var terrainList string

//go:embed dropping.txt
var droppingList string

// empty are the keys of words that name no subject, acts those of acts done to
// one, silence those of saying anything at all, terrain those of places that
// nobody addresses.
var (
	empty   = keysIn(emptyList)
	acts    = keysIn(actList)
	silence = keysIn(silenceList)
	terrain = keysIn(terrainList)
)

func keysIn(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		list := map[string]bool{}
		for line := range entries(text) {
			list[line] = true
		}
		return list
	})
}

// dropping are phrases, folded, by which a party gives something up.
var dropping = sync.OnceValue(func() []string {
	var list []string
	for line := range entries(droppingList) {
		list = append(list, arabic.Fold(line), english.Fold(line))
	}
	return list
})

// determiners are words, folded, that a noun stands behind.
var determiners = sync.OnceValue(func() map[string]bool {
	list := map[string]bool{}
	for line := range entries(determinerList) {
		list[arabic.Fold(line)], list[english.Fold(line)] = true, true
	}
	return list
})

// auxiliaries are English verbs that a noun stands before as their subject.
var auxiliaries = sync.OnceValue(func() map[string]bool {
	list := map[string]bool{}
	for word := range strings.FieldsSeq("is are was were has have had will would shall should can could may might must") {
		list[word] = true
	}
	return list
})

func entries(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}
