// Package wikidata makes rows of package known out of what others have
// gathered: dumps of Wikidata in JSON, and tables of names.
//
//	im, err := wikidata.New(wikidata.Options{MinSitelinks: 10})
//	defer im.Close()
//	err = im.Read(ctx, "latest-all.json.gz", file)
//	err = im.Write(out)
//
// Inputs are read as streams: what is kept of them lies in a file of the
// system's folder for such files until Write, and in memory only the numbers
// of the items taken, the codes of countries and the offices that items name.
package wikidata

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// Options say what is taken. The zero value takes every item of a class that
// is imported and that is not in the project's own lists.
type Options struct {
	Kinds        []isnad.EntityKind // none: all kinds
	MinSitelinks int                // how many pages of Wikimedia an item must have
	Limit        int                // most rows taken; 0 for no limit
	// Trust keeps the offices that items name. Otherwise no imported row has
	// an office, since one source is not enough to say who held it.
	Trust bool
	Facts *known.Facts // what is known already and left out; nil for known.Default
	Today time.Time    // the zero time for the day of the call
	// Progress is told the counts after every thousand entities.
	Progress func(Counts)
}

// Counts say what became of the entities that were read.
type Counts struct {
	Read    int // entities and rows
	Taken   int // of them became rows
	Broken  int // are no entity, or no row of a table
	Long    int // are longer than an entity may be
	Other   int // are of no class or kind that is wanted
	Unnamed int // have no name in Arabic or English that can be used
	Few     int // have fewer sitelinks than asked for
	Known   int // stand in the lists already
	Twice   int // came before
	Names   int // names that could not be used, of all entities
	Offices int // offices kept
	Left    int // offices left out: not trusted, no such office or place known, no dates
}

// Importer takes rows out of inputs. Close it when done.
type Importer struct {
	options   Options
	facts     *known.Facts
	counts    Counts
	first     error // what was wrong with the first broken entity
	taken     map[string]bool
	codes     map[string]string // of countries, by item
	positions map[string]position
	spool     *os.File
	out       *bufio.Writer
	encoder   *json.Encoder
}

// Bounds on what is kept in memory beside the items taken.
const (
	mostCodes     = 10_000
	mostPositions = 200_000
)

// pending is a row on its way: its country and offices are items yet.
type pending struct {
	Item    string
	Row     known.Row
	Country string
	Held    []held
}

// New returns an importer with an empty store of rows in the system's folder
// for temporary files.
func New(options Options) (*Importer, error) {
	spool, err := os.CreateTemp("", "isnad-entities-*")
	if err != nil {
		return nil, isnad.Errorf(isnad.Unreadable, "", "keep rows: %w", err).WithHint("TMPDIR names the folder to use")
	}
	if options.Facts == nil {
		options.Facts = known.Default()
	}
	if options.Today.IsZero() {
		options.Today = time.Now()
	}
	im := &Importer{
		options: options, facts: options.Facts, spool: spool, out: bufio.NewWriterSize(spool, 256<<10),
		taken: map[string]bool{}, codes: map[string]string{}, positions: map[string]position{},
	}
	im.encoder = json.NewEncoder(im.out)
	im.encoder.SetEscapeHTML(false)
	return im, nil
}

// Close gives back what the importer keeps.
func (im *Importer) Close() error {
	return errors.Join(im.spool.Close(), os.Remove(im.spool.Name()))
}

// Counts says what was read and taken so far.
func (im *Importer) Counts() Counts { return im.counts }

// FirstBroken is what was wrong with the first entity that was skipped as
// broken or too long, or nil.
func (im *Importer) FirstBroken() error { return im.first }

// full reports whether as many rows were taken as were asked for.
func (im *Importer) full() bool { return im.options.Limit > 0 && im.counts.Taken >= im.options.Limit }

// Read takes what is wanted from one input: a dump (an array of entities, one
// a line, or entities one a line), a list in the format of docs/known.md, or a
// table of names; plain or packed by gzip, bzip2 or zstd. What is broken is
// counted and skipped. An error says that the input ended before its end: what
// was read of it is kept. name is what errors call it.
func (im *Importer) Read(ctx context.Context, name string, r io.Reader) error {
	plain, err := unpacked(r)
	if err != nil {
		return isnad.Errorf(isnad.Unreadable, name, "%w", err)
	}
	defer plain.Close()
	buffered := bufio.NewReaderSize(stoppable{ctx, plain}, 256<<10)
	switch head := firstByte(buffered); {
	case head == '[' || head == '{':
		err = im.dump(name, buffered)
	case head == 0 && unreadable(buffered) != nil:
		err = cut(name, unreadable(buffered))
	case head == 0:
		err = isnad.Errorf(isnad.Invalid, name, "nothing in it")
	default:
		err = im.table(name, buffered)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// stoppable reads until its context is done.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

// dump reads the lines of a dump.
func (im *Importer) dump(name string, r *bufio.Reader) error {
	lines := lineReader{r: r, most: maxEntity}
	for !im.full() {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errLong):
			im.counts.Read++
			im.counts.Long++
			im.broken(isnad.Errorf(isnad.TooLarge, lines.at(name), "entity of more than %d bytes", maxEntity))
			continue
		case err != nil:
			return cut(lines.at(name), err)
		}
		if err := im.entities(lines.at(name), line); err != nil {
			return err
		}
	}
	return nil
}

// entities takes the entities of a line, of which a dump has one.
func (im *Importer) entities(where string, line []byte) error {
	const around = "[], \t\r\n\xEF\xBB\xBF"
	for line = bytes.Trim(line, around); len(line) > 0 && !im.full(); line = bytes.TrimLeft(line, around) {
		parts, end, err := partsOf(line)
		line = line[end:]
		im.tick()
		if err == nil {
			err = im.entity(parts)
		}
		if errors.Is(err, isnad.Unreadable) {
			return err
		}
		if err != nil {
			im.counts.Broken++
			im.broken(isnad.Errorf(isnad.Invalid, where, "%w", err))
			return nil // what follows on the line is a part of it
		}
	}
	return nil
}

// unreadable is why nothing can be read of r, nil if it has something or is
// empty: a packed file can end before its first block does.
func unreadable(r *bufio.Reader) error {
	if _, err := r.Peek(1); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// cut says that an input ended before its end.
func cut(where string, err error) error {
	return isnad.Errorf(isnad.Unreadable, where, "%w", err).WithHint("the file may be cut off; what came before is kept")
}

func (im *Importer) tick() {
	im.counts.Read++
	if im.options.Progress != nil && im.counts.Read%1000 == 0 {
		im.options.Progress(im.counts)
	}
}

func (im *Importer) broken(err error) {
	if im.first == nil {
		im.first = err
	}
}

// keep puts a row by, unless one of its ID came before.
func (im *Importer) keep(p pending) error {
	if im.taken[p.Row.ID] {
		im.counts.Twice++
		return nil
	}
	if err := im.encoder.Encode(p); err != nil {
		return isnad.Errorf(isnad.Unreadable, im.spool.Name(), "keep rows: %w", err)
	}
	im.taken[strings.Clone(p.Row.ID)] = true // the row's own holds the block of the list that it was read in
	im.counts.Taken++
	return nil
}

func (im *Importer) wants(kind isnad.EntityKind) bool {
	return len(im.options.Kinds) == 0 || slices.Contains(im.options.Kinds, kind)
}

// Write writes the rows taken as a list that known.Load reads, in the order in
// which they came. Countries and offices are resolved now, since an item may
// come before the ones that it names.
func (im *Importer) Write(w io.Writer) error {
	if err := im.out.Flush(); err != nil {
		return isnad.Errorf(isnad.Unreadable, im.spool.Name(), "keep rows: %w", err)
	}
	if _, err := im.spool.Seek(0, io.SeekStart); err != nil {
		return isnad.Errorf(isnad.Unreadable, im.spool.Name(), "%w", err)
	}
	list := known.NewWriter(w, Header,
		"From: the inputs that the column sources names; rows of Wikidata are CC0. Date: "+im.options.Today.Format(time.DateOnly)+".",
		"Rows without offices resolve no role. Format: docs/known.md.")
	decoder := json.NewDecoder(bufio.NewReaderSize(im.spool, 256<<10))
	for {
		var p pending
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return isnad.Errorf(isnad.Unreadable, im.spool.Name(), "%w", err)
		}
		im.resolve(&p)
		if err := list.Put(&p.Row); err != nil {
			im.counts.Taken--
			im.counts.Broken++
			im.broken(err)
		}
	}
	_, err := im.spool.Seek(0, io.SeekEnd)
	return errors.Join(list.Flush(), err)
}

// Header is the first line of every list that Write writes, behind the sign of
// a comment.
const Header = "Known facts, made by isnad entities import."
