package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/show"
)

type storyCommand struct {
	Story []string `arg:"" optional:"" name:"story" help:"ID of a story, or the beginning of one, or words to find it by; the last stories are listed if none is given."`
	Since string   `placeholder:"TIME" help:"Tell what is new since a time: 2026-03-04, 2026-03-04T18:00 (UTC), or how long ago: 36h, 3d."`
	From  string   `placeholder:"DAY" help:"List stories from this day of publication on; in a large store the last three days if not given."`
	To    string   `placeholder:"DAY" help:"List stories up to this day."`
	Limit int      `default:"20" placeholder:"N" help:"List so many stories at most; 20 if not given."`
	All   bool     `help:"Show every source's words and every entry of a story."`
	askFlags
	display
}

// Help is what isnad story --help says below its first line.
func (storyCommand) Help() string {
	return `Without a story, those of the last days are listed, the ones first that most
independent witnesses carry. With an ID, or words as isnad search takes them, one
story is shown: headline and lead, timeline, who said what, how the reports
compare, what was promised. IDs that a story had before lead to it.

  isnad story                        the stories of the last days
  isnad story --since 2026-03-06     what came to them since; 24h: since yesterday
  isnad story s1bfb645cf1ee          one story
  isnad story port speaker:Marjani`
}

// Run lists stories or shows one.
func (c *storyCommand) Run(ctx context.Context, io streams) (err error) {
	since, err := sinceTime(c.Since, time.Now())
	if err != nil {
		return err
	}
	if err := errors.Join(c.check(nil), checkDays(c.From, c.To), checkLimit(c.Limit)); err != nil {
		return err
	}
	a, err := c.ask(ctx)
	if err != nil {
		return err
	}
	defer ending(a, &err)
	if err := a.collated(); err != nil {
		return err
	}
	if len(c.Story) == 0 {
		return c.list(ctx, io, a, since)
	}
	id, err := a.which(ctx, io, c.Story)
	if err != nil {
		return err
	}
	record, err := a.Record(ctx, id)
	if err != nil {
		return err
	}
	return c.show(io, storySheet(record, since, c.All))
}

func storySheet(record *isnad.Record, since time.Time, all bool) sheet {
	overview := engine.Overview(record)
	var news *isnad.News
	if !since.IsZero() {
		news = engine.News(record, since)
	}
	return sheet{
		text: func(w writer, options show.TextOptions) error {
			options.All = all
			return show.Story(w, record, overview, news, options)
		},
		json: func(w writer) error { return show.StoryJSON(w, record, overview, news) },
		html: func(w writer, options show.HTMLOptions) error {
			return show.StoryHTML(w, record, overview, news, options)
		},
	}
}

// storyID is what an ID of a story, or the beginning of one, looks like.
var storyID = regexp.MustCompile(`(?i)^s[0-9a-f]{1,12}$`)

// which is the story that is asked for: by its ID, else the one that a search
// finds first.
func (a *archive) which(ctx context.Context, io streams, words []string) (isnad.StoryID, error) {
	text := joined(words)
	short := storyID.MatchString(text) && len(text) < isnad.MinStoryPrefix
	if storyID.MatchString(text) && !short {
		brief, err := a.Story(ctx, isnad.StoryID(strings.ToLower(text)))
		if !errors.Is(err, isnad.NotFound) {
			return brief.Story.ID, err
		}
	}
	query, err := a.query(text)
	if err != nil {
		return "", err
	}
	query.Limit = 50
	hits, err := a.Find(ctx, query)
	if err != nil {
		return "", err
	}
	stories := storiesOf(hits)
	switch {
	case len(stories) > 0:
	case len(hits) > 0:
		return "", isnad.Errorf(isnad.NotFound, text, "%s found, none of them in a story yet", counted(len(hits), "report")).
			WithHint("isnad collate --from DAY joins the reports of more days into stories; isnad search shows the reports")
	case short:
		return "", isnad.Errorf(isnad.NotFound, text, "no story has this word").
			WithHint(fmt.Sprintf("if it begins an ID, give %d letters of it or more, as in %s", isnad.MinStoryPrefix, "s1bf"))
	default:
		return "", isnad.Errorf(isnad.NotFound, text, "no story has this ID or these words").WithHint("isnad story lists the last stories; isnad search --help tells how to look for words")
	}
	if len(stories) > 1 {
		others := stories[1:min(len(stories), 6)]
		names := make([]string, len(others))
		for i, id := range others {
			names[i] = string(id)
		}
		fmt.Fprintf(io.err, "isnad: other stories with these words: %s\n", strings.Join(names, " "))
	}
	return stories[0], nil
}

// storiesOf lists the stories of hits, the one first whose reports are found
// first and most.
func storiesOf(hits []isnad.Hit) []isnad.StoryID {
	weight := map[isnad.StoryID]float64{}
	var list []isnad.StoryID
	for i, hit := range hits {
		if hit.Story == "" {
			continue
		}
		if weight[hit.Story] == 0 {
			list = append(list, hit.Story)
		}
		weight[hit.Story] += 1 / float64(i+2)
	}
	slices.SortStableFunc(list, func(a, b isnad.StoryID) int { return cmp.Compare(weight[b], weight[a]) })
	return list
}

// list shows the stories of some days, those first that most witnesses carry.
func (c *storyCommand) list(ctx context.Context, io streams, a *archive, since time.Time) error {
	days := isnad.Days{From: c.From, To: c.To}
	if !since.IsZero() && days.From == "" {
		days.From = since.Format(time.DateOnly)
	}
	days, err := a.lately(ctx, days)
	if err != nil {
		return err
	}
	briefs, err := a.Stories(ctx, isnad.StoryMatch{Days: days})
	if err != nil {
		return err
	}
	slices.SortStableFunc(briefs, func(a, b isnad.StoryBrief) int {
		return cmp.Or(cmp.Compare(b.Witnesses, a.Witnesses), cmp.Compare(b.Reports, a.Reports), cmp.Compare(b.Story.To, a.Story.To))
	})
	all := len(briefs)
	var news []*isnad.News
	if since.IsZero() {
		briefs = briefs[:min(len(briefs), c.Limit)]
		if err := engine.Headlines(ctx, a, briefs); err != nil {
			return err
		}
	} else if briefs, news, err = withNews(ctx, a, briefs, since, c.Limit); err != nil {
		return err
	}
	if len(briefs) == 0 {
		return isnad.Errorf(isnad.NotFound, "", "no story of these days").WithHint("isnad check tells which days are stored; isnad collate joins their reports into stories")
	}
	if news != nil {
		all = len(briefs) // how many others got something new is not known
	}
	if err := c.show(io, listSheet(briefs, news, all)); err != nil || c.JSON || c.HTML != "" {
		return err
	}
	if all > len(briefs) {
		fmt.Fprintf(io.err, "isnad: --limit %d shows more\n", min(all, 10*c.Limit))
	}
	return nil
}

func listSheet(briefs []isnad.StoryBrief, news []*isnad.News, all int) sheet {
	return sheet{
		text: func(w writer, options show.TextOptions) error { return show.Stories(w, briefs, news, all, options) },
		json: func(w writer) error { return show.StoriesJSON(w, briefs, news, all) },
		html: func(w writer, options show.HTMLOptions) error { return show.StoriesHTML(w, briefs, news, all, options) },
	}
}

// withNews keeps the stories to which something came since a time, with what. It
// holds one record at a time.
func withNews(ctx context.Context, a *archive, briefs []isnad.StoryBrief, since time.Time, limit int) (kept []isnad.StoryBrief, news []*isnad.News, err error) {
	for i := range briefs {
		record, err := a.Record(ctx, briefs[i].Story.ID)
		if err != nil {
			return nil, nil, err
		}
		came := engine.News(record, since)
		if came.Empty() {
			continue
		}
		engine.Headlined(&briefs[i], record)
		if kept, news = append(kept, briefs[i]), append(news, came); len(kept) == limit {
			break
		}
	}
	return kept, news, nil
}

// lately begins days that have no beginning with the last three of a large
// store.
func (a *archive) lately(ctx context.Context, days isnad.Days) (isnad.Days, error) {
	var err error
	if days.From == "" {
		days.From, err = lastDays(ctx, a, days.To)
	}
	return days, err
}

func checkDays(from, to string) error {
	for _, flag := range [][2]string{{"--from", from}, {"--to", to}} {
		if _, err := time.Parse(time.DateOnly, flag[1]); flag[1] != "" && err != nil {
			return usage{isnad.Errorf(isnad.Invalid, flag[0]+" "+flag[1], "is not a day").WithHint("write the day as YYYY-MM-DD, as in 2026-03-04")}
		}
	}
	return nil
}

func checkLimit(limit int) error {
	if limit < 1 {
		return usage{isnad.Errorf(isnad.Invalid, "--limit", "is %d", limit).WithHint("it is 1 or more")}
	}
	return nil
}

// sinceTime reads a time as people give it: a day, a minute of it in UTC, or how
// long before now.
func sinceTime(text string, now time.Time) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", time.DateTime, "2006-01-02 15:04", time.RFC3339} {
		if at, err := time.Parse(layout, text); err == nil {
			return at, nil
		}
	}
	ago := text
	unit := time.Duration(1)
	if days, ok := strings.CutSuffix(text, "d"); ok {
		ago, unit = days+"h", 24
	}
	if long, err := time.ParseDuration(ago); err == nil && long > 0 && long*unit/unit == long {
		return now.UTC().Add(-long * unit).Truncate(time.Minute), nil
	}
	return time.Time{}, usage{isnad.Errorf(isnad.Invalid, "--since "+text, "is not a time").WithHint("write 2026-03-04, 2026-03-04T18:00, or how long ago: 36h, 3d")}
}
