package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/show"
	"github.com/isnad-news/isnad/store/sqlite"
)

// askFlags name what a question is put to.
type askFlags struct {
	Demo bool `help:"Ask the embedded demo reports, without a store."`
	storeFlag
	factsFlag
}

// archive is a store that is asked, with the facts by which names are known.
type archive struct {
	*sqlite.Store
	facts  *known.Facts
	totals isnad.Totals
	folder string // that the demo's store lies in; empty if it is the user's
}

// ask opens what is asked; done closes it.
func (f *askFlags) ask(ctx context.Context) (*archive, error) {
	facts, err := loadFacts(known.Default(), f.Facts)
	if err != nil {
		return nil, err
	}
	if f.Demo {
		return askDemo(ctx, facts)
	}
	store, totals, err := f.asked(ctx)
	if err != nil {
		return nil, err
	}
	return &archive{Store: store, facts: facts, totals: totals}, nil
}

// collated returns an error unless the store holds stories.
func (a *archive) collated() error {
	if a.totals.Stories > 0 {
		return nil
	}
	return isnad.Errorf(isnad.NotFound, "", "no stories yet: the %s of the store are not collated", counted(a.totals.Articles, "report")).
		WithHint("isnad collate joins them into stories; isnad search needs none")
}

func (a *archive) done() error {
	err := a.Close()
	if a.folder != "" {
		err = errors.Join(err, os.RemoveAll(a.folder))
	}
	return err
}

// ending closes what was asked and adds to err what that says.
func ending(a *archive, err *error) { *err = errors.Join(*err, a.done()) }

// askDemo reads the demo into a store that goes with the answer.
func askDemo(ctx context.Context, facts *known.Facts) (a *archive, err error) {
	own, err := demo.Facts()
	if err != nil {
		return nil, err
	}
	facts = facts.With(own)
	folder, err := os.MkdirTemp("", "isnad-demo-")
	if err != nil {
		return nil, isnad.Errorf(isnad.Unreadable, "", "make room for the demo: %w", err).WithHint("TMPDIR names the folder for what is kept for a moment")
	}
	store, err := sqlite.Open(ctx, filepath.Join(folder, "demo.db"), sqlite.Options{})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	a = &archive{Store: store, facts: facts, folder: folder}
	err = fillDemo(ctx, a)
	if err == nil {
		a.totals, err = store.Totals(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, a.done())
	}
	return a, nil
}

// fillDemo puts the demo's reports and stories into a store.
func fillDemo(ctx context.Context, a *archive) error {
	snapshots := demo.Snapshots()
	record, err := engine.New(engine.Options{Facts: a.facts}).ReadSnapshots(ctx, snapshots...)
	if err != nil {
		return err
	}
	docs := map[string]*isnad.Doc{}
	for _, doc := range record.Docs {
		docs[doc.Article.Source] = doc
	}
	var batch []isnad.Intake
	for _, snapshot := range snapshots {
		intake := isnad.Intake{Snapshot: snapshot, Problem: "no report"}
		if doc := docs[snapshot.Source]; doc != nil {
			intake = isnad.Intake{Snapshot: snapshot, Article: doc.Article, Doc: doc, Rules: "demo"}
		}
		batch = append(batch, intake)
	}
	if _, err := a.Put(ctx, batch); err != nil {
		return err
	}
	return a.PutRecord(ctx, record)
}

// rows are the known rows that have a name or an ID.
func (a *archive) rows(name string) (ids []string) {
	if row, ok := a.facts.Row(name); ok {
		ids = append(ids, row.ID)
	}
	for _, row := range a.facts.Named(name) {
		if !slices.Contains(ids, row.ID) {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// named is the condition that somebody has a name.
func (a *archive) named(field isnad.Field, name string) isnad.Condition {
	return isnad.Condition{Field: field, Value: name, Close: true, Known: a.rows(name)}
}

// query reads a query that was typed and looks its names and events up.
func (a *archive) query(text string) (isnad.Query, error) {
	query, err := isnad.ParseQuery(text)
	if err != nil {
		return query, usage{err}
	}
	for i := range query.Conditions {
		condition := &query.Conditions[i]
		switch condition.Field {
		case isnad.SpeakerName, isnad.EntityName:
			condition.Known = a.rows(condition.Value)
		case isnad.EventCode:
			code, ok := show.EventCode(condition.Value)
			if !ok {
				return query, usage{isnad.Errorf(isnad.Invalid, "query", "letter %d: there is no event type %q", condition.At, condition.Value).
					WithHint("the types are " + strings.Join(eventTypes(), ", ") + "; a mode stands behind a stroke, as in consult/phone")}
			}
			condition.Value = code
		}
	}
	return query, nil
}

func eventTypes() (names []string) {
	for _, kind := range isnad.EventTypes() {
		names = append(names, strings.ToLower(string(kind)))
	}
	return names
}
