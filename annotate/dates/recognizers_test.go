package dates

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

// shared returns the folder of real material, or skips the test.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ISNAD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "dates")); err != nil {
		t.Skip("no shared material: set ISNAD_SHARED to the folder that holds data/dates")
	}
	return dir
}

type recognized struct {
	Input        string
	Context      struct{ ReferenceDateTime string }
	NotSupported string
	Results      []struct {
		Text  string
		Value struct {
			Timex            string
			FutureResolution map[string]string
			PastResolution   map[string]string
		}
	}
}

func recognizerCases(t *testing.T, path string) []recognized {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Skip(err)
	}
	var cases []recognized
	if err := json.Unmarshal(bytes.TrimPrefix(content, []byte("\uFEFF")), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestRecognizers measures against cases made for assistants, not reports:
// «سأعود في 15», "I'll go back on 4/22", "two sundays from now" are no dates to
// a report, and most of what is missed is of that sort. A case of DateParser is
// read when one of the two days that it admits is found; one of
// DatePeriodParser, of those that come to a single week, month or year, when
// that is; one of DateExtractor when some date overlaps its words.
func TestRecognizers(t *testing.T) {
	dir := shared(t)
	for _, set := range []struct {
		folder, file string
		language     isnad.Lang
		floor        float64
	}{
		{"recognizers-ar", "DateParser.json", isnad.Arabic, 0.41},
		{"recognizers-en", "DateParser.json", isnad.English, 0.40},
		{"recognizers-ar", "DateExtractor.json", isnad.Arabic, 0.50},
		{"recognizers-en", "DateExtractor.json", isnad.English, 0.34},
		{"recognizers-ar", "DatePeriodParser.json", isnad.Arabic, 0.65},
		{"recognizers-en", "DatePeriodParser.json", isnad.English, 0.50},
	} {
		t.Run(set.folder+"/"+set.file, func(t *testing.T) {
			right, total := 0, 0
			for _, c := range recognizerCases(t, filepath.Join(dir, "data", "dates", set.folder, set.file)) {
				if !fits(c, set.file) {
					continue
				}
				total++
				if c.read(set.language) {
					right++
				} else if testing.Verbose() {
					t.Logf("missed: %s (%s %s)", c.Input, c.Results[0].Text, c.Results[0].Value.Timex)
				}
			}
			t.Logf("%d of %d read", right, total)
			if share := float64(right) / float64(max(total, 1)); share < set.floor {
				t.Errorf("%.3f read, floor %.3f", share, set.floor)
			}
		})
	}
}

var single = regexp.MustCompile(`^\d{4}(-\d\d|-W\d\d)?$`)

func fits(c recognized, file string) bool {
	if c.NotSupported != "" || len(c.Results) == 0 {
		return false
	}
	return file != "DatePeriodParser.json" || single.MatchString(c.Results[0].Value.Timex)
}

func (c recognized) read(language isnad.Lang) bool {
	reference, _ := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime)
	want := c.Results[0]
	at := strings.Index(strings.ToLower(c.Input), strings.ToLower(want.Text))
	for _, d := range Resolve(c.Input, language, reference) {
		if reference.IsZero() && d.Span.Overlaps(isnad.Span{Start: at, End: at + len(want.Text)}) {
			return true
		}
		for _, value := range []string{want.Value.Timex, want.Value.FutureResolution["date"], want.Value.PastResolution["date"]} {
			if d.Value != "" && d.Value == value {
				return true
			}
		}
	}
	return false
}

func values(dates []isnad.Date) (values []string) {
	for _, d := range dates {
		values = append(values, d.Value)
	}
	return values
}
