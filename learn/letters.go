package learn

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang/translit"
)

// letterTable is the recipe of the table of Latin and Arabic letters.
func letterTable() Recipe {
	return Recipe{
		Name: "letters",
		Does: "Tells whether a Latin and an Arabic spelling, or two of one script, can be one name.",
		File: "lang/translit/weights/letters.bin",
		Date: "2026-11-22",
		Data: []Corpus{WikidataNames, GoogleNames}, Measured: []Corpus{WikidataNamesDev},
		Licence: "Apache-2.0",
		Train: func(d Data, log io.Writer) ([]byte, error) {
			table, err := trainLetters(d, log)
			if err != nil {
				return nil, err
			}
			return table.Bytes(), nil
		},
		Score:   scoreLetters,
		Shipped: translit.Shipped,
	}
}

func trainLetters(d Data, log io.Writer) (*translit.Table, error) {
	var pairs []translit.Pair
	for _, corpus := range []Corpus{WikidataNames, GoogleNames} {
		list, err := d.Pairs(corpus)
		if err != nil {
			return nil, err
		}
		for _, pair := range list {
			pairs = append(pairs, translit.Pair(pair))
		}
	}
	fmt.Fprintf(log, "%d pairs of names\n", len(pairs))
	return translit.Train(pairs), nil
}

// scoreLetters ranks for each Latin name of the development part, which
// nothing is trained on, all Arabic forms of that part.
func scoreLetters(d Data, log io.Writer) ([]Score, error) {
	pairs, err := d.Pairs(WikidataNamesDev)
	if err != nil {
		return nil, err
	}
	table, err := trainLetters(d, log)
	if err != nil {
		return nil, err
	}
	return RankScores("letters", "NETransliteration, development part: 10,395 names", pairs, newForms(table, pairs).rank), nil
}

// forms are Arabic forms to rank, found by the pairs of neighbouring consonants
// that they share with a name.
type forms struct {
	table  *translit.Table
	list   []string
	sizes  []int              // pairs of each form
	with   map[string][]int32 // forms that have a pair
	counts []int32            // of each form, for one skeleton: 0 between them
}

func newForms(table *translit.Table, pairs []corpora.Pair) *forms {
	f := &forms{table: table, with: map[string][]int32{}}
	seen := map[string]bool{}
	for _, pair := range pairs {
		if seen[pair.Arabic] {
			continue
		}
		seen[pair.Arabic] = true
		neighbours := neighboursOf(f.table.Skeleton(pair.Arabic))
		for _, two := range neighbours {
			f.with[two] = append(f.with[two], int32(len(f.list)))
		}
		f.list, f.sizes = append(f.list, pair.Arabic), append(f.sizes, len(neighbours))
	}
	f.counts = make([]int32, len(f.list))
	return f
}

// ranked is a form and how good it is.
type ranked struct {
	form  int32
	score float64
}

// best sorts the best k first, equal ones by number, and drops the others.
func best(list []ranked, k int) []ranked {
	slices.SortFunc(list, func(a, b ranked) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.form, b.form)) })
	return list[:min(len(list), k)]
}

// looked is how many look-alikes are scored; a right form that is not among
// them counts as not found.
const looked = 250

// leastShared is the share of pairs that a look-alike has at least.
const leastShared = .35

// rank returns the k forms that fit a name best.
func (f *forms) rank(latin string, k int) []string {
	near := map[int32]float64{}
	for _, skeleton := range f.table.Skeletons(latin) {
		for _, one := range f.share(neighboursOf(skeleton)) {
			near[one.form] = max(near[one.form], one.score)
		}
	}
	list := make([]ranked, 0, len(near))
	for form, score := range near {
		list = append(list, ranked{form, score})
	}
	list = best(list, looked)
	for i := range list {
		list[i].score = f.table.Fit(latin, f.list[list[i].form])
	}
	var names []string
	for _, one := range best(list, k) {
		names = append(names, f.list[one.form])
	}
	return names
}

// share are the forms that share most of some pairs, by the share of both
// sides' pairs.
func (f *forms) share(neighbours []string) []ranked {
	var found []ranked
	for _, two := range neighbours {
		for _, form := range f.with[two] {
			if f.counts[form] == 0 {
				found = append(found, ranked{form: form})
			}
			f.counts[form]++
		}
	}
	kept := found[:0]
	for _, one := range found {
		one.score = 2 * float64(f.counts[one.form]) / float64(len(neighbours)+f.sizes[one.form])
		f.counts[one.form] = 0
		if one.score >= leastShared {
			kept = append(kept, one)
		}
	}
	return best(kept, looked)
}

// neighboursOf are the pairs of neighbouring letters of a skeleton with its
// edges, each once.
func neighboursOf(skeleton string) []string {
	edged := "^" + skeleton + "$"
	var list []string
	for i := range len(edged) - 1 {
		list = append(list, edged[i:i+2])
	}
	slices.Sort(list)
	return slices.Compact(list)
}
