package tagger

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// Example is a sequence with the labels that it should get.
type Example struct {
	Rows   Rows
	Labels []uint8 // indexes into Options.Labels, one a word
}

// NewExample returns an example with copies of words [from, to) of rows and of
// their labels.
func NewExample(rows *Rows, from, to int, labels []uint8) Example {
	e := Example{Labels: slices.Clone(labels)}
	for i := from; i < to; i++ {
		e.Rows.AddAll(rows, i)
		e.Rows.Next()
	}
	return e
}

// Options say how a model is trained. But for Labels each has a default for
// zero.
type Options struct {
	Labels []string // needed; where there is "B-X", "I-X" comes only behind it or itself
	Epochs int      // times over the examples; 8
	Mean   int      // over how many of the last epochs weights are averaged; 5
	Least  int      // how often a feature must come to be kept; 1
	Most   int      // how many features are kept, those of the largest weights; 150,000
	Rate   float64  // the first step size; 0.25
	L2     float64  // how much the squares of weights cost, for all examples together; 1
	// Drop is the share of features that is left out each time an example is
	// looked at, so that no word is known by one feature alone. 0.3
	Drop float64
	// Missed is added to the weight of the first label, "O", where another is
	// right, so that names are missed less often. 1
	Missed float64
	Seed   uint64    // of the order of examples and the choice of features
	Log    io.Writer // a line an epoch; may be nil
}

func (o Options) filled(examples int) Options {
	set(&o.Epochs, 8)
	set(&o.Mean, 5)
	set(&o.Least, 1)
	set(&o.Most, 150_000)
	set(&o.Rate, 0.25)
	set(&o.L2, 1)
	set(&o.Drop, 0.3)
	set(&o.Missed, 1)
	if o.Log == nil {
		o.Log = io.Discard
	}
	o.L2 /= float64(examples)
	return o
}

func set[T int | float64](option *T, to T) {
	if *option == 0 {
		*option = to
	}
}

// Train returns the file of a conditional random field (Lafferty, McCallum and
// Pereira, ICML 2001) trained on examples by gradients of single ones, with step
// sizes that shrink weight by weight (AdaGrad: Duchi, Hazan and Singer, JMLR 12,
// 2011). The same examples and options give the same bytes on machines of one
// architecture.
func Train(examples []Example, options Options) ([]byte, error) {
	if len(examples) == 0 || len(options.Labels) == 0 || len(options.Labels) > maxLabels {
		return nil, errors.New("train model: no examples, or no labels")
	}
	for i := range examples {
		if e := &examples[i]; e.Rows.Len() != len(e.Labels) || slices.ContainsFunc(e.Labels, func(l uint8) bool { return int(l) >= len(options.Labels) }) {
			return nil, fmt.Errorf("train model: example %d has not one label for each of its %d words", i, e.Rows.Len())
		}
	}
	options = options.filled(len(examples))
	t := newTrainer(examples, options)
	for epoch := range options.Epochs {
		fmt.Fprintf(options.Log, "epoch %d of %d: loss %.4f\n", epoch+1, options.Epochs, t.epoch())
		if epoch >= options.Epochs-options.Mean {
			t.add()
		}
	}
	return t.file(), nil
}

// sequence is an example with its features numbered.
type sequence struct {
	features []int32
	ends     []int32
	labels   []uint8
}

func (s *sequence) at(i int) []int32 {
	from := int32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.features[from:s.ends[i]]
}

// trainer holds weights while they are found. Of a feature f and a label l,
// the weight is at f*labels+l; behind those come the steps and the starts.
type trainer struct {
	options   Options
	labels    int
	hashes    []uint64 // by feature
	sequences []sequence
	order     []int
	words     int
	random    uint64

	weights []float64
	squares []float64 // of the gradients so far
	sum     []float64 // of weights at the ends of the last epochs
	summed  float64   // how many

	forbid  []bool // per step and start, whether it may not be
	lattice lattice
	thinned sequence
}

func newTrainer(examples []Example, options Options) *trainer {
	t := &trainer{options: options, labels: len(options.Labels), random: options.Seed + prime1}
	numbers := t.number(examples)
	for i := range examples {
		s := sequence{labels: examples[i].Labels}
		for word := range s.labels {
			for _, hash := range examples[i].Rows.Features(word) {
				if f, ok := numbers[hash]; ok {
					s.features = append(s.features, f)
				}
			}
			s.ends = append(s.ends, int32(len(s.features)))
		}
		t.words += len(s.labels)
		t.sequences = append(t.sequences, s)
		t.order = append(t.order, i)
	}
	t.weights = make([]float64, len(t.hashes)*t.labels+t.labels*t.labels+t.labels)
	t.sum = make([]float64, len(t.weights))
	t.squares = slices.Repeat([]float64{1}, len(t.weights))
	t.forbid = forbids(options.Labels)
	return t
}

// number gives the features that come often enough their numbers, in the order
// in which they come.
func (t *trainer) number(examples []Example) map[uint64]int32 {
	counts := map[uint64]int32{}
	for i := range examples {
		for _, hash := range examples[i].Rows.hashes {
			counts[hash]++
		}
	}
	numbers := make(map[uint64]int32, len(counts))
	for i := range examples {
		for _, hash := range examples[i].Rows.hashes {
			if _, ok := numbers[hash]; !ok && int(counts[hash]) >= t.options.Least {
				numbers[hash] = int32(len(t.hashes))
				t.hashes = append(t.hashes, hash)
			}
		}
	}
	return numbers
}

// forbids says which steps and, behind them, which starts a model forbids.
func forbids(labels []string) []bool {
	n := len(labels)
	m := Model{labels: labels, steps: make([]int32, n*n), starts: make([]int32, n)}
	m.forbid()
	var list []bool
	for _, weight := range append(m.steps, m.starts...) {
		list = append(list, weight == forbidden)
	}
	return list
}

// draw returns the next random number (in the manner of splitmix64: Steele,
// Lea and Flood, OOPSLA 2014).
func (t *trainer) draw() uint64 {
	t.random += prime1
	return fold(t.random, prime2)
}

// epoch learns from every example once, in a new order (Fisher and Yates), and
// returns the loss a word.
func (t *trainer) epoch() (loss float64) {
	for i := len(t.order) - 1; i > 0; i-- {
		j := int(t.draw() % uint64(i+1))
		t.order[i], t.order[j] = t.order[j], t.order[i]
	}
	for _, at := range t.order {
		if s := &t.sequences[at]; len(s.labels) > 0 {
			loss += t.learn(t.thin(s))
		}
	}
	return loss / float64(max(t.words, 1))
}

// thin returns a sequence without a share of its features.
func (t *trainer) thin(s *sequence) *sequence {
	thin := &t.thinned
	thin.features, thin.ends, thin.labels = thin.features[:0], thin.ends[:0], s.labels
	limit := uint64(t.options.Drop * (1 << 32))
	for i := range s.labels {
		for _, f := range s.at(i) {
			if t.draw()>>32 >= limit {
				thin.features = append(thin.features, f)
			}
		}
		thin.ends = append(thin.ends, int32(len(thin.features)))
	}
	return thin
}

// learn changes the weights after one sequence and returns its loss.
func (t *trainer) learn(s *sequence) float64 {
	l := &t.lattice
	l.fill(t, s)
	loss := l.expect()
	for i, right := range s.labels {
		if l.slopes(i, right, 1/(1-t.options.Drop)) {
			for _, f := range s.at(i) {
				t.move(int(f)*t.labels, l.slope)
			}
		}
		loss -= l.nodes[i*l.n+int(right)]
		if i == 0 {
			loss -= l.starts[right]
			l.slopes(i, right, 1)
			t.move(t.start(), l.slope)
			continue
		}
		pair := int(s.labels[i-1])*l.n + int(right)
		loss -= l.steps[pair]
		l.pairs[pair]--
	}
	for i := range l.pairs {
		l.pairs[i] = -l.pairs[i]
	}
	t.move(t.step(), l.pairs)
	return loss
}

// move goes up the slopes of the weights that begin at a place.
func (t *trainer) move(at int, slopes []float64) {
	weights, squares := t.weights[at:][:len(slopes)], t.squares[at:][:len(slopes)]
	for i, slope := range slopes {
		slope -= t.options.L2 * weights[i]
		squares[i] += slope * slope
		weights[i] += t.options.Rate * slope / math.Sqrt(squares[i])
	}
}

// step and start are where the weights of steps and starts begin.
func (t *trainer) step() int  { return len(t.hashes) * t.labels }
func (t *trainer) start() int { return t.step() + t.labels*t.labels }

// add adds the weights to those that are averaged.
func (t *trainer) add() {
	for i, weight := range t.weights {
		t.sum[i] += weight
	}
	t.summed++
}
