package events_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/events"
	"github.com/isnad-news/isnad/annotate/reading"
	"pgregory.net/rapid"
)

// pieces are bits of marked text that the laws are tried on in any order.
var pieces = map[isnad.Lang][]string{
	isnad.Arabic: {
		"[P1 نادر]", "و[P2 ليلى]", "التقى", "وشكره", "[G1+2 الجانبان]", "اتفقا على", "أن", "الذي", "أطلقت", "سراحه",
		"[D2031-05-04 أمس]", "،", ".", ":", "“", "”", "مع", "لـ", "ب[L3 مرسى]", "[S1 إنه بحث مع]", "[C قال]", "[A1 الاتفاق]",
		"خلال اتصال هاتفي", "لمدة ساعة ونصف", "قتل 5 مدنيين", "لكن", "رفضت الاقتراح", "الغارات النورلاندية", "سنبدأ", "لم", "قد", "\n",
	},
	isnad.English: {
		"[P1 Nadir]", "and [P2 Layla]", "met", "agreed to", "who", "released", "was", "by", "[D2031-05-04 yesterday]", ",", ".",
		"\"", "with", "[L3 Marsa]'s", "visit to", "[S1 we have agreed]", "[C said]", "plans to", "not", "killed 5 people",
		"for an hour and a half", "Norlandish", "air strike on", "but", "rejected the proposal", "the", "to", "\n",
	},
}

// TestLaws holds for any order of the pieces: the doc stays valid, events are
// ordered, each has a party or a count and a status, and reading twice changes nothing.
func TestLaws(t *testing.T) {
	known := facts(t)
	for language, list := range pieces {
		t.Run(string(language), func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(list), 0, 30).Draw(rt, "pieces"), " ")
				doc := parse(t, source, language)
				r := reading.New(doc.Article)
				events.Annotate(r, known, doc)
				if err := doc.Check(); err != nil {
					rt.Fatal(err)
				}
				for i, e := range doc.Events {
					if len(e.Actors)+len(e.Recipients)+len(e.Numbers) == 0 || e.Status == "" || e.Trigger.Empty() || !e.Span.Contains(e.Trigger) {
						rt.Fatalf("event %d is not whole: %+v", i, e)
					}
				}
				again := parse(t, source, language)
				events.Annotate(r, known, again)
				if diff := cmp.Diff(doc, again); diff != "" {
					rt.Fatal(diff)
				}
			})
		})
	}
}

// TestHostile holds that long and senseless input takes bounded time.
func TestHostile(t *testing.T) {
	for _, piece := range []string{"\"", "[P1 x] met ", "اتفق ", "و", "، ", "[S1 اتفقنا] "} {
		doc := parse(t, strings.Repeat(piece, 3000), isnad.Arabic)
		events.Annotate(reading.New(doc.Article), facts(t), doc)
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
	}
}

func ExampleAnnotate() {
	article := &isnad.Article{Lang: isnad.English, Text: "Hasan met Kori in Marsa."}
	article.Parts = []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{Start: 0, End: len(article.Text)}, CopyOf: -1}}
	doc := &isnad.Doc{
		Article:  article,
		Entities: []isnad.LocalEntity{{Kind: isnad.Person}, {Kind: isnad.Person}},
		Mentions: []isnad.Mention{
			{Span: isnad.Span{Start: 0, End: 5}, Kind: isnad.Person, Entity: 0},
			{Span: isnad.Span{Start: 10, End: 14}, Kind: isnad.Person, Entity: 1},
		},
	}
	events.Annotate(reading.New(article), facts(new(testing.T)), doc)
	for _, e := range doc.Events {
		fmt.Println(e.Type, e.Status, len(e.Actors), "actors:", doc.Words(e.Span))
	}
	// Output: CONSULT happened 2 actors: Hasan met Kori in Marsa
}
