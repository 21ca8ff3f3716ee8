package archives

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// Bounds on the head of a WARC record, and of the answer in it.
const (
	mostHeadBytes = 128 << 10
	mostHeadLines = 500
	lineBytes     = 64 << 10 // of one line
)

// Errors of a head.
var (
	errHeadLong = errors.New("its head is longer than a head may be")
	errHeadCut  = errors.New("its head does not end")
)

// head is the first line of a WARC record or of an answer, and its fields.
type head struct {
	first  string
	fields map[string]string // by name in lower case; the first of a name
}

func (h head) get(name string) string { return h.fields[name] }

// readHead reads lines up to an empty one, behind the first line if that is not
// empty.
func readHead(in *bufio.Reader, first string) (head, error) {
	h := head{first: first, fields: make(map[string]string, 16)}
	last, size := "", 0
	for lines := 0; ; lines++ {
		raw, err := in.ReadSlice('\n')
		size += len(raw)
		switch {
		case errors.Is(err, bufio.ErrBufferFull), size > mostHeadBytes, lines > mostHeadLines:
			return h, errHeadLong
		case errors.Is(err, io.EOF):
			return h, errHeadCut
		case err != nil:
			return h, err
		}
		line := strings.TrimRight(strings.ToValidUTF8(string(raw), "\uFFFD"), "\r\n")
		switch name, value, ok := strings.Cut(line, ":"); {
		case line == "":
			return h, nil
		case h.first == "":
			h.first = line
		case line[0] == ' ' || line[0] == '\t':
			if last != "" {
				h.fields[last] += " " + strings.TrimSpace(line)
			}
		case ok:
			last = strings.ToLower(strings.TrimSpace(name))
			if _, twice := h.fields[last]; twice {
				last = ""
				continue
			}
			h.fields[last] = strings.TrimSpace(value)
		}
	}
}
