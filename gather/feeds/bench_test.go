package feeds

import (
	"fmt"
	"strings"
	"testing"
)

// large is a feed of n items, each with a summary and a text of 2 KB.
func large(n int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة النهر</title><link>https://nahr.example/</link><language>ar</language>`)
	paragraph := strings.Repeat("<p>أقر المجلس خطة المياه بعد نقاش دام ثلاث ساعات، وقال الرئيس إن العمل يبدأ في الربيع.</p>", 12)
	for i := range n {
		fmt.Fprintf(&b, "<item><title>خبر رقم %d عن خطة المياه في المدينة</title><link>https://nahr.example/news/%d</link><guid>nahr-%d</guid>"+
			"<pubDate>Thu, 05 Mar 2026 %02d:05:00 +0300</pubDate><description><![CDATA[خبر قصير عن الخطة.]]></description>"+
			"<content:encoded><![CDATA[%s]]></content:encoded></item>\n", i, i, i, i%24, paragraph)
	}
	b.WriteString("</channel></rss>")
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	doc := Document{URL: "https://nahr.example/feed", Bytes: []byte(large(200))}
	b.SetBytes(int64(len(doc.Bytes)))
	b.ReportAllocs()
	for range b.N {
		feed, err := Parse(doc, now)
		if err != nil || len(feed.Items) != 200 {
			b.Fatalf("%v, %v", feed, err)
		}
	}
}
