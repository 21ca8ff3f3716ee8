package known

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed data/notnames.txt
var notNamesList string

// notNames returns the word keys of phrases that begin with a name and are
// none: «مسقط رأسه» "his birthplace" is not Muscat. Entered beside the names,
// a phrase wins where it is the longer match, and says that nothing is there.
var notNames = sync.OnceValue(func() [][]string {
	var phrases [][]string
	for line := range strings.Lines(notNamesList) {
		phrase, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if phrase != "" && phrase[0] != '#' {
			phrases = append(phrases, keysOf(arabic.Tokens(phrase)))
		}
	}
	return phrases
})
