package sqlite

import (
	"context"
	"encoding/json"
	"time"

	"github.com/isnad-news/isnad"
)

const fetchColumns = "address, source, page, etag, last_modified, sha256, status, checked, changed, next, failures, problem, items, new"

// storedFetch is a row of fetchColumns.
type storedFetch struct {
	fetch                  isnad.Fetch
	checked, changed, next string
}

func (r *storedFetch) into() []any {
	f := &r.fetch
	return []any{&f.Address, &f.Source, &f.Page, &f.ETag, &f.LastModified, &f.SHA256, &f.Status, &r.checked, &r.changed, &r.next,
		&f.Failures, &f.Problem, &f.Items, &f.New}
}

func (r *storedFetch) read() (fetch isnad.Fetch, err error) {
	fetch = r.fetch
	for _, when := range []struct {
		text string
		into *time.Time
	}{{r.checked, &fetch.Checked}, {r.changed, &fetch.Changed}, {r.next, &fetch.Next}} {
		if *when.into, err = unstamp(when.text); err != nil {
			return fetch, damaged(fetch.Address, err)
		}
	}
	return fetch, nil
}

// Fetch implements [isnad.Keeper].
func (s *Store) Fetch(ctx context.Context, address string) (isnad.Fetch, error) {
	fetch := isnad.Fetch{Address: address}
	err := s.read(ctx, "read fetch", func(m *moment) error {
		var row storedFetch
		found, err := m.row("SELECT "+fetchColumns+" FROM fetches WHERE address = ?", []any{address}, row.into()...)
		if err == nil && found {
			fetch, err = row.read()
		}
		return err
	})
	return fetch, err
}

// Fetches implements [isnad.SourceKeeper].
func (s *Store) Fetches(ctx context.Context, source string) (fetches []isnad.Fetch, err error) {
	err = s.read(ctx, "list fetches", func(m *moment) (err error) {
		where, args := "", []any(nil)
		if source != "" {
			where, args = " WHERE source = ?", []any{source}
		}
		fetches, err = m.fetches(where+" ORDER BY address", args...)
		return err
	})
	return fetches, err
}

const duePages = " WHERE source = ? AND due <= ? ORDER BY due, address LIMIT ?"

// Due implements [isnad.SourceKeeper].
func (s *Store) Due(ctx context.Context, source string, now time.Time, limit int) (fetches []isnad.Fetch, err error) {
	err = s.read(ctx, "list due pages", func(m *moment) (err error) {
		fetches, err = m.fetches(duePages, source, sortable(now), max(0, limit))
		return err
	})
	return fetches, err
}

// sortable writes a time so that texts sort as moments do.
func sortable(when time.Time) string { return when.UTC().Format("2006-01-02T15:04:05.000000000Z") }

// dueOf is when a page is due; nil for what is no page and what has no next.
func dueOf(f isnad.Fetch) any {
	if !f.Page || f.Next.IsZero() {
		return nil
	}
	return sortable(f.Next)
}

// fetches lists the rows that the end of the query names, in its order.
func (m *moment) fetches(end string, args ...any) (fetches []isnad.Fetch, err error) {
	var row storedFetch
	err = m.each("SELECT "+fetchColumns+" FROM fetches"+end, args, func() error {
		fetch, err := row.read()
		fetches = append(fetches, fetch)
		return err
	}, row.into()...)
	return fetches, err
}

// PutFetch implements [isnad.Keeper].
func (s *Store) PutFetch(ctx context.Context, fetch isnad.Fetch) error {
	if fetch.Address == "" {
		return isnad.Errorf(isnad.Invalid, fetch.Source, "store fetch: it has no address")
	}
	return s.write(ctx, "store fetch", func(t *transaction) error { return t.putFetch(fetch) })
}

func (t *transaction) putFetch(f isnad.Fetch) error {
	for _, when := range []time.Time{f.Checked, f.Changed, f.Next} {
		if _, err := when.MarshalJSON(); err != nil {
			return isnad.Errorf(isnad.Invalid, letters(f.Address), "store fetch: %w", err)
		}
	}
	return t.exec("INSERT OR REPLACE INTO fetches ("+fetchColumns+", due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		letters(f.Address), letters(f.Source), f.Page, letters(f.ETag), letters(f.LastModified), letters(f.SHA256), f.Status,
		stamp(f.Checked), stamp(f.Changed), stamp(f.Next), f.Failures, letters(f.Problem), f.Items, f.New, dueOf(f))
}

const sourceColumns = "name, addresses, country, lang, kind, interval, paused"

// PutSources implements [isnad.SourceKeeper]. Two of one name are an error of
// kind [isnad.Invalid].
func (s *Store) PutSources(ctx context.Context, sources []isnad.FollowedSource) error {
	names := map[string]bool{}
	for _, source := range sources {
		if source.Name == "" || names[source.Name] {
			return isnad.Errorf(isnad.Invalid, source.Name, "store sources: a source has no name of its own")
		}
		names[source.Name] = true
	}
	return s.write(ctx, "store sources", func(t *transaction) error {
		if err := t.exec("DELETE FROM sources"); err != nil {
			return err
		}
		for _, source := range sources {
			if err := t.putSource(source); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *transaction) putSource(source isnad.FollowedSource) error {
	addresses, err := json.Marshal(source.Addresses)
	if err != nil {
		return err
	}
	return t.exec("INSERT OR IGNORE INTO sources ("+sourceColumns+") VALUES (?, ?, ?, ?, ?, ?, ?)", letters(source.Name), string(addresses),
		letters(source.Country), letters(string(source.Lang)), letters(string(source.Kind)), int64(source.Interval), source.Paused)
}

// Sources implements [isnad.SourceKeeper].
func (s *Store) Sources(ctx context.Context) (sources []isnad.FollowedSource, err error) {
	err = s.read(ctx, "list sources", func(m *moment) (err error) {
		sources, err = m.sources()
		return err
	})
	return sources, err
}

func (m *moment) sources() (sources []isnad.FollowedSource, err error) {
	var source isnad.FollowedSource
	var addresses string
	err = m.each("SELECT "+sourceColumns+" FROM sources ORDER BY name", nil, func() error {
		source.Addresses = nil
		if err := json.Unmarshal([]byte(addresses), &source.Addresses); err != nil {
			return damaged(source.Name, err)
		}
		if len(source.Addresses) == 0 {
			source.Addresses = nil
		}
		sources = append(sources, source)
		return nil
	}, &source.Name, &addresses, &source.Country, &source.Lang, &source.Kind, &source.Interval, &source.Paused)
	return sources, err
}
