package sqlite

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"net/url"
	"os"

	"github.com/isnad-news/isnad"
)

// Backup implements [isnad.Warden]. The copy is made under another name beside
// file, synced and then named: a file of that name is whole. It is smaller than
// the store where something was taken out of it.
func (s *Store) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return taken(file)
	}
	part := file + "." + rand.Text()[:8] + ".part"
	defer os.Remove(part)
	if err := s.copyTo(ctx, part); err != nil {
		return err
	}
	if err := name(part, file); err != nil {
		return err
	}
	return syncFolder(file)
}

func taken(file string) error {
	return isnad.Errorf(isnad.Conflict, file, "back up: there is a file already").WithHint("name a file that is not there")
}

// copyTo writes the store as it stands to a new file.
func (s *Store) copyTo(ctx context.Context, part string) error {
	// Made here, so that its permissions are those of a new store.
	made, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return unwritable(part, err)
	}
	if err := made.Close(); err != nil {
		return unwritable(part, err)
	}
	query := s.query
	if query == nil {
		query = url.Values{"mode": {"ro"}}
	}
	db, err := s.connect(1, query, pragma("busy_timeout", s.options.Wait.Milliseconds()))
	if err != nil {
		return s.fail(ctx, "back up", err)
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", part)
	if err = errors.Join(err, db.Close()); err != nil {
		return s.fail(ctx, "back up", err)
	}
	whole, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return unwritable(part, err)
	}
	if err := errors.Join(whole.Sync(), whole.Close()); err != nil {
		return unwritable(part, err)
	}
	return nil
}

// name gives part its name unless there is a file of that name by now.
func name(part, file string) error {
	err := os.Link(part, file)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return taken(file)
	}
	// Not every file system has links.
	if err := os.Rename(part, file); err != nil {
		return unwritable(file, err)
	}
	return nil
}

func unwritable(file string, err error) error {
	kind := isnad.Unreadable
	if full(err) {
		kind = isnad.Full
	}
	return isnad.Errorf(kind, file, "back up: %w", err).WithHint("see whether its folder may be written to and has room")
}
