package isnad

import (
	"errors"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A span that Check passes quotes valid UTF-8 out of valid UTF-8.
func TestSpanCheckKeepsLettersWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		span := Span{rapid.IntRange(-2, len(text)+2).Draw(t, "start"), rapid.IntRange(-2, len(text)+2).Draw(t, "end")}
		err := span.Check(text)
		if err != nil {
			if !errors.Is(err, Invalid) {
				t.Fatalf("err = %v, want kind %q", err, Invalid)
			}
			return
		}
		if words := span.Of(text); utf8.ValidString(text) && !utf8.ValidString(words) {
			t.Fatalf("%v of %q is %q", span, text, words)
		}
	})
}

// Cover holds both spans and nothing beyond them; Before is a strict order.
func TestSpanCoverAndOrder(t *testing.T) {
	spans := rapid.Custom(func(t *rapid.T) Span {
		start := rapid.IntRange(0, 50).Draw(t, "start")
		return Span{start, start + rapid.IntRange(1, 20).Draw(t, "length")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := spans.Draw(t, "a"), spans.Draw(t, "b")
		cover := a.Cover(b)
		if !cover.Contains(a) || !cover.Contains(b) || cover.Start != min(a.Start, b.Start) || cover.End != max(a.End, b.End) {
			t.Fatalf("%v covers %v and %v", cover, a, b)
		}
		if a != b && a.Before(b) == b.Before(a) {
			t.Fatalf("%v and %v are not ordered", a, b)
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatalf("overlap of %v and %v is not symmetric", a, b)
		}
	})
}

func TestWithin(t *testing.T) {
	cases := []struct {
		day, span string
		want      bool
	}{
		{"2025-02-12", "2025-02-12", true},
		{"2025-02-12", "2025-W07", true},
		{"2025-02-17", "2025-W07", false},
		{"2025-02-12", "2025-02", true},
		{"2025-02-12", "2025", true},
		{"2025-02", "2025", true},
		{"2025-12-29", "2026-W01", true},
		{"2025", "2025-02", false},
		{"2025-W07", "2025", false},
		{"", "2025", false},
		{"2025", "", false},
	}
	for _, c := range cases {
		if got := Within(c.day, c.span); got != c.want {
			t.Errorf("Within(%q, %q) = %t, want %t", c.day, c.span, got, c.want)
		}
	}
}
