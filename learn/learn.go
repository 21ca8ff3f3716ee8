// Package learn holds the recipes of the learned models that ship with the
// program: from which public data each is trained, how, under which licence its
// weights stand, and how well they do on data held out.
//
// A recipe is repeatable: the same data gives the same weights and the same
// card, byte for byte.
package learn

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// Corpus is a file that models are trained on or measured with.
type Corpus struct {
	Path    string // below the data folder, with slashes
	SHA256  string // of the file's bytes, in hexadecimal
	Origin  string // where anyone can fetch it
	Part    string // which part of it the file is, or how it was made of it; "" if it is that file as it stands
	Licence string
}

// Score is one number of a model on data that it was not trained on.
type Score struct {
	Task    string  `json:"task"`           // "names-ar"
	Set     string  `json:"set"`            // what it was measured on
	Measure string  `json:"measure"`        // "F1", "F1 person", "first"
	Value   float64 `json:"value"`          // shares and F1 in hundredths; rates as the measure names them
	Note    string  `json:"note,omitempty"` // what a reader must know beside it
}

// Recipe makes the weights of one model.
type Recipe struct {
	Name     string // "names-ar"
	Does     string // what the model does, in one sentence
	File     string // its weights' place in the repository
	Date     string // of the recipe, as YYYY-MM-DD: no clock is asked
	Data     []Corpus
	Measured []Corpus // what Score needs beside; nothing is trained on it
	Licence  string   // of the weights

	// Train makes the weights from all data that may be trained on. What it
	// does goes to log, a line a step.
	Train func(d Data, log io.Writer) ([]byte, error)
	// Score trains on a part of the data and measures on the rest.
	Score func(d Data, log io.Writer) ([]Score, error)
	// Shipped gives the weights and the card that the program holds.
	Shipped func() (weights, card []byte)
}

// Needs is all data that the recipe is made and scored with.
func (r Recipe) Needs() []Corpus { return slices.Concat(r.Data, r.Measured) }

// Card is the place of the recipe's card in the repository: beside the weights.
func (r Recipe) Card() string { return strings.TrimSuffix(r.File, path.Ext(r.File)) + ".md" }

// Named returns the recipe of a name; what is none is of kind [isnad.NotFound].
func Named(name string) (Recipe, error) {
	recipes := Recipes()
	at := slices.IndexFunc(recipes, func(r Recipe) bool { return r.Name == name })
	if at < 0 {
		return Recipe{}, isnad.Errorf(isnad.NotFound, name, "no recipe has this name").WithHint("isnad train lists them")
	}
	return recipes[at], nil
}

// Digest is the SHA-256 of bytes in hexadecimal.
func Digest(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// Made is what a recipe makes.
type Made struct {
	Weights, Card []byte
	Scores        []Score
}

// Make trains, scores and writes the card.
func (r Recipe) Make(d Data, log io.Writer) (Made, error) {
	for _, corpus := range r.Needs() {
		if err := d.Check(corpus); err != nil {
			return Made{}, err
		}
	}
	fmt.Fprintf(log, "train %s\n", r.Name)
	weights, err := r.Train(d, log)
	if err != nil {
		return Made{}, fmt.Errorf("train %s: %w", r.Name, err)
	}
	fmt.Fprintf(log, "score %s: train again without what is held out\n", r.Name)
	scores, err := r.Score(d, log)
	if err != nil {
		return Made{}, fmt.Errorf("score %s: %w", r.Name, err)
	}
	return Made{Weights: weights, Scores: scores, Card: Card(r, weights, scores)}, nil
}
