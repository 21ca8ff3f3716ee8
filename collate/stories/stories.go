// Package stories joins articles on one happening, across languages, and dates
// the undated ones by the others.
//
// A [Sketch] is what one article is about. Two sketches that share rare features
// are compared by a few traits, whose weights stand in weights.tsv; their sum is
// the logarithm of the odds that both are of one happening. Stories are the
// clusters with the highest mean of these over all pairs, so that no single
// likeness chains two happenings together. [Cluster] finds them for a set of
// articles at once, a [Stream] as articles come: with each one it parts anew the
// stories that the article has ties to, and so stories merge and split when later
// reports show it, whatever the order of arrival.
//
// What is rare is told by the articles at hand and by usual.tsv, the words of
// everyday news.
package stories

import (
	"sort"
	"time"

	"github.com/isnad-news/isnad"
)

// Articles farther apart than this are never of one happening by likeness, and
// never of one story, whatever lies between them, unless they are copies.
const (
	farthest = 3 // days
	maxGap   = farthest * 24 * time.Hour
)

// Cluster returns the stories: every article is in exactly one. Articles are
// ordered by publication, undated last; stories by their first day, then ID.
// The result depends on the set of docs alone; copies stand together.
//
// The stories are those of the highest mean score over all pairs of their
// articles (see [Stream]), found for all articles at once.
func Cluster(docs []*isnad.Doc, list []isnad.Entity, local [][]int, witnesses []isnad.Witness) []isnad.Story {
	sketches := make([]*Sketch, len(docs))
	for d := range docs {
		sketches[d] = sketch(docs[d], joinedKeys(list, local[d]))
	}
	for w := range witnesses {
		for _, d := range witnesses[w].Articles {
			sketches[d].copyOf = int32(1 + w)
		}
	}
	b := newBatch(sketches)
	why := b.why()
	stories := make([]isnad.Story, len(b.groups))
	gists := map[isnad.StoryID]*gist{}
	for i, group := range b.groups {
		stories[i] = b.story(docs, group, why)
		gists[stories[i].ID] = b.gist(stories[i].ID, group)
	}
	sort.Slice(stories, func(i, j int) bool {
		if stories[i].From != stories[j].From {
			return stories[i].From < stories[j].From
		}
		return stories[i].ID < stories[j].ID
	})
	told := newSagas()
	for i := range stories {
		g := gists[stories[i].ID]
		stories[i].Follows = told.before(g)
		told.keep(g)
	}
	return stories
}

func (b *batch) gist(id isnad.StoryID, group []int) *gist {
	reports := make([]*report, len(group))
	for i, place := range group {
		reports[i] = b.reports[place]
	}
	return newGist(id, reports)
}

// joinedKeys are the keys of the entities that a doc's own were joined to.
func joinedKeys(list []isnad.Entity, local []int) []uint32 {
	keys := make([]uint32, len(local))
	for e, i := range local {
		if i >= 0 {
			keys[e] = key("entity", string(list[i].ID))
		}
	}
	return keys
}

// story makes a story of a group. Its ID is that which its least article opens.
func (b *batch) story(docs []*isnad.Doc, group []int, why []string) isnad.Story {
	reasons := make(map[int]string, len(group))
	members := make([]int, len(group))
	for i, place := range group {
		members[i] = b.order[place]
		reasons[members[i]] = why[place]
	}
	least := docs[members[0]].Article.ID
	for _, d := range members {
		least = min(least, docs[d].Article.ID)
	}
	return newStory(docs, storyID(least, 0), members, reasons)
}

// newStory makes a story of docs that stand in it, each with why, by index.
func newStory(docs []*isnad.Doc, id isnad.StoryID, members []int, reasons map[int]string) isnad.Story {
	sort.Slice(members, func(i, j int) bool { return docs[members[i]].Article.Before(docs[members[j]].Article) })
	story := isnad.Story{ID: id, Articles: members}
	for i, d := range members {
		if i == 0 {
			reasons[d] = ""
		}
		story.Why = append(story.Why, reasons[d])
	}
	for _, d := range members {
		if p := docs[d].Article.Published; p.Known() {
			day := p.Time.Format(time.DateOnly)
			if story.From == "" || day < story.From {
				story.From = day
			}
			story.To = max(story.To, day)
		}
	}
	story.Title, story.TitleOf = title(docs, members)
	return story
}

// title is the first title among the articles in order, else a first sentence.
func title(docs []*isnad.Doc, members []int) (string, isnad.Evidence) {
	for _, d := range members {
		for _, part := range docs[d].Article.Parts {
			if part.Kind == isnad.Title && !part.Span.Empty() {
				return docs[d].Words(part.Span), isnad.Evidence{Article: d, Span: part.Span}
			}
		}
	}
	for _, d := range members {
		for _, sentence := range docs[d].Sentences {
			if docs[d].Article.Parts[sentence.Part].Kind == isnad.Paragraph {
				return docs[d].Words(sentence.Span), isnad.Evidence{Article: d, Span: sentence.Span}
			}
		}
	}
	return "", isnad.Evidence{Article: members[0]}
}
