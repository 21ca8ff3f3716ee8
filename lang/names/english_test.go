package names

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/tagger"
)

func readEnglish(text string) *EnglishRows {
	var rows EnglishRows
	rows.Read(text, english.Tokens(text), nil)
	return &rows
}

func TestShapes(t *testing.T) {
	for _, test := range []struct {
		word    string
		letters letters
		like    string // a word of the same shape
	}{
		{"river", lowerCase, "stone"},
		{"Tavor", capitalised, "Melka"},
		{"UNX", allCapitals, "ABC"},
		{"McVarn", mixedCase, "DeLorn"},
		{"iTavor", mixedCase, "eBelma"},
		{"K", oneCapital, "B"},
		{"1987", digitsOnly, "2031"},
		{"--", markOnly, "--"},
		{"\u0639", otherScript, "\u0645"},
	} {
		letters, shape, brief := shapeOf(test.word)
		if _, likeShape, likeBrief := shapeOf(test.like); letters != test.letters || shape != likeShape || brief != likeBrief {
			t.Errorf("%q: sort %d, want %d; shape as of %q: %v, %v", test.word, letters, test.letters, test.like, shape == likeShape, brief == likeBrief)
		}
	}
	_, short, briefShort := shapeOf("Tav")
	_, long, briefLong := shapeOf("Tavorin")
	_, longer, _ := shapeOf("Tavorinelka")
	if short == long || long != longer || briefShort != briefLong {
		t.Error("a shape counts runs of one sort up to four, a brief shape none")
	}
}

// TestRuns marks the runs of capitalised words by brackets.
func TestRuns(t *testing.T) {
	for name, want := range map[string]string{
		"a name":                  "we met [Mara Velin] today",
		"over of":                 "the [Bank of Velmora] said",
		"over of the":             "the [Friends of the River] met",
		"of before a small word":  "a [Friend] of rivers",
		"a number inside":         "[Route 66] is long",
		"an initial":              "[J. Velin] came",
		"a mark between":          "[Velin] , [Tavor] and [Melka]",
		"a function word opens":   "The river and [Tavor]",
		"I is none":               "then I saw [Tavor]",
		"a line break ends a run": "saw [Tavor]\n[Melka] left",
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.NewReplacer("[", "", "]", "").Replace(want)
			tokens := english.Tokens(text)
			rows := readEnglish(text)
			var got strings.Builder
			at := 0
			for i := range tokens {
				c := rows.at(i)
				got.WriteString(text[at:tokens[i].Start])
				if rows.Capital(i) && c.from == i {
					got.WriteByte('[')
				}
				got.WriteString(text[tokens[i].Start:tokens[i].End])
				if rows.Capital(c.from) && c.to == i+1 {
					got.WriteByte(']')
				}
				at = tokens[i].End
			}
			if diff := cmp.Diff(want, got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPhrases(t *testing.T) {
	const goesOn, several = 10, phraseKinds
	for _, test := range []struct {
		name, text string
		at         int
		bit        int
		want       bool
	}{
		{"a country", "in Jordan now", 1, phrasePlace, true},
		{"a country of several words", "in Saudi Arabia now", 1, phrasePlace + several, true},
		{"its second word", "in Saudi Arabia now", 2, phrasePlace + several + goesOn, true},
		{"in small letters", "they eat turkey now", 2, phrasePlace, false},
		{"a name cut short", "in Saudi now", 1, phrasePlace, false},
		{"a city", "near Aleppo today", 1, phraseCity, true},
		{"a body", "the Associated Press said", 1, phraseBody + several, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := readEnglish(test.text).at(test.at).phrase>>test.bit&1 != 0; got != test.want {
				t.Errorf("word %d of %q: %v", test.at, test.text, got)
			}
		})
	}
}

func TestClusters(t *testing.T) {
	table := loadClusters()
	of := func(raw, folded string) uint64 { return table.of(raw, tagger.Hash(folded)) }
	same := func(a, b string, bits uint64) bool { return of(a, "")&bits == of(b, "")&bits }
	if !same("Monday", "Thursday", narrow) || same("Monday", "river", narrow) || same("March", "march", narrow) {
		t.Error("days are used alike, and other than rivers; March is not to march")
	}
	if of("qxvelmora", "qxvelmora") != 0 || of("RIVERX", "river") != of("river", "river") {
		t.Error("a word without a class has none; one without as it is written has that of its folded form")
	}
	used := 0
	for _, slot := range table {
		used += int(bit(slot.path != 0))
	}
	if used < 40_000 || used > len(table)/2 {
		t.Errorf("%d of %d slots are used", used, len(table))
	}
}

func TestOpens(t *testing.T) {
	text := "\"Rain fell. (It stayed.)\nTavor left: nobody saw."
	tokens := english.Tokens(text)
	rows := readEnglish(text)
	var got []string
	for i := range tokens {
		if rows.at(i).opens && rows.at(i).letters != markOnly {
			got = append(got, tokens[i].Key)
		}
	}
	if diff := cmp.Diff([]string{"rain", "it", "tavor", "nobody"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestQuotations(t *testing.T) {
	for text, want := range map[string]uint64{
		"he sang \" Long River \" then":                         3,
		"he sang \" Velmora \" then":                            3,
		"he sang \" Long rivers run \" then":                    2,
		"he said \" we go \" then":                              1,
		"he said \" Go home now and stay there for us all \" .": 1,
		"he said \" we go":                                      0,
	} {
		if got := readEnglish(text).at(3).quote & 3; got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// TestRemembered holds that a word is told by its other places in the text.
func TestRemembered(t *testing.T) {
	apart, together := readEnglish("Rose left."), readEnglish("Rose left. Then a rose fell.")
	if apart.at(0).memory == together.at(0).memory {
		t.Error("a word that is in small letters elsewhere looks like one that is not")
	}
	if readEnglish("the Velmora Trust (VMT) met").at(4).signs&signLetters == 0 {
		t.Error("letters in brackets behind a name are not seen")
	}
}

// TestHintsAreFeatures holds that hints change the features of their token
// and its neighbours, and nothing else.
func TestHintsAreFeatures(t *testing.T) {
	text := "the old town of velmora lies there"
	tokens := english.Tokens(text)
	with := make([]Hint, len(tokens))
	with[4] = PlaceBegins
	list := func(hints []Hint) (rows tagger.Rows) {
		var e EnglishRows
		e.Read(text, tokens, hints)
		e.Rows(&rows, 0, len(tokens))
		return rows
	}
	plain, hinted := list(make([]Hint, len(tokens))), list(with)
	none := list(nil)
	for i := range tokens {
		changed := !cmp.Equal(plain.Features(i), hinted.Features(i))
		if near := i >= 3 && i <= 5; changed != near {
			t.Errorf("token %d: changed: %v", i, changed)
		}
		if !cmp.Equal(plain.Features(i), none.Features(i)) {
			t.Errorf("token %d: no hints are not empty hints", i)
		}
	}
}

// TestWarmEnglish holds that rows which are warm allocate nothing.
func TestWarmEnglish(t *testing.T) {
	text := strings.Repeat("Mara Velin of the Bank of Velmora said \" it rains \" in Tavor. ", 20)
	tokens := english.Tokens(text)
	var e EnglishRows
	var rows tagger.Rows
	if allocated := testing.AllocsPerRun(5, func() {
		e.Read(text, tokens, nil)
		rows.Reset()
		e.Rows(&rows, 0, len(tokens))
	}); allocated > 0 {
		t.Errorf("%v allocations", allocated)
	}
}

func BenchmarkEnglishRows(b *testing.B) {
	text := strings.Repeat("Mara Velin of the Bank of Velmora said that it would rain in Tavor on Monday, and left. ", 50)
	tokens := english.Tokens(text)
	var e EnglishRows
	var rows tagger.Rows
	for b.Loop() {
		e.Read(text, tokens, nil)
		rows.Reset()
		e.Rows(&rows, 0, len(tokens))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(tokens)), "ns/word")
}
