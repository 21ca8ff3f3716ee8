package eval

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// eventAnswer is an event entry told in the gold's articles.
type eventAnswer struct {
	told
	entry *isnad.Entry
}

func (s *sheet) eventAnswers() []eventAnswer {
	var list []eventAnswer
	for i := range s.record.Entries {
		entry := &s.record.Entries[i]
		if entry.Kind != isnad.EventEntry {
			continue
		}
		answer := eventAnswer{entry: entry, told: told{parties: s.parties(entry.Parties)}}
		trigger := ""
		for _, source := range entry.Sources {
			if source.Event < 0 || source.Article >= len(s.record.Docs) || source.Event >= len(s.record.Docs[source.Article].Events) {
				continue
			}
			doc := s.record.Docs[source.Article]
			event := &doc.Events[source.Event]
			answer.tell(s, source.Article, event.Trigger.Start)
			if _, ok := s.articles[source.Article]; ok && trigger == "" {
				trigger = doc.Words(event.Trigger)
			}
		}
		answer.shown = fmt.Sprintf("%s/%s %s %s %s «%s»", entry.Type, entry.Mode, strings.Join(answer.parties, "+"), entry.When, entry.Status, trigger)
		if len(answer.places) > 0 || answer.repeated {
			list = append(list, answer)
		}
	}
	return list
}

// scoreEvents pairs events and scores type, actors, date and status together;
// of the events found, mode and reporting outlets.
func (s *sheet) scoreEvents() {
	list := s.eventAnswers()
	pairs := assign(len(s.gold.Events), len(list), func(i, j int) float64 {
		item := &s.gold.Events[i]
		if list[j].repeated || len(list[j].differs(item)) > 0 {
			return 0
		}
		return weightOf(item.Optional, list[j].overlap(item.Evidence))
	})
	right, gold := 0, 0
	paired := map[int]bool{}
	var modes tally
	gridRight := 0
	for i, j := range pairs {
		item := &s.gold.Events[i]
		if j >= 0 {
			paired[j] = true
		}
		if item.Optional {
			continue
		}
		gold++
		if j < 0 {
			s.missEvent(item, list)
			continue
		}
		right++
		s.scoreMode(&modes, item, &list[j])
		if s.sameGrid(item, &list[j]) {
			gridRight++
		}
	}
	answers := right + s.wrongEvents(list, paired)
	s.report.Events = measure(right, gold, answers)
	s.report.Mode = measure(modes.right, modes.gold, modes.answers)
	s.report.Grid = proportion(gridRight, right)
}

type tally struct{ right, gold, answers int }

// differs lists in what an answer departs from a gold event.
func (a *eventAnswer) differs(item *goldEvent) []string {
	var list []string
	if root, _, _ := strings.Cut(item.Type, "/"); root != string(a.entry.Type) {
		list = append(list, "type")
	}
	if !newNeeds(item.Actors, item.ActorsOptional, item.Hard).met(a.parties) {
		list = append(list, "actors")
	}
	if item.Date != nil && !within(a.entry.When, *item.Date) {
		list = append(list, "date")
	}
	if !accepted(item.Status, item.Hard, string(a.entry.Status)) {
		list = append(list, "status")
	}
	return list
}

// within reports whether an answer's date is the gold's, or a day in its week.
func within(answer, gold string) bool {
	if answer == gold {
		return true
	}
	day, err := time.Parse(time.DateOnly, answer)
	if err != nil {
		return false
	}
	year, week := day.ISOWeek()
	return gold == fmt.Sprintf("%04d-W%02d", year, week)
}

// missEvent says which answer came nearest to a gold event.
func (s *sheet) missEvent(item *goldEvent, list []eventAnswer) {
	date := "any day"
	if item.Date != nil {
		date = *item.Date
	}
	m := Miss{
		Score: eventsKey, Gold: fmt.Sprintf("%s: %s %s %s %s (%s)", item.ID, item.Type, strings.Join(item.Actors, "+"), date, item.Status, item.Description),
		Why: "no answer on its lines",
	}
	if len(item.Evidence) > 0 {
		m.Article, m.Line = item.Evidence[0].Article, item.Evidence[0].Line
	}
	nearest := 0.0
	for j := range list {
		near := 4 - float64(len(list[j].differs(item))) + list[j].overlap(item.Evidence)
		if list[j].overlap(item.Evidence) > 0 && near > nearest && !list[j].repeated {
			nearest = near
			m.Answer, m.Why = list[j].shown, "differs in "+strings.Join(list[j].differs(item), ", ")
			if len(list[j].differs(item)) == 0 {
				m.Why = "its answer is paired with another item"
			}
		}
	}
	s.miss(m)
}

func (s *sheet) scoreMode(modes *tally, item *goldEvent, answer *eventAnswer) {
	_, mode, _ := strings.Cut(item.Type, "/")
	if mode != "" {
		modes.gold++
	}
	if answer.entry.Mode != "" {
		modes.answers++
	}
	switch {
	case mode != "" && mode == answer.entry.Mode:
		modes.right++
	case mode != answer.entry.Mode:
		s.miss(Miss{Score: modeKey, Wrong: answer.entry.Mode != "", Gold: item.ID + ": " + item.Type, Answer: answer.shown, Why: "another mode"})
	}
}

// sameGrid compares the gold articles in the evidence with those that the
// entry's sources are of.
func (s *sheet) sameGrid(item *goldEvent, answer *eventAnswer) bool {
	var want, got []string
	for _, at := range item.Evidence {
		want = append(want, at.Article)
	}
	for _, at := range answer.places {
		got = append(got, at.article)
	}
	slices.Sort(want)
	slices.Sort(got)
	want, got = slices.Compact(want), slices.Compact(got)
	if slices.Equal(want, got) {
		return true
	}
	s.miss(Miss{
		Score: gridKey, Wrong: true, Gold: item.ID + ": " + strings.Join(want, ", "),
		Answer: strings.Join(got, ", ") + ": " + answer.shown, Why: "other articles report it",
	})
	return false
}

func (s *sheet) wrongEvents(list []eventAnswer, paired map[int]bool) int {
	wrong := 0
	for j := range list {
		answer := &list[j]
		if paired[j] || s.spared(&answer.told) {
			continue
		}
		wrong++
		m := Miss{Score: eventsKey, Wrong: true, Answer: answer.shown, Why: "no gold event is like it"}
		if answer.repeated {
			m.Why = "on repeated lines alone"
		} else {
			m.Article, m.Line = answer.places[0].article, answer.places[0].line
		}
		s.miss(m)
	}
	return wrong
}
