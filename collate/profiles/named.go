package profiles

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// Named reports whether an entity is meant by a condition on a name: it has one
// of the rows, as its ID or its row, or a name with the words of the value in
// it, one behind the other.
func Named(entity *isnad.Entity, who isnad.Condition) bool { return likeness(entity, who) > 0 }

// How well a name meets an entity.
const (
	partly = 1 + iota // a part of a name
	wholly            // a whole name
	byID              // its ID or row
)

func likeness(entity *isnad.Entity, who isnad.Condition) int {
	if string(entity.ID) == who.Value || slices.Contains(who.Known, string(entity.ID)) || entity.Known != "" && slices.Contains(who.Known, entity.Known) {
		return byID
	}
	wanted := terms.Name(who.Value)
	if len(wanted) == 0 {
		return 0
	}
	best := 0
	look := func(name string) {
		keys := terms.Name(name)
		switch {
		case slices.Equal(keys, wanted):
			best = wholly
		case best == 0 && holds(keys, wanted):
			best = partly
		}
	}
	for _, name := range entity.Names {
		look(name.Text)
	}
	for _, label := range entity.Label {
		look(label)
	}
	return best
}

func holds(list, part []string) bool {
	for i := 0; i+len(part) <= len(list); i++ {
		if slices.Equal(list[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
