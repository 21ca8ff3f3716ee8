package english

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// shown writes a quotation as its inner words, by depth, with ! if unbalanced.
func shown(text string) []string {
	var list []string
	for _, quote := range Quotes(text, Tokens(text)) {
		words := strings.Repeat(">", quote.Depth) + text[quote.Inner.Start:quote.Inner.End]
		if !quote.Balanced {
			words += "!"
		}
		list = append(list, words)
	}
	return list
}

func TestQuotes(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"curly", "He said “we go” and left.", []string{"we go"}},
		{"straight", `"We go," he said. "Now."`, []string{"We go,", "Now."}},
		{"straight nested by spaces", `"a "b" c"`, []string{`a "b" c`, ">b"}},
		{"single inside double", "“He said ‘no’ to it,” she said.", []string{"He said ‘no’ to it,", ">no"}},
		{"british", "‘We’re not “sure” of it,’ he said.", []string{"We’re not “sure” of it,", ">sure"}},
		{"apostrophes are none", "the ministers’ plan isn’t Arden’s, rock ’n’ roll", nil},
		{"straight apostrophes are none", "the ministers' plan isn't Arden's", nil},
		{"plural inside straight single", "'the workers' day' is today", []string{"the workers' day"}},
		{"guillemets", "« oui »", []string{"oui"}},
		{"german", "„ja“ and „nein”", []string{"ja", "nein"}},
		{"marks mixed up", "“We go,\" he said. \"Now,” he said.", []string{"We go,", "Now,"}},
		{"three apostrophes", "''a word, 'old,''' he said", []string{"a word, 'old,'", ">old,"}},
		{"closing shape on both sides", "he said ”yes” twice", []string{"yes"}},
		{"opening shape on both sides", "he said “yes“ twice", []string{"yes"}},
		{"unclosed runs to the line", "“We go on.\n“And on.”", []string{"We go on.!", "And on."}},
		{"lost end", "“one and “two” end", []string{"one and!", "two"}},
		{"stray end", "one” two", nil},
		{"doubled apostrophes", "``yes'' he said ''no''", []string{"yes", "no"}},
		{"in brackets", "(“yes”)", []string{"yes"}},
		{"decade", "in the ’90s, ‘many’ left", []string{"many"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, shown(test.in)); diff != "" {
				t.Errorf("Quotes(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestManyQuotes(t *testing.T) {
	const n = 10_000
	tests := []struct {
		name, in string
		want     int
	}{
		{"nested", strings.Repeat("“a ", n) + strings.Repeat("b” ", n), n},
		{"unclosed", strings.Repeat("“a ", n), n},
		{"two kinds", strings.Repeat("“a «b ", n), 2 * n},
		{"single", strings.Repeat("‘a ", n), 0},
		{"straight", strings.Repeat(`"a" `, n), n},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := len(Quotes(test.in, Tokens(test.in))); got != test.want {
				t.Errorf("%d quotations, want %d", got, test.want)
			}
		})
	}
}

func TestQuoteLaws(t *testing.T) {
	piece := rapid.SampledFrom([]string{"“", "”", "\"", "'", "‘", "’", "«", "»", "„", " ", "a", "s", ".", "\n", "''"})
	rapid.Check(t, func(t *rapid.T) {
		checkQuotes(t, strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""))
	})
}

func FuzzQuotes(f *testing.F) {
	for _, text := range []string{"", "“a ‘b’ ”", `"a "b" c"`, "workers' 'x'", "“\n”"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkQuotes(t, text) })
}

// checkQuotes holds that quotations are in order, properly nested, and hold
// their inner words.
func checkQuotes(t failer, text string) {
	quotes := Quotes(text, Tokens(text))
	var open []int
	for i, quote := range quotes {
		if quote.Start < 0 || quote.End > len(text) || quote.Inner.Start <= quote.Start || quote.Inner.End > quote.End || quote.Inner.End < quote.Inner.Start {
			t.Errorf("Quotes(%q): %+v", text, quote)
			return
		}
		if i > 0 && quote.Start <= quotes[i-1].Start {
			t.Errorf("Quotes(%q): out of order at %d", text, i)
		}
		for len(open) > 0 && open[len(open)-1] <= quote.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1] < quote.End {
			t.Errorf("Quotes(%q): %+v crosses another", text, quote)
		}
		if quote.Depth != len(open) {
			t.Errorf("Quotes(%q): depth of %+v, want %d", text, quote, len(open))
		}
		open = append(open, quote.End)
	}
}
