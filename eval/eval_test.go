package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/isnad-news/isnad"
	"pgregory.net/rapid"
)

func loadGold(t testing.TB, path string) *Gold {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	g, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func checkPerfect(t *testing.T, report *Report) {
	t.Helper()
	for i, m := range report.measures() {
		if m.Precision != 1 || m.Recall != 1 || m.F1 != 1 {
			t.Errorf("%s: %+v", keys[i], *m)
		}
	}
	for _, miss := range report.Misses {
		t.Errorf("%+v", miss)
	}
}

func TestPerfect(t *testing.T) {
	g := loadGold(t, "testdata/gold.json")
	checkPerfect(t, Score(g, perfect(t, g, ".")))
}

// TestSeeds holds that the project's gold can be met: the record made from it
// scores 1 everywhere.
func TestSeeds(t *testing.T) {
	shared := os.Getenv("ISNAD_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	path := filepath.Join(shared, "gold", "seeds.json")
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no %s: set ISNAD_SHARED to the folder that holds gold and seeds", path)
	}
	g := loadGold(t, path)
	checkPerfect(t, Score(g, perfect(t, g, shared)))
}

// TestImperfect damages a perfect record in one place and says what that costs.
func TestImperfect(t *testing.T) {
	const (
		north = 0
		south = 1
	)
	type want map[string][3]int // right, gold, answers
	tests := []struct {
		name   string
		damage func(*isnad.Record)
		want   want
		why    string // words of a miss
	}{
		{"nothing", func(*isnad.Record) {}, want{
			entitiesKey: {4, 4, 2}, rolesKey: {2, 2, 2}, statementsKey: {6, 6, 6}, exactKey: {6, 6, 6}, speakersKey: {6, 6, 6},
			chainsKey: {7, 7, 7}, sameKey: {2, 2, 2}, eventsKey: {2, 2, 2}, modeKey: {1, 1, 1}, gridKey: {2, 2, 2},
			commitmentsKey: {2, 2, 2}, datesKey: {3, 3, 3},
		}, ""},
		{"statement dropped", func(r *isnad.Record) { r.Docs[south].Statements = r.Docs[south].Statements[:1] }, want{
			statementsKey: {5, 6, 5}, exactKey: {5, 6, 5}, sameKey: {1, 2, 1}, chainsKey: {6, 6, 6},
		}, "south:3:1 was not found"},
		{"wrong speaker", func(r *isnad.Record) { r.Docs[south].Statements[0].Speakers[0].Entity = 1 }, want{
			statementsKey: {5, 6, 6}, speakersKey: {5, 6, 6},
		}, "another speaker"},
		{"one word short", func(r *isnad.Record) { r.Docs[north].Statements[3].Content[0].End -= len("him") }, want{
			statementsKey: {6, 6, 6}, exactKey: {5, 6, 6},
		}, "lacks [him]"},
		{"half the words", func(r *isnad.Record) { r.Docs[south].Statements[1].Content[0].End -= 16 }, want{
			statementsKey: {5, 6, 6}, speakersKey: {5, 5, 5},
		}, "overlap 0."},
		{"answer on a repeated line", func(r *isnad.Record) {
			doc := r.Docs[north]
			again := doc.Statements[3]
			again.Content = []isnad.Span{{Start: doc.Article.Parts[6].Span.Start, End: doc.Article.Parts[6].Span.End}}
			doc.Statements = append(doc.Statements, again)
		}, want{statementsKey: {6, 6, 7}}, "on a repeated line"},
		{"further answer on an optional line", func(r *isnad.Record) {
			r.Docs[north].Statements = append(r.Docs[north].Statements, isnad.Statement{
				Speakers: []isnad.Party{{Entity: 0}}, Content: []isnad.Span{r.Docs[north].Article.Parts[0].Span}, Within: -1,
			})
		}, want{statementsKey: {6, 6, 6}}, ""},
		{"two speakers for one", func(r *isnad.Record) {
			r.Docs[south].Statements[0].Speakers = append(r.Docs[south].Statements[0].Speakers, isnad.Party{Entity: 1})
		}, want{statementsKey: {5, 6, 6}}, "another speaker"},
		{"medium lost", func(r *isnad.Record) {
			s := &r.Docs[north].Statements[2]
			s.Chain = []isnad.Link{s.Chain[0], s.Chain[2]}
		}, want{chainsKey: {6, 7, 7}}, "medium is due where speaker stands"},
		{"medium in the other language", func(r *isnad.Record) { r.Docs[north].Statements[2].Chain[1].Name = "البيان" }, want{chainsKey: {7, 7, 7}}, ""},
		{"another medium", func(r *isnad.Record) { r.Docs[north].Statements[2].Chain[1].Name = "an interview" }, want{chainsKey: {6, 7, 7}}, "another medium"},
		{"nested in another", func(r *isnad.Record) { r.Docs[north].Statements[4].Within = 0 }, want{chainsKey: {6, 7, 7}}, "another speaker or outer statement"},
		{"all in one entry", func(r *isnad.Record) { r.Entries[0].Sources = append(r.Entries[0].Sources, r.Entries[1].Sources...) }, want{sameKey: {2, 2, 4}}, "not the same in the gold"},
		{"another actor", func(r *isnad.Record) { r.Entries[2].Parties = []int{0} }, want{eventsKey: {1, 2, 2}, gridKey: {1, 1, 1}}, "differs in actors"},
		{"actor not required", func(r *isnad.Record) { r.Entries[3].Parties = []int{0, 1}; r.Commitments[1].By = []int{1, 0} }, want{eventsKey: {2, 2, 2}, commitmentsKey: {2, 2, 2}}, ""},
		{"day in the week", func(r *isnad.Record) { r.Entries[3].When = "2031-05-09" }, want{eventsKey: {2, 2, 2}}, ""},
		{"day out of the week", func(r *isnad.Record) { r.Entries[3].When = "2031-05-12" }, want{eventsKey: {1, 2, 2}}, "differs in date"},
		{"any day where none is given", func(r *isnad.Record) { r.Entries[4].When = "2031-05-12" }, want{eventsKey: {2, 2, 2}}, ""},
		{"another mode", func(r *isnad.Record) { r.Entries[3].Mode = "phone" }, want{eventsKey: {2, 2, 2}, modeKey: {0, 1, 1}}, "another mode"},
		{"outlet lost", func(r *isnad.Record) { r.Entries[2].Sources = r.Entries[2].Sources[:1] }, want{eventsKey: {2, 2, 2}, gridKey: {1, 2, 2}}, "other articles report it"},
		{"accepted status", func(r *isnad.Record) { r.Commitments[0].Status = isnad.Open }, want{commitmentsKey: {2, 2, 2}}, ""},
		{"another status", func(r *isnad.Record) { r.Commitments[1].Status = isnad.Kept }, want{commitmentsKey: {1, 2, 2}}, "differs in status"},
		{"another line", func(r *isnad.Record) { r.Docs[north].Commitments[1].What = r.Docs[north].Article.Parts[4].Span }, want{commitmentsKey: {1, 2, 2}}, "no answer on its lines"},
		{"another value", func(r *isnad.Record) { r.Docs[south].Dates[0].Value = "2031-05-05" }, want{datesKey: {2, 3, 3}}, "another value"},
		{"date beside the words", func(r *isnad.Record) { r.Docs[north].Dates[1].Span = r.Docs[north].Mentions[0].Span }, want{datesKey: {2, 3, 3}}, "no answer there"},
		{"form in another entity", func(r *isnad.Record) {
			for i := range r.Docs[south].Mentions {
				r.Docs[south].Mentions[i].Entity = 0
			}
		}, want{entitiesKey: {1, 4, 2}}, "names reed, velland as well"},
		{"a person too many", func(r *isnad.Record) {
			r.Entities = append(r.Entities, isnad.Entity{Kind: isnad.Person, ID: "p"})
			r.Docs[north].Entities = append(r.Docs[north].Entities, isnad.LocalEntity{Kind: isnad.Person})
			r.Local[north] = append(r.Local[north], 4)
			r.Docs[north].Mentions[0].Entity = 4
		}, want{entitiesKey: {4, 4, 3}}, "a part of velland, or more than it"},
		{"another kind", func(r *isnad.Record) { r.Entities[2].Kind = isnad.Organisation }, want{entitiesKey: {3, 4, 2}}, "of kind organisation, not place"},
		{"role of another", func(r *isnad.Record) {
			for i := range r.Docs[south].Mentions {
				if m := &r.Docs[south].Mentions[i]; m.Form == isnad.ByRole {
					m.Entity = 0
				}
			}
		}, want{rolesKey: {1, 2, 2}}, "attached to arden"},
		{"entity that joined none", func(r *isnad.Record) { r.Local[south][1] = -1 }, want{entitiesKey: {3, 4, 3}, statementsKey: {6, 6, 6}}, "lacks the forms توماس ريد"},
		{"no report", func(r *isnad.Record) { r.Docs[south].Article.Source = "elsewhere.txt" }, want{statementsKey: {4, 6, 4}, datesKey: {2, 3, 2}}, "no report from this file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := loadGold(t, "testdata/gold.json")
			record := perfect(t, g, ".")
			test.damage(record)
			report := Score(g, record)
			for i, m := range report.measures() {
				want, ok := test.want[keys[i]]
				if got := [3]int{m.Right, m.Gold, m.Answers}; ok && got != want {
					t.Errorf("%s: right, gold, answers %v, want %v", keys[i], got, want)
				}
			}
			checkWhy(t, report, test.why)
		})
	}
}

func checkWhy(t *testing.T, report *Report, why string) {
	t.Helper()
	var out strings.Builder
	if err := report.WriteText(&out, true); err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(out.String(), "\n\n")
	if why == "" && list != "" || !strings.Contains(list, why) {
		t.Errorf("misses lack %q:\n%s", why, list)
	}
}

func TestWriteJSON(t *testing.T) {
	g := loadGold(t, "testdata/gold.json")
	var out strings.Builder
	if err := Score(g, perfect(t, g, ".")).WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got map[string]Measure
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{
		"entities", "roles", "statements", "statements_exact", "speakers", "chains", "same", "events", "grid", "commitments", "dates",
	} {
		if got[key].F1 != 1 {
			t.Errorf("%s: %+v", key, got[key])
		}
	}
	if len(got) != 11 {
		t.Errorf("%d keys", len(got))
	}
}

func TestLoad(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"no JSON", "x", "gold: read JSON"},
		{"no article", "{}", "gold: articles: no article is listed"},
		{"article without file", `{"articles":[{"id":"a"}]}`, "gold: article a: has no file"},
		{"article twice", `{"articles":[{"id":"a","file":"f"},{"id":"a","file":"g"}]}`, "gold: article a: is listed twice"},
		{"line 0", `{"articles":[{"id":"a","file":"f"}],"timexes":[{"article":"a"}]}`, "gold: timex: line 0: lines count from 1"},
		{"statement of no article", `{"articles":[{"id":"a","file":"f"}],"statements":[{"id":"s","article":"b","line":1,"speaker":"x"}]}`, `gold: statement s: "b" is no article of the file`},
		{"no speaker", `{"articles":[{"id":"a","file":"f"}],"statements":[{"id":"s","article":"a","line":1}]}`, "gold: statement s: has no speaker"},
		{"pair of nothing", `{"articles":[{"id":"a","file":"f"}],"same_statement":[["s","t"]]}`, `gold: same_statement: "s" is no statement of the file`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load(strings.NewReader(test.in))
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
	g, err := Load(strings.NewReader(`{"articles":[{"id":"a","file":"f"}],"statements":[{"id":"s","article":"a","line":1,"speakers":["x","y"],"content":["p","q"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"f"}, g.Files()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"x", "y"}, g.Statements[0].speakers()); diff != "" {
		t.Error(diff)
	}
}

func TestEmpty(t *testing.T) {
	g, err := Load(strings.NewReader(`{"articles":[{"id":"a","file":"f"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range Score(g, &isnad.Record{}).measures() {
		if m.F1 != 1 {
			t.Errorf("%s: %+v", keys[i], *m)
		}
	}
}

// TestAnyRecord damages perfect records at random: scores stay in their range,
// and what was dropped never raises a recall.
func TestAnyRecord(t *testing.T) {
	g := loadGold(t, "testdata/gold.json")
	rapid.Check(t, func(rt *rapid.T) {
		record := perfect(t, g, ".")
		for _, doc := range record.Docs {
			for i := range doc.Statements {
				s := &doc.Statements[i]
				s.Speakers[0].Entity = rapid.IntRange(-1, 3).Draw(rt, "speaker")
				s.Within = rapid.SampledFrom([]int{s.Within, s.Within, -1, 0}).Draw(rt, "within")
				s.Chain = s.Chain[:rapid.IntRange(0, len(s.Chain)).Draw(rt, "chain")]
			}
			for i := range doc.Mentions {
				doc.Mentions[i].Entity = rapid.SampledFrom([]int{doc.Mentions[i].Entity, -1, 0, 3}).Draw(rt, "entity")
			}
			for i := range doc.Dates {
				doc.Dates[i].Value = rapid.SampledFrom([]string{doc.Dates[i].Value, ""}).Draw(rt, "value")
			}
		}
		for i := range record.Entries {
			entry := &record.Entries[i]
			entry.When = rapid.SampledFrom([]string{entry.When, "", "2031-05-09"}).Draw(rt, "when")
			entry.Parties = rapid.SliceOf(rapid.IntRange(0, 3)).Draw(rt, "parties")
			entry.Sources = entry.Sources[:rapid.IntRange(0, len(entry.Sources)).Draw(rt, "sources")]
		}
		report := Score(g, record)
		for i, m := range report.measures() {
			for _, value := range []float64{m.Precision, m.Recall, m.F1} {
				if !(value >= 0 && value <= 1) {
					rt.Errorf("%s: %+v", keys[i], *m)
				}
			}
			if m.Right > m.Gold {
				rt.Errorf("%s: %+v", keys[i], *m)
			}
		}
	})
}

func TestAssign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(0, 5).Draw(t, "n"), rapid.IntRange(0, 5).Draw(t, "m")
		weights := make([][]float64, n)
		for i := range weights {
			weights[i] = make([]float64, m)
			for j := range weights[i] {
				weights[i][j] = float64(rapid.IntRange(0, 4).Draw(t, "weight"))
			}
		}
		sum := 0.0
		taken := map[int]bool{}
		for i, j := range assign(n, m, func(i, j int) float64 { return weights[i][j] }) {
			if j < 0 {
				continue
			}
			if taken[j] || weights[i][j] == 0 {
				t.Errorf("answer %d taken twice or at no weight", j)
			}
			taken[j] = true
			sum += weights[i][j]
		}
		if want := best(weights, 0, 0); sum != want {
			t.Errorf("sum %v, want %v of %v", sum, want, weights)
		}
	})
}

// best tries every pairing.
func best(weights [][]float64, row, taken int) float64 {
	if row == len(weights) {
		return 0
	}
	most := best(weights, row+1, taken)
	for j, weight := range weights[row] {
		if taken&(1<<j) == 0 {
			most = max(most, weight+best(weights, row+1, taken|1<<j))
		}
	}
	return most
}
