package archives

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

// source reads from the system: it counts what is read, keeps the system's
// errors apart from those of compression, and stops when the context has ended.
type source struct {
	walk *walk
	in   io.Reader
}

func (s *source) Read(p []byte) (int, error) {
	if err := s.walk.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.in.Read(p)
	s.walk.limits.Tally.Read += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		s.walk.system = err
	}
	return n, err
}

// counter counts what is read.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

// meter holds what comes out of compression within the limits.
type meter struct {
	walk *walk
	out  io.Reader
	in   *counter // compressed bytes taken
	n    int64
}

// Errors of a meter.
var (
	errRatio = errors.New("it decodes to far more than it holds")
	errTotal = errors.New("the archive decodes to more than it may")
)

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.out.Read(p)
	m.n += int64(n)
	m.walk.decoded += int64(n)
	switch limits := &m.walk.limits; {
	case m.walk.decoded > limits.Bytes:
		return n, errTotal
	case m.n > limits.RecordBytes && m.n-limits.RecordBytes > m.in.n*limits.Ratio:
		return n, errRatio
	}
	return n, err
}

// stream reads what stands in an input or in a member of an archive. plain is
// its name without the endings of the compression that was undone. in counts
// the compressed bytes and is nil once something was undone.
func (w *walk) stream(name, plain string, buffered *bufio.Reader, in *counter) {
	head, err := buffered.Peek(headBytes)
	if len(head) == 0 && err != nil && !errors.Is(err, io.EOF) {
		w.broken(name, err)
		return
	}
	if errors.Is(err, errGap) { // looking ahead has met it: it stands behind the head
		_, _ = buffered.Discard(len(head))
		buffered = bufio.NewReaderSize(&pushed{back: [][]byte{bytes.Clone(head)}, err: err, in: buffered}, headBytes)
		head, _ = buffered.Peek(len(head))
	}
	switch {
	case in != nil && bytes.HasPrefix(head, []byte(gzipMagic)):
		w.gzip(name, plain, buffered, in)
	case in != nil && bytes.HasPrefix(head, []byte(zstdMagic)):
		w.zstd(name, plain, buffered, in)
	case bytes.HasPrefix(head, []byte(warcMagic)):
		w.warc(name, buffered)
	case !bytes.HasPrefix(head, []byte("\xFF\xFE")) && !bytes.HasPrefix(head, []byte("\xFE\xFF")) && gather.HoldsRecords(head, plain):
		w.records(name, buffered)
	default:
		w.whole(name, buffered)
	}
}

// The first bytes of what is told apart.
const (
	gzipMagic = "\x1F\x8B"
	zstdMagic = "\x28\xB5\x2F\xFD"
	warcMagic = "WARC/"
)

func (w *walk) gzip(name, plain string, buffered *bufio.Reader, in *counter) {
	out, err := gzip.NewReader(buffered)
	if err != nil {
		w.broken(name, err)
		return
	}
	defer out.Close()
	w.undone(name, plain, &members{walk: w, in: buffered, out: out}, in)
}

// members undoes gzip member by member. Behind a damaged one it goes on with
// the next, and says with errGap, once, that something is missing there.
type members struct {
	walk *walk
	in   *bufio.Reader
	out  *gzip.Reader
	gap  string // given before the next member: what is missing ends no line
}

var errGap = errors.New("a part of it is damaged")

func (m *members) Read(p []byte) (int, error) {
	if m.gap != "" {
		n := copy(p, m.gap)
		m.gap = m.gap[n:]
		return n, nil
	}
	n, err := m.out.Read(p)
	if err == nil || errors.Is(err, io.EOF) || m.walk.system != nil || m.walk.ctx.Err() != nil || !m.findNext() {
		return n, err
	}
	m.gap = "\r\n\r\n"
	return n, fmt.Errorf("%w: %w", errGap, err)
}

// findNext begins the next member that can be found.
func (m *members) findNext() bool {
	const method = 8 // of compression, which is the only one
	for {
		next, err := m.in.Peek(len(gzipMagic) + 1)
		if err != nil {
			return false
		}
		if string(next) == gzipMagic+string(rune(method)) {
			if m.out.Reset(m.in) == nil {
				return true
			}
			continue
		}
		_, _ = m.in.Discard(1)
	}
}

func (w *walk) zstd(name, plain string, buffered *bufio.Reader, in *counter) {
	const window = 64 << 20 // bytes, what any frame may ask for
	out, err := zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(window))
	if err != nil {
		w.broken(name, err)
		return
	}
	defer out.Close()
	w.undone(name, plain, out, in)
}

// undone reads on behind compression.
func (w *walk) undone(name, plain string, out io.Reader, in *counter) {
	measured := &meter{walk: w, out: out, in: in}
	w.stream(name, strings.TrimSuffix(plain, path.Ext(plain)), bufio.NewReaderSize(measured, 128<<10), nil)
}

// whole gives an input that holds one report.
func (w *walk) whole(name string, in io.Reader) {
	raw, err := readUpTo(in, w.limits.RecordBytes)
	switch {
	case err != nil:
		w.broken(name, err)
	case int64(len(raw)) > w.limits.RecordBytes:
		w.end(gather.TooLarge(name, w.limits.RecordBytes))
	case gather.NotText(raw) != "":
		w.end(isnad.Errorf(isnad.Unsupported, name, "is not text").WithHint(gather.NotText(raw)))
	default:
		w.give(isnad.Snapshot{Source: name}, raw)
	}
}

// readUpTo reads one byte more than limit at most.
func readUpTo(in io.Reader, limit int64) ([]byte, error) {
	var raw bytes.Buffer
	_, err := raw.ReadFrom(io.LimitReader(in, limit+1))
	return raw.Bytes(), err
}

// broken tells that reading failed: the system, the compression, or a limit.
func (w *walk) broken(name string, err error) {
	switch {
	case w.ctx.Err() != nil:
		w.alive()
	case w.system != nil:
		w.end(gather.CannotRead(name, w.system))
		w.system = nil
	case errors.Is(err, errRatio), errors.Is(err, errTotal):
		w.end(isnad.Errorf(isnad.TooLarge, name, "%w", err).WithHint("look at what it holds before you raise the limits"))
	case errors.Is(err, io.ErrUnexpectedEOF):
		w.end(isnad.Errorf(isnad.Invalid, name, "ends before it is whole").WithHint("fetch it again: the file is cut"))
	default:
		w.end(isnad.Errorf(isnad.Invalid, name, "is damaged: %w", err).WithHint("fetch it again"))
	}
}
