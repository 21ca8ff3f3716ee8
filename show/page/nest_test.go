package page

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

func plain(nodes []node) string {
	var out strings.Builder
	for _, n := range nodes {
		out.WriteString(n.Text)
		out.WriteString(plain(n.Children))
	}
	return out.String()
}

func TestNest(t *testing.T) {
	text := "abcdefghij"
	for _, c := range []struct {
		name  string
		marks []mark
		want  string
	}{
		{"none", nil, "abcdefghij"},
		{"one", []mark{{span: isnad.Span{Start: 2, End: 4}, class: "x"}}, "ab<x>cd</x>efghij"},
		{"inner", []mark{{span: isnad.Span{Start: 3, End: 4}, class: "y"}, {span: isnad.Span{Start: 2, End: 5}, class: "x"}}, "ab<x>c<y>d</y>e</x>fghij"},
		{"crossing: the later is cut", []mark{{span: isnad.Span{Start: 2, End: 6}, class: "x"}, {span: isnad.Span{Start: 4, End: 8}, class: "y"}}, "ab<x>cd<y>ef</y></x><y>gh</y>ij"},
		{"crossing from the left", []mark{{span: isnad.Span{Start: 4, End: 8}, class: "x"}, {span: isnad.Span{Start: 2, End: 6}, class: "y"}}, "ab<y>cd</y><x><y>ef</y>gh</x>ij"},
		{"same words", []mark{{span: isnad.Span{Start: 2, End: 4}, class: "in", outer: 2}, {span: isnad.Span{Start: 2, End: 4}, class: "out", outer: 1}}, "ab<out><in>cd</in></out>efghij"},
		{"outside", []mark{{span: isnad.Span{Start: 20, End: 30}, class: "x"}}, "abcdefghij"},
	} {
		if got := sketch(nest(text, isnad.Span{End: len(text)}, c.marks, map[string]bool{})); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func sketch(nodes []node) string {
	var out strings.Builder
	for _, n := range nodes {
		if n.Class == "" {
			out.WriteString(n.Text)
			continue
		}
		out.WriteString("<" + n.Class + ">" + sketch(n.Children) + "</" + n.Class + ">")
	}
	return out.String()
}

// For any marks over any text: the page shows the text exactly, every mark is
// there once by its id, its pieces hold exactly its words, and the markup is
// well nested as a browser reads it.
func TestNestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab <>&\"'\u0628\u064e\u202e\n")), 0, 40, -1).Draw(t, "text")
		borders := []int{}
		for i := range text {
			borders = append(borders, i)
		}
		borders = append(borders, len(text))
		n := rapid.IntRange(0, 40).Draw(t, "marks")
		var marks []mark
		for i := range n {
			a, b := rapid.SampledFrom(borders).Draw(t, "a"), rapid.SampledFrom(borders).Draw(t, "b")
			marks = append(marks, mark{span: isnad.Span{Start: min(a, b), End: max(a, b)}, class: "m", id: "m" + strconv.Itoa(i), outer: i % 3})
		}
		nodes := nest(text, isnad.Span{End: len(text)}, marks, map[string]bool{})
		if got := plain(nodes); got != text {
			t.Fatalf("text %q came out as %q", text, got)
		}
		var out strings.Builder
		if err := sets[isnad.English].ExecuteTemplate(&out, "nodes", nodes); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(strings.NewReader("<pre>\n" + out.String()))
		if err != nil {
			t.Fatal(err)
		}
		if got := content(root); got != text {
			t.Fatalf("text %q is read as %q from %s", text, got, out.String())
		}
		words := map[string]string{}
		ids := map[string]int{}
		collect(root, words, ids)
		for i, m := range marks {
			id := "m" + strconv.Itoa(i)
			if m.span.Empty() {
				continue
			}
			if ids[id] != 1 {
				t.Fatalf("%s is there %d times in %s", id, ids[id], out.String())
			}
			// Of more marks than may be nested some are anchors alone, or in part.
			if got := words[id]; n <= maxDepth && got != m.span.Of(text) {
				t.Fatalf("%s marks %q, want %q", id, got, m.span.Of(text))
			}
		}
	})
}

func content(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var out strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		out.WriteString(content(child))
	}
	return out.String()
}

func collect(n *html.Node, words map[string]string, ids map[string]int) {
	for _, attribute := range n.Attr {
		if attribute.Key == "id" {
			ids[attribute.Val]++
		}
		if attribute.Key == "id" || attribute.Key == "data-of" {
			words[attribute.Val] += content(n)
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		collect(child, words, ids)
	}
}

func BenchmarkNest(b *testing.B) {
	text := strings.Repeat("word ", 20_000)
	var marks []mark
	for i := range 10_000 {
		marks = append(marks, mark{span: isnad.Span{Start: i * 10, End: i*10 + 4 + i%40}, class: "m", id: strconv.Itoa(i)})
	}
	for b.Loop() {
		nest(text, isnad.Span{End: len(text)}, marks, map[string]bool{})
	}
}
