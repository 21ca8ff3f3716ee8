package known

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// nameText draws texts out of what the tokenisers look at.
var nameText = rapid.OneOf(
	rapid.StringMatching(`[a-zA-Z ]{0,12}`),
	rapid.StringOf(rapid.SampledFrom([]rune("abUS.'`-&_ 1٣%,:\"«»… \tفلانوالأبـة\u064B\u200C\u200F\u0654\uFFFD"))),
	rapid.String(),
)

// TestPartingIsTokenising: parting many names at once gives each the keys that
// the tokeniser gives it alone.
func TestPartingIsTokenising(t *testing.T) {
	for name, tokens := range map[string]func(string) []lang.Token{"ar": arabic.Tokens, "en": english.Tokens} {
		t.Run(name, func(t *testing.T) {
			p := parting{tokens: tokens}
			rapid.Check(t, func(t *rapid.T) {
				p.clear()
				names := rapid.SliceOf(nameText).Draw(t, "names")
				for i, name := range names {
					names[i] = strings.ReplaceAll(name, "\n", " ")
					p.add(names[i])
				}
				p.part()
				for i, name := range names {
					if want := keysOf(tokens(name)); !slices.Equal(p.name(i), want) {
						t.Fatalf("%q of %q: keys %q, want %q", name, names, p.name(i), want)
					}
				}
			})
		})
	}
}

// TestWriterLoads: what a Writer takes, Load gives back; all that the project
// holds it takes.
func TestWriterLoads(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out, "a list", "of tests")
	for row := range Default().With(load(t, invented)).Rows() {
		ordered := *row
		ordered.Names = byLanguage(row.Names)
		ordered.Strict = byLanguage(row.Strict)
		ordered.Demonyms = byLanguage(row.Demonyms)
		if err := w.Put(&ordered); err != nil {
			t.Error(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	back := load(t, out.String())
	for row := range Default().With(load(t, invented)).Rows() {
		other, _ := back.Row(row.ID)
		other.Names = byLanguage(other.Names)
		want := *row
		want.Names, want.Strict, want.Demonyms = byLanguage(row.Names), byLanguage(row.Strict), byLanguage(row.Demonyms)
		if diff := cmp.Diff(&want, other, cmpopts.EquateEmpty()); diff != "" {
			t.Error(diff)
		}
	}
}

func byLanguage(names []isnad.Name) []isnad.Name {
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b isnad.Name) int { return strings.Compare(string(a.Lang), string(b.Lang)) })
	return names
}

func TestWriterRefuses(t *testing.T) {
	person := func(change func(*Row)) *Row {
		row := &Row{ID: "a", Kind: isnad.Person, Names: []isnad.Name{{Lang: isnad.English, Text: "A"}}}
		change(row)
		return row
	}
	for what, row := range map[string]*Row{
		"tab in a name":       person(func(r *Row) { r.Names[0].Text = "A\tB" }),
		"bar in a name":       person(func(r *Row) { r.Names[0].Text = "A | B" }),
		"line feed in a name": person(func(r *Row) { r.Names[0].Text = "A\nB" }),
		"a sign in a name":    person(func(r *Row) { r.Names[0].Text = "A [mt]" }),
		"a third language":    person(func(r *Row) { r.Names[0].Lang = "fr" }),
		"line feed":           person(func(r *Row) { r.Sources = "a\nb" }),
		"no slug":             person(func(r *Row) { r.ID = "A b" }),
	} {
		var out bytes.Buffer
		w := NewWriter(&out)
		if err := w.Put(row); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: error %v", what, err)
		}
		if err := w.Flush(); err != nil || strings.Count(out.String(), "\n") != 1 {
			t.Errorf("%s: wrote %q, %v", what, out.String(), err)
		}
	}
}

// TestScan: the rows that are sound come, with an error for each that is not.
func TestScan(t *testing.T) {
	var ids []string
	wrong := 0
	for row, err := range Scan("own.tsv", strings.NewReader("id\tkind\ten\na\tperson\tA\nB b\tperson\tB\nc\tperson\tC\na\tplace\tD\n")) {
		if err != nil {
			wrong++
			continue
		}
		ids = append(ids, row.ID)
	}
	if wrong != 1 || strings.Join(ids, " ") != "a c a" {
		t.Errorf("%v and %d errors", ids, wrong)
	}
	for _, list := range []string{"", "name\na\n", "id\tkind\tid\n"} {
		n := 0
		for row, err := range Scan("own.tsv", strings.NewReader(list)) {
			if n++; row != nil || !errors.Is(err, isnad.Invalid) {
				t.Errorf("%q: %v, %v", list, row, err)
			}
		}
		if n != 1 {
			t.Errorf("%q: %d times", list, n)
		}
	}
}

// TestManyOfOneName: a name of many rows gives them all, in order, once each.
func TestManyOfOneName(t *testing.T) {
	var list strings.Builder
	list.WriteString("id\tkind\tar\ten\n")
	for range 3 * batch {
		list.WriteString("p" + strings.ToLower(letters(strings.Count(list.String(), "\n"))) + "\tperson\tتال مارين | تال  مارين\tTal Maren | tal  maren\n")
	}
	facts := load(t, list.String())
	for _, text := range []string{"تال مارين", "Tal Maren"} {
		ids, n := facts.Match(keys(text))
		if n != 2 || len(ids) != 3*batch {
			t.Fatalf("%q: %d rows, %d words", text, len(ids), n)
		}
		at := 0
		for row := range facts.Rows() {
			if ids[at] != row.ID {
				t.Fatalf("%q: row %d is %s, want %s", text, at, ids[at], row.ID)
			}
			at++
		}
	}
	if rows := facts.Named("TAL MAREN"); len(rows) != 3*batch {
		t.Errorf("%d rows are so named", len(rows))
	}
}
