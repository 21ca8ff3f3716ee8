package stories

import (
	"fmt"
	"sort"
	"time"

	"github.com/isnad-news/isnad"
)

// Dates returns the publication days of undated articles that their story
// gives away: where an article says that something happened "yesterday" and a
// dated one gives the day, it came out the day after. A day farther than three
// days from the story's dated articles is none: then "yesterday" was said of
// another occasion. The key is the index of the doc. Ties go to the earlier day.
func Dates(docs []*isnad.Doc, local [][]int, stories []isnad.Story) map[int]isnad.Published {
	found := map[int]isnad.Published{}
	for _, story := range stories {
		for _, d := range story.Articles {
			if docs[d].Article.Published.Known() {
				continue
			}
			if published, ok := dated(docs, local, story, d); ok {
				found[d] = published
			}
		}
	}
	return found
}

type vote struct {
	count    int
	evidence string
}

func dated(docs []*isnad.Doc, local [][]int, story isnad.Story, undated int) (isnad.Published, bool) {
	votes := map[string]*vote{}
	doc := docs[undated]
	for i := range doc.Events {
		date := relativeDate(doc, &doc.Events[i])
		if date == nil {
			continue
		}
		for _, other := range story.Articles {
			if !docs[other].Article.Published.Known() {
				continue
			}
			for j := range docs[other].Events {
				event := &docs[other].Events[j]
				when, err := time.Parse(time.DateOnly, event.When)
				if err != nil || !sameHappening(&doc.Events[i], local[undated], event, local[other]) {
					continue
				}
				came := when.AddDate(0, 0, -date.Offset)
				if !near(story, came) {
					continue
				}
				day := came.Format(time.DateOnly)
				if votes[day] == nil {
					votes[day] = &vote{evidence: fmt.Sprintf("%q, told of what %s dates to %s",
						doc.Words(date.Span), docs[other].Article.Outlet.Name, event.When)}
				}
				votes[day].count++
			}
		}
	}
	days := make([]string, 0, len(votes))
	for day := range votes {
		days = append(days, day)
	}
	sort.Slice(days, func(i, j int) bool {
		if votes[days[i]].count != votes[days[j]].count {
			return votes[days[i]].count > votes[days[j]].count
		}
		return days[i] < days[j]
	})
	if len(days) == 0 {
		return isnad.Published{}, false
	}
	when, _ := time.Parse(time.DateOnly, days[0])
	return isnad.Published{Time: when, How: isnad.FromStory, Evidence: votes[days[0]].evidence}, true
}

// near reports whether day is close to the story's dated articles.
func near(story isnad.Story, day time.Time) bool {
	from, err := time.Parse(time.DateOnly, story.From)
	if err != nil {
		return false
	}
	to, err := time.Parse(time.DateOnly, story.To)
	return err == nil && day.Sub(from) >= -maxGap && day.Sub(to) <= maxGap
}

// relativeDate is the date counted from publication that the event carries.
func relativeDate(doc *isnad.Doc, event *isnad.Event) *isnad.Date {
	if event.WhenSpan.Empty() {
		return nil
	}
	for i := range doc.Dates {
		if doc.Dates[i].Relative && doc.Dates[i].Span.Overlaps(event.WhenSpan) {
			return &doc.Dates[i]
		}
	}
	return nil
}

// sameHappening reports whether two events of different articles have type,
// mode and at least two actors, or all of one, in common.
func sameHappening(a *isnad.Event, localA []int, b *isnad.Event, localB []int) bool {
	if a.Type != b.Type || a.Mode != "" && b.Mode != "" && a.Mode != b.Mode {
		return false
	}
	in := map[int]bool{}
	for _, party := range a.Actors {
		if party.Entity >= 0 && localA[party.Entity] >= 0 {
			in[localA[party.Entity]] = true
		}
	}
	both := 0
	for _, party := range b.Actors {
		if party.Entity >= 0 && in[localB[party.Entity]] {
			both++
		}
	}
	return both >= 2 || both == 1 && len(in) == 1 && len(b.Actors) == 1
}
