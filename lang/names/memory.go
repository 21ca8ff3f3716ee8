package names

import "github.com/isnad-news/isnad/lang/tagger"

// memory is what was found for each word over a text.
type memory struct {
	words map[uint64]*remembered
	spare []remembered // of words, so that a warm memory allocates nothing
	told  []uint64     // per token, what the other places of its word tell
}

// remembered is what was found for one word.
type remembered struct {
	kinds [Other + 1]uint32 // how often it is in a name of a kind; None: in no name
	long  [Other + 1]uint32 // how often in one of several words
}

// The bits of what is told of a word by its other places: of each kind from
// Person on whether it is the kind that most of them have, and whether one of
// them is a name of several words; and whether most of them are names at all.
const (
	toldKinds = 4
	toldLong  = 2 * toldKinds
	toldMost  = 1 << toldLong
)

// learn remembers the labels found for the words of a text.
func (m *memory) learn(words language, labels []uint8) {
	if m.words == nil {
		m.words = map[uint64]*remembered{}
	}
	clear(m.words)
	if cap(m.spare) < len(labels) {
		m.spare = make([]remembered, 0, len(labels)*2)
	}
	m.spare = m.spare[:0]
	for i, label := range labels {
		key := words.key(i)
		if key == 0 {
			continue
		}
		word := m.words[key]
		if word == nil {
			m.spare = append(m.spare, remembered{})
			word = &m.spare[len(m.spare)-1]
			m.words[key] = word
		}
		word.count(kindOf(label), isLong(labels, i), 1)
	}
	m.tell(words, labels)
}

func (w *remembered) count(kind Kind, long bool, by uint32) {
	w.kinds[kind] += by
	if long {
		w.long[kind] += by
	}
}

// isLong reports whether token i is in a name of several tokens.
func isLong(labels []uint8, i int) bool {
	label := labels[i]
	switch kind := kindOf(label); {
	case kind == None:
		return false
	case label == Label(kind, false):
		return true
	default:
		return i+1 < len(labels) && labels[i+1] == Label(kind, false)
	}
}

// tell finds what the other places of each word tell of it.
func (m *memory) tell(words language, labels []uint8) {
	m.told = m.told[:0]
	for i, label := range labels {
		told := uint64(0)
		if word := m.words[words.key(i)]; word != nil {
			others := *word
			others.count(kindOf(label), isLong(labels, i), ^uint32(0)) // one less
			told = others.tells()
		}
		m.told = append(m.told, told)
	}
}

func (w *remembered) tells() uint64 {
	best := None
	for kind := Person; kind <= Other; kind++ {
		if w.kinds[kind] > 0 && (best == None || w.kinds[kind] > w.kinds[best]) {
			best = kind
		}
	}
	if best == None {
		return 0
	}
	told := uint64(1) << (best - 1)
	if w.long[best] > 0 {
		told |= 1 << (best - 1 + toldKinds)
	}
	if w.kinds[best] > w.kinds[None] {
		told |= toldMost
	}
	return told
}

// disagrees reports whether what is told of one of tokens [from, to) is another
// kind than its label's.
func (m *memory) disagrees(labels []uint8, from, to int) bool {
	for i, told := range m.told[from:to] {
		if kind := kindOf(labels[from+i]); told != 0 && (kind == None || told>>(kind-1)&1 == 0) {
			return true
		}
	}
	return false
}

// features adds what is told of token i and its neighbours in the sentence
// [from, to).
func (m *memory) features(rows *tagger.Rows, from, to, i int) {
	before, behind, told := uint64(0), uint64(0), m.told[i]
	if i > from {
		before = m.told[i-1]
	}
	if i+1 < to {
		behind = m.told[i+1]
	}
	if told == 0 && before == 0 && behind == 0 {
		return
	}
	rows.Add(tagger.Mix(200, told))
	eachBit(rows, 201, told, 0)
	rows.Add(tagger.Mix(202, before))
	rows.Add(tagger.Mix(203, behind))
	rows.Add(tagger.Mix2(204, before, told))
	rows.Add(tagger.Mix2(205, told, behind))
}

// eachBit adds a feature for every bit of a set.
func eachBit(rows *tagger.Rows, template, set, with uint64) {
	for at := uint64(0); set>>at != 0; at++ {
		if set>>at&1 != 0 {
			rows.Add(tagger.Mix2(template, at, with))
		}
	}
}

// eachBitTo is eachBit with a bundle.
func eachBitTo(rows *tagger.Rows, bundle uint8, template, set uint64) {
	for at := uint64(0); set>>at != 0; at++ {
		if set>>at&1 != 0 {
			rows.AddTo(bundle, tagger.Mix2(template, at, 0))
		}
	}
}
