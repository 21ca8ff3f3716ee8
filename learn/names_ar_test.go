package learn

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/names"
)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func filed(path string, raw []byte) Data { return Files(fstest.MapFS{path: {Data: raw}}) }

func corpusOf(path string, raw []byte) Corpus {
	return Corpus{Path: path, SHA256: Digest(raw), Origin: "https://corpus.example"}
}

// namesOf makes names of labels, as a tagger does.
func namesOf(labels []uint8) []names.Name {
	var list []names.Name
	for i, label := range labels {
		kind := names.Kind((label + 1) / 2)
		switch {
		case kind == names.None:
		case label == names.Label(kind, true):
			list = append(list, names.Name{Start: i, End: i + 1, Kind: kind})
		default:
			list[len(list)-1].End = i + 1
		}
	}
	return list
}

// TestArabicText holds what becomes of words and their tags: a word of several
// tokens has its label on each.
func TestArabicText(t *testing.T) {
	words := strings.Fields("زار سامر الدرعاني (فلمار) . وقال سامر باسل ؟ الرابطة")
	tags := strings.Fields("O B-PERS I-PERS B-LOC O O B-PERS B-PERS O I-ORG")
	list := arabicTexts(words, tags, known.NewHinter(new(known.Facts)))
	if len(list) != 1 {
		t.Fatalf("%d texts", len(list))
	}
	text := list[0]
	var got []string
	for i, token := range text.Tokens {
		got = append(got, text.Text[token.Start:token.End]+"/"+names.Labels[text.Labels[i]])
	}
	want := "زار/O سامر/B-PER الدرعاني/I-PER (/B-LOC فلمار/I-LOC )/I-LOC ./O وقال/O سامر/B-PER باسل/B-PER ؟/O الرابطة/B-ORG"
	if joined := strings.Join(got, " "); joined != want {
		t.Errorf("%s\nwant %s", joined, want)
	}
	if fmt.Sprint(text.Ends) != "[7 11 12]" || len(text.Hints) != len(text.Tokens) {
		t.Errorf("ends %v, %d hints", text.Ends, len(text.Hints))
	}
	spans := fmt.Sprint(text.spans(namesOf(text.Labels)))
	if spans != fmt.Sprint([]corpora.Span{{Start: 1, End: 3, Kind: "PERS"}, {Start: 3, End: 4, Kind: "LOC"}, {Start: 6, End: 7, Kind: "PERS"}, {Start: 7, End: 8, Kind: "PERS"}, {Start: 9, End: 10, Kind: "ORG"}}) {
		t.Error(spans)
	}
}

// TestArabicTextsRoundTrip holds that the words and tags of a corpus are all in
// its texts, in order, and that labels turned into spans are those of the tags.
func TestArabicTextsRoundTrip(t *testing.T) {
	hinter := known.NewHinter(new(known.Facts))
	word := rapid.SampledFrom([]string{"سامر", "فلمار", "وقال", ".", "؟", "(", "«زردم»", "١٢", "Velmar", "كي-مون", "3.5", "ـ", "!"})
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 0, 60).Draw(t, "words")
		times := rapid.SampledFrom([]int{1, 1, 1, 40}).Draw(t, "times") // of a corpus of several reports
		words = slices.Repeat(words, times)
		tags := make([]string, len(words))
		for i := range tags {
			tags[i] = rapid.SampledFrom([]string{"O", "O", "B-PERS", "B-ORG", "B-LOC", "B-MISC", "I"}).Draw(t, "tag")
			if tags[i] == "I" {
				tags[i] = "O"
				if i > 0 && tags[i-1] != "O" {
					tags[i] = "I" + tags[i-1][1:]
				}
			}
		}
		var backWords, backTags []string
		for _, text := range arabicTexts(words, tags, hinter) {
			backWords, backTags = append(backWords, text.words...), append(backTags, text.tags...)
			checkArabicText(t, text)
		}
		if !slices.Equal(words, backWords) || !slices.Equal(tags, backTags) {
			t.Fatalf("%q %q", backWords, backTags)
		}
	})
}

func checkArabicText(t *rapid.T, text *arabicText) {
	if len(text.Labels) != len(text.Tokens) || len(text.word) != len(text.Tokens) || len(text.Hints) != len(text.Tokens) {
		t.Fatalf("%d labels, %d words, %d hints of %d tokens", len(text.Labels), len(text.word), len(text.Hints), len(text.Tokens))
	}
	if n := len(text.Ends); len(text.Tokens) > 0 && (n == 0 || text.Ends[n-1] != len(text.Tokens) || !slices.IsSorted(text.Ends)) {
		t.Fatalf("ends %v of %d tokens", text.Ends, len(text.Tokens))
	}
	seen := map[int]bool{} // a tatweel alone is no token, and its name nowhere
	for _, word := range text.word {
		seen[word] = true
	}
	if len(seen) < len(text.words) {
		return
	}
	if got, want := text.spans(namesOf(text.Labels)), corpora.Spans(text.tags); !slices.Equal(got, want) {
		t.Fatalf("%v, want %v", got, want)
	}
}
