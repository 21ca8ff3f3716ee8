package contract

import (
	"cmp"
	"io"
	"slices"

	"github.com/isnad-news/isnad"
)

// WritePositions writes positions that were found in records after the contract.
// The only error is the writer's.
func WritePositions(w io.Writer, records []*isnad.Record, positions []isnad.Position) error {
	return encode(w, NewPositions(records, positions))
}

// NewPositions lays positions out, subject by subject.
func NewPositions(records []*isnad.Record, positions []isnad.Position) *PositionsDocument {
	c := newCiter(records)
	document := &PositionsDocument{Schema: PositionsSchema, Offsets: Offsets, Subjects: []Subject{}}
	for i := range positions {
		position := &positions[i]
		if n := len(document.Subjects); n == 0 || document.Subjects[n-1].ID != position.Subject.ID {
			subject := position.Subject
			document.Subjects = append(document.Subjects, Subject{ID: subject.ID, Label: named(subject.Labels), Stories: same(subject.Stories)})
		}
		subject := &document.Subjects[len(document.Subjects)-1]
		subject.Positions = append(subject.Positions, Position{
			Party: position.Party, Label: named(position.Names), Side: position.Side, Moved: position.Moved, Why: position.Why,
			Stands: list(len(position.Stands), func(i int) Stand { return c.stand(&position.Stands[i]) }),
		})
	}
	document.Articles = c.articles()
	return document
}

// WriteCommitments writes the commitments of records that still stand, overdue
// ones first, after the contract. The only error is the writer's.
func WriteCommitments(w io.Writer, records []*isnad.Record) error {
	return encode(w, NewCommitments(records))
}

// NewCommitments lays the standing commitments of records out: overdue ones
// first, then by due, those without one last, then by ID.
func NewCommitments(records []*isnad.Record) *CommitmentsDocument {
	c := newCiter(records)
	document := &CommitmentsDocument{Schema: CommitmentsSchema, Offsets: Offsets, Commitments: []Commitment{}, Entities: []Labelled{}}
	labels := map[isnad.EntityID]map[isnad.Lang]string{}
	for r, record := range records {
		for i := range record.Commitments {
			one := &record.Commitments[i]
			if one.Status != isnad.Open && one.Status != isnad.Overdue {
				continue
			}
			for _, e := range slices.Concat(one.By, one.To) {
				labels[record.Entities[e].ID] = record.Entities[e].Label
			}
			for _, source := range one.Sources {
				c.cite(r, source.Article)
			}
			document.Commitments = append(document.Commitments, c.builder(r).commitment(i))
		}
	}
	slices.SortStableFunc(document.Commitments, func(a, b Commitment) int {
		late := map[isnad.CommitmentStatus]int{isnad.Open: 1}
		return cmp.Or(cmp.Compare(late[a.Status], late[b.Status]), cmp.Compare(dueKey(a.Due), dueKey(b.Due)), cmp.Compare(a.ID, b.ID))
	})
	for id, label := range labels {
		document.Entities = append(document.Entities, Labelled{id, named(label)})
	}
	slices.SortFunc(document.Entities, func(a, b Labelled) int { return cmp.Compare(a.ID, b.ID) })
	document.Articles = c.articles()
	return document
}

// dueKey puts what is no day last.
func dueKey(due string) string {
	if due == "" || due[0] < '0' || due[0] > '9' {
		return "~" + due
	}
	return due
}

func named(labels map[isnad.Lang]string) map[isnad.Lang]string {
	if labels == nil {
		return map[isnad.Lang]string{}
	}
	return labels
}

// citer notes which articles of records are pointed at.
type citer struct {
	records  []*isnad.Record
	builders map[int]*builder
	cited    map[string]*isnad.Article
}

func newCiter(records []*isnad.Record) *citer {
	return &citer{records: records, builders: map[int]*builder{}, cited: map[string]*isnad.Article{}}
}

// builder lays out what belongs to record r.
func (c *citer) builder(r int) *builder {
	if c.builders[r] == nil {
		c.builders[r] = newBuilder(c.records[r])
	}
	return c.builders[r]
}

func (c *citer) cite(r, article int) {
	a := c.records[r].Docs[article].Article
	c.cited[a.ID+" "+a.Version] = a
}

// articles are those that were pointed at, by ID.
func (c *citer) articles() []Cited {
	out := []Cited{}
	for _, a := range c.cited {
		out = append(out, Cited{a.ID, a.Version, a.URL, Outlet(a.Outlet), a.Lang, a.Title, published(a.Published)})
	}
	slices.SortFunc(out, func(a, b Cited) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Version, b.Version)) })
	return out
}

func (c *citer) stand(source *isnad.Stand) Stand {
	b := c.builder(source.Record)
	for _, place := range source.Sources {
		c.cite(source.Record, place.Article)
	}
	return Stand{
		Kind: source.Kind, When: source.When, Reported: source.Reported, Entry: source.Entry, Commitment: source.Commitment,
		Status: source.Status, To: same(source.To), Witnesses: source.Witnesses, Selector: b.evidence(source.Evidence),
		Numbers: list(len(source.Numbers), func(i int) Number { return number(source.Numbers[i], b.points[source.Evidence.Article]) }),
		Sources: list(len(source.Sources), func(i int) *Selector { return b.evidence(source.Sources[i]) }),
	}
}
