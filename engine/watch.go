package engine

import (
	"context"
	"time"

	"github.com/isnad-news/isnad"
)

// longestRest is how long a watch rests at most before it looks at its sources
// again, so that a list that was edited is taken up.
const longestRest = time.Minute

// Watch follows sources until ctx is done, which is no error: each is checked
// when it is due. list is asked before each round. problem hears what went wrong
// in a round; an error of the store ends the watch.
func (e *Engine) Watch(ctx context.Context, store FollowStore, web Web, list func() ([]isnad.FollowedSource, error), options FollowOptions, problem func(error)) error {
	var sources []isnad.FollowedSource
	for {
		now, err := list()
		if err != nil {
			problem(err)
		} else {
			sources = now
		}
		problems, err := e.Follow(ctx, store, web, sources, options)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case problems != nil:
			problem(problems)
		}
		rest, err := e.rest(ctx, store, sources)
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(rest):
		}
		options.All = false
	}
}

// rest is how long nothing is due.
func (e *Engine) rest(ctx context.Context, store FollowStore, sources []isnad.FollowedSource) (time.Duration, error) {
	rest := longestRest
	for _, source := range sources {
		for _, address := range source.Addresses {
			stand, err := store.Fetch(ctx, address)
			if err != nil {
				return 0, err
			}
			if !source.Paused {
				rest = min(rest, stand.Next.Sub(e.now()))
			}
		}
	}
	return max(rest, time.Second), nil
}
