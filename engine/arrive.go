package engine

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/collate/stories"
)

// Arrive takes in docs whose articles are in the store, and stores the stories
// that change. It returns what each did, in order. Stories that the store refuses
// for what is in them, as too large or invalid, cost themselves alone: the error
// then joins these and is of their kind. Any other error ends the desk, since its
// stories are ahead of the store's: it gives this error to all further calls, and
// a new desk begins from those of the store.
func (d *Desk) Arrive(ctx context.Context, docs []*isnad.Doc) ([]stories.Change, error) {
	if d.broken != nil {
		return nil, d.broken
	}
	t := &turn{desk: d, fresh: map[string]*isnad.Doc{}, touched: map[isnad.StoryID]bool{}, left: map[isnad.StoryID]stories.Told{}}
	changes, err := t.take(ctx, docs)
	if d.broken = err; err != nil {
		return nil, err
	}
	return changes, t.refused.orNil()
}

// turn is the work of a desk on docs that came together.
type turn struct {
	desk    *Desk
	fresh   map[string]*isnad.Doc          // those that were taken in, by article
	touched map[isnad.StoryID]bool         // stories that changed since the last were stored
	left    map[isnad.StoryID]stories.Told // those that left the stream meanwhile
	refused refusedError
}

func (t *turn) take(ctx context.Context, docs []*isnad.Doc) ([]stories.Change, error) {
	unknown, err := t.recall(ctx, docs)
	if err != nil {
		return nil, err
	}
	changes := make([]stories.Change, 0, len(docs))
	for _, doc := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		id := doc.Article.ID
		if !unknown[id] && !t.desk.stream.Waits(id) { // it left during this turn
			if err := t.keep(ctx); err != nil {
				return nil, err
			}
			if _, err := t.recall(ctx, []*isnad.Doc{doc}); err != nil {
				return nil, err
			}
		}
		delete(unknown, id)
		change := t.desk.stream.Add(stories.NewSketch(doc))
		t.note(doc, &change)
		changes = append(changes, change)
	}
	return changes, t.keep(ctx)
}

// note notes what a change touched.
func (t *turn) note(doc *isnad.Doc, change *stories.Change) {
	t.fresh[doc.Article.ID] = doc
	t.touched[change.Story] = true
	for _, effect := range change.Effects {
		t.touched[effect.From], t.touched[effect.Into] = true, true
	}
	for _, told := range change.Left {
		t.left[told.ID] = told
	}
}

// recall lets the stories go on in the stream that hold articles which came again
// after they had left, all reports of them; otherwise a new version would stand
// alone. It returns those of the docs' articles that no story holds.
func (t *turn) recall(ctx context.Context, docs []*isnad.Doc) (unknown map[string]bool, err error) {
	d := t.desk
	unknown = map[string]bool{}
	var ids []string
	for _, doc := range docs {
		if id := doc.Article.ID; !unknown[id] && !d.stream.Waits(id) {
			unknown[id] = true
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return unknown, nil
	}
	standing, err := d.store.Standing(ctx, ids)
	if err != nil {
		return nil, err
	}
	var away []string
	for _, one := range standing {
		for _, id := range one.Articles {
			delete(unknown, id)
			if !d.stream.Waits(id) {
				away = append(away, id)
			}
		}
	}
	if len(away) == 0 {
		return unknown, nil
	}
	told, err := d.standing(ctx, away)
	if err != nil {
		return nil, err
	}
	companions, err := annotated(ctx, d.store, away)
	if err != nil {
		return nil, err
	}
	sketches := make([]*stories.Sketch, len(companions))
	for i, doc := range companions {
		sketches[i] = stories.NewSketch(doc)
	}
	d.stream.Restore(sketches, told)
	return unknown, nil
}

// keep collates and stores the stories that were touched.
func (t *turn) keep(ctx context.Context) error {
	record, err := t.record(ctx)
	clear(t.touched)
	clear(t.left)
	if err != nil || record == nil {
		return err
	}
	return putStories(ctx, t.desk.store, record, &t.refused)
}

// stories lists what the IDs that were touched lead to, by ID.
func (t *turn) stories() []stories.Told {
	var list []stories.Told
	listed := map[isnad.StoryID]bool{}
	for id := range t.touched {
		one, ok := t.desk.stream.Story(id)
		if !ok {
			one, ok = t.left[id]
		}
		if ok && !listed[one.ID] {
			listed[one.ID] = true
			list = append(list, one)
		}
	}
	slices.SortFunc(list, func(a, b stories.Told) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// record collates the stories that were touched; nil if there is nothing in them.
func (t *turn) record(ctx context.Context) (*isnad.Record, error) {
	list := t.stories()
	var articles []string
	for _, one := range list {
		articles = append(articles, one.Articles...)
	}
	slices.Sort(articles)
	var docs []*isnad.Doc
	var stored []string
	for _, id := range slices.Compact(articles) {
		if doc := t.fresh[id]; doc != nil {
			docs = append(docs, doc)
		} else {
			stored = append(stored, id)
		}
	}
	more, err := annotated(ctx, t.desk.store, stored)
	if err != nil || len(docs)+len(more) == 0 {
		return nil, err
	}
	return collate.Gathered(append(docs, more...), t.desk.engine.facts, list), nil
}

// refusedError joins why stories were not stored, by their articles too.
type refusedError struct {
	all []error
	of  map[string]error
}

func (e *refusedError) Error() string { return errors.Join(e.all...).Error() }

func (e *refusedError) Unwrap() []error { return e.all }

func (e *refusedError) add(err error, record *isnad.Record) {
	e.all = append(e.all, err)
	if e.of == nil {
		e.of = map[string]error{}
	}
	for _, doc := range record.Docs {
		e.of[doc.Article.ID] = err
	}
}

// orNil is the error; nil if there is none.
func (e *refusedError) orNil() error {
	if len(e.all) == 0 {
		return nil
	}
	return e
}

// isRefused reports whether a store refused something for what is in it.
func isRefused(err error) bool {
	return errors.Is(err, isnad.TooLarge) || errors.Is(err, isnad.Invalid)
}

// putStories stores the stories of a record. Where the store refuses it for what
// is in it, they are put one by one, so that one costs itself alone, and refused
// says which. The error is any other.
func putStories(ctx context.Context, store isnad.RecordKeeper, record *isnad.Record, refused *refusedError) error {
	err := store.PutRecord(ctx, record)
	if err == nil || !isRefused(err) {
		return err
	}
	if len(record.Stories) == 1 {
		refused.add(err, record)
		return nil
	}
	for _, part := range record.ByStory() {
		err := store.PutRecord(ctx, part)
		if err != nil && !isRefused(err) {
			return err
		}
		if err != nil {
			refused.add(err, part)
		}
	}
	return nil
}
