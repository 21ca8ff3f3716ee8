package tagger

import "math"

// lattice holds, for one sequence, the weights of all ways through its labels.
type lattice struct {
	n, words int
	nodes    []float64 // per word and label, the sum of weights
	steps    []float64 // per pair of labels, the weight
	starts   []float64
	expSteps []float64
	expNodes []float64 // then the likelihoods of the labels
	forward  []float64
	backward []float64
	behind   []float64
	pairs    []float64 // per pair of labels, how often it is expected
	slope    []float64 // of the weights of one word's labels
}

// fill computes the sums of weights of a sequence.
func (l *lattice) fill(t *trainer, s *sequence) {
	l.n, l.words = t.labels, len(s.labels)
	n := l.n
	l.nodes = floats(l.nodes, l.words*n)
	l.steps = floats(l.steps, n*n)
	l.starts = floats(l.starts, n)
	l.fillSteps(t.weights[t.step():], t.forbid)
	for i, right := range s.labels {
		sums := l.nodes[i*n:][:n]
		clear(sums)
		for _, f := range s.at(i) {
			for label, weight := range t.weights[int(f)*n:][:n] {
				sums[label] += weight
			}
		}
		for label := range sums {
			sums[label] /= 1 - t.options.Drop
		}
		if right != 0 {
			sums[0] += t.options.Missed
		}
	}
}

func (l *lattice) fillSteps(weights []float64, forbid []bool) {
	copy(l.steps, weights)
	copy(l.starts, weights[len(l.steps):])
	for i, no := range forbid {
		switch {
		case !no:
		case i < len(l.steps):
			l.steps[i] = math.Inf(-1)
		default:
			l.starts[i-len(l.steps)] = math.Inf(-1)
		}
	}
}

func floats(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, n+n/2)
	}
	return s[:n]
}

// expect finds how likely each label of each word is and how often each pair
// is expected (forward and backward, scaled word by word: Rabiner, Proceedings
// of the IEEE 77, 1989), and returns the logarithm of the sum over all ways.
func (l *lattice) expect() float64 {
	n := l.n
	l.expSteps = floats(l.expSteps, n*n)
	for i, weight := range l.steps {
		l.expSteps[i] = math.Exp(weight)
	}
	l.expNodes = floats(l.expNodes, l.words*n)
	l.forward = floats(l.forward, l.words*n)
	l.backward = floats(l.backward, l.words*n)
	l.behind = floats(l.behind, n)
	l.pairs = floats(l.pairs, n*n)
	clear(l.pairs)
	total := 0.0
	for i := range l.words {
		total += l.goForward(i)
	}
	for i := l.words - 1; i >= 0; i-- {
		l.goBackward(i)
	}
	for i := range l.words {
		likely := l.expNodes[i*n:][:n]
		for label := range likely {
			likely[label] = l.forward[i*n+label] * l.backward[i*n+label]
		}
		normalise(likely)
	}
	return total
}

// goForward sums the ways to each label of word i.
func (l *lattice) goForward(i int) float64 {
	n := l.n
	nodes, exp, forward := l.nodes[i*n:][:n], l.expNodes[i*n:][:n], l.forward[i*n:][:n]
	most := math.Inf(-1)
	for _, weight := range nodes {
		most = math.Max(most, weight)
	}
	for label := range exp {
		exp[label] = math.Exp(nodes[label] - most)
		way := 0.0
		if i == 0 {
			way = math.Exp(l.starts[label])
		} else {
			for before, weight := range l.forward[(i-1)*n:][:n] {
				way += weight * l.expSteps[before*n+label]
			}
		}
		forward[label] = way * exp[label]
	}
	return most + math.Log(normalise(forward))
}

// goBackward sums the ways from each label of word i to the end.
func (l *lattice) goBackward(i int) {
	n := l.n
	backward := l.backward[i*n:][:n]
	for label := range backward {
		backward[label] = 1
		if i+1 < l.words {
			way := 0.0
			for next, weight := range l.behind {
				way += weight * l.expSteps[label*n+next]
			}
			backward[label] = way
		}
	}
	normalise(backward)
	if i+1 < l.words {
		l.countPairs(l.forward[i*n:][:n])
	}
	for label := range l.behind {
		l.behind[label] = backward[label] * l.expNodes[i*n+label]
	}
}

// countPairs adds how likely each pair of a word's label and the next one's is.
func (l *lattice) countPairs(forward []float64) {
	n, sum := l.n, 0.0
	for from, a := range forward {
		for to, b := range l.behind {
			sum += a * l.expSteps[from*n+to] * b
		}
	}
	for from, a := range forward {
		for to, b := range l.behind {
			l.pairs[from*n+to] += a * l.expSteps[from*n+to] * b / sum
		}
	}
}

// normalise makes numbers sum to one and returns their sum.
func normalise(list []float64) (sum float64) {
	for _, x := range list {
		sum += x
	}
	for i := range list {
		list[i] /= sum
	}
	return sum
}

// slopes sets slope to those of word i's labels, times by, and reports whether
// they are worth going.
func (l *lattice) slopes(i int, right uint8, by float64) bool {
	const flat = 1e-4
	l.slope = floats(l.slope, l.n)
	steep := false
	for label, p := range l.expNodes[i*l.n:][:l.n] {
		if label == int(right) {
			p--
		}
		l.slope[label] = -p * by
		steep = steep || math.Abs(p*by) > flat
	}
	return steep
}
