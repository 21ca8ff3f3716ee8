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
		return byLead(docs, story, undated)
	}
	when, _ := time.Parse(time.DateOnly, days[0])
	return isnad.Published{Time: when, How: isnad.FromStory, Evidence: votes[days[0]].evidence}, true
}

// lead is how many sentences make a report's lead, where it says when what it
// is about happened.
const lead = 4

// byLead dates an article whose lead counts from publication («أمس») by the day
// that most leads of the story's dated articles speak of first.
func byLead(docs []*isnad.Doc, story isnad.Story, undated int) (isnad.Published, bool) {
	said := leadDate(docs[undated])
	if said == nil {
		return isnad.Published{}, false
	}
	count := map[string]int{}
	for _, d := range story.Articles {
		if !docs[d].Article.Published.Known() {
			continue
		}
		for i := range docs[d].Dates {
			date := &docs[d].Dates[i]
			if _, err := time.Parse(time.DateOnly, date.Value); err == nil && amongFirst(docs[d], date.Span) {
				count[date.Value]++
				break // the first day is that of what the report is about
			}
		}
	}
	best := ""
	for day, n := range count {
		if best == "" || n > count[best] || n == count[best] && day < best {
			best = day
		}
	}
	when, err := time.Parse(time.DateOnly, best)
	if err != nil {
		return isnad.Published{}, false
	}
	came := when.AddDate(0, 0, -said.Offset)
	if !near(story, came) {
		return isnad.Published{}, false
	}
	evidence := fmt.Sprintf("%q in the lead, of a story whose leads speak first of %s", docs[undated].Words(said.Span), best)
	return isnad.Published{Time: came, How: isnad.FromStory, Evidence: evidence}, true
}

// leadDate is the first date of the lead that is counted from publication.
func leadDate(doc *isnad.Doc) *isnad.Date {
	for i := range doc.Dates {
		if doc.Dates[i].Relative && amongFirst(doc, doc.Dates[i].Span) {
			return &doc.Dates[i]
		}
	}
	return nil
}

// amongFirst reports whether span lies in the first sentences of the body.
func amongFirst(doc *isnad.Doc, span isnad.Span) bool {
	n := 0
	for _, sentence := range doc.Sentences {
		if doc.Article.Parts[sentence.Part].Kind != isnad.Paragraph {
			continue
		}
		if sentence.Span.Contains(span) {
			return true
		}
		if n++; n >= lead {
			return false
		}
	}
	return false
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
