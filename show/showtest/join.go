package showtest

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

var names = func() map[string]string {
	raw, err := reports.ReadFile("names.txt")
	if err != nil {
		panic(err)
	}
	list := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		if key, words, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			list[key] = words
		}
	}
	return list
}()

// labels are the entities of the record, in order, with their English names;
// [names] holds the Arabic ones.
var labels = []struct {
	id      isnad.EntityID
	english string
}{
	{"haddaf", "Salim Haddaf"}, {"lubna", "Lubna Qasim"}, {"marjania", "Marjania"}, {"mersa", "Mersa"},
	{"presidency", "Sahlian presidency"}, {"rumayh", "Bashir Rumayh"}, {"sahlia", "Sahlia"},
	{"tamsan", "Nadira Tamsan"}, {"tamsanoffice", ""}, {"wadi", "Wadi crossing"},
}

// Record is five reports on two stories: a call told by two Arabic reports and
// an English one, which a fourth copies, and a strike a week later.
func Record() *isnad.Record {
	sheets := []*sheet{sahil(), mujaz(), harbour("harbour", "The Harbour Times"), harbour("valley", "Valley Post"), dockers()}
	slices.SortFunc(sheets, func(a, b *sheet) int { return strings.Compare(a.article.ID, b.article.ID) })
	j := &joiner{record: &isnad.Record{}, at: map[string]int{}}
	for i, s := range sheets {
		j.record.Docs = append(j.record.Docs, s.doc)
		j.at[strings.TrimSuffix(s.article.Source, ".txt")] = i
	}
	j.sheets = sheets
	j.entities()
	j.stories()
	j.entries()
	j.commitments()
	return j.record
}

type joiner struct {
	record *isnad.Record
	sheets []*sheet
	at     map[string]int // report name → index into record.Docs
}

func (j *joiner) entities() {
	place := map[string]int{}
	for i, label := range labels {
		entity := isnad.Entity{ID: label.id, Kind: kinds[string(label.id)], Label: map[isnad.Lang]string{}}
		for lang, text := range map[isnad.Lang]string{isnad.English: label.english, isnad.Arabic: names[string(label.id)]} {
			if text != "" {
				entity.Label[lang] = text
			}
		}
		for _, lang := range []isnad.Lang{isnad.Arabic, isnad.English} {
			if text, ok := entity.Label[lang]; ok {
				entity.Names = append(entity.Names, isnad.Name{Lang: lang, Text: text})
			}
		}
		place[string(label.id)] = i
		j.record.Entities = append(j.record.Entities, entity)
	}
	j.record.Entities[0].Country, j.record.Entities[0].Sector = "SHL", "GOV"
	j.record.Entities[0].Known = "haddaf"
	j.record.Entities[7].Inferred = "Nadira Tamsan and its Arabic spelling agree letter by letter"
	for d, s := range j.sheets {
		local := make([]int, len(s.doc.Entities))
		for name, index := range s.entities {
			local[index] = place[name]
		}
		for _, mention := range s.doc.Mentions {
			entity := &j.record.Entities[local[mention.Entity]]
			evidence := isnad.Evidence{Article: d, Span: mention.Span}
			entity.Mentions = append(entity.Mentions, evidence)
			for _, role := range mention.Roles {
				entity.Offices = append(entity.Offices, isnad.Office{Text: role.Text, Lang: s.article.Lang, Source: isnad.Evidence{Article: d, Span: role.Span}})
			}
		}
		j.record.Local = append(j.record.Local, local)
	}
}

func (j *joiner) stories() {
	call := []int{j.at["sahil"], j.at["mujaz"], j.at["harbour"], j.at["valley"]}
	title := func(name string) isnad.Evidence {
		return isnad.Evidence{Article: j.at[name], Span: j.sheets[j.at[name]].article.Parts[0].Span}
	}
	j.record.Stories = []isnad.Story{
		{ID: "s0000000000c1", Articles: call, From: "2026-03-11", To: "2026-03-12", Title: j.sheets[call[0]].article.Title, TitleOf: title("sahil")},
		{ID: "s0000000000d2", Articles: []int{j.at["dockers"]}, From: "2026-03-18", To: "2026-03-18", Title: j.sheets[j.at["dockers"]].article.Title, TitleOf: title("dockers")},
	}
	j.record.Witnesses = []isnad.Witness{
		{Articles: []int{j.at["dockers"]}},
		{Articles: []int{j.at["harbour"], j.at["valley"]}, Agency: "Mina News Agency", Why: "near copies: 93 % of words shared", Descent: j.descent("harbour", "valley")},
		{Articles: []int{j.at["mujaz"]}},
		{Articles: []int{j.at["sahil"]}},
	}
}

// descent says that the last sentence of the second report stands in it alone.
func (j *joiner) descent(first, second string) []isnad.Descent {
	sentences := j.record.Docs[j.at[second]].Sentences
	return []isnad.Descent{
		{Article: j.at[first], From: -1},
		{Article: j.at[second], From: j.at[first], Why: "93 % of its word triples are in it", Share: 0.93, Added: []isnad.Span{sentences[len(sentences)-1].Span}},
	}
}

// source names a fact as "report:fact".
func (j *joiner) source(name string, why string) isnad.Source {
	report, fact, _ := strings.Cut(name, ":")
	s := j.sheets[j.at[report]]
	source := isnad.Source{Article: j.at[report], Statement: -1, Event: -1, Why: why}
	if strings.HasPrefix(fact, "s") {
		source.Statement = s.index[fact]
	} else {
		source.Event = s.index[fact]
	}
	return source
}

func (j *joiner) people(list string) []int {
	var indexes []int
	for name := range strings.FieldsSeq(list) {
		indexes = append(indexes, slices.IndexFunc(labels, func(l struct {
			id      isnad.EntityID
			english string
		}) bool {
			return string(l.id) == name
		}))
	}
	slices.Sort(indexes)
	return indexes
}
