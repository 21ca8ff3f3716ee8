package records_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/records"
)

// told is a statement of a report in a test: who says what.
type told struct {
	speaker int    // index of hasan, kori, marsa; -1 for one without a name
	source  string // the description of one without a name
	words   string
	denies  bool
}

// telling is a report that consists of statements.
func telling(id string, language isnad.Lang, list ...told) *isnad.Doc {
	var sentences []string
	for _, one := range list {
		sentences = append(sentences, one.words)
	}
	doc := report(id, "2031-05-05", sentences...)
	doc.Article.Lang = language
	for i, one := range list {
		party := isnad.Party{Entity: one.speaker}
		if one.speaker < 0 {
			party = isnad.Party{Entity: -1, Unnamed: true, Text: one.source}
		} else {
			at := isnad.Span{Start: doc.Sentences[i].Span.Start, End: doc.Sentences[i].Span.Start + 1}
			doc.Mentions = append(doc.Mentions, isnad.Mention{Span: at, Kind: isnad.Person, Form: isnad.Named, Entity: one.speaker})
		}
		polarity := isnad.Affirms
		if one.denies {
			polarity = isnad.Denies
		}
		doc.Statements = append(doc.Statements, isnad.Statement{
			Speakers: []isnad.Party{party}, Content: []isnad.Span{doc.Sentences[i].Span}, Polarity: polarity, Within: -1, By: "test",
		})
	}
	return doc
}

func statements(record *isnad.Record) []isnad.Entry {
	return slices.DeleteFunc(slices.Clone(record.Entries), func(e isnad.Entry) bool { return e.Kind != isnad.StatementEntry })
}

func TestSameStatement(t *testing.T) {
	const hasan, kori, marsa = 0, 1, 2
	by := func(speaker int, words string) told { return told{speaker: speaker, words: words} }
	from := func(source, words string) told { return told{speaker: -1, source: source, words: words} }
	tests := []struct {
		name string
		a, b told
		same bool
	}{
		{"in the same words", by(hasan, "the harbour of Nerin opens to grain ships on Sunday"), by(hasan, "the harbour of Nerin opens to grain ships on Sunday"), true},
		{"in other words", by(hasan, "the harbour of Nerin would open to grain ships on Sunday"), by(hasan, "grain ships could use Nerin's harbour, which opens on Sunday"), true},
		{"a part and its whole", by(hasan, "customs duties on wheat fall in autumn"), by(hasan, "the council had agreed that customs duties on wheat fall in autumn, and that the fishing fleet keeps its licences for another year"), true},
		{"two things by one speaker", by(hasan, "the harbour of Nerin opens to grain ships on Sunday"), by(hasan, "the fishing fleet keeps its licences for another year"), false},
		{"the same words by two speakers", by(hasan, "the harbour of Nerin opens to grain ships on Sunday"), by(kori, "the harbour of Nerin opens to grain ships on Sunday"), false},
		{"another number", by(hasan, "12 sailors were rescued from the burning ferry off Nerin"), by(hasan, "15 sailors were rescued from the burning ferry off Nerin"), true},
		{"one subject, other numbers", by(hasan, "the clinic recorded 3 cases of fever in Nerin"), by(hasan, "7 patients with fever recovered"), false},
		{"yes and no", by(kori, "the delegation will attend the summit in Marsa"), by(kori, "the delegation will not attend the summit in Marsa"), false},
		{"one description", from("a senior customs official", "the warehouses hold wheat for two months"), from("senior customs official", "warehouses hold two months of wheat"), true},
		{"one word for many", from("sources", "several fighters were killed"), from("sources", "fighters were killed in the ambush near the northern bridge"), false},
		{"two descriptions, nearly verbatim", from("a statement", "the warehouses of Nerin hold wheat for two months of need"), by(marsa, "the warehouses of Nerin hold wheat for two months of need"), true},
		{"two descriptions, one subject", from("a harbour pilot", "the wheat in the warehouses is rotting"), by(marsa, "the warehouses of Nerin hold wheat for two months of need"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, pair := range [...][2]told{{tt.a, tt.b}, {tt.b, tt.a}} {
				record := build(telling("a1", isnad.English, pair[0]), telling("a2", isnad.English, pair[1]))
				if got := len(statements(record)) == 1; got != tt.same {
					t.Errorf("one entry: %t, want %t", got, tt.same)
				}
				if err := record.Check(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// Arabic: inflection, clitics and the rest of a speaker's description that the
// content begins with.
func TestSameStatementArabic(t *testing.T) {
	tests := []struct {
		name string
		a, b told
		same bool
	}{
		{
			"inflected otherwise",
			told{speaker: 0, words: "أن سفن الحبوب ستدخل ميناء نيرين يوم الأحد"},
			told{speaker: 0, words: "إن ميناء نيرين يستقبل سفينة للحبوب الأحد"}, true,
		},
		{
			"the speaker's title in the content",
			told{speaker: -1, source: "المتحدث الرسمي", words: "باسم شرطة ميناء نيرين العقيد سالم أن الدوريات ضبطت أربعين طنا من الوقود المهرب"},
			told{speaker: -1, source: "متحدث باسم شرطة ميناء نيرين", words: "أن دوريات ضبطت أربعين طنا من وقود مهرب"}, true,
		},
		{
			"two mayors",
			told{speaker: -1, source: "رئيس بلدية نيرين", words: "أن الخدمة متاحة للمواطنين بتعاون البلدية"},
			told{speaker: -1, source: "رئيس المجلس البلدي في مرسى", words: "أن المجلس يسعى مع البلدية إلى توفير الخدمة للمواطنين في القرى"}, false,
		},
		{
			"denied and said not to be so",
			told{speaker: 0, words: "تأجيل افتتاح ميناء نيرين إلى الخريف", denies: true},
			told{speaker: 0, words: "إن تأجيل افتتاح ميناء نيرين إلى الخريف غير صحيح"}, true,
		},
		{
			"said and not done",
			told{speaker: 1, words: "أن الوفد سيحضر قمة مرسى"},
			told{speaker: 1, words: "أن الوفد لن يحضر قمة مرسى"}, false,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			record := build(telling("a1", isnad.Arabic, tt.a), telling("a2", isnad.Arabic, tt.b))
			if got := len(statements(record)) == 1; got != tt.same {
				t.Errorf("one entry: %t, want %t", got, tt.same)
			}
		})
	}
}

// What differs in a number is kept side by side, with who says which.
func TestStatementDiffersInNumber(t *testing.T) {
	record := build(
		telling("a1", isnad.English, told{speaker: 0, words: "12 sailors were rescued from the burning ferry off Nerin"}),
		telling("a2", isnad.English, told{speaker: 0, words: "15 sailors were rescued from the burning ferry off Nerin"}),
		telling("a3", isnad.English, told{speaker: 0, words: "sailors were rescued from the burning ferry off Nerin"}),
	)
	list := statements(record)
	if len(list) != 1 {
		t.Fatalf("%d entries", len(list))
	}
	want := []isnad.Stance{
		{Article: 0, Kind: isnad.Differs, Differences: []isnad.Difference{{What: "number", Value: "12 sailors", Others: "15 sailors"}}},
		{Article: 1, Kind: isnad.Differs, Differences: []isnad.Difference{{What: "number", Value: "15 sailors", Others: "12 sailors"}}},
		{Article: 2, Kind: isnad.Reports},
	}
	if diff := cmp.Diff(want, list[0].Stances); diff != "" {
		t.Error(diff)
	}
}

// A denial of what someone else said stays an entry of its own, and the article
// that carries it denies through it.
func TestDenialOfAnother(t *testing.T) {
	record := build(
		telling("a1", isnad.English, told{speaker: 0, words: "the two sides agreed to reopen the harbour of Nerin"}),
		telling("a2", isnad.English, told{speaker: 1, words: "that the two sides had agreed to reopen the harbour of Nerin", denies: true}),
	)
	if err := record.Check(); err != nil {
		t.Fatal(err)
	}
	list := statements(record)
	if len(list) != 2 {
		t.Fatalf("%d entries", len(list))
	}
	if got := list[0].Stances[1]; got.Kind != isnad.DeniesIt || got.Through != list[1].ID {
		t.Errorf("%+v, want a denial through %s", got, list[1].ID)
	}
	if list[0].Witnesses != 1 || list[1].Witnesses != 1 || list[1].Stances[0].Kind != isnad.Silent {
		t.Errorf("witnesses %d and %d; the denied article is %q on the denial", list[0].Witnesses, list[1].Witnesses, list[1].Stances[0].Kind)
	}
}

// lines are what the speakers of the laws say.
var lines = []string{
	"the harbour of Nerin opens to grain ships on Sunday", "grain ships may use the harbour of Nerin from Sunday on",
	"12 sailors were rescued from the burning ferry", "15 sailors were rescued from the burning ferry", "no sailors were rescued",
	"the fishing fleet keeps its licences for another year", "the delegation will attend the summit in Marsa", "the delegation will not attend the summit in Marsa",
}

// world draws some reports.
func world(t *rapid.T) []*isnad.Doc {
	var docs []*isnad.Doc
	for d := range rapid.IntRange(1, 5).Draw(t, "docs") {
		var list []told
		for range rapid.IntRange(1, 5).Draw(t, "statements") {
			one := told{speaker: rapid.IntRange(-1, 2).Draw(t, "speaker"), words: rapid.SampledFrom(lines).Draw(t, "words"), denies: rapid.IntRange(0, 4).Draw(t, "denies") == 0}
			if one.speaker < 0 {
				one.source = rapid.SampledFrom([]string{"sources", "a senior official", "the statement"}).Draw(t, "source")
			}
			list = append(list, one)
		}
		docs = append(docs, telling(fmt.Sprintf("a%d", d), isnad.English, list...))
	}
	return docs
}

// shape is what the statements of a record are, by the articles' IDs.
func shape(record *isnad.Record) []string {
	var list []string
	for _, entry := range statements(record) {
		var sources []string
		for _, source := range entry.Sources {
			sources = append(sources, fmt.Sprintf("%s/%d", record.Docs[source.Article].Article.ID, source.Statement))
		}
		slices.Sort(sources)
		list = append(list, fmt.Sprint(entry.ID, " ", entry.Witnesses, " ", strings.Join(sources, " ")))
	}
	slices.Sort(list)
	return list
}

// Law 4: the entries do not depend on the order of the story's articles.
func TestStatementsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := world(t)
		record := build(docs...)
		if err := record.Check(); err != nil {
			t.Fatal(err)
		}
		order := rapid.Permutation(record.Stories[0].Articles).Draw(t, "order")
		story := record.Stories[0]
		story.Articles = order
		again := records.Build(docs, record.Entities, record.Local, record.Witnesses, []isnad.Story{story})
		if diff := cmp.Diff(shape(record), shape(again)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Law 5: a copy, of the same witness as its original, adds no witness and parts
// or joins no entries.
func TestStatementsCopy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := world(t)
		before := build(docs...)
		copied := *docs[0].Article
		copied.ID = "z"
		twin := *docs[0]
		twin.Article = &copied
		with := build(append(slices.Clone(docs), &twin)...)
		witnesses := slices.Clone(with.Witnesses[:len(docs)])
		witnesses[0].Articles = []int{0, len(docs)}
		after := records.Build(with.Docs, with.Entities, with.Local, witnesses, with.Stories)
		if err := after.Check(); err != nil {
			t.Fatal(err)
		}
		most := func(r *isnad.Record) (n int) {
			for _, entry := range statements(r) {
				n = max(n, entry.Witnesses)
			}
			return n
		}
		if most(after) > len(docs) || len(statements(after)) > len(statements(before))+len(docs[0].Statements) {
			t.Fatalf("%d entries of %d witnesses at most, before %d of %d", len(statements(after)), most(after), len(statements(before)), most(before))
		}
	})
}

// The sources of an entry agree on the speaker: no entry holds two who are
// known as two, and every statement is in one entry alone.
func TestStatementsAgreeOnSpeaker(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := world(t)
		all := 0
		for _, doc := range docs {
			all += len(doc.Statements)
		}
		held := 0
		for _, entry := range statements(build(docs...)) {
			held += len(entry.Sources)
			if len(entry.Parties) > 1 {
				t.Fatalf("%s is said by %v", entry.ID, entry.Parties)
			}
		}
		if held != all {
			t.Fatalf("%d statements in entries, of %d", held, all)
		}
	})
}

// TestManyReports holds that what most reports of a large story say is one entry,
// on either side of where items are no longer compared each with each and where a
// feature is frequent.
func TestManyReports(t *testing.T) {
	for _, test := range []struct{ reports, others int }{{64, 5}, {64, 7}, {65, 5}, {65, 7}, {300, 2}, {500, 0}} {
		t.Run(fmt.Sprint(test.reports, "+", test.others), func(t *testing.T) {
			var docs []*isnad.Doc
			for i := range test.reports {
				list := []told{{speaker: 0, words: fmt.Sprint("the harbour of Nerin opens to grain ships on Sunday", strings.Repeat(" at last", i%2))}}
				for k := range test.others {
					list = append(list, told{speaker: 1, words: fmt.Sprintf("word%da%d word%db%d word%dc%d word%dd%d", i, k, i, k, i, k, i, k)})
				}
				docs = append(docs, telling(fmt.Sprintf("a%03d", i), isnad.English, list...))
			}
			most := 0
			for _, entry := range statements(build(docs...)) {
				most = max(most, len(entry.Sources))
			}
			if most != test.reports {
				t.Errorf("the largest entry has %d sources of %d reports", most, test.reports)
			}
		})
	}
}

// TestSameStatementAcross holds over two languages: of a word with several
// readings one counts, and names alone, or other numbers, make no one statement.
func TestSameStatementAcross(t *testing.T) {
	for _, test := range []struct {
		name            string
		arabic, english string
		same            bool
	}{
		{"words of several readings", "الاتصال الصريح حول الصيد", "a frank call of 40 minutes about fishing", true},
		{"in other words", "أن سفن الحبوب ستدخل الميناء صباح الأحد", "grain ships would enter the port on Sunday morning", true},
		{"another subject", "أن سفن الحبوب ستدخل الميناء صباح الأحد", "the teachers had ended their strike over unpaid wages", false},
		{"other numbers", "أن 12 بحارا قتلوا في هجوم على الميناء قبل الفجر وأصيب 30 آخرون", "drones set a store at the port on fire before dawn and 45 people were killed there", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			record := build(telling("a1", isnad.Arabic, told{words: test.arabic}), telling("a2", isnad.English, told{words: test.english}))
			if got := len(statements(record)) == 1; got != test.same {
				t.Errorf("one entry: %t, want %t", got, test.same)
			}
		})
	}
}
