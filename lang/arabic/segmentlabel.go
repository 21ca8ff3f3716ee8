package arabic

import "strings"

// label says whether the first letter of a word is a preposition.
type label int8

const (
	unlabelled label = iota
	keepsFirst
	takesFirst
)

// seed is a word whose cut is told.
type seed struct {
	cut
	written string
}

// wordID tells words apart that are folded alike: those that end in ة or ى.
func wordID(key string, closed bool) string {
	if closed {
		return key + "+"
	}
	return key
}

// seedSegments reads data/segments.txt: words with their clitics parted.
func seedSegments() map[string]seed {
	seeds := map[string]seed{}
	for _, line := range rows("segments.txt") {
		for _, word := range strings.Fields(line) {
			parts := strings.Split(Fold(word), "+")
			key := strings.Join(parts, "")
			if c, ok := cutOf(key, parts); ok {
				seeds[wordID(key, endsClosed(word))] = seed{cut: c, written: strings.ReplaceAll(word, "+", "")}
			}
		}
	}
	return seeds
}

// cutOf turns the segments of a word into a cut.
func cutOf(key string, parts []string) (c cut, ok bool) {
	if strings.Join(parts, "") != key {
		return c, false
	}
	at := 0
	if len(parts) > 1 && at < len(parts)-1 && (parts[0] == prefixWaw || parts[0] == prefixFeh) {
		c.conj, at = letterBytes, 1
	}
	if at < len(parts)-1 && len(parts[at]) == letterBytes && strings.Contains(prefixBeh+prefixLam+prefixKaf+prefixSeen, parts[at]) && !isPronounPart(parts[at+1:]) {
		c.prep = letterBytes
		at++
	}
	if at < len(parts)-1 && isPronounPart(parts[at+1:]) {
		c.enclitic = uint8(len(parts[at+1]))
		at++
	}
	return c, at == len(parts)-1
}

// isPronounPart reports whether what is left of a word's parts is a pronoun.
func isPronounPart(parts []string) bool {
	if len(parts) != 1 {
		return false
	}
	for _, enclitic := range enclitics {
		if parts[0] == enclitic {
			return true
		}
	}
	return false
}

// right says which cuts of a word agree with the segments of the corpus and
// with what is known of prepositions; false if none does.
func (t *segmentTrainer) right(w *trainingWord, segments []string) ([]bool, bool) {
	folded := make([]string, len(segments))
	for i, s := range segments {
		folded[i] = Fold(s)
	}
	told, ok := cutOf(w.key, folded)
	right := make([]bool, len(w.cuts))
	if seed, seeded := t.seeds[wordID(w.key, w.closed)]; seeded {
		told, ok = seed.cut, true
	} else if !ok {
		return nil, false
	}
	rest := w.key[told.conj:]
	prep := takesFirst
	_, seeded := t.seeds[wordID(w.key, w.closed)]
	switch {
	case seeded && told.prep == 0:
		prep = keepsFirst
	case told.prep == 0:
		prep = t.prepositionOf(rest, w.closed)
	}
	if isCliticHost(rest) && !seeded { // له, بها: the corpus leaves them whole
		told.enclitic = uint8(len(rest) - letterBytes)
		prep = keepsFirst
	}
	found := false
	for i, c := range w.cuts {
		right[i] = c.conj == told.conj && c.enclitic == told.enclitic && (prep == unlabelled || (c.prep > 0) == (prep == takesFirst))
		found = found || right[i]
	}
	return right, found
}

// ToldClitics says whether the segments of a corpus part a conjunction and a
// pronoun from a word; false if they part it otherwise, or have a preposition or
// a word that is one with a pronoun («له»), which such corpora part now and then.
func ToldClitics(word string, segments []string) (conj, pronoun, ok bool) {
	folded := make([]string, len(segments))
	for i, s := range segments {
		folded[i] = Fold(s)
	}
	key := Fold(word)
	c, ok := cutOf(key, folded)
	if !ok || c.prep > 0 || isCliticHost(key[c.conj:]) {
		return false, false, false
	}
	return c.conj > 0, c.enclitic > 0, true
}

// isCliticHost reports whether a folded word is ب or ل with a pronoun.
func isCliticHost(key string) bool {
	return len(key) >= 2*letterBytes && (strings.HasPrefix(key, prefixLam) || strings.HasPrefix(key, prefixBeh)) && isPronounPart([]string{key[letterBytes:]})
}

// prepositionOf labels the first letter of a folded word without conjunction.
func (t *segmentTrainer) prepositionOf(key string, closed bool) label {
	if len(key) < 3*letterBytes {
		return keepsFirst
	}
	first, rest := key[:letterBytes], key[letterBytes:]
	if seed, ok := t.seeds[wordID(key, closed)]; ok {
		if seed.prep > 0 {
			return takesFirst
		}
		return keepsFirst
	}
	switch first {
	case prefixBeh, prefixLam, prefixKaf:
	case prefixSeen:
		if !startsVerb(rest) {
			return keepsFirst
		}
	default:
		return keepsFirst
	}
	whole := lists().isWhole(key) || bareLists().whole.has(key) || lists().stops[key] && !lists().stops[rest]
	switch {
	case whole:
		return keepsFirst
	case bareLists().heads[rest] && first != prefixKaf:
		return takesFirst
	case first != prefixSeen && (strings.HasPrefix(rest, article) || strings.HasPrefix(key, doubleLam)):
		return takesFirst
	}
	return t.weigh(key, closed)
}

// weigh labels a first letter by the counts of the word, of what is behind the
// letter, of both with the article, of what is behind it with another
// preposition, and of the word as the stem of a verb.
func (t *segmentTrainer) weigh(key string, closed bool) label {
	r := reader{lexicon: &t.model.lexicon, key: key, closed: closed && strings.HasSuffix(key, endHeh)}
	end := len(key)
	whole, behind := r.count(hashStart, 0, end), r.count(hashStart, letterBytes, end)
	definite, behindDefinite := r.count(hashArticle, 0, end), r.count(hashArticle, letterBytes, end)
	sum := 7*(behind-whole) + 36 - 8*max(0, definite-2) + 5*r.siblings(r.letterAt(0), letterBytes) - 2*whole - 5*max(0, r.verbs(0)-3)
	if behindDefinite > 0 {
		sum += 12
	}
	if end < 5*letterBytes {
		sum -= 24
	}
	if key[:letterBytes] == prefixSeen {
		sum = 7*(behind-whole) + 50 - 10*definite
	}
	const sure = 18
	switch {
	case sum > sure:
		return takesFirst
	case sum < -sure:
		return keepsFirst
	}
	return unlabelled
}
