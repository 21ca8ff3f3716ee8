package showtest

import (
	"slices"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// Overview is a made-up choice of words for the first story of Record: what the
// views must show, chosen by hand.
func Overview() *isnad.Overview {
	record := Record()
	story := &record.Stories[0]
	overview := &isnad.Overview{Story: story.ID, Disputes: []isnad.Dispute{{
		Entry: "ev-call", What: "number", About: "duration", Unit: "minute",
		Values: []isnad.GivenValue{{Value: "40", Articles: without(story.Articles, mujazIn(record))}, {Value: "50", Articles: []int{mujazIn(record)}}},
	}}}
	roles := []isnad.LineRole{isnad.TheHappening, isnad.TheReaction, isnad.TheOpen}
	for _, lang := range []isnad.Lang{isnad.Arabic, isnad.English} {
		lead := isnad.Lead{Lang: lang}
		for _, d := range story.Articles {
			doc := record.Docs[d]
			if doc.Article.Lang != lang || len(lead.Lines) > 0 {
				continue
			}
			if title := doc.Article.Parts[0]; title.Kind == isnad.Title {
				overview.Headlines = append(overview.Headlines, isnad.Headline{Lang: lang, Words: doc.Words(title.Span), Of: isnad.Evidence{Article: d, Span: title.Span}})
			}
			for _, sentence := range doc.Sentences {
				if n := len(lead.Lines); n < len(roles) && doc.Article.Parts[sentence.Part].Kind == isnad.Paragraph {
					line := isnad.Line{Role: roles[n], Words: doc.Words(sentence.Span), Of: isnad.Evidence{Article: d, Span: sentence.Span}}
					line.Entries, line.Commitments = [][]string{{"ev-call", "st-agreed"}, {"st-open"}, nil}[n], [][]string{nil, nil, {"co-sunday"}}[n]
					lead.Lines = append(lead.Lines, line)
				}
			}
		}
		overview.Leads = append(overview.Leads, lead)
	}
	overview.Moments = moments(record)
	return overview
}

// mujazIn is the report of the fixture that departs from the others.
func mujazIn(record *isnad.Record) int {
	return slices.IndexFunc(record.Docs, func(doc *isnad.Doc) bool { return strings.Contains(doc.Article.Outlet.Name, "mujaz") })
}

func without(list []int, one int) []int {
	return slices.DeleteFunc(slices.Clone(list), func(d int) bool { return d == one })
}

// moments puts the entries of the first story at their days; those without one
// at the day of the first report.
func moments(record *isnad.Record) []isnad.Moment {
	var list []isnad.Moment
	for _, entry := range record.Entries {
		if entry.Story != record.Stories[0].ID {
			continue
		}
		dated := isnad.Dated{Entry: entry.ID, Reported: entry.When == ""}
		when := entry.When
		if when == "" {
			when = "2026-03-11"
		}
		i := slices.IndexFunc(list, func(moment isnad.Moment) bool { return moment.When == when })
		if i < 0 {
			i = len(list)
			list = append(list, isnad.Moment{When: when})
		}
		list[i].Entries = append(list[i].Entries, dated)
	}
	slices.SortFunc(list, func(a, b isnad.Moment) int { return strings.Compare(a.When, b.When) })
	return list
}

// News is what the reports of 12 March brought to the first story of Record.
func News() *isnad.News {
	record := Record()
	news := &isnad.News{Story: record.Stories[0].ID, Since: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC), Entries: []string{"ev-meet", "st-denial"}}
	for _, d := range record.Stories[0].Articles {
		if record.Docs[d].Article.Published.Time.Day() == 12 {
			news.Articles = append(news.Articles, d)
		}
	}
	news.Gains = []isnad.Gain{{Entry: "ev-call", Articles: news.Articles[1:], Before: 1, After: 3}}
	news.Differences = []isnad.NewValue{{Entry: "ev-call", Article: mujazIn(record), Difference: isnad.Difference{What: "number", Value: "50", Others: "40"}}}
	news.Opened, news.Closed = []string{"co-sunday"}, []string{"co-bank"}
	return news
}

// Positions are two parties on one subject of Record, and one alone on another.
func Positions() []isnad.Position {
	record := Record()
	bank, shifts := isnad.Subject{ID: "su-bank", Stories: []isnad.StoryID{record.Stories[0].ID}}, isnad.Subject{ID: "su-shifts", Stories: []isnad.StoryID{record.Stories[1].ID}}
	bank.Labels, shifts.Labels = map[isnad.Lang]string{isnad.English: "the west bank"}, map[isnad.Lang]string{isnad.English: "shifts"}
	at := func(subject isnad.Subject, party string, moved isnad.Movement, why string, stands ...isnad.Stand) isnad.Position {
		i := slices.IndexFunc(record.Entities, func(entity isnad.Entity) bool { return entity.ID == isnad.EntityID(party) })
		return isnad.Position{Subject: subject, Party: record.Entities[i].ID, Names: record.Entities[i].Label, Side: record.Entities[i].Country, Stands: stands, Moved: moved, Why: why}
	}
	demand := stand(record, "co-bank", isnad.Demands, "2026-02")
	demand.To = []isnad.EntityID{"sahlia"}
	again := stand(record, "co-bank", isnad.Demands, "2026-03-11")
	again.Reported = true
	promise := stand(record, "co-sunday", isnad.Promises, "2026-03-11")
	return []isnad.Position{
		at(bank, "tamsan", isnad.Unchanged, "demands 2026-02, demands 2026-03-11", demand, again),
		at(bank, "haddaf", isnad.NoMovement, "", promise),
		at(shifts, "lubna", isnad.NoMovement, "", stand(record, "co-shifts", isnad.Promises, "")),
	}
}

// stand is one that a commitment of the record makes.
func stand(record *isnad.Record, commitment string, kind isnad.StandKind, when string) isnad.Stand {
	i := slices.IndexFunc(record.Commitments, func(c isnad.CommitmentEntry) bool { return c.ID == commitment })
	entry := &record.Commitments[i]
	one := isnad.Stand{Kind: kind, When: when, Commitment: commitment, Status: entry.Status, Witnesses: 1}
	for _, source := range entry.Sources {
		one.Sources = append(one.Sources, isnad.Evidence{Article: source.Article, Span: record.Docs[source.Article].Commitments[source.Commitment].What})
	}
	one.Evidence = one.Sources[0]
	return one
}
