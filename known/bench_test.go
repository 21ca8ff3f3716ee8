package known

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		facts, err := readEmbedded()
		if err != nil {
			b.Fatal(err)
		}
		facts.indexed()
	}
}

const running = "وقال مصدر في الولايات المتحدة الأميركية إن مجلس الأمن الدولي يجتمع غدا في نيويورك"

// BenchmarkMatch asks at every word of a sentence what name begins there.
func BenchmarkMatch(b *testing.B) {
	for _, size := range []int{0, 500_000} {
		facts := Default()
		if size > 0 {
			facts = facts.With(invent(b, namesList(size)))
		}
		words := keys(running)
		facts.Match(words)
		b.Run(fmt.Sprintf("own=%d", size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range words {
					facts.Match(words[i:])
				}
			}
			b.ReportMetric(float64(b.N)*float64(len(words))/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkMatchSpread asks for names and for words that are none, all over
// 500,000 names, so that no look-up finds the last one's memory at hand.
func BenchmarkMatchSpread(b *testing.B) {
	facts := Default().With(invent(b, namesList(500_000)))
	var text strings.Builder
	for i := range 100_000 {
		n := i * 7919 % 500_000
		fmt.Fprintf(&text, "قال فلان%d بن فلان%d إن كلمة%d ", n%70_000, n, i)
	}
	words := keys(text.String())
	facts.Match(words)
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			facts.Match(words[i:])
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(words))/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad reads lists of 500,000 invented names, lays them over the
// project's and makes them ready for the first look-up: of names in Arabic,
// and of half as many rows with a name in either language.
func BenchmarkLoad(b *testing.B) {
	for name, list := range map[string]string{"arabic": namesList(500_000), "both": pairsList(250_000)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Default().With(invent(b, list)).indexed()
			}
		})
	}
}

func invent(b *testing.B, list string) *Facts {
	facts, err := Load("names.tsv", strings.NewReader(list))
	if err != nil {
		b.Fatal(err)
	}
	return facts
}

func namesList(n int) string {
	var list strings.Builder
	list.WriteString("id\tkind\tar\n")
	for i := range n {
		fmt.Fprintf(&list, "p%d\tperson\tفلان%d بن فلان%d\n", i, i%70_000, i)
	}
	return list.String()
}

func pairsList(n int) string {
	var list strings.Builder
	list.WriteString("id\tkind\tar\ten\n")
	for i := range n {
		fmt.Fprintf(&list, "p%d\tperson\tفلان%d بن فلان%d\t%s Ibn %s\n", i, i%70_000, i, letters(i%70_000), letters(i))
	}
	return list.String()
}

// letters writes a number as an invented name.
func letters(n int) string {
	name := []byte{'A' + byte(n%26)}
	for n /= 26; n > 0; n /= 26 {
		name = append(name, 'a'+byte(n%26))
	}
	return string(name)
}
