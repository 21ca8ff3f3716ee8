package contrast

import (
	"math"
)

// Example is two texts and whether they disagree.
type Example struct {
	A, B     string
	Disagree bool
}

// Train learns weights from examples. The same examples in the same order give
// the same weights.
//
// The odds that two texts disagree are a sum of weighted features, whose weights
// are learned by follow-the-regularized-leader (McMahan et al. 2013) over
// several rounds; its first norm leaves out what tells little.
func Train(examples []Example) *Model {
	l := newLearner(examples)
	for round := range rounds {
		for k := range l.examples {
			l.step(&l.examples[(k*stride+round)%len(l.examples)])
		}
	}
	return l.model()
}

const (
	rounds = 20
	stride = 7919 // a prime, so that examples that stand together do not come together

	rate    = 0.1
	lasso   = 4.0 // first norm
	ridge   = 1.0 // second norm
	leastOf = 4   // examples that have a feature
)

// numbered is an example by the places of its features.
type numbered struct {
	places   []int32
	values   []float64
	disagree float64
}

type learner struct {
	names    []string
	examples []numbered
	z, n     []float64 // sums of the gradients, shifted, and of their squares
}

func newLearner(examples []Example) *learner {
	l := &learner{}
	counts := map[string]int{}
	all := make([][]feature, len(examples))
	for i, example := range examples {
		all[i] = pair(read(example.A), read(example.B)).features()
		for _, f := range all[i] {
			counts[f.name]++
		}
	}
	at := map[string]int32{}
	for i, list := range all {
		var one numbered
		for _, f := range list {
			if counts[f.name] < leastOf {
				continue
			}
			place, ok := at[f.name]
			if !ok {
				place = int32(len(l.names))
				at[f.name] = place
				l.names = append(l.names, f.name)
			}
			one.places, one.values = append(one.places, place), append(one.values, f.value)
		}
		if examples[i].Disagree {
			one.disagree = 1
		}
		l.examples = append(l.examples, one)
	}
	l.z, l.n = make([]float64, len(l.names)), make([]float64, len(l.names))
	return l
}

// weight is a feature's weight by what was seen so far.
func (l *learner) weight(place int32) float64 {
	z := l.z[place]
	if math.Abs(z) <= lasso {
		return 0
	}
	return (math.Copysign(lasso, z) - z) / ((1+math.Sqrt(l.n[place]))/rate + ridge)
}

// step learns from one example.
func (l *learner) step(example *numbered) {
	sum := 0.0
	for i, place := range example.places {
		sum += l.weight(place) * example.values[i]
	}
	off := logistic(sum) - example.disagree
	for i, place := range example.places {
		gradient := off * example.values[i]
		squares := l.n[place] + gradient*gradient
		shift := (math.Sqrt(squares) - math.Sqrt(l.n[place])) / rate
		l.z[place] += gradient - shift*l.weight(place)
		l.n[place] = squares
	}
}

// model is what was learned, in hundredths as the file has it.
func (l *learner) model() *Model {
	const hundred = 100
	m := &Model{weights: map[string]float64{}}
	for place, name := range l.names {
		if weight := math.Round(l.weight(int32(place))*hundred) / hundred; weight != 0 {
			m.weights[name] = weight
		}
	}
	return m
}
