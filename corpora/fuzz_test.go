package corpora

import (
	"strings"
	"testing"
)

// FuzzCoNLL holds that words and tags go together, and that names lie in their
// sentence, in order and apart, whatever a file holds.
func FuzzCoNLL(f *testing.F) {
	f.Add("Ada B-PER\nStrell I-PER\n\nleft O\n")
	f.Add("a B-X B-Y\nb I-X O\nc - E-\n$#$ x\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, _ := CoNLL("x", strings.NewReader(text))
		for _, sentence := range list {
			n := len(sentence.Words)
			if n == 0 || len(sentence.Tags) != n || sentence.Inner != nil && len(sentence.Inner) != n {
				t.Fatalf("%d words, %d tags, %d rows", n, len(sentence.Tags), len(sentence.Inner))
			}
			end := 0
			for _, span := range Spans(sentence.Tags) {
				if span.Start < end || span.End <= span.Start || span.End > n || span.Kind == "" {
					t.Fatalf("%v behind %d of %d words", span, end, n)
				}
				end = span.End
			}
			ends := map[string]int{}
			last := Span{}
			for _, span := range Layers(sentence.Inner) {
				if span.Start < ends[span.Kind] || span.End <= span.Start || span.End > n || span.Start < last.Start {
					t.Fatalf("%v after %v, its kind ended at %d", span, last, ends[span.Kind])
				}
				ends[span.Kind], last = span.End, span
			}
		}
	})
}

// FuzzCoNLLU holds that the tokens of a tree take each of its words once, in
// order.
func FuzzCoNLLU(f *testing.F) {
	row := func(id string) string { return id + "\ta" + strings.Repeat("\t_", 8) + "\n" }
	f.Add("# sent_id = 1\n" + row("1-2") + row("1") + row("2") + row("2.1") + row("3") + "\n")
	f.Add(row("1-99"))
	f.Fuzz(func(t *testing.T, text string) {
		list, _ := CoNLLU("x", strings.NewReader(text))
		for _, tree := range list {
			next := 1
			for _, token := range tree.Tokens() {
				if token.First != next || token.Last < token.First || token.Last > len(tree.Words) {
					t.Fatalf("%+v where word %d of %d is next", token, next, len(tree.Words))
				}
				next = token.Last + 1
			}
			if next != len(tree.Words)+1 {
				t.Fatalf("tokens end at %d of %d words", next-1, len(tree.Words))
			}
		}
	})
}

// FuzzAgreeWords holds the laws of the measure: what agrees with itself agrees
// wholly, the sides may be exchanged, matches are in order.
func FuzzAgreeWords(f *testing.F) {
	f.Add("wab=w+ab d", "w ab d")
	f.Add("abc=a+b de", "a bcd=b+c+d e")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 400 || strings.Contains(" "+a+" "+b, " =") {
			return
		}
		gold, got := tokens(a), tokens(b)
		if self, _ := AgreeWords(gold, gold); self.Right != self.Gold {
			t.Fatalf("with itself %+v", self)
		}
		one, matches := AgreeWords(gold, got)
		other, _ := AgreeWords(got, gold)
		if one.Right != other.Right || one.Right > min(one.Gold, one.Answers) {
			t.Fatalf("%+v, exchanged %+v", one, other)
		}
		last := WordMatch{-1, -1}
		left, right := wordsOf(gold), wordsOf(got)
		for _, match := range matches {
			if match.Gold <= last.Gold || match.Got <= last.Got || match.Gold >= len(left) || match.Got >= len(right) {
				t.Fatalf("%v after %v", match, last)
			}
			last = match
		}
	})
}

// FuzzPairs holds that both sides of what is read are there, and not exchanged.
func FuzzPairs(f *testing.F) {
	f.Add("ada\t\u0622 \u062f \u0627\t2\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, _ := Pairs("x", strings.NewReader(text))
		for _, pair := range list {
			if pair.Latin == "" || pair.Arabic == "" || inArabic(pair.Latin) && !inArabic(pair.Arabic) || pair.Count < 1 {
				t.Fatalf("%+v", pair)
			}
		}
		segmented, _ := ReadSegmented("x", strings.NewReader(text))
		for _, one := range segmented {
			if one.Word == "" || len(one.Segments) == 0 {
				t.Fatalf("%+v", one)
			}
		}
	})
}
