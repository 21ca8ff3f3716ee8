package engine

import (
	"context"
	"slices"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/collate/stories"
)

// Desk keeps the stories of a store while reports arrive: each joins a story or
// opens one, and the stories that it changed are collated and stored at once. A
// desk belongs to one goroutine, and no other writes stories meanwhile.
type Desk struct {
	engine *Engine
	store  CollateStore
	stream *stories.Stream
}

// deskDays is for how many days before the latest report reports wait for
// companions when a desk is opened.
const deskDays = 5

// Desk opens a desk over what a store holds: its stories of the last days go on
// as they stand.
func (e *Engine) Desk(ctx context.Context, store CollateStore) (*Desk, error) {
	d := &Desk{engine: e, store: store, stream: stories.NewStream(stories.Options{})}
	totals, err := store.Totals(ctx)
	if err != nil {
		return nil, err
	}
	days := isnad.Days{Undated: true}
	if last, err := time.Parse(time.DateOnly, totals.To); err == nil {
		days.From = last.AddDate(0, 0, -deskDays).Format(time.DateOnly)
	}
	var sketches []*stories.Sketch
	var ids []string
	for doc, err := range store.Docs(ctx, days) {
		if err != nil {
			return nil, err
		}
		sketches, ids = append(sketches, stories.NewSketch(doc)), append(ids, doc.Article.ID)
	}
	standing, err := store.Standing(ctx, ids)
	if err != nil {
		return nil, err
	}
	told := make([]stories.Told, len(standing))
	in := map[string]bool{}
	for i, one := range standing {
		told[i] = stories.Told{ID: one.Story, Articles: one.Articles, Was: one.Was}
		for _, id := range one.Articles {
			in[id] = true
		}
	}
	var late []string // what no story holds yet
	sketches = slices.DeleteFunc(sketches, func(sketch *stories.Sketch) bool {
		if !in[sketch.ID()] {
			late = append(late, sketch.ID())
		}
		return !in[sketch.ID()]
	})
	d.stream.Restore(sketches, told)
	return d, d.catchUp(ctx, late)
}

// catchUp takes in articles that no story holds.
func (d *Desk) catchUp(ctx context.Context, late []string) error {
	for some := range slices.Chunk(late, annotateBatch) {
		docs, err := annotated(ctx, d.store, some)
		if err != nil {
			return err
		}
		if _, err := d.Arrive(ctx, docs); err != nil {
			return err
		}
	}
	return nil
}

// Keeper is a store that tells the desk of all that is put into it, so that
// stories are up to date when Put returns.
func (d *Desk) Keeper(store FollowStore) FollowStore { return deskKeeper{store, d} }

type deskKeeper struct {
	FollowStore
	desk *Desk
}

func (k deskKeeper) Put(ctx context.Context, batch []isnad.Intake) ([]isnad.Outcome, error) {
	outcomes, err := k.FollowStore.Put(ctx, batch)
	if err != nil {
		return nil, err
	}
	var docs []*isnad.Doc
	for i, outcome := range outcomes {
		if (outcome == isnad.Added || outcome == isnad.Edited) && batch[i].Doc != nil {
			docs = append(docs, batch[i].Doc)
		}
	}
	if len(docs) > 0 {
		_, err = k.desk.Arrive(ctx, docs)
	}
	return outcomes, err
}

// Arrive takes in docs whose articles are in the store, and stores the stories
// that change. It returns what each did, in order. An error leaves the stories of
// the store as they were; a new desk then begins from these.
func (d *Desk) Arrive(ctx context.Context, docs []*isnad.Doc) ([]stories.Change, error) {
	changes := make([]stories.Change, 0, len(docs))
	touched := map[isnad.StoryID]bool{}
	for _, doc := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		change := d.stream.Add(stories.NewSketch(doc))
		changes = append(changes, change)
		touched[change.Story] = true
		for _, effect := range change.Effects {
			touched[effect.From], touched[effect.Into] = true, true
		}
	}
	fresh := map[string]*isnad.Doc{}
	for _, doc := range docs {
		fresh[doc.Article.ID] = doc
	}
	record, err := d.record(ctx, touched, fresh)
	if err != nil || record == nil {
		return changes, err
	}
	return changes, d.store.PutRecord(ctx, record)
}

// record collates the stories that the IDs touched lead to.
func (d *Desk) record(ctx context.Context, touched map[isnad.StoryID]bool, fresh map[string]*isnad.Doc) (*isnad.Record, error) {
	var list []stories.Told
	var articles []string
	listed := map[isnad.StoryID]bool{}
	for id := range touched {
		one, ok := d.stream.Story(id)
		if !ok || listed[one.ID] {
			continue
		}
		listed[one.ID] = true
		list, articles = append(list, one), append(articles, one.Articles...)
	}
	slices.SortFunc(list, func(a, b stories.Told) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	slices.Sort(articles)
	var docs []*isnad.Doc
	var stored []string
	for _, id := range slices.Compact(articles) {
		if doc := fresh[id]; doc != nil {
			docs = append(docs, doc)
		} else {
			stored = append(stored, id)
		}
	}
	more, err := annotated(ctx, d.store, stored)
	if err != nil || len(docs)+len(more) == 0 {
		return nil, err
	}
	return collate.Gathered(append(docs, more...), d.engine.facts, list), nil
}
