package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// moment is the store as it stands at one moment: what is changed after it
// began is not seen in it. Errors of its methods are those of the driver;
// [Store.read] makes them ours.
type moment struct {
	ctx  context.Context
	tx   *sql.Tx
	kept map[string]*sql.Stmt
}

// read lets look see one moment.
func (s *Store) read(ctx context.Context, what string, look func(*moment) error) error {
	return s.fail(ctx, what, see(ctx, s.reader, look))
}

// alone is read with a connection of its own that nothing was read with before:
// asked for its integrity, the index of words goes by what it remembers of an
// earlier moment.
func (s *Store) alone(ctx context.Context, what string, look func(*moment) error) error {
	db, err := s.readers(1)
	if err == nil {
		err = errors.Join(see(ctx, db, look), db.Close())
	}
	return s.fail(ctx, what, err)
}

func see(ctx context.Context, db *sql.DB, look func(*moment) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // there is nothing to commit
	return look(&moment{ctx: ctx, tx: tx, kept: map[string]*sql.Stmt{}})
}

// stmt returns query prepared; the end of the transaction closes it.
func (m *moment) stmt(query string) (*sql.Stmt, error) {
	if stmt := m.kept[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := m.tx.PrepareContext(m.ctx, query)
	if err == nil {
		m.kept[query] = stmt
	}
	return stmt, err
}

// row scans the one row that query gives; found is false if there is none.
func (m *moment) row(query string, args []any, into ...any) (found bool, err error) {
	stmt, err := m.stmt(query)
	if err != nil {
		return false, err
	}
	err = stmt.QueryRowContext(m.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// each calls visit after every row was scanned into the given variables.
func (m *moment) each(query string, args []any, visit func() error, into ...any) error {
	rows, err := m.tx.QueryContext(m.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := visit(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column gives the first column of all rows.
func column[T any](m *moment, query string, args ...any) (all []T, err error) {
	var one T
	err = m.each(query, args, func() error {
		all = append(all, one)
		return nil
	}, &one)
	return all, err
}
