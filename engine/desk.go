package engine

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/stories"
)

// Desk keeps the stories of a store while reports arrive: each joins a story or
// opens one, and the stories that it changed are collated and stored at once. A
// desk belongs to one goroutine, and no other writes stories meanwhile.
type Desk struct {
	engine *Engine
	store  CollateStore
	stream *stories.Stream
	broken error // what ended the work of this desk
}

// deskDays is for how many days before the latest report reports wait for
// companions when a desk is opened.
const deskDays = 5

// Desk opens a desk over what a store holds: its stories of the last days go on
// as they stand.
func (e *Engine) Desk(ctx context.Context, store CollateStore) (*Desk, error) {
	d := &Desk{engine: e, store: store, stream: stories.NewStream(stories.Options{Now: e.now})}
	days, err := d.days(ctx)
	if err != nil {
		return nil, err
	}
	sketches := map[string]*stories.Sketch{}
	var ids []string
	for doc, err := range store.Docs(ctx, days) {
		if err != nil {
			return nil, err
		}
		sketches[doc.Article.ID], ids = stories.NewSketch(doc), append(ids, doc.Article.ID)
	}
	told, err := d.standing(ctx, ids)
	if err != nil {
		return nil, err
	}
	var waiting []*stories.Sketch
	for _, one := range told {
		for _, id := range one.Articles {
			if sketch := sketches[id]; sketch != nil {
				waiting = append(waiting, sketch)
				delete(sketches, id)
			}
		}
	}
	d.stream.Restore(waiting, told)
	return d, d.catchUp(ctx, inOrder(ids, sketches))
}

// days are those whose reports wait when a desk is opened.
func (d *Desk) days(ctx context.Context) (isnad.Days, error) {
	totals, err := d.store.Totals(ctx)
	days := isnad.Days{Undated: true}
	if last, wrong := time.Parse(time.DateOnly, totals.To); wrong == nil {
		if now := d.engine.now(); last.After(now) {
			last = now // a report dated ahead does not stand for all
		}
		days.From = last.AddDate(0, 0, -deskDays).Format(time.DateOnly)
	}
	return days, err
}

// inOrder lists the articles that have a sketch by publication, undated ones
// first, so that none comes late for the sake of its name.
func inOrder(ids []string, sketches map[string]*stories.Sketch) []string {
	var list []string
	for _, id := range ids {
		if sketches[id] != nil {
			list = append(list, id)
		}
	}
	slices.SortStableFunc(list, func(a, b string) int { return sketches[a].At().Compare(sketches[b].At()) })
	return list
}

// standing tells of the stored stories that hold one of these articles.
func (d *Desk) standing(ctx context.Context, ids []string) ([]stories.Told, error) {
	standing, err := d.store.Standing(ctx, ids)
	if err != nil {
		return nil, err
	}
	asked := make(map[string]bool, len(ids))
	for _, id := range ids {
		asked[id] = true
	}
	told := make([]stories.Told, len(standing))
	for i, one := range standing {
		told[i] = stories.Told{ID: one.Story, Articles: one.Articles, Was: one.Was}
		if !slices.ContainsFunc(one.Articles, func(id string) bool { return !asked[id] }) {
			continue
		}
		brief, err := d.store.Story(ctx, one.Story)
		if err != nil {
			return nil, err
		}
		told[i].From, told[i].To = brief.Story.From, brief.Story.To
	}
	return told, nil
}

// catchUp takes in articles that no story holds.
func (d *Desk) catchUp(ctx context.Context, late []string) error {
	for some := range slices.Chunk(late, annotateBatch) {
		docs, err := annotated(ctx, d.store, some)
		if err != nil {
			return err
		}
		if _, err := d.Arrive(ctx, docs); err != nil && !isRefused(err) {
			return err
		}
	}
	return nil
}

// Keeper is a store that tells the desk of all that is put into it, so that
// stories are up to date when Put returns. An error of the desk is none of Put,
// which stored what it was given, and ends a watch: the desk is then of no use
// any more. Where the store refuses a story for what is in it, its reports that
// came have that as their Problem, and all goes on.
func (d *Desk) Keeper(store FollowStore) FollowStore { return deskKeeper{store, d} }

type deskKeeper struct {
	FollowStore
	desk *Desk
}

// deskError is what went wrong with the stories of reports that are stored.
type deskError struct{ error }

func (e *deskError) Unwrap() error { return e.error }

func (k deskKeeper) Put(ctx context.Context, batch []isnad.Intake) ([]isnad.Outcome, error) {
	if k.desk.broken != nil {
		return nil, &deskError{k.desk.broken}
	}
	outcomes, err := k.FollowStore.Put(ctx, batch)
	if err != nil {
		return nil, err
	}
	var docs []*isnad.Doc
	var came []int
	for i, outcome := range outcomes {
		if (outcome == isnad.Added || outcome == isnad.Edited) && batch[i].Doc != nil {
			docs, came = append(docs, batch[i].Doc), append(came, i)
		}
	}
	if len(docs) == 0 {
		return outcomes, nil
	}
	_, err = k.desk.Arrive(ctx, docs)
	var refused *refusedError
	switch {
	case err == nil:
	case errors.As(err, &refused):
		for _, i := range came {
			if why := refused.of[batch[i].Article.ID]; why != nil && batch[i].Problem == "" {
				batch[i].Problem = why.Error()
			}
		}
	default:
		return nil, &deskError{err}
	}
	return outcomes, nil
}
