package entities

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed data/*.tsv
var files embed.FS

// rows returns the lines of an embedded list, cut at tabs. The lists are part
// of the program, so a missing one is a mistake in it.
func rows(name string) [][]string {
	bytes, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("entities: " + err.Error())
	}
	var list [][]string
	for line := range strings.Lines(string(bytes)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			list = append(list, strings.Split(line, "\t"))
		}
	}
	return list
}

// letters maps up to five letters to what they can sound like.
var letters = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for _, row := range rows("letters.tsv") {
		sounds := strings.Split(row[1], "|")
		for i := range sounds {
			sounds[i] = strings.Trim(sounds[i], "-")
		}
		table[arabic.Fold(row[0])] = sounds
	}
	return table
})

// longest is the length in bytes of the longest row of letters.tsv.
const longest = 6

// most bounds the readings of one word.
const most = 12

// readings returns the ways a folded word can sound, the commonest first: at
// least one, at most a dozen.
func readings(key string) []string {
	table := letters()
	ways := []string{""}
	for i := 0; i < len(key); {
		n, sounds := 1, []string(nil)
		for length := min(longest, len(key)-i); length > 0; length-- {
			if found, ok := table[key[i:i+length]]; ok {
				n, sounds = length, found
				break
			}
		}
		i += n
		if sounds != nil {
			ways = extend(ways, sounds)
		}
	}
	return ways
}

func extend(ways, sounds []string) []string {
	if len(ways)*len(sounds) > most {
		sounds = sounds[:1]
	}
	next := make([]string, 0, len(ways)*len(sounds))
	for _, sound := range sounds {
		for _, way := range ways {
			next = append(next, squeeze(way, sound))
		}
	}
	return next
}

// squeeze joins sounds; a doubled consonant counts once.
func squeeze(way, sound string) string {
	if way != "" && sound != "" && way[len(way)-1] == sound[0] {
		return way + sound[1:]
	}
	return way + sound
}

// skeleton is the consonants of a reading. An opening glide or vowel leaves a
// mark, so that Omar and Mar differ. H is kept at the beginning alone: it is
// the sound that writers drop.
func skeleton(way string) string {
	var b strings.Builder
	for i := range len(way) {
		c := way[i]
		switch {
		case c == 'a' || c == 'i' || c == 'u':
			if i == 0 {
				b.WriteByte('a')
			}
		case c == 'H' && i > 0:
		default:
			if s := b.String(); s == "" || s[len(s)-1] != c {
				b.WriteByte(c)
			}
		}
	}
	return b.String()
}

// skeletons returns the distinct skeletons of a folded word, sorted.
func skeletons(key string) []string {
	ways := readings(key)
	list := make([]string, 0, len(ways))
	for _, way := range ways {
		list = append(list, skeleton(way))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// alike scores two folded words from 0 to 1: 1 for equal keys, else by the
// cheapest alignment of their readings. Vowels that one of them leaves out
// cost little, consonants a whole step.
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	best := 0.0
	for _, x := range readings(a) {
		for _, y := range readings(b) {
			best = max(best, align(x, y))
		}
	}
	// Unequal spellings are never as good as equal ones.
	return best * 0.98
}

// Costs of an alignment, in consonants.
const (
	missingVowel = 0.12
	otherVowel   = 0.25
	missingH     = 0.3
	consonant    = 1.0
)

// align returns 1 less the cost of turning x into y over the sounds of the
// longer one.
func align(x, y string) float64 {
	row := make([]float64, len(y)+1)
	for j := range y {
		row[j+1] = row[j] + skip(y[j])
	}
	for i := range len(x) {
		diagonal := row[0]
		row[0] += skip(x[i])
		for j := range len(y) {
			cost := min(diagonal+swap(x[i], y[j]), row[j]+skip(y[j]), row[j+1]+skip(x[i]))
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	weight := max(solid(x), solid(y), 2)
	return max(0, 1-row[len(y)]/weight)
}

func skip(c byte) float64 {
	switch {
	case isVowel(c):
		return missingVowel
	case c == 'H':
		return missingH
	}
	return consonant
}

func swap(a, b byte) float64 {
	switch {
	case a == b:
		return 0
	case isVowel(a) && isVowel(b):
		return otherVowel
	}
	return consonant
}

func isVowel(c byte) bool { return c == 'a' || c == 'i' || c == 'u' }

// solid counts the consonants of a reading, and half of its vowels.
func solid(way string) float64 {
	n := 0.0
	for i := range len(way) {
		if isVowel(way[i]) {
			n += 0.5
		} else {
			n++
		}
	}
	return n
}
