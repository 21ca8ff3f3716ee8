package sqlite

import (
	"bufio"
	"context"
	"encoding/hex"
	"io"
	"time"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// header is the first line of an export.
const header = `{"isnad":"export","version":1}`

// exported is a line of an export: one of its fields is set. docs/export.md
// says what each holds.
type exported struct {
	Tombstone *tombstoneLine
	Source    *isnad.FollowedSource
	Fetch     *isnad.Fetch
	Version   *versionLine
	Doc       *docLine
	Snapshot  *snapshotLine
	Story     *storyLine
	Former    *formerLine
	End       *endLine
}

type tombstoneLine struct {
	Article, Why string
	Forgotten    time.Time
}

type versionLine struct {
	Seen    time.Time
	Current bool
	Article *isnad.Article
}

type docLine struct {
	Article, Version, Rules string
	Layers                  *isnad.Doc     // without article
	Knows                   *isnad.Article // without text; nil if the doc knows no more than the version
}

type snapshotLine struct {
	SHA256           string
	Forgotten        string // ID of the article whose tombstone stands for it; then there is nothing else
	Article, Version string // what it gave; empty if nothing
	Problem          string
	Seen             time.Time
	Source           string
	Record           int
	URL              string
	Fetched          time.Time
	ContentType      string
	Given            time.Time
	Told             isnad.Told
	Text             string // the bytes where they are UTF-8
	Bytes            []byte // the bytes where they are not
}

type storyLine struct {
	Docs   []storyDocLine
	Record *isnad.Record // without docs
}

type storyDocLine struct {
	Article, Version string
	Layers           *isnad.Doc // nil if they are those of the version
	Knows            *isnad.Article
}

// formerLine is the ID of a story that is no more, and the article through which
// it leads to a story.
type formerLine struct{ Story, Article string }

// endLine is the last: a file that was cut has none.
type endLine struct{ Lines int }

// exporter writes lines and remembers the first error.
type exporter struct {
	*moment
	out   *bufio.Writer
	line  []byte
	lines int
}

// Export implements [isnad.Warden]. It holds one line in memory at a time.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	return s.read(ctx, "export", func(m *moment) error {
		e := &exporter{moment: m, out: bufio.NewWriterSize(w, 1<<18)}
		if _, err := e.out.WriteString(header + "\n"); err != nil {
			return exportError(err)
		}
		for _, write := range []func() error{e.tombstones, e.sources, e.fetches, e.versions, e.docs, e.snapshots, e.stories, e.former} {
			if err := write(); err != nil {
				return err
			}
		}
		if err := e.write(exported{End: &endLine{e.lines}}); err != nil {
			return err
		}
		return exportError(e.out.Flush())
	})
}

func exportError(err error) error {
	switch {
	case err == nil:
		return nil
	case full(err):
		return isnad.Errorf(isnad.Full, "", "write export: %w", err).WithHint("the export is cut: delete it, make room and export again")
	}
	return isnad.Errorf(isnad.Unreadable, "", "write export: %w", err)
}

func (e *exporter) write(line exported) (err error) {
	if e.line, err = appendPlain(e.line[:0], &line); err != nil {
		return err
	}
	if len(e.line) > lineBytes || many(e.line, lineElements) {
		return isnad.Errorf(isnad.TooLarge, "", "write export: line %d has more than %d bytes or %d elements", e.lines+2, lineBytes, lineElements)
	}
	e.lines++
	_, err = e.out.Write(append(e.line, '\n'))
	return exportError(err)
}

func (e *exporter) tombstones() error {
	var line tombstoneLine
	var forgotten string
	return e.each("SELECT article, why, forgotten FROM tombstones ORDER BY article", nil, func() (err error) {
		if line.Forgotten, err = unstamp(forgotten); err != nil {
			return damaged(line.Article, err)
		}
		return e.write(exported{Tombstone: &line})
	}, &line.Article, &line.Why, &forgotten)
}

func (e *exporter) sources() error {
	sources, err := e.moment.sources()
	for i := 0; err == nil && i < len(sources); i++ {
		err = e.write(exported{Source: &sources[i]})
	}
	return err
}

func (e *exporter) fetches() error {
	fetches, err := e.moment.fetches(" ORDER BY address")
	for i := 0; err == nil && i < len(fetches); i++ {
		err = e.write(exported{Fetch: &fetches[i]})
	}
	return err
}

func (e *exporter) versions() error {
	var row stored
	var seen string
	var line versionLine
	return e.each("SELECT "+docColumns+", v.seen, v.id = a.current"+docTables+" ORDER BY v.id", nil, func() (err error) {
		if line.Article, err = row.base(); err == nil {
			line.Seen, err = unstamp(seen)
		}
		if err != nil {
			return damaged(row.id, err)
		}
		return e.write(exported{Version: &line})
	}, append(row.into(), &seen, &line.Current)...)
}

func (e *exporter) docs() error {
	var row stored
	var line docLine
	query := "SELECT " + docColumns + ", r.name" + docTables + " JOIN rules r ON r.id = d.rules ORDER BY v.id"
	return e.each(query, nil, func() (err error) {
		line.Article, line.Version = row.id, row.version
		if line.Layers, line.Knows, err = bare(&row); err != nil {
			return err
		}
		return e.write(exported{Doc: &line})
	}, append(row.into(), &line.Rules)...)
}

// bare is a stored doc as an export has it.
func bare(row *stored) (layers *isnad.Doc, knows *isnad.Article, err error) {
	doc, err := row.doc()
	if err != nil {
		return nil, nil, err
	}
	if row.article != nil {
		article := *doc.Article
		article.Text = ""
		knows = &article
	}
	doc.Article = nil
	return doc, knows, nil
}

func (e *exporter) snapshots() error {
	var row storedSnapshot
	var article, version, forgotten *string
	var problem, seen string
	const query = "SELECT " + snapshotColumns + ", a.name, v.version, t.article, s.problem, s.seen" + snapshotTables +
		" LEFT JOIN articles a ON a.id = v.article LEFT JOIN tombstones t ON t.id = s.tombstone ORDER BY s.id"
	return e.each(query, nil, func() error {
		if forgotten != nil {
			return e.write(exported{Snapshot: &snapshotLine{SHA256: hex.EncodeToString(row.sum), Forgotten: *forgotten}})
		}
		snapshot, err := row.read()
		if err != nil {
			return err
		}
		line := snapshotLine{
			SHA256: snapshot.SHA256, Problem: problem, Source: snapshot.Source, Record: snapshot.Record, URL: snapshot.URL,
			Fetched: snapshot.Fetched, ContentType: snapshot.ContentType, Given: snapshot.Given, Told: snapshot.Told,
		}
		if line.Seen, err = unstamp(seen); err != nil {
			return damaged(snapshot.SHA256, err)
		}
		if version != nil && article != nil {
			line.Article, line.Version = *article, *version
		}
		if utf8.Valid(snapshot.Bytes) {
			line.Text = string(snapshot.Bytes)
		} else {
			line.Bytes = snapshot.Bytes
		}
		return e.write(exported{Snapshot: &line})
	}, append(row.into(), &article, &version, &forgotten, &problem, &seen)...)
}

func (e *exporter) stories() error {
	var id int64
	var name string
	var body []byte
	return e.each("SELECT id, name, body FROM stories ORDER BY name", nil, func() error {
		line := storyLine{Record: new(isnad.Record)}
		if err := unpacked(body, line.Record); err != nil {
			return damaged(name, err)
		}
		var row stored
		err := e.moment.each(`SELECT a.name, v.version, v.body, sd.layers, sd.article
			FROM story_docs sd JOIN versions v ON v.id = sd.version JOIN articles a ON a.id = v.article
			WHERE sd.story = ? ORDER BY sd.place`, []any{id}, func() (err error) {
			doc := storyDocLine{Article: row.id, Version: row.version}
			if row.layers != nil {
				doc.Layers, doc.Knows, err = bare(&row)
			}
			line.Docs = append(line.Docs, doc)
			return err
		}, row.into()...)
		if err != nil {
			return err
		}
		return e.write(exported{Story: &line})
	}, &id, &name, &body)
}

func (e *exporter) former() error {
	var line formerLine
	return e.each("SELECT f.name, a.name FROM former_stories f JOIN articles a ON a.id = f.article ORDER BY f.name", nil, func() error {
		return e.write(exported{Former: &line})
	}, &line.Story, &line.Article)
}
