package arabic

import (
	"errors"
	"sort"
	"strings"
)

// WrittenWord is a word of running text with its segments, as segmented corpora
// have them: "و+قال". Prepositions may be left at their words.
type WrittenWord struct {
	Word     string
	Segments []string
}

// WordCount says how often a word is written: its share of all words is ten to
// the power of -Centibels/100, as the lists of wordfreq have it.
type WordCount struct {
	Word      string
	Centibels int
}

// Epochs of TrainSegments, and by how much the right cut must win in them.
const (
	segmentEpochs = 8
	segmentMargin = 60
)

// TrainSegments makes the weights that Segments uses: a lexicon of counts and
// the weights of an averaged perceptron that ranks the cuts of a word. names
// are added to the lexicon as seldom words.
//
// The corpus tells where conjunctions and pronouns part. Where it leaves ب ل ك
// س at their words, data/segments.txt, the lists of words that keep their first
// letter and the counts decide whether they are taken off; words on which those
// do not agree are learned from the others. The same arguments give the same
// bytes: all arithmetic is of integers.
func TrainSegments(corpus []WrittenWord, counts []WordCount, names []string) ([]byte, error) {
	if len(corpus) == 0 || len(counts) == 0 {
		return nil, errors.New("train segments: no words")
	}
	t := segmentTrainer{model: segmentModel{lexicon: newLexicon(counts, names)}, words: map[string]*trainingWord{}}
	t.current, t.summed = make([]int32, 1<<slotBits), make([]int64, 1<<slotBits)
	t.seeds = seedSegments()
	t.train(t.examples(corpus))
	t.quantise()
	return t.model.file(), nil
}

// lexiconBits is the binary logarithm of the lexicon's places.
const lexiconBits = 19

// newLexicon takes the most frequent words, as many as leave a fifth of the
// places free.
func newLexicon(counts []WordCount, names []string) lexicon {
	l := lexicon{bits: lexiconBits, places: make([]byte, placeBytes<<lexiconBits)}
	left := 4 << lexiconBits / 5
	seen := map[uint64]bool{}
	put := func(word string, count int) {
		key, closed := Fold(word), strings.HasSuffix(word, string(tehMarbuta))
		if !isArabicWord(key) || len(key) > longestSegmented || len(key) < 2*letterBytes {
			return
		}
		h := hashWord(key)
		if closed {
			h = hashOn(hashWord(key[:len(key)-letterBytes]), hashMarbuta)
		}
		if !seen[h] && left > 0 {
			seen[h] = true
			left--
			l.put(h, count)
		}
	}
	sorted := append([]WordCount(nil), counts...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Centibels < sorted[j].Centibels })
	const leastCentibels, centibelsAStep = 800, 25
	for _, c := range sorted {
		put(c.Word, max(1, (leastCentibels-c.Centibels)/centibelsAStep))
	}
	for _, name := range names {
		put(name, 1)
	}
	return l
}

// trainingWord is a word of the corpus with what its cuts look like, whatever
// stands around it.
type trainingWord struct {
	key    string
	closed bool
	cuts   []cut
	slots  [][]uint32
}

// example is an occurrence.
type example struct {
	word          *trainingWord
	right         []bool // per cut
	before, after uint64
}

type segmentTrainer struct {
	model   segmentModel
	words   map[string]*trainingWord
	seeds   map[string]seed
	current []int32
	summed  []int64
	steps   int64
}

func (t *segmentTrainer) word(written string) *trainingWord {
	key, closed := Fold(written), endsClosed(written)
	id := wordID(key, closed)
	if w := t.words[id]; w != nil {
		return w
	}
	r := reader{lexicon: &t.model.lexicon, key: key, closed: endsMarbuta(written)}
	w := &trainingWord{key: key, closed: closed, cuts: r.cuts(nil, closed)}
	for _, c := range w.cuts {
		r.slots = nil
		r.cut(c)
		w.slots = append(w.slots, r.slots)
	}
	t.words[id] = w
	return w
}

// examples are the words of the corpus in their order, then those of the seeds.
func (t *segmentTrainer) examples(corpus []WrittenWord) []example {
	var list []example
	before := uint64(0)
	for i, written := range corpus {
		w := t.word(written.Word)
		after := uint64(0)
		if i+1 < len(corpus) {
			after = hashWord(Fold(corpus[i+1].Word))
		}
		if len(w.cuts) > 1 {
			if right, ok := t.right(w, written.Segments); ok {
				list = append(list, example{word: w, right: right, before: before, after: after})
			}
		}
		before = hashWord(w.key)
	}
	for _, key := range sortedKeys(t.seeds) {
		w := t.word(t.seeds[key].written)
		right := make([]bool, len(w.cuts))
		ok := false
		for i, c := range w.cuts {
			right[i] = c == t.seeds[key].cut
			ok = ok || right[i]
		}
		if ok && len(w.cuts) > 1 {
			list = append(list, example{word: w, right: right})
		}
	}
	return list
}

func sortedKeys(m map[string]seed) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// train runs through the examples.
func (t *segmentTrainer) train(list []example) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	random := uint64(1)
	for range segmentEpochs {
		for i := len(order) - 1; i > 0; i-- {
			random = random*6364136223846793005 + 1442695040888963407
			j := int(random>>33) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			t.learn(list[i])
		}
	}
}

// learn moves the weights towards the best right cut and away from the best
// wrong one, unless the right one wins by the margin.
func (t *segmentTrainer) learn(e example) {
	r := reader{lexicon: &t.model.lexicon, key: e.word.key}
	best, worst := -1, -1
	var bestScore, worstScore int32
	var context [mostCuts][3]uint32
	for i, c := range e.word.cuts {
		context[i] = between(hashWord(e.word.key), uint16(r.shape(c)), e.before, e.after)
		score := t.sum(e.word.slots[i]) + t.sum(context[i][:])
		switch {
		case e.right[i] && (best < 0 || score > bestScore):
			best, bestScore = i, score
		case !e.right[i] && (worst < 0 || score > worstScore):
			worst, worstScore = i, score
		}
	}
	t.steps++
	if best < 0 || worst < 0 || bestScore-worstScore >= segmentMargin {
		return
	}
	for _, slots := range [][]uint32{e.word.slots[best], context[best][:]} {
		t.move(slots, 1)
	}
	for _, slots := range [][]uint32{e.word.slots[worst], context[worst][:]} {
		t.move(slots, -1)
	}
}

func (t *segmentTrainer) sum(slots []uint32) (sum int32) {
	for _, slot := range slots {
		sum += t.current[slot]
	}
	return sum
}

func (t *segmentTrainer) move(slots []uint32, by int32) {
	for _, slot := range slots {
		t.current[slot] += by
		t.summed[slot] += int64(by) * t.steps
	}
}

// quantise averages the weights over the steps and rounds them to bytes.
func (t *segmentTrainer) quantise() {
	const scale = 4
	t.model.weights = make([]int8, 1<<slotBits)
	for i, w := range t.current {
		average := (int64(w)*(t.steps+1) - t.summed[i]) * scale
		if average >= 0 {
			average += t.steps / 2
		} else {
			average -= t.steps / 2
		}
		t.model.weights[i] = int8(max(-127, min(average/t.steps, 127)))
	}
}
