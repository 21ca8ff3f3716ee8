package english

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
	"strings"
)

func keys(text string) []string {
	var keys []string
	for _, token := range Tokens(text) {
		keys = append(keys, token.Key)
	}
	return keys
}

func TestTokens(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"words and marks", "He left, then.", []string{"he", "left", ",", "then", "."}},
		{"possessive", "Arden’s plan", []string{"arden's", "plan"}},
		{"plural possessive", "the workers' day", []string{"the", "workers", "'", "day"}},
		{"abbreviations", "the U.S.-led force at 5 a.m.", []string{"the", "u.s.-led", "force", "at", "5", "a.m."}},
		{"initials", "J.D. Vale and J. Moss", []string{"j.d.", "vale", "and", "j", ".", "moss"}},
		{"chain of letters", "a.b.cd", []string{"a.b", ".", "cd"}},
		{"numbers", "1,500 3.5% 10:30 14th 1990s 2,", []string{"1,500", "3.5%", "10:30", "14th", "1990s", "2", ","}},
		{"number and unit", "$4bn 12-year-old", []string{"$", "4", "bn", "12", "-", "year-old"}},
		{"codes", "F-16 G7 AT&T", []string{"f-16", "g7", "at&t"}},
		{"quotes", "“No,” ''x''", []string{"“", "no", ",", "”", "''", "x", "''"}},
		{"ellipsis", "so... yes", []string{"so", "...", "yes"}},
		{"arabic", "said بيان today", []string{"said", "بيان", "today"}},
		{"nothing", " \n ", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, keys(test.in)); diff != "" {
				t.Errorf("Tokens(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestTokensAreLinear(t *testing.T) {
	for _, piece := range []string{"a.", "a'", "a-", "'", "1,", "\u200b", "a\u200b", "."} {
		if n := len(Tokens(strings.Repeat(piece, 200_000))); n == 0 && piece != "\u200b" {
			t.Errorf("no tokens in many %q", piece)
		}
	}
}

func TestTokenLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkTokens(t, rapid.String().Draw(t, "text")) })
}

func FuzzTokens(f *testing.F) {
	for _, text := range []string{"", "The U.S. said it's 5%.", "a.b.c", "\xff1,2", "’s“"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkTokens(t, text)
		checkSentences(t, text)
	})
}

// failer is what checks need of a test, a fuzz test or a property test.
type failer interface {
	Errorf(format string, args ...any)
}

// checkTokens holds that tokens are in order, cover every visible character
// and carry their key.
func checkTokens(t failer, text string) {
	last := 0
	for _, token := range Tokens(text) {
		if token.Start < last || token.End <= token.Start || token.End > len(text) {
			t.Errorf("Tokens(%q): token %d:%d after %d", text, token.Start, token.End, last)
			return
		}
		checkGap(t, text, last, token.Start)
		if want := Fold(text[token.Start:token.End]); token.Key != want {
			t.Errorf("Tokens(%q): key %q, want %q", text, token.Key, want)
		}
		if !utf8.RuneStart(text[token.Start]) && utf8.ValidString(text) {
			t.Errorf("Tokens(%q): token at %d splits a letter", text, token.Start)
		}
		last = token.End
	}
	checkGap(t, text, last, len(text))
}

func checkGap(t failer, text string, from, to int) {
	for _, r := range text[from:to] {
		if !unicode.IsSpace(r) && !isInvisible(r) {
			t.Errorf("Tokens(%q): %q is in no token", text, r)
		}
	}
}
