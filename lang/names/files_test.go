package names

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"testing"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/tagger"
)

// TestPack holds that open gives back what pack took, and nothing else.
func TestPack(t *testing.T) {
	parts := [][]byte{[]byte("first"), nil, []byte("third")}
	file := pack(parts...)
	back, err := open(file, 3)
	if err != nil || len(back) != 3 {
		t.Fatal(back, err)
	}
	for i := range parts {
		if !bytes.Equal(back[i], parts[i]) {
			t.Errorf("part %d: %q", i, back[i])
		}
	}
	for n := range file {
		if _, err := open(file[:n], 3); err == nil {
			t.Errorf("the first %d bytes open", n)
		}
	}
	for name, broken := range map[string][]byte{
		"too few parts": pack(parts[:2]...), "too many": pack(append(parts, nil)...), "a byte more": append(bytes.Clone(file), 0),
		"another version": append([]byte("isnad names 0\n"), file[len(magic):]...),
		"a length beyond": binary.LittleEndian.AppendUint32([]byte(magic), 1<<32-1),
	} {
		if _, err := open(broken, 3); err == nil {
			t.Errorf("%s: opened", name)
		}
	}
}

// FuzzOpen holds that no bytes make a model that panics: it is refused, or it
// finds names.
func FuzzOpen(f *testing.F) {
	small := tinyArabic(f)
	f.Add([]byte(nil))
	f.Add([]byte(magic))
	f.Add(small)
	f.Add(pack(nil, nil, nil))
	f.Add(pack(nil, nil))
	const text = "وصل سامر الدرعاني إلى دمشق. وعاد سامر."
	tokens := arabic.Tokens(text)
	f.Fuzz(func(t *testing.T, file []byte) {
		for _, open := range []func([]byte) (*Model, error){OpenArabic, OpenEnglish} {
			m, err := open(file)
			if err != nil {
				continue
			}
			for _, name := range m.NewTagger().Find(text, tokens, []int{6, len(tokens)}, nil) {
				if name.Start < 0 || name.End > len(tokens) || name.Kind > Other {
					t.Fatalf("%+v", name)
				}
			}
		}
	})
}

// tinyTexts are invented texts to learn from.
func tinyTexts() []Labelled {
	var list []Labelled
	for _, name := range []string{"سامر الدرعاني", "هيثم المروي", "باسل العنابي", "طارق الشطاوي", "نادر القمحي"} {
		text := "وصل " + name + " إلى دمشق. وعاد " + name + "."
		tokens := arabic.Tokens(text)
		person := []uint8{Label(Person, true), Label(Person, false)}
		list = append(list, Labelled{Text: text, Tokens: tokens, Ends: []int{6, len(tokens)},
			Labels: []uint8{0, person[0], person[1], 0, Label(Place, true), 0, 0, person[0], person[1], 0}})
	}
	return list
}

func tinyArabic(t testing.TB) []byte {
	t.Helper()
	var log bytes.Buffer
	file, err := TrainArabic(tinyTexts(), []People{{"سامر", 60}}, []WordCount{{"وصل", 300}}, &log)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestTrainArabic trains twice, to the same bytes, and finds what was learned.
func TestTrainArabic(t *testing.T) {
	file := tinyArabic(t)
	if !bytes.Equal(file, tinyArabic(t)) {
		t.Error("trained otherwise")
	}
	m, err := OpenArabic(file)
	if err != nil {
		t.Fatal(err)
	}
	text := tinyTexts()[1]
	got := fmt.Sprint(m.NewTagger().Find(text.Text, text.Tokens, text.Ends, nil))
	for _, want := range []string{"{1 3 person ", "{4 5 place ", "{7 9 person "} {
		if !bytes.Contains([]byte(got), []byte(want)) {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if _, err := OpenEnglish(file); err == nil {
		t.Error("opened as English")
	}
}

// TestListed holds that a table says of each word what it was told of it, of
// nearly no other word anything, and that it is laid out one way alone.
func TestListed(t *testing.T) {
	said := map[string]uint16{"": saidWord, "silent": 0}
	for i := range 5000 {
		said[fmt.Sprint("word", i)] = uint16(i%int(saidLists)) + 1
	}
	table := layOut(said)
	if !bytes.Equal(table, layOut(said)) {
		t.Error("laid out otherwise")
	}
	if opened, err := openListed(table); err != nil || !bytes.Equal(opened, table) {
		t.Error(err)
	}
	for word, what := range said {
		if got := table.get(tagger.Hash(word)); word != "" && got != what {
			t.Errorf("%s: %b, want %b", word, got, what)
		}
	}
	wrong := 0
	for i := range 100_000 {
		if table.get(tagger.Hash(fmt.Sprint("other", i))) != 0 {
			wrong++
		}
	}
	if wrong > 40 {
		t.Errorf("%d of 100,000 words taken for others", wrong)
	}
	for _, broken := range [][]byte{nil, {1, 2, 3}, make([]byte, 5)} {
		if _, err := openListed(broken); err == nil {
			t.Errorf("%d bytes open", len(broken))
		}
	}
	full := listed(bytes.Repeat([]byte{1, 0, 1, 0}, 3))
	if got := full.get(2); got != 0 {
		t.Errorf("a full table says %b of what it has not", got)
	}
}

// TestNewListed holds what is said of words by their lists.
func TestNewListed(t *testing.T) {
	table := newListed([]People{{"زرهمان", 70}, {"طفلوند", 2}, {"طفلوند", 3}, {"قمبرخان", 1}},
		[]WordCount{{"هنالك", 130}, {"هنالك", 410}, {"ندرتان", 601}, {"في", 100}, {"قمبرخان", 600}})
	get := func(word string) uint16 { return table.get(tagger.Hash(arabic.Fold(word))) }
	for _, test := range []struct {
		word string
		want uint16
	}{
		{"زرهمان", 3 * saidPeople},
		{"طفلوند", 2 * saidPeople},
		{"قمبرخان", saidPeople | 1*saidCommon},
		{"هنالك", 7 * saidCommon},
		{"ندرتان", 0},
	} {
		if got := get(test.word) &^ (saidPeople - 1); got != test.want {
			t.Errorf("%s: %b, want %b", test.word, got, test.want)
		}
	}
	for file, what := range map[string]uint16{
		"ar-given.txt": saidGiven, "ar-given-common.txt": saidGivenCommon, "ar-verbs.txt": saidVerb, "ar-words.txt": saidWord,
	} {
		for _, row := range List(file) {
			if get(row[0])&what == 0 {
				t.Errorf("%s: %s is not said", file, row[0])
			}
		}
	}
}

func TestLabels(t *testing.T) {
	for i, name := range Labels {
		kind := kindOf(uint8(i))
		if first := name[:1] == "B"; Label(kind, first) != uint8(i) {
			t.Errorf("%s: label %d", name, Label(kind, first))
		}
	}
	if kindOf(uint8(len(Labels))) != None {
		t.Error("a label behind those of names is a name")
	}
}
