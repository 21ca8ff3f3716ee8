package arabic

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokens(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"marks inside", "رُوسِيَا وأوكرانيا.", "روسيا|واوكرانيا|."},
		{"attached preposition", "الاتصال بـ”المثمر للغاية”.", "الاتصال|ب|”|المثمر|للغايه|”|."},
		{"numbers", "١٬٥٠٠ و3.5 و80% و%80 ١٥٪", "1,500|و|3.5|و|80%|و|%80|15%"},
		{"time", "الساعة 10:30، النتيجة 2:1", "الساعه|10:30|،|النتيجه|2|:|1"},
		{"year glued", "عام2015م", "عام|2015|م"},
		{"abbreviation", "(أ.ف.ب) و د. محمد", "(|ا.ف.ب|)|و|د|.|محمد"},
		{"abbreviation at end", "نقلت أ.ف.ب.", "نقلت|ا.ف.ب|."},
		{"hyphens", "بان كي-مون الروسية-الأوكرانية كوفيد-19", "بان|كي-مون|الروسيه|-|الاوكرانيه|كوفيد-19"},
		{"slash", "فبراير/شباط", "فبراير|/|شباط"},
		{"latin", "قال JD Vance عن F-16 وO’Brien", "قال|jd|vance|عن|f-16|و|o'brien"},
		{"quotes", "((نص)) ''آخر'' «ثالث» <<رابع>>", "((|نص|))|''|اخر|''|«|ثالث|»|<<|رابع|>>"},
		{"dots", "ثم... قال.. ما؟", "ثم|…|قال|…|ما|؟"},
		{"hidden controls", "\u200fقال\u200e مي\u200cخواهد", "قال|ميخواهد"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var keys []string
			for _, token := range Tokens(test.in) {
				keys = append(keys, token.Key)
			}
			if diff := cmp.Diff(test.want, strings.Join(keys, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
