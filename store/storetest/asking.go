package storetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// find searches for what a person could type.
func find(t *testing.T, store Store, text string) []isnad.Hit {
	t.Helper()
	query, err := isnad.ParseQuery(text)
	if err != nil {
		t.Errorf("%s: %v", text, err)
		return nil
	}
	query.Limit = 10
	hits, err := store.Find(t.Context(), query)
	if err != nil {
		t.Errorf("%s: %v", text, err)
	}
	return hits
}

// finds asks for the reports that a query finds, in their order if there is one.
func finds(t *testing.T, store Store, query string, ordered bool, want ...report) {
	t.Helper()
	var got, ids []string
	for _, hit := range find(t, store, query) {
		got = append(got, hit.Article.ID)
	}
	for _, one := range want {
		ids = append(ids, one.article().ID)
	}
	if !ordered {
		slices.Sort(got)
		slices.Sort(ids)
	}
	same(t, query, ids, got)
	if parsed, err := isnad.ParseQuery(query); err == nil {
		if n, err := store.Count(t.Context(), parsed); err != nil || n != len(want) {
			t.Errorf("%s: counts %d, want %d, error %v", query, n, len(want), err)
		}
	}
}

func testSearch(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	for _, c := range []struct {
		query string
		want  []report
	}{
		{"harbour", []report{harbour}},
		{"HARBOURS", []report{harbour}},
		{"opening harbour", []report{harbour}},
		{"harbour bridge", nil},
		{"said", []report{harbour, mina, bridge, undated}},
		{`"open on Monday"`, []report{harbour}},
		{`"Monday on open"`, nil},
		{`"would be" lamps`, []report{undated}},
		{"said -harbour -\"bridge at Tarn\"", []report{mina, undated}},
		{"الميناء", []report{mina}},
		{"ميناء", []report{mina}},
		{"للمِيناء", []report{mina}},
		{"\u00abيوم الاثنين\u00bb", []report{mina}},
		{"zebra", nil},
	} {
		finds(t, store, c.query, false, c.want...)
		for _, hit := range find(t, store, c.query) {
			if len(hit.Spans) == 0 {
				t.Errorf("%s: a hit without words", c.query)
			}
			for i, span := range hit.Spans {
				if err := span.Check(hit.Article.Text); err != nil || span.Empty() || i > 0 && span.Start < hit.Spans[i-1].End {
					t.Errorf("%s: span %v, error %v", c.query, span, err)
				}
			}
		}
	}
	for limit, want := range map[int]int{2: 2, 0: 0, -1: 0} {
		hits, err := store.Find(t.Context(), isnad.Query{Conditions: []isnad.Condition{{Field: isnad.InText, Value: "said"}}, Limit: limit})
		if err != nil || len(hits) != want {
			t.Errorf("%d hits of %d, error %v", len(hits), limit, err)
		}
		if n, err := store.Count(t.Context(), isnad.Query{Conditions: []isnad.Condition{{Field: isnad.InText, Value: "said"}}, Limit: limit}); err != nil || n <= 2 {
			t.Errorf("counts %d, limit %d, error %v", n, limit, err)
		}
	}
	// A word of the title comes before the same word in the text.
	text := report{"https://lamp.example/y", "Lamp", "Other news", "Adela Korrin", "a bridge", "2031-01-01"}
	put(t, store, isnad.Added, text.intake("a.zip"))
	finds(t, store, "bridge", true, bridge, text)
}

func testSearchFields(t *testing.T, place Place) {
	store := open(t, place)
	bare := report{"https://lamp.example/z", "Lamp", "Bare report", "Adela Korrin", "nobody read this", "2031-05-04"}
	unannotated := bare.intake("a.zip")
	unannotated.Doc, unannotated.Rules = nil, ""
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"), unannotated)
	for _, c := range []struct {
		query string
		want  []report // the latest first
	}{
		{"speaker:Strell", []report{harbour}},
		{`speaker:"anneke strell"`, []report{harbour}},
		{`speaker:"Strell Anneke"`, nil},
		{"speaker:Anneke speaker:Veld", nil},
		{"متحدث:سترل", []report{mina}},
		{"متحدث:\"أنيكة سترل\"", []report{mina}},
		{"متحدث:انيكه", []report{mina}},
		{"entity:Veld", []report{bridge}},
		{"event:CONCEDE", []report{bridge, mina, harbour, undated}},
		{"event:assault", nil},
		{"event:concede -speaker:Veld -event:assault", []report{mina, harbour, undated}},
		{"outlet:mawj", []report{bridge, harbour}},
		{"outlet:Mawj outlet:Lamp", []report{bridge, bare, harbour, undated}},
		{"-outlet:Mawj", []report{mina, bare, undated}},
		{"صحيفة:كورفوس", []report{mina}},
		{"lang:ar", nil},
		{"lang:en from:2031-05-04", []report{bridge, mina, bare}},
		{"from:2031-05 to:2031-05", []report{mina, bare, harbour}},
		{"to:2031-05-03", []report{harbour}},
		{"-harbour outlet:mawj", []report{bridge}},
		{"korrin outlet:lamp from:2031", []report{bare}},
		{"speaker:Korrin", []report{undated}},
		{"said outlet:mawj speaker:veld from:2031-06-01", []report{bridge}},
	} {
		want := slices.Clone(c.want)
		if c.query == "lang:en from:2031-05-04" || c.query == "-outlet:Mawj" || strings.HasPrefix(c.query, "from:2031-05 ") {
			slices.SortFunc(want[slices.Index(want, mina):slices.Index(want, mina)+2], func(a, b report) int { return strings.Compare(a.article().ID, b.article().ID) })
		}
		finds(t, store, c.query, true, want...)
	}
	finds(t, roundTrip(t, store, place), "speaker:Strell outlet:mawj event:concede", true, harbour)
	nameless := isnad.Query{Limit: 9, Conditions: []isnad.Condition{{Field: isnad.SpeakerName, Value: "!"}}}
	fails(t, "no name", second(store.Find(t.Context(), nameless)), isnad.Invalid)
}

// A hit shows what was said by who was asked for, of that what holds the words.
func testSearchStatements(t *testing.T, place Place) {
	store := open(t, place)
	intake := harbour.intake("a.zip")
	doc := intake.Doc
	second := doc.Statements[0]
	second.Content = []isnad.Span{span(doc.Article.Text, "on Monday")}
	doc.Statements = append(doc.Statements, second)
	put(t, store, isnad.Added, intake, bridge.intake("a.zip"))
	for query, want := range map[string][]int{
		"speaker:strell": {0, 1}, "speaker:strell monday": {0, 1}, "speaker:strell would": {0}, "speaker:strell said": {0, 1},
		"harbour": {0}, "monday": {0, 1}, "strell": nil, "outlet:mawj": nil,
	} {
		for _, hit := range find(t, store, query) {
			if hit.Article.ID != doc.Article.ID {
				continue
			}
			same(t, query, want, hit.Statements)
			same(t, query, doc, hit.Doc)
		}
	}
	for query, want := range map[string][]int{"event:concede": {0}, "harbour": nil} {
		same(t, query, want, find(t, store, query)[0].Events)
	}
}

// What others in its story call someone finds a report, as long as the story
// stands; a row of the known facts does so too.
func testSearchOtherNames(t *testing.T, place Place) {
	store := open(t, place)
	rowed := mina.intake("a.zip")
	rowed.Doc.Entities[0].Known = "strell-2"
	put(t, store, isnad.Added, harbour.intake("a.zip"), rowed, bridge.intake("a.zip"))
	joined := record(true, harbour, mina)
	for d := range joined.Docs {
		if joined.Docs[d].Article.ID == rowed.Article.ID {
			joined.Docs[d] = rowed.Doc
		}
	}
	joined.Entities[0].Names = []isnad.Name{{Lang: isnad.Arabic, Text: mina.who}, {Lang: isnad.English, Text: harbour.who}}
	joined.Entities[0].Known, joined.Entities[0].Mentions = "strell-2", append(joined.Entities[0].Mentions, joined.Entities[1].Mentions...)
	joined.Entities, joined.Local[1] = joined.Entities[:1], []int{0}
	for i := range joined.Entries {
		joined.Entries[i].Parties = []int{0}
	}
	byRow := isnad.Query{Limit: 9, Conditions: []isnad.Condition{{Field: isnad.SpeakerName, Value: "nobody", Known: []string{"strell-2"}}}}
	rows := func() int {
		t.Helper()
		hits, err := store.Find(t.Context(), byRow)
		if err != nil {
			t.Fatal(err)
		}
		return len(hits)
	}
	finds(t, store, "speaker:strell", true, harbour)
	if rows() != 1 {
		t.Error("the row finds not what knows it alone")
	}
	putRecord(t, store, joined)
	other := roundTrip(t, store, place)
	for _, s := range []Store{store, other} {
		finds(t, s, "speaker:strell", true, mina, harbour)
		finds(t, s, "متحدث:سترل -entity:Veld", true, mina, harbour)
		for _, hit := range find(t, s, "speaker:strell") {
			if hit.Story != joined.Stories[0].ID || len(hit.Statements) != 1 {
				t.Errorf("hit of %s with statements %v", hit.Story, hit.Statements)
			}
		}
	}
	if rows() != 2 {
		t.Error("the row finds not what the story knows")
	}
	// The same docs again, made by other rules, change nothing of it.
	if err := store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{harbour.doc(), rowed.Doc}); err != nil {
		t.Fatal(err)
	}
	finds(t, store, "speaker:strell", true, mina, harbour)
	// Another doc has the names that it gives, until it is put with its story.
	changed := mina.doc()
	changed.Entities[0].Names = append(changed.Entities[0].Names, "someone")
	if err := store.PutDocs(t.Context(), "hand 3", []*isnad.Doc{changed}); err != nil {
		t.Fatal(err)
	}
	finds(t, store, "speaker:strell", true, harbour)
	finds(t, store, "speaker:someone", true, mina)
	roundTrip(t, store, place)
	putRecord(t, store, joined)
	putRecord(t, store, record(true, harbour))
	finds(t, store, "speaker:strell", true, harbour)
	if _, err := store.Forget(t.Context(), harbour.article().ID, "asked"); err != nil {
		t.Fatal(err)
	}
	finds(t, store, "speaker:strell", true)
}

func testSearchEdited(t *testing.T, place Place) {
	store := open(t, place)
	later := harbour.edited("the harbour would open on Tuesday")
	later.who = "Tamsin Orr"
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	put(t, store, isnad.Edited, later.intake("b.zip"))
	now := func(words, speaker bool) {
		t.Helper()
		for query, want := range map[string]bool{"Monday": words, "Tuesday": !words, "speaker:Strell": speaker, "speaker:Orr": !speaker} {
			if got := len(find(t, store, query)) == 1; got != want {
				t.Errorf("%s is found: %v, want %v", query, got, want)
			}
		}
	}
	now(false, false)
	put(t, store, isnad.Edited, harbour.intake("c.zip"))
	now(true, true)
	// A doc that is made again of the version before changes nothing.
	if err := store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{later.doc()}); err != nil {
		t.Fatal(err)
	}
	now(true, true)
	better := harbour.doc()
	better.Entities[0].Names = []string{"Tamsin Orr"}
	if err := store.PutDocs(t.Context(), "hand 2", []*isnad.Doc{better}); err != nil {
		t.Fatal(err)
	}
	now(true, false)
}

// No query can break the search.
func testQueries(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"))
	ask := func(field isnad.Field, value string) error {
		return second(store.Find(t.Context(), isnad.Query{Limit: 9, Conditions: []isnad.Condition{{Field: field, Value: value, Known: []string{`"x`, "a OR b", ""}}}}))
	}
	for _, value := range []string{"AND", "NOT harbour", "harbour OR", "title:harbour", "har*", "^harbour", "NEAR(harbour open)", `""harbour"`, "harbour-open",
		"'; DROP TABLE x; --", "harbour\x00open", "\xff harbour", "3.5", "{harbour}", "\u241e a", "\u2116us b"} {
		for _, field := range []isnad.Field{isnad.InText, isnad.SpeakerName, isnad.EntityName, isnad.EventCode, isnad.OutletName, isnad.Language} {
			if err := ask(field, value); err != nil {
				t.Errorf("%s %q: %v", field, value, err)
			}
		}
	}
	for _, value := range []string{"", " ", `""`, "؟!", "\x00"} {
		fails(t, value, ask(isnad.InText, value), isnad.Invalid)
	}
	fails(t, "no condition", second(store.Find(t.Context(), isnad.Query{Limit: 9})), isnad.Invalid)
	fails(t, "no field", ask("no", "harbour"), isnad.Invalid)
	fails(t, "long query", ask(isnad.InText, strings.Repeat("a ", 1<<19)), isnad.TooLarge)
}
