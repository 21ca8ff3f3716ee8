package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/store/sqlite"
)

// storeFlag names the store that a verb works on.
type storeFlag struct {
	Store string `default:"isnad.db" env:"ISNAD_STORE" placeholder:"FILE" help:"The store; isnad.db in this folder if not given."`
}

// make opens the store for writing and makes it if there is none.
func (s storeFlag) make(ctx context.Context) (*sqlite.Store, error) {
	return sqlite.Open(ctx, s.Store, sqlite.Options{})
}

// watchWait is how long a watch waits for another writer, an import say, before
// it gives up.
const watchWait = 30 * time.Minute

// makePatient is make for work that goes on for months.
func (s storeFlag) makePatient(ctx context.Context) (*sqlite.Store, error) {
	return sqlite.Open(ctx, s.Store, sqlite.Options{Wait: watchWait})
}

// open opens a store that must be there, for writing.
func (s storeFlag) open(ctx context.Context) (*sqlite.Store, error) {
	if err := s.exists(); err != nil {
		return nil, err
	}
	return s.make(ctx)
}

// read opens a store that must be there, for reading alone.
func (s storeFlag) read(ctx context.Context) (*sqlite.Store, error) {
	if err := s.exists(); err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, s.Store, sqlite.Options{ReadOnly: true})
}

func (s storeFlag) exists() error {
	info, err := os.Stat(s.Store)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return isnad.Errorf(isnad.NotFound, s.Store, "no store there").
			WithHint("isnad gather makes one; name another with --store FILE or ISNAD_STORE")
	case err == nil && info.Mode().IsRegular() && info.Size() == 0:
		return isnad.Errorf(isnad.NotFound, s.Store, "the file is empty, and no store").
			WithHint("isnad gather makes it one; name another with --store FILE or ISNAD_STORE")
	}
	return nil
}

// asked opens a store that must be there and hold a report, to be asked.
func (s storeFlag) asked(ctx context.Context) (store *sqlite.Store, totals isnad.Totals, err error) {
	var missing *isnad.Error
	if errors.As(s.exists(), &missing) {
		return nil, totals, missing.WithHint("isnad gather FILE… makes one; --demo asks the demo reports instead, --store FILE another store")
	}
	store, err = s.read(ctx)
	if errors.Is(err, isnad.Unsupported) {
		store, err = s.open(ctx) // which brings one of an older program up to date
	}
	if err != nil {
		return nil, totals, err
	}
	if totals, err = store.Totals(ctx); err == nil && totals.Articles == 0 {
		err = isnad.Errorf(isnad.NotFound, s.Store, "the store holds no report").WithHint("isnad gather FILE… reads some into it")
	}
	if err != nil {
		return nil, totals, errors.Join(err, store.Close())
	}
	return store, totals, nil
}

// closing closes the store and adds to err what that says.
func closing(store *sqlite.Store, err *error) { *err = errors.Join(*err, store.Close()) }
