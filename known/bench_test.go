package known

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := readEmbedded(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	words := keys("وقال مصدر في الولايات المتحدة الأميركية إن مجلس الأمن الدولي يجتمع غدا في نيويورك")
	facts := Default()
	for b.Loop() {
		for i := range words {
			facts.Match(words[i:])
		}
	}
}

// BenchmarkLoad reads a list of 500,000 invented names.
func BenchmarkLoad(b *testing.B) {
	var list strings.Builder
	list.WriteString("id\tkind\tar\n")
	for i := range 500_000 {
		fmt.Fprintf(&list, "p%d\tperson\tفلان%d بن فلان%d\n", i, i%70_000, i)
	}
	for b.Loop() {
		if _, err := Load("names.tsv", strings.NewReader(list.String())); err != nil {
			b.Fatal(err)
		}
	}
}
