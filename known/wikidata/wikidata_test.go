package wikidata

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

var update = flag.Bool("update", false, "rewrite the golden lists")

const countriesOfTests = `id	kind	class	ar	en	country
dorsania	place	country	دورسانيا	Dorsania	DRS
veldania	place	country	فلدانيا	Veldania	VLD
`

func inventedFacts(t testing.TB) *known.Facts {
	t.Helper()
	facts, err := known.Load("facts.tsv", strings.NewReader(countriesOfTests))
	if err != nil {
		t.Fatal(err)
	}
	return known.Default().With(facts)
}

func importer(t testing.TB, options Options) *Importer {
	t.Helper()
	if options.Facts == nil {
		options.Facts = inventedFacts(t)
	}
	options.Today = time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC)
	im, err := New(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := im.Close(); err != nil {
			t.Error(err)
		}
	})
	return im
}

// written returns the list, having loaded it: whatever was read, Load takes it.
func written(t testing.TB, im *Importer) (string, *known.Facts) {
	t.Helper()
	var out bytes.Buffer
	if err := im.Write(&out); err != nil {
		t.Fatal(err)
	}
	facts, err := known.Load("out.tsv", strings.NewReader(out.String()))
	if err != nil {
		t.Fatalf("%v in\n%s", err, out.String())
	}
	if got := im.Counts().Taken; facts.Len() != got {
		t.Errorf("%d rows written, %d counted", facts.Len(), got)
	}
	return out.String(), facts
}

func read(t testing.TB, im *Importer, input string) error {
	t.Helper()
	return im.Read(context.Background(), "in.json", strings.NewReader(input))
}

func TestDump(t *testing.T) {
	dump, err := os.ReadFile("testdata/dump.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, options := range map[string]Options{
		"all":     {},
		"trusted": {Trust: true, MinSitelinks: 9, Kinds: []isnad.EntityKind{isnad.Person}},
	} {
		t.Run(name, func(t *testing.T) {
			im := importer(t, options)
			if err := read(t, im, string(dump)); err != nil {
				t.Fatal(err)
			}
			list, _ := written(t, im)
			golden := filepath.Join("testdata", name+".tsv")
			if *update {
				if err := os.WriteFile(golden, []byte(list), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), list); diff != "" {
				t.Error(diff)
			}
			c := im.Counts()
			t.Logf("%+v; %v", c, im.FirstBroken())
			if sum := c.Taken + c.Broken + c.Long + c.Other + c.Unnamed + c.Few + c.Known + c.Twice; sum != c.Read {
				t.Errorf("%d entities read, %d accounted for: %+v", c.Read, sum, c)
			}
		})
	}
}

// TestRolesNeedTrust: no imported row says who holds an office, unless the user
// trusts the dump.
func TestRolesNeedTrust(t *testing.T) {
	dump, err := os.ReadFile("testdata/dump.json")
	if err != nil {
		t.Fatal(err)
	}
	for trust, want := range map[bool]int{false: 0, true: 1} {
		im := importer(t, Options{Trust: trust})
		if err := read(t, im, string(dump)); err != nil {
			t.Fatal(err)
		}
		_, facts := written(t, im)
		if got := facts.Holders("DRS", "president", "2031-03-01"); len(got) != want {
			t.Errorf("trust %v: %d holders, want %d", trust, len(got), want)
		}
		if err := inventedFacts(t).With(facts).Check(); err != nil {
			t.Error(err)
		}
	}
}

const one = `{"type":"item","id":"Q9000001","labels":{"en":{"value":"Tal Maren"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}}`

func TestHostile(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 200_000) + "1" + strings.Repeat("}", 200_000)
	tests := []struct {
		name, input          string
		taken, broken, extra int // extra: too long
	}{
		{"one entity, no array", one, 1, 0, 0},
		{"two on one line", "[" + one + "," + strings.Replace(one, "Q9000001", "Q9000002", 1) + "]", 2, 0, 0},
		{"a line of a hundred million bytes", "[\n" + strings.Repeat("x", 100<<20) + ",\n" + one + "\n]", 1, 0, 1},
		{"deep nesting", "[\n" + deep + ",\n" + one + "]", 1, 1, 0},
		{"deep nesting inside what is read", strings.Replace(one, `{"en":`, `{"ar":`+deep+`,"en":`, 1), 1, 0, 0},
		{"not closed", "[\n" + one[:len(one)-3] + ",\n" + strings.Replace(one, "Q9000001", "Q9000002", 1), 1, 1, 0},
		{"closed too often", "[\n" + one + "}}]],\n", 1, 1, 0},
		{"invalid UTF-8 in a label", strings.Replace(one, "Tal", "T\xff", 1), 0, 0, 0},
		{"NUL and escapes", strings.Replace(one, "Tal", `T\u0000al\"\\`, 1), 1, 0, 0},
		{"half a surrogate", strings.Replace(one, "Tal", `T\ud83d`, 1), 0, 0, 0},
		{"id that is no item", strings.Replace(one, "Q9000001", "Q1;x", 1), 0, 0, 0},
		{"id that is a number", strings.Replace(one, `"Q9000001"`, "7", 1), 0, 1, 0},
		{"labels of another type", strings.Replace(one, `{"en":{"value":"Tal Maren"}}`, "3", 1), 0, 1, 0},
		{"the sign of the format in a label", strings.Replace(one, "Maren", "[strict]", 1), 1, 0, 0},
		{"a label that is too long", strings.Replace(one, "Maren", strings.Repeat("m", mostBytes), 1), 0, 0, 0},
		{"pretty-printed", strings.ReplaceAll(one, ",", ",\n"), 0, 5, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			im := importer(t, Options{})
			if err := read(t, im, tt.input); err != nil {
				t.Fatal(err)
			}
			written(t, im)
			c := im.Counts()
			if c.Taken != tt.taken || c.Long != tt.extra || (c.Broken > 0) != (tt.broken > 0) {
				t.Errorf("%+v; %v", c, im.FirstBroken())
			}
		})
	}
}

// TestCut: of a packed file that ends before its end, what was read is kept.
func TestCut(t *testing.T) {
	var lines strings.Builder
	for i := range 2000 {
		lines.WriteString(strings.Replace(one, "Q9000001", "Q"+strings.Repeat("1", 1+i%9)+strings.Repeat("2", 1+i/9%5)+"3", 1) + ",\n")
	}
	var zipped, packed bytes.Buffer
	gz := gzip.NewWriter(&zipped)
	zst, err := zstd.NewWriter(&packed)
	if err != nil {
		t.Fatal(err)
	}
	gz.Write([]byte(lines.String()))
	zst.Write([]byte(lines.String()))
	if err := errors.Join(gz.Close(), zst.Close()); err != nil {
		t.Fatal(err)
	}
	for name, whole := range map[string]string{"gzip": zipped.String(), "zstd": packed.String()} {
		im := importer(t, Options{})
		if err := read(t, im, whole); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		all := im.Counts().Taken
		im = importer(t, Options{})
		err := read(t, im, whole[:len(whole)-8])
		if !errors.Is(err, isnad.Unreadable) || isnad.Hint(err) == "" {
			t.Errorf("%s cut off: error %v", name, err)
		}
		if got := im.Counts().Taken; all != 45 || name == "gzip" && got != all {
			t.Errorf("%s cut off: %d taken of %d", name, got, all)
		}
		written(t, im)
		if err := read(t, importer(t, Options{}), whole[:40]); !errors.Is(err, isnad.Unreadable) || isnad.Hint(err) == "" {
			t.Errorf("%s cut off before anything is read: error %v", name, err)
		}
	}
}

func TestTables(t *testing.T) {
	im := importer(t, Options{})
	names := "# mine\nتال مارين\tTal Maren\n\tIva Koll | Koll\tperson\nمجلس دورسانيا\tCouncil of Dorsania\torganisation\n" +
		"تال مارين\tTal Maren\nx\ty\tfish\nalone\n\xff\tBad\n\t\n12\t34\n" + strings.Repeat("n", maxRow+1) + "\n"
	if err := im.Read(context.Background(), "names.tsv", strings.NewReader(names)); err != nil {
		t.Fatal(err)
	}
	list := "id\tkind\ten\tar\tcountry\toffices\tas_of\tsources\n" +
		"orin-maal\tperson\tOrin Maal\tأورين مال\tDRS\tking @ DRS: 2030..\t2031-01-01\tgazette; yearbook\n" +
		"Bad Id\tperson\tNo One\n"
	if err := im.Read(context.Background(), "facts.tsv", strings.NewReader(list)); err != nil {
		t.Fatal(err)
	}
	_, facts := written(t, im)
	if c := im.Counts(); c.Taken != 4 || c.Twice != 1 || c.Broken != 5 || c.Long != 1 {
		t.Errorf("%+v; %v", c, im.FirstBroken())
	}
	if held := facts.Holders("DRS", "king", "2031-02-01"); len(held) != 1 || held[0].ID != "orin-maal" {
		t.Errorf("the user's own office is gone: %v", held)
	}
}

func TestLimitAndStop(t *testing.T) {
	im := importer(t, Options{Limit: 1})
	if err := read(t, im, one+"\n"+strings.Replace(one, "Q9000001", "Q9000002", 1)); err != nil || im.Counts().Taken != 1 {
		t.Errorf("%v, %+v", err, im.Counts())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := im.Read(ctx, "in.json", strings.NewReader(one)); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if err := read(t, importer(t, Options{}), " \n"); !errors.Is(err, isnad.Invalid) {
		t.Errorf("an empty input: %v", err)
	}
}

// TestLists: what the lists say of countries and kinds holds in the facts.
func TestLists(t *testing.T) {
	for item, code := range countries() {
		if _, ok := known.Default().CountryRow(code); !ok || !itemForm.MatchString(item) {
			t.Errorf("%s: country %s has no row", item, code)
		}
	}
	for row := range known.Default().Rows() {
		if found := false; row.IsCountry() {
			for _, code := range countries() {
				found = found || code == row.Country
			}
			if !found {
				t.Errorf("no item for %s", row.Country)
			}
		}
	}
	if len(classes()) < 80 || classes()["Q5"].kind != isnad.Person {
		t.Errorf("%d classes", len(classes()))
	}
	for item, c := range classes() {
		if !itemForm.MatchString(item) && item != "item" || !taken(c.kind) && item != "item" {
			t.Errorf("class %s: %+v", item, c)
		}
	}
	if p, ok := importer(t, Options{}).positionNamed("Minister for Foreign Affairs of Veldania"); !ok || p != (position{"foreign minister", "VLD"}) {
		t.Errorf("%+v", p)
	}
	for _, name := range []string{"President of the Senate of Veldania", "President of Georgia and Veldania", "President of Nowhere", "King", "President of Veldania Rail"} {
		if p, ok := importer(t, Options{}).positionNamed(name); ok {
			t.Errorf("%s is %+v", name, p)
		}
	}
}

func taken(kind isnad.EntityKind) bool {
	return slices.Contains(Kinds(), kind)
}

// FuzzRead: whatever an input holds, reading ends, and Load takes what is
// written.
func FuzzRead(f *testing.F) {
	dump, err := os.ReadFile("testdata/dump.json")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(dump)) {
		f.Add(line)
	}
	f.Add("تال مارين\tTal Maren\tperson\n")
	f.Add("id\tkind\tar\ten\na-b\tperson\tx\ty\n")
	f.Add(countriesOfTests)
	facts := inventedFacts(f)
	f.Fuzz(func(t *testing.T, input string) {
		im := importer(t, Options{Facts: facts, Trust: true})
		_ = read(t, im, input)
		written(t, im)
	})
}

func BenchmarkRead(b *testing.B) {
	dump, err := os.ReadFile("testdata/dump.json")
	if err != nil {
		b.Fatal(err)
	}
	facts := inventedFacts(b)
	facts.Match([]string{""})
	input := strings.Repeat(string(dump), 50)
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		im := importer(b, Options{Facts: facts})
		if err := read(b, im, input); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSkip reads entities of fifty thousand bytes that are not wanted, as
// most of a dump are.
func BenchmarkSkip(b *testing.B) {
	claim := `{"mainsnak":{"snaktype":"value","property":"P2860","datavalue":{"value":{"entity-type":"item","numeric-id":1,"id":"Q1"},"type":"wikibase-entityid"},"datatype":"wikibase-item"},"type":"statement","id":"Q1$x","rank":"normal"}`
	entity := `{"type":"item","id":"Q9000001","labels":{"en":{"language":"en","value":"A paper on harbours"}},"claims":{"P2860":[` +
		strings.Repeat(claim+",", 220) + claim + `],"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q13442814"}}}}]},"sitelinks":{}}` + ",\n"
	input := strings.Repeat(entity, 500)
	facts := inventedFacts(b)
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		im := importer(b, Options{Facts: facts})
		if err := read(b, im, input); err != nil {
			b.Fatal(err)
		}
	}
}
