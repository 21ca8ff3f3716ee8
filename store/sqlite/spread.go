package sqlite

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// spread does n pieces of work on all processors and returns the first error.
func spread(ctx context.Context, n int, work func(int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return work(i)
		})
	}
	return group.Wait()
}
