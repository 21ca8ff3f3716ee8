package records

import "math"

// likeness is how far two wordings of one language are one.
type likeness struct {
	share, heavy float64 // of the lighter one's weight, and of the heavier one's, that both hold
	shared       int     // features that both hold
	weight       float64 // what these weigh together, in nats
	order        float64 // share of the shorter one's pairs of neighbouring words that both hold
	sense        float64 // share of the lighter one's concepts, names and numbers that both hold
	numbers      int     // numbers that both hold
	claims       int     // concepts and numbers that both hold
	fewer        int     // numbers of the one that has fewer
	negated      bool    // one says no, and the other does not
	contradicted bool    // one says no of what the other says yes of
}

// compare tells how far the wordings of two utterances, which are weighed, are
// one.
func compare(x, y *utterance) likeness {
	l := share(&x.terms, &y.terms)
	if l.shared < leastShared {
		return l
	}
	l.order = inOrder(x.order, y.order)
	l.sense = share(&x.sense, &y.sense).share
	if x.denies == y.denies {
		l.negated, l.contradicted = (len(x.no) > 0) != (len(y.no) > 0), contradicts(x, y)
	}
	return l
}

// weigh weighs utterances by how rare their words and their sense are among
// them and in everyday news.
func weigh(items []utterance) {
	words, senses := featuresOf(items)
	rare, rareSense := everyday(words), everyday(senses)
	for i := range items {
		items[i].terms.weigh(rare)
		items[i].sense.weigh(rareSense)
	}
}

// weigh notes the weights of the stretch's features. A word weighs as much as the
// heaviest of its readings.
func (t *terms) weigh(r rarity) {
	t.weights, t.readings, t.total, t.numbers = make([]float64, len(t.keys)), make([]int16, len(t.keys)), 0, 0
	heaviest := make([]float64, t.words)
	for i, key := range t.keys {
		weight := r.weight(t, key)
		t.weights[i], t.readings[i] = weight, -1
		if word, ok := t.senses[key]; ok && word < mostReadings {
			t.readings[i] = int16(word)
			t.total += max(0, weight-heaviest[word])
			heaviest[word] = max(heaviest[word], weight)
		} else {
			t.total += weight
		}
		if key[0] == 'n' {
			t.numbers++
		}
	}
}

// mostReadings is how many words of a stretch are known by their readings; the
// concepts of further ones count each for itself.
const mostReadings = 512

// read marks the words of which a reading was met.
type read [mostReadings / 64]uint64

func (r *read) has(word int16) bool { return word >= 0 && r[word/64]>>(word%64)&1 == 1 }

func (r *read) add(word int16) {
	if word >= 0 {
		r[word/64] |= 1 << (word % 64)
	}
}

// share tells what two stretches that are weighed share. Of each word one reading
// counts.
func share(a, b *terms) likeness {
	l := likeness{fewer: min(a.numbers, b.numbers)}
	var left, right read
	for i, j := 0, 0; i < len(a.keys) && j < len(b.keys); {
		switch {
		case a.keys[i] < b.keys[j]:
			i++
			continue
		case a.keys[i] > b.keys[j]:
			j++
			continue
		}
		if x, y := a.readings[i], b.readings[j]; !left.has(x) && !right.has(y) {
			left.add(x)
			right.add(y)
			l.count(a.keys[i], a.weights[i])
		}
		i, j = i+1, j+1
	}
	if a.total > 0 && b.total > 0 {
		l.share, l.heavy = l.weight/math.Min(a.total, b.total), l.weight/math.Max(a.total, b.total)
	}
	return l
}

// count takes a feature in that both hold.
func (l *likeness) count(key string, weight float64) {
	l.weight += weight
	l.shared++
	switch key[0] {
	case 'n':
		l.numbers++
		l.claims++
	case 'c':
		l.claims++
	}
}

// inOrder is the share of the smaller set that the other holds.
func inOrder(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for key := range a {
		if b[key] {
			n++
		}
	}
	return float64(n) / math.Max(1, float64(len(a)))
}

const (
	// enough is the weight, in nats, that two wordings share at least if they are
	// to be judged by their shares alone: two words that are not everyday ones.
	enough = 12
	// enoughUnsure is that where the speakers are not known to be one.
	enoughUnsure = 24
	// What a likeness counts for if both wordings give numbers and none of them is
	// the same, or some of each are not; if one of them says no and the other
	// does not; and if it says no of what the other says yes of.
	otherNumbers = 0.5
	moreNumbers  = 0.85
	otherSense   = 0.75
	contrary     = 0.35
)

// score is how far two wordings by voices that are far one are one themselves,
// 0 to 1: the mean of what the lighter one shares in words, what it shares in
// sense, and how much of the heavier one that is or how far it stands in one
// order. So a part is like its whole, and words of one subject in another order
// are not yet one statement.
func (l likeness) score(far float64) float64 {
	score := l.counted((l.share + l.sense + math.Max(l.order, l.heavy)) / 3)
	switch {
	case l.contradicted:
		score *= contrary
	case l.negated:
		score *= otherSense
	}
	if far < describedOne {
		return score * math.Min(1, l.weight/enoughUnsure)
	}
	return score * math.Min(1, l.weight/enough)
}

// counted is a score as far as the numbers let it stand.
func (l likeness) counted(score float64) float64 {
	switch {
	case l.numbers == l.fewer:
		return score
	case l.numbers == 0:
		return score * otherNumbers
	}
	return score * moreNumbers
}
