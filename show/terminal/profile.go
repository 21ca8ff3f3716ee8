package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteProfile writes what stories tell of one entity. The only error is the
// writer's.
func WriteProfile(w io.Writer, profile *isnad.Profile, options Options) error {
	v := view.NewProfile(profile, options.Lang)
	p := openPrinter(w, options)
	p.profile(v)
	return p.out.Flush()
}

func (p *printer) profile(v *view.Profile) {
	p.under(0, p.bold(p.isolate(v.Label)))
	if v.Second.Words != "" {
		p.under(0, p.isolate(v.Second))
	}
	facts := []string{p.words.Label("entity." + string(v.Source.Kind))}
	for _, fact := range []string{v.Source.Country, v.Source.Sector} {
		if fact != "" {
			facts = append(facts, p.isolate(view.Text{Words: fact}))
		}
	}
	facts = append(facts, p.words.Label("id")+": "+p.isolate(view.Text{Words: string(v.Source.ID)}))
	p.under(0, strings.Join(facts, between))
	counts := nonEmpty(v.Days, p.words.Count(v.Source.Reports, "report"), p.words.Count(v.Source.AllStories, "story"))
	if v.Source.Open > 0 {
		counts = append(counts, p.words.Label("profile.open", v.Source.Open))
	}
	p.under(0, strings.Join(counts, between))
	p.namesOf(v)
	p.offices(v)
	p.acts("profile.said", v.Said, v.Source.AllSaid)
	p.acts("profile.events", v.Events, v.Source.AllEvents)
	p.company(v)
	p.appearances(v)
	p.cited(v)
}

func (p *printer) namesOf(v *view.Profile) {
	if len(v.Names) == 0 {
		return
	}
	p.heading(p.words.Label("profile.names"), "")
	for _, group := range v.Names {
		p.line(p.words.Label("lang." + string(group.Lang)))
		for _, use := range group.Names {
			var outlets []string
			for _, outlet := range use.Outlets {
				outlets = append(outlets, p.isolate(outlet.Outlet)+" "+strconv.Itoa(outlet.Mentions))
			}
			p.under(2, p.bold(p.isolate(use.Text))+" "+strconv.Itoa(use.Mentions)+": "+strings.Join(outlets, p.comma()))
		}
	}
}

func (p *printer) offices(v *view.Profile) {
	if len(v.Offices) == 0 {
		return
	}
	p.heading(p.words.Label("profile.offices"), "")
	for _, office := range v.Offices {
		facts := nonEmpty(p.isolate(office.Text), office.Days, p.words.Count(office.Reports, "report"))
		if office.Held != "" {
			facts = append(facts, p.words.Label("profile.held")+" "+office.Held)
		}
		p.under(2, strings.Join(facts, between))
	}
}

func (p *printer) acts(heading string, acts []*view.Act, all int) {
	if len(acts) == 0 {
		return
	}
	p.heading(p.words.Label(heading), p.of(len(acts), all))
	for _, act := range acts {
		var facts []string
		if act.Statement != nil {
			facts = nonEmpty(p.when(act), p.words.Label("force."+act.Statement.Force), p.words.Label("said."+string(act.Statement.Kind)))
			if len(act.To) > 0 {
				facts = append(facts, p.words.Label("arrow")+" "+p.join(act.To))
			}
		} else {
			head := p.words.Event(act.Source.Type, act.Source.Mode)
			if names := p.parties(act.By, act.To); names != "" {
				head += ": " + names
			}
			facts = nonEmpty(p.when(act), head, p.words.Label("status."+string(act.Source.Status)))
		}
		if act.Source.Witnesses > 1 {
			facts = append(facts, p.words.Count(act.Source.Witnesses, "witness"))
		}
		p.under(2, strings.Join(facts, between)+"  "+p.dim("["+strconv.Itoa(act.Report.Number)+":"+act.Place+"]"))
		if act.Statement != nil {
			p.quote(4, act.Words)
		} else {
			p.glimpse(4, act.Words)
		}
	}
}

// when is the day of an act, and whether it is that of the report.
func (p *printer) when(act *view.Act) string {
	if act.When != "" && act.Source.Reported {
		return act.When + " (" + p.words.Label("reported.short") + ")"
	}
	return act.When
}

// of says how many are shown of all, where some are not.
func (p *printer) of(n, all int) string {
	if n >= all {
		return ""
	}
	return p.words.Label("profile.of", n, all)
}

func (p *printer) company(v *view.Profile) {
	if len(v.With) == 0 {
		return
	}
	p.heading(p.words.Label("profile.with"), p.of(len(v.With), v.Source.AllWith))
	for _, one := range v.With {
		facts := []string{p.isolate(one.Label)}
		if one.Source.Entries > 0 {
			facts = append(facts, p.words.Count(one.Source.Entries, "shared"))
		}
		if one.Source.Reports > 0 {
			facts = append(facts, p.words.Count(one.Source.Reports, "report"))
		}
		p.under(2, strings.Join(facts, between))
	}
}

func (p *printer) appearances(v *view.Profile) {
	if len(v.Stories) == 0 {
		return
	}
	p.heading(p.words.Label("stories"), p.of(len(v.Stories), v.Source.AllStories))
	for _, story := range v.Stories {
		facts := nonEmpty(p.isolate(view.Text{Words: string(story.Source.Story.ID)}), story.Days,
			p.words.Label("profile.in", story.Source.Reports, p.words.Count(story.Source.Of, "report")))
		p.under(2, strings.Join(facts, between))
		p.glimpse(4, story.Title.Words)
	}
}

// cited lists the reports that stand behind the acts.
func (p *printer) cited(v *view.Profile) {
	if len(v.Articles) == 0 {
		return
	}
	p.heading(p.words.Label("reports"), "")
	for _, report := range v.Articles {
		p.item(strconv.Itoa(report.Number), strings.Join([]string{p.isolate(report.Outlet), p.words.Label("lang." + string(report.Article.Lang)), p.day(report), report.Article.ID}, between))
		p.glimpse(len(strconv.Itoa(report.Number))+1, report.Title.Words)
	}
}
