package tagger_test

import (
	"fmt"

	"github.com/isnad-news/isnad/lang/tagger"
)

// Words are labelled by themselves and by the word before them.
func Example() {
	rowsOf := func(words ...string) *tagger.Rows {
		var rows tagger.Rows
		before := ""
		for _, word := range words {
			rows.Add(tagger.Mix(1, tagger.Hash(word)))
			rows.Add(tagger.Mix2(2, tagger.Hash(before), tagger.Hash(word)))
			rows.Next()
			before = word
		}
		return &rows
	}
	examples := []tagger.Example{
		tagger.NewExample(rowsOf("Ada", "Quill", "sings"), 0, 3, []uint8{1, 2, 0}),
		tagger.NewExample(rowsOf("Tomas", "sings"), 0, 2, []uint8{1, 0}),
	}
	weights, err := tagger.Train(examples, tagger.Options{Labels: []string{"O", "B-PER", "I-PER"}, Epochs: 30})
	if err != nil {
		fmt.Println(err)
		return
	}
	model, err := tagger.Load(weights)
	if err != nil {
		fmt.Println(err)
		return
	}
	words := []string{"Tomas", "Quill", "sings"}
	for i, label := range model.NewDecoder().Decode(rowsOf(words...), 0, len(words)) {
		fmt.Println(words[i], model.Labels()[label])
	}
	// Output:
	// Tomas B-PER
	// Quill I-PER
	// sings O
}
