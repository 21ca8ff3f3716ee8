package arabic

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang"
)

// texts draws strings of the letters, marks and signs that the rules look at.
func texts() *rapid.Generator[string] {
	alphabet := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةگپچیک٠١٢۳۴0123456789٬٫٪%.,،؛؟!?:…-/()[]<>_'`\"“”„«»‹›‘’﴾﴿\n  ABcdéßﷲﻻﻷ")
	alphabet = append(alphabet, tatweel, fathatan, hamzaAbove, superAlef, '\u200C', '\u200F', '\u202B', '\uFEFF', utf8.RuneError, '\U0001F600')
	pieces := []string{" قال ", "وقال: ", "إلى ", " د. ", " أ.ف.ب. ", " (", ") ", " «", "» ", " “", "” ", ". ", "،” ", "\xff"}
	rune := rapid.Custom(func(t *rapid.T) string { return string(rapid.SampledFrom(alphabet).Draw(t, "rune")) })
	piece := rapid.OneOf(rune, rune, rapid.SampledFrom(pieces))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, "pieces"), "")
	})
}

func TestFoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(texts(), rapid.String()).Draw(t, "s")
		folded, offsets := FoldMap(s)
		if once := Fold(s); once != folded || Fold(once) != once {
			t.Fatalf("Fold %q, FoldMap %q, twice %q", once, folded, Fold(once))
		}
		checkOffsets(t, s, folded, offsets)
	})
}

func TestFoldEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		once := Fold(string(r))
		if twice := Fold(once); twice != once {
			t.Errorf("%U: %q, then %q", r, once, twice)
		}
	}
}

func checkOffsets(t interface{ Fatalf(string, ...any) }, s, folded string, offsets []int) {
	if len(offsets) != len(folded)+1 || offsets[len(folded)] != len(s) {
		t.Fatalf("%d offsets for %d bytes", len(offsets), len(folded))
	}
	for i, at := range offsets {
		if i > 0 && at < offsets[i-1] {
			t.Fatalf("offset %d falls", i)
		}
		if at < len(s) && !startsRune(s, at) {
			t.Fatalf("offset %d is inside a rune", i)
		}
	}
}

// startsRune reports whether a rune, or an invalid byte, starts at s[i].
func startsRune(s string, i int) bool {
	for at := max(0, i-utf8.UTFMax+1); at < i; at++ {
		if r, n := utf8.DecodeRuneInString(s[at:]); r != utf8.RuneError && at+n > i {
			return false
		}
	}
	return true
}

func TestTextLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkText(t, texts().Draw(t, "text")) })
}

// checkText checks the laws of Tokens, Sentences, Quotes and the readers.
func checkText(t interface{ Fatalf(string, ...any) }, text string) {
	tokens := Tokens(text)
	end := 0
	for _, token := range tokens {
		if token.Start < end || token.End <= token.Start || token.End > len(text) {
			t.Fatalf("token %v behind %d", token, end)
		}
		checkBlank(t, text[end:token.Start])
		if !startsRune(text, token.Start) || token.End < len(text) && !startsRune(text, token.End) {
			t.Fatalf("token %v inside a rune", token)
		}
		if token.Kind == lang.Word && token.Key != Fold(text[token.Start:token.End]) {
			t.Fatalf("key %q of %q", token.Key, text[token.Start:token.End])
		}
		end = token.End
	}
	checkBlank(t, text[end:])
	checkQuotes(t, text, Quotes(text, tokens))
	checkSentences(t, tokens, Sentences(text, tokens))
	for i := range tokens {
		checkReaders(t, text, tokens, i)
	}
}

func checkBlank(t interface{ Fatalf(string, ...any) }, gap string) {
	for _, r := range gap {
		if c := classOf(r); c != classSpace && c != classControl {
			t.Fatalf("%q is in no token", gap)
		}
	}
}

func checkQuotes(t interface{ Fatalf(string, ...any) }, text string, quotes []lang.Quote) {
	var open []lang.Quote
	for i, q := range quotes {
		if q.Start >= q.Inner.Start || q.Inner.Start > q.Inner.End || q.Inner.End > q.End || q.End > len(text) {
			t.Fatalf("quotation %+v", q)
		}
		if i > 0 && q.Start <= quotes[i-1].Start {
			t.Fatalf("quotation %+v behind %+v", q, quotes[i-1])
		}
		for len(open) > 0 && open[len(open)-1].End <= q.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1].End < q.End {
			t.Fatalf("%+v crosses %+v", q, open[len(open)-1])
		}
		if q.Depth != len(open) || q.Depth >= MaxDepth {
			t.Fatalf("depth of %+v is %d", q, len(open))
		}
		open = append(open, q)
		for _, at := range []int{q.Start, q.End, q.Inner.Start, q.Inner.End} {
			if at < len(text) && !startsRune(text, at) {
				t.Fatalf("quotation %+v inside a rune", q)
			}
		}
	}
}

func checkSentences(t interface{ Fatalf(string, ...any) }, tokens []lang.Token, ranges []lang.Range) {
	at := 0
	for _, r := range ranges {
		if at >= len(tokens) || tokens[at].Start != r.Start {
			t.Fatalf("sentence %v begins at no token", r)
		}
		for at < len(tokens) && tokens[at].End <= r.End {
			at++
		}
		if tokens[at-1].End != r.End {
			t.Fatalf("sentence %v ends at no token", r)
		}
	}
	if at != len(tokens) {
		t.Fatalf("%d of %d tokens in sentences", at, len(tokens))
	}
}

func checkReaders(t interface{ Fatalf(string, ...any) }, text string, tokens []lang.Token, i int) {
	left := len(tokens) - i
	if cue, ok := CueAt(tokens, i); ok && (cue.Tokens < 1 || cue.Tokens > left || cue.Lemma == "") {
		t.Fatalf("cue %+v", cue)
	}
	if value, ok := NumberAt(tokens, i); ok && (value.Tokens < 1 || value.Tokens > left) {
		t.Fatalf("number %+v", value)
	}
	if _, _, n, ok := MonthAt(tokens, i); ok && (n < 1 || n > left) {
		t.Fatalf("month of %d tokens", n)
	}
	WeekdayAt(tokens, i)
	word := text[tokens[i].Start:tokens[i].End]
	for _, s := range Splits(word) {
		if s.Stem.Start > s.Bare.Start || s.Bare.Start > s.Bare.End || s.Bare.End > s.Stem.End || s.Stem.End > len(word) {
			t.Fatalf("split %+v of %q", s, word)
		}
		if Fold(word[s.Stem.Start:s.Stem.End]) != s.Key {
			t.Fatalf("split %+v of %q", s, word)
		}
	}
	if key := tokens[i].Key; Stem(Stem(key)) != Stem(key) {
		t.Fatalf("stem of %q", key)
	}
}

// FuzzTokens holds the laws of folding, tokens, sentences and readers.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"قال د. محمد: «نعم».", "١٬٥٠٠ و3.5 و80%", "أ.ف.ب. \u200fـَ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded, offsets := FoldMap(text)
		if Fold(text) != folded || Fold(folded) != folded {
			t.Fatalf("fold of %q", text)
		}
		checkOffsets(t, text, folded, offsets)
		checkText(t, text)
	})
}

// FuzzQuotes holds the laws of quotations.
func FuzzQuotes(f *testing.F) {
	for _, seed := range []string{"“ا ،” ب “”.", "»ا« «ب”", "((ا)) ''ب'' ﴿ج﴾", "“ا\nب” «ج"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkQuotes(t, text, Quotes(text, Tokens(text))) })
}

// TestSourceHasNoHiddenControls keeps direction marks and joiners out of code and lists.
func TestSourceHasNoHiddenControls(t *testing.T) {
	for _, dir := range []string{".", "data"} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			if entry.IsDir() {
				continue
			}
			bytes, err := os.ReadFile(dir + "/" + entry.Name())
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range string(bytes) {
				if isControl(r) {
					t.Errorf("%s holds %U", entry.Name(), r)
				}
			}
		}
	}
}
