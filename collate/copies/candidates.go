package copies

import (
	"cmp"
	"math/bits"
	"slices"
)

const (
	// Where more texts than crowd have one thing in common, it is a turn of
	// phrase or the text of many copies: each text is then held against its next
	// neighbours alone, which are the same ones for all that copies share.
	crowd, neighbours = 64, 8
	// A text asks for the others that have one of its rarest shingles, and holds
	// itself against those that have several: this finds a text held by a longer
	// one, which agrees with it on few hashes.
	rarest, hits = 96, 6
)

// candidates are the pairs of texts that may be copies: those that agree on a
// band of their signatures, and those of which one has several of the other's
// rarest shingles. The texts are numbered; the pairs are ascending, each once.
// The cost is that of sorting all shingles: no text is in more pairs than a
// constant times the number of its bands and rarest shingles.
func candidates(texts []text) [][2]int {
	pairs := append(byBand(texts), byShingle(texts)...)
	slices.SortFunc(pairs, comparePairs)
	return slices.Compact(pairs)
}

func comparePairs(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

// owned is a hash and a text that has it.
type owned struct {
	hash uint64
	text int32
}

func compareOwned(a, b owned) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text))
}

// byBand are the pairs that agree on a band.
func byBand(texts []text) (pairs [][2]int) {
	signatures := make([]*signature, len(texts))
	for i := range texts {
		if len(texts[i].shingles) >= fewest {
			signatures[i] = minHash(texts[i].shingles)
		}
	}
	list := make([]owned, 0, len(texts))
	for b := range bands {
		list = list[:0]
		for i, s := range signatures {
			if s != nil {
				list = append(list, owned{s.band(b), int32(i)})
			}
		}
		slices.SortFunc(list, compareOwned)
		for rest := list; len(rest) > 0; {
			end := 1
			for end < len(rest) && rest[end].hash == rest[0].hash {
				end++
			}
			for i := range end {
				for _, next := range rest[i+1 : min(end, i+1+reach(end))] {
					pairs = append(pairs, [2]int{int(rest[i].text), int(next.text)})
				}
			}
			rest = rest[end:]
		}
		slices.SortFunc(pairs, comparePairs)
		pairs = slices.Compact(pairs)
	}
	return pairs
}

// reach is how many of the n texts behind it each one is held against.
func reach(n int) int {
	if n > crowd {
		return neighbours
	}
	return n
}

// byShingle are the pairs of which one has several of the other's rarest
// shingles.
func byShingle(texts []text) (pairs [][2]int) {
	list, width := postings(texts)
	shares := make([][]run, len(texts)) // of each text, its rarest shingles that others have
	mask := uint64(1)<<width - 1
	for start := 0; start < len(list); {
		end := start + 1
		for end < len(list) && list[end]>>width == list[start]>>width {
			end++
		}
		if end-start > 1 {
			for _, posting := range list[start:end] {
				shares[posting&mask] = addRun(shares[posting&mask], run{start, end})
			}
		}
		start = end
	}
	count := map[int]int{}
	for i, runs := range shares {
		clear(count)
		for _, r := range runs {
			for _, j := range r.near(list, mask, i) {
				count[j]++
			}
		}
		for j, n := range count {
			if n >= min(hits, len(runs)) {
				pairs = append(pairs, [2]int{min(i, j), max(i, j)})
			}
		}
	}
	return pairs
}

// postings are all shingles with the text that has each, in one number: the
// upper bits of the shingle, and width bits of the text.
func postings(texts []text) (list []uint64, width int) {
	width, total := bits.Len(uint(len(texts))), 0
	for i := range texts {
		total += len(texts[i].shingles)
	}
	list = make([]uint64, 0, total)
	for i := range texts {
		if len(texts[i].shingles) < fewest {
			continue
		}
		for _, shingle := range texts[i].shingles {
			list = append(list, shingle>>width<<width|uint64(i))
		}
	}
	slices.Sort(list)
	return list, width
}

// run is the postings of one shingle.
type run struct{ start, end int }

// addRun adds one to the rarest runs, which are ascending by length and then by
// place.
func addRun(runs []run, one run) []run {
	at := len(runs)
	for at > 0 && one.end-one.start < runs[at-1].end-runs[at-1].start {
		at--
	}
	if at == rarest {
		return runs
	}
	if len(runs) == rarest {
		runs = runs[:rarest-1]
	}
	return slices.Insert(runs, at, one)
}

// near are the texts of the run that text i is held against.
func (r run) near(list []uint64, mask uint64, i int) []int {
	texts := list[r.start:r.end]
	if len(texts) > crowd {
		at, _ := slices.BinarySearchFunc(texts, i, func(posting uint64, i int) int { return cmp.Compare(int(posting&mask), i) })
		texts = texts[at+1 : min(len(texts), at+1+neighbours)]
	}
	var near []int
	for _, posting := range texts {
		if j := int(posting & mask); j != i {
			near = append(near, j)
		}
	}
	return near
}
