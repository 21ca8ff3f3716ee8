// Package sqlite keeps articles and what was read from them in one SQLite
// file, the default store of the program. Nothing needs to be installed.
//
// # Promises
//
// A call that returned without error is on the disk; one that did not has left
// no trace: every change is one transaction, written ahead and synced before
// it is acknowledged. One connection writes, others read what stood when they
// began, so that reading never waits for writing.
//
// Text that is forgotten leaves no bytes behind: pages that are freed are
// overwritten, the index of words is merged and the log of changes is cut.
//
// # The file
//
// FILE holds everything. While the store is open FILE-wal holds changes that
// are not yet in FILE, and FILE-shm an index over them; the last one who closes
// the store removes both. A copy of FILE alone is a copy of the store only while
// nobody has it open: use [Store.Backup]. New files get the permissions that
// the umask leaves of 0644.
//
// Articles, layers, snapshots and stories are kept as JSON under the names of
// the Go types, compressed (see pack.go); what is asked for by a query has
// columns. In a value that was stored and read again a slice or map without
// elements is nil and times have the offset that they were given with.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"time"
)

// Options say how a store is opened. The zero value opens for reading and
// writing and makes a file that is not there.
type Options struct {
	// ReadOnly opens a store that is there and writes nothing, not even beside
	// it where the folder does not let it. Verbs that only read use it.
	ReadOnly bool
	// Readers is how many may read at once; 0 for 8. More wait their turn.
	Readers int
	// Wait is how long to wait for another program that writes; 0 for ten
	// seconds. Then the error is of kind [isnad.Conflict].
	Wait time.Duration
	// Now is the clock that stamps what is taken in; nil for time.Now.
	Now func() time.Time

	pages int // most pages of the file, for tests; 0 for no bound
}

// Store is an open store. It may be used by many goroutines at once.
type Store struct {
	file    string
	options Options
	query   url.Values // how the file is opened for reading; see openToRead
	reader  *sql.DB
	writer  *writer // nil if read-only
}

// Close ends the store. What was acknowledged is kept whether it is called or
// not; it also moves the log of changes into the file. A change in the making
// is waited for.
func (s *Store) Close() error {
	err := s.reader.Close()
	if s.writer != nil {
		err = errors.Join(err, s.writer.close())
	}
	return s.fail(context.Background(), "close", err)
}

// now is the moment that is stamped on what is taken in.
func (s *Store) now() time.Time { return s.options.Now().UTC() }
