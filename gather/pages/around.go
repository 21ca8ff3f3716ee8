package pages

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed around.txt
var aroundList string

// belief is how far a word in the name of an element is believed.
type belief uint8

const (
	unbelieved belief = iota
	ifSmall           // of a short element, or one made of links
	always
	surely // even of what holds most of the words of the page
)

// aroundWords maps words in the names of elements that stand around a report
// to how far they are believed; aroundStarts does so for beginnings of words.
var aroundWords, aroundStarts = func() (words, starts map[string]belief) {
	words, starts = make(map[string]belief), make(map[string]belief)
	for _, line := range entries(aroundList) {
		word, believed := strings.TrimLeft(line, "?!"), always
		switch line[0] {
		case '?':
			believed = ifSmall
		case '!':
			believed = surely
		}
		if start, ok := strings.CutSuffix(word, "*"); ok {
			starts[start] = believed
		}
		word = strings.TrimSuffix(word, "*")
		words[word] = max(words[word], believed)
	}
	return words, starts
}()

const (
	shortestStart = 4   // letters of the beginnings in the list
	mostName      = 400 // bytes of a name that are read
)

// named says how far the names of an element tell that it stands around the
// report.
func named(node *html.Node) belief {
	found := unbelieved
	for _, a := range node.Attr {
		switch a.Key {
		case "class", "id", "role", "data-component", "data-module", "data-testid":
			found = max(found, nameBelief(a.Val))
		}
	}
	return found
}

func nameBelief(name string) belief {
	found := unbelieved
	if len(name) > mostName {
		name = name[:mostName]
	}
	for _, whole := range strings.Fields(name) {
		if isSubject(whole) {
			continue
		}
		found = max(found, aroundWords[strings.ToLower(whole)])
		for _, word := range nameWords(whole) {
			// A word in a name says less than a name: "comments-open" is none.
			found = max(found, min(always, aroundWords[word]))
			for n := shortestStart; n < len(word); n++ {
				found = max(found, aroundStarts[word[:n]])
			}
		}
	}
	return found
}

// isSubject reports whether a name says what a report is about, as content
// systems write it on the report: "tag-comments", "category-ads".
func isSubject(name string) bool {
	for _, start := range []string{"tag-", "category-", "cat-", "topic-", "section-"} {
		if len(name) > len(start) && strings.EqualFold(name[:len(start)], start) {
			return true
		}
	}
	return false
}

// nameWords cuts a name of an element into its words, in lower case.
func nameWords(name string) []string {
	var words []string
	start := 0
	var last rune
	cut := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
	}
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start = i + len(string(r))
		case unicode.IsUpper(r) && unicode.IsLower(last):
			cut(i)
			start = i
		}
		last = r
	}
	cut(len(name))
	return words
}

// aroundTags are elements that stand around a report.
var aroundTags = map[atom.Atom]belief{
	atom.Nav: always, atom.Footer: ifSmall, atom.Aside: ifSmall, atom.Form: ifSmall, atom.Input: always, atom.Label: ifSmall,
	atom.Dialog: always, atom.Menu: always, atom.Title: always, atom.Head: always,
}

// hidden reports whether a page does not show an element.
func hidden(node *html.Node) bool {
	for _, a := range node.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}
