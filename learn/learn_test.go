package learn

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
)

// counter is a recipe that learns how long a corpus is.
func counter(corpus Corpus) Recipe {
	return Recipe{
		Name: "count", Does: "Counts letters.", File: "lang/count/weights/ar.bin", Date: "2031-05-03", Licence: by4,
		Data: []Corpus{corpus},
		Train: func(d Data, log io.Writer) ([]byte, error) {
			raw, err := d.Read(corpus)
			fmt.Fprintf(log, "%d bytes\n", len(raw))
			return fmt.Append(nil, len(raw)), err
		},
		Score: func(Data, io.Writer) ([]Score, error) {
			return []Score{
				{Task: "count", Set: "last | fifth", Measure: "F1", Value: 76.25, Note: "exact"},
				{Task: "count", Set: "last fifth", Measure: "words/s", Value: 1234567.6},
			}, nil
		},
	}
}

func TestMake(t *testing.T) {
	corpus := Corpus{Path: "a/b.txt", SHA256: Digest([]byte("Ada O\n")), Origin: "https://corpus.example", Licence: by4}
	data := Files(fstest.MapFS{"a/b.txt": {Data: []byte("Ada O\n")}})
	var log bytes.Buffer
	made, err := counter(corpus).Make(data, &log)
	if err != nil {
		t.Fatal(err)
	}
	if string(made.Weights) != "6" || log.String() != "train count\n6 bytes\nscore count: train again without what is held out\n" {
		t.Errorf("weights %q, log %q", made.Weights, &log)
	}
	want, err := os.ReadFile("testdata/card.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(made.Card)); diff != "" {
		t.Error(diff)
	}
	if !Names(made.Card, made.Weights) || Names(made.Card, []byte("7")) || Names(nil, made.Weights) {
		t.Error("a card names its own weights and no others")
	}
	shown := []Score{
		{Task: "count", Set: "last | fifth", Measure: "F1", Value: 76.2, Note: "exact"},
		{Task: "count", Set: "last fifth", Measure: "words/s", Value: 1234568},
	}
	if diff := cmp.Diff(shown, ScoresIn(made.Card)); diff != "" {
		t.Errorf("scores in the card: %s", diff)
	}
	if counter(corpus).Card() != "lang/count/weights/ar.md" {
		t.Error(counter(corpus).Card())
	}
}

// TestData holds that a corpus that is not there, or not the one that was
// named, is told with where it comes from, before anything is trained.
func TestData(t *testing.T) {
	data := Files(fstest.MapFS{"a/b.txt": {Data: []byte("changed")}})
	for _, test := range []struct {
		name, path string
		kind       error
		says       string
	}{
		{"not there", "a/c.txt", isnad.NotFound, "a/c.txt: not in the data folder"},
		{"changed", "a/b.txt", isnad.Conflict, "a/b.txt: not the file that the recipe names: its SHA-256 is " + Digest([]byte("changed")) + ", not " + Digest(nil)},
		{"a folder", "a", isnad.Unreadable, "a: invalid argument"},
	} {
		t.Run(test.name, func(t *testing.T) {
			corpus := Corpus{Path: test.path, SHA256: Digest(nil), Origin: "https://corpus.example"}
			recipe := counter(corpus)
			recipe.Train = func(Data, io.Writer) ([]byte, error) { t.Error("trained"); return nil, nil }
			_, err := recipe.Make(data, io.Discard)
			if !errors.Is(err, test.kind) || err.Error() != test.says {
				t.Errorf("%v, want %q of kind %q", err, test.says, test.kind)
			}
			if test.kind != isnad.Unreadable && isnad.Hint(err) != "it comes from https://corpus.example" {
				t.Errorf("hint %q", isnad.Hint(err))
			}
		})
	}
	if !data.Has(Corpus{Path: "a/b.txt"}) || data.Has(Corpus{Path: "a"}) || data.Has(Corpus{Path: "a/b.txt"}, Corpus{Path: "c"}) {
		t.Error("Has: files that are there, and all of them")
	}
	if err := (Data{}).Check(Corpus{Path: "a"}); !errors.Is(err, isnad.NotFound) || (Data{}).Has(Corpus{Path: "a"}) {
		t.Errorf("no data: %v", err)
	}
}

func TestNumber(t *testing.T) {
	for value, want := range map[float64]string{0: "0.0", 76.25: "76.2", 99.96: "100.0", 999.4: "999.4", 1000: "1,000", 1234567.6: "1,234,568"} {
		if got := (Score{Value: value}).Number(); got != want {
			t.Errorf("%v: %s, want %s", value, got, want)
		}
	}
}

// TestRecipes holds what every recipe has to say, and that what ships is what
// its card names.
func TestRecipes(t *testing.T) {
	const most = 12 << 20 // bytes of all weights
	names := map[string]bool{}
	total := 0
	for _, recipe := range Recipes() {
		t.Run(recipe.Name, func(t *testing.T) {
			if names[recipe.Name] {
				t.Error("a second recipe of this name")
			}
			names[recipe.Name] = true
			if got, err := Named(recipe.Name); err != nil || got.File != recipe.File {
				t.Error(got.File, err)
			}
			if !strings.HasSuffix(recipe.Does, ".") || recipe.Licence == "" || len(recipe.Date) != len("2006-01-02") || len(recipe.Data) == 0 {
				t.Errorf("%+v", recipe)
			}
			for _, corpus := range recipe.Data {
				if corpus.SHA256 == PADT.SHA256 {
					t.Error("trained on what may only be measured with")
				}
			}
			weights, card := recipe.Shipped()
			total += len(weights)
			if !Names(card, weights) {
				t.Errorf("%s does not name %s", recipe.Card(), Digest(weights))
			}
			for file, want := range map[string][]byte{recipe.File: weights, recipe.Card(): card} {
				have, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(file)))
				if err != nil || !bytes.Equal(have, want) {
					t.Errorf("%s is not what the program holds: %v", file, err)
				}
			}
		})
	}
	if total > most {
		t.Errorf("weights of %d bytes", total)
	}
	if _, err := Named("nobody"); !errors.Is(err, isnad.NotFound) {
		t.Error(err)
	}
}

// TestCorpora holds that the corpora are the files that were named, where they
// are.
func TestCorpora(t *testing.T) {
	data := shared(t)
	for _, corpus := range []Corpus{
		ANERcorp, WojoodTrain, WojoodDev, WojoodTest, Wikigold, WNUT17, RE3D,
		NewswireSegments, PADT, WikidataNames, WikidataNamesDev, GoogleNames, NTREX, StanceTrain, StanceDev,
	} {
		if err := data.Check(corpus); err != nil {
			t.Error(err)
		}
		if !strings.Contains(corpus.Origin, "https://") || corpus.Licence == "" {
			t.Errorf("%s: origin %q, licence %q", corpus.Path, corpus.Origin, corpus.Licence)
		}
	}
}

// TestRepeated makes every model and its card again, and holds that they are
// those that ship, byte for byte: the weights from all data, the scores from a
// second training without what is held out.
func TestRepeated(t *testing.T) {
	if raced {
		t.Skip("training takes minutes under the race detector; make test runs it without, but for the letters, make repeat all of it")
	}
	data := shared(t)
	for _, recipe := range Recipes() {
		t.Run(recipe.Name, func(t *testing.T) {
			if !data.Has(recipe.Data...) || !data.Has(recipe.Measured...) {
				t.Skipf("not all of its data is here; %s says where it comes from", recipe.Card())
			}
			again, err := recipe.Make(data, io.Discard)
			if err != nil {
				t.Fatal(err)
			}
			weights, card := recipe.Shipped()
			if !bytes.Equal(again.Weights, weights) {
				t.Errorf("trained %s, shipped %s", Digest(again.Weights), Digest(weights))
			}
			if diff := cmp.Diff(string(card), string(again.Card)); diff != "" {
				t.Errorf("card (-shipped +made): %s", diff)
			}
		})
	}
}

// shared returns the data that is not ours to keep in the repository, or skips.
func shared(t *testing.T) Data {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	dir := filepath.Join(root, "data")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no shared data at %s: set ISNAD_SHARED", dir)
	}
	return Folder(dir)
}

func TestNameScores(t *testing.T) {
	gold := []corpora.Sentence{{Words: strings.Fields("Ada left Dorsania Dorsania"), Tags: strings.Fields("B-PER O B-LOC B-SHIP")}}
	tag := func([]string) []corpora.Span {
		return []corpora.Span{{Start: 0, End: 1, Kind: "LOC"}, {Start: 2, End: 3, Kind: "LOC"}, {Start: 3, End: 4, Kind: "SHIP"}}
	}
	want := []Score{
		{Task: "x", Set: "s", Measure: "F1", Value: 200. / 3}, {Task: "x", Set: "s", Measure: "F1 person", Value: 0},
		{Task: "x", Set: "s", Measure: "F1 place", Value: 200. / 3}, {Task: "x", Set: "s", Measure: "F1 SHIP", Value: 100},
	}
	got := NameScores("x", "s", gold, tag, map[string]string{"PER": "person", "LOC": "place", "SHIP": "SHIP"})
	for i := range got {
		got[i].Value = math.Round(got[i].Value*1e9) / 1e9
	}
	for i := range want {
		want[i].Value = math.Round(want[i].Value*1e9) / 1e9
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCuts(t *testing.T) {
	sentence := corpora.Sentence{Words: strings.Fields("a b c"), Tags: strings.Fields("O B-X O")}
	for n, want := range map[int]string{0: "[a b c] []", 2: "[a] [b c]", 3: "[] [a b c]", 9: "[] [a b c]"} {
		head, tail := Cut(sentence, n)
		if got := fmt.Sprint(head.Words, tail.Words); got != want || len(head.Tags) != len(head.Words) || len(tail.Tags) != len(tail.Words) {
			t.Errorf("last %d: %s, want %s", n, got, want)
		}
	}
	head, tail := LastFifth(make([]corpora.Sentence, 11))
	if len(head) != 8 || len(tail) != 3 {
		t.Errorf("%d and %d", len(head), len(tail))
	}
}
