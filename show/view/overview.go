package view

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/words"
)

// Overview is a story at a glance, as readers see it.
type Overview struct {
	Headline Text    // in the language of the labels if the story has one, else in another
	Titled   *Report // whose title it is; nil if there is none
	Lines    []Line  // of the lead in that language, else in another
	Moments  []Moment
	Disputes []Dispute
}

// Line is one sentence of the lead.
type Line struct {
	Role   isnad.LineRole
	Text   Text
	Report *Report
	Place  string
	Mark   string // anchor of the sentence on the page
	Told   []*Entry
	Open   []*Commitment
}

// Moment is one time of the timeline.
type Moment struct {
	Value   string
	Words   string
	Entries []Dated
	Gap     bool // more than a week has passed since the moment before
}

// Dated is an entry of a moment.
type Dated struct {
	*Entry
	Reported bool // the day is that of a report
}

// Dispute is one value that reports give differently.
type Dispute struct {
	Entry  *Entry
	What   string // what is in dispute, in words
	Values []Given
}

// Given is one value and who gives it.
type Given struct {
	Words   string
	Reports []*Report
}

// News is what came since a time.
type News struct {
	Since       string // in words
	All         bool   // every report of the story came since
	Reports     []*Report
	Undated     []*Report
	Entries     []*Entry
	Gains       []Gain
	Differences []NewValue
	Opened      []*Commitment
	Closed      []*Commitment
}

// Gain is an entry that has witnesses more.
type Gain struct {
	*Entry
	Reports       []*Report
	Before, After int
}

// NewValue is a value that a new report gives otherwise.
type NewValue struct {
	*Entry
	Report     *Report
	Difference isnad.Difference
}

// Overview arranges an overview of the record; nil if it is nil.
func (v *View) Overview(source *isnad.Overview) *Overview {
	if source == nil {
		return nil
	}
	o := &Overview{}
	if i := best(len(source.Headlines), v.Words.Lang, func(i int) isnad.Lang { return source.Headlines[i].Lang }); i >= 0 {
		headline := source.Headlines[i]
		o.Headline, o.Titled = Text{headline.Words, headline.Lang}, v.byDoc[headline.Of.Article]
	}
	if i := best(len(source.Leads), v.Words.Lang, func(i int) isnad.Lang { return source.Leads[i].Lang }); i >= 0 {
		for _, line := range source.Leads[i].Lines {
			o.Lines = append(o.Lines, v.line(line, source.Leads[i].Lang))
		}
	}
	for i, moment := range source.Moments {
		o.Moments = append(o.Moments, v.moment(moment))
		o.Moments[i].Gap = i > 0 && words.Apart(source.Moments[i-1].When, moment.When) > 7
	}
	for _, dispute := range source.Disputes {
		if entry := v.entries[dispute.Entry]; entry != nil {
			o.Disputes = append(o.Disputes, v.dispute(dispute, entry))
		}
	}
	return o
}

// best is the index of the one in the language, else 0; -1 if there is none.
func best(n int, lang isnad.Lang, of func(int) isnad.Lang) int {
	for i := range n {
		if of(i) == lang {
			return i
		}
	}
	return min(n, 1) - 1
}

func (v *View) line(source isnad.Line, lang isnad.Lang) Line {
	report := v.byDoc[source.Of.Article]
	line := Line{Role: source.Role, Text: Text{source.Words, lang}, Report: report, Place: report.Place(source.Of.Span)}
	if i := report.Doc.SentenceAt(source.Of.Span.Start); i >= 0 {
		line.Mark = report.Mark("u", i)
	}
	for _, id := range source.Entries {
		if entry := v.entries[id]; entry != nil {
			line.Told = append(line.Told, entry)
		}
	}
	line.Open = v.pledges(source.Commitments)
	return line
}

// pledges are the commitments with the IDs.
func (v *View) pledges(ids []string) []*Commitment {
	var list []*Commitment
	for _, id := range ids {
		for _, story := range v.Stories {
			for _, commitment := range story.Commitments {
				if commitment.Source.ID == id {
					list = append(list, commitment)
				}
			}
		}
	}
	return list
}

func (v *View) moment(source isnad.Moment) Moment {
	moment := Moment{Value: source.When, Words: v.Words.Date(source.When)}
	if source.When == "" {
		moment.Words = v.Words.Label("no.date")
	}
	for _, dated := range source.Entries {
		if entry := v.entries[dated.Entry]; entry != nil {
			moment.Entries = append(moment.Entries, Dated{entry, dated.Reported})
		}
	}
	return moment
}

func (v *View) dispute(source isnad.Dispute, entry *Entry) Dispute {
	dispute := Dispute{Entry: entry, What: v.Words.Label("differs." + source.What)}
	if source.About != "" {
		dispute.What = v.Words.Label("about." + source.About)
	}
	for _, value := range source.Values {
		given := Given{Words: v.Words.Value(source.What, value.Value), Reports: v.reportsOf(value.Articles)}
		if source.What == "number" {
			given.Words = v.Words.Quantity(source.About, value.Value, source.Unit)
		}
		dispute.Values = append(dispute.Values, given)
	}
	return dispute
}

func (v *View) reportsOf(docs []int) []*Report {
	var list []*Report
	for _, d := range docs {
		list = append(list, v.byDoc[d])
	}
	return list
}

// News arranges what came since a time; nil if it is nil.
func (v *View) News(source *isnad.News) *News {
	if source == nil {
		return nil
	}
	n := &News{
		Since: v.moments(source.Since), Reports: v.reportsOf(source.Articles), Undated: v.reportsOf(source.Undated),
		Opened: v.pledges(source.Opened), Closed: v.pledges(source.Closed),
	}
	n.All = len(source.Undated) == 0 && len(v.Stories) > 0 && len(source.Articles) == len(v.Stories[0].Reports)
	for _, id := range source.Entries {
		if entry := v.entries[id]; entry != nil {
			n.Entries = append(n.Entries, entry)
		}
	}
	slices.SortStableFunc(n.Entries, func(a, b *Entry) int { return cmp.Compare(newsworthy(b), newsworthy(a)) })
	for _, gain := range source.Gains {
		if entry := v.entries[gain.Entry]; entry != nil {
			n.Gains = append(n.Gains, Gain{entry, v.reportsOf(gain.Articles), gain.Before, gain.After})
		}
	}
	for _, value := range source.Differences {
		if entry := v.entries[value.Entry]; entry != nil {
			n.Differences = append(n.Differences, NewValue{entry, v.byDoc[value.Article], value.Difference})
		}
	}
	return n
}

// front is how many new entries are shown before the others are folded away.
const front = 8

// First are the entries that matter most, Rest the others.
func (n *News) First() []*Entry { return n.Entries[:min(front, len(n.Entries))] }

// Rest are the entries behind the first.
func (n *News) Rest() []*Entry { return n.Entries[min(front, len(n.Entries)):] }

// FirstGains are as many gains as are shown before the others are folded away.
func (n *News) FirstGains() []Gain { return n.Gains[:min(front, len(n.Gains))] }

// RestGains are the gains behind the first.
func (n *News) RestGains() []Gain { return n.Gains[min(front, len(n.Gains)):] }

// newsworthy ranks new entries: events before statements, those of more
// witnesses first.
func newsworthy(entry *Entry) int {
	rank := 2 * entry.Source.Witnesses
	if entry.IsEvent() {
		rank++
	}
	return rank
}

// moments is a time in words, without the clock at midnight.
func (v *View) moments(at time.Time) string {
	text := v.Words.Day(at)
	if at.Hour() != 0 || at.Minute() != 0 {
		text += " " + at.Format("15:04 MST")
	}
	return text
}

// Names are the numbers of reports, parted by commas: "1, 3".
func Names(reports []*Report, comma string) string {
	text := ""
	for i, report := range reports {
		if i > 0 {
			text += comma
		}
		text += strconv.Itoa(report.Number)
	}
	return text
}
