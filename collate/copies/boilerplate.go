package copies

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

const (
	// A passage is boilerplate of an outlet if it stands in this many of its
	// reports, none of them a copy of another, and in this share of all.
	leastReports = 5
	leastShare   = 0.005
	longest      = 60 // words of a notice at most, and never more than the rest of the report has
	patience     = 4  // reports looked at for each that is asked for
)

// Boilerplate finds what outlets print under many different reports: notices
// of rights, lines that ask for messages, links to more. It returns for each
// doc, by index, the parts that are such a passage, ascending; docs without
// one have no key. Two passages are one if they have the same folded words,
// whatever their numbers, and where they hold the report's own title, whatever
// that is. The result depends on the set of docs, not on their order; with few
// reports of an outlet nothing is found for it. Parts that are marked as
// [isnad.Boilerplate] are found again as long as the outlet prints them.
func Boilerplate(docs []*isnad.Doc) map[int][]int {
	found := map[int][]int{}
	for i, parts := range boilerplate(readAll(docs)) {
		if len(parts) > 0 {
			found[i] = parts
		}
	}
	return found
}

// boilerplate lists the parts of each of list that are boilerplate.
func boilerplate(list []prose) [][]int {
	known, parts := learn(list), make([][]int, len(list))
	for i := range list {
		for at := range list[i].article.Parts {
			if key, ok := noticeKey(&list[i], at); ok && known[key] {
				parts[i] = append(parts[i], at)
			}
		}
	}
	return parts
}

// mayBeNotice reports whether a part of this kind may be boilerplate, or is
// known to be: parts that are marked already count as before, so that marking
// them changes nothing of what is found.
func mayBeNotice(kind isnad.PartKind) bool {
	return kind != isnad.Title && (kind.Reads() || kind == isnad.Boilerplate)
}

// noticeKey names what part at of p says under the outlet's name, and whether it
// may be boilerplate at all.
func noticeKey(p *prose, at int) (key uint64, ok bool) {
	words := p.part(at)
	if len(words) == 0 || len(words) > longest+len(p.title) {
		return 0, false
	}
	const number, title = 1, 3 // no words hash to so little
	said, own := make([]uint64, 0, 1+len(words)), 0
	said = append(said, hashOf(p.article.Outlet.Name))
	for i := 0; i < len(words); {
		switch n := len(p.title); {
		case n > 0 && i+n <= len(words) && slices.Equal(words[i:i+n], p.title):
			said, i = append(said, title), i+n
		case isNumber(words[i]):
			said, i = append(said, number), i+1
		default:
			said, i, own = append(said, words[i]), i+1, own+1
		}
	}
	return mix(said...), own > 0 && len(said) <= longest
}

// place is a passage in a report.
type place struct {
	key uint64
	doc int
	at  int
}

// learn finds the names of what is boilerplate of the outlets of list.
func learn(list []prose) map[uint64]bool {
	reports, places := map[string]int{}, []place(nil)
	for doc := range list {
		p := &list[doc]
		reports[p.article.Outlet.Name]++
		for at := range p.article.Parts {
			if key, ok := noticeKey(p, at); ok && 2*len(p.part(at)) <= len(p.words) {
				places = append(places, place{key, doc, at})
			}
		}
	}
	slices.SortFunc(places, func(a, b place) int {
		x, y := list[a.doc].article, list[b.doc].article
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Version, y.Version), cmp.Compare(a.at, b.at))
	})
	known := map[uint64]bool{}
	for len(places) > 0 {
		end := 1
		for end < len(places) && places[end].key == places[0].key {
			end++
		}
		outlet := list[places[0].doc].article.Outlet.Name
		if stands(list, places[:end], max(leastReports, int(leastShare*float64(reports[outlet])))) {
			known[places[0].key] = true
		}
		places = places[end:]
	}
	return known
}

// stands reports whether the passage stands at so many places of reports that
// are no copies of one another.
func stands(list []prose, places []place, want int) bool {
	if len(places) < want {
		return false
	}
	var kept []text
	for i, one := range places[:min(len(places), patience*want)] {
		p := &list[one.doc]
		if i > 0 && list[places[i-1].doc].article.ID == p.article.ID {
			continue
		}
		begin := p.ends[one.at] - len(p.part(one.at))
		rest := text{shingles: shingles(slices.Concat(p.words[:begin], p.words[p.ends[one.at]:]))}
		if !slices.ContainsFunc(kept, func(other text) bool {
			return 2*common(other.shingles, rest.shingles) >= min(len(other.shingles), len(rest.shingles))
		}) {
			kept = append(kept, rest)
		}
		if len(kept) == want {
			return true
		}
	}
	return false
}
