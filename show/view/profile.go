package view

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/words"
)

// Profile is what stories tell of one entity, for readers.
type Profile struct {
	Source   *isnad.Profile
	Words    *words.Book
	Label    Text
	Second   Text // the label in the other language; empty if there is none
	Days     string
	Names    []NameGroup
	Offices  []Office
	Said     []*Act
	Events   []*Act
	With     []Company
	Stories  []Appearance
	Articles []*Report // that acts stand in, numbered in order of their first act
	byID     map[string]*Report
}

// NameGroup are the forms of a name in one language.
type NameGroup struct {
	Lang  isnad.Lang
	Names []NameUse
}

// NameUse is a form of a name with the outlets that use it.
type NameUse struct {
	Text     Text
	Mentions int
	Outlets  []OutletUse
}

// OutletUse is how often an outlet uses a form.
type OutletUse struct {
	Outlet   Text
	Mentions int
}

// Office is an office with when reports give it.
type Office struct {
	Text    Text
	Days    string
	Held    string // when it is held, where that is known
	Reports int
}

// Act is a statement or event with its words.
type Act struct {
	Source    *isnad.Act
	When      string
	By, To    []Text
	Report    *Report
	Place     string
	Words     string
	Lang      isnad.Lang
	Statement *isnad.Statement // nil for an event
}

// Company is somebody who stands beside the entity.
type Company struct {
	Source *isnad.Company
	Label  Text
}

// Appearance is a story that tells of the entity.
type Appearance struct {
	Source *isnad.Appearance
	Title  Text
	Days   string
}

// NewProfile arranges a profile.
func NewProfile(source *isnad.Profile, lang isnad.Lang) *Profile {
	p := &Profile{Source: source, Words: words.In(lang), byID: map[string]*Report{}, Days: words.In(lang).Days(source.From, source.To)}
	p.Label = p.label(source.Label, string(source.ID))
	other := isnad.Arabic
	if p.Label.Lang == isnad.Arabic {
		other = isnad.English
	}
	if second := source.Label[other]; second != "" {
		p.Second = Text{second, other}
	}
	for _, lang := range []isnad.Lang{p.Words.Lang, other, p.Label.Lang} {
		p.names(lang)
	}
	for _, use := range source.Offices {
		p.Offices = append(p.Offices, Office{
			Text: Text{use.Office.Text, use.Office.Lang}, Days: p.Words.Days(use.From, use.To), Held: p.held(use.Held, use.Until), Reports: use.Reports,
		})
	}
	for i := range source.Said {
		p.Said = append(p.Said, p.act(&source.Said[i]))
	}
	for i := range source.Events {
		p.Events = append(p.Events, p.act(&source.Events[i]))
	}
	for i := range source.With {
		p.With = append(p.With, Company{&source.With[i], p.label(source.With[i].Label, string(source.With[i].ID))})
	}
	for i := range source.Stories {
		story := &source.Stories[i]
		title := Written(story.Story.Title)
		if title.Words == "" {
			title = Text{p.Words.Label("no.title"), p.Words.Lang}
		}
		p.Stories = append(p.Stories, Appearance{story, title, p.Words.Days(story.Story.From, story.Story.To)})
	}
	return p
}

func (p *Profile) held(from, until string) string {
	if from == "" && until == "" {
		return ""
	}
	return strings.TrimSpace(p.Words.Date(from) + " \u2013 " + p.Words.Date(until))
}

// label is the best of the labels of an entity.
func (p *Profile) label(labels map[isnad.Lang]string, id string) Text {
	for _, lang := range []isnad.Lang{p.Words.Lang, isnad.English, isnad.Arabic} {
		if label := labels[lang]; label != "" {
			return Text{label, lang}
		}
	}
	return Text{id, isnad.English}
}

// names adds the forms of one language, unless they are there.
func (p *Profile) names(lang isnad.Lang) {
	for _, group := range p.Names {
		if group.Lang == lang {
			return
		}
	}
	group := NameGroup{Lang: lang}
	for i := range p.Source.Names {
		use := &p.Source.Names[i]
		if use.Name.Lang != lang {
			continue
		}
		one := NameUse{Text: Text{use.Name.Text, lang}, Mentions: use.Mentions}
		for _, outlet := range use.Outlets {
			one.Outlets = append(one.Outlets, OutletUse{Written(outlet.Outlet), outlet.Mentions})
		}
		group.Names = append(group.Names, one)
	}
	if len(group.Names) > 0 {
		p.Names = append(p.Names, group)
	}
}

func (p *Profile) act(source *isnad.Act) *Act {
	article := source.Doc.Article
	report := p.byID[article.ID+" "+article.Version]
	if report == nil {
		report = newReport(len(p.Articles)+1, len(p.Articles), source.Doc)
		p.byID[article.ID+" "+article.Version] = report
		p.Articles = append(p.Articles, report)
	}
	act := &Act{Source: source, When: p.Words.Date(source.When), Report: report, Lang: article.Lang}
	for _, labels := range source.By {
		act.By = append(act.By, p.label(labels, ""))
	}
	for _, labels := range source.To {
		act.To = append(act.To, p.label(labels, ""))
	}
	if source.Statement < 0 {
		event := &source.Doc.Events[source.Event]
		span := event.Span
		if span.Empty() {
			span = event.Trigger
		}
		act.Place, act.Words = report.Place(span), source.Doc.Words(whole(source.Doc, span))
		return act
	}
	act.Statement = &source.Doc.Statements[source.Statement]
	act.Place = report.Place(act.Statement.Content[0])
	var list []string
	for _, content := range act.Statement.Content {
		list = append(list, source.Doc.Words(content))
	}
	act.Words = strings.Join(list, " \u2026 ")
	if act.Statement.Kind == isnad.Direct {
		act.Words = quoteIn(act.Lang, act.Words)
	}
	return act
}

// quoteIn puts words between the quotation marks of a language.
func quoteIn(lang isnad.Lang, words string) string {
	if lang == isnad.Arabic {
		return "\u00ab" + words + "\u00bb"
	}
	return "\u201c" + words + "\u201d"
}
