package arabic

// The features of a cut are hashed to slots of one table. Each decision has its
// own: whether a conjunction is taken off, a preposition, the article, a
// pronoun; then the cut as a whole, alone and between its neighbours. They look
// at how often the parts are written alone, with the article and with other
// clitics, as the counts of the lexicon have it.

// template numbers the features.
type template uint32

const (
	ofConj template = iota * 32
	ofPrep
	ofPronoun
	ofCut
	ofNeighbours
)

// slotOf hashes a template and its values.
func slotOf(t template, a, b uint64) uint32 {
	h := (uint64(t)+1)*0x9E3779B97F4A7C15 ^ a*0xC2B2AE3D27D4EB4F ^ (b+0x165667B19E3779F9)*0xD6E8FEB86659FD93
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> (64 - slotBits))
}

// slotBits is the binary logarithm of the number of slots.
const slotBits = 19

// The FNV-1a hash of words, so that the hash of a beginning is gone on from.
const (
	hashStart uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)

func hashOn(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

func hashWord(s string) uint64 { return hashOn(hashStart, s) }

var (
	hashArticle = hashWord(article)
	hashMarbuta = string(tehMarbuta)
)

// reader looks at one word. Its slots are reused.
type reader struct {
	lexicon *lexicon
	key     string
	closed  bool // ends in a written ة
	slots   []uint32
}

// count is how often a part of the word is written, in steps of the lexicon,
// behind what has been hashed to h.
func (r *reader) count(h uint64, from, to int) int {
	if r.closed && to == len(r.key) && to-from >= letterBytes {
		return r.lexicon.count(hashOn(hashOn(h, r.key[from:to-letterBytes]), hashMarbuta))
	}
	return r.lexicon.count(hashOn(h, r.key[from:to]))
}

func (r *reader) add(t template, a, b int) {
	r.slots = append(r.slots, slotOf(t, uint64(a), uint64(b)))
}

func (r *reader) addWord(t template, h uint64, b int) {
	r.slots = append(r.slots, slotOf(t, h, uint64(b)))
}

// step bounds a difference of counts.
func step(d int) int { return max(-9, min(d, 9)) + 9 }

// letterAt is the letter at byte i as a number.
func (r *reader) letterAt(i int) int {
	if i < 0 || i+letterBytes > len(r.key) {
		return 0
	}
	return int(r.key[i])<<8 | int(r.key[i+1])
}

// cut gives the features of a cut, whatever stands around the word.
func (r *reader) cut(c cut) {
	if c.conj > 0 {
		r.proclitic(ofConj, 0)
	}
	if c.prep > 0 {
		r.proclitic(ofPrep, int(c.conj))
	}
	if c.enclitic > 0 {
		r.pronoun(c.start(), int(c.enclitic))
	}
	r.whole(c)
}

// proclitic gives the features of taking the letter at from off what stands
// there up to the end: for conjunctions and prepositions alike.
func (r *reader) proclitic(t template, from int) {
	end, rest := len(r.key), from+letterBytes
	letter := r.letterAt(from)
	whole := r.count(hashStart, from, end)
	behind := r.count(hashStart, rest, end)
	wholeDefinite := r.count(hashArticle, from, end)
	behindDefinite := r.count(hashArticle, rest, end)
	if letter == letterLam && r.letterAt(rest) == letterLam { // لل for ل and ال
		behindDefinite = r.count(hashArticle, rest+letterBytes, end)
		behind = max(behind, behindDefinite)
	}
	length := (end - rest) / letterBytes
	isDefinite := r.letterAt(rest) == letterAlef && r.letterAt(rest+letterBytes) == letterLam
	r.add(t, letter, 0)
	r.add(t+1, letter, min(length, 8))
	r.add(t+2, letter, step(whole-behind))
	r.add(t+3, letter, step(wholeDefinite-whole))
	r.add(t+4, letter, step(behindDefinite-whole))
	r.add(t+5, letter, whole<<8|behind)
	r.add(t+6, letter, step(whole-behind)<<8|step(max(wholeDefinite-whole, -9)))
	r.add(t+7, letter<<16|r.letterAt(rest), r.letterAt(rest+letterBytes))
	r.add(t+8, letter<<16|r.letterAt(end-letterBytes), r.letterAt(end-2*letterBytes))
	r.addWord(t+9, hashOn(hashStart, r.key[from:]), 1)
	r.addWord(t+10, hashOn(hashStart, r.key[rest:]), letter)
	r.add(t+11, letter, r.siblings(letter, rest)<<8|whole)
	r.add(t+12, letter, step(r.verbs(from)-whole))
	r.add(t+13, letter, step(r.verbs(rest)-whole))
	r.add(t+14, letter, step(whole-behind)<<8|min(length, 6)<<4)
	if isDefinite {
		r.add(t+15, letter, step(whole-behind))
	}
	if behind == 0 {
		r.add(t+16, letter, min(length, 6))
	}
	r.add(t+17, letter, step(wholeDefinite-behindDefinite)<<8|min(length, 5))
	r.add(t+18, letter<<16|r.letterAt(rest), min(length, 6))
	if r.closed {
		r.add(t+19, letter, min(length, 6))
	}
}

const (
	letterAlef = 0xD8A7
	letterLam  = 0xD984
)

var (
	hashesOfPrefix = [...]uint64{hashWord(prefixWaw), hashWord(prefixBeh), hashWord(prefixLam), hashWord(prefixKaf), hashWord(prefixFeh)}
	lettersOf      = [...]string{prefixWaw, prefixBeh, prefixLam, prefixKaf, prefixFeh}
	hashesOfPerson = [...]uint64{hashWord(personHe), hashWord(personShe)}
)

// siblings is how often what stands behind a proclitic is written behind
// others, at most.
func (r *reader) siblings(letter, rest int) int {
	most := 0
	for i, h := range hashesOfPrefix {
		if int(lettersOf[i][0])<<8|int(lettersOf[i][1]) != letter {
			most = max(most, r.count(h, rest, len(r.key)))
		}
	}
	return most
}

// verbs is how often what stands at from is written behind the person of a verb.
func (r *reader) verbs(from int) int {
	return max(r.count(hashesOfPerson[0], from, len(r.key)), r.count(hashesOfPerson[1], from, len(r.key)))
}

// frequentPronouns are those that stand in each other's place.
var frequentPronouns = [...]string{endHa, endHum, endHuma, endHeh, endNa}

// pronoun gives the features of taking n bytes off the end of what stands at
// from.
func (r *reader) pronoun(from, n int) {
	end := len(r.key)
	stem := end - n
	id := int(hashWord(r.key[stem:]) & 0xFFFF)
	whole := r.count(hashStart, from, end)
	left := r.left(from, stem)
	siblings := 0
	base := hashWord(r.key[from:stem])
	for _, other := range frequentPronouns {
		if other != r.key[stem:] {
			siblings = max(siblings, r.lexicon.count(hashOn(base, other)))
		}
	}
	definite := r.count(hashArticle, from, end)
	stemDefinite := r.lexicon.count(hashOn(hashArticle, r.key[from:stem]))
	length := min((stem-from)/letterBytes, 7)
	t := ofPronoun
	r.add(t, id, 0)
	r.add(t+1, id, length)
	r.add(t+2, id, step(whole-left))
	r.add(t+3, id, step(definite-whole))
	r.add(t+4, id, step(siblings-whole))
	r.add(t+5, id, step(stemDefinite-whole))
	r.add(t+6, id, step(whole-left)<<8|step(siblings-whole))
	r.add(t+7, id, whole<<8|left)
	r.add(t+8, id<<16|r.letterAt(stem-letterBytes), r.letterAt(stem-2*letterBytes))
	r.add(t+9, id<<16|r.letterAt(stem-letterBytes), length)
	r.addWord(t+10, hashWord(r.key[from:]), 1)
	r.addWord(t+11, base, id)
	r.add(t+12, id, r.letterAt(from)<<4|length)
	r.add(t+13, id, step(definite-whole)<<8|step(whole-left))
	if left == 0 {
		r.add(t+14, id, length)
	}
}

const letterTeh = 0xD8AA

// left is how often a stem is written alone, or with the ة that a pronoun turns
// into ت.
func (r *reader) left(from, to int) int {
	count := r.lexicon.count(hashWord(r.key[from:to]))
	if r.letterAt(to-letterBytes) == letterTeh && to-from > letterBytes {
		count = max(count, r.lexicon.count(hashOn(hashWord(r.key[from:to-letterBytes]), hashMarbuta)))
	}
	return count
}

// shape is a cut without its word: which clitics it takes off.
func (r *reader) shape(c cut) int {
	shape := 0
	if c.conj > 0 {
		shape = r.letterAt(0)
	}
	if c.prep > 0 {
		shape = shape*31 + r.letterAt(int(c.conj))
	}
	if c.enclitic > 0 {
		shape = shape*31 + int(hashWord(r.key[len(r.key)-int(c.enclitic):])&0xFFFF)
	}
	return shape
}

// whole gives the features of a cut as one.
func (r *reader) whole(c cut) {
	r.add(ofCut, r.shape(c), 0)
	r.addWord(ofCut+1, hashWord(r.key), r.shape(c))
	r.add(ofCut+2, r.shape(c), min((len(r.key)-c.start()-int(c.enclitic))/letterBytes, 7))
}

// between gives the features of a cut of a shape between its neighbours; the
// word and they are hashed.
func between(word uint64, shape uint16, before, after uint64) [3]uint32 {
	return [...]uint32{
		slotOf(ofNeighbours, before, uint64(shape)),
		slotOf(ofNeighbours+1, after, uint64(shape)),
		slotOf(ofNeighbours+2, word^before*31, uint64(shape)),
	}
}
