package events_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate"
	"github.com/isnad-news/isnad/known"
)

func article(lines []string, published string, lang isnad.Lang) *isnad.Article {
	a := &isnad.Article{ID: "a", Lang: lang, Outlet: isnad.Outlet{Name: "x"}}
	var b strings.Builder
	for i, l := range lines {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		kind := isnad.Paragraph
		if strings.HasPrefix(l, "# ") {
			kind, l = isnad.Title, l[2:]
			a.Title = l
		}
		if strings.HasPrefix(l, "^ ") {
			kind, l = isnad.Caption, l[2:]
		}
		start := b.Len()
		b.WriteString(l)
		a.Parts = append(a.Parts, isnad.Part{Kind: kind, Span: isnad.Span{Start: start, End: b.Len()}, Line: i + 1, CopyOf: -1})
	}
	a.Text = b.String()
	if published != "" {
		t, _ := time.Parse("2006-01-02", published)
		a.Published = isnad.Published{Time: t, How: isnad.Given}
	}
	return a
}

func names(doc *isnad.Doc, list []isnad.Party) string {
	var out []string
	for _, p := range list {
		if p.Entity >= 0 {
			out = append(out, doc.Entities[p.Entity].Names[0])
		} else {
			out = append(out, "?"+p.Text)
		}
	}
	return strings.Join(out, " + ")
}

func dump(doc *isnad.Doc) {
	for _, e := range doc.Events {
		part := doc.Article.Parts[doc.Article.PartAt(e.Trigger.Start)]
		fmt.Printf("%d %s/%s [%s] → [%s] %s %s trig=%q by=%s acc=%d", part.Line, e.Type, e.Mode, names(doc, e.Actors), names(doc, e.Recipients), e.Status, e.When, doc.Words(e.Trigger), e.By, len(e.According))
		for _, n := range e.Numbers {
			fmt.Printf(" {%v %s %s %v}", n.Value, n.Unit, n.About, n.Loose)
		}
		fmt.Printf("\n      «%s»\n", doc.Words(e.Span))
	}
	for _, c := range doc.Commitments {
		part := doc.Article.Parts[doc.Article.PartAt(c.What.Start)]
		fmt.Printf("%d %s [%s] → [%s] due=%q %s rule=%s ev=%d st=%d «%s»\n", part.Line, c.Kind, names(doc, c.By), names(doc, c.To), c.Due, c.Status, c.Rule, c.Event, c.Statement, doc.Words(c.What))
	}
}

func TestTry(t *testing.T) {
	name := os.Getenv("TRY")
	if name == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(name)
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	p := annotate.New(known.Default())
	lang := isnad.Arabic
	if os.Getenv("EN") != "" {
		lang = isnad.English
	}
	if os.Getenv("EACH") != "" {
		for i, l := range lines {
			doc := p.Doc(article([]string{l}, os.Getenv("PUB"), lang))
			fmt.Printf("== %d %s\n", i+1, l)
			dump(doc)
		}
		return
	}
	if i := os.Getenv("CUT"); i != "" {
		var n int
		fmt.Sscan(i, &n)
		lines = lines[:n]
	}
	doc := p.Doc(article(lines, os.Getenv("PUB"), lang))
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	if os.Getenv("ST") != "" {
		for i, s := range doc.Statements {
			fmt.Printf("st%d sp=%s cue=%q content=", i, names(doc, s.Speakers), doc.Words(s.Cue))
			for _, c := range s.Content {
				fmt.Printf("«%s»", doc.Words(c))
			}
			fmt.Println()
		}
		for _, m := range doc.Mentions {
			fmt.Printf("m %q kind=%s form=%s ent=%d members=%v roles=%v\n", doc.Words(m.Span), m.Kind, m.Form, m.Entity, m.Members, m.Roles)
		}
		for _, d := range doc.Dates {
			fmt.Printf("d %q %s\n", doc.Words(d.Span), d.Value)
		}
	}
	dump(doc)
}
