package names

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
	"strings"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/tagger"
)

// listed is what lists say of Arabic words, as a table of hashes: slots of a
// check of 16 bits and what is said in 16, little endian, 0 if empty. A word of
// no list is taken for one once in some ten thousand times.
type listed []byte

// What is said of a word: whether it is on a list, how many people the lists
// of names know by it, and how common it is, of seven.
const (
	saidGiven uint16 = 1 << iota
	saidGivenCommon
	saidBody
	saidPlace
	saidRole
	saidVerb
	saidWord
	saidHonorific
	saidPeople           // two bits
	saidCommon = 1 << 10 // three bits
	saidLists  = saidCommon - 1
)

const slotSize = 4

// get returns what is said of a word, by its hash.
func (l listed) get(hash uint64) uint16 {
	slots := uint64(len(l) / slotSize)
	at, _ := bits.Mul64(hash, slots)
	check := uint16(hash) | 1
	for range slots {
		slot := binary.LittleEndian.Uint32(l[at*slotSize:])
		switch {
		case slot == 0:
			return 0
		case uint16(slot) == check:
			return uint16(slot >> 16)
		}
		if at++; at == slots {
			at = 0
		}
	}
	return 0
}

// openListed reads a table.
func openListed(data []byte) (listed, error) {
	if len(data) == 0 || len(data)%slotSize != 0 {
		return nil, errors.New("load names: no table of words")
	}
	return listed(data), nil
}

// WordCount is a word with how often it is written: its share of all words is
// ten to the power of -Centibels/100.
type WordCount struct {
	Word      string
	Centibels int
}

// People is a word in names of people, with how many are known by it.
type People struct {
	Word  string
	Count int
}

// newListed makes a table of the lists of this package and of two others.
func newListed(people []People, counts []WordCount) listed {
	said := map[string]uint16{}
	say := func(word string, what uint16) {
		key := arabic.Fold(word)
		said[key] |= what
		said[arabic.Bare(key)] |= what
	}
	for name, what := range map[string]uint16{"ar-given.txt": saidGiven, "ar-given-common.txt": saidGivenCommon, "ar-verbs.txt": saidVerb, "ar-words.txt": saidWord} {
		for _, row := range List(name) {
			say(row[0], what)
		}
	}
	for name, what := range map[string]uint16{"ar-roles.tsv": saidRole, "ar-honorifics.txt": saidHonorific} {
		for _, row := range List(name) {
			say(strings.Fields(row[0])[0], what)
		}
	}
	for _, row := range List("ar-heads.tsv") {
		what := saidPlace
		if row[1] == "organisation" {
			what = saidBody
		}
		say(row[0], what)
	}
	sayPeople(said, people)
	sayCommon(said, counts)
	return layOut(said)
}

// sayPeople says how many people are known by a word: up to four, up to 49,
// more.
func sayPeople(said map[string]uint16, people []People) {
	known := map[string]int{}
	for _, p := range people {
		known[arabic.Fold(p.Word)] += p.Count
	}
	for key, n := range known {
		switch {
		case n >= 50:
			said[key] |= 3 * saidPeople
		case n >= 5:
			said[key] |= 2 * saidPeople
		default:
			said[key] |= saidPeople
		}
	}
}

// sayCommon says how common a word is: one for each 80 centibels.
func sayCommon(said map[string]uint16, counts []WordCount) {
	const rarest, step, classes, shortest = 600, 60, 7, 4
	best := map[string]int{}
	for _, c := range counts {
		key := arabic.Fold(c.Word)
		if old, ok := best[key]; len(key) >= shortest && c.Centibels <= rarest && (!ok || c.Centibels < old) {
			best[key] = c.Centibels
		}
	}
	for key, centibels := range best {
		said[key] |= uint16(min(1+(rarest-centibels)/step, classes)) * saidCommon
	}
}

// layOut makes the slots, one in three empty, the words in the order of their
// hashes.
func layOut(said map[string]uint16) listed {
	type entry struct {
		hash uint64
		said uint16
	}
	var entries []entry
	for key, what := range said {
		if what != 0 && key != "" {
			entries = append(entries, entry{tagger.Hash(key), what})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.hash < b.hash {
			return -1
		}
		return 1
	})
	slots := uint64(len(entries))*3/2 + 1
	table := make(listed, slots*slotSize)
	for _, e := range entries {
		at, _ := bits.Mul64(e.hash, slots)
		for binary.LittleEndian.Uint32(table[at*slotSize:]) != 0 {
			if at++; at == slots {
				at = 0
			}
		}
		binary.LittleEndian.PutUint32(table[at*slotSize:], uint32(uint16(e.hash)|1)|uint32(e.said)<<16)
	}
	return table
}
