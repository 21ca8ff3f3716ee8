package engine

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/feeds"
	"github.com/isnad-news/isnad/gather/fetch"
)

// Web is the way out to the network: a [fetch.Client], which is polite and
// refuses what it must.
type Web interface {
	Get(ctx context.Context, request fetch.Request) (*fetch.Response, error)
}

// FollowStore is what following sources asks of a store.
type FollowStore interface {
	isnad.Keeper
	isnad.SourceKeeper
	// Snapshot returns what came in, by its digest.
	Snapshot(ctx context.Context, digest string) (isnad.Snapshot, error)
}

// FollowOptions say how sources are followed. The zero value checks what is due
// and tells nothing.
type FollowOptions struct {
	All     bool              // also what is not due yet
	Told    func(Taken)       // hears of each snapshot once it is on the disk
	Checked func(isnad.Fetch) // hears of each address of a source once it was checked; called by several goroutines
	Missed  func(isnad.Fetch) // hears of each listed page that is gone or forbidden; called by several goroutines
}

const (
	defaultInterval = 15 * time.Minute
	longestBackoff  = 12 * time.Hour
	sourcesAtOnce   = 16 // sources checked at once; one host is asked one thing at a time whatever their number
)

// Follow checks the addresses of sources that are due and reads what they list
// into the store, many sources at once. problems joins what went wrong with
// sources while the others went on; err is the store's, or that of a cancelled
// context, which end the round.
func (e *Engine) Follow(ctx context.Context, store FollowStore, web Web, sources []isnad.FollowedSource, options FollowOptions) (problems, err error) {
	err = e.following(ctx, store, web, options, func(ctx context.Context, f *follower) {
		problems = f.sources(ctx, sources)
	})
	return problems, err
}

// following runs check with a follower whose arrivals are read and stored
// meanwhile. The error is the store's or that of a cancelled context.
func (e *Engine) following(ctx context.Context, store FollowStore, web Web, options FollowOptions, check func(context.Context, *follower)) error {
	reading, stop := context.WithCancelCause(ctx)
	f := &follower{engine: e, store: store, web: web, options: options, arrivals: make(chan arrival, ahead), stop: stop}
	done := make(chan struct{})
	go func() {
		defer close(done)
		check(reading, f)
		close(f.arrivals)
	}()
	err := e.intake(ctx, store, f.arrivals, options.Told)
	stop(err)
	<-done
	if cause := context.Cause(reading); err == nil && cause != nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	return err
}

// follower checks sources.
type follower struct {
	engine   *Engine
	store    FollowStore
	web      Web
	options  FollowOptions
	arrivals chan arrival
	stop     context.CancelCauseFunc // ends all checks for an error of the store
}

// sources checks each source once; the error is in their order.
func (f *follower) sources(ctx context.Context, sources []isnad.FollowedSource) error {
	var group errgroup.Group
	group.SetLimit(sourcesAtOnce)
	errs := make([]error, len(sources))
	for i, source := range sources {
		group.Go(func() error {
			errs[i] = f.source(ctx, source)
			return nil
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

// source checks the addresses of one source that are due, one after another.
func (f *follower) source(ctx context.Context, source isnad.FollowedSource) error {
	if source.Paused {
		return nil
	}
	var errs []error
	check := f.address
	if source.Name == "" {
		check = f.named
	}
	for _, address := range source.Addresses {
		if err := check(ctx, source, address); ctx.Err() == nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// named reads an address that was named by hand, of no source: a feed for what
// it lists, any other page as a report. It is always asked for. How a page
// stands that a followed source lists stays that source's.
func (f *follower) named(ctx context.Context, source isnad.FollowedSource, address string) error {
	response, err := f.web.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return err
	}
	counted := &tally{}
	if feed, err := feeds.Parse(documentOf(response), f.engine.now()); err == nil {
		items, err := f.below(ctx, feed, sitemapsDepth, map[string]bool{response.URL: true})
		return errors.Join(err, f.pages(ctx, source, listed{items: items}, counted))
	}
	snapshot := isnad.Snapshot{
		SHA256: digestOfBytes(response.Bytes), Source: address, URL: response.URL, Fetched: response.Fetched,
		ContentType: response.ContentType, Bytes: response.Bytes,
	}
	return f.send(ctx, arrival{snapshot: snapshot, tally: counted})
}

// stand returns how fetching an address stands.
func (f *follower) stand(ctx context.Context, address string) (isnad.Fetch, error) {
	stand, err := f.store.Fetch(ctx, address)
	return stand, f.fatal(err)
}

// keep stores how fetching an address stands.
func (f *follower) keep(ctx context.Context, stand isnad.Fetch) error {
	return f.fatal(f.store.PutFetch(ctx, stand))
}

// fatal ends the round for an error of the store.
func (f *follower) fatal(err error) error {
	if err != nil {
		f.stop(err)
	}
	return err
}

// address checks one address of a source, if it is due. How it stands is stored
// behind the pages that it lists, so that a list counts as read only when they
// are on the disk.
func (f *follower) address(ctx context.Context, source isnad.FollowedSource, address string) error {
	stand, err := f.stand(ctx, address)
	if err != nil {
		return err
	}
	now := f.engine.now()
	if !f.options.All && now.Before(stand.Next) {
		return nil
	}
	stand.Source, stand.Checked = source.Name, now
	list, err := f.list(ctx, source, address, &stand)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		// Asked for whole the next time: what came may have been half.
		stand.ETag, stand.LastModified = "", ""
		failed(&stand, err, interval(source))
		f.tell(stand)
		return errors.Join(err, f.keep(ctx, stand))
	}
	stand.Next, stand.Failures, stand.Problem = now.Add(interval(source)), 0, ""
	counted := &tally{items: len(list.items)}
	problem := f.pages(ctx, source, list, counted)
	if problem != nil || list.part {
		// Asked for whole, so that what failed comes up again, and what the
		// address lists through others does.
		stand.ETag, stand.LastModified = "", ""
	}
	// The check is over when it is on the disk: who asks when the next one is
	// due must not see how things stood before.
	stored := make(chan struct{})
	read := func(ctx context.Context) error {
		defer close(stored)
		if !list.unchanged {
			stand.Items, stand.New = counted.items, counted.fresh
		}
		f.tell(stand)
		return f.store.PutFetch(ctx, stand)
	}
	if err := f.send(ctx, arrival{after: read}); err != nil {
		return err
	}
	select {
	case <-stored:
	case <-ctx.Done():
	}
	return problem
}

func (f *follower) send(ctx context.Context, one arrival) error {
	select {
	case f.arrivals <- one:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (f *follower) tell(stand isnad.Fetch) {
	if f.options.Checked != nil {
		f.options.Checked(stand)
	}
}

// failed notes a check that failed. The next one comes after the interval,
// doubled with each failure, and not before the server wants it.
func failed(stand *isnad.Fetch, err error, interval time.Duration) {
	stand.Failures++
	stand.Status, stand.Problem = fetch.Status(err), err.Error()
	wait := max(interval, time.Minute)
	for range min(stand.Failures-1, 16) {
		wait = min(2*wait, max(longestBackoff, interval))
	}
	stand.Next = stand.Checked.Add(max(wait, fetch.RetryAfter(err)))
}

// interval is how long a source is left alone after a check.
func interval(source isnad.FollowedSource) time.Duration {
	if source.Interval <= 0 {
		return defaultInterval
	}
	return source.Interval
}
