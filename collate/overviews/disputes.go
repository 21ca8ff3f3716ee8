package overviews

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/figures"
)

// kindsOfDispute are in the order in which an entry's disputes stand.
var kindsOfDispute = []string{"number", "date", "kind", "status", "name", "words"}

// disputes puts the values on which reports differ side by side.
func (s *story) disputes() []isnad.Dispute {
	var list []isnad.Dispute
	for _, i := range s.entries {
		entry := &s.record.Entries[i]
		var own []isnad.Dispute
		own = append(own, s.numbers(entry)...)
		for _, what := range kindsOfDispute {
			if what == "number" && entry.Kind == isnad.EventEntry {
				continue // those of events are told apart by what they count
			}
			if dispute, ok := s.values(entry, what); ok {
				own = append(own, dispute)
			}
		}
		list = append(list, own...)
	}
	return list
}

// measure is what a number counts.
type measure struct{ about, unit string }

// measureOf tells the measure of a number: the dead are the dead whatever word
// a report has for them.
func measureOf(n isnad.Number) measure {
	if n.About == "dead" || n.About == "wounded" || n.About == "duration" {
		return measure{about: n.About}
	}
	return measure{n.About, sense(n.Unit)}
}

// numbers are the disputes over what the entry counts. A rounded number does
// not depart from one that lies within a tenth of it.
func (s *story) numbers(entry *isnad.Entry) []isnad.Dispute {
	if entry.Kind != isnad.EventEntry {
		return nil
	}
	of := map[measure]*isnad.Dispute{}
	var order []measure
	for _, source := range entry.Sources {
		for _, n := range s.record.Docs[source.Article].Events[source.Event].Numbers {
			m := measureOf(n)
			if of[m] == nil {
				of[m] = &isnad.Dispute{Entry: entry.ID, What: "number", About: n.About, Unit: n.Unit}
				order = append(order, m)
			}
			if s.corrected(entry, source.Article) {
				continue // its outlet has taken it back
			}
			s.give(of[m], source.Article, n)
		}
	}
	var list []isnad.Dispute
	for _, m := range order {
		if dispute := of[m]; len(dispute.Values) > 1 && severalGivers(dispute.Values) {
			list = append(list, s.sorted(*dispute))
		}
	}
	return list
}

// corrected reports whether a later report of its outlet in the entry corrects
// what doc d gives.
func (s *story) corrected(entry *isnad.Entry, d int) bool {
	return slices.ContainsFunc(entry.Sources, func(from isnad.Source) bool {
		return from.Article != d && s.record.Docs[from.Article].Article.Corrects(s.record.Docs[d].Article)
	})
}

// give notes that a report gives the number.
func (s *story) give(dispute *isnad.Dispute, doc int, n isnad.Number) {
	for i := range dispute.Values {
		value, _ := strconv.ParseFloat(dispute.Values[i].Value, 64)
		if value == n.Value || n.Loose && math.Abs(value-n.Value) <= 0.1*math.Max(value, n.Value) {
			s.giver(&dispute.Values[i], doc)
			return
		}
	}
	dispute.Values = append(dispute.Values, isnad.GivenValue{Value: strconv.FormatFloat(n.Value, 'f', -1, 64), Articles: []int{doc}})
}

func (s *story) giver(value *isnad.GivenValue, doc int) {
	if !slices.Contains(value.Articles, doc) {
		value.Articles = append(value.Articles, doc)
	}
}

// severalGivers reports whether some value is given by a report that does not
// give every other: one report's "three of the twelve" is no dispute.
func severalGivers(values []isnad.GivenValue) bool {
	for _, value := range values[1:] {
		if !slices.Equal(value.Articles, values[0].Articles) {
			return true
		}
	}
	return false
}

// values is the dispute over something else than a number, as the stances have
// it: who departs, and who tells the entry and does not.
func (s *story) values(entry *isnad.Entry, what string) (isnad.Dispute, bool) {
	dispute := isnad.Dispute{Entry: entry.ID, What: what}
	add := func(value string, doc int) {
		for i := range dispute.Values {
			if figures.Same(dispute.Values[i].Value, value, s.record.Docs[doc].Article.Lang == isnad.English) {
				s.giver(&dispute.Values[i], doc)
				return
			}
		}
		dispute.Values = append(dispute.Values, isnad.GivenValue{Value: value, Articles: []int{doc}})
	}
	others := ""
	for _, stance := range entry.Stances {
		for _, difference := range stance.Differences {
			if difference.What == what && difference.Value != "" && difference.Others != "" && !s.corrected(entry, stance.Article) {
				add(difference.Value, stance.Article)
				others = cmp.Or(others, difference.Others)
			}
		}
	}
	if len(dispute.Values) == 0 {
		return dispute, false
	}
	for _, source := range entry.Sources {
		if s.gives(source, what, others) {
			add(others, source.Article)
		}
	}
	return s.sorted(dispute), len(dispute.Values) > 1
}

// gives reports whether a source gives the value that the others hold.
func (s *story) gives(source isnad.Source, what, value string) bool {
	doc := s.record.Docs[source.Article]
	switch {
	case source.Event < 0:
		return what == "date" && doc.Statements[source.Statement].Said == value
	case what == "date":
		return doc.Events[source.Event].When == value
	case what == "kind":
		return string(doc.Events[source.Event].Type) == value
	case what == "status":
		return string(doc.Events[source.Event].Status) == value
	}
	return false
}

// sorted puts the value that most reports give first.
func (s *story) sorted(dispute isnad.Dispute) isnad.Dispute {
	for i := range dispute.Values {
		slices.SortFunc(dispute.Values[i].Articles, func(a, b int) int { return s.rank[a] - s.rank[b] })
	}
	slices.SortStableFunc(dispute.Values, func(a, b isnad.GivenValue) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), cmp.Compare(s.rank[a.Articles[0]], s.rank[b.Articles[0]]), cmp.Compare(a.Value, b.Value))
	})
	return dispute
}
