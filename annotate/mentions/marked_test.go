package mentions_test

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/mentions"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// articleOf makes an article of text, a paragraph a line.
func articleOf(text string, language isnad.Lang, day string) *isnad.Article {
	article := &isnad.Article{ID: "a000000000000", Lang: language, Text: text, Outlet: isnad.Outlet{Name: "test"}}
	if day != "" {
		article.Published.Time, _ = time.Parse("2006-01-02", day)
	}
	start := 0
	for i, line := range strings.SplitAfter(text, "\n") {
		trimmed := strings.TrimRight(line, "\n")
		article.Parts = append(article.Parts, isnad.Part{
			Kind: isnad.Paragraph, Span: isnad.Span{Start: start, End: start + len(trimmed)}, Line: i + 1, CopyOf: -1,
		})
		start += len(line)
	}
	return article
}

func annotate(article *isnad.Article, facts *known.Facts) *isnad.Doc {
	doc := &isnad.Doc{Article: article}
	mentions.Annotate(reading.New(article), facts, doc)
	return doc
}

// marked is the text with every mention in brackets, and the entities below.
func marked(doc *isnad.Doc) string {
	text := doc.Article.Text
	before := map[int]string{}
	after := map[int]string{}
	for _, m := range doc.Mentions {
		tag := fmt.Sprintf("%s%d", strings.ToUpper(string(m.Kind[:1])), m.Entity)
		if m.Form == isnad.ByRole {
			tag += "r"
		}
		if len(m.Members) > 0 {
			tag += fmt.Sprint("=", m.Members)
		}
		before[m.Span.Start] += "["
		after[m.Span.End] = "|" + tag + "]" + after[m.Span.End]
	}
	var b strings.Builder
	for i := 0; i <= len(text); i++ {
		b.WriteString(after[i])
		b.WriteString(before[i])
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	b.WriteString("\n")
	for i, e := range doc.Entities {
		var roles []string
		for _, r := range e.Roles {
			roles = append(roles, r.Text)
		}
		fmt.Fprintf(&b, "  %d %s %q known=%s roles=%q %s\n", i, e.Kind, e.Names, e.Known, roles, e.Why)
	}
	return b.String()
}

// shared returns the folder of real material, or skips.
func shared(t testing.TB) string {
	dir := os.Getenv("ISNAD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no shared material at %s: set ISNAD_SHARED", dir)
	}
	return dir
}

// stream reads one day of the stream.
func stream(t testing.TB) []*isnad.Article {
	archive, err := zip.OpenReader(filepath.Join(shared(t), "data", "stream", "2015-07-25.zip"))
	if err != nil {
		t.Skip(err)
	}
	defer archive.Close()
	file, err := archive.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var records []struct{ Title, Content string }
	if err := json.NewDecoder(file).Decode(&records); err != nil {
		t.Fatal(err)
	}
	var articles []*isnad.Article
	for _, record := range records {
		articles = append(articles, articleOf(strings.TrimSpace(record.Title+"\n"+record.Content), isnad.Arabic, "2015-07-25"))
	}
	return articles
}
