package fetch

import (
	"context"
	"slices"
	"sync"
)

// turn is held by one at a time and passed on in the order in which it was
// asked for. The zero value is free.
type turn struct {
	mu    sync.Mutex
	held  bool
	queue []chan struct{} // closed when the turn comes
}

// take waits for the turn; who gets it must give it on. The error is that of
// the context.
func (t *turn) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t.mu.Lock()
	if !t.held {
		t.held = true
		t.mu.Unlock()
		return nil
	}
	mine := make(chan struct{})
	t.queue = append(t.queue, mine)
	t.mu.Unlock()
	select {
	case <-mine:
		return nil
	case <-ctx.Done():
		t.withdraw(mine)
		return ctx.Err()
	}
}

// withdraw leaves the queue, or gives the turn on if it came just now.
func (t *turn) withdraw(mine chan struct{}) {
	t.mu.Lock()
	i := slices.Index(t.queue, mine)
	if i >= 0 {
		t.queue = slices.Delete(t.queue, i, i+1)
	}
	t.mu.Unlock()
	if i < 0 {
		t.give()
	}
}

func (t *turn) give() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.queue) == 0 {
		t.held = false
		return
	}
	close(t.queue[0])
	t.queue = slices.Delete(t.queue, 0, 1)
}
