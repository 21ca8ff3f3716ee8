package dates

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

var (
	timex   = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?|-W\d\d)?$`)
	pieces  = strings.Fields("قال سيلتقي لم المقرر كان من أن إن في يوم مساء الأربعاء الجمعة الماضي المقبل الجاري أمس اليوم غدا بعد غد أول هذا الأسبوع الشهر العام عام سنة منذ قبل ثلاثة أيام يومين شهر 14 5 31 2014 2025 1446 هـ م يونيو فبراير شباط شعبان مايو ( ) / - ، . « » و الموافق said will was scheduled to on Friday Wednesday last next this week month year ago two days Feb. May March 12 2016, 3-5 today tomorrow night the of in 's")
	someDay = rapid.Custom(func(t *rapid.T) time.Time {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 20000).Draw(t, "day"))
	})
	language = rapid.SampledFrom([]isnad.Lang{isnad.Arabic, isnad.English})
	report   = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "words"), " ")
	})
)

// lawful fails unless dates are spans of text in order whose values are TIMEX3.
func lawful(t interface{ Fatalf(string, ...any) }, text string, dates []isnad.Date) {
	end := 0
	for _, d := range dates {
		if err := d.Span.Check(text); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if d.Span.Empty() || d.Span.Start < end {
			t.Fatalf("%q: span %v begins before %d", text, d.Span, end)
		}
		end = d.Span.End
		if d.Value != "" && !timex.MatchString(d.Value) {
			t.Fatalf("%q: value %q", text, d.Value)
		}
		if len(d.Value) == len(time.DateOnly) {
			if _, err := time.Parse(time.DateOnly, d.Value); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
		if d.By == "" || d.Why == "" {
			t.Fatalf("%q: no rule or reason at %v", text, d.Span)
		}
	}
}

func TestDatesAreLawful(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := report.Draw(t, "text")
		lawful(t, text, Resolve(text, language.Draw(t, "language"), someDay.Draw(t, "published")))
	})
}

// A date counted in days from publication moves with it; and it has that
// distance whatever the day.
func TestOffsetsShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, lang, day := report.Draw(t, "text"), language.Draw(t, "language"), someDay.Draw(t, "published")
		by := rapid.IntRange(-1000, 1000).Draw(t, "by")
		for _, published := range []time.Time{day, day.AddDate(0, 0, by)} {
			for _, d := range Resolve(text, lang, published) {
				want := published.AddDate(0, 0, d.Offset).Format(time.DateOnly)
				if d.Relative && d.Value != want {
					t.Fatalf("%q: offset %d from %s is %s, not %s", text, d.Offset, published, want, d.Value)
				}
			}
		}
	})
}

// Moving publication by whole weeks moves bare and directed weekdays by as
// many; the time of day of publication changes nothing.
func TestWeekdaysShiftByWeeks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"وصل الجمعة", "سيصل يوم الأحد", "وصل الاثنين الماضي", "يصل السبت المقبل", "أمس الأول", "قبل يومين"}).Draw(t, "text")
		day, weeks := someDay.Draw(t, "published"), rapid.IntRange(-50, 50).Draw(t, "weeks")
		before := Resolve(text, isnad.Arabic, day)
		after := Resolve(text, isnad.Arabic, day.AddDate(0, 0, 7*weeks).Add(23*time.Hour))
		if len(before) != 1 || len(after) != 1 {
			t.Fatalf("%d and %d dates", len(before), len(after))
		}
		moved, _ := time.Parse(time.DateOnly, before[0].Value)
		if want := moved.AddDate(0, 0, 7*weeks).Format(time.DateOnly); after[0].Value != want {
			t.Fatalf("%s, not %s", after[0].Value, want)
		}
	})
}

// Without a day of publication only full dates have a value, at the same spans.
func TestUnknownPublication(t *testing.T) {
	dates := Resolve("وصل أمس، وقال الجمعة إنه سيعود في 14 يونيو المقبل، وذلك بعد لقاء 12 فبراير 2025 وهذا الأسبوع وعام 2016", isnad.Arabic, time.Time{})
	want := []string{"", "", "", "2025-02-12", "", "2016"}
	if len(dates) != len(want) {
		t.Fatalf("%d dates, want %d", len(dates), len(want))
	}
	for i, d := range dates {
		if d.Value != want[i] {
			t.Errorf("date %d is %q, want %q", i, d.Value, want[i])
		}
	}
	if !dates[0].Relative || dates[0].Offset != -1 {
		t.Errorf("«أمس» has offset %d, %v", dates[0].Offset, dates[0].Relative)
	}
}

// A report that names weekdays beside its days is counted from the day on which
// it was written; one that contradicts itself is not.
func TestDayOfWriting(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"agrees", "وصل أمس الثلاثاء وغادر اليوم", "2025-02-11 2025-02-12"},
		{"a day late", "وصل أمس الاثنين وغادر اليوم", "2025-02-10 2025-02-11"},
		{"a day early", "وصل أمس الأربعاء وغادر اليوم", "2025-02-12 2025-02-13"},
		{"mixed", "وصل أمس الاثنين وغادر اليوم الأربعاء وقال غدا", "2025-02-10 2025-02-12 2025-02-13"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dates := Resolve(test.text, isnad.Arabic, wednesday)
			if got := strings.Join(values(dates), " "); got != test.want {
				t.Errorf("dates are %s, want %s", got, test.want)
			}
			for _, d := range dates {
				if d.Relative && d.Value != dayValue(wednesday.AddDate(0, 0, d.Offset)) {
					t.Errorf("%s is not %d days from publication", d.Value, d.Offset)
				}
			}
		})
	}
}

func FuzzDates(f *testing.F) {
	f.Add("وفي 14 يونيو الماضي، حدد شروطه، الأربعاء (12 فبراير/شباط 2025م) الموافق 13 شعبان 1446هـ", true)
	f.Add("They met May 3-5, 2014, and will meet next Friday's week, 12/2/2025; two days ago.", false)
	f.Add("ب 12/2 - 1446 / 15 هـ ( ", true)
	f.Fuzz(func(t *testing.T, text string, arabic bool) {
		if !isValid(text) {
			t.Skip()
		}
		language := isnad.English
		if arabic {
			language = isnad.Arabic
		}
		lawful(t, text, Resolve(text, language, wednesday))
		lawful(t, text, Resolve(text, language, time.Time{}))
	})
}

func isValid(text string) bool { return strings.ToValidUTF8(text, "") == text }
