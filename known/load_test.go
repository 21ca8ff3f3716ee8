package known

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/isnad-news/isnad"
	"pgregory.net/rapid"
)

const invented = `# An invented country, for tests.
id	kind	class	ar	en	ar_demonym	en_demonym	country	capital	sector	offices	as_of	sources
veldania	place	country	فلدانيا	Veldania	فلداني	Veldanian	VLD	sorrin
sorrin	place	city	سورين	Sorrin			VLD
veldania-council	organisation	service	مجلس فلدانيا	Council of Veldania			VLD		GOV
tal-maren	person		تال مارين | مارين [strict]	Tal Maren			VLD		GOV	president @ VLD: 2020-03..2024 | speaker @ veldania-council: 2024-06-01..	2026-01-01	list one; list two
us	place	country	أمريكستان	Americastan			USA
`

func load(t *testing.T, list string) *Facts {
	t.Helper()
	facts, err := Load("own.tsv", strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func TestLoad(t *testing.T) {
	facts := load(t, invented)
	row, _ := facts.Row("tal-maren")
	want := &Row{
		ID: "tal-maren", Kind: isnad.Person, Country: "VLD", Sector: "GOV",
		Names: []isnad.Name{
			{Lang: isnad.Arabic, Text: "تال مارين"}, {Lang: isnad.Arabic, Text: "مارين"}, {Lang: isnad.English, Text: "Tal Maren"},
		},
		Strict: []isnad.Name{{Lang: isnad.Arabic, Text: "مارين"}},
		Offices: []isnad.Office{
			{Text: "president", Lang: isnad.English, From: "2020-03", To: "2024"},
			{Text: "speaker", Lang: isnad.English, From: "2024-06-01"},
		},
		Of: []string{"VLD", "veldania-council"}, AsOf: "2026-01-01", Sources: "list one; list two",
	}
	if diff := cmp.Diff(want, row); diff != "" {
		t.Error(diff)
	}
	if err := facts.Check(); err != nil {
		t.Error(err)
	}
}

func TestWith(t *testing.T) {
	base, own := Default(), load(t, invented)
	both := base.With(own)
	if row, _ := both.Row("us"); row.Label(isnad.English) != "Americastan" {
		t.Errorf("us is %v", row.Names)
	}
	if ids, _ := both.Match(keys("أمريكا")); len(ids) != 0 {
		t.Errorf("the replaced row's name still gives %v", ids)
	}
	if row, _ := base.Row("us"); row.Label(isnad.English) != "United States" {
		t.Error("With changed its receiver")
	}
	if both.Len() != base.Len()+own.Len()-1 {
		t.Errorf("%d rows of %d and %d", both.Len(), base.Len(), own.Len())
	}
	if base.With(nil) != base {
		t.Error("With(nil) is another set")
	}
	if err := both.Check(); err != nil {
		t.Error(err)
	}
	if id, ok := both.Demonym(keys("الفلدانيين")[0]); !ok || id != "veldania" {
		t.Errorf("demonym gives %q", id)
	}
}

func TestLoadErrors(t *testing.T) {
	const header = "id\tkind\tar\ten\tcountry\toffices\tas_of\tsources\n"
	tests := []struct{ name, list, want string }{
		{"empty", "", "own.tsv: no header line"},
		{"comments only", "# nothing\n\n", "own.tsv: no header line"},
		{"column unknown", "id\tkind\tname\n", `own.tsv:1: unknown column "name"`},
		{"column twice", "id\tkind\tid\n", `own.tsv:1: column "id" comes twice`},
		{"no id", header + "\tplace\tx\n", `own.tsv:2: field id: ""`},
		{"no slug", header + "# note\nA b\tplace\tx\n", `own.tsv:3: field id: "A b"`},
		{"kind", header + "a\ttown\tx\n", `own.tsv:2: field kind: "town"`},
		{"no name", header + "a\tplace\n", "own.tsv:2: fields ar, en: no name"},
		{"empty name", header + "a\tplace\tx | \n", "own.tsv:2: field ar: empty name"},
		{"name twice", header + "a\tplace\tx | x\n", `own.tsv:2: field ar: "x" comes twice`},
		{"code", header + "a\tplace\tx\t\tusa\n", `own.tsv:2: field country: "usa"`},
		{"office form", header + "a\tperson\tx\t\t\tpresident\n", "own.tsv:2: field offices: "},
		{"office date", header + "a\tperson\tx\t\t\tpresident @ USA: 2020-13-01..\n", `own.tsv:2: field offices: "2020-13-01"`},
		{"office ends first", header + "a\tperson\tx\t\t\tking @ USA: 2020..2019\n", "own.tsv:2: field offices: "},
		{"office of a place", header + "a\tplace\tx\t\t\tking @ USA: 2019..2020\n", "own.tsv:2: field offices: "},
		{"office without as_of", header + "a\tperson\tx\t\t\tking @ USA: 2019..\n", "own.tsv:2: field as_of: "},
		{"office unchecked", header + "a\tperson\tx\t\t\tking @ USA: 2019..2020\t\tunchecked\n", "own.tsv:2: field offices: "},
		{"too many fields", header + "a\tplace\tx" + strings.Repeat("\t", 9) + "\n", "own.tsv:2: 12 fields"},
		{"id twice", header + "a\tplace\tx\na\tplace\ty\n", `own.tsv: id "a" comes twice`},
		{"not UTF-8", header + "a\tplace\t\xff\n", "own.tsv:2: not UTF-8"},
		{"long line", header + strings.Repeat("a", maxLine+1), "own.tsv:2: line of more than"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load("own.tsv", strings.NewReader(tt.list))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Fatalf("error %v, want %q", err, tt.want)
			}
			if !errors.Is(err, isnad.Invalid) && !errors.Is(err, isnad.TooLarge) {
				t.Errorf("kind of %v", err)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	facts := load(t, "id\tkind\tclass\ten\tcountry\tcapital\toffices\tsources\n"+
		"a\tplace\tcountry\tA\tAAA\tnowhere\n"+
		"b\tperson\t\tB\tBBB\t\tking @ CCC: 2019..2020\tone source\n")
	err := facts.Check()
	for _, want := range []string{"capital nowhere", "country BBB", "office at CCC", "without two sources"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in %v", want, err)
		}
	}
	if !errors.Is(err, isnad.Invalid) {
		t.Error("kind is not Invalid")
	}
}

// TestLongestPrefix: Match gives the longest entered prefix, as a search
// through all entries would.
func TestLongestPrefix(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "c"})
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfDistinct(rapid.SliceOfN(word, 1, 4), func(name []string) string { return strings.Join(name, "") }).Draw(t, "names")
		text := rapid.SliceOfN(word, 0, 6).Draw(t, "text")
		var x index
		want := 0
		var ids []string
		for i, name := range names {
			ids = append(ids, strings.Join(name, ""))
			x.add(name, i, ids)
			x.add(name, i, ids)
			if len(name) <= len(text) && cmp.Equal(name, text[:len(name)]) {
				want = max(want, len(name))
			}
		}
		ids, n := x.longest(text, ids)
		if n != want || (n > 0) != (len(ids) == 1) || n > 0 && ids[0] != strings.Join(text[:n], "") {
			t.Fatalf("longest(%v) = %v, %d; want %d", text, ids, n, want)
		}
	})
}

// TestInflectionsMeet: every form of an invented adjective leads to its row.
func TestInflectionsMeet(t *testing.T) {
	facts := load(t, invented)
	for _, ending := range nisba.endings {
		for _, article := range []string{"", nisba.article} {
			word := article + keys("فلداني")[0] + ending
			if id, ok := facts.Demonym(word); !ok || id != "veldania" {
				t.Errorf("%q gives %q", word, id)
			}
		}
	}
}

// FuzzLoad: whatever a file holds, loading ends with rows or an error.
func FuzzLoad(f *testing.F) {
	f.Add(invented)
	f.Add("id\tkind\tar\na\tplace\t | [mt]\n")
	f.Add("id\tkind\toffices\na\tperson\tking @ USA: 2019..\n")
	f.Fuzz(func(t *testing.T, list string) {
		facts, err := Load("own.tsv", strings.NewReader(list))
		if err != nil {
			return
		}
		for row := range facts.Rows() {
			facts.Match(keys(row.Label(isnad.Arabic)))
			for i := range row.Offices {
				facts.Holders(row.Of[i], row.Offices[i].Text, row.Offices[i].From)
			}
		}
		_ = facts.Check()
	})
}
