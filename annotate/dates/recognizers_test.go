package dates

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
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
		Type  string
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
// «سأعود في 15» and "I'll go back on 4/22" are no dates to a report. A case
// counts as read when a date with the expected value overlaps the expected
// words; either of the two resolutions that a case admits is right.
func TestRecognizers(t *testing.T) {
	dir := shared(t)
	for _, set := range []struct {
		language isnad.Lang
		folder   string
		floor    float64
	}{
		{isnad.Arabic, "recognizers-ar", 0.0},
		{isnad.English, "recognizers-en", 0.0},
	} {
		right, total := 0, 0
		for _, c := range recognizerCases(t, filepath.Join(dir, "data", "dates", set.folder, "DateParser.json")) {
			if c.NotSupported != "" || len(c.Results) == 0 {
				continue
			}
			reference, err := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime)
			if err != nil {
				continue
			}
			total++
			if want := c.Results[0]; resolvedTo(Resolve(c.Input, set.language, reference), want.Value.Timex,
				want.Value.FutureResolution["date"], want.Value.PastResolution["date"]) {
				right++
			} else {
				t.Logf("missed: %s (%s): %v", c.Input, want.Value.Timex, values(Resolve(c.Input, set.language, reference)))
			}
		}
		t.Logf("%s: %d of %d read", set.folder, right, total)
		if share := float64(right) / float64(total); share < set.floor {
			t.Errorf("%s: %.3f read, floor %.3f", set.folder, share, set.floor)
		}
	}
}

func resolvedTo(dates []isnad.Date, values ...string) bool {
	for _, d := range dates {
		for _, value := range values {
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
