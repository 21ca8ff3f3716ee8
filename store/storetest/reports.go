package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

// rules name what made the docs here.
const rules = "hand 1"

// report is what the tests make articles of: a title and one sentence «who said
// that what».
type report struct {
	address, outlet, title, who, what string
	day                               string // 2006-01-02; empty if unknown
}

// The reports. Their people, places and outlets do not exist.
var (
	harbour = report{"https://mawj.example/1", "Mawj", "Harbour to open", "Anneke Strell", "the harbour would open on Monday", "2031-05-03"}
	mina    = report{"https://corvus.example/ar/7", "كورفوس", "الميناء يفتح الاثنين", "أنيكة سترل", "الميناء سيُفتح يوم الاثنين", "2031-05-04"}
	bridge  = report{"https://mawj.example/2", "Mawj", "Bridge closed", "Jonas Veld", "the bridge at Tarn was closed", "2031-06-10"}
	undated = report{"https://lamp.example/x", "Lamp", "No day", "Adela Korrin", "the lamps of Oru would be lit", ""}
)

func hexOf(data []byte, digits int) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:digits]
}

// article is the article of a report as gathering would make it.
func (r report) article() *isnad.Article {
	sentence := fmt.Sprintf("%s said that %s.", r.who, r.what)
	text := r.title + "\n" + sentence
	article := &isnad.Article{
		ID: "a" + hexOf([]byte(r.address), 12), Version: hexOf([]byte(text), 12), Source: "reports.jsonl", URL: r.address,
		Outlet: isnad.Outlet{Name: r.outlet, How: isnad.Metadata}, Lang: isnad.English, Title: r.title, Text: text,
		Parts: []isnad.Part{
			{Kind: isnad.Title, Span: isnad.Span{Start: 0, End: len(r.title)}, Line: 1, CopyOf: -1},
			{Kind: isnad.Paragraph, Span: isnad.Span{Start: len(r.title) + 1, End: len(text)}, Line: 2, CopyOf: -1},
		},
	}
	if r.day != "" {
		when, err := time.ParseInLocation(time.DateOnly, r.day, time.FixedZone("", 3*3600))
		if err != nil {
			panic(err)
		}
		article.Published = isnad.Published{Time: when, How: isnad.Metadata, Evidence: "date"}
	}
	return article
}

// span finds words in a text that has them.
func span(text, words string) isnad.Span {
	start := strings.Index(text, words)
	if start < 0 {
		panic(words + " is not there")
	}
	return isnad.Span{Start: start, End: start + len(words)}
}

// doc is the doc of the report's article: one speaker, one statement.
func (r report) doc() *isnad.Doc {
	article := r.article()
	body := article.Parts[1].Span
	return &isnad.Doc{
		Article:   article,
		Sentences: []isnad.Sentence{{Span: body, Part: 1, Voice: isnad.Attributed}},
		Entities:  []isnad.LocalEntity{{Kind: isnad.Person, Names: []string{r.who}}},
		Mentions:  []isnad.Mention{{Span: span(article.Text, r.who), Kind: isnad.Person, Form: isnad.Named, By: "hand"}},
		Statements: []isnad.Statement{{
			Speakers: []isnad.Party{{Span: span(article.Text, r.who)}}, Cue: span(article.Text, "said"), Lemma: "say", Force: "say",
			Content: []isnad.Span{span(article.Text, r.what)}, Kind: isnad.Indirect, Polarity: isnad.Affirms, Within: -1, By: "hand",
			Chain: []isnad.Link{{Kind: isnad.LinkSpeaker, Name: r.who, Why: "subject of the cue"}},
		}},
		Events: []isnad.Event{{
			Type: isnad.Concede, Actors: []isnad.Party{{Entity: -1, Text: "someone"}}, Place: &isnad.Party{}, Status: isnad.Planned,
			According: []isnad.Attribution{{Polarity: isnad.Affirms}}, Trigger: span(article.Text, r.what), Span: span(article.Text, r.what),
			Numbers: []isnad.Number{{Value: 2.5, Unit: "hour", Loose: true}},
		}},
	}
}

// intake is the report as it comes in; the address of its snapshot can be
// another, so that one text comes twice.
func (r report) intake(carrier string) isnad.Intake {
	doc := r.doc()
	bytes := []byte(carrier + "\n" + doc.Article.Text + "\xff")
	return isnad.Intake{
		Snapshot: isnad.Snapshot{
			SHA256: hexOf(bytes, 64), Source: carrier, Record: 3, URL: r.address, Fetched: time.Date(2031, 5, 5, 6, 7, 8, 9, time.UTC),
			ContentType: "text/plain; charset=utf-8", Told: isnad.Told{Outlet: r.outlet, Title: r.title, By: "rss item"}, Bytes: bytes,
		},
		Article: doc.Article, Doc: doc, Rules: rules,
	}
}

// edited is the report with another claim.
func (r report) edited(what string) report {
	r.what = what
	return r
}

// put stores intakes and checks what became of them.
func put(t *testing.T, store Store, want isnad.Outcome, batch ...isnad.Intake) {
	t.Helper()
	outcomes, err := store.Put(t.Context(), batch)
	if err != nil {
		t.Fatal(err)
	}
	if len(outcomes) != len(batch) {
		t.Fatalf("%d outcomes of %d", len(outcomes), len(batch))
	}
	for i, outcome := range outcomes {
		if outcome != want {
			t.Errorf("intake %d is %q, want %q", i, outcome, want)
		}
	}
}

// record is a record of docs, all of one story or each of its own.
func record(together bool, reports ...report) *isnad.Record {
	r := &isnad.Record{}
	for _, one := range reports {
		r.Docs = append(r.Docs, one.doc())
	}
	sortDocs(r.Docs)
	var story *isnad.Story
	for d, doc := range r.Docs {
		who := doc.Entities[0].Names[0]
		r.Entities = append(r.Entities, isnad.Entity{
			ID: isnad.EntityID(doc.Article.ID + "-speaker"), Kind: isnad.Person, Names: []isnad.Name{{Lang: isnad.English, Text: who}},
			Label: map[isnad.Lang]string{isnad.English: who}, Mentions: []isnad.Evidence{{Article: d, Span: doc.Mentions[0].Span}},
		})
		r.Local = append(r.Local, []int{d})
		r.Witnesses = append(r.Witnesses, isnad.Witness{Articles: []int{d}})
		if story == nil || !together {
			r.Stories = append(r.Stories, isnad.Story{ID: isnad.StoryID("s" + doc.Article.ID[1:]), Title: doc.Article.Title,
				TitleOf: isnad.Evidence{Article: d, Span: doc.Article.Parts[0].Span}})
			story = &r.Stories[len(r.Stories)-1]
		}
		story.Articles = append(story.Articles, d)
		if published := doc.Article.Published; published.Known() {
			day := published.Time.Format(time.DateOnly)
			if story.From == "" || day < story.From {
				story.From = day
			}
			story.To = max(story.To, day)
		}
	}
	for s := range r.Stories {
		for _, d := range r.Stories[s].Articles {
			r.Entries = append(r.Entries, entry(&r.Stories[s], d))
		}
	}
	return r
}

// entry is the statement of one doc, of which the other articles are silent.
func entry(story *isnad.Story, d int) isnad.Entry {
	one := isnad.Entry{
		ID: fmt.Sprintf("st-%s-%d", story.ID, d), Kind: isnad.StatementEntry, Story: story.ID, Parties: []int{d}, Witnesses: 1,
		Sources: []isnad.Source{{Article: d, Event: -1}},
	}
	for _, other := range story.Articles {
		stance := isnad.Stance{Article: other, Kind: isnad.Silent}
		if other == d {
			stance.Kind = isnad.Reports
		}
		one.Stances = append(one.Stances, stance)
	}
	return one
}
