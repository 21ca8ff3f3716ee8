package corpora

// Agreement counts answers against what a corpus says.
type Agreement struct {
	Right   int // answers that are right
	Gold    int // items to find
	Answers int
}

// Add counts both together.
func (a Agreement) Add(b Agreement) Agreement {
	return Agreement{a.Right + b.Right, a.Gold + b.Gold, a.Answers + b.Answers}
}

// Precision is the share of the answers that are right; 1 without answers.
func (a Agreement) Precision() float64 { return share(a.Right, a.Answers) }

// Recall is the share of the items that were found; 1 without items.
func (a Agreement) Recall() float64 { return share(a.Right, a.Gold) }

// F1 is 2·Right / (Gold + Answers), the harmonic mean of both; 1 with nothing
// to find and nothing answered.
func (a Agreement) F1() float64 { return share(2*a.Right, a.Gold+a.Answers) }

func share(part, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(part) / float64(all)
}

// AgreeNames compares the names that tag gives with those of the tags, exact
// in words and kind. Kinds translate the labels of both sides: names of a
// label that they lack count on neither, unless kinds is nil, which takes all
// labels as they are. Of answers that are equal one counts.
func AgreeNames(gold []Sentence, tag func(words []string) []Span, kinds map[string]string) (all Agreement, byKind map[string]Agreement) {
	byKind = map[string]Agreement{}
	for _, sentence := range gold {
		want := translated(Spans(sentence.Tags), kinds)
		got := translated(tag(sentence.Words), kinds)
		for span := range want {
			one := byKind[span.Kind]
			one.Gold++
			if got[span] {
				one.Right++
			}
			byKind[span.Kind] = one
		}
		for span := range got {
			one := byKind[span.Kind]
			one.Answers++
			byKind[span.Kind] = one
		}
	}
	for _, one := range byKind {
		all = all.Add(one)
	}
	return all, byKind
}

func translated(spans []Span, kinds map[string]string) map[Span]bool {
	set := make(map[Span]bool, len(spans))
	for _, span := range spans {
		kind, ok := kinds[span.Kind]
		if kinds != nil && !ok {
			continue
		}
		if ok {
			span.Kind = kind
		}
		set[span] = true
	}
	return set
}

// Extent is where something stands: letters [Start, End) of a text whose white
// space is not counted.
type Extent struct{ Start, End int }

// Extents lays pieces of a text end to end.
func Extents(pieces []string) []Extent {
	list := make([]Extent, 0, len(pieces))
	at := 0
	for _, piece := range pieces {
		start := at
		at += letters(piece)
		list = append(list, Extent{start, at})
	}
	return list
}

// Letters turns bytes of a text, in rising order, into letters of it.
func Letters(text string, bytes []int) []int {
	list := make([]int, len(bytes))
	at, n := 0, 0
	for i, to := range bytes {
		n += letters(text[at:to])
		list[i], at = n, to
	}
	return list
}

// AgreeExtents compares pieces of one text, as its sentences: those are right
// that begin and end where the corpus has them. Both are ordered and do not
// overlap.
func AgreeExtents(gold, got []Extent) Agreement {
	result := Agreement{Gold: len(gold), Answers: len(got)}
	for i, j := 0, 0; i < len(gold) && j < len(got); {
		switch a, b := gold[i], got[j]; {
		case a == b:
			result.Right++
			i, j = i+1, j+1
		case a.Start < b.Start || a.Start == b.Start && a.End < b.End:
			i++
		default:
			j++
		}
	}
	return result
}

// AgreeRanks asks for each Latin name of the pairs the k likeliest Arabic forms
// and counts how often one that the pairs give for it is the first, and how
// often it is among the k.
func AgreeRanks(pairs []Pair, k int, rank func(latin string, k int) []string) (first, among Agreement) {
	forms := map[string]map[string]bool{}
	for _, pair := range pairs {
		if forms[pair.Latin] == nil {
			forms[pair.Latin] = map[string]bool{}
		}
		forms[pair.Latin][pair.Arabic] = true
	}
	for _, pair := range pairs {
		first.Gold, first.Answers = first.Gold+1, first.Answers+1
		among.Gold, among.Answers = among.Gold+1, among.Answers+1
		for i, form := range rank(pair.Latin, k) {
			if !forms[pair.Latin][form] || i >= k {
				continue
			}
			among.Right++
			if i == 0 {
				first.Right++
			}
			break
		}
	}
	return first, among
}
