package main

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// What the shell parts is put together as it was meant.
func TestJoined(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"harbour"}, "harbour"},
		{[]string{`harbour "a b" -c`}, `harbour "a b" -c`},
		{[]string{"harbour", "open on Monday"}, `harbour "open on Monday"`},
		{[]string{"speaker:Jonas Veld", "bridge"}, `speaker:"Jonas Veld" bridge`},
		{[]string{`speaker:"Jonas Veld"`, "bridge"}, `speaker:"Jonas Veld" bridge`},
		{[]string{"he said: yes", "x"}, `"he said: yes" x`},
	} {
		if got := joined(c.words); got != c.want {
			t.Errorf("%q: %s, want %s", c.words, got, c.want)
		}
	}
}

func TestSinceTime(t *testing.T) {
	now := time.Date(2031, 5, 4, 12, 30, 40, 0, time.FixedZone("", 3*3600))
	for text, want := range map[string]string{
		"2031-05-03": "2031-05-03T00:00:00Z", "2031-05-03T18:00": "2031-05-03T18:00:00Z", "2031-05-03 18:00": "2031-05-03T18:00:00Z",
		"2031-05-03T18:00:00+03:00": "2031-05-03T18:00:00+03:00", "36h": "2031-05-02T21:30:00Z", "3d": "2031-05-01T09:30:00Z", "90m": "2031-05-04T08:00:00Z",
	} {
		got, err := sinceTime(text, now)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%s: %s, error %v, want %s", text, got.Format(time.RFC3339), err, want)
		}
	}
	for _, text := range []string{"tomorrow", "-3d", "0h", "3", "d", "9999999999d", "2031-13-01"} {
		if _, err := sinceTime(text, now); !errors.As(err, new(usage)) || isnad.Hint(err) == "" {
			t.Errorf("%s: error %v", text, err)
		}
	}
}

// The story whose reports are found first and most comes first.
func TestStoriesOf(t *testing.T) {
	hit := func(story isnad.StoryID) isnad.Hit { return isnad.Hit{Story: story} }
	got := storiesOf([]isnad.Hit{hit("s1"), hit(""), hit("s2"), hit("s2"), hit("s2"), hit("s3")})
	if diff := cmp.Diff([]isnad.StoryID{"s2", "s1", "s3"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
