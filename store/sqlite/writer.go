package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"time"

	"github.com/isnad-news/isnad"
)

// writer is the one connection that changes the store.
type writer struct {
	db       *sql.DB
	conn     *sql.Conn
	turn     chan struct{}        // holds a token while one has the connection
	prepared map[string]*sql.Stmt // by query; belongs to who has the turn
	wait     time.Duration
}

// newWriter takes db's one connection.
func newWriter(ctx context.Context, db *sql.DB, wait time.Duration) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &writer{db: db, conn: conn, turn: make(chan struct{}, 1), prepared: map[string]*sql.Stmt{}, wait: wait}, nil
}

// take waits for the connection; release gives it back.
func (w *writer) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case w.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *writer) release() { <-w.turn }

func (w *writer) close() error {
	w.turn <- struct{}{}
	defer w.release()
	if w.prepared == nil {
		return nil // closed before
	}
	var errs []error
	for _, stmt := range w.prepared {
		errs = append(errs, stmt.Close())
	}
	w.prepared = nil
	return errors.Join(append(errs, w.conn.Close(), w.db.Close())...)
}

// patiently runs one statement for which the file must be free, again and again
// while another program writes, until w.wait is over. The steps are short, so
// that a cancelled context ends the wait.
func (w *writer) patiently(ctx context.Context, statement string) error {
	deadline := time.Now().Add(w.wait)
	for {
		// Without the context: an interrupted COMMIT would leave open what became of it.
		_, err := w.conn.ExecContext(context.WithoutCancel(ctx), statement)
		if err == nil || !busy(err) || time.Now().After(deadline) {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// transaction is a change in the making. Errors of its methods are those of the
// driver; [Store.write] makes them ours.
type transaction struct {
	ctx    context.Context
	writer *writer
	seen   string // the moment of the change
	words  []wordsChange
	about  map[int64]aboutChange // by version
}

// write runs change as one transaction: it is on the disk when write returns
// without error, and left no trace otherwise.
func (s *Store) write(ctx context.Context, what string, change func(*transaction) error) error {
	if s.writer == nil {
		return isnad.Errorf(isnad.Unreadable, s.file, "%s: the store is open for reading alone", what)
	}
	if err := s.writer.take(ctx); err != nil {
		return err
	}
	defer s.writer.release()
	if s.writer.prepared == nil {
		return s.closed(what)
	}
	if err := s.writer.patiently(ctx, "BEGIN IMMEDIATE"); err != nil {
		return s.fail(ctx, what, err)
	}
	t := &transaction{ctx: ctx, writer: s.writer, seen: stamp(s.now())}
	err := change(t)
	if err == nil {
		err = t.finishWords()
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = s.writer.patiently(ctx, "COMMIT")
	}
	if err != nil {
		err = errors.Join(err, s.writer.undo())
	}
	return s.fail(ctx, what, err)
}

// undo rolls a transaction back and takes a new connection: one that failed may
// hold what the index of words had gathered for it.
func (w *writer) undo() error {
	ctx := context.Background()
	// Fails where SQLite rolled back by itself, as it does on a full disk.
	_, _ = w.conn.ExecContext(ctx, "ROLLBACK")
	for _, stmt := range w.prepared {
		_ = stmt.Close()
	}
	clear(w.prepared)
	_ = w.conn.Raw(func(any) error { return driver.ErrBadConn })
	_ = w.conn.Close()
	conn, err := w.db.Conn(ctx)
	if err == nil {
		w.conn = conn
	}
	return err
}

// stmt returns query prepared. Preparing costs more than most of the queries.
func (t *transaction) stmt(query string) (*sql.Stmt, error) {
	if stmt := t.writer.prepared[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := t.writer.conn.PrepareContext(t.ctx, query)
	if err == nil {
		t.writer.prepared[query] = stmt
	}
	return stmt, err
}

func (t *transaction) exec(query string, args ...any) error {
	stmt, err := t.stmt(query)
	if err == nil {
		_, err = stmt.ExecContext(t.ctx, args...)
	}
	return err
}

// insert is exec that returns the ID of the new row.
func (t *transaction) insert(query string, args ...any) (int64, error) {
	stmt, err := t.stmt(query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// row scans the one row that query gives; found is false if there is none.
func (t *transaction) row(query string, args []any, into ...any) (found bool, err error) {
	stmt, err := t.stmt(query)
	if err != nil {
		return false, err
	}
	err = stmt.QueryRowContext(t.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// list scans the first column of all rows.
func list[T any](t *transaction, query string, args ...any) (all []T, err error) {
	stmt, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	rows, err := stmt.QueryContext(t.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var one T
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
