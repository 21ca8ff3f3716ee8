package entities

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPairs reports how many of the public name pairs agree, and how many
// pairs taken crosswise do. It looks for the shared material and skips
// without it.
func TestPairs(t *testing.T) {
	dir := os.Getenv("ISNAD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	bytes, err := os.ReadFile(filepath.Join(dir, "data", "names", "wikidata-dev.txt"))
	if err != nil {
		t.Skip("no shared material: ", err)
	}
	var latin, arab []string
	for line := range strings.Lines(string(bytes)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 2 {
			continue
		}
		a, b := fold(cells[0]), fold(strings.ReplaceAll(cells[1], " ", ""))
		if a != "" && b != "" && !strings.Contains(a+b, " ") {
			latin, arab = append(latin, a), append(arab, bareWord(b))
		}
	}
	agree, crosswise := 0, 0
	for i := range latin {
		if wordAgreement(latin[i], arab[i]) >= lastWord {
			agree++
		} else if i%400 == 0 {
			t.Logf("miss %s %s %.2f", latin[i], arab[i], wordAgreement(latin[i], arab[i]))
		}
		if wordAgreement(latin[i], arab[(i+7919)%len(arab)]) >= lastWord {
			crosswise++
		}
	}
	t.Logf("%d pairs: %.1f %% agree; crosswise %.2f %%", len(latin), 100*float64(agree)/float64(len(latin)), 100*float64(crosswise)/float64(len(latin)))
	if float64(agree) < 0.9*float64(len(latin)) || float64(crosswise) > 0.006*float64(len(latin)) {
		t.Error("transliteration got worse")
	}
}
