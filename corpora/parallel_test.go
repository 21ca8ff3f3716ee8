package corpora

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func TestParallel(t *testing.T) {
	got, err := Parallel("p.tsv", strings.NewReader("one\tA bird.\tطائر.\none\t# two\tاثنان\r\nother\tA fish\tسمكة"))
	want := []Translated{{"one", "A bird.", "طائر."}, {"one", "# two", "اثنان"}, {"other", "A fish", "سمكة"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for name, text := range map[string]string{
		"two fields": "one\ta\n", "four": "one\ta\tb\tc\n", "no name": "\ta\tb\n", "no text": "one\t \tb\n",
		"parted": "one\ta\tb\ntwo\ta\tb\none\ta\tb\n", "bytes": "one\ta\t\xff\n",
	} {
		if _, err := Parallel("p.tsv", strings.NewReader(text)); !errors.Is(err, isnad.Invalid) || !strings.HasPrefix(err.Error(), "p.tsv: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestStances(t *testing.T) {
	got, err := Stances("s.csv", strings.NewReader("s1,s2,stance\nفتح الجسر,\"أغلق الجسر, نهارا\",disagree\na,b,other\n"))
	want := []Stance{{"فتح الجسر", "أغلق الجسر, نهارا", "disagree"}, {"a", "b", "other"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if got, err := Stances("s.csv", strings.NewReader("")); len(got) > 0 || err != nil {
		t.Error(got, err)
	}
	for name, text := range map[string]string{"two fields": "s1,s2,stance\na,b\n", "label": "s1,s2,stance\na,b,maybe\n", "quote": "s1,s2,stance\na,\"b\n"} {
		if _, err := Stances("s.csv", strings.NewReader(text)); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
