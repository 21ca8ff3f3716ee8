package gather

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

const (
	repeatLetters = 30  // a passage with fewer folded letters repeats by chance
	nearWords     = 12  // a passage with fewer words is a repeat only letter by letter
	nearShare     = .95 // of the words that near copies share
	pulledParts   = 300 // articles with more parts are not searched for pulled quotations
)

// repeats sets aside the lines that repeat an earlier one: the same letters,
// or nearly the same words. A line too short to tell counts if it stands next
// to one that repeats. A line that a longer one holds whole, as pages print a
// quotation once more in large type, is set aside too.
func (d *draft) repeats() {
	keys := make([]string, len(d.lines))
	for i, line := range d.lines {
		keys[i] = letters(line.text)
	}
	copyOf := exactCopies(d.lines, keys)
	d.nearCopies(copyOf)
	pulled(d.lines, keys, copyOf)
	for i := range d.lines {
		if copyOf[i] >= 0 {
			d.lines[i].kind, d.lines[i].copyOf = isnad.Repeat, copyOf[i]
		}
	}
}

func repeatable(kind isnad.PartKind) bool {
	return kind == isnad.Paragraph || kind == isnad.Subheading || kind == isnad.Caption
}

// exactCopies gives for each line the first line with its letters, or -1.
func exactCopies(lines []block, keys []string) []int {
	copyOf := make([]int, len(lines))
	first := make(map[string]int)
	var short []int
	for i, key := range keys {
		copyOf[i] = -1
		if key == "" || !repeatable(lines[i].kind) && lines[i].kind != isnad.Title {
			continue
		}
		of, seen := first[key]
		switch {
		case !seen:
			first[key] = i
		case lines[i].kind == isnad.Title:
		case len([]rune(key)) >= repeatLetters || lines[of].kind == isnad.Title:
			copyOf[i] = of
		default:
			short = append(short, i)
		}
	}
	for _, i := range append(short, reversed(short)...) {
		if i > 0 && copyOf[i-1] >= 0 || i+1 < len(lines) && copyOf[i+1] >= 0 {
			copyOf[i] = first[keys[i]]
		}
	}
	return copyOf
}

func reversed(list []int) []int {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// nearCopies finds lines that share nearly all words with an earlier one. Two
// lines that share that many also share one of their few rarest words, so only
// lines that do are compared.
func (d *draft) nearCopies(copyOf []int) {
	bags := make([][]string, len(d.lines))
	count := make(map[string]int)
	for i, line := range d.lines {
		if line.kind != isnad.Paragraph || copyOf[i] >= 0 {
			continue
		}
		if bag := folded(line.text); len(bag) >= nearWords {
			bags[i] = bag
			for _, word := range bag {
				count[word]++
			}
		}
	}
	index := make(map[string][]int)
	for i, bag := range bags {
		if bag == nil || !common(bag, count) {
			continue
		}
		rarest := rarest(bag, count)
		for _, word := range rarest {
			for _, j := range tail(index[word], 50) {
				if copyOf[i] < 0 && near(bags[j], bag) {
					copyOf[i] = j
				}
			}
		}
		if copyOf[i] < 0 {
			for _, word := range rarest {
				index[word] = append(index[word], i)
			}
		}
	}
}

// common reports whether nearly all words of bag occur elsewhere in the text,
// as those of a near copy do.
func common(bag []string, count map[string]int) bool {
	n := 0
	for _, word := range bag {
		if count[word] > 1 {
			n++
		}
	}
	return n*10 >= len(bag)*8
}

func tail(list []int, n int) []int { return list[max(0, len(list)-n):] }

func folded(s string) []string {
	return strings.FieldsFunc(arabic.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// rarest returns as many of the rarest words of bag as near copies may differ
// in, and one more.
func rarest(bag []string, count map[string]int) []string {
	bag = slices.Clone(bag)
	slices.SortFunc(bag, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[a], count[b]), strings.Compare(a, b))
	})
	n := len(bag) - int(nearShare*float64(len(bag))) + 2
	return slices.Compact(bag[:min(n, len(bag))])
}

// near reports whether a and b share nearly all words and differ in spelling
// alone: another number or another name makes another fact.
func near(a, b []string) bool {
	onlyA, onlyB := difference(a, b), difference(b, a)
	shared := len(a) - len(onlyA)
	if float64(2*shared) < nearShare*float64(len(a)+len(b)) {
		return false
	}
	for _, word := range append(slices.Clone(onlyA), onlyB...) {
		if strings.ContainsFunc(word, unicode.IsDigit) {
			return false
		}
	}
	return variants(onlyA, onlyB) && variants(onlyB, onlyA)
}

// difference returns the words of a that b lacks, counting how often each is
// there.
func difference(a, b []string) []string {
	have := make(map[string]int, len(b))
	for _, word := range b {
		have[word]++
	}
	var only []string
	for _, word := range a {
		if have[word] > 0 {
			have[word]--
		} else {
			only = append(only, word)
		}
	}
	return only
}

// variants reports whether each word of a is spelled nearly as one of b. Words
// of up to three letters are particles that copies drop.
func variants(a, b []string) bool {
	for _, word := range a {
		if len([]rune(word)) > 3 && !slices.ContainsFunc(b, func(other string) bool { return close(word, other) }) {
			return false
		}
	}
	return true
}

// close reports whether a and b differ in at most a quarter of their letters.
func close(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > 40 || len(y) > 40 {
		return false
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]*4 <= max(len(x), len(y))
}

// pulled finds paragraphs that a longer one holds whole.
func pulled(lines []block, keys []string, copyOf []int) {
	if len(lines) > pulledParts {
		return
	}
	for i, key := range keys {
		if lines[i].kind != isnad.Paragraph || copyOf[i] >= 0 || len([]rune(key)) < repeatLetters {
			continue
		}
		for j, other := range keys {
			if i != j && lines[j].kind == isnad.Paragraph && copyOf[j] < 0 && len(other) > len(key) && strings.Contains(other, key) {
				copyOf[i] = j
				break
			}
		}
	}
}
