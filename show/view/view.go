// Package view arranges a record for readers: it numbers reports and entries,
// names who stands behind them and says which facts come first. The terminal
// report and the page both draw what stands here, so that they agree.
package view

import (
	"strconv"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/words"
)

// View is a record as readers see it. It only points into the record.
type View struct {
	Record                          *isnad.Record
	Words                           *words.Book
	Stories                         []*Story
	Reports                         []*Report // Reports[i].Number is i+1
	byDoc                           []*Report
	entries                         map[string]*Entry
	tellers                         map[place]*Entry
	events, statements, commitments int // numbered so far
}

// place is a statement of a doc.
type place struct{ doc, statement int }

// Story is one story with all that its sections show.
type Story struct {
	Number      int // from 1; 0 for reports that are in no story
	Title       Text
	Second      Text   // the first title in the language of the labels, where Title is in another
	Days        string // the days of publication in words; empty if unknown
	Reports     []*Report
	Witnesses   []Witness
	Events      []*Entry // in order of the record
	Statements  []*Entry
	Facts       []*Entry // the entries that matter most, best first
	Timeline    []Day
	Speakers    []*Speaker
	Commitments []*Commitment // open first, then by status
}

// Witness is one independent source: a report, or several that are copies.
type Witness struct {
	Reports []*Report
	Agency  Text
	Why     string
	Descent []Descent // of the reports that descend from another one of the story
}

// Descent says how a copy came to its text.
type Descent struct {
	Report, From *Report
	Through      Text     // the agency that it credits; empty if none
	Changes      []string // what was added and left out, counted in words; never empty
}

// Text is words with their language, so that a page can set their direction.
type Text struct {
	Words string
	Lang  isnad.Lang
}

// New arranges a record with labels in the language given.
func New(record *isnad.Record, lang isnad.Lang) *View {
	v := &View{
		Record: record, Words: words.In(lang),
		byDoc:   make([]*Report, len(record.Docs)),
		entries: map[string]*Entry{}, tellers: map[place]*Entry{},
	}
	byID := map[isnad.StoryID]*Story{}
	for i := range record.Stories {
		story := v.story(&record.Stories[i])
		v.Stories = append(v.Stories, story)
		byID[record.Stories[i].ID] = story
	}
	v.strays(byID)
	v.number(byID)
	for _, story := range v.Stories {
		v.fill(story)
	}
	return v
}

func (v *View) story(source *isnad.Story) *Story {
	story := &Story{Number: len(v.Stories) + 1, Title: Written(source.Title), Days: v.Words.Days(source.From, source.To)}
	if story.Title.Words == "" {
		story.Title = Text{v.Words.Label("no.title"), v.Words.Lang}
	}
	for _, doc := range source.Articles {
		report := v.report(doc)
		story.Reports = append(story.Reports, report)
		if story.Second.Words == "" && story.Title.Lang != v.Words.Lang && report.Title.Lang == v.Words.Lang {
			story.Second = report.Title
		}
	}
	return story
}

// number names the entries and commitments, story after story.
func (v *View) number(byID map[isnad.StoryID]*Story) {
	entries, commitments := map[*Story][]*isnad.Entry{}, map[*Story][]*isnad.CommitmentEntry{}
	for i := range v.Record.Entries {
		if len(v.Record.Entries[i].Sources) == 0 {
			continue // nothing could be shown for it: see law 2
		}
		story := byID[v.Record.Entries[i].Story]
		entries[story] = append(entries[story], &v.Record.Entries[i])
	}
	for i := range v.Record.Commitments {
		if len(v.Record.Commitments[i].Sources) == 0 {
			continue
		}
		story := byID[v.Record.Commitments[i].Story]
		commitments[story] = append(commitments[story], &v.Record.Commitments[i])
	}
	for _, story := range v.Stories {
		for _, entry := range entries[story] {
			v.add(story, entry)
		}
		v.addCommitments(story, commitments[story])
	}
}

// strays gathers the reports of no story at the end, so that none is hidden;
// entries of no story go there too.
func (v *View) strays(byID map[isnad.StoryID]*Story) {
	story := &Story{Title: Text{v.Words.Label("no.story"), v.Words.Lang}}
	for doc, report := range v.byDoc {
		if report == nil {
			story.Reports = append(story.Reports, v.report(doc))
		}
	}
	if len(story.Reports) > 0 {
		v.Stories = append(v.Stories, story)
		byID[""] = story
	}
}

// fill arranges what needs all entries to be numbered.
func (v *View) fill(story *Story) {
	story.Witnesses = v.witnesses(story)
	for _, entry := range story.Statements {
		entry.Within = v.within(entry)
	}
	for _, list := range [][]*Entry{story.Events, story.Statements} {
		for _, entry := range list {
			for i := range entry.Stances {
				entry.Stances[i].Via = v.entries[entry.Stances[i].through]
			}
		}
	}
	story.Facts = v.facts(story)
	story.Timeline = v.timeline(story)
	story.Speakers = v.speakers(story)
	for _, commitment := range story.Commitments {
		commitment.ClosedBy = v.entries[commitment.Source.Closed]
	}
}

func (v *View) witnesses(story *Story) []Witness {
	var list []Witness
	seen := map[*Report]bool{}
	for _, group := range v.Record.Witnesses {
		witness := Witness{Agency: Written(group.Agency), Why: group.Why}
		for _, doc := range group.Articles {
			if report := v.byDoc[doc]; in(story.Reports, report) && !seen[report] {
				seen[report] = true
				witness.Reports = append(witness.Reports, report)
			}
		}
		for i := range group.Descent {
			if d := &group.Descent[i]; d.From >= 0 && in(witness.Reports, v.byDoc[d.Article]) && in(witness.Reports, v.byDoc[d.From]) {
				witness.Descent = append(witness.Descent, v.descent(d))
			}
		}
		if len(witness.Reports) > 0 {
			list = append(list, witness)
		}
	}
	for _, report := range story.Reports {
		if !seen[report] {
			list = append(list, Witness{Reports: []*Report{report}})
		}
	}
	return list
}

func (v *View) descent(d *isnad.Descent) Descent {
	report := v.byDoc[d.Article]
	out := Descent{Report: report, From: v.byDoc[d.From], Through: Written(report.Article.Agency.Name)}
	if n := len(d.Added); n > 0 {
		out.Changes = append(out.Changes, v.Words.Count(n, "added"))
	}
	if n := len(d.Dropped); n > 0 {
		out.Changes = append(out.Changes, v.Words.Count(n, "dropped"))
	}
	switch {
	case len(out.Changes) > 0:
	case d.Share == 1:
		out.Changes = []string{v.Words.Label("same.words")}
	default:
		out.Changes = []string{v.Words.Label("small.changes")}
	}
	return out
}

func in(list []*Report, report *Report) bool {
	for _, other := range list {
		if other == report {
			return true
		}
	}
	return false
}

// Copies returns the witnesses of the story that more than one report carries.
func (s *Story) Copies() []Witness {
	var list []Witness
	for _, witness := range s.Witnesses {
		if len(witness.Reports) > 1 {
			list = append(list, witness)
		}
	}
	return list
}

// Anchor is the page's name for the story: "story-2".
func (s *Story) Anchor() string { return "story-" + strconv.Itoa(s.Number) }

// Entity returns the best name of an entity: in the language of the labels,
// else in another, else its identifier.
func (v *View) Entity(index int) Text {
	if index < 0 || index >= len(v.Record.Entities) {
		return Text{v.Words.Label("unknown"), v.Words.Lang}
	}
	entity := &v.Record.Entities[index]
	for _, lang := range []isnad.Lang{v.Words.Lang, isnad.English, isnad.Arabic} {
		if name := entity.Label[lang]; name != "" {
			return Text{name, lang}
		}
	}
	if len(entity.Names) > 0 {
		return Text{entity.Names[0].Text, entity.Names[0].Lang}
	}
	return Text{string(entity.ID), isnad.English}
}

// Role returns an office of an entity, one in the language of the labels if
// there is one; empty if none is known.
func (v *View) Role(index int) Text {
	if index < 0 || index >= len(v.Record.Entities) {
		return Text{}
	}
	best := Text{}
	for _, office := range v.Record.Entities[index].Offices {
		if office.Lang == v.Words.Lang {
			return Text{office.Text, office.Lang}
		}
		if best.Words == "" {
			best = Text{office.Text, office.Lang}
		}
	}
	return best
}

func (v *View) names(indexes []int) []Text {
	list := make([]Text, 0, len(indexes))
	for _, index := range indexes {
		list = append(list, v.Entity(index))
	}
	return list
}

const firstArabic, lastArabic = '\u0600', '\u06FF'

// Written gives words with the language that their letters tell.
func Written(text string) Text {
	for _, r := range text {
		if r >= firstArabic && r <= lastArabic {
			return Text{text, isnad.Arabic}
		}
	}
	return Text{text, isnad.English}
}
