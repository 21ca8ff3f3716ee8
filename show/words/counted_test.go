package words

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

func TestCountedValues(t *testing.T) {
	for _, test := range []struct {
		lang            isnad.Lang
		value, want     string
		about, unit, as string // of Quantity, where it is asked
	}{
		{isnad.English, "15 dead", "15 dead", "dead", "killed", "15"},
		{isnad.Arabic, "15 dead", "\u0642\u062a\u0644\u0649: 15", "dead", "killed", "15"}, // قتلى: 15
		{isnad.English, "40 minute", "40 minutes", "duration", "minute", "40 minutes"},
		{isnad.English, "3 lorries", "3 lorries", "count", "lorries", "3 lorries"},
		{isnad.English, "3.5 minute", "3.5 minute", "duration", "minute", "3.5 minute"},
		{isnad.Arabic, "1 minute", "\u062f\u0642\u064a\u0642\u0629 \u0648\u0627\u062d\u062f\u0629", "wounded", "hurt", "1"}, // دقيقة واحدة
	} {
		book := In(test.lang)
		if got := book.Value("number", test.value); got != test.want {
			t.Errorf("%s: %q is written %q, want %q", test.lang, test.value, got, test.want)
		}
		number, _, _ := strings.Cut(test.value, " ")
		if got := book.Quantity(test.about, number, test.unit); got != test.as {
			t.Errorf("%s: %s of %s %s is written %q, want %q", test.lang, number, test.about, test.unit, got, test.as)
		}
	}
}
