package entities

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

func TestAlike(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"فوغل", "فوجل", true},
		{"فوغل", "fogel", true},
		{"زيلينسكي", "زيلنسكي", true},
		{"زيلينسكي", "zelensky", true},
		{"سيرجي", "سيرغي", true},
		{"سيرغي", "sergei", true},
		{"دميتري", "ديمتري", true},
		{"ويتكوف", "witkoff", true},
		{"تشارلز", "charles", true},
		{"مايكل", "michael", true},
		{"يوناس", "jonas", true},
		{"فيلد", "veld", true},
		{"شولتس", "scholz", true},
		{"كورين", "korrin", true},
		{"حسن", "حسين", false},
		{"hassan", "hussein", false},
		{"بوتين", "بايدن", false},
		{"سالم", "سليم", false},
		{"أردن", "اردن", true},
		{"martin", "marlin", false},
		{"ترمب", "ترامب", true},
		{"ترمب", "trump", true},
		{"زيلنسكي", "zelenskyy", true},
		{"zelensky", "zelenskyy", true},
		{"نتنياهو", "نتانياهو", true},
		{"netanyahu", "netanyahou", true},
		{"إردوغان", "أردوغان", true},
		{"mohammed", "muhammad", true},
		{"محمد", "محمود", false},
		{"سليمان", "سلمان", false},
		{"علي", "عالي", false},
		{"martin", "marin", false},
		{"iran", "iraq", false},
		{"iran", "العراق", false},
	}
	for _, test := range tests {
		if got := wordAgreement(fold(test.a), fold(test.b)); (got >= lastWord) != test.same {
			t.Errorf("wordAgreement(%q, %q) = %.2f", test.a, test.b, got)
		}
	}
}

func fold(s string) string { return strings.Join(wordsOf(s), " ") }

// docOf makes a doc whose text is the names, a line each; a line "name | role"
// gives the person a role, "= role" someone known by role alone, and
// "org: …", "event: …" another kind, "row: …" the known occasion of that ID.
func docOf(id string, lines ...string) *isnad.Doc {
	doc := &isnad.Doc{Article: &isnad.Article{ID: id, Lang: isnad.Arabic}}
	for _, line := range lines {
		name, role, _ := strings.Cut(line, " | ")
		kind, form, row := isnad.Person, isnad.Named, ""
		if rest, ok := strings.CutPrefix(name, "org: "); ok {
			kind, name = isnad.Organisation, rest
		} else if rest, ok := strings.CutPrefix(name, "event: "); ok {
			kind, name = isnad.Occasion, rest
		} else if rest, ok := strings.CutPrefix(name, "row: "); ok {
			kind, name, row = isnad.Occasion, rest, rest
		} else if rest, ok := strings.CutPrefix(name, "= "); ok {
			form, name, role = isnad.ByRole, rest, rest
		}
		start := len(doc.Article.Text)
		doc.Article.Text += name + "\n"
		entity := isnad.LocalEntity{Kind: kind, Names: []string{name}, Known: row}
		if role != "" {
			entity.Roles = []isnad.Role{{Text: role}}
		}
		doc.Mentions = append(doc.Mentions, isnad.Mention{
			Span: isnad.Span{Start: start, End: start + len(name)}, Kind: kind, Form: form, Entity: len(doc.Entities),
		})
		doc.Entities = append(doc.Entities, entity)
	}
	return doc
}

const world = `id	kind	class	ar	en	ar_demonym	en_demonym	country	capital	sector	offices	as_of	sources
maravia	place	country	مارافيا	Maravia	مارافي	Maravian	MRV					invented
tolland	place	country	تولاند	Tolland	تولاندي	Tollander	TLD					invented
tarn	place	city	تارن	Tarn			TLD					invented
veld	person		يوناس فيلد	Jonas Veld			TLD		GOV			invented
shoals	organisation	authority	هيئة الأعماق	Shoals Authority					GOV			invented
meadows	organisation	club	نادي المروج	Meadows Club								invented
lakes	event	conference	مؤتمر البحيرات للأمن	Lakes Security Conference								invented
`

func facts(t testing.TB) *known.Facts {
	f, err := known.Load("world", strings.NewReader(world))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestResolve(t *testing.T) {
	tests := []struct {
		name string
		docs []*isnad.Doc
		want []string // names of each entity, by ID
	}{
		{"spellings and scripts", []*isnad.Doc{
			docOf("a1", "مارك فوغل", "فوغل"), docOf("a2", "مارك فوجل"), docOf("a3", "Marc Fogel", "Fogel"),
		}, []string{"Fogel, Marc Fogel, فوغل, مارك فوجل, مارك فوغل"}},
		{"parents' names over scripts", []*isnad.Doc{
			docOf("a1", "اعلي ولد بلال"), docOf("a2", "إيلي ولد بلال"), docOf("a3", "Ely Ould Bilal"), docOf("a4", "Ould Bilal"),
			docOf("a5", "زهرة بنت المختار", "بنت المختار"), docOf("a6", "Zahra Mint Mokhtar"), docOf("a7", "زهرة مينت مختار"),
		}, []string{"Ely Ould Bilal, Ould Bilal, إيلي ولد بلال, اعلي ولد بلال", "Zahra Mint Mokhtar, بنت المختار, زهرة بنت المختار, زهرة مينت مختار"}},
		{"siblings and namesakes stay two", []*isnad.Doc{
			docOf("a1", "أحمد ولد بلال"), docOf("a2", "محمود ولد بلال"), docOf("a3", "Ahmed Ould Bilane"),
		}, []string{"Ahmed Ould Bilane", "أحمد ولد بلال", "محمود ولد بلال"}},
		{"outlets written over in Arabic", []*isnad.Doc{
			docOf("a1", "org: كوست كرونيكل", "org: دلتا إف إم"), docOf("a2", "org: Coast Chronicle", "org: Delta FM", "org: Delta Post"),
		}, []string{"Coast Chronicle, كوست كرونيكل", "Delta FM, دلتا إف إم", "Delta Post"}},
		{"a relief body and its branch", []*isnad.Doc{
			docOf("a1", "org: الهلال الأحمر المارافي"), docOf("a2", "org: Maravian Red Crescent", "org: Tollander Red Crescent"),
		}, []string{"Maravian Red Crescent, الهلال الأحمر المارافي", "Tollander Red Crescent"}},
		{"unlisted spelling of a known person", []*isnad.Doc{docOf("a1", "يونس فيلد"), docOf("a2", "Yonas Veld")},
			[]string{"Yonas Veld, يونس فيلد"}},
		{"a surname shared by two", []*isnad.Doc{
			docOf("a1", "سليم القاضي | وزير الخارجية المارافي"), docOf("a2", "هدى القاضي"), docOf("a3", "القاضي"),
		}, []string{"سليم القاضي", "هدى القاضي", "القاضي"}},
		{"namesakes in the service of two countries", []*isnad.Doc{
			docOf("a1", "سليم راشد | وزير الخارجية المارافي"), docOf("a2", "سليم راشد | الوزير التولاندي"),
		}, []string{"سليم راشد", "سليم راشد"}},
		{"namesakes in the offices of two bodies", []*isnad.Doc{
			docOf("a1", "محمد المرجاني | مدير هيئة الأعماق"), docOf("a2", "Mohammed al-Marjani | coach of the Meadows Club"),
			docOf("a3", "محمد المرجاني | رئيس هيئة الأعماق"),
		}, []string{"Mohammed al-Marjani", "محمد المرجاني"}},
		{"one man of two bodies in one company", []*isnad.Doc{
			docOf("a1", "محمد المرجاني | مدير هيئة الأعماق", "row: lakes"), docOf("a2", "Mohammed al-Marjani | coach of the Meadows Club", "row: lakes"),
		}, []string{"Mohammed al-Marjani, محمد المرجاني", "lakes"}},
		{"spellings of unknown names", []*isnad.Doc{
			docOf("a1", "نادر الزيلنسكي"), docOf("a2", "نادر الزيلينسكي"), docOf("a3", "Nader Zelenskyy"), docOf("a4", "Nadir Zelensky"),
			docOf("a5", "نادر سلمان"), docOf("a6", "نادر سليمان"), docOf("a7", "Nader Suleiman"), docOf("a8", "Nader Salman"),
		}, []string{"Nader Zelenskyy, Nadir Zelensky, نادر الزيلنسكي, نادر الزيلينسكي", "Nader Salman, نادر سلمان", "Nader Suleiman, نادر سليمان"}},
		{"a namesake without office joins neither", []*isnad.Doc{
			docOf("a1", "Karl Brandel"), docOf("a2", "Karl Brandel | Maravian minister"), docOf("a3", "Karl Brandel | Tollander minister"),
			docOf("a4", "كارل براندل"), docOf("a5", "Karl Brandel | Maravian envoy"),
		}, []string{"Karl Brandel", "Karl Brandel", "Karl Brandel", "كارل براندل"}},
		{"a namesake without office in one's company", []*isnad.Doc{
			docOf("a1", "كارل براندل", "row: lakes"), docOf("a2", "Karl Brandel | Maravian minister"), docOf("a3", "Karl Brandel | Tollander minister", "row: lakes"),
		}, []string{"Karl Brandel", "Karl Brandel, كارل براندل", "lakes"}},
		{"two countries claim one full name", []*isnad.Doc{
			docOf("a1", "Karl Brandel"), docOf("a2", "Brandel | Maravian minister"), docOf("a3", "Brandel | Tollander minister"),
		}, []string{"Brandel", "Brandel", "Karl Brandel"}},
		{"one word, whichever report is first", []*isnad.Doc{
			docOf("a1", "Brandel"), docOf("a2", "Karl Brandel", "Otto Brandel"), docOf("a3", "Brandel"), docOf("a4", "Nadir Korrin"), docOf("a5", "Korrin"),
			docOf("a0", "Korrin"),
		}, []string{"Brandel", "Karl Brandel", "Korrin, Nadir Korrin", "Otto Brandel"}},
		{"Hassan is not Hussein", []*isnad.Doc{docOf("a1", "علي حسن الدغيم", "علي حسين الدغيم")},
			[]string{"علي حسن الدغيم", "علي حسين الدغيم"}},
		{"initials", []*isnad.Doc{docOf("a1", "A. Korrin"), docOf("a2", "Adela Korrin")}, []string{"A. Korrin, Adela Korrin"}},
		{"a role alone", []*isnad.Doc{docOf("a1", "= الرئيسة المارافية"), docOf("a2", "أديلا كورين | الرئيسة المارافية")},
			[]string{"أديلا كورين, الرئيسة المارافية"}},
		{"a role that many hold", []*isnad.Doc{docOf("a1", "= مدير المستشفى"), docOf("a2", "= مدير المستشفى")},
			[]string{"مدير المستشفى", "مدير المستشفى"}},
		{"bodies over languages", []*isnad.Doc{docOf("a1", "org: وزارة الخارجية المارافية"), docOf("a2", "org: Maravian Foreign Ministry"),
			docOf("a3", "org: وزارة الدفاع المارافية")}, []string{"Maravian Foreign Ministry, وزارة الخارجية المارافية", "وزارة الدفاع المارافية"}},
		{"an occasion in machine words", []*isnad.Doc{docOf("a1", "event: مؤتمر البحيرات الأمن")}, []string{"مؤتمر البحيرات الأمن"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, local := Resolve(test.docs, facts(t))
			got := members(test.docs, list, local)
			want := slices.Clone(test.want)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("entities (-want +got):\n%s", diff)
			}
		})
	}
	list, _ := Resolve([]*isnad.Doc{docOf("a1", "event: مؤتمر البحيرات الأمن", "يونس فيلد")}, facts(t))
	if list[0].ID != "lakes" || list[1].ID != "veld" || list[1].Country != "TLD" {
		t.Errorf("known rows were not found: %v", list)
	}
	list, _ = Resolve([]*isnad.Doc{docOf("a1", "أديلا كورين | وزيرة الخارجية المارافية")}, facts(t))
	if list[0].Country != "MRV" || list[0].Sector != "GOV" || list[0].Label[isnad.Arabic] == "" || list[0].Label[isnad.English] != "" {
		t.Errorf("standing of a foreign minister: %+v", list[0])
	}
}

// members lists the forms of each entity, sorted.
func members(docs []*isnad.Doc, list []isnad.Entity, local [][]int) []string {
	forms := make([][]string, len(list))
	for d, doc := range docs {
		for _, m := range doc.Mentions {
			i := local[d][m.Entity]
			forms[i] = append(forms[i], doc.Words(m.Span))
		}
	}
	got := []string{}
	for _, f := range forms {
		slices.Sort(f)
		got = append(got, strings.Join(slices.Compact(f), ", "))
	}
	slices.Sort(got)
	return got
}

var people = []string{
	"مارك فوغل", "مارك فوجل", "Marc Fogel", "فوغل", "Fogel", "سليم القاضي", "هدى القاضي", "القاضي", "Jonas Veld", "يونس فيلد",
	"سليم راشد | وزير الخارجية المارافي", "سليم راشد | الوزير التولاندي", "= الرئيسة المارافية", "أديلا كورين | الرئيسة المارافية",
	"org: وزارة الخارجية المارافية", "org: Maravian Foreign Ministry", "event: مؤتمر البحيرات الأمن", "A. Korrin", "Adela Korrin", "كورين",
	"Karl Brandel", "كارل براندل", "Karl Brandel | Maravian minister", "Karl Brandel | Tollander minister", "Brandel | Maravian envoy", "Brandel", "row: lakes",
}

func TestOrderDoesNotMatter(t *testing.T) {
	f := facts(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "docs")
		docs := make([]*isnad.Doc, n)
		for i := range docs {
			docs[i] = docOf(fmt.Sprintf("a%d", i), rapid.SliceOfNDistinct(rapid.SampledFrom(people), 1, 6, rapid.ID).Draw(t, "names")...)
		}
		order := rapid.Permutation(docs).Draw(t, "order")
		if diff := cmp.Diff(byArticle(Resolve(docs, f))(docs), byArticle(Resolve(order, f))(order)); diff != "" {
			t.Fatalf("another order, another result:\n%s", diff)
		}
	})
}

// byArticle names what Resolve returned by article IDs instead of indexes.
func byArticle(list []isnad.Entity, local [][]int) func([]*isnad.Doc) map[string]string {
	return func(docs []*isnad.Doc) map[string]string {
		result := map[string]string{}
		seen := map[isnad.EntityID]bool{}
		for _, e := range list {
			if seen[e.ID] {
				result["twice"] = string(e.ID)
			}
			seen[e.ID] = true
		}
		for d, doc := range docs {
			for i, e := range local[d] {
				entity := list[e]
				result[fmt.Sprint(doc.Article.ID, " ", i)] = fmt.Sprint(entity.ID, entity.Names, entity.Label, entity.Country, entity.Sector, entity.Inferred, len(entity.Mentions))
			}
		}
		return result
	}
}

// BenchmarkResolve joins the entities of a thousand reports.
func BenchmarkResolve(b *testing.B) {
	f := facts(b)
	var docs []*isnad.Doc
	for i := range 1000 {
		lines := []string{people[i%len(people)]}
		for j := range 10 {
			lines = append(lines, fmt.Sprintf("%s %s%c", []string{"سليم", "هدى", "Adela", "Mark", "نادر"}[(i+j)%5], []string{"كورين", "Korr", "الدغيم", "Veld"}[j%4], rune('a'+(i*7+j)%26)))
		}
		docs = append(docs, docOf(fmt.Sprintf("a%04d", i), lines...))
	}
	for b.Loop() {
		Resolve(docs, f)
	}
}

// A one-word name that has joined a full one speaks for no other of the word,
// whichever of the two reports has the smaller ID.
func TestSinglesLeaveFullNames(t *testing.T) {
	for _, id := range []string{"a0", "a9"} {
		docs := []*isnad.Doc{
			docOf(id, "Karl Brandel", "row: lakes"), docOf("a5", "Brandel", "row: lakes"),
			docOf("a6", "Otto Brandel"), docOf("a7", "Brandel"),
		}
		list, local := Resolve(docs, facts(t))
		want := []string{"Brandel", "Brandel, Karl Brandel", "Otto Brandel", "lakes"}
		if diff := cmp.Diff(want, members(docs, list, local)); diff != "" {
			t.Errorf("Karl in %s (-want +got):\n%s", id, diff)
		}
		if why := list[local[1][0]].Inferred; why != "of the full names that end in brandel the one that keeps most of the same company" {
			t.Errorf("reason of one among several: %q", why)
		}
	}
}

// The known names are taken apart once for one set of facts, and anew for
// another.
func TestListedNames(t *testing.T) {
	f := facts(t)
	first := listedNames(f)
	if listedNames(f) != first || len(first.people) == 0 || len(first.titles) == 0 {
		t.Errorf("%d people and %d titles, or not the same twice", len(first.people), len(first.titles))
	}
	if listedNames(facts(t)) == first {
		t.Error("other facts, the same names")
	}
}

// A name of everyday words stands for the party of a country only where the
// reports name the country.
func TestGenericNames(t *testing.T) {
	facts, err := known.Load("parties", strings.NewReader(world+"labour	organisation	party	حزب العمال التولاندي	Labour Party			TLD					invented\n"))
	if err != nil {
		t.Fatal(err)
	}
	for country, want := range map[string]string{"maravia": "", "tolland": "labour"} {
		doc := docOf("a1", "org: حزب العمال")
		doc.Entities = append(doc.Entities, isnad.LocalEntity{Kind: isnad.Place, Names: []string{country}, Known: country})
		list, local := Resolve([]*isnad.Doc{doc}, facts)
		if got := list[local[0][0]].Known; got != want {
			t.Errorf("beside %s the party is %q, want %q", country, got, want)
		}
	}
}
