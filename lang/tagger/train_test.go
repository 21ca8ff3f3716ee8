package tagger

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sentences are invented: a name is one or two words behind "in" or "by".
var sentences = []string{
	"he/O sat/O in/O Velmar/B-LOC", "she/O sat/O in/O New/B-LOC Velmar/I-LOC today/O",
	"written/O by/O Ada/B-PER Quill/I-PER", "sung/O by/O Tomas/B-PER in/O Dorsan/B-LOC",
	"he/O sang/O today/O", "by/O Ada/B-PER", "in/O Dorsan/B-LOC she/O sang/O",
}

var testLabels = []string{"O", "B-LOC", "I-LOC", "B-PER", "I-PER"}

func addWord(rows *Rows, words []string, i int) {
	rows.Add(Mix(1, Hash(words[i])))
	if i > 0 {
		rows.AddTo(1, Mix(2, Hash(words[i-1])))
	}
	rows.Next()
}

func examples(lines []string) []Example {
	var list []Example
	for _, line := range lines {
		var words []string
		var labels []uint8
		for _, field := range strings.Fields(line) {
			word, label, _ := strings.Cut(field, "/")
			words = append(words, word)
			labels = append(labels, uint8(slices.Index(testLabels, label)))
		}
		var rows Rows
		for i := range words {
			addWord(&rows, words, i)
		}
		list = append(list, NewExample(&rows, 0, len(words), labels))
	}
	return list
}

func trained(t testing.TB, options Options) []byte {
	t.Helper()
	list := examples(sentences)
	if len(options.Labels) < len(testLabels) {
		for i := range list {
			for word := range list[i].Labels {
				list[i].Labels[word] %= uint8(len(options.Labels))
			}
		}
	}
	file, err := Train(list, options)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestTrain holds that what was learned is told again, and for words in a new
// order.
func TestTrain(t *testing.T) {
	m, err := Load(trained(t, Options{Labels: testLabels, Epochs: 30, Drop: .01, Missed: .01}))
	if err != nil {
		t.Fatal(err)
	}
	d := m.NewDecoder()
	for _, want := range append(sentences, "sung/O by/O Ada/B-PER Quill/I-PER in/O New/B-LOC Velmar/I-LOC") {
		var words, got []string
		for _, field := range strings.Fields(want) {
			word, _, _ := strings.Cut(field, "/")
			words = append(words, word)
		}
		var rows Rows
		for i := range words {
			addWord(&rows, words, i)
		}
		for i, label := range d.Decode(&rows, 0, len(words)) {
			got = append(got, words[i]+"/"+m.Labels()[label])
		}
		if joined := strings.Join(got, " "); joined != want {
			t.Errorf("%s, want %s", joined, want)
		}
	}
}

// TestTrainRepeats holds that the same examples and options give the same
// bytes, and another seed others.
func TestTrainRepeats(t *testing.T) {
	first := trained(t, Options{Labels: testLabels})
	if !bytes.Equal(first, trained(t, Options{Labels: testLabels})) {
		t.Error("trained otherwise")
	}
	if bytes.Equal(first, trained(t, Options{Labels: testLabels, Seed: 1})) {
		t.Error("the seed changes nothing")
	}
	var log bytes.Buffer
	if !bytes.Equal(first, trained(t, Options{Labels: testLabels, Log: &log})) || strings.Count(log.String(), "\n") != 8 {
		t.Errorf("log %q", &log)
	}
}

func TestTrainKeeps(t *testing.T) {
	for _, options := range []Options{{Most: 3}, {Least: 4}} {
		options.Labels = testLabels
		m, err := Load(trained(t, options))
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for slot := range int(m.slots) {
			if at := m.table[slot*m.width:]; at[0]|at[1] != 0 {
				kept++
			}
		}
		if kept == 0 || options.Most > 0 && kept != options.Most || options.Least > 0 && kept > 5 {
			t.Errorf("%+v: %d features", options, kept)
		}
	}
}

func TestTrainRefuses(t *testing.T) {
	one := examples(sentences[:1])
	for name, call := range map[string]func() ([]byte, error){
		"nothing":         func() ([]byte, error) { return Train(nil, Options{Labels: testLabels}) },
		"no labels":       func() ([]byte, error) { return Train(one, Options{}) },
		"too many labels": func() ([]byte, error) { return Train(one, Options{Labels: make([]string, maxLabels+1)}) },
		"a label beyond":  func() ([]byte, error) { return Train(one, Options{Labels: testLabels[:1]}) },
		"labels missing": func() ([]byte, error) {
			return Train([]Example{{Rows: one[0].Rows, Labels: one[0].Labels[1:]}}, Options{Labels: testLabels})
		},
	} {
		if file, err := call(); err == nil || file != nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// loss is minus the logarithm of how likely a sequence's labels are.
func (t *trainer) loss(s *sequence) float64 {
	l := &t.lattice
	l.fill(t, s)
	loss := l.expect()
	for i, right := range s.labels {
		loss -= l.nodes[i*l.n+int(right)]
		if i == 0 {
			loss -= l.starts[right]
		} else {
			loss -= l.steps[int(s.labels[i-1])*l.n+int(right)]
		}
	}
	return loss
}

// TestGradient holds that what learn goes along is the slope of the loss, by
// differences of the loss at weights nearby.
func TestGradient(t *testing.T) {
	const near, apart = 1e-5, 2e-4 // learn leaves slopes below 1e-4 alone
	options := Options{Labels: testLabels, Rate: 1, L2: 1e-12, Drop: 1e-12, Missed: 1e-12}.filled(1)
	random := rand.New(rand.NewPCG(7, 7))
	for _, line := range sentences {
		tr := newTrainer(examples([]string{line}), options)
		for i := range tr.weights {
			tr.weights[i] = random.NormFloat64()
		}
		s := &tr.sequences[0]
		start := slices.Clone(tr.weights)
		tr.learn(s)
		moved := slices.Clone(tr.weights)
		copy(tr.weights, start)
		for i := range start {
			// A step from squares of 1 is g/sqrt(1+g*g).
			step := moved[i] - start[i]
			got := step / math.Sqrt(1-step*step)
			tr.weights[i] = start[i] + near
			above := tr.loss(s)
			tr.weights[i] = start[i] - near
			below := tr.loss(s)
			tr.weights[i] = start[i]
			if want := (below - above) / (2 * near); math.Abs(got-want) > apart {
				t.Errorf("%s: weight %d: slope %g, want %g", line, i, got, want)
			}
		}
	}
}

// TestDecodeAllocates holds that a warm decoder and warm rows allocate nothing.
func TestDecodeAllocates(t *testing.T) {
	m, err := Load(trained(t, Options{Labels: testLabels}))
	if err != nil {
		t.Fatal(err)
	}
	d := m.NewDecoder()
	words := strings.Fields("sung by Ada Quill in New Velmar")
	var rows Rows
	read := func() {
		rows.Reset()
		for i := range words {
			addWord(&rows, words, i)
		}
		d.Decode(&rows, 0, len(words))
		d.Sure(2)
	}
	read()
	if n := testing.AllocsPerRun(100, read); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
