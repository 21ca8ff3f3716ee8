package records

import (
	"fmt"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/gloss"
)

// only marks the happenings that are the only one of their type by their
// actors in their report.
func only(items []happening) {
	count := map[string]int{}
	key := func(h *happening) string { return fmt.Sprint(h.doc, h.event.Type, h.actors) }
	for i := range items {
		count[key(&items[i])]++
	}
	for i := range items {
		items[i].alone = len(items[i].actors) > 0 && count[key(&items[i])] == 1
	}
}

// acrossLanguages scores two happenings of one kind, by the same parties at
// the same time, told in two languages: by what they are about, if both tell.
func acrossLanguages(x, y *happening) float64 {
	if len(x.about) == 0 || len(y.about) == 0 {
		if x.event.Type == isnad.Agree && len(x.about)+len(y.about) > 0 {
			return 0 // one of several agreements
		}
		return 0.45
	}
	for _, about := range x.about {
		if slices.Contains(y.about, about) {
			return 0.6
		}
	}
	return 0
}

// unclaimed scores two attacks or the like of which one report at least does
// not say who made them: the same day, and the same who suffered it, or, where
// one report does not name them, as many dead or wounded of them.
func unclaimed(x, y *happening) float64 {
	if x.event.Type == isnad.Coerce && exact(x.event.When) && x.event.When == y.event.When && sameCount(x, y) {
		return 0.9 // as many arrested on one day
	}
	if x.event.Type != isnad.Assault || x.event.When == "" || x.event.When != y.event.When && !isnad.Within(x.event.When, y.event.When) && !isnad.Within(y.event.When, x.event.When) {
		return 0
	}
	if len(x.recipients) > 0 && len(y.recipients) > 0 {
		if common(x.recipients, y.recipients) == 0 {
			return 0
		}
		return 0.9
	}
	if exact(x.event.When) && x.event.When == y.event.When && common(x.places, y.places) > 0 && len(x.actors)+len(y.actors) == 0 {
		return 0.6 // one attack of the day in one town
	}
	for _, a := range x.event.Numbers {
		for _, b := range y.event.Numbers {
			if a.About == b.About && (a.About == "dead" || a.About == "wounded") && !differs(a, b) {
				return 0.9
			}
		}
	}
	return 0
}

// sameCount reports whether two happenings count as many of something.
func sameCount(x, y *happening) bool {
	for _, a := range x.event.Numbers {
		for _, b := range y.event.Numbers {
			if a.About == b.About && a.Value == b.Value && a.Value > 1 {
				return true
			}
		}
	}
	return false
}

// townsNear are the places, countries apart, that the sentence of an attack
// names.
func (b *builder) townsNear(d int, event *isnad.Event) []int {
	if event.Type != isnad.Assault {
		return nil
	}
	doc := b.docs[d]
	at := doc.SentenceAt(event.Trigger.Start)
	var list []int
	for _, mention := range doc.Mentions {
		if mention.Kind != isnad.Place || mention.Entity < 0 || doc.SentenceAt(mention.Span.Start) != at || b.local[d][mention.Entity] < 0 {
			continue
		}
		if known := doc.Entities[mention.Entity].Known; len(known) == 2 {
			continue // a country's row
		}
		list = union(list, []int{b.local[d][mention.Entity]})
	}
	return list
}

// matter is what an event that is agreed upon or asked for is, over languages:
// the concepts of its word, else its type.
func (b *builder) matter(d int, promised *isnad.Event) []string {
	concepts := gloss.Arabic
	if b.docs[d].Article.Lang == isnad.English {
		concepts = gloss.English
	}
	list := slices.Clone(concepts(b.docs[d].Words(promised.Trigger)))
	for i, concept := range list {
		if concept == "negotiation" {
			list[i] = "talk"
		}
	}
	if len(list) == 0 {
		list = append(list, string(promised.Type)+"/"+promised.Mode)
	}
	return list
}

// byMatter weighs the likeness of two agreements by what they are about: two
// parties agree on several things at once.
func byMatter(x, y *happening, score float64) float64 {
	switch {
	case x.event.Type != isnad.Agree:
		return score
	case slices.ContainsFunc(x.about, func(about string) bool { return slices.Contains(y.about, about) }):
		return max(score, 0.5)
	case len(x.about) > 0 && len(y.about) > 0:
		return score * 0.5
	case len(x.about)+len(y.about) > 0:
		return score * 0.7
	}
	return score
}
