package arabic_test

import (
	"fmt"

	"github.com/isnad-news/isnad/lang/arabic"
)

func ExampleFold() {
	fmt.Println(arabic.Fold("مسؤول") == arabic.Fold("مسئول"))
	fmt.Println(arabic.Fold("٣٫٥ Café"))
	// Output:
	// true
	// 3.5 cafe
}

func ExampleQuotes() {
	text := "قال لـ»الصباح« إن المحادثات “كانت “مثمرة” جدا”."
	for _, quote := range arabic.Quotes(text, arabic.Tokens(text)) {
		fmt.Println(quote.Depth, text[quote.Inner.Start:quote.Inner.End])
	}
	// Output:
	// 0 الصباح
	// 0 كانت “مثمرة” جدا
	// 1 مثمرة
}

func ExampleCueAt() {
	text := "وأشار إلى أن الوفد وصل"
	tokens := arabic.Tokens(text)
	cue, ok := arabic.CueAt(tokens, 0)
	fmt.Println(cue.Lemma, cue.Force, cue.Prep, cue.Tokens, ok)
	// Output: أشار say إلى 2 true
}
