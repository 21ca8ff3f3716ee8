package dates

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

func TestRead(t *testing.T) {
	ar := Writer{Lang: isnad.Arabic}
	for _, test := range []struct {
		words  string
		writer Writer
		want   string // a day alone where no clock is written
		note   string
	}{
		// Machines.
		{"2026-03-05T14:05:00+03:00", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"2026-03-05T14:05:00.123Z", Writer{}, "2026-03-05T14:05:00Z", ""},
		{"2026-03-05T14:05:00+0300", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"2026-03-05 14:05:00 +0300", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"2026-03-05 14:05:00", Writer{}, "2026-03-05T14:05:00Z", noZone},
		{"2026-03-05T14:05", Writer{}, "2026-03-05T14:05:00Z", noZone},
		{"2026-03-05T24:00:00Z", Writer{}, "2026-03-06T00:00:00Z", ""},
		{"2026-3-5", Writer{}, "2026-03-05", ""}, {"2026/03/05", Writer{}, "2026-03-05", ""}, {"2026.03.05", Writer{}, "2026-03-05", ""},
		{"20260305", Writer{}, "2026-03-05", ""}, {"20260305140500", Writer{}, "2026-03-05T14:05:00Z", noZone},
		{"20260305T140500Z", Writer{}, "2026-03-05T14:05:00Z", ""}, {"20260305T140500+0300", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"1772719500", Writer{}, "2026-03-05T14:05:00Z", ""}, {"1772719500123", Writer{}, "2026-03-05T14:05:00Z", ""},
		{"1772719500.25", Writer{}, "2026-03-05T14:05:00Z", ""},
		{"2026-03-05+03:00", Writer{}, "2026-03-05", ""},
		// Mail dates and their slips.
		{"Thu, 05 Mar 2026 14:05:00 +0300", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"Thu, 5 Mar 2026 14:05:00 GMT", Writer{}, "2026-03-05T14:05:00Z", ""},
		{"Mon, 05 Mar 2026 14:05 +0300", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"Thu, 05 Mar 26 14:05:00 GMT", Writer{}, "2026-03-05T14:05:00Z", ""},
		{"Thursday, 05-Mar-26 14:05:00 UTC", Writer{}, "2026-03-05T14:05:00Z", ""},
		{"Thu, 05 Mar 2026 14:05:00 GMT+3", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"Thu, 05 Mar 2026 14:05:00 GMT+03:00", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"Thu Mar 05 2026 14:05:00 GMT+0300 (Arabian Standard Time)", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"Thu Mar  5 14:05:00 2026", Writer{}, "2026-03-05T14:05:00Z", noZone},
		{"Thu Mar 5 14:05:00 EST 2026", Writer{}, "2026-03-05T14:05:00-05:00", "zone EST read as -05:00"},
		{"Thu, 05 Mar 2026 14:05:00 +0300 (AST)", Writer{}, "2026-03-05T14:05:00+03:00", ""},
		{"Thu, 05 Mar 2026 02:05:00 PM", Writer{}, "2026-03-05T14:05:00Z", noZone},
		{"March 5, 2026 2:05 p.m.", Writer{}, "2026-03-05T14:05:00Z", noZone},
		{"5th March 2026, 3 pm", Writer{}, "2026-03-05T15:00:00Z", noZone},
		{"March 5, 2026", Writer{}, "2026-03-05", ""},
		{"Thu, 05 Mar 2026 14:05:60 GMT", Writer{}, "2026-03-05T14:05:59Z", ""},
		{"Thu, 05 Mar 2026 00:00:00 +0000", Writer{}, "2026-03-05T00:00:00Z", ""},
		// Zones that have two meanings.
		{"Thu, 05 Mar 2026 14:05:00 AST", ar, "2026-03-05T14:05:00+03:00", "zone AST read as +03:00"},
		{"Thu, 05 Mar 2026 14:05:00 AST", Writer{Lang: isnad.English, Host: "news.example.sa"}, "2026-03-05T14:05:00+03:00", "zone AST read as +03:00"},
		{"Thu, 05 Mar 2026 14:05:00 AST", Writer{Lang: isnad.English, Host: "news.example.ca"}, "2026-03-05T14:05:00-04:00", "zone AST read as -04:00"},
		{"Thu, 05 Mar 2026 14:05:00 AST", Writer{Lang: isnad.English, Host: "news.example"}, "2026-03-05T14:05:00Z", "zone AST has several meanings: read as UTC"},
		{"Thu, 05 Mar 2026 14:05:00 EET", Writer{}, "2026-03-05T14:05:00+02:00", ""},
		// Slashes.
		{"05/03/2026", ar, "2026-03-05", ""}, {"05/03/2026", Writer{Lang: isnad.English}, "", ""},
		{"05/03/2026", Writer{Lang: isnad.English, Order: DayFirst}, "2026-03-05", ""},
		{"03/05/2026", Writer{Lang: isnad.English, Order: MonthFirst}, "2026-03-05", ""},
		{"13/02/2026", Writer{Lang: isnad.English}, "2026-02-13", ""}, {"02/13/2026", ar, "2026-02-13", ""},
		{"05/03/2026 - 14:05", ar, "2026-03-05T14:05:00Z", noZone}, {"14:05 - 05/03/2026", ar, "2026-03-05T14:05:00Z", noZone},
		{"14:05 -05/03/2026", ar, "2026-03-05T14:05:00Z", noZone},
		{"05/03/2026 02:05:33 م", ar, "2026-03-05T14:05:33Z", noZone}, {"05/03/2026 12:05:33 ص", ar, "2026-03-05T00:05:33Z", noZone},
		{"05/03/26", ar, "2026-03-05", ""}, {"26/03/05", ar, "", ""}, {"5-3-2026", ar, "2026-03-05", ""}, {"5.3.2026", ar, "2026-03-05", ""},
		{"05\u200F/03\u200F/2026", ar, "2026-03-05", ""},
		// Arabic.
		{"الخميس, 5 مارس 2026 14:05:00 +0300", ar, "2026-03-05T14:05:00+03:00", ""},
		{"الخميس، ٥ مارس ٢٠٢٦ ١٤:٠٥:٠٠ +٠٣٠٠", ar, "2026-03-05T14:05:00+03:00", ""},
		{"الخميس 05 آذار 2026 02:05 م", ar, "2026-03-05T14:05:00Z", noZone},
		{"5 آذار/مارس 2026 - 14:05", ar, "2026-03-05T14:05:00Z", noZone},
		{"٠٥ شباط ٢٠٢٦", ar, "2026-02-05", ""}, {"5 جانفي 2026 14h05", ar, "2026-01-05T14:05:00Z", noZone},
		{"5 غشت 2025", ar, "2025-08-05", ""}, {"5 كانون الثاني 2026", ar, "2026-01-05", ""}, {"5مارس2026", ar, "2026-03-05", ""},
		{"نشر في: الخميس 5 مارس 2026 الساعة 2:05 مساءً بتوقيت مكة المكرمة", ar, "2026-03-05T14:05:00+03:00", ""},
		{"5 مارس 2026 11:05 بتوقيت غرينتش", ar, "2026-03-05T11:05:00Z", ""},
		{"5 مارس 2026م", ar, "2026-03-05", ""}, {"الخميس 5 من مارس 2026", ar, "2026-03-05", ""},
		// Hijri.
		{"16 رمضان 1447 هـ", ar, "2026-03-05", "Hijri date by the calendar of Umm al-Qura"},
		{"16/09/1447", ar, "2026-03-05", "Hijri date by the calendar of Umm al-Qura"},
		{"1447/9/16 هـ", ar, "2026-03-05", "Hijri date by the calendar of Umm al-Qura"},
		{"الخميس 16 رمضان 1447 هـ الموافق 5 مارس 2026 م", ar, "2026-03-05", ""},
		{"31 رمضان 1447", ar, "", ""},
		// No dates.
		{"", ar, "", ""}, {"yesterday", ar, "", ""}, {"2026", ar, "", ""}, {"مارس 2026", ar, "", ""}, {"11 فبراير", ar, "", ""},
		{"30 فبراير 2026", ar, "", ""}, {"2026-02-31", ar, "", ""}, {"0000-00-00 00:00:00", ar, "", ""}, {"14:05", ar, "", ""},
		{"123456789", ar, "", ""}, {"قالت الشركة إن عقدها الذي يحمل الرقم 5/3/2026 باق كما هو", ar, "", ""},
	} {
		date, ok := Read(test.words, test.writer)
		got := ""
		if ok && date.Clock {
			got = date.Time.Truncate(time.Second).Format(time.RFC3339)
		} else if ok {
			got = date.Time.Format(time.DateOnly)
		}
		if got != test.want || date.Note != test.note {
			t.Errorf("Read(%q, %+v) = %q, note %q; want %q, note %q", test.words, test.writer, got, date.Note, test.want, test.note)
		}
	}
}

func TestOrderOf(t *testing.T) {
	for _, test := range []struct {
		name  string
		words []string
		want  Order
	}{
		{"a day above twelve, first", []string{"05/03/2026", "28/02/2026"}, DayFirst},
		{"a day above twelve, second", []string{"03/05/2026 10:00", "02/28/2026 09:00"}, MonthFirst},
		{"days change, the month stays", []string{"05/03/2026", "04/03/2026", "03/03/2026"}, DayFirst},
		{"the same the other way", []string{"03/05/2026", "03/04/2026"}, MonthFirst},
		{"one day", []string{"05/03/2026", "05/03/2026"}, Unsure},
		{"no slashes", []string{"2026-03-05", "Thu, 05 Mar 2026"}, Unsure},
		{"both orders", []string{"28/02/2026", "02/28/2026"}, Unsure},
	} {
		if got := OrderOf(test.words); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestCheck(t *testing.T) {
	now := time.Date(2026, 3, 5, 14, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		t    time.Time
		want string
	}{
		{now, ""}, {now.AddDate(0, 0, 2), ""}, {now.AddDate(0, 0, 3), "2026-03-08 lies in the future"},
		{time.Unix(0, 0).UTC(), "1970-01-01 lies before 1990"}, {time.Time{}, "0001-01-01 lies before 1990"},
	} {
		got := ""
		if err := Check(test.t, now); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("Check(%v) = %q, want %q", test.t, got, test.want)
		}
	}
}

// TestWrittenIsRead holds that what machines write is read as it was meant,
// from 1990 to 2068: two digits of a year say no more.
func TestWrittenIsRead(t *testing.T) {
	layouts := []string{
		time.RFC3339, time.RFC1123Z, time.RFC822Z, time.RubyDate, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05 -0700",
		"Monday, January 2, 2006 3:04:05 PM -0700", "20060102T150405Z0700", "02 January 2006 15:04:05 GMT-0700", "2 Jan 2006 15:04:05 -07",
	}
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", 3600*rapid.IntRange(-11, 13).Draw(t, "zone"))
		want := time.Unix(rapid.Int64Range(631152000, 3124137600).Draw(t, "seconds"), 0).In(zone)
		layout := rapid.SampledFrom(layouts).Draw(t, "layout")
		if layout == time.RFC822Z {
			want = want.Truncate(time.Minute)
		}
		got, ok := Read(want.Format(layout), Writer{})
		if !ok || !got.Time.Equal(want) || !got.Clock {
			t.Fatalf("Read(%q) = %v %v, want %v", want.Format(layout), got, ok, want)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, words := range []string{"Thu, 05 Mar 2026 14:05:00 AST", "الخميس, 5 مارس 2026 2:05 م", "16/09/1447 هـ", "1772719500", "24:00 1/1/99"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		date, ok := Read(words, Writer{Lang: isnad.Arabic})
		if !ok {
			return
		}
		again, ok := Read(date.Time.Format(time.RFC3339Nano), Writer{})
		if year := date.Time.Year(); year >= 0 && year <= 9999 && (!ok || !again.Time.Equal(date.Time)) {
			t.Errorf("%q is %v, then %v", words, date, again)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for name, words := range map[string]string{
		"mail":   "Thu, 05 Mar 2026 14:05:00 +0300",
		"zone":   "Thu, 05 Mar 2026 14:05:00 AST",
		"arabic": "الخميس، ٥ مارس ٢٠٢٦ ٠٢:٠٥ م",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, ok := Read(words, Writer{Lang: isnad.Arabic}); !ok {
					b.Fatal("not read")
				}
			}
		})
	}
}
