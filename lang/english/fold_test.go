package english

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"case", "The KREMLIN", "the kremlin"},
		{"diacritics", "São Tomé, Łódź, Tromsø, Straße", "sao tome, lodz, tromso, strasse"},
		{"apostrophes", "Don’t ‘you` ʼs", "don't 'you' 's"},
		{"hyphens", "Al‐Quds U.S.‑led", "al-quds u.s.-led"},
		{"invisible", "co\u00ADop\u200B \uFEFFx", "coop x"},
		{"ligature", "oﬃce ﬁve", "office five"},
		{"digits", "٢٠٢٥ ۱۲ ４", "2025 12 4"},
		{"arabic marks and hamza", "أُمّ ـمـ مؤتمر", "ام م موتمر"},
		{"presentation forms", "\uFEEB", "ه"},
		{"stray byte", "a\xffB", "a\xffb"},
		{"empty", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Fold(test.in); got != test.want {
				t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

func TestFoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if Fold(a+b) != Fold(a)+Fold(b) {
			t.Errorf("Fold(%q+%q) = %q, want %q", a, b, Fold(a+b), Fold(a)+Fold(b))
		}
		if once := Fold(a); Fold(once) != once {
			t.Errorf("Fold(Fold(%q)) = %q, want %q", a, Fold(once), once)
		}
		checkFoldMap(t, a)
	})
}

func checkFoldMap(t *rapid.T, s string) {
	folded, offsets := FoldMap(s)
	if folded != Fold(s) {
		t.Errorf("FoldMap(%q) = %q, want %q", s, folded, Fold(s))
	}
	if len(offsets) != len(folded)+1 || offsets[len(folded)] != len(s) {
		t.Fatalf("FoldMap(%q): offsets %v", s, offsets)
	}
	for i, offset := range offsets[:len(folded)] {
		if offset > offsets[i+1] || !utf8.RuneStart(s[offset]) {
			t.Errorf("FoldMap(%q): offset %d is %d", s, i, offset)
		}
	}
}

func TestEveryRuneFoldsOnce(t *testing.T) {
	for r := rune(0); r <= 0x2FFFF; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		if once := Fold(string(r)); Fold(once) != once {
			t.Errorf("Fold(Fold(%U)) = %q, want %q", r, Fold(once), once)
		}
	}
}
