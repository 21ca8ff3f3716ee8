// Package stories joins articles on one happening, across languages, and dates
// the undated ones by the others.
package stories

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"sort"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/disjoint"
)

const (
	// Articles farther apart than this are never one happening on their own.
	maxGap = 3 * 24 * time.Hour
	// alone is the likeness of who and where that joins two articles without
	// any event in common; shares is enough when they share one.
	alone  = 0.50
	shares = 0.28
	// company is what an undated article needs of its best companion.
	company = 0.42
)

// Cluster returns the stories: every article is in exactly one. Articles are
// ordered by publication, undated last; stories by their first day, then ID.
func Cluster(docs []*isnad.Doc, list []isnad.Entity, local [][]int, witnesses []isnad.Witness) []isnad.Story {
	profiles := make([]profile, len(docs))
	for d := range docs {
		profiles[d] = newProfile(docs[d], list, local[d])
	}
	weigh(profiles)
	sets := disjoint.New(len(docs))
	for _, witness := range witnesses {
		for _, d := range witness.Articles[1:] {
			sets.Join(witness.Articles[0], d)
		}
	}
	for _, pair := range linked(profiles) {
		sets.Join(pair.a, pair.b)
	}
	var stories []isnad.Story
	for _, members := range sets.Groups() {
		stories = append(stories, newStory(docs, members))
	}
	sort.Slice(stories, func(i, j int) bool {
		if stories[i].From != stories[j].From {
			return stories[i].From < stories[j].From
		}
		return stories[i].ID < stories[j].ID
	})
	return stories
}

func newStory(docs []*isnad.Doc, members []int) isnad.Story {
	least := docs[members[0]].Article.ID
	for _, d := range members {
		least = min(least, docs[d].Article.ID)
	}
	sum := sha256.Sum256([]byte(least))
	sort.Slice(members, func(i, j int) bool { return docs[members[i]].Article.Before(docs[members[j]].Article) })
	story := isnad.Story{ID: isnad.StoryID("s" + hex.EncodeToString(sum[:6])), Articles: members}
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

// profile is what an article is about, without regard to its language.
type profile struct {
	id  string // of the article
	day time.Time
	// loose marks an article without a day of its own, also once its story has
	// dated it: it joins its best companion alone.
	loose  bool
	weight map[int]float64 // entity → how much the article is about it
	norm   float64
	events []happening
}

// happening is an event by what other reports would share of it.
type happening struct {
	kind   isnad.EventType
	mode   string
	actors map[int]bool
	when   string
	lead   bool // told in the title or among the first sentences
}

// kindWeight is how much sharing an entity of the kind says about two articles
// being on one happening: a person more than a country.
var kindWeight = map[isnad.EntityKind]float64{
	isnad.Person: 1, isnad.Organisation: 0.8, isnad.Group: 0.8, isnad.Occasion: 0.9, isnad.Place: 0.5,
}

func newProfile(doc *isnad.Doc, list []isnad.Entity, local []int) profile {
	published := doc.Article.Published
	p := profile{
		id: doc.Article.ID, day: day(published), loose: !published.Known() || published.How == isnad.FromStory, weight: map[int]float64{}}
	counts := map[int]int{}
	for _, mention := range doc.Mentions {
		if mention.Entity >= 0 && local[mention.Entity] >= 0 {
			counts[local[mention.Entity]]++
		}
	}
	for entity, n := range counts {
		p.weight[entity] = kindWeight[list[entity].Kind] * (1 + math.Log(float64(n)))
	}
	for i := range doc.Events {
		event := &doc.Events[i]
		h := happening{kind: event.Type, mode: event.Mode, actors: map[int]bool{}, when: event.When}
		for _, party := range append(append([]isnad.Party(nil), event.Actors...), event.Recipients...) {
			if party.Entity >= 0 && local[party.Entity] >= 0 {
				h.actors[local[party.Entity]] = true
			}
		}
		s := doc.SentenceAt(event.Trigger.Start)
		h.lead = s >= 0 && s < 6
		if len(h.actors) > 0 && event.Status != isnad.Hypothetical {
			p.events = append(p.events, h)
		}
	}
	return p
}

func day(published isnad.Published) time.Time {
	if !published.Known() {
		return time.Time{}
	}
	// The day is that of the place of publication, as the story's From and To
	// give it.
	year, month, date := published.Time.Date()
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}

// weigh turns counts into weights that fall with the number of articles that
// share an entity, and sets the norms.
func weigh(profiles []profile) {
	df := map[int]int{}
	for _, p := range profiles {
		for entity := range p.weight {
			df[entity]++
		}
	}
	n := float64(len(profiles))
	for i := range profiles {
		p := &profiles[i]
		for entity := range p.weight {
			// With few articles a shared entity is the story itself, so rarity
			// counts only as the collection grows.
			p.weight[entity] *= 1 + math.Log(1+n/float64(df[entity]))*math.Min(1, n/50)
		}
		for _, entity := range sortedKeys(p.weight) {
			p.norm += p.weight[entity] * p.weight[entity]
		}
		p.norm = math.Sqrt(p.norm)
	}
}

func sortedKeys(weights map[int]float64) []int {
	keys := make([]int, 0, len(weights))
	for key := range weights {
		keys = append(keys, key)
	}
	sort.Ints(keys)
	return keys
}
