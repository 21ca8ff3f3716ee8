package arabic

import (
	"strings"
	"testing"
)

// newswire is a made-up report, long enough to measure.
var newswire = strings.Repeat("أعلن وزير الخارجية في بيان، يوم الثلاثاء، أن بلاده “مستعدة للحوار على الفور”، مشيراً إلى أن المحادثات ستبدأ في 14 يونيو المقبل. "+
	"وقالت المتحدثة باسم الوزارة للصحافيين، إن الوفد يضم خمسة وعشرين خبيراً، مؤكدةً ضرورة احترام الاتفاق المُوقَّع عام ٢٠١٥.\n", 100)

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(newswire)))
	for b.Loop() {
		Fold(newswire)
	}
}

func BenchmarkTokens(b *testing.B) {
	b.SetBytes(int64(len(newswire)))
	b.ReportAllocs()
	for b.Loop() {
		Tokens(newswire)
	}
}

func BenchmarkQuotes(b *testing.B) {
	tokens := Tokens(newswire)
	b.SetBytes(int64(len(newswire)))
	for b.Loop() {
		Quotes(newswire, tokens)
	}
}

func BenchmarkSentences(b *testing.B) {
	tokens := Tokens(newswire)
	b.SetBytes(int64(len(newswire)))
	for b.Loop() {
		Sentences(newswire, tokens)
	}
}

func BenchmarkCueAt(b *testing.B) {
	tokens := Tokens(newswire)
	b.SetBytes(int64(len(newswire)))
	for b.Loop() {
		for i := range tokens {
			CueAt(tokens, i)
		}
	}
}

func BenchmarkSplits(b *testing.B) {
	for b.Loop() {
		Splits("وبالمحادثات")
	}
}
