package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteStory writes a record of one story with its overview: headline, lead,
// what is new if news is not nil, the moments, who said what, the comparison,
// the values that differ, the commitments and the reports. The only error is
// the writer's.
func WriteStory(w io.Writer, record *isnad.Record, overview *isnad.Overview, news *isnad.News, options Options) error {
	p := openPrinter(w, options)
	p.view = view.New(record, options.Lang)
	if len(p.view.Stories) == 0 {
		p.line(p.words.Label("no.records"))
		return p.out.Flush()
	}
	for i, story := range p.view.Stories {
		if i > 0 {
			p.blank()
		}
		if i > 0 || overview == nil {
			p.story(story)
			continue
		}
		p.overview(story, p.view.Overview(overview), p.view.News(news))
	}
	return p.out.Flush()
}

func (p *printer) overview(story *view.Story, overview *view.Overview, news *view.News) {
	p.headlines(story, overview)
	p.lines(overview)
	p.news(news)
	p.roster(story)
	p.moments(overview)
	p.speakers(story)
	p.grid(story)
	p.disputes(story, overview)
	p.pledges(story)
	p.reports(story)
}

// headlines are the story's facts and its headline with whose title it is.
func (p *printer) headlines(story *view.Story, overview *view.Overview) {
	facts := nonEmpty(story.Days, p.words.Count(len(story.Reports), "report"), p.words.Count(len(story.Witnesses), "independent"))
	p.under(0, strings.Join(facts, between))
	title := overview.Headline.Words
	if title == "" {
		title = story.Title.Words
	}
	for _, line := range wrap(Clean(title), p.Width) {
		p.quoted(0, p.bold(line))
	}
	if overview.Titled != nil {
		p.under(0, p.dim("["+label(overview.Titled)+"] "+p.isolate(overview.Titled.Outlet)))
	}
}

// lines are the sentences of the lead, each with its report and what it tells.
func (p *printer) lines(overview *view.Overview) {
	if len(overview.Lines) == 0 {
		return
	}
	p.heading(p.words.Label("glance"), "")
	for _, line := range overview.Lines {
		p.quote(0, line.Text.Words)
		facts := []string{p.words.Label("role." + string(line.Role)), "[" + label(line.Report) + ":" + line.Place + "] " + p.isolate(line.Report.Outlet)}
		if told := entryIDs(line.Told, line.Open); told != "" {
			facts = append(facts, told)
		}
		p.under(2, p.dim(strings.Join(facts, between)))
	}
}

// entryIDs are the short names of entries and commitments.
func entryIDs(entries []*view.Entry, commitments []*view.Commitment) string {
	var list []string
	for _, entry := range entries {
		list = append(list, entry.ID)
	}
	for _, commitment := range commitments {
		list = append(list, commitment.ID)
	}
	return strings.Join(list, " ")
}

// news is what came since a time.
func (p *printer) news(news *view.News) {
	if news == nil {
		return
	}
	p.heading(p.words.Label("news.since", news.Since), p.words.Count(len(news.Reports), "report"))
	if len(news.Reports) == 0 {
		p.line(p.words.Label("news.none"))
	}
	p.arrived(p.words.Label("news.reports"), news.Reports)
	p.arrived(p.words.Label("news.undated"), news.Undated)
	if news.All {
		p.line(p.words.Label("news.all"))
		return
	}
	p.section("news.entries", len(news.Entries), func(i int) { p.told(news.Entries[i], "") })
	p.section("news.gains", len(news.Gains), func(i int) { p.told(news.Gains[i].Entry, p.gain(news.Gains[i])) })
	p.section("news.differences", len(news.Differences), func(i int) {
		value := news.Differences[i]
		p.item(value.ID, "["+label(value.Report)+"] "+strings.Join(p.notes(view.Stance{Differences: []isnad.Difference{value.Difference}}), "; "))
	})
	p.section("news.opened", len(news.Opened), func(i int) { p.item(news.Opened[i].ID, p.promise(news.Opened[i])) })
	p.section("news.closed", len(news.Closed), func(i int) { p.item(news.Closed[i].ID, p.promise(news.Closed[i])) })
}

func (p *printer) gain(gain view.Gain) string {
	return p.words.Label("news.gain", p.words.Count(gain.Before, "witness"), p.words.Count(gain.After, "witness")) + " [" + view.Names(gain.Reports, "] [") + "]"
}

func (p *printer) arrived(name string, reports []*view.Report) {
	if len(reports) == 0 {
		return
	}
	list := make([]string, len(reports))
	for i, report := range reports {
		list[i] = "[" + label(report) + "] " + p.isolate(report.Outlet)
	}
	p.under(0, name+": "+strings.Join(list, p.comma()))
}

// listed is how many new things of a kind are listed unless all are wanted.
const listed = 8

// section lists n things under a name; nothing if there are none.
func (p *printer) section(name string, n int, item func(int)) {
	if n == 0 {
		return
	}
	shown := n
	if !p.All && n > listed+1 {
		shown = listed
	}
	p.line(p.bold(p.words.Label(name)))
	for i := range shown {
		item(i)
	}
	if shown < n {
		p.line(p.dim(p.words.Count(n-shown, "more")))
	}
}

// told is one entry in a line and its words in another.
func (p *printer) told(entry *view.Entry, note string) {
	p.item(entry.ID, strings.Join(nonEmpty(p.headline(entry, true), note), between))
	p.glimpse(len(entry.ID)+1, said(*p.best(entry.Cites)))
}

// moments is the timeline: events with their words, statements in a line.
func (p *printer) moments(overview *view.Overview) {
	if len(overview.Moments) == 0 {
		return
	}
	p.heading(p.words.Label("timeline"), "")
	for _, moment := range overview.Moments {
		p.line(p.bold(moment.Words))
		for _, dated := range moment.Entries {
			text := p.headline(dated.Entry, false)
			if dated.Reported {
				text += between + p.dim(p.words.Label("reported.on"))
			}
			p.indented(dated.ID, text+"  "+p.refs(ordered(p, dated.Cites)))
			if dated.IsEvent() || p.All {
				p.quote(len(dated.ID)+3, said(*p.best(dated.Cites)))
			} else {
				p.glimpse(len(dated.ID)+3, said(*p.best(dated.Cites)))
			}
		}
	}
}

// disputes puts values that differ side by side: "dead: 15 [1] [2] or 12 [3]";
// what else differs follows as it does in the report on a record.
func (p *printer) disputes(story *view.Story, overview *view.Overview) {
	var shown []*view.Entry
	for i, dispute := range overview.Disputes {
		if i == 0 {
			p.heading(p.words.Label("disputes"), "")
		}
		shown = append(shown, dispute.Entry)
		p.dispute(dispute)
	}
	p.differences(story, shown...)
}

func (p *printer) dispute(dispute view.Dispute) {
	values := make([]string, len(dispute.Values))
	for i, value := range dispute.Values {
		values[i] = p.isolate(view.Written(value.Words)) + " " + p.given(value)
	}
	p.item(dispute.Entry.ID, p.headline(dispute.Entry, false))
	p.under(len(dispute.Entry.ID)+1, dispute.What+": "+strings.Join(values, " "+p.words.Label("or")+" "))
}

// given names who gives a value: "(A [1], B [2])".
func (p *printer) given(value view.Given) string {
	list := make([]string, len(value.Reports))
	for i, report := range value.Reports {
		list[i] = p.isolate(report.Outlet) + " [" + strconv.Itoa(report.Number) + "]"
	}
	return "(" + strings.Join(list, p.comma()) + ")"
}

// pledges lists all commitments of the story, open first.
func (p *printer) pledges(story *view.Story) {
	if len(story.Commitments) == 0 {
		return
	}
	p.heading(p.words.Label("commitments"), p.tally(story))
	for _, commitment := range story.Commitments {
		p.item(commitment.ID, p.promise(commitment)+"  "+p.refs(ordered(p, commitment.Cites)))
		p.quote(len(commitment.ID)+1, p.best(commitment.Cites).Words[0])
	}
}
