package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"syscall"

	driver "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"

	"github.com/isnad-news/isnad"
)

// fail makes an error of the driver one of ours: what was done, to which file,
// of which kind, and what the user could do. Errors that are ours already and
// those of a context pass unchanged.
func (s *Store) fail(ctx context.Context, what string, err error) error {
	var own *isnad.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, sql.ErrConnDone) || err.Error() == "sql: database is closed":
		return s.closed(what)
	}
	kind, hint := s.sort(err)
	return isnad.Errorf(kind, s.file, "%s: %w", what, err).WithHint(hint)
}

func (s *Store) closed(what string) error {
	return isnad.Errorf(isnad.Conflict, s.file, "%s: the store is closed", what)
}

// resultOf is SQLite's extended result code of err; 0 if it is not SQLite's.
func resultOf(err error) int {
	var failed *driver.Error
	if errors.As(err, &failed) {
		return failed.Code()
	}
	return 0
}

// primary is the result code without its extension.
func primary(result int) int { return result & 0xff }

// busy reports whether another program holds the file.
func busy(err error) bool {
	result := primary(resultOf(err))
	return result == code.SQLITE_BUSY || result == code.SQLITE_LOCKED
}

// The hints of more than one error.
const (
	roomHint   = "make room on the disk and run the command again; what was reported as stored is kept"
	damageHint = "run isnad check, and restore the store from a backup or an export"
)

// sort tells the kind of an error of SQLite and what to do about it.
func (s *Store) sort(err error) (isnad.Kind, string) {
	switch primary(resultOf(err)) {
	case code.SQLITE_BUSY, code.SQLITE_LOCKED:
		return isnad.Conflict, "another isnad is writing: wait until it has ended"
	case code.SQLITE_FULL:
		return isnad.Full, roomHint
	case code.SQLITE_IOERR:
		if full(err) || s.noRoom() {
			return isnad.Full, roomHint
		}
		return isnad.Unreadable, "the disk or the network drive reports an error: see what the system says of it"
	case code.SQLITE_READONLY:
		return isnad.Unreadable, "the file or its folder may not be written to: change its permissions or name another store"
	case code.SQLITE_CANTOPEN, code.SQLITE_PERM, code.SQLITE_AUTH:
		return isnad.Unreadable, "see whether the file and its folder may be read and written to"
	case code.SQLITE_NOTADB:
		return isnad.Unsupported, "name another file: this one is not a store"
	case code.SQLITE_CORRUPT:
		return isnad.Unreadable, damageHint
	case code.SQLITE_CONSTRAINT:
		return isnad.Invalid, damageHint
	case code.SQLITE_TOOBIG:
		return isnad.TooLarge, ""
	}
	return isnad.Unreadable, ""
}

// noRoom reports whether the disk takes no more. SQLite gives a full disk out
// as a failure of input and output where it shows while a log is made longer.
func (s *Store) noRoom() bool {
	probe, err := os.CreateTemp(filepath.Dir(s.file), ".room-*")
	if err != nil {
		return full(err)
	}
	defer os.Remove(probe.Name())
	defer probe.Close()
	_, err = probe.Write(make([]byte, 256<<10))
	return full(err)
}

func full(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }
