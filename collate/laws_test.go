package collate_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/show"
)

// facts are the project's with the demo's over them.
var facts = sync.OnceValue(func() *known.Facts {
	own, err := demo.Facts()
	if err != nil {
		panic(err)
	}
	return known.Default().With(own)
})

// docs annotates the demo's reports and, where they are, the seeds.
func docs(t *testing.T) []*isnad.Doc {
	t.Helper()
	snapshots := append(demo.Snapshots(), seeds(t)...)
	pipeline := annotate.New(facts())
	var list []*isnad.Doc
	for _, snapshot := range snapshots {
		articles, err := gather.Articles(snapshot, gather.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, article := range articles {
			list = append(list, pipeline.Doc(article))
		}
	}
	return list
}

// seeds are two real reports that lie beside the module or at $ISNAD_SHARED.
func seeds(t *testing.T) []isnad.Snapshot {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	names, _ := filepath.Glob(filepath.Join(root, "seeds", "*.txt"))
	if len(names) == 0 {
		t.Logf("no seeds in %s: the demo's reports alone are read; set ISNAD_SHARED to add them", root)
	}
	var list []isnad.Snapshot
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, isnad.Snapshot{Source: name, Bytes: raw})
	}
	return list
}

// written is the record of docs as JSON.
func written(t interface{ Fatal(...any) }, docs []*isnad.Doc) []byte {
	record := collate.Record(docs, facts())
	if err := record.Check(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := show.JSON(&out, record); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Law 4: a record depends on the set of its docs, not on their order, and
// collating changes none of them. Law 3: a doc given twice changes nothing.
func TestOrderDoesNotMatter(t *testing.T) {
	all := docs(t)
	checks(t, 25)
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(all).Draw(t, "order")
		subset := order[:rapid.IntRange(1, 6).Draw(t, "docs")]
		want := written(t, subset)
		again := rapid.Permutation(subset).Draw(t, "again")
		for range rapid.IntRange(0, 3).Draw(t, "twice") {
			again = append(again, rapid.SampledFrom(subset).Draw(t, "doc"))
		}
		if got := written(t, again); !bytes.Equal(got, want) {
			t.Fatalf("%s", firstDifference(want, got))
		}
	})
	want := written(t, docs(t))
	if got := written(t, all); !bytes.Equal(got, want) {
		t.Errorf("collating changed its docs: %s", firstDifference(want, got))
	}
	slices.Reverse(all)
	if got := written(t, all); !bytes.Equal(got, want) {
		t.Errorf("backwards: %s", firstDifference(want, got))
	}
}

// firstDifference shows where two outputs part.
func firstDifference(want, got []byte) string {
	i := 0
	for i < len(want) && i < len(got) && want[i] == got[i] {
		i++
	}
	around := func(out []byte) string { return string(out[max(0, i-300):min(len(out), i+100)]) }
	return "want\n" + around(want) + "\ngot\n" + around(got)
}

// Law 5: a copy at another address never counts as a second witness: with it
// the record has one more article and not one more witness. That entries count
// by these witnesses is part of Check.
func TestCopiesAreNoWitnesses(t *testing.T) {
	all := docs(t)
	before := collate.Record(all, facts())
	pipeline := annotate.New(facts())
	for _, doc := range all {
		article := *doc.Article
		article.ID, article.Source, article.Outlet = "azzzzzzzzzzzz", "copy", isnad.Outlet{Name: "Another", How: isnad.Given}
		after := collate.Record(append([]*isnad.Doc{pipeline.Doc(&article)}, all...), facts())
		if err := after.Check(); err != nil {
			t.Fatal(err)
		}
		if len(after.Docs) != len(before.Docs)+1 || len(after.Witnesses) != len(before.Witnesses) {
			t.Errorf("%s copied: %d docs and %d witnesses, want %d and %d", doc.Article.Source,
				len(after.Docs), len(after.Witnesses), len(before.Docs)+1, len(before.Witnesses))
		}
	}
}

// checks asks for n draws of a property that is slow to test, unless the
// command line asks for a number.
func checks(t *testing.T, n int) {
	flag := flag.Lookup("rapid.checks")
	if flag.Value.String() != flag.DefValue {
		return
	}
	if err := flag.Value.Set(strconv.Itoa(n)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { flag.Value.Set(flag.DefValue) })
}
