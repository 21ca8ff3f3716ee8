package showtest

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// Hits are what a search found in the reports of Record: two with statements and
// events, and one that is not annotated.
func Hits() []isnad.Hit {
	record := Record()
	var hits []isnad.Hit
	for i, doc := range record.Docs[:3] {
		hit := isnad.Hit{Article: doc.Article, Doc: doc, Story: record.Stories[0].ID}
		if i < 2 {
			hit.Statements = []int{0, len(doc.Statements) - 1}
			hit.Events = []int{0}
		}
		for _, statement := range doc.Statements {
			hit.Spans = append(hit.Spans, firstWord(doc, statement.Content[0]))
		}
		for _, part := range doc.Article.Parts {
			hit.Spans = append(hit.Spans, firstWord(doc, part.Span))
		}
		slices.SortFunc(hit.Spans, func(a, b isnad.Span) int { return a.Start - b.Start })
		hit.Spans = slices.Compact(hit.Spans)
		if i == 2 {
			hit.Doc, hit.Story = nil, ""
		}
		hits = append(hits, hit)
	}
	return hits
}

func firstWord(doc *isnad.Doc, span isnad.Span) isnad.Span {
	words := doc.Words(span)
	if end := strings.IndexAny(words, " \n"); end > 0 {
		return isnad.Span{Start: span.Start, End: span.Start + end}
	}
	return span
}

// Briefs are a list of the stories of Record, with what is new of the first.
func Briefs() ([]isnad.StoryBrief, []*isnad.News) {
	record := Record()
	var briefs []isnad.StoryBrief
	for _, story := range record.Stories {
		brief := isnad.StoryBrief{Reports: len(story.Articles), Witnesses: len(story.Articles), Titles: map[isnad.Lang]string{}}
		for _, d := range story.Articles {
			article := record.Docs[d].Article
			brief.Outlets = append(brief.Outlets, article.Outlet.Name)
			if !slices.Contains(brief.Langs, article.Lang) {
				brief.Langs = append(brief.Langs, article.Lang)
			}
			if brief.Titles[article.Lang] == "" {
				brief.Titles[article.Lang] = article.Title
			}
		}
		brief.Open, brief.Commitments = 2, 3
		story.Articles = nil
		brief.Story = story
		briefs = append(briefs, brief)
	}
	news := make([]*isnad.News, len(briefs))
	for i := range news {
		news[i] = &isnad.News{Story: briefs[i].Story.ID, Since: record.Docs[0].Article.Published.Time}
	}
	news[0].Articles, news[0].Entries, news[0].Closed = []int{0, 1}, []string{record.Entries[0].ID}, []string{record.Commitments[0].ID}
	return briefs, news
}

// Profile is what the stories of Record tell of its first person.
func Profile() *isnad.Profile {
	record := Record()
	e := slices.IndexFunc(record.Entities, func(entity isnad.Entity) bool { return entity.Kind == isnad.Person && len(entity.Offices) > 0 })
	entity, story := record.Entities[e], record.Stories[0]
	doc := record.Docs[story.Articles[0]]
	story.Articles = nil
	p := &isnad.Profile{
		ID: entity.ID, Kind: entity.Kind, Label: entity.Label, Country: entity.Country, Sector: entity.Sector, Known: entity.Known,
		From: story.From, To: story.To, Reports: 4, AllStories: 1, AllWith: 12, Open: 2,
		Stories: []isnad.Appearance{{Story: story, Reports: 4, Of: 4, Said: 2, Happened: 2}},
		Offices: []isnad.OfficeUse{{Office: isnad.Name{Lang: entity.Offices[0].Lang, Text: entity.Offices[0].Text}, From: story.From, To: story.To, Held: "2030-05",
			Reports: 2, Where: isnad.Citation{Story: story.ID, Article: doc.Article, Span: doc.Article.Parts[0].Span}}},
	}
	for _, name := range entity.Names {
		p.Names = append(p.Names, isnad.NameUse{Name: name, Mentions: 3, Outlets: []isnad.OutletUse{{Outlet: doc.Article.Outlet.Name, Mentions: 2}, {Outlet: "The Harbour Times", Mentions: 1}}})
	}
	for i := range record.Entities {
		if i != e && len(p.With) < 3 {
			p.With = append(p.With, isnad.Company{ID: record.Entities[i].ID, Kind: record.Entities[i].Kind, Label: record.Entities[i].Label, Entries: i, Reports: i + 1, Stories: 1})
		}
	}
	for _, entry := range record.Entries {
		act := isnad.Act{ID: entry.ID, Story: entry.Story, Kind: entry.Kind, When: entry.When, Type: entry.Type, Mode: entry.Mode, Status: entry.Status,
			By: []map[isnad.Lang]string{entity.Label}, Doc: record.Docs[entry.Sources[0].Article], Statement: entry.Sources[0].Statement,
			Event: entry.Sources[0].Event, Witnesses: entry.Witnesses}
		switch {
		case !slices.Contains(entry.Parties, e):
		case entry.Kind == isnad.StatementEntry && len(p.Said) < 2:
			act.When, act.Reported = story.To, true
			p.Said = append(p.Said, act)
		case entry.Kind == isnad.EventEntry && len(p.Events) < 2:
			act.To = []map[isnad.Lang]string{record.Entities[0].Label}
			p.Events = append(p.Events, act)
		}
	}
	p.AllSaid, p.AllEvents = len(p.Said)+3, len(p.Events)
	return p
}
