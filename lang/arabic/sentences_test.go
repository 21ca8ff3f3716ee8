package arabic

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"two", "قال نعم. وقال لا.", []string{"قال نعم.", "وقال لا."}},
		{"no space", "قال نعم.وقال لا؟ثم ذهب", []string{"قال نعم.", "وقال لا؟", "ثم ذهب"}},
		{"title", "وصل د. محمد وم. أحمد أمس. ثم ذهب", []string{"وصل د. محمد وم. أحمد أمس.", "ثم ذهب"}},
		{"agency", "نقلت أ.ف.ب. عن مصدر", []string{"نقلت أ.ف.ب. عن مصدر"}},
		{"number", "ارتفع 3.5 في المئة. ثم هبط", []string{"ارتفع 3.5 في المئة.", "ثم هبط"}},
		{"year", "في عام 2015. ثم ذهب", []string{"في عام 2015.", "ثم ذهب"}},
		{"era", "في عام 2015م. ثم ذهب", []string{"في عام 2015م.", "ثم ذهب"}},
		{"list", "1. أولا\n2. ثانيا", []string{"1. أولا", "2. ثانيا"}},
		{"in quotation", "قال: “كان طويلا. وناقش”. ثم ذهب.", []string{"قال: “كان طويلا. وناقش”.", "ثم ذهب."}},
		{"stop before mark", "قال: “نعم.” وذهب.", []string{"قال: “نعم.”", "وذهب."}},
		{"question before mark", "سأل: «هل تذهب؟» في إشارة إلى", []string{"سأل: «هل تذهب؟» في إشارة إلى"}},
		{"dots", "مذبحة في عدن.. والمقاومة تزحف", []string{"مذبحة في عدن.. والمقاومة تزحف"}},
		{"stops together", "حقا؟! نعم!!! هيا", []string{"حقا؟!", "نعم!!!", "هيا"}},
		{"line", "عنوان\nنص", []string{"عنوان", "نص"}},
		{"address", "على www.example.com أمس. ثم", []string{"على www.example.com أمس.", "ثم"}},
		{"bracket", "قال (نقلا عن. فلان) نعم. ثم", []string{"قال (نقلا عن. فلان) نعم.", "ثم"}},
		{"after bracket", "(وكالات.) ثم", []string{"(وكالات.)", "ثم"}},
		{"latin initials", "قال John F. Kennedy أمس", []string{"قال John F. Kennedy أمس"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range Sentences(test.in, Tokens(test.in)) {
				got = append(got, test.in[r.Start:r.End])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
