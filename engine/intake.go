package engine

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

// Taken is what became of one snapshot, told after it is on the disk.
type Taken struct {
	Outcome isnad.Outcome
	Source  string // of the snapshot, with its record
	Article string // ID; empty if there is none
	Version string
	Title   string
	Outlet  string
	Problem string // why no report could be read; empty if one was
}

// arrival is what comes to the intake: a snapshot, with how fetching its
// address will stand once it is stored; or, instead, what is to be done when all
// that came before is on the disk.
type arrival struct {
	snapshot isnad.Snapshot
	fetch    *isnad.Fetch
	tally    *tally // may be nil
	after    func(ctx context.Context) error
}

// tally counts what one file or feed brought. The goroutine that writes counts,
// and what runs after may read.
type tally struct{ items, fresh int }

const (
	batchSize  = 128     // snapshots that are stored as one
	batchBytes = 8 << 20 // bytes of snapshots above which a batch is closed early
	ahead      = 4       // snapshots that are read before a batch has room for them; each may be large
	linger     = 100 * time.Millisecond
)

// batch is a stretch of arrivals; read is made of fresh, one by one.
type batch struct {
	fresh []arrival
	read  []isnad.Intake
	seen  []isnad.Fetch                   // how fetching stands of what was there before
	after func(ctx context.Context) error // nil if it only was full
}

// intake reads, annotates and stores what arrives, in the order in which it
// arrives, until arrivals is closed. While one batch is annotated the one before
// it is written. The first error of the store ends it; so does a cancelled
// context, after the batch that is being written.
func (e *Engine) intake(ctx context.Context, store isnad.Keeper, arrivals <-chan arrival, told func(Taken)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	ready, written := make(chan batch), make(chan error, 1)
	go func() {
		var failed error
		for one := range ready {
			if failed == nil {
				if failed = put(ctx, store, one, told); failed != nil {
					cancel(failed)
				}
			}
		}
		written <- failed
	}()
	failed := e.prepare(ctx, store, arrivals, ready)
	close(ready)
	if err := <-written; err != nil {
		return err
	}
	return failed
}

// prepare makes batches of what arrives.
func (e *Engine) prepare(ctx context.Context, store isnad.Keeper, arrivals <-chan arrival, ready chan<- batch) error {
	for {
		some, after, more := collect(ctx, arrivals)
		if err := ctx.Err(); err != nil {
			return err
		}
		fresh, seen, err := unseen(ctx, store, some)
		if err != nil {
			return err
		}
		read, err := e.readBatch(ctx, fresh)
		if err != nil {
			return err
		}
		if len(fresh)+len(seen) > 0 || after != nil {
			ready <- batch{fresh, read, seen, after}
		}
		if !more {
			return nil
		}
	}
}

// collect takes what has arrived, up to a batch or to something to do after it.
// A batch that is not full is closed when nothing more comes for a while. more
// is false when arrivals is closed or ctx is done.
func collect(ctx context.Context, arrivals <-chan arrival) (some []arrival, after func(context.Context) error, more bool) {
	size := 0
	var idle <-chan time.Time
	for len(some) < batchSize && size < batchBytes {
		select {
		case <-ctx.Done():
			return nil, nil, false
		case <-idle:
			return some, nil, true
		case one, ok := <-arrivals:
			if !ok || one.after != nil {
				return some, one.after, ok
			}
			some = append(some, one)
			size += len(one.snapshot.Bytes)
			if idle == nil {
				idle = time.After(linger)
			}
		}
	}
	return some, nil, true
}

// unseen parts what is new from what was stored before or is the second of two
// that are the same; of these only how fetching stands is kept.
func unseen(ctx context.Context, store isnad.Keeper, some []arrival) (fresh []arrival, known []isnad.Fetch, err error) {
	if len(some) == 0 {
		return nil, nil, nil
	}
	digests := make([]string, len(some))
	for i, one := range some {
		digests[i] = one.snapshot.SHA256
	}
	seen, err := store.Seen(ctx, digests)
	if err != nil {
		return nil, nil, err
	}
	again := make(map[string]bool, len(some))
	for _, one := range some {
		digest := one.snapshot.SHA256
		switch {
		case !seen[digest] && !again[digest]:
			again[digest] = true
			fresh = append(fresh, one)
		case one.fetch != nil:
			known = append(known, *one.fetch)
		}
	}
	return fresh, known, nil
}

// readBatch reads and annotates a batch, several at once; the result is in its
// order. The error is that of a cancelled context alone.
func (e *Engine) readBatch(ctx context.Context, batch []arrival) ([]isnad.Intake, error) {
	read := make([]isnad.Intake, len(batch))
	err := e.each(ctx, len(batch), func(i int) { read[i] = e.readOne(batch[i]) })
	return read, err
}

// readOne reads the report of one snapshot. Of a snapshot that holds several,
// which [archives.Each] never gives, the first counts.
func (e *Engine) readOne(one arrival) isnad.Intake {
	intake := isnad.Intake{Snapshot: one.snapshot, Fetch: one.fetch}
	article, err := e.article(one.snapshot)
	if err != nil {
		intake.Problem = err.Error()
		return intake
	}
	intake.Article, intake.Rules = article, e.rules
	intake.Doc, intake.Problem = e.doc(article)
	return intake
}

// article reads the report of a snapshot. A panic is a mistake of ours that
// costs this report and not the others, which a program that runs for months
// owes its users.
func (e *Engine) article(snapshot isnad.Snapshot) (article *isnad.Article, err error) {
	defer func() {
		if mistake := recover(); mistake != nil {
			err = isnad.Errorf(isnad.Invalid, recordName(snapshot), "a mistake in reading it: %v", mistake)
		}
	}()
	if isList(snapshot) {
		return nil, isnad.Errorf(isnad.Unsupported, recordName(snapshot), "is a list of reports and none itself").
			WithHint("gather its address, or follow it with isnad sources add")
	}
	articles, err := gather.Articles(snapshot, e.gather)
	if len(articles) > 0 {
		return articles[0], articles[0].Check()
	}
	if err == nil {
		err = isnad.Errorf(isnad.Invalid, recordName(snapshot), "holds no report")
	}
	return nil, err
}

// isList reports whether a snapshot is a feed or a sitemap by its first element.
func isList(snapshot isnad.Snapshot) bool {
	head := snapshot.Bytes[:min(len(snapshot.Bytes), 1024)]
	return listStart.Match(head)
}

var listStart = regexp.MustCompile(`(?i)^[^<]*(<[?!][^>]*>\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]`)

// doc annotates an article for a store. Where a mistake in the rules makes them
// panic or break a law, the doc has no facts, and problem says why.
func (e *Engine) doc(article *isnad.Article) (doc *isnad.Doc, problem string) {
	defer func() {
		if mistake := recover(); mistake != nil {
			doc, problem = &isnad.Doc{Article: article}, fmt.Sprintf("%s: no facts read, for a mistake in the rules: %v", article.Source, mistake)
		}
	}()
	doc = e.pipeline.Doc(article)
	if err := doc.Check(); err != nil {
		return &isnad.Doc{Article: article}, fmt.Sprintf("%s: no facts read, for a mistake in the rules: %v", article.Source, err)
	}
	return doc, ""
}

// put stores a batch, does what is to be done after it, and tells what became
// of it. A batch that is ready is written even when ctx is cancelled.
func put(ctx context.Context, store isnad.Keeper, one batch, told func(Taken)) error {
	ctx = context.WithoutCancel(ctx)
	outcomes, err := putAll(ctx, store, one.read)
	if err != nil {
		return err
	}
	for i, outcome := range outcomes {
		if tally := one.fresh[i].tally; tally != nil && (outcome == isnad.Added || outcome == isnad.Edited) {
			tally.fresh++
		}
		if told != nil {
			told(taken(outcome, &one.read[i]))
		}
	}
	for _, stand := range one.seen {
		if err := store.PutFetch(ctx, stand); err != nil {
			return err
		}
	}
	if one.after != nil {
		return one.after(ctx)
	}
	return nil
}

// putAll stores a batch. Where the store refuses it for what is in it, the
// snapshots are put one by one, so that one costs itself alone. What goes wrong
// behind it, with the stories of what is stored, is no refusal.
func putAll(ctx context.Context, store isnad.Keeper, read []isnad.Intake) ([]isnad.Outcome, error) {
	outcomes, err := store.Put(ctx, read)
	var behind *deskError
	if err == nil || errors.As(err, &behind) || !isRefused(err) {
		return outcomes, err
	}
	outcomes = make([]isnad.Outcome, len(read))
	for i := range read {
		one, err := store.Put(ctx, read[i:i+1])
		switch {
		case err == nil:
			outcomes[i] = one[0]
		case !errors.As(err, &behind) && isRefused(err):
			outcomes[i] = isnad.Unread
			read[i].Article, read[i].Doc, read[i].Problem = nil, nil, err.Error()
		default:
			return nil, err
		}
	}
	return outcomes, nil
}

func taken(outcome isnad.Outcome, intake *isnad.Intake) Taken {
	t := Taken{Outcome: outcome, Source: recordName(intake.Snapshot), Problem: intake.Problem}
	if a := intake.Article; a != nil {
		t.Article, t.Version, t.Title, t.Outlet = a.ID, a.Version, a.Title, a.Outlet.Name
	}
	return t
}
