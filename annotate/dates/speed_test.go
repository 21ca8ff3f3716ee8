package dates

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
)

// BenchmarkAnnotate reads a report of about 300 words that is read already.
func BenchmarkAnnotate(b *testing.B) {
	paragraph := "أعلن وزير الموارد، الأربعاء، أن الوفد سيزور الميناء يوم الجمعة لبحث الاتفاق الذي وُقّع في 14 يونيو الماضي، " +
		"وأضاف أن العمل بدأ قبل ثلاثة أيام وأن الحكومة تعتزم إعلان النتائج هذا الأسبوع بعد تأخير استمر منذ عام 2016 بسبب خلاف على الكلفة\n"
	text := strings.Repeat(paragraph, 7)
	article := &isnad.Article{Text: text, Lang: isnad.Arabic, Published: isnad.Published{Time: wednesday}}
	start := 0
	for line := range strings.Lines(text) {
		article.Parts = append(article.Parts, isnad.Part{Kind: isnad.Paragraph, Span: isnad.Span{Start: start, End: start + len(line) - 1}, CopyOf: -1})
		start += len(line)
	}
	r, doc := reading.New(article), &isnad.Doc{Article: article}
	b.ReportMetric(float64(len(strings.Fields(text))), "words")
	b.ReportAllocs()
	for b.Loop() {
		Annotate(r, doc)
	}
}
