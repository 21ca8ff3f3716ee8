package show

import (
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/contract"
	"github.com/isnad-news/isnad/show/page"
	"github.com/isnad-news/isnad/show/terminal"
	"github.com/isnad-news/isnad/show/words"
)

// HitsText writes what a query found for the terminal, in the order given; all
// is how many match it, these among them, counted to [isnad.MostCounted]. The
// only error is the writer's.
func HitsText(w io.Writer, query string, hits []isnad.Hit, all int, options TextOptions) error {
	return terminal.WriteHits(w, query, hits, all, options)
}

// HitsJSON writes it after the contract in docs/output.md. The only error is
// the writer's.
func HitsJSON(w io.Writer, query string, hits []isnad.Hit, all int) error {
	return contract.WriteHits(w, query, hits, all)
}

// HitsHTML writes it as one self-contained page, with the reports in full. The
// only error is the writer's.
func HitsHTML(w io.Writer, query string, hits []isnad.Hit, all int, options HTMLOptions) error {
	return page.WriteHits(w, query, hits, all, options)
}

// EventCode reads an event type as people write it: its code ("assault",
// "CONSULT/phone"), or the words by which the outputs name it in either language
// ("Attack", «اتصال هاتفي»). It returns the type, with a stroke and the mode if
// one is meant.
func EventCode(text string) (code string, ok bool) { return words.EventCode(text) }

// Stories writes a list of stories for the terminal, in the order given; all is
// how many there are, these among them. news is nil, or tells of each story what
// is new since a time. The only error is the writer's.
func Stories(w io.Writer, briefs []isnad.StoryBrief, news []*isnad.News, all int, options TextOptions) error {
	return terminal.WriteBriefs(w, briefs, news, all, options)
}

// StoriesJSON writes it after the contract in docs/output.md. The only error is
// the writer's.
func StoriesJSON(w io.Writer, briefs []isnad.StoryBrief, news []*isnad.News, all int) error {
	return contract.WriteBriefs(w, briefs, news, all)
}

// StoriesHTML writes it as one self-contained page. The only error is the
// writer's.
func StoriesHTML(w io.Writer, briefs []isnad.StoryBrief, news []*isnad.News, all int, options HTMLOptions) error {
	return page.WriteBriefs(w, briefs, news, all, options)
}

// Entity writes what stories tell of somebody or something for the terminal. The
// only error is the writer's.
func Entity(w io.Writer, profile *isnad.Profile, options TextOptions) error {
	return terminal.WriteProfile(w, profile, options)
}

// EntityJSON writes it after the contract in docs/output.md; others are those
// who have the name too. The only error is the writer's.
func EntityJSON(w io.Writer, profile *isnad.Profile, others []isnad.EntityID) error {
	return contract.WriteProfile(w, profile, others)
}

// EntityHTML writes it as one self-contained page. The only error is the
// writer's.
func EntityHTML(w io.Writer, profile *isnad.Profile, options HTMLOptions) error {
	return page.WriteProfile(w, profile, options)
}
