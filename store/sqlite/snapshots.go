package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// snapshotRow is a snapshot made ready.
type snapshotRow struct {
	snapshot *isnad.Snapshot
	sum      [sha256.Size]byte
	told     string
	packed   []byte
}

// newSnapshotRow makes a snapshot ready; text is that of the article it gave.
func newSnapshotRow(snapshot *isnad.Snapshot, text string) (row snapshotRow, err error) {
	row.snapshot, row.sum = snapshot, sha256.Sum256(snapshot.Bytes)
	if digest := hex.EncodeToString(row.sum[:]); digest != snapshot.SHA256 {
		return row, isnad.Errorf(isnad.Invalid, snapshot.Source, "store snapshot: its digest is %s, not %q", digest, snapshot.SHA256)
	}
	for _, when := range []time.Time{snapshot.Fetched, snapshot.Given} {
		if _, err := when.MarshalJSON(); err != nil {
			return row, isnad.Errorf(isnad.Invalid, snapshot.Source, "store snapshot: %w", err)
		}
	}
	if snapshot.Told != (isnad.Told{}) {
		told := snapshot.Told
		told.Outlet, told.Title, told.Author, told.By = letters(told.Outlet), letters(told.Title), letters(told.Author), letters(told.By)
		told.Lang = isnad.Lang(letters(string(told.Lang)))
		data, err := plain(&told)
		if err != nil {
			return row, err
		}
		row.told = string(data)
	}
	if len(snapshot.Source)+len(snapshot.URL)+len(snapshot.ContentType)+len(row.told) > labelBytes || !fits(snapshot.Bytes) {
		return row, isnad.Errorf(isnad.TooLarge, letters(snapshot.Source), "store snapshot: written as JSON it has more than %d bytes", 2*valueBytes)
	}
	row.packed = pack(lean(snapshot.Bytes, text))
	return row, nil
}

// labelBytes bounds what a snapshot has beside its bytes.
const labelBytes = 1 << 20

// fits reports whether the bytes of a snapshot have room in a line of an export,
// as text or as base64.
func fits(data []byte) bool {
	const most = 2 * valueBytes
	switch {
	case len(data) <= most/6: // however it is written
		return true
	case len(data) > most:
		return false
	case !utf8.Valid(data):
		return base64.StdEncoding.EncodedLen(len(data)) <= most
	}
	text, _ := appendString(nil, string(data)) // it is UTF-8
	return len(text) <= most
}

// letters is text with U+FFFD for bytes that are no UTF-8: names of files and
// headers of servers may hold any.
func letters(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }

func (t *transaction) putSnapshot(row *snapshotRow, version any, problem string) error {
	return t.addSnapshot(row, version, problem, t.seen)
}

func (t *transaction) addSnapshot(row *snapshotRow, version any, problem, seen string) error {
	snapshot := row.snapshot
	err := t.exec(`INSERT INTO snapshots (sha256, version, problem, seen, source, record, url, fetched, content_type, given, told, bytes)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		row.sum[:], version, letters(problem), seen, letters(snapshot.Source), snapshot.Record, letters(snapshot.URL), stamp(snapshot.Fetched),
		letters(snapshot.ContentType), stamp(snapshot.Given), row.told, row.packed)
	if err != nil {
		return fmt.Errorf("snapshot %s: %w", snapshot.Source, err)
	}
	return nil
}

// The columns that make a snapshot, with the article whose text it shares.
const (
	snapshotColumns = "s.sha256, s.source, s.record, s.url, s.fetched, s.content_type, s.given, s.told, s.bytes, v.body"
	snapshotTables  = " FROM snapshots s LEFT JOIN versions v ON v.id = s.version"
)

// storedSnapshot is a row of snapshotColumns.
type storedSnapshot struct {
	sum                  []byte
	fetched, given, told string
	bytes, body          []byte
	snapshot             isnad.Snapshot
}

func (r *storedSnapshot) into() []any {
	s := &r.snapshot
	return []any{&r.sum, &s.Source, &s.Record, &s.URL, &r.fetched, &s.ContentType, &r.given, &r.told, &r.bytes, &r.body}
}

// read unpacks the row; the digest is not checked.
func (r *storedSnapshot) read() (isnad.Snapshot, error) {
	snapshot := r.snapshot
	snapshot.SHA256 = hex.EncodeToString(r.sum)
	var err error
	if snapshot.Fetched, err = unstamp(r.fetched); err == nil {
		snapshot.Given, err = unstamp(r.given)
	}
	if err == nil && r.told != "" {
		err = readPlain([]byte(r.told), &snapshot.Told, false)
	}
	if err == nil {
		snapshot.Bytes, err = r.unpack()
	}
	if err != nil {
		return isnad.Snapshot{}, damaged("snapshot "+snapshot.SHA256, err)
	}
	return snapshot, nil
}

// unpack fills in what the snapshot shares with its article.
func (r *storedSnapshot) unpack() ([]byte, error) {
	var article struct{ Text string }
	if r.body != nil {
		if err := unpacked(r.body, &article); err != nil {
			return nil, err
		}
	}
	lean, err := unpack(r.bytes)
	if err != nil {
		return nil, err
	}
	return whole(lean, article.Text)
}

// Snapshot implements [isnad.Reader]. Of a forgotten article nothing is found.
func (s *Store) Snapshot(ctx context.Context, digest string) (snapshot isnad.Snapshot, err error) {
	sum, err := digestOf(digest)
	if err != nil {
		return snapshot, err
	}
	err = s.read(ctx, "read snapshot", func(m *moment) error {
		var row storedSnapshot
		found, err := m.row("SELECT "+snapshotColumns+snapshotTables+" WHERE s.sha256 = ? AND s.tombstone IS NULL", []any{sum}, row.into()...)
		if err == nil && !found {
			err = isnad.Errorf(isnad.NotFound, digest, "no such snapshot in the store")
		}
		if err == nil {
			snapshot, err = row.read()
		}
		return err
	})
	return snapshot, err
}
