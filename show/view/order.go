package view

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/words"
)

// Day is what happened at one time of the timeline.
type Day struct {
	Value  string // TIMEX3; empty for what has no date
	Words  string
	Events []*Entry
	Due    []*Commitment // open commitments that fall due
	Gap    bool          // more than a week has passed since the day before
}

// Speaker is one who speaks, with all that the reports have of him.
type Speaker struct {
	Names      []Text
	Role       Text
	Unnamed    bool
	Statements []*Entry
	Witnesses  int // the most that any of the statements has
}

// Commitment is a commitment with its short name and its sources.
type Commitment struct {
	Source   *isnad.CommitmentEntry
	ID       string // C1
	By, To   []Text
	Cites    []Cite
	ClosedBy *Entry // nil while it stands, or if what closed it is not in the record
}

// Anchor is the page's name for the commitment: "c1".
func (c *Commitment) Anchor() string { return "c" + c.ID[1:] }

// Standing reports whether the commitment still waits.
func (c *Commitment) Standing() bool {
	return c.Source.Status == isnad.Open || c.Source.Status == isnad.Overdue
}

// statuses are in the order in which readers want them.
var statuses = []isnad.CommitmentStatus{isnad.Open, isnad.Overdue, isnad.Kept, isnad.Broken, isnad.Rejected, isnad.Overtaken}

func (v *View) addCommitments(story *Story, sources []*isnad.CommitmentEntry) {
	slices.SortStableFunc(sources, func(a, b *isnad.CommitmentEntry) int {
		return slices.Index(statuses, a.Status) - slices.Index(statuses, b.Status)
	})
	for _, source := range sources {
		v.commitments++
		commitment := &Commitment{
			Source: source, ID: "C" + strconv.Itoa(v.commitments), By: v.names(source.By), To: v.names(source.To),
		}
		for _, place := range source.Sources {
			commitment.Cites = append(commitment.Cites, v.citeCommitment(place))
		}
		story.Commitments = append(story.Commitments, commitment)
	}
}

func (v *View) citeCommitment(place isnad.CommitmentSource) Cite {
	report := v.report(place.Article)
	fact := &report.Doc.Commitments[place.Commitment]
	cite := Cite{
		Report: report, Place: report.Place(fact.What), Mark: report.Mark("c", place.Commitment),
		Words: []string{report.Doc.Words(fact.What)}, Lang: report.Article.Lang,
	}
	if fact.Statement >= 0 {
		cite.Chain = v.chain(report, report.Doc.Statements[fact.Statement].Chain)
	}
	return cite
}

// Count returns how many commitments of the story stand as given.
func (s *Story) Count(status isnad.CommitmentStatus) int {
	n := 0
	for _, commitment := range s.Commitments {
		if commitment.Source.Status == status {
			n++
		}
	}
	return n
}

// Brief is as many commitments as a front page has room for; one that is
// settled is among them if there is one.
func (s *Story) Brief(room int) []*Commitment {
	if len(s.Commitments) <= room {
		return s.Commitments
	}
	shown := slices.Clone(s.Commitments[:room])
	for _, commitment := range s.Commitments[room:] {
		if !commitment.Standing() {
			shown[room-1] = commitment
			break
		}
	}
	return shown
}

// A front page holds four facts, the fourth only if a second report carries it.
const factsShown = 4

// facts are the events that most witnesses tell, those of the story's own days
// before background; statements make up the number where events are few.
func (v *View) facts(story *Story) []*Entry {
	from, to := v.span(story)
	rank := func(a, b *Entry) int {
		return cmp.Or(
			cmp.Compare(b.Source.Witnesses, a.Source.Witnesses),
			cmp.Compare(recent(b, from, to), recent(a, from, to)),
			cmp.Compare(b.Carried(), a.Carried()),
			cmp.Compare(len(b.Cites), len(a.Cites)),
		)
	}
	events := slices.Clone(story.Events)
	slices.SortStableFunc(events, rank)
	if len(events) >= factsShown {
		if events[factsShown-1].Carried() < 2 {
			return events[:factsShown-1]
		}
		return events[:factsShown]
	}
	statements := slices.Clone(story.Statements)
	slices.SortStableFunc(statements, rank)
	return append(events, statements[:min(factsShown-len(events), len(statements))]...)
}

// span is the story's days of publication and the day before, as ISO dates.
func (v *View) span(story *Story) (from, to string) {
	for _, report := range story.Reports {
		if !report.Article.Published.Known() {
			continue
		}
		day := report.Article.Published.Time
		before, same := day.AddDate(0, 0, -1).Format(time.DateOnly), day.Format(time.DateOnly)
		if from == "" || before < from {
			from = before
		}
		to = max(to, same)
	}
	return from, to
}

func recent(entry *Entry, from, to string) int {
	day := entry.Source.When
	if len(day) >= len(time.DateOnly) && day[:len(time.DateOnly)] >= from && day[:len(time.DateOnly)] <= to {
		return 1
	}
	return 0
}

func (v *View) timeline(story *Story) []Day {
	days := map[string]*Day{}
	at := func(value string) *Day {
		if days[value] == nil {
			days[value] = &Day{Value: value, Words: v.Words.Date(value)}
			if value == "" {
				days[value].Words = v.Words.Label("no.date")
			}
		}
		return days[value]
	}
	for _, event := range story.Events {
		day := at(event.Source.When)
		day.Events = append(day.Events, event)
	}
	for _, commitment := range story.Commitments {
		if due := commitment.Source.Due; commitment.Standing() && words.SortKey(due)[0] != '~' {
			day := at(due)
			day.Due = append(day.Due, commitment)
		}
	}
	list := make([]Day, 0, len(days))
	for _, day := range days {
		list = append(list, *day)
	}
	slices.SortFunc(list, func(a, b Day) int {
		return cmp.Or(cmp.Compare(words.SortKey(a.Value), words.SortKey(b.Value)), cmp.Compare(a.Value, b.Value))
	})
	for i := 1; i < len(list); i++ {
		list[i].Gap = words.Apart(list[i-1].Value, list[i].Value) > 7
	}
	return list
}

// speakers groups statements by who makes them; those with most statements come
// first, unnamed sources last.
func (v *View) speakers(story *Story) []*Speaker {
	var list []*Speaker
	byKey := map[string]*Speaker{}
	for _, entry := range story.Statements {
		speaker := byKey[entry.Key()]
		if speaker == nil {
			speaker = &Speaker{Names: entry.Parties, Unnamed: entry.Unnamed}
			if len(entry.Source.Parties) == 1 {
				speaker.Role = v.Role(entry.Source.Parties[0])
			}
			byKey[entry.Key()] = speaker
			list = append(list, speaker)
		}
		speaker.Statements = append(speaker.Statements, entry)
		speaker.Witnesses = max(speaker.Witnesses, entry.Source.Witnesses)
	}
	slices.SortStableFunc(list, func(a, b *Speaker) int {
		if a.Unnamed != b.Unnamed {
			return map[bool]int{true: 1, false: -1}[a.Unnamed]
		}
		return cmp.Or(cmp.Compare(len(b.Statements), len(a.Statements)), cmp.Compare(b.Witnesses, a.Witnesses))
	})
	return list
}
