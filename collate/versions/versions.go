// Package versions tells what changed between two versions of one report: the
// passages that came, went or were reworded, and the statements that appeared,
// vanished or were reworded.
package versions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// Pair is something of the version before, and what stands for it in the
// version after: indexes into a layer of each.
type Pair struct{ Before, After int }

// Change is what differs between two versions of a report. All lists are in the
// order of their text; the zero value says that nothing differs that is told.
type Change struct {
	// Parts of the article, datelines and repeats among them: indexes into
	// Article.Parts of the version before (Gone) or after (Come).
	Gone, Come     []int
	RewordedParts  []Pair
	Vanished       []int // indexes into Statements of the version before
	Appeared       []int // indexes into Statements of the version after
	RewordedSpeech []Pair
}

// None reports whether nothing differs.
func (c Change) None() bool {
	return len(c.Gone)+len(c.Come)+len(c.RewordedParts)+len(c.Vanished)+len(c.Appeared)+len(c.RewordedSpeech) == 0
}

// half of the words of the longer one must be shared by a passage, or a
// statement of the same speaker, that was reworded.
const half = 0.5

// Compare tells what changed from before to after. White space, vowel marks and
// the spelling of hamza make no difference.
//
// Law: Compare(d, d).None().
func Compare(before, after *isnad.Doc) Change {
	var c Change
	c.Gone, c.Come, c.RewordedParts = match(parts(before), parts(after))
	c.Vanished, c.Appeared, c.RewordedSpeech = match(statements(before), statements(after))
	return c
}

// item is a passage or a statement, ready to be compared.
type item struct {
	who   string // the speakers; empty for a passage
	words []string
}

func parts(doc *isnad.Doc) []item {
	items := make([]item, len(doc.Article.Parts))
	for i, part := range doc.Article.Parts {
		items[i].words = keys(part.Span.Of(doc.Article.Text))
	}
	return items
}

func statements(doc *isnad.Doc) []item {
	items := make([]item, len(doc.Statements))
	for i, statement := range doc.Statements {
		for _, content := range statement.Content {
			items[i].words = append(items[i].words, keys(doc.Words(content))...)
		}
		items[i].who = who(doc, statement.Speakers)
	}
	return items
}

// who names speakers so that the same ones have one name in both versions: by
// the row of the known facts, else by the fullest name, else by the words that
// describe one without name.
func who(doc *isnad.Doc, speakers []isnad.Party) string {
	var names []string
	for _, speaker := range speakers {
		name := speaker.Text
		if speaker.Entity >= 0 {
			entity := doc.Entities[speaker.Entity]
			if name = entity.Known; name == "" {
				name = entity.Names[0]
			}
		}
		names = append(names, strings.Join(keys(name), " "))
	}
	return strings.Join(names, "|")
}

func keys(text string) []string {
	var list []string
	for _, term := range terms.Of(text) {
		list = append(list, term.Key)
	}
	return list
}

// mostOpen bounds the passages, or statements, of a version that are looked at
// for rewording. A version with more new ones is another text.
const mostOpen = 400

// match pairs what is the same, then what was reworded, the most alike first.
// What is left over went or came.
func match(before, after []item) (gone, come []int, reworded []Pair) {
	toAfter, toBefore := same(before, after)
	for _, one := range alike(before, after, left(toAfter), left(toBefore)) {
		if toAfter[one.Before] < 0 && toBefore[one.After] < 0 {
			toAfter[one.Before], toBefore[one.After] = one.After, one.Before
			reworded = append(reworded, one.Pair)
		}
	}
	slices.SortFunc(reworded, func(a, b Pair) int { return a.After - b.After })
	return left(toAfter), left(toBefore), reworded
}

// alike lists the pairs of what is left that may be one reworded, the most alike
// first.
func alike(before, after []item, gone, come []int) []candidate {
	var open []candidate
	if len(gone) > mostOpen || len(come) > mostOpen {
		return nil
	}
	for _, i := range gone {
		for _, j := range come {
			if before[i].who != after[j].who {
				continue
			}
			if share := likeness(before[i].words, after[j].words); share >= half {
				open = append(open, candidate{Pair{i, j}, share})
			}
		}
	}
	slices.SortStableFunc(open, func(a, b candidate) int { return cmp.Compare(b.share, a.share) })
	return open
}

type candidate struct {
	Pair
	share float64
}

// same pairs equal items in order; -1 stands for none.
func same(before, after []item) (toAfter, toBefore []int) {
	toAfter, toBefore = unpaired(len(before)), unpaired(len(after))
	at := make(map[string][]int, len(after))
	for j := range after {
		key := after[j].who + "\n" + strings.Join(after[j].words, " ")
		at[key] = append(at[key], j)
	}
	for i := range before {
		key := before[i].who + "\n" + strings.Join(before[i].words, " ")
		if equal := at[key]; len(equal) > 0 {
			toAfter[i], toBefore[equal[0]] = equal[0], i
			at[key] = equal[1:]
		}
	}
	return toAfter, toBefore
}

func unpaired(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

func left(pairs []int) []int {
	var list []int
	for i, other := range pairs {
		if other < 0 {
			list = append(list, i)
		}
	}
	return list
}

// likeness is the share of the longer list's words that the other holds too,
// each as often as it stands there.
func likeness(a, b []string) float64 {
	have := make(map[string]int, len(a))
	for _, word := range a {
		have[word]++
	}
	both := 0
	for _, word := range b {
		if have[word] > 0 {
			have[word]--
			both++
		}
	}
	if most := max(len(a), len(b)); most > 0 {
		return float64(both) / float64(most)
	}
	return 0
}
