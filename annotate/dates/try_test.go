package dates

import (
	"github.com/isnad-news/isnad"
	"os"
	"strings"
	"testing"
	"time"
)

func TestTry(t *testing.T) {
	b, _ := os.ReadFile("/tmp/try.txt")
	for _, l := range strings.Split(string(b), "\n") {
		if l == "" {
			continue
		}
		lang := isnad.Arabic
		if l[0] < 128 {
			lang = isnad.English
		}
		ds := Resolve(l, lang, time.Date(2025, 2, 12, 0, 0, 0, 0, time.UTC))
		t.Log(l)
		for _, d := range ds {
			t.Logf("      [%s] %s  off=%d/%v %s | %s", d.Span.Of(l), d.Value, d.Offset, d.Relative, d.By, d.Why)
		}
	}
}
