package arabic

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// quoteLines shows the quotations of a text, one a line: depth, + if balanced, words.
func quoteLines(text string) []string {
	var lines []string
	for _, q := range Quotes(text, Tokens(text)) {
		sign := "-"
		if q.Balanced {
			sign = "+"
		}
		lines = append(lines, fmt.Sprintf("%d%s %s", q.Depth, sign, text[q.Inner.Start:q.Inner.End]))
	}
	return lines
}

func TestQuotes(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"none", "قال إنه بخير.", nil},
		{"guillemets", "قال «نعم» ثم «لا».", []string{"0+ نعم", "0+ لا"}},
		{"turned guillemets", "قال لـ»الجزيرة« إنه »بخير« اليوم", []string{"0+ الجزيرة", "0+ بخير"}},
		{"turned curly", "قال ”نعم“ ثم ”لا“.", []string{"0+ نعم", "0+ لا"}},
		{"one shape", "وصفه بـ”المثمر للغاية”.", []string{"0+ المثمر للغاية"}},
		{"proclitic", "بحث “أ ب”، و”البرنامج”، وكذلك “ج”.", []string{"0+ أ ب", "0+ البرنامج", "0+ ج"}},
		{"straight", `قال "نعم" وأضاف: "لا".`, []string{"0+ نعم", "0+ لا"}},
		{"straight spaced inside", `قال: " نعم " وأضاف " لا " ثم`, []string{"0+ نعم", "0+ لا"}},
		{"straight unspaced", `قال:"نعم"و"لا"`, []string{"0+ نعم", "0+ لا"}},
		{"doubled apostrophes", "قال ''نعم'' أمس", []string{"0+ نعم"}},
		{"single", "تنظيم 'داعش' في", []string{"0+ داعش"}},
		{"single never closed", "تنظيم 'داعش في", nil},
		{"brackets", "قال ((نعم)) أمس (كلمة (أخرى)) هنا", []string{"0+ نعم"}},
		{"ornate", "﴿نص﴾ و ﴾نص﴿", []string{"0+ نص", "0+ نص"}},
		{"low", "قال „نعم“ أمس", []string{"0+ نعم"}},
		{"nested unlike", "قال «إن حزب \"كذا\" فاز» أمس", []string{`0+ إن حزب "كذا" فاز`, "1+ كذا"}},
		{"nested alike", "قال “إن “كذا” فاز” أمس", []string{"0+ إن “كذا” فاز", "1+ كذا"}},
		{"outer shares the last mark", "بأنها “أزمة، لكن بسبب “سياسات لا نهاية لها”.",
			[]string{"0- أزمة، لكن بسبب “سياسات لا نهاية لها", "1+ سياسات لا نهاية لها"}},
		{"broken by machine", "إن فلانا “استخدم حتى شعار حملتي ،” الحس السليم “”. وشكره.",
			[]string{"0- استخدم حتى شعار حملتي ،” الحس السليم “", "1+ الحس السليم"}},
		{"never closed", "قال: «لن نقبل ذلك. ولن", []string{"0- لن نقبل ذلك. ولن"}},
		{"never closed in line", "قال: «لن نقبل\nوقال «نعم» أمس", []string{"0- لن نقبل", "0+ نعم"}},
		{"over lines", "قال: «لن نقبل\nولن نرضى» أمس", []string{"0+ لن نقبل\nولن نرضى"}},
		{"first never closed", "قال: “نعم. وأضاف: “لا” أمس", []string{"0- نعم.", "0+ لا"}},
		{"close alone", "قال نعم” أمس", nil},
		{"mixed pair", "قال «نعم” أمس", []string{"0- نعم"}},
		{"mixed pair before another", "أنغام «العدة\" ويقول «الزومال» أمس", []string{"0- العدة", "0+ الزومال"}},
		{"stop inside", "قال: “نعم.” وأضاف: “لا.”", []string{"0+ نعم.", "0+ لا."}},
		{"colon unspaced", "وتابع:”سنبدأ الآن“.", []string{"0+ سنبدأ الآن"}},
		{"empty", "قال “” أمس", nil},
		{"bracket left", "(«الحياة») و(«واس»)", []string{"0+ الحياة", "0+ واس"}},
		{"whole line", "“تنظيم لقاء شخصي”", []string{"0+ تنظيم لقاء شخصي"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, quoteLines(test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuotesDeep(t *testing.T) {
	for name, in := range map[string]string{
		"nested":   strings.Repeat("“ا ", 10000) + strings.Repeat("ا” ", 10000),
		"open":     strings.Repeat("“ا ", 200000),
		"adjacent": strings.Repeat("“", 200000),
		"straight": strings.Repeat("\"", 200000),
		"close":    "«ا " + strings.Repeat("«ا» ", 50000) + strings.Repeat("ا” ", 50000),
		"lines":    strings.Repeat("“ا\n", 100000),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			for _, q := range Quotes(in, Tokens(in)) {
				if q.Depth >= MaxDepth {
					t.Fatalf("depth %d", q.Depth)
				}
			}
			t.Log(time.Since(began))
		})
	}
}
