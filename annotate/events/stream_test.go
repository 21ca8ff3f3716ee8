package events_test

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate"
	"github.com/isnad-news/isnad/annotate/events"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

func stream(t *testing.T) []*isnad.Article {
	files, _ := filepath.Glob("/work/shared/data/stream/*.zip")
	var out []*isnad.Article
	for _, f := range files {
		z, err := zip.OpenReader(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range z.File {
			if !strings.HasSuffix(e.Name, ".json") {
				continue
			}
			r, _ := e.Open()
			data, _ := io.ReadAll(r)
			var list []struct{ Source, Title, Content, Date_extracted string }
			json.Unmarshal(data, &list)
			for _, a := range list {
				lines := []string{"# " + strings.TrimSpace(a.Title)}
				for _, l := range strings.Split(a.Content, "\n") {
					if l = strings.TrimSpace(l); l != "" {
						lines = append(lines, l)
					}
				}
				day := ""
				if len(a.Date_extracted) >= 10 {
					day = a.Date_extracted[:10]
				}
				out = append(out, article(lines, day, isnad.Arabic))
			}
		}
		z.Close()
		if os.Getenv("ALL") == "" && len(out) > 6000 {
			break
		}
	}
	return out
}

func TestStream(t *testing.T) {
	if os.Getenv("STREAM") == "" {
		t.Skip()
	}
	var seed int64
	var n int
	fmt.Sscanf(os.Getenv("STREAM"), "%d:%d", &seed, &n)
	list := stream(t)
	rnd := rand.New(rand.NewSource(seed))
	p := annotate.New(known.Default())
	for shown := 0; shown < n; {
		a := list[rnd.Intn(len(list))]
		if w := os.Getenv("WORD"); w != "" && !strings.Contains(a.Text, w) {
			continue
		}
		shown++
		doc := p.Doc(a)
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
		text := a.Text
		if len(text) > 2600 {
			text = text[:2600]
		}
		fmt.Printf("\n=========== %s\n%s\n---\n", a.Published.Time.Format("2006-01-02"), text)
		dump(doc)
	}
}

func BenchmarkEvents(b *testing.B) {
	list := stream(&testing.T{})[:1000]
	p := annotate.New(known.Default())
	facts := known.Default()
	var rs []*reading.Reading
	var docs []*isnad.Doc
	words := 0
	for _, a := range list {
		docs = append(docs, p.Doc(a))
		rs = append(rs, reading.New(a))
		words += len(strings.Fields(a.Text))
	}
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		for j := range docs {
			events.Annotate(rs[j], facts, docs[j])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(words)*300, "us/300words")
}
