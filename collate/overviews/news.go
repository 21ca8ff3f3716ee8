package overviews

import (
	"slices"
	"time"

	"github.com/isnad-news/isnad"
)

// News tells what the reports of a record of one story that came out at or
// after since brought to it. A report that is known by its day alone is new if
// its day is not before that of since.
func News(record *isnad.Record, since time.Time) *isnad.News {
	if len(record.Stories) == 0 {
		return &isnad.News{Since: since}
	}
	s := newStory(record)
	news := &isnad.News{Story: s.story.ID, Since: since}
	for _, d := range s.story.Articles {
		switch at := record.Docs[d].Article.Published; {
		case !at.Known():
			news.Undated = append(news.Undated, d)
		case since.IsZero() || isNew(at, since):
			news.Articles = append(news.Articles, d)
		}
	}
	n := arrival{story: s, News: news}
	for _, i := range s.entries {
		n.entry(&record.Entries[i])
	}
	for _, i := range s.pledges {
		n.pledge(&record.Commitments[i])
	}
	return news
}

func isNew(at isnad.Published, since time.Time) bool {
	if at.Clock {
		return !at.Time.Before(since)
	}
	return day(at) >= since.In(at.Time.Location()).Format(time.DateOnly)
}

// arrival gathers what new reports brought.
type arrival struct {
	*story
	*isnad.News
}

func (n *arrival) fresh(d int) bool { return slices.Contains(n.Articles, d) }

// fromNew reports whether entry is told by new reports alone.
func (n *arrival) fromNew(entry *isnad.Entry) bool {
	return !slices.ContainsFunc(entry.Sources, func(source isnad.Source) bool { return !n.fresh(source.Article) })
}

func (n *arrival) entry(entry *isnad.Entry) {
	if n.fromNew(entry) {
		n.Entries = append(n.Entries, entry.ID)
	} else if gain, ok := n.gain(entry); ok {
		n.Gains = append(n.Gains, gain)
	}
	for _, stance := range entry.Stances {
		if !n.fresh(stance.Article) {
			continue
		}
		for _, difference := range stance.Differences {
			n.Differences = append(n.Differences, isnad.NewValue{Entry: entry.ID, Article: stance.Article, Difference: difference})
		}
	}
}

// gain counts the witnesses of an entry that was told before: those who do not
// deny it.
func (n *arrival) gain(entry *isnad.Entry) (isnad.Gain, bool) {
	denies := map[int]bool{}
	for _, stance := range entry.Stances {
		denies[stance.Article] = stance.Kind == isnad.DeniesIt
	}
	before, now := map[int]bool{}, map[int]bool{}
	for _, source := range entry.Sources {
		if denies[source.Article] {
			continue
		}
		now[n.witness[source.Article]] = true
		if !n.fresh(source.Article) {
			before[n.witness[source.Article]] = true
		}
	}
	gain := isnad.Gain{Entry: entry.ID, Before: len(before), After: len(now)}
	for _, source := range entry.Sources {
		if n.fresh(source.Article) && !denies[source.Article] && !before[n.witness[source.Article]] && !slices.Contains(gain.Articles, source.Article) {
			gain.Articles = append(gain.Articles, source.Article)
		}
	}
	return gain, len(gain.Articles) > 0
}

func (n *arrival) pledge(pledge *isnad.CommitmentEntry) {
	for _, source := range pledge.Sources {
		if n.fresh(source.Article) {
			continue
		}
		if pledge.Closed != "" && slices.ContainsFunc(n.entries, func(i int) bool {
			return n.record.Entries[i].ID == pledge.Closed && n.fromNew(&n.record.Entries[i])
		}) {
			n.Closed = append(n.Closed, pledge.ID)
		}
		return
	}
	n.Opened = append(n.Opened, pledge.ID)
}
