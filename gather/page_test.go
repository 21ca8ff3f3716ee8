package gather

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

const (
	paragraph1 = "أعلن وزير مياه نهرستان سامي الحداد، الأحد، بدء تشغيل سد الوادي الأخضر بعد عامين من العمل المتواصل، وقال إن المدينة ستجد الماء طوال الصيف المقبل."
	paragraph2 = "وقالت المتحدثة باسم الوزارة ليلى نور إن السد سيكفي المدينة حتى نهاية العام المقبل، مضيفة أن العمل في القناة الشرقية سيبدأ في الربيع."
	paragraph3 = "وأضافت أن المعدات ستصل من الخارج خلال شهرين، وأن تدريب العاملين بدأ منذ أسابيع في مركز الوزارة جنوب العاصمة، وفق ما نشره الموقع الرسمي."
)

// newsPage is a page as content systems make them.
var newsPage = `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>نهرستان تبدأ تشغيل سد الوادي الأخضر | أخبار النهر</title>
<meta property="og:site_name" content="أخبار النهر">
<meta property="og:title" content="نهرستان تبدأ تشغيل سد الوادي الأخضر">
<link rel="canonical" href="/2026/02/dam?utm_source=feed">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"نهرستان تبدأ تشغيل سد الوادي الأخضر","datePublished":"2026-02-15T10:30:00+03:00",
"author":[{"@type":"Person","name":"سامر الخطيب"}],"publisher":{"name":"أخبار النهر"}}]}</script>
<style>p{color:red}</style></head>
<body><nav><ul><li><a href="/">الرئيسية</a><li><a href="/w">العالم</a></ul></nav>
<main><article>
<h1>نهرستان تبدأ تشغيل سد الوادي الأخضر</h1>
<time datetime="2026-02-15">الأحد 15 فبراير 2026</time>
<figure><img src="/a.jpg"><figcaption>الوزير سامي الحداد في الحفل (رويترز)</figcaption></figure>
<p>نهرستان (أ ف ب) - ` + paragraph1 + `</p>
<h2>القناة الشرقية</h2>
<p>` + paragraph2 + `</p>
<div>` + paragraph3 + `</div>
<p><a href="/other">اقرأ أيضا: خبر آخر من النهر</a></p>
</article></main>
<aside><h3>الأكثر قراءة</h3><p><a href="/x">خبر لا صلة له</a></p></aside>
<footer>جميع الحقوق محفوظة</footer><script>var x = "<p>no text</p>";</script></body></html>`

func TestPage(t *testing.T) {
	articles, err := Articles(isnad.Snapshot{Source: "page.html", URL: "https://www.nahr.example/2026/02/dam", Bytes: []byte(newsPage)}, Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	article := articles[0]
	// The title is found where it stands first, in the head of the page; the
	// date under the headline is no text.
	want := lines("3 title: نهرستان تبدأ تشغيل سد الوادي الأخضر",
		"15 caption: الوزير سامي الحداد في الحفل (رويترز) [رويترز]", "16 dateline: نهرستان (أ ف ب)", "16 paragraph: "+paragraph1,
		"17 subheading: القناة الشرقية", "18 paragraph: "+paragraph2, "19 paragraph: "+paragraph3)
	got := outline(article)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	facts := []string{article.URL, article.Outlet.Name, string(article.Outlet.How), article.Agency.Name, article.Author, string(article.Lang),
		article.Published.Time.Format(time.RFC3339), string(article.Published.How), article.Published.Evidence}
	wantFacts := []string{"https://www.nahr.example/2026/02/dam", "أخبار النهر", "metadata", "أ ف ب", "سامر الخطيب", "ar",
		"2026-02-15T10:30:00+03:00", "metadata", "json-ld datePublished"}
	if diff := cmp.Diff(wantFacts, facts); diff != "" {
		t.Error(diff)
	}
}

func TestPageForms(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{
			"a short page, too short for the extractor",
			"<html><head><title>السد يعمل</title></head><body>\n<h1>السد يعمل</h1>\n<p>قال الوزير إن السد يعمل منذ الأحد.</p></body></html>",
			lines("1 title: السد يعمل", "3 paragraph: قال الوزير إن السد يعمل منذ الأحد."),
		},
		{
			"line breaks for paragraphs",
			"<html><head><title>السد يعمل منذ الأحد</title></head><body><div>\n" + paragraph1 + "<br><br>\n" + paragraph2 + "<br>\n" + paragraph3 + "</div></body></html>",
			lines("1 title: السد يعمل منذ الأحد", "2 paragraph: "+paragraph1, "3 paragraph: "+paragraph2, "4 paragraph: "+paragraph3),
		},
		{
			"paragraphs in nested blocks and tables",
			"<html><head><title>السد يعمل منذ الأحد</title></head><body><table><tr><td>" + strings.Repeat("<div>", 600) + "<p>" + paragraph1 + "</p>\n<p>" +
				paragraph2 + "</p>" + strings.Repeat("</div>", 600) + "</td></tr></table></body></html>",
			lines("1 title: السد يعمل منذ الأحد", "1 paragraph: "+paragraph1, "2 paragraph: "+paragraph2),
		},
		{
			"entities and emphasis inside words",
			"<html><head><title>The dam &amp; the city</title></head><body><p>The minister&nbsp;said &quot;<b>n</b>o&quot; to the plan, &#8220;once &lt;and&gt; for all&#8221;.</p></body></html>",
			lines("1 title: The dam & the city", "1 paragraph: The minister said \"no\" to the plan, “once <and> for all”."),
		},
		{
			"the body stands in JSON-LD alone",
			`<html><head><title>السد يعمل منذ الأحد</title><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + paragraph1 + `\n` + paragraph2 + `"}</script></head><body><div id=app></div></body></html>`,
			lines("1 title: السد يعمل منذ الأحد", "0 paragraph: "+paragraph1, "0 paragraph: "+paragraph2),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(read(t, "page.html", test.page))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPageDates holds how far the date that a page shows its readers is
// believed.
func TestPageDates(t *testing.T) {
	for _, test := range []struct {
		name, head, under, want string
		defects                 int
	}{
		{"metadata first", `<meta property="article:published_time" content="2026-02-11T09:00:00Z">`, "12 فبراير 2026", "2026-02-11 09:00 metadata", 0},
		{"the visible one with its clock", "", "الخميس 12 فبراير 2026 - 02:05 م", "2026-02-12 14:05 text", 0},
		{"a visible one where metadata is damaged", `<meta property="article:published_time" content="0001-01-01T00:00:00Z">`, "12 فبراير 2026", "2026-02-12 00:00 text", 1},
		{"published before updated", "", "آخر تحديث: 14 فبراير 2026 | نشر: 12 فبراير 2026", "2026-02-12 00:00 text", 0},
		{"updated for want of better", "", "آخر تحديث: 14 فبراير 2026", "2026-02-14 00:00 text", 0},
		{"the future", "", "12 فبراير 2027", "", 1},
		{"an impossible day", "", "31 فبراير 2026", "", 0},
	} {
		page := "<html><head><title>السد يعمل منذ الأحد</title>" + test.head + "</head><body><h1>السد يعمل منذ الأحد</h1><div>" + test.under + "</div>" +
			"<p>" + paragraph1 + "</p><p>" + paragraph2 + "</p><p>" + paragraph3 + "</p></body></html>"
		article := read(t, "page.html", page)
		got := ""
		if article.Published.Known() {
			got = article.Published.Time.Format("2006-01-02 15:04 ") + string(article.Published.How)
		}
		refused := 0
		for _, defect := range article.Defects {
			if defect.Kind == isnad.BadDate {
				refused++
			}
		}
		if got != test.want || refused != test.defects {
			t.Errorf("%s: %q with %d refused, want %q with %d", test.name, got, refused, test.want, test.defects)
		}
	}
}
