package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	code "modernc.org/sqlite/lib"

	"github.com/isnad-news/isnad"
)

// application marks the file as a store of this program: "isnd".
const application = 0x69736e64

// Pragmas of every connection. Numbers were chosen by the benchmarks.
const (
	pageSize   = 8192      // a packed article fits in one with little left over
	cacheBytes = 32 << 20  // of the writer
	readBytes  = 4 << 20   // of each reader
	logBytes   = 128 << 20 // the log is cut to it when it was longer
	step       = 250 * time.Millisecond
	leastBytes = 512 // of a file of SQLite
)

// Open opens the store in file, and makes it where there is none. A file that
// is something else is refused and left as it is, so is a store of a newer
// program.
func Open(ctx context.Context, file string, options Options) (*Store, error) {
	options.Readers = cmp.Or(options.Readers, 8)
	options.Wait = cmp.Or(options.Wait, 10*time.Second)
	if options.Now == nil {
		options.Now = time.Now
	}
	s := &Store{file: file, options: options}
	fresh, err := s.look()
	if err != nil {
		return nil, err
	}
	if options.ReadOnly {
		err = s.openToRead(ctx)
	} else {
		err = s.openToWrite(ctx, fresh)
	}
	if err != nil {
		return nil, s.fail(ctx, "open store", err)
	}
	return s, nil
}

// look sees what stands at the path. It must not open the file: closing it
// again would end the locks that this process may have on it.
func (s *Store) look() (fresh bool, err error) {
	info, err := os.Stat(s.file)
	switch {
	case err == nil && info.IsDir():
		return false, isnad.Errorf(isnad.Unsupported, s.file, "open store: it is a folder").WithHint("name a file in it")
	case err == nil && !info.Mode().IsRegular():
		return false, isnad.Errorf(isnad.Unsupported, s.file, "open store: it is not a regular file").WithHint("name another file")
	case err == nil && info.Size() > 0 && info.Size() < leastBytes:
		// SQLite takes so short a file for an empty one and would write over it.
		return false, isnad.Errorf(isnad.Unsupported, s.file, "open store: it is not a store").WithHint("name another file")
	case err == nil:
		return info.Size() == 0, nil
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
		return false, isnad.Errorf(isnad.Unreadable, s.file, "open store: %w", err).WithHint("see whether its folder may be read")
	case s.options.ReadOnly:
		return false, isnad.Errorf(isnad.NotFound, s.file, "open store: there is none").WithHint("isnad gather makes it")
	}
	if info, err := os.Stat(filepath.Dir(s.file)); err != nil || !info.IsDir() {
		return false, isnad.Errorf(isnad.NotFound, s.file, "open store: its folder is not there").WithHint("make the folder or name another file")
	}
	return true, nil
}

// connect opens a pool. Pragmas are written as SQLite wants them: name(value).
func (s *Store) connect(most int, query url.Values, pragmas ...string) (*sql.DB, error) {
	query = maps.Clone(query)
	if query == nil {
		query = url.Values{}
	}
	query["_pragma"] = append(pragmas, "foreign_keys(1)", "trusted_schema(0)", "temp_store(2)")
	path, err := filepath.Abs(s.file)
	if err != nil {
		return nil, err
	}
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path // a drive letter
	}
	name := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: query.Encode()}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db, nil
}

func pragma[T int | int64](name string, value T) string { return fmt.Sprintf("%s(%d)", name, value) }

func (s *Store) openToWrite(ctx context.Context, fresh bool) error {
	pragmas := []string{
		pragma("busy_timeout", step.Milliseconds()), pragma("page_size", pageSize), pragma("cache_size", -cacheBytes/1024),
		pragma("journal_size_limit", logBytes), "secure_delete(1)", "synchronous(2)",
	}
	if s.options.pages > 0 {
		pragmas = append(pragmas, pragma("max_page_count", s.options.pages))
	}
	db, err := s.connect(1, url.Values{"_txlock": {"immediate"}}, pragmas...)
	if err != nil {
		return err
	}
	w, err := newWriter(ctx, db, s.options.Wait)
	if err != nil {
		return err
	}
	if err = s.prepare(ctx, w); err == nil && fresh {
		err = syncFolder(s.file)
	}
	if err == nil {
		s.reader, err = s.readers(s.options.Readers)
	}
	if err != nil {
		return errors.Join(err, w.close())
	}
	s.writer = w
	return nil
}

// prepare makes sure that the file is a store of this program and of the schema
// that it knows, and makes it so where it is empty.
func (s *Store) prepare(ctx context.Context, w *writer) error {
	empty, err := s.identify(ctx, w.conn)
	if err != nil {
		return err
	}
	if empty {
		// Before the log is switched on, so that the mark is in the file itself.
		if err := w.patiently(ctx, "PRAGMA application_id = "+strconv.Itoa(application)); err != nil {
			return err
		}
	}
	if err := w.patiently(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return s.migrate(ctx, w)
}

// identify refuses a file of another program; empty reports that nobody wrote
// into it yet.
func (s *Store) identify(ctx context.Context, conn *sql.Conn) (empty bool, err error) {
	var mark, tables int64
	if err := conn.QueryRowContext(ctx, "PRAGMA application_id").Scan(&mark); err != nil {
		return false, err
	}
	if mark == application {
		return false, nil
	}
	if err := conn.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return false, err
	}
	if mark != 0 || tables != 0 {
		return false, isnad.Errorf(isnad.Unsupported, s.file, "open store: it is the database of another program").WithHint("name another file")
	}
	return true, nil
}

// openToRead opens a store in which nothing can be changed. Where the folder
// may not be written to, SQLite cannot share an index of the log with writers:
// the file is then taken as one that nobody changes, which holds if there is
// no log with changes beside it.
func (s *Store) openToRead(ctx context.Context) error {
	s.query = url.Values{"mode": {"ro"}}
	err := s.tryToRead(ctx)
	if result := primary(resultOf(err)); result != code.SQLITE_CANTOPEN && result != code.SQLITE_READONLY {
		return err
	}
	if log, missing := os.Stat(s.file + "-wal"); missing == nil && log.Size() > 0 {
		return isnad.Errorf(isnad.Unreadable, s.file, "open store: there are changes beside it that cannot be read here").
			WithHint("open the store once where its folder may be written to")
	}
	s.query.Set("immutable", "1")
	return s.tryToRead(ctx)
}

// readers is a pool of connections that change nothing.
func (s *Store) readers(most int) (*sql.DB, error) {
	return s.connect(most, s.query, pragma("busy_timeout", s.options.Wait.Milliseconds()), pragma("cache_size", -readBytes/1024), "query_only(1)")
}

func (s *Store) tryToRead(ctx context.Context) (err error) {
	s.reader, err = s.readers(s.options.Readers)
	if err != nil {
		return err
	}
	conn, err := s.reader.Conn(ctx)
	if err == nil {
		var fresh bool
		fresh, err = s.identify(ctx, conn)
		switch {
		case err != nil:
		case fresh:
			err = isnad.Errorf(isnad.NotFound, s.file, "open store: there is nothing in the file").WithHint("isnad gather makes a store of it, or name another file")
		default:
			err = s.readable(ctx, conn)
		}
		err = errors.Join(err, conn.Close())
	}
	if err != nil {
		return errors.Join(err, s.reader.Close())
	}
	return nil
}

// syncFolder makes the name of a new file last.
func syncFolder(file string) error {
	folder, err := os.Open(filepath.Dir(file))
	if err != nil {
		return err
	}
	defer folder.Close()
	// Not every system and file system can; then there is nothing more to do.
	_ = folder.Sync()
	return nil
}
