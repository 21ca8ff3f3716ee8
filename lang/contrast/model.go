package contrast

import (
	"bytes"
	_ "embed" // the weights and their card
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

//go:embed weights/weights.tsv
var weights []byte

//go:embed weights/weights.md
var card []byte

// Shipped returns the file of weights that comes with the program, and the card
// that says what they were learned from. Neither may be changed.
func Shipped() (file, about []byte) { return weights, card }

// Model weighs features. It is safe for many goroutines.
type Model struct{ weights map[string]float64 }

// Disagree is how likely two texts disagree, from 0 to 1, if they speak of one
// thing. Disagree(a, b) == Disagree(b, a).
func (m *Model) Disagree(a, b string) float64 { return m.likely(pair(read(a), read(b)).features()) }

func (m *Model) likely(features []feature) float64 {
	sum := 0.0
	for _, f := range features {
		sum += m.weights[f.name] * f.value
	}
	return logistic(sum)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// head opens a file of weights; its number is the version of the format. Below
// it stand rows of a feature and its weight, with a tab between, ordered by
// feature.
const head = "# Weights of features by which two texts disagree, in nats: format 1\n"

// Bytes is the model as a file. Load(m.Bytes()) is m.
func (m *Model) Bytes() []byte {
	names := make([]string, 0, len(m.weights))
	for name := range m.weights {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	b.WriteString(head)
	for _, name := range names {
		b.WriteString(name + "\t" + written(m.weights[name]) + "\n")
	}
	return b.Bytes()
}

// written is a weight as the file has it.
func written(weight float64) string { return strconv.FormatFloat(weight, 'f', 2, 64) }

// mostRows and mostWeight bound what a file may hold.
const (
	mostRows   = 1 << 18
	mostWeight = 100
)

// Load reads a file of weights.
func Load(file []byte) (*Model, error) {
	body, ok := strings.CutPrefix(string(file), head)
	if !ok {
		return nil, fmt.Errorf("read weights of contrast: not a file of this format")
	}
	m := &Model{weights: make(map[string]float64, strings.Count(body, "\n"))}
	last := ""
	for line := range strings.Lines(body) {
		line, ended := strings.CutSuffix(line, "\n")
		name, number, ok := strings.Cut(line, "\t")
		weight, err := strconv.ParseFloat(number, 64)
		if !ended || !ok || err != nil || name <= last || len(m.weights) == mostRows ||
			weight == 0 || math.IsNaN(weight) || math.Abs(weight) > mostWeight || written(weight) != number {
			return nil, fmt.Errorf("read weights of contrast: row %d is malformed or out of order", len(m.weights)+1)
		}
		m.weights[name], last = weight, name
	}
	return m, nil
}
