package english

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSentences(t *testing.T) {
	tests := []struct {
		name, in string // a bar behind each sentence but the last
	}{
		{name: "plain", in: "He left.| She stayed.| Why?"},
		{name: "titles", in: "Mr. Vale met Gen. Moss.| Dr. Oran spoke."},
		{name: "countries", in: "The U.S. Senate met.| He left the U.S.| The vote failed."},
		{name: "times", in: "It began at 5 a.m. on Monday.| At 6 p.m. it ended."},
		{name: "initials", in: "J. D. Vale spoke.| G.W. Moss did not."},
		{name: "months", in: "On Feb. 12 they met.| In Jan. they had not."},
		{name: "companies", in: "Acme Inc. said so.| Acme Corp. Holdings fell."},
		{name: "numbers", in: "No. 5 fell by 3.5 points.| He said no.| Then he left."},
		{name: "inside a quotation", in: "“We came. We saw. We left,” she said.| He nodded."},
		{name: "quotation with its stop", in: "She said “we left.”| He nodded."},
		{name: "question and its verb", in: "“Will you come?” Ms. Arden asked.| “No!”| The crowd left."},
		{name: "small letter", in: "It fell ... then rose.| Done..."},
		{name: "line feeds", in: "A heading\n|The text begins.| It ends"},
		{name: "unclosed quotation", in: "“We came.| We saw."},
		{name: "brackets", in: "(He left.)| She stayed."},
		{name: "empty", in: ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want []string
			for part := range strings.SplitSeq(test.in, "|") {
				if part = strings.TrimSpace(part); part != "" {
					want = append(want, part)
				}
			}
			text := strings.ReplaceAll(test.in, "|", "")
			var got []string
			for _, r := range Sentences(text, Tokens(text)) {
				got = append(got, text[r.Start:r.End])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentenceLaws(t *testing.T) {
	piece := rapid.SampledFrom([]string{"He", "said", "U.S.", "Mr", ".", "!", "”", "“", " ", "\n", "a", "5", "'"})
	rapid.Check(t, func(t *rapid.T) {
		checkSentences(t, strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""))
	})
}

// checkSentences holds that sentences are in order and cover every token.
func checkSentences(t failer, text string) {
	tokens := Tokens(text)
	sentences := Sentences(text, tokens)
	last, i := 0, 0
	for _, s := range sentences {
		if s.Start < last || s.End <= s.Start || s.End > len(text) {
			t.Errorf("Sentences(%q): %v after %d", text, s, last)
			return
		}
		last = s.End
	}
	for _, token := range tokens {
		for i < len(sentences) && sentences[i].End <= token.Start {
			i++
		}
		if i == len(sentences) || token.Start < sentences[i].Start || token.End > sentences[i].End {
			t.Errorf("Sentences(%q): token %q is in none", text, token.Key)
			return
		}
	}
}
