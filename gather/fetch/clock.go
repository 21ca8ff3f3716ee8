package fetch

import (
	"context"
	"time"
)

// Clock tells the time and waits for it. All waiting that is meant (delays,
// backing off, robots.txt growing old) goes by it; what bounds the other side
// (Options.Timeout) is real time, since the network knows no other.
type Clock interface {
	Now() time.Time
	After(time.Duration) <-chan time.Time
}

type systemClock struct{}

func (systemClock) Now() time.Time                         { return time.Now() }
func (systemClock) After(d time.Duration) <-chan time.Time { return time.After(d) }

// wait returns when d has passed or ctx is done, with the context's error then.
func wait(ctx context.Context, clock Clock, d time.Duration) error {
	if err := ctx.Err(); err != nil || d <= 0 {
		return err
	}
	select {
	case <-clock.After(d):
		return ctx.Err()
	case <-ctx.Done():
		return ctx.Err()
	}
}
