package engine

import (
	"context"
	"errors"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
)

// StoryReader reads a stored story as a record of its own; see
// [isnad.RecordKeeper].
type StoryReader interface {
	Record(ctx context.Context, story isnad.StoryID) (*isnad.Record, error)
}

// Headlines gives each of briefs the headlines that its story is shown under; see
// [Headlined]. It reads every story, as many at once as there are processors; a
// story that is no more keeps the titles it has.
func Headlines(ctx context.Context, store StoryReader, briefs []isnad.StoryBrief) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range briefs {
		group.Go(func() error {
			record, err := store.Record(ctx, briefs[i].Story.ID)
			if err == nil {
				Headlined(&briefs[i], record)
			} else if errors.Is(err, isnad.NotFound) {
				err = nil
			}
			return err
		})
	}
	return group.Wait()
}

// Headlined puts the headlines of a story's overview in place of the first titles
// that its brief tells, so that a list shows the story as its page does. Where no
// title serves as a headline the brief stays as it is.
func Headlined(brief *isnad.StoryBrief, record *isnad.Record) {
	headlines := collate.Overview(record).Headlines
	if len(headlines) == 0 {
		return
	}
	titles, title := map[isnad.Lang]string{}, headlines[0].Words
	for _, headline := range headlines {
		titles[headline.Lang] = headline.Words
		if brief.Titles[headline.Lang] == brief.Story.Title {
			title = headline.Words
		}
	}
	brief.Story.Title, brief.Titles = title, titles
}
