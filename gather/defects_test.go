package gather

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func TestDefects(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"sound", "قال الوزير: “السد يعمل”، وأضاف أن «القناة» ستبدأ و”الماء” وفير (NATO).", nil},
		{"a mark that nothing closes", "قال الوزير: “السد يعمل منذ الأحد.", []string{"unbalanced quotation marks (1 mark without partner): “"}},
		{"a mark that closes nothing", "قال الوزير إن السد يعمل» منذ الأحد.", []string{"unbalanced quotation marks (1 mark without partner): »"}},
		{"an odd straight mark", "قال الوزير: \"السد يعمل\" و\"القناة.", []string{"unbalanced quotation marks (1 mark without partner): \""}},
		{"an empty quotation", "قال الوزير إن السد يعمل “” منذ الأحد.", []string{"unbalanced quotation marks (2 marks without partner): “"}},
		{"names in another script", "قال Sami Haddad إن السد يعمل، وفق منصة Nahr. وقال SH ذلك (Nahr News) أيضا.",
			[]string{"names left in another script (2 names: Sami Haddad, Nahr): Sami Haddad"}},
		{"an address is no name", "راسلنا على Sami@Nahr.example أو نهر/Nahr في الموقع.", nil},
		{"space before commas", "قال الوزير ، الأحد ، إن السد يعمل ؛ ثم مضى.", []string{"space before comma (3 places):  ،"}},
		{"English keeps its own rules", "The minister , Sami Haddad, said it.", nil},
		{"a quotation over paragraphs", "“The dam is at work, the minister said on Sunday.\n“It will keep the city in water.”", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, defects(read(t, "report.txt", test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSeeds holds what the gold file says of the two seed reports.
func TestSeeds(t *testing.T) {
	root := shared(t, "gold/seeds.json")
	raw, err := os.ReadFile(root)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Articles []struct {
			File         string
			Published    string
			DateEvidence string `json:"date_evidence"`
			TitleLine    int    `json:"title_line"`
			CaptionLine  int    `json:"caption_line"`
			Credit       string `json:"caption_credit"`
			Subheadings  []int
			Repeats      []struct {
				Lines  []int
				CopyOf []int `json:"copy_of"`
			}
			Quality []string
		}
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	for _, want := range gold.Articles {
		snapshot, err := Open(filepath.Join(filepath.Dir(filepath.Dir(root)), want.File), nil, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		articles, err := Articles(snapshot, Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		article := articles[0]
		kinds := make(map[int]isnad.PartKind)
		copies := make(map[int]int)
		for _, part := range article.Parts {
			kinds[part.Line] = part.Kind
			if part.CopyOf >= 0 {
				copies[part.Line] = article.Parts[part.CopyOf].Line
			}
			if part.Kind == isnad.Caption && !strings.EqualFold(part.Credit.Name, want.Credit) {
				t.Errorf("%s: picture's credit %q, want %q", want.File, part.Credit.Name, want.Credit)
			}
		}
		if article.Agency.Name != "" {
			t.Errorf("%s: agency %q", want.File, article.Agency.Name)
		}
		expect := func(line int, kind isnad.PartKind) {
			if line > 0 && kinds[line] != kind {
				t.Errorf("%s line %d is a %q, want %q", want.File, line, kinds[line], kind)
			}
		}
		expect(want.TitleLine, isnad.Title)
		expect(want.CaptionLine, isnad.Caption)
		for _, line := range want.Subheadings {
			expect(line, isnad.Subheading)
		}
		repeats := 0
		for _, repeat := range want.Repeats {
			for i := repeat.Lines[0]; i <= repeat.Lines[1]; i++ {
				repeats++
				if of := i - repeat.Lines[0] + repeat.CopyOf[0]; copies[i] != of {
					t.Errorf("%s line %d repeats %d, want %d", want.File, i, copies[i], of)
				}
			}
		}
		if len(copies) != repeats {
			t.Errorf("%s: %d repeats, want %d", want.File, len(copies), repeats)
		}
		if got := article.Published.Time.Format(time.DateOnly); article.Published.Known() && got != want.Published ||
			article.Published.Known() == strings.HasPrefix(want.DateEvidence, "none") {
			t.Errorf("%s: published %v", want.File, article.Published)
		}
		found := strings.Join(defects(article), "\n")
		for word, kind := range map[string]isnad.DefectKind{"repeated": isnad.RepeatedPassage, "Latin": isnad.ForeignScript,
			"comma": isnad.SpacedComma, "quotation": isnad.UnbalancedQuotes} {
			if strings.Contains(strings.Join(want.Quality, " "), word) && !strings.Contains(found, string(kind)) {
				t.Errorf("%s: no defect %q", want.File, kind)
			}
		}
	}
}
