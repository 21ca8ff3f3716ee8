package translit

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// pairsOf reads a list of name pairs from the shared data, or skips: Latin,
// Arabic with blanks between its letters, and a count; or Arabic and Latin.
func pairsOf(t testing.TB, name string) []Pair {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	bytes, err := os.ReadFile(filepath.Join(root, "data", "names", name))
	if err != nil {
		t.Skipf("no shared data: %v; set ISNAD_SHARED", err)
	}
	var pairs []Pair
	for line := range strings.Lines(string(bytes)) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch len(cells) {
		case 2:
			pairs = append(pairs, Pair{cells[1], cells[0], 1})
		case 3:
			count, _ := strconv.Atoi(cells[2])
			pairs = append(pairs, Pair{cells[0], strings.ReplaceAll(cells[1], " ", ""), count})
		}
	}
	return pairs
}

// Floors of finding a Latin name's Arabic form among all of the development
// part, a little below what is reached.
const (
	floorFirst = .79
	floorFive  = .92
)

// looked is how many look-alikes are scored, as many as in training; all others
// count as worse.
const looked = mined

// TestFormsOfDevelopmentPart ranks all Arabic forms of the development part
// for each of its Latin names. A right form that is not among those scored is
// a miss; one that scores like a wrong one stands behind it. The other list
// that the table is trained on shares Latin names with this part, so those it
// does not hold are measured by themselves too.
func TestFormsOfDevelopmentPart(t *testing.T) {
	pairs := pairsOf(t, "wikidata-dev.txt")
	every := 1
	if raced || testing.Short() {
		every = 20
	}
	seen := map[string]bool{}
	for _, p := range pairsOf(t, "google-train.txt") {
		seen[p.Latin] = true
	}
	all, unseen := ranks(Default(), pairs, every, seen)
	t.Logf("%d names: first %.4f, in the first five %.4f", all.asked, all.first(), all.five())
	t.Logf("%d of them in no training list: first %.4f, in the first five %.4f", unseen.asked, unseen.first(), unseen.five())
	if min(all.first(), unseen.first()) < floorFirst || min(all.five(), unseen.five()) < floorFive {
		t.Errorf("floors %.3f and %.3f", floorFirst, floorFive)
	}
}

// tally counts names asked for and where their right forms stood.
type tally struct{ asked, ones, fives int }

func (n *tally) add(rank int) {
	n.asked++
	if rank == 0 {
		n.ones++
	}
	if rank >= 0 && rank < 5 {
		n.fives++
	}
}

func (n *tally) first() float64 { return float64(n.ones) / float64(n.asked) }
func (n *tally) five() float64  { return float64(n.fives) / float64(n.asked) }

// ranks asks for every so-manieth name; unseen are those that seen holds not.
func ranks(table *Table, pairs []Pair, every int, seen map[string]bool) (all, unseen tally) {
	number := map[string]int32{}
	var spellings []spelling
	for _, p := range pairs {
		if _, ok := number[p.Arabic]; !ok {
			number[p.Arabic] = int32(len(spellings))
			var s spelling
			s.arabic(p.Arabic)
			spellings = append(spellings, s)
		}
	}
	index := newNear(table.sounds, spellings)
	var list []int32
	for q := 0; q < len(pairs); q += every {
		var latin spelling
		latin.latin(pairs[q].Latin)
		list = index.forms(&latin, looked, list[:0])
		rank := rankOf(table, &latin, spellings, list, number[pairs[q].Arabic])
		all.add(rank)
		if !seen[pairs[q].Latin] {
			unseen.add(rank)
		}
	}
	return all, unseen
}

// rankOf is how many of the listed forms score as well as the right one, or -1
// if it is not listed.
func rankOf(table *Table, latin *spelling, forms []spelling, list []int32, right int32) int {
	var x lattice
	scores := make([]float64, len(list))
	at := -1
	for i, k := range list {
		x.l, x.a = *latin, forms[k]
		scores[i] = table.weigh(&x, true)
		if k == right {
			at = i
		}
	}
	if at < 0 {
		return -1
	}
	above := 0
	for i := range scores {
		if i != at && scores[i] >= scores[at] {
			above++
		}
	}
	return above
}

// The table is trained on other pairs than the development part's.
func TestDevelopmentPartIsNotTrainedOn(t *testing.T) {
	dev := map[Pair]bool{}
	for _, p := range pairsOf(t, "wikidata-dev.txt") {
		dev[Pair{p.Latin, p.Arabic, 0}] = true
	}
	for _, p := range pairsOf(t, "wikidata-train.txt") {
		if dev[Pair{p.Latin, p.Arabic, 0}] {
			t.Fatalf("%s %s is in both parts", p.Latin, p.Arabic)
		}
	}
}
