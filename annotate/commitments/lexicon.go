package commitments

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed *.tsv
var lists embed.FS

// lexicon holds words and phrases by class, keyed by their first folded word.
type lexicon map[string][]phrase

type phrase struct {
	class string
	rest  []string
}

var lexicons = sync.OnceValue(func() map[isnad.Lang]lexicon {
	return map[isnad.Lang]lexicon{
		isnad.Arabic:  load("arabic.tsv", arabic.Fold),
		isnad.English: load("english.tsv", english.Fold),
	}
})

func load(name string, fold func(string) string) lexicon {
	data, err := lists.ReadFile(name)
	if err != nil {
		panic(err) // a list is missing from the build
	}
	l := lexicon{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		class, words, _ := strings.Cut(line, "\t")
		parts := strings.Split(words, "+")
		for i := range parts {
			parts[i] = fold(parts[i])
		}
		l[parts[0]] = append(l[parts[0]], phrase{class, parts[1:]})
	}
	return l
}

// at returns how many tokens a phrase of class takes at token i; 0 if none is there.
func (l lexicon) at(p *reading.Passage, i int, class string) int {
	return l.keyed(p, i, p.Tokens[i].Key, class)
}

func (l lexicon) keyed(p *reading.Passage, i int, key, class string) int {
	best := 0
	for _, phrase := range l[key] {
		if phrase.class != class || i+len(phrase.rest) >= len(p.Tokens) {
			continue
		}
		same := true
		for j, word := range phrase.rest {
			same = same && p.Tokens[i+1+j].Key == word
		}
		if same {
			best = max(best, 1+len(phrase.rest))
		}
	}
	return best
}

// has reports whether word is of class.
func (l lexicon) has(word, class string) bool {
	return slices.ContainsFunc(l[word], func(p phrase) bool { return p.class == class && len(p.rest) == 0 })
}
