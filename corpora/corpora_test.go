package corpora

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func TestCoNLL(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []Sentence
	}{
		{"empty", "", nil},
		{"two sentences", "Ada B-PER\nsang O\n\nOluf\tB-PER\n", []Sentence{
			{Words: []string{"Ada", "sang"}, Tags: []string{"B-PER", "O"}},
			{Words: []string{"Oluf"}, Tags: []string{"B-PER"}},
		}},
		{"mark of byte order and line ends of Windows", "\ufeffAda B-PER\r\n\r\nsang O\r\n", []Sentence{
			{Words: []string{"Ada"}, Tags: []string{"B-PER"}},
			{Words: []string{"sang"}, Tags: []string{"O"}},
		}},
		{"documents", "-DOCSTART- -X- O O\n\nAda O\n", []Sentence{{Words: []string{"Ada"}, Tags: []string{"O"}}}},
		{"segments of Wojood", "Ada O\n$#$ X\nsang O\n", []Sentence{{Words: []string{"Ada", "sang"}, Tags: []string{"O", "O"}}}},
		{"nested", "Bank B-ORG O\nDorsania I-ORG B-LOC\n", []Sentence{{
			Words: []string{"Bank", "Dorsania"}, Tags: []string{"O", "B-LOC"},
			Inner: [][]string{{"B-ORG", "O"}, {"I-ORG", "B-LOC"}},
		}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := CoNLL("x.conll", strings.NewReader(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestRefused holds that each reader names the file and the line of what it
// cannot read, with the kind of error.
func TestRefused(t *testing.T) {
	conll := func(s string) error { _, err := CoNLL("x", strings.NewReader(s)); return err }
	conllu := func(s string) error { _, err := CoNLLU("x", strings.NewReader(s)); return err }
	pairs := func(s string) error { _, err := Pairs("x", strings.NewReader(s)); return err }
	segmented := func(s string) error { _, err := ReadSegmented("x", strings.NewReader(s)); return err }
	row := func(id string) string { return id + "\tAda" + strings.Repeat("\t_", 8) + "\n" }
	for _, test := range []struct {
		name string
		err  error
		want error
		says string
	}{
		{"word alone", conll("Ada O\nsang\n"), isnad.Invalid, "x: line 2: a word without a tag"},
		{"other charset", conll("Ada O\n\xe9 O\n"), isnad.Invalid, "x: line 2: not UTF-8"},
		{"long line", conll("Ada O\n" + strings.Repeat("a", maxLine+1)), isnad.TooLarge, "x: line 2: more than 1048576 bytes"},
		{"few columns", conllu(row("1") + "2\tsang\n"), isnad.Invalid, "x: line 2: no word of ten columns in its order"},
		{"number left out", conllu(row("1") + row("3")), isnad.Invalid, "x: line 2: no word of ten columns in its order"},
		{"token backwards", conllu(row("2-1")), isnad.Invalid, "x: line 1: no word of ten columns in its order"},
		{"token in a token", conllu(row("1-3") + row("1") + row("2-3")), isnad.Invalid, "x: line 3: no word of ten columns in its order"},
		{"token behind its sentence", conllu(row("1-2") + row("1")), isnad.Invalid, "x: line 2: a token ends behind its sentence"},
		{"one side", pairs("ada\t \n"), isnad.Invalid, "x: line 1: no name in two columns, and its count"},
		{"count of words", pairs("ada\t\u0622\u062f\u0627\tmany\n"), isnad.Invalid, "x: line 1: no name in two columns, and its count"},
		{"four columns", segmented("1\ta\tb\tc\n"), isnad.Invalid, "x: line 1: no word and its segments"},
		{"no segments", segmented("1\ta\t\n"), isnad.Invalid, "x: line 1: a word or its segments are empty"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !errors.Is(test.err, test.want) || test.err.Error() != test.says {
				t.Errorf("%v, want %q of kind %q", test.err, test.says, test.want)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	for _, test := range []struct {
		name, tags string
		want       []Span
	}{
		{"none", "O O", nil},
		{"IOB2", "B-PER I-PER O B-LOC", []Span{{0, 2, "PER"}, {3, 4, "LOC"}}},
		{"IOB", "I-PER I-PER B-PER I-LOC", []Span{{0, 2, "PER"}, {2, 3, "PER"}, {3, 4, "LOC"}}},
		{"BILOU", "B-PER L-PER U-LOC U-LOC", []Span{{0, 2, "PER"}, {2, 3, "LOC"}, {3, 4, "LOC"}}},
		{"BIOES", "B-PER I-PER E-PER I-PER S-LOC", []Span{{0, 3, "PER"}, {3, 4, "PER"}, {4, 5, "LOC"}}},
		{"kinds alone", "PER PER O creative-work _", []Span{{0, 2, "PER"}, {3, 4, "creative-work"}}},
		{"hyphen in the kind", "B-creative-work I-creative-work", []Span{{0, 2, "creative-work"}}},
		{"goes on after nothing", "O I-PER O I-PER", []Span{{1, 2, "PER"}, {3, 4, "PER"}}},
		{"mark without a kind", "B- I-PER", []Span{{1, 2, "PER"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Spans(strings.Fields(test.tags))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLayers(t *testing.T) {
	inner := [][]string{{"O", "NNP"}, {"B-GPE", "B-ORG"}, {"O", "I-ORG"}, {"B-ORG", "B-ORG"}, {"I-PER", "O"}}
	want := []Span{{1, 3, "ORG"}, {1, 2, "GPE"}, {3, 4, "ORG"}, {4, 5, "PER"}}
	if diff := cmp.Diff(want, Layers(inner)); diff != "" {
		t.Error(diff)
	}
}

func TestCoNLLU(t *testing.T) {
	text := "# sent_id = s-1\n# text = Dont go\n# newpar\n1-2\tDont\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"1\tDo\tdo\tAUX\tV\tMood=Ind|Number=Plur\t3\taux\t_\t_\n2\tnt\tnot\tPART\t_\t_\t3\tadvmod\t_\t_\n" +
		"2.1\tyou\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo\tgo\tVERB\t_\t_\t_\troot\t_\tSpaceAfter=No\n\n\n" +
		"# sent_id s-2\n1\tAda\tAda\tPROPN\t_\t_\t0\troot\t_\t_"
	want := []Tree{{
		ID: "s-1", Text: "Dont go",
		Words: []Word{
			{Form: "Do", Lemma: "do", UPOS: "AUX", XPOS: "V", Feats: map[string]string{"Mood": "Ind", "Number": "Plur"}, Head: 3, Relation: "aux"},
			{Form: "nt", Lemma: "not", UPOS: "PART", XPOS: "_", Head: 3, Relation: "advmod"},
			{Form: "go", Lemma: "go", UPOS: "VERB", XPOS: "_", Relation: "root", Misc: map[string]string{"SpaceAfter": "No"}},
		},
		Fused: []Fused{{First: 1, Last: 2, Form: "Dont"}},
	}, {ID: "s-2", Words: []Word{{Form: "Ada", Lemma: "Ada", UPOS: "PROPN", XPOS: "_", Relation: "root"}}}}
	got, err := CoNLLU("x", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Fused{{First: 1, Last: 2, Form: "Dont"}, {First: 3, Last: 3, Form: "go"}}, got[0].Tokens()); diff != "" {
		t.Errorf("tokens: %s", diff)
	}
}

func TestPlainText(t *testing.T) {
	tree := Tree{
		Words: []Word{{Form: "Do"}, {Form: "nt"}, {Form: "go"}, {Form: ".", Misc: map[string]string{"SpaceAfter": "No"}}},
		Fused: []Fused{{First: 1, Last: 2, Form: "Dont"}},
	}
	want := Plain{
		Text: "Dont go .Dont go .",
		Tokens: []Token{
			{Extent{0, 4}, []string{"Do", "nt"}}, {Extent{4, 6}, []string{"go"}}, {Extent{6, 7}, []string{"."}},
			{Extent{7, 11}, []string{"Do", "nt"}}, {Extent{11, 13}, []string{"go"}}, {Extent{13, 14}, []string{"."}},
		},
		Sentences: []Extent{{0, 7}, {7, 14}},
	}
	if diff := cmp.Diff(want, PlainText([]Tree{tree, {Words: []Word{{Form: " "}}}, tree})); diff != "" {
		t.Error(diff)
	}
}

func TestPairs(t *testing.T) {
	const ada = "\u0622\u062f\u0627" // آدا
	spaced := strings.Join(strings.Split(ada, ""), " ")
	want := []Pair{{"50", "50", 1}, {"ada", ada, 1}, {"ada", ada, 1}, {"ada", ada, 7}, {"ada strell", ada + " " + ada, 1}}
	got, err := Pairs("x", strings.NewReader("# names\n50\t5 0\t1\n"+ada+"\tada\n\nada\t"+ada+"\nada\t"+spaced+"\t7\nada strell\t"+ada+" "+ada+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadSegmented(t *testing.T) {
	want := []Segmented{{"wab", []string{"w", "ab"}}, {"ab", []string{"ab"}}, {"+", []string{"+"}}}
	for _, text := range []string{"idx\tword\tsegments\n0\twab\tw+ab\n1\tab\tab\n\n2\t+\t+\n", "wab\tw+ab\nab\tab\n+\t+\n"} {
		got, err := ReadSegmented("x", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRows(t *testing.T) {
	got, err := Rows("x", strings.NewReader("# head\na\tb\n\nc\n"), "#")
	if diff := cmp.Diff([][]string{{"a", "b"}, {"c"}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// TestPublic reads whole public files, where they are.
func TestPublic(t *testing.T) {
	conll := func(t *testing.T, f *os.File) int {
		names := 0
		for _, sentence := range list(t, f, CoNLL) {
			names += len(Spans(sentence.Tags))
		}
		return names
	}
	for _, test := range []struct {
		file string
		want int
		read func(*testing.T, *os.File) int
	}{
		{"ner-ar/anercorp-train.txt", 8988, conll},
		{"ner-en/wikigold-train.conll", 2745, conll},
		{"ner-en/wnut17_train.conll", 1975, conll},
		{"ner-en/re3d_train.conll", 2718, conll},
		{"ner-ar/wojood-sample/train.txt", 2929, conll},
		{"segmentation/padt-dev.conllu", 786, func(t *testing.T, f *os.File) int { return len(list(t, f, CoNLLU)) }},
		{"segmentation/newswire-silver.tsv", 110263, func(t *testing.T, f *os.File) int { return len(list(t, f, ReadSegmented)) }},
		{"names/wikidata-train.txt", 41584, func(t *testing.T, f *os.File) int { return len(list(t, f, Pairs)) }},
		{"names/wikidata-dev.txt", 10395, func(t *testing.T, f *os.File) int { return len(list(t, f, Pairs)) }},
		{"names/google-train.txt", 12877, func(t *testing.T, f *os.File) int { return len(list(t, f, Pairs)) }},
	} {
		t.Run(filepath.Base(test.file), func(t *testing.T) {
			if got := test.read(t, shared(t, test.file)); got != test.want {
				t.Errorf("%d items, want %d", got, test.want)
			}
		})
	}
}

func list[T any](t *testing.T, f *os.File, read func(string, io.Reader) ([]T, error)) []T {
	t.Helper()
	items, err := read(f.Name(), f)
	if err != nil {
		t.Error(err)
	}
	return items
}

// shared opens a file of the data that is not ours to keep in the repository,
// or skips.
func shared(t *testing.T, name string) *os.File {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	file, err := os.Open(filepath.Join(root, "data", filepath.FromSlash(name)))
	if err != nil {
		t.Skipf("no shared data: %v: set ISNAD_SHARED", err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}
