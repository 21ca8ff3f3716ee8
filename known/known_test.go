package known

import (
	"slices"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

func keys(text string) []string { return keysOf(arabic.Tokens(text)) }

func TestDefaultHolds(t *testing.T) {
	if err := Default().Check(); err != nil {
		t.Fatal(err)
	}
	people, checked := 0, 0
	for row := range Default().Rows() {
		if row.Kind == isnad.Person {
			people++
			if row.Sources != Unchecked {
				checked++
			}
		}
	}
	t.Logf("%d rows, %d people, %d of them with offices looked up", Default().Len(), people, checked)
	if checked < 60 {
		t.Errorf("%d people looked up, want 60 at least", checked)
	}
}

// TestNamesFindTheirRows: every name that is not strict finds its row, whole,
// and every strict name finds it only when asked for.
func TestNamesFindTheirRows(t *testing.T) {
	for row := range Default().Rows() {
		for _, name := range row.Names {
			for _, words := range [][]string{keys(name.Text), keysOf(english.Tokens(name.Text))} {
				if name.Lang == isnad.Arabic && !slices.Equal(words, keys(name.Text)) {
					continue
				}
				match := Default().Match
				if slices.Contains(row.Strict, name) {
					match = Default().MatchStrict
				}
				if ids, n := match(words); n != len(words) || !slices.Contains(ids, row.ID) {
					t.Errorf("%s: name %q gives %v, %d words of %d", row.ID, name.Text, ids, n, len(words))
				}
			}
		}
	}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		name, arabic string
		ids          string
		n            int
	}{
		{"the longest name wins", "الولايات المتحدة الأميركية وروسيا", "us", 3},
		{"spelling with yeh for alef maksura", "أمريكا", "us", 1},
		{"Latin in an Arabic text", "Truth Social", "truth-social", 2},
		{"dotted abbreviation", "أ.ف.ب.", "afp", 1},
		{"spaced abbreviation", "أ ف ب", "afp", 3},
		{"two cities of one name", "طرابلس", "tripoli-libya tripoli-lebanon", 1},
		{"country and capital fold alike", "عمان", "om amman", 1},
		{"inside a name nothing begins", "المتحدة", "", 0},
		{"nothing at the start", "قال بوتين", "", 0},
		{"birthplace is not Muscat", "مسقط رأسه في", "", 0},
		{"Muscat is", "مسقط أمس", "muscat", 1},
		{"a national council is not the UN's", "مجلس الأمن القومي", "", 0},
		{"with its country it is known", "مجلس الأمن القومي الأميركي", "us-nsc", 4},
		{"Mali is a common word too", "مالي", "", 0},
		{"a machine's words stay out", "الحقيقة الاجتماعية", "", 0},
		{"two spellings of a person", "زيلنسكي", "volodymyr-zelensky", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ids, n := Default().Match(keys(tt.arabic))
			if strings.Join(ids, " ") != tt.ids || n != tt.n {
				t.Errorf("Match(%q) = %v, %d; want %q, %d", tt.arabic, ids, n, tt.ids, tt.n)
			}
		})
	}
}

func TestMatchStrict(t *testing.T) {
	for text, id := range map[string]string{
		"مالي": "ml", "الحقيقة الاجتماعية": "truth-social", "X": "x", "إكس": "x", "صور": "tyre",
	} {
		if ids, _ := Default().MatchStrict(keys(text)); !slices.Contains(ids, id) {
			t.Errorf("MatchStrict(%q) = %v, want %s", text, ids, id)
		}
	}
}

func TestCapitals(t *testing.T) {
	for text, want := range map[string]bool{
		"US": true, "U.S.": true, "EU": true, "IAEA": true, "Russia": false, "United States": false, "us": true,
	} {
		if got := Default().Capitals(keysOf(english.Tokens(text))); got != want {
			t.Errorf("Capitals(%q) = %v", text, got)
		}
	}
}

func TestDemonym(t *testing.T) {
	tests := []struct{ name, word, id string }{
		{"masculine", "أميركي", "us"},
		{"feminine with article", "الأمريكية", "us"},
		{"plural, oblique", "الأميركيين", "us"},
		{"plural, nominative", "روسيون", "ru"},
		{"broken plural", "الروس", "ru"},
		{"broken plural of another pattern", "أتراك", "tr"},
		{"dual", "السعوديان", "sa"},
		{"feminine plural", "أوكرانيات", "ua"},
		{"indefinite accusative", "فرنسيا", "fr"},
		{"two-word country, one word only", "كوري", ""},
		{"a common word is no demonym", "المالية", ""},
		{"no demonym", "قال", ""},
		{"English", "Americans", "us"},
		{"English without plural s", "British", "gb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if id, ok := Default().Demonym(arabic.Fold(tt.word)); id != tt.id || ok != (tt.id != "") {
				t.Errorf("Demonym(%q) = %q, %v; want %q", tt.word, id, ok, tt.id)
			}
		})
	}
}

func TestMatchDemonym(t *testing.T) {
	tests := []struct {
		words, id string
		n         int
	}{
		{"الكورية الشمالية", "kp", 2},
		{"كوريون جنوبيون", "kr", 2},
		{"الجنوب أفريقية", "za", 2},
		{"South Koreans", "kr", 2},
		{"الروسي الأوكراني", "ru", 1},
	}
	for _, tt := range tests {
		if id, n := Default().MatchDemonym(keys(tt.words)); id != tt.id || n != tt.n {
			t.Errorf("MatchDemonym(%q) = %q, %d; want %q, %d", tt.words, id, n, tt.id, tt.n)
		}
	}
}

func TestHolders(t *testing.T) {
	tests := []struct{ name, country, office, day, want string }{
		{"in 2015", "USA", "president", "2015-07-22", "barack-obama"},
		{"in 2025", "USA", "president", "2025-02-12", "donald-trump"},
		{"hand-over day: both", "USA", "president", "2021-01-20", "donald-trump joe-biden"},
		{"a year held whole", "USA", "president", "2015", "barack-obama"},
		{"a year of a hand-over", "USA", "president", "2021", ""},
		{"a month", "RUS", "president", "2025-02", "vladimir-putin"},
		{"beginning known to the year, before it is over", "RUS", "foreign minister", "2004-06-01", ""},
		{"end known to the month", "LBN", "president", "2024-01-01", ""},
		{"a body", "nato", "secretary-general", "2025-02-13", "mark-rutte"},
		{"an office that is not listed", "USA", "king", "2025-02-12", ""},
		{"no day", "USA", "president", "", ""},
		{"a week", "USA", "president", "2025-W07", ""},
		{"the future is held open", "FRA", "president", "2026-11-22", "emmanuel-macron"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var ids []string
			for _, row := range Default().Holders(tt.country, tt.office, tt.day) {
				ids = append(ids, row.ID)
			}
			if got := strings.Join(ids, " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLabel(t *testing.T) {
	row, ok := Default().CountryRow("SAU")
	if !ok || row.ID != "sa" || row.Label(isnad.English) != "Saudi Arabia" || row.Label(isnad.Arabic) != "السعودية" {
		t.Errorf("CountryRow(SAU) = %+v, %v", row, ok)
	}
	if row.Label("fr") != "السعودية" {
		t.Errorf("label in a third language = %q", row.Label("fr"))
	}
}

func TestMatchAllocatesNothing(t *testing.T) {
	words := keys("الولايات المتحدة الأميركية وروسيا")
	facts := Default()
	if n := testing.AllocsPerRun(100, func() {
		facts.Match(words)
		facts.Demonym(words[3])
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestLabelsArePlain: what the screens show of a row is not a name that needs
// a sign beside it, where the row has another.
func TestLabelsArePlain(t *testing.T) {
	for row := range Default().Rows() {
		for i, name := range row.Names {
			first := i == 0 || row.Names[i-1].Lang != name.Lang
			plain := slices.ContainsFunc(row.Names, func(n isnad.Name) bool {
				return n.Lang == name.Lang && !slices.Contains(row.Strict, n)
			})
			if first && plain && slices.Contains(row.Strict, name) {
				t.Errorf("%s: label %q is strict", row.ID, name.Text)
			}
		}
	}
}
