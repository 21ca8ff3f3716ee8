package archives

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/isnad-news/isnad"
)

// Errors of a record.
var (
	errLength = errors.New("it does not say how long it is")
	errLies   = errors.New("it is not as long as it says")
)

const warcHint = "the rest of the archive is read from the next record on"

// warc gives the reports of a WARC file. Records are told apart by the lengths
// that they state; where one lies, the next is looked for at the beginning of a
// line, within what the liar took along first.
func (w *walk) warc(name string, in *bufio.Reader) {
	r := &warcWalk{walk: w, name: name, front: &pushed{in: in}}
	r.in = bufio.NewReaderSize(r.front, lineBytes)
	r.answerIn = bufio.NewReaderSize(nil, lineBytes)
	for w.alive() && r.next() {
	}
}

// warcWalk reads one WARC file.
type warcWalk struct {
	*walk
	name     string
	front    *pushed
	in       *bufio.Reader // over front
	answerIn *bufio.Reader // for the heads of answers
	missing  error         // with which reading broke behind the record at hand
	first    string        // of a head of which the first line was read already
	n        int           // records so far
	body     bytes.Buffer  // of the record at hand
	reread   int64         // bytes that were read once more
	read     int64         // bytes of bodies that were read
}

// pushed is a reader to which bytes can be given back.
type pushed struct {
	back [][]byte // the last is read first
	err  error    // given once behind them
	in   io.Reader
}

func (p *pushed) Read(to []byte) (int, error) {
	last := len(p.back) - 1
	if last < 0 {
		if err := p.err; err != nil {
			p.err = nil
			return 0, err
		}
		return p.in.Read(to)
	}
	n := copy(to, p.back[last])
	if p.back[last] = p.back[last][n:]; len(p.back[last]) == 0 {
		p.back = p.back[:last]
	}
	return n, nil
}

func (r *warcWalk) wrong(kind isnad.Kind, err error) *isnad.Error {
	return isnad.Errorf(kind, fmt.Sprintf("%s#%d", r.name, r.n), "cannot read the WARC record: %w", err).WithHint(warcHint)
}

// next reads one record. It reports whether there may be another.
func (r *warcWalk) next() bool {
	if !r.blank() {
		return false
	}
	r.n++
	head, err := readHead(r.in, r.first)
	r.first = ""
	switch {
	case errors.Is(err, errHeadLong):
		return r.lost(err)
	case err != nil:
		return r.cut(err)
	case !strings.HasPrefix(head.first, warcMagic+"1.") && !strings.HasPrefix(head.first, warcMagic+"0."):
		return r.lost(fmt.Errorf("its version is none that is known: %.20q", head.first))
	}
	length, err := strconv.ParseInt(head.get("content-length"), 10, 64)
	if err != nil || length < 0 {
		return r.lost(errLength)
	}
	fits := length <= r.limits.RecordBytes
	err = r.take(length, fits)
	switch {
	case errors.Is(err, errLies), errors.Is(err, io.EOF) && r.giveBack():
		return r.lost(errLies)
	case err != nil:
		return r.cut(err)
	}
	ends, err := r.ends()
	switch {
	case err != nil: // of the compression, which checks its sum here
		return r.cut(err)
	case !ends:
		r.giveBack()
		return r.lost(errLies)
	case fits:
		return r.report(head)
	case wanted(head):
		return r.fail(r.wrong(isnad.TooLarge, fmt.Errorf("larger than %d bytes", r.limits.RecordBytes)))
	}
	r.limits.Tally.Skipped++
	return r.alive()
}

// blank skips empty lines; false at the end of the file.
func (r *warcWalk) blank() bool {
	for r.first == "" {
		c, err := byte(0), r.missing
		if r.missing = nil; err == nil {
			c, err = r.in.ReadByte()
		}
		if errors.Is(err, errGap) {
			if !r.fail(isnad.Errorf(isnad.Invalid, fmt.Sprintf("%s behind #%d", r.name, r.n), "%w", err).WithHint(warcHint)) {
				return false
			}
			continue
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				r.broken(r.name, err)
			}
			return false
		}
		if c != '\r' && c != '\n' {
			_ = r.in.UnreadByte()
			return true
		}
	}
	return true
}

// take reads the body into r.body, or past it if it does not fit.
func (r *warcWalk) take(length int64, fits bool) error {
	r.body.Reset()
	if !fits {
		return r.pass(length)
	}
	n, err := io.CopyN(&r.body, r.in, length)
	r.read += n
	return err
}

// pass reads past a body that is larger than a record may be. If the head of
// another record stands in it, the length is taken for a lie and the reading
// stops there.
func (r *warcWalk) pass(length int64) error {
	const fields = "WARC-"
	blank, whole := false, true // the line before is empty; it was read to its end
	for length > 0 {
		line, err := r.in.ReadSlice('\n')
		if int64(len(line)) > length {
			r.push(bytes.Clone(line[length:]))
			return nil
		}
		length -= int64(len(line))
		if blank && bytes.HasPrefix(line, []byte(warcMagic)) {
			r.first = strings.TrimRight(string(line), "\r\n")
			if next, _ := r.in.Peek(len(fields)); strings.EqualFold(string(next), fields) {
				return errLies
			}
			r.first = ""
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		blank = whole && len(bytes.TrimRight(line, "\r\n")) == 0
		whole = err == nil
	}
	return nil
}

// ends reports whether the file ends at hand or another record begins.
func (r *warcWalk) ends() (bool, error) {
	for {
		next, err := r.in.Peek(len(warcMagic))
		switch {
		case string(next) == warcMagic, len(next) == 0 && errors.Is(err, io.EOF):
			return true, nil
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, gzip.ErrChecksum) && len(bytes.TrimSpace(next)) == 0:
			r.missing = err // what is broken stands behind it
			return true, nil
		case err != nil && !errors.Is(err, io.EOF):
			return false, err
		case next[0] != '\r' && next[0] != '\n':
			return false, nil
		}
		_, _ = r.in.Discard(1)
	}
}

// giveBack gives back what the record took along beyond its end, if another
// record begins in it. What is read again must not grow by the square.
func (r *warcWalk) giveBack() bool {
	const free = 1 << 20
	taken := r.body.Bytes()
	at := bytes.Index(taken, []byte("\n"+warcMagic)) + 1
	again := int64(len(taken) - at + r.in.Buffered())
	if at == 0 || r.reread+again > r.read+free {
		return false
	}
	r.reread += again
	r.push(bytes.Clone(taken[at:]))
	return true
}

// push gives bytes back, which it takes as its own.
func (r *warcWalk) push(back []byte) {
	ahead, _ := r.in.Peek(r.in.Buffered())
	if len(ahead) > 0 {
		r.front.back = append(r.front.back, bytes.Clone(ahead))
	}
	if len(back) > 0 {
		r.front.back = append(r.front.back, back)
	}
	r.in.Reset(r.front)
}

// lost tells that a record could not be read and goes to where the next begins.
func (r *warcWalk) lost(why error) bool {
	if !r.fail(r.wrong(isnad.Invalid, why)) {
		return false
	}
	for {
		next, err := r.in.Peek(len(warcMagic))
		switch {
		case r.first != "", string(next) == warcMagic:
			return true
		case errors.Is(err, errGap):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			r.broken(r.name, err)
			return false
		case err != nil:
			return false
		}
		for err = bufio.ErrBufferFull; errors.Is(err, bufio.ErrBufferFull); {
			_, err = r.in.ReadSlice('\n')
		}
	}
}

// cut tells that the file ends within a record, or breaks there; true if it goes
// on behind that.
func (r *warcWalk) cut(err error) bool {
	switch {
	case errors.Is(err, errGap):
		return r.lost(err)
	case errors.Is(err, io.EOF), errors.Is(err, errHeadCut):
		err = io.ErrUnexpectedEOF
	}
	r.broken(fmt.Sprintf("%s#%d", r.name, r.n), err)
	return false
}

// wanted reports whether a record may hold a report by what it says it is.
func wanted(h head) bool {
	switch strings.ToLower(h.get("warc-type")) {
	case "response":
		return strings.HasPrefix(strings.ToLower(h.get("content-type")), "application/http")
	case "resource", "conversion":
		return isText(h.get("content-type"))
	}
	return false
}

// report gives the report in a record, if there is one.
func (r *warcWalk) report(h head) bool {
	if !wanted(h) {
		r.limits.Tally.Skipped++
		return r.alive()
	}
	snapshot := isnad.Snapshot{
		Source: r.name, Record: r.n, URL: strings.Trim(h.get("warc-target-uri"), "<> "), Told: isnad.Told{By: "warc record"},
		ContentType: h.get("content-type"),
	}
	if fetched, err := time.Parse(time.RFC3339, h.get("warc-date")); err == nil {
		snapshot.Fetched = fetched
	}
	if !strings.EqualFold(h.get("warc-type"), "response") {
		return r.give(snapshot, bytes.Clone(r.body.Bytes()))
	}
	answer, err := readAnswer(r.body.Bytes(), r.answerIn)
	switch {
	case err != nil:
		return r.fail(r.wrong(isnad.Invalid, err))
	case answer.status != 200 || !isText(answer.contentType):
		r.limits.Tally.Skipped++
		return r.alive()
	}
	raw, err := answer.decode(r.limits.RecordBytes, h.get("warc-truncated") != "")
	switch {
	case errors.Is(err, errLarge):
		return r.fail(r.wrong(isnad.TooLarge, fmt.Errorf("decodes to more than %d bytes", r.limits.RecordBytes)))
	case err != nil:
		return r.fail(r.wrong(isnad.Invalid, err))
	}
	snapshot.ContentType = answer.contentType
	return r.give(snapshot, raw)
}
