package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"sync"

	"github.com/pressly/goose/v3"

	"github.com/isnad-news/isnad"
)

//go:embed migrations/*.sql
var migrations embed.FS

// schema is the number of the last migration.
const schema = 3

// version reads the number of the last migration that was applied; 0 for none.
func version(ctx context.Context, conn *sql.Conn) (int64, error) {
	var tables, number int64
	const there = "SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version'"
	if err := conn.QueryRowContext(ctx, there).Scan(&tables); err != nil || tables == 0 {
		return 0, err
	}
	err := conn.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&number)
	return number, err
}

// migrate brings the schema up to this program's.
func (s *Store) migrate(ctx context.Context, w *writer) error {
	number, err := version(ctx, w.conn)
	if err != nil || number == schema {
		return err
	}
	if number > schema {
		return s.newer(number)
	}
	if err := s.apply(ctx, w); err != nil {
		// Another program may have been faster.
		if number, again := version(ctx, w.conn); again == nil && number == schema {
			return nil
		}
		return err
	}
	return nil
}

func (s *Store) newer(number int64) error {
	return isnad.Errorf(isnad.Unsupported, s.file, "open store: its schema is %d, this program knows %d", number, schema).
		WithHint("use the newer isnad that wrote it")
}

// apply runs the missing migrations, each as one transaction.
func (s *Store) apply(ctx context.Context, w *writer) (err error) {
	// Goose wants the pool, and the pool has one connection.
	if err := w.conn.Close(); err != nil {
		return err
	}
	defer func() {
		conn, lost := w.db.Conn(context.WithoutCancel(ctx))
		if lost == nil {
			w.conn = conn
		}
		err = errors.Join(err, lost)
	}()
	return up(ctx, w.db)
}

func up(ctx context.Context, db *sql.DB) error {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, folder,
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()),
		goose.WithGoMigrations(goose.NewGoMigration(filling, &goose.GoFunc{RunTx: fill}, nil)))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// schemaQuery lists the tables and indexes of a store as they were made.
const schemaQuery = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"

// madeSchema is what schemaQuery gives for a new store.
var madeSchema = sync.OnceValues(func() (list []string, err error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	ctx := context.Background()
	if err := up(ctx, db); err != nil {
		return nil, err
	}
	err = see(ctx, db, func(m *moment) (err error) {
		list, err = column[string](m, schemaQuery)
		return err
	})
	return list, err
})

// readable refuses a schema that only a writer could bring up to date.
func (s *Store) readable(ctx context.Context, conn *sql.Conn) error {
	number, err := version(ctx, conn)
	switch {
	case err != nil:
		return err
	case number > schema:
		return s.newer(number)
	case number < schema:
		return isnad.Errorf(isnad.Unsupported, s.file, "open store: its schema is %d, this program reads %d", number, schema).
			WithHint("run a command that writes, isnad gather for one, to bring it up to date")
	}
	return nil
}
