package translit

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// small is what tests learn from: invented names in a regular spelling.
var small = []Pair{
	{"Tarik", "\u0637\u0627\u0631\u0642", 3}, {"Marek", "\u0645\u0627\u0631\u064A\u0643", 2}, {"Korin", "\u0643\u0648\u0631\u064A\u0646", 2},
	{"Talin", "\u062A\u0627\u0644\u064A\u0646", 1}, {"Lorik", "\u0644\u0648\u0631\u064A\u0643", 1}, {"Marin", "\u0645\u0627\u0631\u064A\u0646", 2},
	{"Karim", "\u0643\u0631\u064A\u0645", 4}, {"Rakim", "\u0631\u0627\u0643\u064A\u0645", 1}, {"Nikol", "\u0646\u064A\u0643\u0648\u0644", 1},
	{"", "\u0643", 1}, {"42", "", 1},
}

func smallPairs() []Pair {
	var pairs []Pair
	for range 4 {
		pairs = append(pairs, small...)
	}
	return pairs
}

// Training gives the same bytes every time, and Load(t.Bytes()) is t.
func TestTrainIsDeterministic(t *testing.T) {
	table := Train(smallPairs())
	file := table.Bytes()
	if !bytes.Equal(file, Train(smallPairs()).Bytes()) {
		t.Error("trained twice, two tables")
	}
	again, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, again.Bytes()) {
		t.Error("loaded and written, another file")
	}
	for _, p := range small[:9] {
		if a, b := table.Fit(p.Latin, p.Arabic), again.Fit(p.Latin, p.Arabic); a != b || math.IsInf(a, 0) {
			t.Errorf("Fit(%q): %v before, %v after", p.Latin, a, b)
		}
	}
	if right, wrong := table.Fit("Karim", small[6].Arabic), table.Fit("Karim", small[7].Arabic); right <= wrong {
		t.Errorf("Karim: %.2f, as another name %.2f", right, wrong)
	}
}

// What is cut off or changed is no table.
func TestLoadRefuses(t *testing.T) {
	file := Train(smallPairs()).Bytes()
	for n := range 40 {
		if _, err := Load(file[:len(file)*n/40]); err == nil {
			t.Errorf("the first %d of %d bytes are a table", len(file)*n/40, len(file))
		}
	}
	changed := slices.Clone(file)
	changed[len(changed)/2] ^= 1
	if _, err := Load(changed); err == nil || !strings.Contains(err.Error(), "checksum") {
		t.Errorf("a changed file: %v", err)
	}
}

var letterRunes = []rune("abcehiouyzAZ'\u00E9\u00DF\u0107.9 " + arabicLetters + "\u0622\u0623\u0629\u0649\u064B\uFEFB")

// Scores are between 0 and 1 whatever the spellings; Same is symmetric, and 1
// for a name with letters and itself.
func TestScoreLaws(t *testing.T) {
	table := Default()
	name := rapid.StringOfN(rapid.RuneFrom(letterRunes), 0, 40, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := name.Draw(t, "a"), name.Draw(t, "b")
		p, q := table.Same(a, b), table.Same(b, a)
		if !(p >= 0 && p <= 1) || p != q {
			t.Fatalf("Same: %v and %v", p, q)
		}
		if s := table.Score(a, b); !(s >= 0 && s <= 1) {
			t.Fatalf("Score: %v", s)
		}
		if len(table.Skeletons(a)) > most || table.Skeletons(a)[0] != table.Skeleton(a) {
			t.Fatalf("skeletons: %v", table.Skeletons(a))
		}
	})
}

func FuzzSame(f *testing.F) {
	f.Add("Korin", "\u0643\u0648\u0631\u064A\u0646")
	f.Fuzz(func(t *testing.T, a, b string) {
		if p := Default().Same(a, b); !(p >= 0 && p <= 1) {
			t.Errorf("Same(%q, %q) = %v", a, b, p)
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, file []byte) {
		table, err := Load(file)
		if err == nil && !bytes.Equal(table.Bytes(), file) {
			t.Error("loaded, and written as another file")
		}
	})
}
