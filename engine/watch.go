package engine

import (
	"context"
	"time"

	"github.com/isnad-news/isnad"
)

const (
	longestRest  = time.Minute // after which a watch looks at its list again, which may have been edited
	shortestRest = time.Second
)

// Watch follows sources until ctx is done, which is no error: each is checked
// when it is due, whatever the others do meanwhile. list is asked for the
// sources again and again. problem hears what went wrong with one of them, from
// one goroutine at a time. An error of the store ends the watch.
func (e *Engine) Watch(ctx context.Context, store FollowStore, web Web, list func() ([]isnad.FollowedSource, error), options FollowOptions, problem func(error)) error {
	err := e.following(ctx, store, web, options, func(ctx context.Context, f *follower) {
		w := &watch{follower: f, list: list, problem: problem, checked: make(chan checked), due: make(map[string]time.Time), busy: make(map[string]bool)}
		w.run(ctx)
	})
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// watch says which source is checked when.
type watch struct {
	*follower
	list    func() ([]isnad.FollowedSource, error)
	problem func(error)
	checked chan checked
	sources []isnad.FollowedSource
	due     map[string]time.Time // by name; zero for one to be checked at once
	busy    map[string]bool
}

// checked is the end of one check.
type checked struct {
	source isnad.FollowedSource
	err    error
}

func (w *watch) run(ctx context.Context) {
	for ctx.Err() == nil {
		if sources, err := w.list(); err == nil {
			w.sources = sources
		} else {
			w.problem(err)
		}
		w.begin(ctx)
		select {
		case <-ctx.Done():
		case one := <-w.checked:
			w.end(ctx, one)
		case <-time.After(w.rest()):
		}
	}
	for len(w.busy) > 0 {
		delete(w.busy, (<-w.checked).source.Name)
	}
}

// begin starts the checks that are due, up to so many at once.
func (w *watch) begin(ctx context.Context) {
	now := w.engine.now()
	for _, source := range w.sources {
		if w.busy[source.Name] || source.Paused || len(w.busy) >= sourcesAtOnce || now.Before(w.due[source.Name]) {
			continue
		}
		w.busy[source.Name] = true
		go func() { w.checked <- checked{source, w.source(ctx, source)} }()
	}
}

// end notes when a source that was checked is due again.
func (w *watch) end(ctx context.Context, one checked) {
	delete(w.busy, one.source.Name)
	if one.err != nil && ctx.Err() == nil {
		w.problem(one.err)
	}
	next := w.engine.now().Add(interval(one.source))
	for _, address := range one.source.Addresses {
		if stand, err := w.stand(ctx, address); err == nil && stand.Next.Before(next) {
			next = stand.Next
		}
	}
	// What a check left due, a second address that failed, say, waits its turn.
	w.due[one.source.Name] = later(next, w.engine.now().Add(shortestRest))
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// rest is how long nothing is due.
func (w *watch) rest() time.Duration {
	rest := longestRest
	for _, source := range w.sources {
		if !w.busy[source.Name] && !source.Paused {
			rest = min(rest, w.due[source.Name].Sub(w.engine.now()))
		}
	}
	return max(rest, shortestRest)
}
