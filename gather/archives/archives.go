// Package archives gives what stands in a file as snapshots, one at a time and
// in bounded memory: the members of a zip archive, the records of a WARC file,
// the objects of a JSON file, or the file as it is. Gzip and Zstandard are
// undone on the way.
//
// Every input is taken as hostile. What a record or a member may take is
// bounded by [Limits], whatever its headers promise; what cannot be read gives
// an error that names it, and the rest goes on wherever its beginning can be
// found.
package archives

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"iter"
	"os"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

// Limits bounds what is taken in. A zero field stands for its default.
type Limits struct {
	RecordBytes int64 // decoded bytes of one snapshot; 32 MiB; a longer one is refused and the rest goes on
	Bytes       int64 // decoded bytes of one archive in all; 64 GiB; the rest is not read
	Members     int   // members of a zip archive; 100,000; the rest is not read
	// Ratio is how many bytes each compressed byte may give, behind the first
	// RecordBytes; 200. Text gives 3 to 30, a bomb a thousand.
	Ratio int64
	Tally *Tally // where to count; nil for nowhere
}

func (l Limits) withDefaults() Limits {
	if l.RecordBytes <= 0 {
		l.RecordBytes = 32 << 20
	}
	if l.Bytes <= 0 {
		l.Bytes = 64 << 30
	}
	if l.Members <= 0 {
		l.Members = 100_000
	}
	if l.Ratio <= 0 {
		l.Ratio = 200
	}
	if l.Tally == nil {
		l.Tally = &Tally{}
	}
	return l
}

// Tally counts what was met. It is written while [Each] runs and may be read
// between two snapshots, by the goroutine that takes them.
type Tally struct {
	Read    int64 // bytes of the file, compressed as they are
	Given   int   // snapshots
	Skipped int   // records and members that hold no report by what they say they are: requests, pictures, answers other than 200
	Failed  int   // errors
}

// Each gives the snapshots of the file name, or of stdin if name is "-", in
// their order:
//
//   - of a zip archive those of each member, which may be of any form below,
//     with Source "archive.zip/member";
//   - of a WARC file (1.0 and 1.1, plain or gzip) one for each response of status
//     200 and each resource or conversion record, if it holds HTML, plain text
//     or JSON;
//   - of JSON lines, a JSON array or objects that follow one another one for
//     each object, with its bytes as they are;
//   - of any other file one with all of its bytes.
//
// Where a file holds many, Snapshot.Record counts all of its records from 1,
// those too that are not given. Each snapshot's Bytes are its own.
//
// An error stands for what could not be read; the rest goes on. Behind a
// hundred errors in one file, those of single records are no longer told. A
// context that has ended is told as its own error, and is the last.
func Each(ctx context.Context, name string, stdin io.Reader, limits Limits) iter.Seq2[isnad.Snapshot, error] {
	return func(yield func(isnad.Snapshot, error) bool) {
		w := &walk{ctx: ctx, limits: limits.withDefaults(), yield: yield}
		if name == "-" {
			w.input(name, stdin)
			return
		}
		info, err := os.Stat(name)
		if err != nil {
			w.end(gather.CannotRead(name, err))
			return
		}
		if info.IsDir() {
			w.end(isnad.Errorf(isnad.Unsupported, name, "is a directory").WithHint("name the files in it, such as " + name + "/*"))
			return
		}
		file, err := os.Open(name)
		if err != nil {
			w.end(gather.CannotRead(name, err))
			return
		}
		defer file.Close()
		w.input(name, file)
	}
}

// walk is one run of Each.
type walk struct {
	ctx     context.Context
	limits  Limits
	yield   func(isnad.Snapshot, error) bool
	stopped bool  // the taker has had enough, or the context has ended
	decoded int64 // bytes that came out of compression
	errs    int   // errors told of the file or member at hand
	system  error // with which the system refused to give bytes
}

// mostErrors is how many errors of records are told one by one.
const mostErrors = 100

// give hands over a snapshot of raw, which it takes as its own. It reports
// whether to go on.
func (w *walk) give(snapshot isnad.Snapshot, raw []byte) bool {
	if !w.alive() {
		return false
	}
	sum := sha256.Sum256(raw)
	snapshot.SHA256, snapshot.Bytes = hex.EncodeToString(sum[:]), raw
	w.limits.Tally.Given++
	w.stopped = !w.yield(snapshot, nil)
	return !w.stopped
}

// fail tells that a record could not be read. It reports whether to go on.
func (w *walk) fail(err *isnad.Error) bool {
	w.errs++
	switch {
	case w.errs <= mostErrors:
		return w.end(err)
	case w.errs == mostErrors+1:
		return w.end(isnad.Errorf(err.Kind, err.Subject, "more that cannot be read follows").WithHint(err.Hint))
	}
	w.limits.Tally.Failed++
	return w.alive()
}

// end tells an error that must be told. It reports whether to go on.
func (w *walk) end(err error) bool {
	if !w.alive() {
		return false
	}
	w.limits.Tally.Failed++
	w.stopped = !w.yield(isnad.Snapshot{}, err)
	return !w.stopped
}

// alive reports whether the walk goes on; when the context has ended it says so
// once.
func (w *walk) alive() bool {
	if !w.stopped && w.ctx.Err() != nil {
		w.stopped = true
		w.yield(isnad.Snapshot{}, w.ctx.Err())
	}
	return !w.stopped
}

// headBytes is how much of a file tells its form.
const headBytes = 4096

// input reads a whole input: an archive, or what one may hold.
func (w *walk) input(name string, in io.Reader) {
	counted := &counter{in: &source{walk: w, in: in}}
	buffered := bufio.NewReaderSize(counted, headBytes)
	head, _ := buffered.Peek(headBytes)
	if !isZip(head) {
		w.stream(name, name, buffered, counted)
		return
	}
	if file, ok := in.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			w.limits.Tally.Read = 0
			w.zip(name, file, info.Size())
			return
		}
	}
	w.spooled(name, buffered)
}
