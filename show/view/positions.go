package view

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/words"
)

// Table is what parties stand for over one or many records.
type Table struct {
	Words    *words.Book
	Subjects []*Subject
	Sources  []*Report // those that are cited, numbered in the order of the table
	records  []*isnad.Record
	numbered map[*isnad.Doc]*Report
}

// Subject is one subject with the parties that stand on it.
type Subject struct {
	ID        string
	Label     Text
	Second    Text // the label in another language; empty if there is none
	Positions []*Position
	Stands    int // over all parties: what two say together counts for each
	Distinct  int // what two say together counts once
}

// Position is where one party stands.
type Position struct {
	Source *isnad.Position
	Name   Text
	Latest *Stand
	Stands []*Stand // by time; the latest is among them
}

// Stand is one demand, offer or refusal with where it is told.
type Stand struct {
	Source *isnad.Stand
	Report *Report
	Place  string
	Words  Text
	When   string // in words; empty if unknown
	To     []Text
	Others []Spot // the other places that tell it
}

// Spot is one place of a report.
type Spot struct {
	Report *Report
	Place  string
}

// NewTable arranges positions that were found in records. A subject of a single
// stand tells of no negotiation and is left out unless all are wanted.
func NewTable(records []*isnad.Record, positions []isnad.Position, lang isnad.Lang, all bool) *Table {
	t := newTable(records, lang)
	for i := 0; i < len(positions); {
		next := i
		for next < len(positions) && positions[next].Subject.ID == positions[i].Subject.ID {
			next++
		}
		if n := distinct(positions[i:next]); all || n > 1 {
			t.subject(positions[i:next], n)
		}
		i = next
	}
	return t
}

func newTable(records []*isnad.Record, lang isnad.Lang) *Table {
	return &Table{Words: words.In(lang), records: records, numbered: map[*isnad.Doc]*Report{}}
}

// distinct counts the stands that meet in a subject.
func distinct(positions []isnad.Position) int {
	seen := map[string]bool{}
	for _, position := range positions {
		for _, stand := range position.Stands {
			seen[stand.Commitment+" "+stand.Entry] = true
		}
	}
	return len(seen)
}

func (t *Table) subject(positions []isnad.Position, distinct int) {
	subject := &Subject{Distinct: distinct, ID: positions[0].Subject.ID, Label: t.label(positions[0].Subject.Labels)}
	for _, lang := range []isnad.Lang{isnad.Arabic, isnad.English} {
		if label := positions[0].Subject.Labels[lang]; lang != subject.Label.Lang && label != "" {
			subject.Second = Text{label, lang}
		}
	}
	for i := range positions {
		position := t.position(&positions[i])
		subject.Positions = append(subject.Positions, position)
		subject.Stands += len(position.Stands)
	}
	t.Subjects = append(t.Subjects, subject)
}

func (t *Table) position(source *isnad.Position) *Position {
	position := &Position{Source: source, Name: t.label(source.Names)}
	if position.Name.Words == "" {
		position.Name = Written(string(source.Party))
	}
	latest := source.Latest()
	for i := range source.Stands {
		stand := t.stand(&source.Stands[i])
		position.Stands = append(position.Stands, stand)
		if latest == &source.Stands[i] {
			position.Latest = stand
		}
	}
	return position
}

// label is the one in the language of the labels, else in another.
func (t *Table) label(labels map[isnad.Lang]string) Text {
	for _, lang := range []isnad.Lang{t.Words.Lang, isnad.English, isnad.Arabic} {
		if labels[lang] != "" {
			return Text{labels[lang], lang}
		}
	}
	return Text{}
}

func (t *Table) stand(source *isnad.Stand) *Stand {
	shown := t.shown(source)
	report := t.report(source.Record, shown.Article)
	stand := &Stand{
		Source: source, Report: report, Place: report.Place(shown.Span),
		Words: Text{report.Doc.Words(shown.Span), report.Article.Lang},
	}
	if source.When != "" {
		stand.When = t.Words.Date(source.When)
	}
	for _, id := range source.To {
		stand.To = append(stand.To, t.name(source.Record, id))
	}
	for _, other := range source.Sources {
		from := t.report(source.Record, other.Article)
		if spot := (Spot{from, from.Place(other.Span)}); spot != (Spot{stand.Report, stand.Place}) && !slices.Contains(stand.Others, spot) {
			stand.Others = append(stand.Others, spot)
		}
	}
	return stand
}

// shown is the source whose words are shown: the first in the language of the
// labels, else the first.
func (t *Table) shown(source *isnad.Stand) isnad.Evidence {
	for _, other := range source.Sources {
		if t.records[source.Record].Docs[other.Article].Article.Lang == t.Words.Lang {
			return other
		}
	}
	return source.Evidence
}

// name is the label of an entity of a record.
func (t *Table) name(record int, id isnad.EntityID) Text {
	for i := range t.records[record].Entities {
		if entity := &t.records[record].Entities[i]; entity.ID == id {
			if name := t.label(entity.Label); name.Words != "" {
				return name
			}
		}
	}
	return Written(string(id))
}

// report numbers a report when it is first cited.
func (t *Table) report(record, index int) *Report {
	doc := t.records[record].Docs[index]
	if t.numbered[doc] == nil {
		report := newReport(len(t.Sources)+1, index, doc)
		t.numbered[doc] = report
		t.Sources = append(t.Sources, report)
	}
	return t.numbered[doc]
}

// Pledge is a commitment of one of several records.
type Pledge struct {
	Source *isnad.CommitmentEntry
	Story  Text // its story's title
	By, To []Text
	Words  Text
	Due    string
	Spots  []Spot // where it is told; never empty
}

// Pledges are the commitments of records that still stand, overdue ones first,
// then by the day on which they fall due, those without one last.
type Pledges struct {
	*Table
	List    []*Pledge
	Overdue int
}

// Open is how many are not overdue.
func (p *Pledges) Open() int { return len(p.List) - p.Overdue }

// NewPledges arranges the standing commitments of records.
func NewPledges(records []*isnad.Record, lang isnad.Lang) *Pledges {
	p := &Pledges{Table: newTable(records, lang)}
	type placed struct {
		record int
		*isnad.CommitmentEntry
	}
	var standing []placed
	for r, record := range records {
		for i := range record.Commitments {
			one := &record.Commitments[i]
			if (one.Status == isnad.Open || one.Status == isnad.Overdue) && len(one.Sources) > 0 {
				standing = append(standing, placed{r, one})
			}
		}
	}
	slices.SortStableFunc(standing, func(a, b placed) int {
		late := map[isnad.CommitmentStatus]int{isnad.Open: 1}
		return cmp.Or(cmp.Compare(late[a.Status], late[b.Status]), cmp.Compare(words.SortKey(a.Due), words.SortKey(b.Due)), cmp.Compare(a.ID, b.ID))
	})
	for _, one := range standing {
		if one.Status == isnad.Overdue {
			p.Overdue++
		}
		p.List = append(p.List, p.pledge(one.record, one.CommitmentEntry))
	}
	return p
}

func (p *Pledges) pledge(r int, source *isnad.CommitmentEntry) *Pledge {
	record := p.records[r]
	pledge := &Pledge{Source: source, By: p.named(record, source.By), To: p.named(record, source.To)}
	for i := range record.Stories {
		if record.Stories[i].ID == source.Story {
			pledge.Story = Written(record.Stories[i].Title)
		}
	}
	if source.Due != "" {
		pledge.Due = p.Words.Date(source.Due)
	}
	for _, place := range source.Sources {
		report := p.report(r, place.Article)
		span := report.Doc.Commitments[place.Commitment].What
		if text := (Text{report.Doc.Words(span), report.Article.Lang}); pledge.Words.Words == "" || pledge.Words.Lang != p.Words.Lang && text.Lang == p.Words.Lang {
			pledge.Words = text
		}
		if spot := (Spot{report, report.Place(span)}); !slices.Contains(pledge.Spots, spot) {
			pledge.Spots = append(pledge.Spots, spot)
		}
	}
	return pledge
}

func (p *Pledges) named(record *isnad.Record, list []int) []Text {
	var names []Text
	for _, e := range list {
		name := p.label(record.Entities[e].Label)
		if name.Words == "" {
			name = Written(string(record.Entities[e].ID))
		}
		names = append(names, name)
	}
	return names
}
