package isnad

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseQuery(t *testing.T) {
	word := func(at int, value string) Condition { return Condition{Field: InText, Value: value, At: at} }
	phrase := func(at int, value string) Condition {
		return Condition{Field: InText, Value: value, Close: true, At: at}
	}
	not := func(c Condition) Condition { c.Not = true; return c }
	for text, want := range map[string]Query{
		"harbour":               {Conditions: []Condition{word(1, "harbour")}},
		"  harbour\tTarn ":      {Conditions: []Condition{word(3, "harbour"), word(11, "Tarn")}},
		`a "b  c" d`:            {Conditions: []Condition{word(1, "a"), phrase(3, "b c"), word(10, "d")}},
		"\u00abب ج\u00bb":       {Conditions: []Condition{phrase(1, "ب ج")}},
		"\u201ca b\u201d \"c\"": {Conditions: []Condition{phrase(1, "a b"), phrase(7, "c")}},
		"-a -\"b c\" well-fed":  {Conditions: []Condition{not(word(1, "a")), not(phrase(4, "b c")), word(11, "well-fed")}},
		"a - b -- c ! \u061f":   {Conditions: []Condition{word(1, "a"), word(5, "b"), word(10, "c")}},
		"speaker:Strell -speaker:\"Jonas Veld\"": {Conditions: []Condition{
			{Field: SpeakerName, Value: "Strell", At: 1}, {Field: SpeakerName, Value: "Jonas Veld", Close: true, Not: true, At: 16}}},
		"Speaker: Strell":               {Conditions: []Condition{{Field: SpeakerName, Value: "Strell", At: 1}}},
		"متحدث:سترل":                    {Conditions: []Condition{{Field: SpeakerName, Value: "سترل", At: 1}}},
		"كيان:سترل حدث:هجوم":            {Conditions: []Condition{{Field: EntityName, Value: "سترل", At: 1}, {Field: EventCode, Value: "هجوم", At: 11}}},
		"event:consult/phone":           {Conditions: []Condition{{Field: EventCode, Value: "consult/phone", At: 1}}},
		"صحيفة:المرفأ لغة:عربي":         {Conditions: []Condition{{Field: OutletName, Value: "المرفأ", At: 1}, {Field: Language, Value: "ar", At: 14}}},
		"lang:EN -لغة:ar":               {Conditions: []Condition{{Field: Language, Value: "en", At: 1}, {Field: Language, Value: "ar", Not: true, At: 9}}},
		"from:2031-05-02 to:2031-05":    {Days: Days{From: "2031-05-02", To: "2031-05-31"}},
		"من:٢٠٣١-٠٢ إلى:٢٠٣٢ a":         {Conditions: []Condition{word(21, "a")}, Days: Days{From: "2031-02-01", To: "2032-12-31"}},
		"الى:2031":                      {Days: Days{To: "2031-12-31"}},
		"since:2031 until:2031":         {Days: Days{From: "2031-01-01", To: "2031-12-31"}},
		"at 10:30 https://lamp.example": {Conditions: []Condition{word(1, "at"), word(4, "10:30"), word(10, "https://lamp.example")}},
		"he said: yes":                  {Conditions: []Condition{word(1, "he"), word(4, "said:"), word(10, "yes")}},
		`"x:y"`:                         {Conditions: []Condition{phrase(1, "x:y")}},
		"\xffa\x00b":                    {Conditions: []Condition{word(2, "a"), word(4, "b")}},
	} {
		got, err := ParseQuery(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", text, got, want)
		}
	}
}

// Errors say at which letter the query is wrong, and what to do.
func TestParseQueryErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "nothing in it to look for",
		" ؟! - ":                        "nothing in it to look for",
		`a "b`:                          "letter 3: the quotation mark is not closed",
		"الميناء «ب":                    "letter 9: the quotation mark is not closed",
		"a speker:x":                    `letter 3: there is no field "speker"`,
		"speaker:":                      "letter 1: speaker: has no value",
		"a -speaker:\"\" b":             `letter 3: -speaker:"" has no value`,
		"lang:fr":                       `letter 1: "fr" is no language`,
		"from:yesterday":                `letter 1: "yesterday" is not a day`,
		"from:2031-02-30":               "is not a day",
		"من:سليم":                       `letter 1: "سليم" is not a day`,
		"-to:2031":                      "letter 1: days cannot be left out",
		"from:2031 from:2032":           "letter 11: from stands there twice",
		"from:2032 to:2031":             "letter 11: the days end on 2031-12-31, before they begin on 2032-01-01",
		strings.Repeat("a", maxQuery+1): "longer than 4096 bytes",
	} {
		_, err := ParseQuery(text)
		if !errors.Is(err, Invalid) && !errors.Is(err, TooLarge) {
			t.Errorf("%s: error %v", text, err)
			continue
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
		if Hint(err) == "" && errors.Is(err, Invalid) {
			t.Errorf("%s: no hint", text)
		}
	}
}

// Whatever is typed, there is a query whose conditions point into it, or an
// error.
func FuzzParseQuery(f *testing.F) {
	for _, text := range []string{"a", `"b c"`, "-speaker:x", "من:2031", "lang:ar «x» -", "a:b", "from:2031-05-01 to:2031"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		query, err := ParseQuery(text)
		if err != nil {
			if len(query.Conditions) > 0 {
				t.Errorf("a query beside error %v", err)
			}
			return
		}
		last := 0
		for _, condition := range query.Conditions {
			if condition.Value == "" || condition.At <= last || condition.At > utf8.RuneCountInString(strings.ToValidUTF8(text, " ")) {
				t.Errorf("condition %+v", condition)
			}
			last = condition.At
		}
	})
}

func TestQueryFields(t *testing.T) {
	for _, lang := range []Lang{English, Arabic} {
		for _, name := range QueryFields(lang) {
			value := map[bool]string{true: "ar", false: "2031"}[name == QueryFields(lang)[4]]
			if _, err := ParseQuery(name + ":" + value); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
