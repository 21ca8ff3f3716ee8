package engine

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
	"github.com/isnad-news/isnad/collate/versions"
)

// annotateBatch is how many articles are annotated between two writes.
const annotateBatch = 256

// Annotate annotates what the store holds and other rules made, or none. told
// hears how many are done after each write. It can be stopped and called again
// at any time. problems tell of reports that gave no facts for a mistake in the
// rules; err is the store's or that of a cancelled context.
func (e *Engine) Annotate(ctx context.Context, store isnad.DocKeeper, told func(done int)) (done int, problems, err error) {
	var mistakes []error
	for {
		stale, err := store.Stale(ctx, e.rules, annotateBatch)
		if err != nil || len(stale) == 0 {
			return done, errors.Join(mistakes...), err
		}
		docs, causes := make([]*isnad.Doc, len(stale)), make([]string, len(stale))
		err = e.each(ctx, len(stale), func(i int) { docs[i], causes[i] = e.doc(stale[i]) })
		if err == nil {
			err = store.PutDocs(ctx, e.rules, docs)
		}
		if err != nil {
			return done, errors.Join(mistakes...), err
		}
		for _, cause := range causes {
			if cause != "" && len(mistakes) < mostProblems {
				mistakes = append(mistakes, isnad.Errorf(isnad.Invalid, "", "%s", cause))
			}
		}
		done += len(docs)
		if told != nil {
			told(done)
		}
	}
}

// CollateStore is what Collate and Forget ask of a store.
type CollateStore interface {
	isnad.Reader
	isnad.DocKeeper
	isnad.RecordKeeper
}

// Collate makes the record of the stored articles that came out in days, and of
// those that stand in a story with one of them, and stores its stories in place
// of theirs. The record is nil if there are none. Stories that the store refuses
// for what is in them, and reports without facts for a mistake in the rules, cost
// themselves alone: the error then comes with the record.
func (e *Engine) Collate(ctx context.Context, store CollateStore, days isnad.Days) (*isnad.Record, error) {
	var docs []*isnad.Doc
	var ids []string
	for doc, err := range store.Docs(ctx, days) {
		if err != nil {
			return nil, err
		}
		docs, ids = append(docs, doc), append(ids, doc.Article.ID)
	}
	if len(docs) == 0 {
		return nil, ctx.Err()
	}
	companions, err := store.Companions(ctx, ids)
	if err != nil {
		return nil, err
	}
	more, err := annotated(ctx, store, companions)
	if err != nil {
		return nil, err
	}
	return e.collate(ctx, store, append(docs, more...))
}

// annotated returns the docs of articles, those without one left out.
func annotated(ctx context.Context, store isnad.Reader, articles []string) ([]*isnad.Doc, error) {
	var docs []*isnad.Doc
	for _, id := range articles {
		doc, err := store.Doc(ctx, id, "")
		if errors.Is(err, isnad.NotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// collate makes and stores the record of docs that are in the store.
func (e *Engine) collate(ctx context.Context, store CollateStore, docs []*isnad.Doc) (*isnad.Record, error) {
	if len(docs) == 0 {
		return nil, ctx.Err()
	}
	// What an earlier collating inferred of an article is not evidence now.
	fresh := slices.Clone(docs)
	var articles []*isnad.Article
	var at []int
	for i, doc := range docs {
		if !isInferred(doc.Article) {
			continue
		}
		article, err := store.Article(ctx, doc.Article.ID, doc.Article.Version)
		if err != nil {
			return nil, err
		}
		articles, at = append(articles, article), append(at, i)
	}
	problems := make([]error, len(articles))
	err := e.each(ctx, len(articles), func(i int) {
		doc, problem := e.doc(articles[i])
		if fresh[at[i]] = doc; problem != "" {
			problems[i] = isnad.Errorf(isnad.Invalid, "", "%s", problem)
		}
	})
	if err != nil {
		return nil, err
	}
	record, err := e.inferred(ctx, fresh)
	if err != nil {
		return nil, err
	}
	if err := e.keepInferred(ctx, store, docs, record.Docs); err != nil {
		return nil, err
	}
	ids := make([]string, len(record.Docs))
	for i, doc := range record.Docs {
		ids[i] = doc.Article.ID
	}
	standing, err := store.Standing(ctx, ids)
	if err != nil {
		return nil, err
	}
	collate.Continue(record, standing)
	var refused refusedError
	if err := putStories(ctx, store, record, &refused); err != nil {
		return record, err
	}
	return record, errors.Join(append(problems, refused.orNil())...)
}

// keepInferred stores the docs that collating annotated again.
func (e *Engine) keepInferred(ctx context.Context, store isnad.DocKeeper, before, after []*isnad.Doc) error {
	known := make(map[*isnad.Doc]bool, len(before))
	for _, doc := range before {
		known[doc] = true
	}
	var again []*isnad.Doc
	for _, doc := range after {
		if !known[doc] {
			again = append(again, doc)
		}
	}
	if len(again) == 0 {
		return nil
	}
	return store.PutDocs(ctx, e.rules, again)
}

// Forget takes an article out of the store and collates the stories again that
// told of it. What is left behind is a tombstone. An error of kind
// [isnad.Conflict] says that the article is forgotten and that its bytes could
// not yet be cut from the end of the store's log, since someone reads there.
func (e *Engine) Forget(ctx context.Context, store interface {
	CollateStore
	isnad.Warden
}, article, why string) error {
	companions, forgotten := store.Forget(ctx, article, why)
	if forgotten != nil && !errors.Is(forgotten, isnad.Conflict) {
		return forgotten
	}
	docs, err := annotated(ctx, store, companions)
	if err == nil {
		_, err = e.collate(ctx, store, docs)
	}
	return errors.Join(forgotten, err)
}

// Record annotates and collates articles. Reports without a date that their
// story dates, and reports with a passage that their outlet prints everywhere,
// are annotated again with what was learned.
func (e *Engine) Record(ctx context.Context, articles []*isnad.Article) (*isnad.Record, error) {
	docs, err := e.Docs(ctx, articles)
	if err != nil {
		return nil, err
	}
	return e.inferred(ctx, docs)
}

// inferred collates docs with what only the whole of them tells: boilerplate
// and the days of undated reports.
func (e *Engine) inferred(ctx context.Context, docs []*isnad.Doc) (*isnad.Record, error) {
	again := make(map[int]*isnad.Article)
	for i, parts := range collate.Boilerplate(docs) {
		article := *docs[i].Article
		article.Parts = slices.Clone(article.Parts)
		for _, part := range parts {
			article.Parts[part].Kind = isnad.Boilerplate
		}
		again[i] = &article
	}
	docs, err := e.annotateAgain(ctx, docs, again)
	if err != nil {
		return nil, err
	}
	record := collate.Record(docs, e.facts)
	dates := collate.Dates(record)
	if err := ctx.Err(); err != nil || len(dates) == 0 {
		return record, err
	}
	clear(again)
	for i, published := range dates {
		article := *record.Docs[i].Article
		article.Published = published
		again[i] = &article
	}
	if docs, err = e.annotateAgain(ctx, record.Docs, again); err != nil {
		return nil, err
	}
	return collate.Record(docs, e.facts), ctx.Err()
}

// annotateAgain returns docs with those at the keys of articles made of these.
// Where a mistake in the rules shows only now, the doc stays what it was.
func (e *Engine) annotateAgain(ctx context.Context, docs []*isnad.Doc, articles map[int]*isnad.Article) ([]*isnad.Doc, error) {
	docs = slices.Clone(docs)
	at := slices.Collect(maps.Keys(articles))
	err := e.each(ctx, len(at), func(i int) {
		if doc, problem := e.doc(articles[at[i]]); problem == "" {
			docs[at[i]] = doc
		}
	})
	return docs, err
}

// isInferred reports whether an article carries what was inferred from others.
func isInferred(article *isnad.Article) bool {
	return article.Published.How == isnad.FromStory ||
		slices.ContainsFunc(article.Parts, func(part isnad.Part) bool { return part.Kind == isnad.Boilerplate })
}

// Edit is one version of a stored report and what it changed.
type Edit struct {
	Version       isnad.Version
	Change        versions.Change // zero for the first version
	Before, After *isnad.Doc      // Before is nil for the first version
}

// Edits lists the versions of a stored report, the earliest first, each with
// what it changed of the one before.
func Edits(ctx context.Context, store isnad.Reader, article string) ([]Edit, error) {
	list, err := store.Versions(ctx, article)
	if err != nil {
		return nil, err
	}
	var edits []Edit
	var before *isnad.Doc
	for _, version := range list {
		after, err := store.Doc(ctx, version.Article, version.Version)
		if err != nil {
			return nil, err
		}
		edit := Edit{Version: version, Before: before, After: after}
		if before != nil {
			edit.Change = versions.Compare(before, after)
		}
		edits, before = append(edits, edit), after
	}
	return edits, nil
}
