package tagger

// Decoder finds labels with one model. It keeps its memory from sequence to
// sequence and is not safe for concurrent use.
type Decoder struct {
	model  *Model
	sums   sums
	words  []int32 // per word and label, the sum of the weights of the word's features
	best   []int64 // per label, the key of the best way that ends in it
	next   []int64
	from   []uint8 // per word and label, the label before it on that way
	labels []uint8
}

// NewDecoder returns a decoder for the model.
func (m *Model) NewDecoder() *Decoder {
	n := len(m.labels)
	return &Decoder{model: m, sums: newSums(m), best: make([]int64, n), next: make([]int64, n)}
}

// Decode returns the labels of words [from, to) of rows, as indexes into
// Labels, whose sum of weights is the highest; of equal ones those that come
// first. They are valid until Decode is called again.
func (d *Decoder) Decode(rows *Rows, from, to int) []uint8 {
	n, words := len(d.model.labels), to-from
	d.words = sized(d.words, words*n)
	d.from = sized(d.from, words*n)
	d.labels = sized(d.labels, words)
	if words == 0 {
		return d.labels
	}
	for i := range words {
		d.sums.word(rows, from+i, d.words[i*n:][:n])
	}
	for label := range d.best {
		d.best[label] = int64(d.words[label]+d.model.starts[label]) << keyBits
	}
	for i := 1; i < words; i++ {
		d.step(d.words[i*n:][:n], d.from[i*n:][:n])
	}
	return d.walkBack(n)
}

// Sure returns by how much the best label of the word i behind the first that
// was decoded last beats its second best, by the features of the word alone, in
// the units of the model.
func (d *Decoder) Sure(i int) int {
	n := len(d.model.labels)
	first, second := int32(forbidden), int32(forbidden)
	for _, sum := range d.words[i*n:][:n] {
		if sum > first {
			first, second = sum, first
		} else if sum > second {
			second = sum
		}
	}
	return int(first - second)
}

// Ways are compared by keys: their sum above, and in the low bits the label
// before, the first the largest, so that of equal sums the first label wins.
const (
	keyBits = 8
	lastKey = 1<<keyBits - 1
	least   = 2*forbidden<<keyBits | lastKey // nothing is less, and its label is the first
)

// step goes from one word to the next.
func (d *Decoder) step(word []int32, from []uint8) {
	n := len(d.best)
	for label := range word {
		best := int64(least)
		for before, step := range d.model.into[label*n:][:n] {
			best = max(best, d.best[before]+step)
		}
		sum := best>>keyBits + int64(word[label])
		d.next[label], from[label] = max(sum, 2*forbidden)<<keyBits, uint8(lastKey-best&lastKey)
	}
	d.best, d.next = d.next, d.best
}

// walkBack follows the best way from its end.
func (d *Decoder) walkBack(n int) []uint8 {
	last := 0
	for label, sum := range d.best {
		if sum > d.best[last] {
			last = label
		}
	}
	for i := len(d.labels) - 1; i >= 0; i-- {
		d.labels[i] = uint8(last)
		last = int(d.from[i*n+last])
	}
	return d.labels
}

// sized returns s with length n, of new memory only if it has too little.
func sized[T int32 | uint8 | uint64](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
