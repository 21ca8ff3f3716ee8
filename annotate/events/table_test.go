package events_test

import (
	"os"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

func TestPrint(t *testing.T) {
	for _, f := range []string{"ar", "en"} {
		data, _ := os.ReadFile("/tmp/ev/sent_" + f + ".txt")
		for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			name, s, _ := strings.Cut(l, "|")
			lang := map[string]string{"ar": "ar", "en": "en"}[f]
			s = strings.ReplaceAll(s, `\n`, "\n")
			t.Logf("%s || %s", name, strings.Join(read(t, s, isnadLang(lang)), " ; "))
		}
	}
}

func isnadLang(s string) isnad.Lang { return isnad.Lang(s) }
