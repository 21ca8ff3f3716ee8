package arabic

import (
	"testing"
	"time"
)

func TestNumberAt(t *testing.T) {
	for _, test := range []struct {
		in     string
		want   float64
		tokens int
	}{
		{"١٬٥٠٠", 1500, 1}, {"3.5", 3.5, 1}, {"80%", 80, 1}, {"3،5", 3.5, 1}, {"1,500,000", 1500000, 1},
		{"1.500.000", 1500000, 1}, {"1,234.5", 1234.5, 1}, {"2015", 2015, 1},
		{"3.5 مليون دولار", 3.5e6, 2}, {"٣٫٥ ملايين", 3.5e6, 2}, {"5 آلاف", 5000, 2},
		{"3 ملايين و500 ألف", 3.5e6, 5}, {"واحد", 1, 1}, {"أحد عشر", 11, 2}, {"تسعة عشر", 19, 2},
		{"خمسة وعشرين", 25, 2}, {"خمسة وعشرين ألفا", 25000, 3}, {"ثلاثمئة", 300, 1}, {"ثلاث مائة", 300, 2},
		{"مئتين وخمسين", 250, 2}, {"مائة وثلاثة عشر", 113, 3}, {"ألفين وخمسة عشر", 2015, 3},
		{"ألف وتسعمئة وسبعة وستين", 1967, 4}, {"مئة ألف", 1e5, 2}, {"مليون ونصف المليون", 1.5e6, 3},
		{"مليونين ومئتي ألف", 2.2e6, 3}, {"نصف مليون", 5e5, 2}, {"ثلاثة أرباع", 0.75, 2},
		{"ثلاثة ونصف", 3.5, 2}, {"3 ونصف", 3.5, 2}, {"وعشرين", 20, 1}, {"خمسمئة ألف ومئتين", 500200, 3},
		{"عشرة آلاف", 10000, 2}, {"خمسة وخمسة", 5, 1}, {"عشرين وثلاثين", 20, 1}, {"ألف مليون", 1e9, 2},
		{"آلاف", 0, 0}, {"أحد", 0, 0}, {"10:30", 0, 0}, {"12.02.2025", 0, 0}, {"كتاب", 0, 0},
	} {
		t.Run(test.in, func(t *testing.T) {
			got, ok := NumberAt(Tokens(test.in), 0)
			if ok != (test.tokens > 0) || got.Number != test.want || got.Tokens != test.tokens {
				t.Errorf("%v %v, want %v in %d tokens", got, ok, test.want, test.tokens)
			}
		})
	}
}

func TestMonthAt(t *testing.T) {
	for _, test := range []struct {
		in       string
		at       int
		month    int
		calendar Calendar
		n        int
	}{
		{"14 يونيو الماضي", 1, 6, Gregorian, 1}, {"كانون الثاني", 0, 1, Gregorian, 2},
		{"جانفي", 0, 1, Gregorian, 1}, {"فبراير/شباط", 0, 2, Gregorian, 3}, {"فبراير (شباط) الماضي", 0, 2, Gregorian, 4},
		{"كانون الأول/ديسمبر", 0, 12, Gregorian, 4}, {"ليناير", 0, 1, Gregorian, 1}, {"أبريل/مايو", 0, 4, Gregorian, 1},
		{"في مارس", 1, 3, Gregorian, 1}, {"وقد مارس ضغوطا", 1, 0, Gregorian, 0}, {"14 آب 2015", 1, 8, Gregorian, 1},
		{"له أب", 1, 0, Gregorian, 0}, {"12 من رجب", 2, 7, Hijri, 1}, {"5 ذو القعدة", 1, 11, Hijri, 2},
		{"ربيع الآخر", 0, 4, Hijri, 2}, {"شهر رمضان", 1, 9, Hijri, 1}, {"قال رمضان", 1, 0, Gregorian, 0},
		{"آذار/مارس", 0, 3, Gregorian, 3}, {"مارس/آذار", 0, 3, Gregorian, 3},
	} {
		t.Run(test.in, func(t *testing.T) {
			month, calendar, n, ok := MonthAt(Tokens(test.in), test.at)
			if ok != (test.month > 0) || month != test.month || calendar != test.calendar || n != test.n {
				t.Errorf("%d %v %d %v", month, calendar, n, ok)
			}
		})
	}
}

func TestWeekdayAt(t *testing.T) {
	for _, test := range []struct {
		in  string
		day time.Weekday
		ok  bool
	}{
		{"الاثنين", time.Monday, true}, {"الإثنين", time.Monday, true}, {"والثلاثاء", time.Tuesday, true},
		{"الأربعاء", time.Wednesday, true}, {"للأحد", time.Sunday, true}, {"أحد", 0, false}, {"الجمعة", time.Friday, true},
		{"خميس", 0, false}, {"السبت", time.Saturday, true},
	} {
		if day, n, ok := WeekdayAt(Tokens(test.in), 0); ok != test.ok || day != test.day || ok != (n == 1) {
			t.Errorf("%s: %v %d %v", test.in, day, n, ok)
		}
	}
	if _, _, ok := WeekdayAt(Tokens("خطبة الجمعة"), 1); ok {
		t.Error("خطبة الجمعة")
	}
}
