package gather

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

// now is the clock of the tests.
var now = func() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

func read(t *testing.T, source, text string) *isnad.Article {
	t.Helper()
	articles, err := Articles(isnad.Snapshot{Source: source, Bytes: []byte(text)}, Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 1 {
		t.Fatalf("%d articles", len(articles))
	}
	if err := articles[0].Check(); err != nil {
		t.Fatal(err)
	}
	return articles[0]
}

// outline is an article's parts as a person would list them.
func outline(article *isnad.Article) string {
	var b strings.Builder
	for _, part := range article.Parts {
		fmt.Fprintf(&b, "%d %s", part.Line, part.Kind)
		if part.CopyOf >= 0 {
			fmt.Fprintf(&b, " of %d", part.CopyOf)
		}
		fmt.Fprintf(&b, ": %s", part.Span.Of(article.Text))
		if part.Credit.Name != "" {
			fmt.Fprintf(&b, " [%s]", part.Credit.Name)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func defects(article *isnad.Article) []string {
	var list []string
	for _, defect := range article.Defects {
		list = append(list, fmt.Sprintf("%s (%s): %s", defect.Kind, defect.Note, defect.Span.Of(article.Text)))
	}
	return list
}

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

func TestOutline(t *testing.T) {
	const (
		first  = "أعلن وزير مياه نهرستان سامي الحداد، الأحد، بدء تشغيل سد الوادي الأخضر بعد عامين من العمل."
		second = "وقالت المتحدثة باسم الوزارة ليلى نور إن السد سيكفي المدينة حتى نهاية العام المقبل."
		third  = "وأضافت أن العمل في القناة الشرقية سيبدأ في الربيع بعد وصول المعدات من الخارج."
	)
	for _, test := range []struct{ name, text, want string }{
		{
			"title, image line and subheadings",
			lines("نهرستان تبدأ تشغيل السد", "![](https://news.example/uploads/2026/02/dam_1770746400-780x470.jpg)", first,
				"القناة الشرقية", third, "“مشروع العقد”", second),
			lines("1 title: نهرستان تبدأ تشغيل السد", "3 paragraph: "+first, "4 subheading: القناة الشرقية", "5 paragraph: "+third,
				"6 subheading: “مشروع العقد”", "7 paragraph: "+second),
		},
		{
			"caption with an agency's credit above the text",
			lines("", "الأضواء: (من اليسار) الوزير سامي الحداد والوزيرة ليلى نور في الحفل. (AFP)", first, second),
			lines("2 caption: الأضواء: (من اليسار) الوزير سامي الحداد والوزيرة ليلى نور في الحفل. (AFP) [AFP]",
				"3 paragraph: "+first, "4 paragraph: "+second),
		},
		{
			"dateline and byline",
			lines("السد يعمل", "كتب: سامر الخطيب", "نهرستان (رويترز) - "+first, second),
			lines("1 title: السد يعمل", "2 byline: كتب: سامر الخطيب", "3 dateline: نهرستان (رويترز)", "3 paragraph: "+first, "4 paragraph: "+second),
		},
		{
			"Markdown",
			lines("# السد **يعمل** الآن", "", "> "+first, "", "## القناة [الشرقية](https://news.example/canal)", "* "+second,
				"![الوزير في الحفل (رويترز)](photo.jpg)", "", "---", third),
			lines("1 title: السد يعمل الآن", "3 paragraph: "+first, "5 subheading: القناة الشرقية", "6 paragraph: "+second,
				"7 caption: الوزير في الحفل (رويترز) [رويترز]", "10 paragraph: "+third),
		},
		{
			"a passage printed twice, its short line too",
			lines("السد يعمل", first, second, "وقال ذلك أمس.", third, second, "وقال ذلك أمس.", third),
			lines("1 title: السد يعمل", "2 paragraph: "+first, "3 paragraph: "+second, "4 paragraph: وقال ذلك أمس.", "5 paragraph: "+third,
				"6 repeat of 2: "+second, "7 repeat of 3: وقال ذلك أمس.", "8 repeat of 4: "+third),
		},
		{
			"a near copy is a repeat, another number is not",
			lines(first, second, strings.Replace(first, "الأحد", "الاحد", 1), strings.Replace(first, "عامين", "3 أعوام", 1)),
			lines("1 paragraph: "+first, "2 paragraph: "+second, "3 repeat of 0: "+strings.Replace(first, "الأحد", "الاحد", 1),
				"4 paragraph: "+strings.Replace(first, "عامين", "3 أعوام", 1)),
		},
		{
			"a quotation pulled out of its paragraph",
			lines("العنوان هنا", first, "وقالت ليلى نور: “إن السد سيكفي المدينة حتى نهاية العام المقبل بلا شك”، وفق الوزارة.",
				"“إن السد سيكفي المدينة حتى نهاية العام المقبل بلا شك”", third),
			lines("1 title: العنوان هنا", "2 paragraph: "+first,
				"3 paragraph: وقالت ليلى نور: “إن السد سيكفي المدينة حتى نهاية العام المقبل بلا شك”، وفق الوزارة.",
				"4 repeat of 2: “إن السد سيكفي المدينة حتى نهاية العام المقبل بلا شك”", "5 paragraph: "+third),
		},
		{
			"one line is no title",
			"السد يعمل منذ اليوم", lines("1 paragraph: السد يعمل منذ اليوم"),
		},
		{
			"old line ends and separators",
			"السد يعمل\r" + first + "\r\n" + second + "\u2028" + third,
			lines("1 title: السد يعمل", "2 paragraph: "+first, "3 paragraph: "+second, "3 paragraph: "+third),
		},
		{
			"lines broken at a margin",
			lines("NAHRESTAN OPENS ITS DAM", "",
				"The minister of water, Sami Haddad, said on Sunday that the dam in the", "green valley was at work after two years of building and that it would",
				"keep the city in water until the end of next year.", "",
				"His spokeswoman, Layla Noor, said the eastern canal would be begun in", "the spring, when the machines ordered from abroad had come and the men",
				"had been trained to use them."),
			lines("1 title: NAHRESTAN OPENS ITS DAM",
				"3 paragraph: The minister of water, Sami Haddad, said on Sunday that the dam in the green valley was at work after two years of building and that it would keep the city in water until the end of next year.",
				"7 paragraph: His spokeswoman, Layla Noor, said the eastern canal would be begun in the spring, when the machines ordered from abroad had come and the men had been trained to use them."),
		},
		{
			"a list stays paragraphs",
			lines("العنوان هنا", first, "القائمة:", "الماء", "الطاقة", "الزراعة", second),
			lines("1 title: العنوان هنا", "2 paragraph: "+first, "3 paragraph: القائمة:", "4 paragraph: الماء", "5 paragraph: الطاقة",
				"6 paragraph: الزراعة", "7 paragraph: "+second),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(read(t, "report.txt", test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	const body = "أعلن وزير مياه نهرستان سامي الحداد، الأحد، بدء تشغيل سد الوادي الأخضر بعد عامين من العمل."
	for _, test := range []struct {
		name, text, want string
		defects          int
	}{
		{"an image's address", lines("السد يعمل", "![](https://news.example/uploads/2026/02/dam_1770746400-780x470.jpg)", body), "2026-02-10 address", 0},
		{"front matter", lines("---", "title: السد يعمل", "date: 2026-02-11T09:30:00+03:00", "---", body), "2026-02-11 metadata", 0},
		{"a header line", lines("Title: السد يعمل", "Date: 11 February 2026", "Source: Nahr News", "", body), "2026-02-11 metadata", 0},
		{"a header line in Arabic", lines("العنوان: السد يعمل", "التاريخ: ١١ فبراير ٢٠٢٦", "", body), "2026-02-11 metadata", 0},
		{"a line of its own", lines("السد يعمل", "الأربعاء 11 فبراير 2026", body), "2026-02-11 text", 0},
		{"a dateline", lines("السد يعمل", "نهرستان 11 فبراير 2026 (واس) - "+body), "2026-02-11 text", 0},
		{"an impossible day", lines("Date: 2026-02-31", "", body), " ", 1},
		{"the future", lines("Date: 2027-02-01", "", body), " ", 1},
		{"before the web", lines("Date: 1970-01-01", "", body), " ", 1},
		{"a bad one, then a good one", lines("Date: 1970-01-01", "Published: 2026-02-11", "", body), "2026-02-11 metadata", 1},
		{"none", lines("السد يعمل", body), " ", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			article := read(t, "report.txt", test.text)
			got := " "
			if article.Published.Known() {
				got = article.Published.Time.Format(time.DateOnly) + " " + string(article.Published.How)
			}
			if got != test.want {
				t.Errorf("published %q, want %q (%+v)", got, test.want, article.Published)
			}
			if n := len(article.Defects); n != test.defects {
				t.Errorf("defects %v", defects(article))
			}
		})
	}
}

func TestReadDate(t *testing.T) {
	for _, test := range []struct {
		words    string
		language isnad.Lang
		want     string
	}{
		{"2026-02-11T09:30:00+03:00", "", "2026-02-11T09:30:00+03:00"}, {"2026-02-11 09:30:00", "", "2026-02-11T09:30:00Z"},
		{"2026-02-11T09:30:00.123Z", "", "2026-02-11T09:30:00Z"}, {"Wed, 11 Feb 2026 09:30:00 GMT", "", "2026-02-11T09:30:00Z"},
		{"20260211", "", "2026-02-11"}, {"1770798600", "", "2026-02-11T08:30:00Z"}, {"1770798600123", "", "2026-02-11T08:30:00Z"},
		{"11/02/2026", isnad.Arabic, "2026-02-11"}, {"02/03/2026", isnad.English, ""}, {"02/13/2026", isnad.English, "2026-02-13"},
		{"February 11, 2026", "", "2026-02-11"}, {"11th Feb 2026", "", "2026-02-11"}, {"الأربعاء 11 شباط/فبراير 2026 - 09:30", "", "2026-02-11T09:30:00Z"},
		{"yesterday", "", ""}, {"2026", "", ""}, {"11 فبراير", "", ""}, {"30 فبراير 2026", "", ""},
	} {
		got, clock, ok := readDate(test.words, test.language)
		text := ""
		if ok && clock {
			text = got.Truncate(time.Second).Format(time.RFC3339)
		} else if ok {
			text = got.Format(time.DateOnly)
		}
		if text != test.want {
			t.Errorf("readDate(%q) = %q, want %q", test.words, text, test.want)
		}
	}
}

func TestAgency(t *testing.T) {
	const body = "أعلن وزير مياه نهرستان سامي الحداد، الأحد، بدء تشغيل سد الوادي الأخضر بعد عامين من العمل."
	for _, test := range []struct{ name, text, want string }{
		{"dateline", lines("السد يعمل", "نهرستان - (أ ف ب): "+body), "أ ف ب text"},
		{"last line", lines("السد يعمل", body, "المصدر: رويترز"), "رويترز text"},
		{"last words", lines("السد يعمل", body, body[:100]+". (وكالات)"), "وكالات text"},
		{"byline", lines("The dam works", "By Jane Roe, Reuters", "The minister of water said on Sunday that the dam in the green valley was at work."), "Reuters text"},
		{"header", lines("Agency: AFP", "", body), "AFP metadata"},
		{"a picture's credit is none", lines("الوزير في الحفل (AFP)", body, body+" تم."), " "},
		{"a source inside the text is none", lines("السد يعمل", "ونقلت وكالة رويترز عن الوزير سامي الحداد قوله إن السد يعمل منذ أسبوع بلا توقف."), " "},
	} {
		t.Run(test.name, func(t *testing.T) {
			article := read(t, "report.txt", test.text)
			if got := article.Agency.Name + " " + string(article.Agency.How); got != test.want {
				t.Errorf("agency %q, want %q\n%s", got, test.want, outline(article))
			}
		})
	}
}

func TestOutlet(t *testing.T) {
	const body = "The minister of water said on Sunday that the dam in the green valley was at work."
	for _, test := range []struct {
		source, text string
		options      Options
		want         isnad.Outlet
	}{
		{"a/nahr-news.txt", body, Options{Outlet: "Nahr"}, isnad.Outlet{Name: "Nahr", How: isnad.Given}},
		{"a/nahr-news.txt", "Source: Nahr News\n\n" + body, Options{}, isnad.Outlet{Name: "Nahr News", How: isnad.Metadata}},
		{"a/nahr-news.txt", "URL: https://www.nahr.example/dam\n\n" + body, Options{}, isnad.Outlet{Name: "nahr.example", How: isnad.FromAddress}},
		{"a/nahr-news.txt", "![](https://cdn.nahr.example/a.jpg)\n" + body, Options{}, isnad.Outlet{Name: "nahr.example", How: isnad.FromAddress}},
		{"a/nahr-news.txt", body, Options{}, isnad.Outlet{Name: "nahr-news", How: isnad.FromFile}},
		{"-", body, Options{}, isnad.Outlet{Name: "standard input", How: isnad.FromFile}},
	} {
		articles, err := Articles(isnad.Snapshot{Source: test.source, Bytes: []byte(test.text)}, test.options)
		if err != nil || articles[0].Outlet != test.want {
			t.Errorf("outlet %v (%v), want %v", articles[0].Outlet, err, test.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, test := range []struct {
		text string
		want isnad.Lang
	}{
		{"أعلن الوزير بدء تشغيل السد", isnad.Arabic}, {"د. سامي الحداد", isnad.Arabic},
		{"The minister said that the dam was at work", isnad.English}, {"NAHRESTAN OPENS DAM IN THE NORTH", isnad.English},
		{"وزیر آب گفت که این سد از روز یکشنبه به کار افتاده است", ""}, {"وزیر نے کہا کہ یہ ڈیم اتوار سے کام کر رہا ہے", ""},
		{"Le ministre a dit que le barrage est en service dans la vallée", ""}, {"Der Minister sagte, dass der Damm in Betrieb ist", ""}, {"12345", ""},
	} {
		if got := language(test.text, ""); got != test.want {
			t.Errorf("language(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
