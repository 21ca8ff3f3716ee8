package english

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/isnad-news/isnad/lang"
	"pgregory.net/rapid"
)

func TestNumberAt(t *testing.T) {
	none := lang.Value{}
	tests := []struct {
		text string
		at   int
		want lang.Value
	}{
		{"1,500 people", 0, lang.Value{Number: 1500, Tokens: 1}},
		{"3.5% of", 0, lang.Value{Number: 3.5, Tokens: 1}},
		{"14th", 0, lang.Value{Number: 14, Tokens: 1}},
		{"1.5 million people", 0, lang.Value{Number: 1.5e6, Tokens: 2}},
		{"4bn", 0, lang.Value{Number: 4e9, Tokens: 2}},
		{"5 m long", 0, lang.Value{Number: 5, Tokens: 1}},
		{"10:30", 0, none},
		{"1990s", 0, none},
		{"about 80 people", 1, lang.Value{Number: 80, Tokens: 1, Loose: true}},
		{"more than two", 2, lang.Value{Number: 2, Tokens: 1, Loose: true}},
		{"twenty-five people", 0, lang.Value{Number: 25, Tokens: 1}},
		{"twenty five people", 0, lang.Value{Number: 25, Tokens: 2}},
		{"two hundred and six", 0, lang.Value{Number: 206, Tokens: 4}},
		{"three thousand four hundred", 0, lang.Value{Number: 3400, Tokens: 4}},
		{"six hundred thousand", 0, lang.Value{Number: 6e5, Tokens: 3}},
		{"a dozen men", 0, lang.Value{Number: 12, Tokens: 2}},
		{"a hundred men", 0, lang.Value{Number: 100, Tokens: 2}},
		{"half a million", 0, lang.Value{Number: 5e5, Tokens: 3}},
		{"two and a half hours", 0, lang.Value{Number: 2.5, Tokens: 4}},
		{"two and three", 0, lang.Value{Number: 2, Tokens: 1}},
		{"two three", 0, lang.Value{Number: 2, Tokens: 1}},
		{"a man", 0, none},
		{"no one left", 1, none},
		{"one of them", 0, none},
		{"one hour", 0, lang.Value{Number: 1, Tokens: 1}},
		{"million", 0, none},
		{"", 0, none},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			got, ok := NumberAt(Tokens(test.text), test.at)
			if diff := cmp.Diff(test.want, got); diff != "" || ok != (test.want.Tokens > 0) {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestMonthAt(t *testing.T) {
	tests := []struct {
		text      string
		at, month int
		calendar  Calendar
		n         int
	}{
		{"February 12", 0, 2, Gregorian, 1},
		{"Feb. 12", 0, 2, Gregorian, 2},
		{"Sept 5", 0, 9, Gregorian, 1},
		{"May 5", 0, 5, Gregorian, 1},
		{"5 May", 1, 5, Gregorian, 1},
		{"in May", 1, 5, Gregorian, 1},
		{"last March", 1, 3, Gregorian, 1},
		{"14th of May", 2, 5, Gregorian, 1},
		{"May 2024", 0, 5, Gregorian, 1},
		{"April's vote", 0, 4, Gregorian, 1},
		{"he may leave", 1, 0, Gregorian, 0},
		{"a march began", 1, 0, Gregorian, 0},
		{"Mar del Plata", 0, 0, Gregorian, 0},
		{"Ramadan began", 0, 9, Hijri, 1},
		{"Rabi al-Thani", 0, 4, Hijri, 2},
		{"word", 0, 0, Gregorian, 0},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			month, calendar, n, ok := MonthAt(Tokens(test.text), test.at)
			if month != test.month || calendar != test.calendar || n != test.n || ok != (n > 0) {
				t.Errorf("got %d %v %d %t", month, calendar, n, ok)
			}
		})
	}
}

func TestWeekdayAt(t *testing.T) {
	tests := []struct {
		text string
		day  time.Weekday
		n    int
	}{
		{"Wednesday", time.Wednesday, 1},
		{"Sunday's vote", time.Sunday, 1},
		{"Sat, 15 Feb", time.Saturday, 1},
		{"Sat. 15 Feb", time.Saturday, 2},
		{"sat down", 0, 0},
		{"the sun", 0, 0},
		{"Mon Feb 3", time.Monday, 1},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			day, n, ok := WeekdayAt(Tokens(test.text), 0)
			if day != test.day || n != test.n || ok != (n > 0) {
				t.Errorf("got %v %d %t", day, n, ok)
			}
		})
	}
}

func TestStem(t *testing.T) {
	groups := [][]string{
		{"announce", "announces", "announced", "announcing"},
		{"plan", "plans", "planned", "planning"},
		{"deny", "denies", "denied", "denying"},
		{"agree", "agrees", "agreed", "agreeing"},
		{"party", "parties", "party's"},
		{"stress", "stresses", "stressed", "stressing"},
		{"call", "calls", "called", "calling"},
		{"need", "needs"},
		{"process", "processes"},
	}
	for _, group := range groups {
		for _, word := range group {
			if got, want := Stem(word), Stem(group[0]); got != want {
				t.Errorf("Stem(%q) = %q, want %q", word, got, want)
			}
		}
	}
	for _, word := range []string{"us", "g7", "bus", "king", "crisis"} {
		if got := Stem(word); got != word {
			t.Errorf("Stem(%q) = %q", word, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) { Stem(rapid.String().Draw(t, "key")) })
}

func TestSplits(t *testing.T) {
	tests := []struct {
		word string
		want []string // stems as written, likeliest first
	}{
		{"Arden’s", []string{"Arden", "Arden’s"}},
		{"Arden's", []string{"Arden", "Arden's"}},
		{"it's", []string{"it's"}},
		{"Arden", []string{"Arden"}},
		{"'s", []string{"'s"}},
	}
	for _, test := range tests {
		var got []string
		for _, split := range Splits(test.word) {
			got = append(got, test.word[split.Stem.Start:split.Stem.End])
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Splits(%q) (-want +got):\n%s", test.word, diff)
		}
	}
}

func TestIsStop(t *testing.T) {
	for word, want := range map[string]bool{"the": true, "would": true, "don't": true, "talks": false, "said": false} {
		if IsStop(word) != want {
			t.Errorf("IsStop(%q) = %t", word, !want)
		}
	}
}
