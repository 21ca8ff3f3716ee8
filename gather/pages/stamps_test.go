package pages

import (
	"fmt"
	"testing"
)

func TestStamps(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"الخميس 5 مارس 2026 - 14:05 | آخر تحديث الجمعة 6 مارس 2026 - 09:10", "0 الخميس 5 مارس 2026 - 14:05; 2 الجمعة 6 مارس 2026 - 09:10"},
		{"نُشر: 05-03-2026 الساعة 14:05 آخر تحديث: 06-03-2026", "1 05-03-2026 الساعة 14:05; 2 06-03-2026"},
		{"تاريخ النشر: الخميس 16 رمضان 1447 هـ - 5 مارس 2026 م", "1 الخميس 16 رمضان 1447 هـ - 5 مارس 2026 م"},
		{"الخميس، 5 آذار / مارس 2026", "0 الخميس، 5 آذار / مارس 2026"},
		{"الخميس ٥ مارس ٢٠٢٦ | ١٤:٠٥", "0 الخميس ٥ مارس ٢٠٢٦ ١٤:٠٥"},
		{"Published 4:00 am CST, Wednesday, November 18, 2026", "1 4:00 am CST, Wednesday, November 18, 2026"},
		{"Updated Nov. 18, 2026 8:21 am ET / Published Nov. 17, 2026 8:02 am ET", "2 Nov. 18, 2026 8:21 am ET; 1 Nov. 17, 2026 8:02 am ET"},
		{"Updated at 1:23 p.m.", "2 "},
		{"November 18, 2026 / 1:07 AM / Nahr News", "0 November 18, 2026 / 1:07 AM / Nahr News"},
		{"05/03/2026", "0 05/03/2026"},
		{"قال الوزير إن السد بدأ العمل في 5 مارس 2026", ""},
		{"On 5 March 2026 the minister opened the dam in the valley", ""},
		{"June 24 – Bridge Town @ Nahr Hall", ""},
		{"14:05", ""},
	} {
		stamps, ok := stampsOf(test.line)
		got := ""
		for i, stamp := range stamps {
			if i > 0 {
				got += "; "
			}
			got += fmt.Sprint(stamp.says, " ", stamp.words)
		}
		if !ok {
			got = ""
		}
		if got != test.want {
			t.Errorf("%s\n got %q\nwant %q", test.line, got, test.want)
		}
	}
}
