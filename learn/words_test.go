package learn

import (
	"errors"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// TestFrequencies holds that the list of words that comes with the program is
// read without a data folder, and is sound.
func TestFrequencies(t *testing.T) {
	list, err := (Data{}).frequencies(ArabicFrequencies)
	if err != nil {
		t.Fatal(err)
	}
	commonest, seen := frequency{centibels: 1 << 30}, map[string]bool{}
	for _, f := range list {
		if f.word == "" || strings.ContainsAny(f.word, " \t") || f.centibels <= 0 || f.centibels > 640 || seen[f.word] {
			t.Errorf("%q: %d centibels", f.word, f.centibels)
		}
		seen[f.word] = true
		if f.centibels < commonest.centibels {
			commonest = f
		}
	}
	if len(list) < 10_000 || commonest.word != "\u0645\u0646" && commonest.word != "\u0641\u064A" {
		t.Errorf("%d words, the commonest %q", len(list), commonest.word)
	}
}

// TestFrequenciesChanged holds that a list that is not the one that is named is
// refused, also where it comes with the program.
func TestFrequenciesChanged(t *testing.T) {
	changed := ArabicFrequencies
	changed.SHA256 = Digest([]byte("another list"))
	if list, err := (Data{}).frequencies(changed); !errors.Is(err, isnad.Conflict) || list != nil {
		t.Errorf("%d words, %v", len(list), err)
	}
	elsewhere := ArabicFrequencies
	elsewhere.Path = "words/none.tsv.gz"
	if _, err := (Data{}).frequencies(elsewhere); !errors.Is(err, isnad.NotFound) {
		t.Error(err)
	}
	if !(Data{}).Has(ArabicFrequencies) || (Data{}).Has(elsewhere) {
		t.Error("Has: what comes with the program and nothing else")
	}
}

// TestFrequenciesBroken holds that files that are no such list are errors.
func TestFrequenciesBroken(t *testing.T) {
	for name, raw := range map[string][]byte{
		"not packed":   []byte("word\t100\n"),
		"three fields": packed(t, "word\t100\tmore\n"),
		"one field":    packed(t, "word\n"),
		"no number":    packed(t, "word\tmany\n"),
		"cut off":      packed(t, strings.Repeat("word\t100\n", 1000))[:40],
	} {
		t.Run(name, func(t *testing.T) {
			if list, err := filed("w.tsv.gz", raw).frequencies(corpusOf("w.tsv.gz", raw)); err == nil {
				t.Errorf("%d words", len(list))
			}
		})
	}
	raw := packed(t, "# a remark\nword\t100\nother\t250\n")
	if list, err := filed("w.tsv.gz", raw).frequencies(corpusOf("w.tsv.gz", raw)); err != nil || len(list) != 2 || list[1] != (frequency{"other", 250}) {
		t.Error(list, err)
	}
}
