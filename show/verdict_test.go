package show_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show"
	"github.com/isnad-news/isnad/show/showtest"
	"github.com/isnad-news/isnad/show/terminal"
)

// said is a verdict on the first statement of the first doc that has one, with
// its last word dropped.
func said(t *testing.T, record *isnad.Record) (*isnad.Verdict, string) {
	t.Helper()
	for d, doc := range record.Docs {
		if len(doc.Statements) == 0 {
			continue
		}
		span := doc.Statements[0].Content[0]
		return &isnad.Verdict{
			Question: isnad.Question{Words: "<b>\x1b[31mwords\u202e", Speaker: "somebody"}, Answer: isnad.SaidChanged, Wording: isnad.SaidChanged,
			Rests: 1, Witnesses: 1, SingleChain: true, Origin: doc.Article.Outlet.Name, Statements: 1, Across: 1, Uncarried: []isnad.Span{{Start: 0, End: 3}},
			Findings: []isnad.Finding{{
				Answer: isnad.SaidChanged, Wording: isnad.SaidChanged, Article: d, Spans: []isnad.Span{span}, Score: 0.5,
				Changes: []isnad.WordChange{{Kind: isnad.WordDropped, Found: span}, {Kind: isnad.WordAdded, Asked: "words"}},
				Reasons: []isnad.Reason{isnad.ByImplicit},
			}},
		}, doc.Words(span)
	}
	t.Fatal("no doc with a statement")
	return nil, ""
}

func TestVerdict(t *testing.T) {
	record := showtest.Record()
	verdict, words := said(t, record)
	for _, lang := range []isnad.Lang{isnad.English, isnad.Arabic} {
		var text, page bytes.Buffer
		if err := show.VerdictText(&text, record, verdict, show.TextOptions{Lang: lang, Width: 40}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(text.String()) {
			if terminal.Width(strings.TrimSuffix(line, "\n")) > 40 {
				t.Errorf("too wide: %q", line)
			}
		}
		if strings.ContainsAny(text.String(), "\x1b\u202e") {
			t.Error("a control character of the question reaches the terminal")
		}
		if err := show.VerdictHTML(&page, record, verdict, show.HTMLOptions{Lang: lang}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page.String(), "<b>\x1b") || !strings.Contains(page.String(), "<ins") || !strings.Contains(page.String(), "<del") {
			t.Error("the page shows the question as markup, or no changes")
		}
	}
	var out bytes.Buffer
	if err := show.VerdictJSON(&out, record, verdict); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Answer   string `json:"answer"`
		Findings []struct {
			Words []struct {
				Exact string `json:"exact"`
			} `json:"words"`
		} `json:"findings"`
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Answer != "changed" || len(got.Findings) != 1 || got.Findings[0].Words[0].Exact != words {
		t.Errorf("%+v", got)
	}
}

// Where not all reports of a collection were read, a no speaks of those that
// were.
func TestVerdictOverTheNearestReports(t *testing.T) {
	record := showtest.Record()
	question := isnad.Question{Words: "words", Speaker: "somebody"}
	for beyond, want := range map[int][]string{
		0: {"NOT FOUND IN THIS COLLECTION", "No report of this collection has it said.", "Held against 1 statement in %d reports."},
		9: {"NOT FOUND IN THE REPORTS THAT COME NEAREST", "No report that it was held against has it said.", "in the %d reports, of 14 reports, whose words come nearest."},
	} {
		verdict := &isnad.Verdict{Question: question, Answer: isnad.NotSaidHere, Unknown: true, Statements: 1, Beyond: beyond}
		var text, page, out bytes.Buffer
		if err := errors.Join(show.VerdictText(&text, record, verdict, show.TextOptions{Width: 120}),
			show.VerdictHTML(&page, record, verdict, show.HTMLOptions{}), show.VerdictJSON(&out, record, verdict)); err != nil {
			t.Fatal(err)
		}
		want[2] = strings.ReplaceAll(want[2], "%d", strconv.Itoa(len(record.Docs)))
		for _, words := range append(want, "No speaker was read under that name.") {
			if !strings.Contains(strings.Join(strings.Fields(text.String()), " "), words) || !strings.Contains(strings.ToUpper(page.String()), strings.ToUpper(words)) {
				t.Errorf("%d beyond: text or page lacks %q:\n%s", beyond, words, text.String())
			}
		}
		if of := fmt.Sprintf(`"of": %d`, len(record.Docs)+beyond); !strings.Contains(out.String(), of) {
			t.Errorf("the JSON lacks %s", of)
		}
	}
}
