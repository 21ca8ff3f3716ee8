package records

import "github.com/isnad-news/isnad"

// stances sets every article of the story against an entry: what one of its
// sources says of it, or silence. Where an article has several sources the
// plainest counts: it reports before it attributes before it denies.
func (b *builder) stances(sources []isnad.Source, of func(isnad.Source) isnad.Stance) []isnad.Stance {
	list := make([]isnad.Stance, 0, len(b.story.Articles))
	for _, d := range b.story.Articles {
		best := isnad.Stance{Article: d, Kind: isnad.Silent}
		for _, source := range sources {
			if source.Article != d {
				continue
			}
			if stance := of(source); plainness[stance.Kind] < plainness[best.Kind] {
				best = stance
			}
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
// attributes it where its chain holds more than outlet and speaker.
func (b *builder) statementStance(source isnad.Source) isnad.Stance {
	statement := &b.docs[source.Article].Statements[source.Statement]
	if statement.Within >= 0 {
		return isnad.Stance{Kind: isnad.Attributes}
	}
	return isnad.Stance{Kind: isnad.Reports}
}
