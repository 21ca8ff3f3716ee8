package wikidata

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// maxEntity bounds an entity in bytes. Wikidata itself allows a few million.
const maxEntity = 16 << 20

// mostMemory bounds what a zstd frame may ask for.
const mostMemory = 256 << 20

// unpacked returns what r holds, unpacked if its first bytes are those of a
// packed file.
func unpacked(r io.Reader) (io.ReadCloser, error) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	magic, err := buffered.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(magic, []byte{0x1F, 0x8B}):
		return gzip.NewReader(buffered)
	case bytes.HasPrefix(magic, []byte("BZh")):
		return io.NopCloser(bzip2.NewReader(buffered)), nil
	case bytes.HasPrefix(magic, []byte{0x28, 0xB5, 0x2F, 0xFD}):
		z, err := zstd.NewReader(buffered, zstd.WithDecoderMaxMemory(mostMemory), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return io.NopCloser(buffered), nil
}

// firstByte returns the first byte of r that is no white space and no byte
// order mark, or 0 if it holds nothing else in its first bytes.
func firstByte(r *bufio.Reader) byte {
	head, _ := r.Peek(4096)
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")))
	if len(head) == 0 {
		return 0
	}
	return head[0]
}

var errLong = errors.New("line too long")

// lineReader gives lines of at most so many bytes.
type lineReader struct {
	r    *bufio.Reader
	most int
	line int
	long []byte
}

// at names the place of the last line.
func (l *lineReader) at(name string) string { return fmt.Sprintf("%s:%d", name, l.line) }

// next returns the next line, good until the next call. It gives errLong for
// one that is too long, having passed it by, and io.EOF at the end.
func (l *lineReader) next() ([]byte, error) {
	l.line++
	l.long = l.long[:0]
	tooLong := false
	for {
		part, err := l.r.ReadSlice('\n')
		full := errors.Is(err, bufio.ErrBufferFull)
		switch {
		case err != nil && !full && !errors.Is(err, io.EOF):
			return nil, err
		case errors.Is(err, io.EOF) && len(part) == 0 && len(l.long) == 0 && !tooLong:
			return nil, io.EOF
		case !full && len(l.long) == 0 && !tooLong && len(part) <= l.most:
			return part, nil
		}
		if tooLong = tooLong || len(l.long)+len(part) > l.most; tooLong {
			l.long = l.long[:0]
		} else {
			l.long = append(l.long, part...)
		}
		switch {
		case full:
		case tooLong:
			return nil, errLong
		default:
			return l.long, nil
		}
	}
}
