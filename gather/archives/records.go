package archives

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/isnad-news/isnad"
)

// records gives the objects of a JSON file: an object a line, objects that
// follow one another in any layout, or one array of objects.
//
// Where an object breaks, the next one is looked for at the beginning of a line
// behind it that is indented as it was, so that nothing inside of a broken
// object is taken for a record.
func (w *walk) records(name string, in io.Reader) {
	r := &recordWalk{walk: w, name: name, scan: newScanner(in, w.limits.RecordBytes)}
	for _, c := range []byte("\xEF\xBB\xBF") {
		r.scan.take(c)
	}
	if r.array = r.scan.space() == '['; r.array {
		r.scan.pos++
	}
	r.behind = r.scan.at()
	for w.alive() && r.next() {
	}
	r.close()
}

// recordWalk reads one JSON file.
type recordWalk struct {
	*walk
	name   string
	scan   *scanner
	array  bool  // within the array
	unread bool  // the rest was given up, and said so
	n      int   // records so far
	behind int64 // offset behind the last record
	reread int64 // bytes that were read once more
}

// place is where a record begins.
type place struct {
	at     int64
	lineAt int64 // where its line begins
	line   int
	indent int64 // bytes of white space before it on its line; -1 if other things stand there
}

// next reads one record, or what stands in place of one. It reports whether
// there may be another.
func (r *recordWalk) next() bool {
	s := r.scan
	c := s.space()
	switch {
	case !s.more():
		return false
	case c == ',':
		s.pos++
		return true
	case c == ']' && r.array:
		s.pos++
		r.array = false
		return true
	}
	r.n++
	begin := place{at: s.at(), lineAt: s.lineAt, line: s.line, indent: s.at() - s.lineAt}
	if r.behind > s.lineAt {
		begin.indent = -1
	}
	s.from = s.pos
	ok := r.record(begin, c == '{')
	s.from, r.behind = -1, s.at()
	return ok
}

// record reads the value at begin.
func (r *recordWalk) record(begin place, object bool) bool {
	s := r.scan
	if err := s.value(); err != nil {
		return r.broken(begin, object, err)
	}
	switch {
	case !object && r.array:
		return r.fail(r.bad(begin, "is no JSON object"))
	case !object:
		return r.otherLine(begin)
	case s.from < 0 || int64(s.pos-s.from) > s.most:
		subject := fmt.Sprintf("%s line %d", r.name, begin.line)
		return r.fail(isnad.Errorf(isnad.TooLarge, subject, "the record is larger than %d bytes", s.most).
			WithHint("raise the limit on the size of an input"))
	}
	return r.give(isnad.Snapshot{Source: r.name, Record: r.n}, bytes.Clone(s.buf[s.from:s.pos]))
}

const recordHint = "a record is a JSON object with title and content"

func (r *recordWalk) bad(begin place, why string) *isnad.Error {
	return isnad.Errorf(isnad.Invalid, fmt.Sprintf("%s line %d", r.name, begin.line), "%s", why).WithHint(recordHint)
}

// otherLine passes over a line that begins with a value that is no object.
func (r *recordWalk) otherLine(begin place) bool {
	why := "is no JSON"
	if r.scan.line == begin.line && r.scan.restIsBlank() {
		why = "is no JSON object"
	} else {
		r.goBack(begin)
		r.scan.skipLine()
	}
	return r.fail(r.bad(begin, why))
}

// broken tells that the record at begin breaks at the scanner's place, and goes
// to where the next one may begin.
func (r *recordWalk) broken(begin place, object bool, err error) bool {
	s := r.scan
	if !s.more() && !errors.Is(s.err, io.EOF) {
		return false // close tells it
	}
	why := err.Error()
	switch {
	case !r.array && (s.line == begin.line || begin.indent < 0 || !object):
		if s.line != begin.line {
			r.goBack(begin)
		}
		s.skipLine()
	case begin.indent < 0 || !r.seek(begin):
		r.unread = true
		return r.walk.end(r.bad(begin, why+", the rest is not read")) && false
	}
	return r.fail(r.bad(begin, why))
}

// goBack sets the scanner back to begin, if its bytes are kept still and what
// is read again does not grow by the square.
func (r *recordWalk) goBack(begin place) {
	const free = 1 << 20
	s := r.scan
	back := s.at() - begin.at
	if s.from < 0 || r.reread+back > 4*s.at()+free {
		return
	}
	r.reread += back
	s.pos, s.line, s.lineAt = s.from, begin.line, begin.lineAt
}

// seek goes to the next line that begins an object with the indent of begin.
func (r *recordWalk) seek(begin place) bool {
	s := r.scan
	r.goBack(begin)
	s.from = -1
	for s.more() {
		s.skipLine()
		indent := int64(0)
		for s.take(' ') || s.take('\t') {
			indent++
		}
		if indent == begin.indent && s.more() && s.buf[s.pos] == '{' {
			return true
		}
	}
	return false
}

// restIsBlank reports whether nothing more stands on the line.
func (s *scanner) restIsBlank() bool {
	line := s.line
	return s.space() == 0 || s.line != line
}

// close tells what is wrong with the end of the file.
func (r *recordWalk) close() {
	s := r.scan
	switch {
	case r.stopped || r.unread:
	case s.err != nil && !errors.Is(s.err, io.EOF):
		r.walk.broken(r.name, s.err)
	case r.array:
		r.walk.end(isnad.Errorf(isnad.Invalid, fmt.Sprintf("%s line %d", r.name, s.line), "the array does not end").WithHint("fetch it again: the file is cut"))
	case r.n == 0:
		r.walk.end(isnad.Errorf(isnad.Invalid, r.name, "holds no records").WithHint("give one JSON object a line, with title and content"))
	}
}
