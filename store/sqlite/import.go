package sqlite

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/isnad-news/isnad"
)

// lineBytes bounds a line of an export: a snapshot of 32 MiB, each byte of it
// written as six.
const lineBytes = 200 << 20

// wordsAtOnce is after how many versions their words are written.
const wordsAtOnce = 500

// Import implements [isnad.Warden]. Every line is checked as if a stranger had
// written it; an error names the line. What the store has already stays as it
// is: versions and their docs, which version is current, snapshots, sources,
// fetches, and stories that hold an article of an imported one. A story that was
// made of other docs than the store has is passed over: it is to be collated
// again. An article that
// was forgotten here stays forgotten; one that was forgotten there and is here
// stays. What is not a file is first read to its end, into one beside the store:
// others can write as long as it comes.
func (s *Store) Import(ctx context.Context, r io.Reader) error {
	if s.writer != nil && !isFile(r) {
		spool, err := s.spool(ctx, r)
		if err != nil {
			return s.fail(ctx, "import", err)
		}
		defer spool.remove()
		r = spool
	}
	return s.write(ctx, "import", func(t *transaction) error {
		i := &importer{transaction: t, created: map[int64]bool{}, other: map[int64]bool{}}
		return inLine(&i.line, i.all(bufio.NewReaderSize(r, 1<<18)))
	})
}

// inLine lets an error of what was read name its line.
func inLine(line *int, err error) error {
	var own *isnad.Error
	if errors.As(err, &own) && own.Kind != isnad.Unreadable && own.Kind != isnad.Full {
		return isnad.Errorf(own.Kind, fmt.Sprintf("line %d", *line), "%w", err).WithHint(own.Hint)
	}
	return err
}

// importer takes lines in.
type importer struct {
	*transaction
	line    int
	created map[int64]bool // articles that this import made → whether it has given their current version
	current int            // how many it has given
	other   map[int64]bool // versions of which the store has another doc than the export
}

func invalid(format string, args ...any) error {
	return isnad.Errorf(isnad.Invalid, "", format, args...)
}

func (i *importer) all(in *bufio.Reader) error {
	var line []byte
	var err error
	for ended := false; ; {
		if err := i.ctx.Err(); err != nil {
			return err
		}
		if line, err = readLine(in, line[:0]); errors.Is(err, io.EOF) {
			if !ended {
				return invalid("the last line is missing: the export was cut")
			}
			return i.finish()
		} else if err != nil {
			return err
		}
		i.line++
		switch {
		case ended:
			return invalid("there is more after the last line")
		case i.line == 1:
			err = readHeader(line)
		default:
			ended, err = i.take(line)
		}
		if err != nil {
			return err
		}
	}
}

// readLine reads a line without its end. The error is io.EOF if there is none.
func readLine(in *bufio.Reader, line []byte) ([]byte, error) {
	for {
		part, err := in.ReadSlice('\n')
		if line = append(line, part...); len(line) > lineBytes {
			return nil, isnad.Errorf(isnad.TooLarge, "", "it is longer than %d bytes", lineBytes)
		}
		switch {
		case err == nil || errors.Is(err, io.EOF) && len(line) > 0:
			return bytes.TrimRight(line, "\r\n"), nil
		case errors.Is(err, io.EOF):
			return nil, io.EOF
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, isnad.Errorf(isnad.Unreadable, "", "read export: %w", err)
		}
	}
}

func readHeader(line []byte) error {
	var first struct {
		Isnad   string
		Version int
	}
	if err := readPlain(line, &first, true); err != nil || first.Isnad != "export" {
		return isnad.Errorf(isnad.Unsupported, "", "it is not the first line of an export").WithHint("isnad export writes what can be imported")
	}
	if first.Version != 1 {
		return isnad.Errorf(isnad.Unsupported, "", "the export is of version %d, this program reads 1", first.Version).WithHint("use a newer isnad")
	}
	return nil
}

// take stores what a line holds, which must be one thing.
func (i *importer) take(line []byte) (ended bool, err error) {
	var one exported
	if err := readPlain(line, &one, true); err != nil {
		var own *isnad.Error
		if errors.As(err, &own) {
			return false, err
		}
		return false, invalid("%v", err)
	}
	var steps []func() error
	if one.Tombstone != nil {
		steps = append(steps, func() error { return i.tombstone(one.Tombstone) })
	}
	if one.Source != nil {
		steps = append(steps, func() error { return i.source(one.Source) })
	}
	if one.Fetch != nil {
		steps = append(steps, func() error { return i.fetch(one.Fetch) })
	}
	if one.Version != nil {
		steps = append(steps, func() error { return i.version(one.Version) })
	}
	if one.Doc != nil {
		steps = append(steps, func() error { return i.doc(one.Doc) })
	}
	if one.Snapshot != nil {
		steps = append(steps, func() error { return i.snapshot(one.Snapshot) })
	}
	if one.Story != nil {
		steps = append(steps, func() error { return i.story(one.Story) })
	}
	if one.Former != nil {
		steps = append(steps, func() error { return i.former(one.Former) })
	}
	if one.End != nil {
		ended = true
		steps = append(steps, func() error { return i.end(one.End) })
	}
	if len(steps) != 1 {
		return false, invalid("it holds %d things in place of one", len(steps))
	}
	return ended, steps[0]()
}

func (i *importer) end(line *endLine) error {
	if line.Lines != i.line-2 {
		return invalid("the export has %d lines in place of %d", i.line-2, line.Lines)
	}
	return nil
}

// finish checks what no single line can show.
func (i *importer) finish() error {
	if i.current != len(i.created) {
		return invalid("%d articles have no current version", len(i.created)-i.current)
	}
	var version string
	lone, err := i.row("SELECT version FROM versions v WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE version = v.id)", nil, &version)
	if err == nil && lone {
		err = invalid("version %s has no snapshot", version)
	}
	return err
}
