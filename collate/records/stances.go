package records

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// stances sets every article of the story against an entry: what one of its
// sources says of it, or silence. Where an article has several sources the
// plainest counts: it reports before it attributes before it denies. A value in
// which any of them departs from the other articles makes the article differ.
func (b *builder) stances(sources []isnad.Source, of func(isnad.Source) isnad.Stance) []isnad.Stance {
	list := make([]isnad.Stance, 0, len(b.story.Articles))
	for _, d := range b.story.Articles {
		best := isnad.Stance{Article: d, Kind: isnad.Silent}
		var different []isnad.Difference
		for _, source := range sources {
			if source.Article != d {
				continue
			}
			stance := of(source)
			different = append(different, stance.Differences...)
			if stance.Kind == isnad.Differs {
				stance.Kind = isnad.Reports // what differs is told of the article as a whole
			}
			if plainness[stance.Kind] < plainness[best.Kind] {
				best = stance
			}
		}
		if best.Differences = distinctDifferences(different); len(best.Differences) > 0 && best.Kind != isnad.DeniesIt {
			best.Kind = isnad.Differs
		}
		best.Article = d
		list = append(list, best)
	}
	return list
}

var plainness = map[isnad.StanceKind]int{
	isnad.Reports: 0, isnad.Attributes: 1, isnad.Differs: 2, isnad.DeniesIt: 3, isnad.Silent: 4,
}

// statementStance: an article that carries a statement reports it, and
// attributes it where its chain holds more than outlet and speaker. It differs
// in a number that another source of the statement gives otherwise.
func (b *builder) statementStance(sources []isnad.Source, source isnad.Source) isnad.Stance {
	statement := &b.docs[source.Article].Statements[source.Statement]
	stance := isnad.Stance{Kind: isnad.Reports, Differences: b.countsDiffer(sources, source)}
	if statement.Within >= 0 {
		stance.Kind = isnad.Attributes
	}
	return stance
}

func distinctDifferences(list []isnad.Difference) []isnad.Difference {
	var kept []isnad.Difference
	for _, difference := range list {
		if !slices.Contains(kept, difference) {
			kept = append(kept, difference)
		}
	}
	return kept
}
