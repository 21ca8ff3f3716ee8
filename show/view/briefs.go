package view

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/words"
)

// Briefs is a list of stories for readers.
type Briefs struct {
	Words *words.Book
	List  []*Brief
	All   int    // how many there are, these among them
	Since string // in words; empty if it is not told what is new
}

// Brief is one story of a list.
type Brief struct {
	Source  *isnad.StoryBrief
	Title   Text
	Second  Text // the first title in the language of the labels, where Title is in another
	Days    string
	Outlets []Text
	News    []string // what is new, counted in words; empty if nothing is told
}

// NewBriefs arranges a list of stories; all is how many there are. news is nil,
// or tells of each what is new since a time.
func NewBriefs(briefs []isnad.StoryBrief, news []*isnad.News, all int, lang isnad.Lang) *Briefs {
	b := &Briefs{Words: words.In(lang), All: max(all, len(briefs))}
	for i := range briefs {
		brief := b.brief(&briefs[i])
		if i < len(news) && news[i] != nil {
			b.Since = (&View{Words: b.Words}).moments(news[i].Since)
			brief.News = b.news(news[i])
		}
		b.List = append(b.List, brief)
	}
	return b
}

// Counted says how many stories there are, and how many of them are shown.
func (b *Briefs) Counted() string {
	if b.All > len(b.List) {
		return b.Words.Label("first", len(b.List), b.Words.Count(b.All, "story"))
	}
	return b.Words.Count(b.All, "story")
}

func (b *Briefs) brief(source *isnad.StoryBrief) *Brief {
	brief := &Brief{Source: source, Title: Written(source.Story.Title), Days: b.Words.Days(source.Story.From, source.Story.To)}
	if brief.Title.Words == "" {
		brief.Title = Text{b.Words.Label("no.title"), b.Words.Lang}
	}
	if second := source.Titles[b.Words.Lang]; second != "" && brief.Title.Lang != b.Words.Lang {
		brief.Second = Text{second, b.Words.Lang}
	}
	for _, outlet := range source.Outlets {
		brief.Outlets = append(brief.Outlets, Written(outlet))
	}
	return brief
}

func (b *Briefs) news(news *isnad.News) []string {
	var list []string
	for _, one := range []struct {
		n     int
		thing string
	}{{len(news.Articles), "new.report"}, {len(news.Entries), "new.entry"}, {len(news.Differences), "new.value"}, {len(news.Closed), "new.closed"}} {
		if one.n > 0 {
			list = append(list, b.Words.Count(one.n, one.thing))
		}
	}
	return list
}

// Facts are what is counted of a story, in words.
func (b *Briefs) Facts(brief *Brief) []string {
	facts := []string{b.Words.Count(brief.Source.Reports, "report")}
	if brief.Source.Reports > 1 {
		facts = append(facts, b.Words.Count(brief.Source.Witnesses, "independent"))
	}
	if len(brief.Source.Langs) > 1 {
		var langs []string
		for _, lang := range brief.Source.Langs {
			langs = append(langs, b.Words.Label("lang."+string(lang)))
		}
		facts = append(facts, strings.Join(langs, b.Words.Label("comma")+" "))
	}
	if brief.Source.Open > 0 {
		facts = append(facts, b.Words.Label("tally", brief.Source.Open, b.Words.Label("state.open")))
	}
	return facts
}
