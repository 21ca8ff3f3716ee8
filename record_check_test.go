package isnad

import (
	"errors"
	"strings"
	"testing"
)

// soundRecord is two reports of one story; the second is a copy of the first.
func soundRecord() *Record {
	doc := func(id string) *Doc {
		text := "Strell said that the harbour would open."
		return &Doc{
			Article: &Article{
				ID: id, Version: "v", Text: text,
				Parts: []Part{{Kind: Paragraph, Span: Span{0, len(text)}, CopyOf: -1}},
			},
			Entities:   []LocalEntity{{Kind: Person, Names: []string{"Strell"}}},
			Mentions:   []Mention{{Span: Span{0, 6}, Kind: Person}},
			Statements: []Statement{{Speakers: []Party{{Span: Span{0, 6}}}, Cue: Span{7, 11}, Content: []Span{{12, 39}}, Within: -1}},
			Events:     []Event{{Type: Concede, Trigger: Span{35, 39}, Span: Span{17, 39}}},
			Commitments: []Commitment{
				{Kind: Promise, By: []Party{{}}, What: Span{17, 39}, Event: -1},
			},
		}
	}
	stances := []Stance{{Article: 0, Kind: Reports}, {Article: 1, Kind: Reports}}
	return &Record{
		Docs:      []*Doc{doc("a1"), doc("a2")},
		Witnesses: []Witness{{Articles: []int{0, 1}, Descent: []Descent{{From: -1}, {Article: 1, Share: 1, Added: []Span{{0, 6}, {7, 11}}, Dropped: []Span{{0, 6}}}}}},
		Stories:   []Story{{ID: "s1", Articles: []int{0, 1}, From: "2031-05-03", To: "2031-05-04", Title: "Strell", TitleOf: Evidence{1, Span{0, 6}}}},
		Entities:  []Entity{{ID: "strell", Mentions: []Evidence{{0, Span{0, 6}}, {1, Span{0, 6}}}, Offices: []Office{{}}}},
		Local:     [][]int{{0}, {0}},
		Entries: []Entry{
			{ID: "st-1", Kind: StatementEntry, Story: "s1", Parties: []int{0}, Witnesses: 1, Stances: stances, Sources: []Source{{Article: 0, Statement: 0, Event: -1}, {Article: 1, Statement: 0, Event: -1}}},
			{ID: "ev-1", Kind: EventEntry, Story: "s1", According: []int{0}, Witnesses: 1, Stances: stances, Sources: []Source{{Article: 0, Statement: -1, Event: 0}, {Article: 1, Statement: -1, Event: 0}}},
		},
		Commitments: []CommitmentEntry{{ID: "co-1", Story: "s1", By: []int{0}, Status: Kept, Closed: "ev-1", Sources: []CommitmentSource{{0, 0}, {1, 0}}}},
	}
}

func TestRecordCheck(t *testing.T) {
	if err := soundRecord().Check(); err != nil {
		t.Fatal(err)
	}
	if err := new(Record).Check(); err != nil {
		t.Errorf("empty record: %v", err)
	}
	cases := []struct {
		name  string
		spoil func(*Record)
		want  string
	}{
		{"doc", func(r *Record) { r.Docs[1].Statements[0].Speakers = nil }, "has no speaker"},
		{"docs out of order", func(r *Record) { r.Docs[0], r.Docs[1] = r.Docs[1], r.Docs[0] }, "out of order"},
		{"article twice", func(r *Record) { r.Docs[1].Article.ID = "a1" }, "there twice"},
		{"article in no witness", func(r *Record) { r.Witnesses[0].Articles = []int{0} }, "in no witness"},
		{"article in two witnesses", func(r *Record) { r.Witnesses = append(r.Witnesses, Witness{Articles: []int{1}}) }, "in witness 0 and 1"},
		{"empty witness", func(r *Record) { r.Witnesses = append(r.Witnesses, Witness{}) }, "holds no article"},
		{"witness of an article beyond", func(r *Record) { r.Witnesses[0].Articles[0] = 2 }, "points at article 2 of 2"},
		{"descent of an article missing", func(r *Record) { r.Witnesses[0].Descent = []Descent{{From: -1}} }, "1 articles descend, not 2"},
		{"descent out of order", func(r *Record) { r.Witnesses[0].Descent = []Descent{{Article: 1, From: -1}, {From: 1}} }, "out of order"},
		{"first of a witness descends", func(r *Record) { r.Witnesses[0].Descent = []Descent{{From: 1}, {Article: 1}} }, "first article descends"},
		{"descent from a later article", func(r *Record) { r.Witnesses[0].Descent = []Descent{{From: -1}, {Article: 1, From: 1}} }, "from none before it"},
		{"share beyond the whole", func(r *Record) { r.Witnesses[0].Descent = []Descent{{From: -1}, {Article: 1, Share: 1.5}} }, "shares 1.5"},
		{"added beyond", func(r *Record) { r.Witnesses[0].Descent = []Descent{{From: -1}, {Article: 1, Added: []Span{{0, 99}}}} }, "outside a text"},
		{"left out twice", func(r *Record) {
			r.Witnesses[0].Descent = []Descent{{From: -1}, {Article: 1, Dropped: []Span{{0, 9}, {6, 12}}}}
		}, "out of order"},
		{"article in no story", func(r *Record) { r.Stories[0].Articles = []int{1} }, "in no story"},
		{"story without ID", func(r *Record) { r.Stories[0].ID = "" }, "no name of its own"},
		{"story ends first", func(r *Record) { r.Stories[0].To = "2031-05-01" }, "ends before it begins"},
		{"title from elsewhere", func(r *Record) { r.Stories[0].TitleOf.Span.End = 5 }, "title is not the words"},
		{"title beyond", func(r *Record) { r.Stories[0].TitleOf.Article = -1 }, "points at article -1"},
		{"two entities with an ID", func(r *Record) { r.Entities = append(r.Entities, r.Entities[0]) }, "no name of its own"},
		{"mention beyond", func(r *Record) { r.Entities[0].Mentions[1].Span.End = 99 }, "outside a text"},
		{"office from nowhere", func(r *Record) { r.Entities[0].Offices[0].Source.Article = 7 }, "points at article 7"},
		{"entities of a doc missing", func(r *Record) { r.Local = r.Local[:1] }, "1 docs have entities"},
		{"entity of a doc missing", func(r *Record) { r.Local[0] = nil }, "0 entities are joined, not 1"},
		{"entity that is not there", func(r *Record) { r.Local[1][0] = 1 }, "not there"},
		{"entry without ID", func(r *Record) { r.Entries[0].ID = "" }, "no name of its own"},
		{"entry of no story", func(r *Record) { r.Entries[0].Story = "s2" }, "of no story"},
		{"entry without source", func(r *Record) { r.Entries[0].Sources = nil }, "has no source"},
		{"entry told outside its story", func(r *Record) { r.Entries[0].Sources[0].Article = 5 }, "outside its story"},
		{"statement beyond", func(r *Record) { r.Entries[0].Sources[1].Statement = 1 }, "points at statement 1 of 1"},
		{"event beyond", func(r *Record) { r.Entries[1].Sources[1].Event = -1 }, "points at event -1 of 1"},
		{"source is both", func(r *Record) { r.Entries[1].Sources[1].Statement = 0 }, "no event alone"},
		{"source twice", func(r *Record) { r.Entries[0].Sources[1].Article = 0 }, "shares a source with st-1"},
		{"copy counted", func(r *Record) { r.Entries[0].Witnesses = 2 }, "counts 2 witnesses of 1"},
		{"stance missing", func(r *Record) { r.Entries[0].Stances = r.Entries[0].Stances[:1] }, "1 articles stand"},
		{"stances out of order", func(r *Record) { r.Entries[0].Stances = []Stance{{Article: 1, Kind: Reports}, {Kind: Reports}} }, "stance 0 is out of order"},
		{"teller silent", func(r *Record) { r.Entries[0].Stances = []Stance{{Kind: Silent}, {Article: 1, Kind: Reports}} }, `stance 0 is "silent"`},
		{"no teller and not silent", func(r *Record) { r.Entries[0].Sources = r.Entries[0].Sources[:1] }, `stance 1 is "reports"`},
		{"party beyond", func(r *Record) { r.Entries[0].Parties[0] = 1 }, "points at entity 1 of 1"},
		{"parties out of order", func(r *Record) { r.Entries[1].According = []int{0, 0} }, "entities are out of order"},
		{"commitment without ID", func(r *Record) { r.Commitments[0].ID = "" }, "no name of its own"},
		{"commitment of no story", func(r *Record) { r.Commitments[0].Story = "" }, "of no story"},
		{"commitment without source", func(r *Record) { r.Commitments[0].Sources = nil }, "has no source"},
		{"commitment told elsewhere", func(r *Record) { r.Commitments[0].Sources[0].Article = 2 }, "outside its story"},
		{"commitment beyond", func(r *Record) { r.Commitments[0].Sources[0].Commitment = 1 }, "points at commitment 1 of 1"},
		{"closed by nothing", func(r *Record) { r.Commitments[0].Closed = "ev-2" }, "not there"},
		{"closed and open", func(r *Record) { r.Commitments[0].Status = Open }, "closed and open"},
		{"promised by nobody", func(r *Record) { r.Commitments[0].By = []int{3} }, "points at entity 3"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			record := soundRecord()
			c.spoil(record)
			err := record.Check()
			if !errors.Is(err, Invalid) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("err = %v, want kind %q and %q in it", err, Invalid, c.want)
			}
		})
	}
}
