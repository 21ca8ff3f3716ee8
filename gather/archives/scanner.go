package archives

import (
	"bytes"
	"errors"
	"io"
)

// scanner finds the ends of JSON values in a stream. It keeps the bytes of the
// value at hand, up to a limit, and reads values of any size and a nesting of
// any depth up to deepest.
//
// It checks the grammar as it goes, so that a value that breaks is known by its
// first wrong byte: no line end may stand in a string, and the loss is then one
// line.
type scanner struct {
	in   io.Reader
	most int64 // bytes of a value that are kept

	buf    []byte
	pos    int   // what is read next
	from   int   // first byte that is kept; -1 if none is, or if it was longer than most
	base   int64 // offset of buf[0] in the stream
	err    error // of in
	stack  []byte
	line   int   // of pos, from 1
	lineAt int64 // offset at which it begins
}

// What is wrong with a value.
var (
	errJSON = errors.New("is no JSON")
	errDeep = errors.New("is nested too deep")
)

// deepest is how deep values may be nested, as in encoding/json.
const deepest = 10_000

const scanBytes = 128 << 10

func newScanner(in io.Reader, most int64) *scanner {
	return &scanner{in: in, most: most, buf: make([]byte, 0, 2*scanBytes), from: -1, line: 1}
}

// more reports whether there is a byte at pos, reading on if need be.
func (s *scanner) more() bool {
	if s.pos < len(s.buf) {
		return true
	}
	if s.err != nil {
		return false
	}
	s.makeRoom()
	for range 100 {
		n, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		s.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// makeRoom drops what is not kept and sees to free space behind the rest.
func (s *scanner) makeRoom() {
	first := s.pos
	if s.from >= 0 {
		if first = s.from; int64(s.pos-s.from) > s.most {
			s.from, first = -1, s.pos
		}
	}
	s.base += int64(first)
	kept := s.buf[first:]
	if cap(s.buf)-len(kept) < scanBytes {
		bigger := make([]byte, len(kept), 2*cap(s.buf))
		copy(bigger, kept)
		s.buf = bigger
	} else {
		s.buf = s.buf[:copy(s.buf[:cap(s.buf)], kept)]
	}
	s.pos -= first
	if s.from >= 0 {
		s.from = 0
	}
}

// at is the offset of pos in the stream.
func (s *scanner) at() int64 { return s.base + int64(s.pos) }

// space skips white space and returns the byte behind it; 0 at the end.
func (s *scanner) space() byte {
	for s.more() {
		switch c := s.buf[s.pos]; c {
		case '\n':
			s.pos++
			s.line, s.lineAt = s.line+1, s.at()
		case ' ', '\t', '\r':
			s.pos++
		default:
			return c
		}
	}
	return 0
}

// skipLine goes to the beginning of the next line.
func (s *scanner) skipLine() {
	for s.more() {
		i := bytes.IndexByte(s.buf[s.pos:], '\n')
		if i >= 0 {
			s.pos += i + 1
			s.line, s.lineAt = s.line+1, s.at()
			return
		}
		s.pos = len(s.buf)
	}
}

// value reads one value that begins at pos and checks its grammar.
func (s *scanner) value() error {
	s.stack = s.stack[:0]
	for {
		opened, err := s.token()
		if err != nil {
			return err
		}
		if opened {
			continue
		}
		if again, err := s.behind(); err != nil || !again {
			return err
		}
	}
}

// token reads a string, a number, a word or the beginning of an object or
// array. opened says that a value must follow.
func (s *scanner) token() (opened bool, err error) {
	switch c := s.space(); {
	case c == '{', c == '[':
		s.pos++
		if len(s.stack) == deepest {
			return false, errDeep
		}
		closing := byte('}')
		if c == '[' {
			closing = ']'
		}
		if s.space() == closing {
			s.pos++
			return false, nil
		}
		s.stack = append(s.stack, closing)
		if c == '{' {
			return true, s.key()
		}
		return true, nil
	case c == '"':
		s.pos++
		return false, s.str()
	case c == '-', c >= '0' && c <= '9':
		return false, s.number()
	case c == 't':
		return false, s.word("true")
	case c == 'f':
		return false, s.word("false")
	case c == 'n':
		return false, s.word("null")
	}
	return false, errJSON
}

// behind reads what stands behind a value. again says that another value must
// follow; if not, the outermost value has ended.
func (s *scanner) behind() (again bool, err error) {
	for n := len(s.stack); n > 0; n = len(s.stack) {
		switch c := s.space(); {
		case c == s.stack[n-1]:
			s.pos++
			s.stack = s.stack[:n-1]
		case c != ',':
			return false, errJSON
		default:
			s.pos++
			if s.stack[n-1] == '}' {
				return true, s.key()
			}
			return true, nil
		}
	}
	return false, nil
}

// key reads the name of a member and the colon behind it.
func (s *scanner) key() error {
	if s.space() != '"' {
		return errJSON
	}
	s.pos++
	if err := s.str(); err != nil {
		return err
	}
	if s.space() != ':' {
		return errJSON
	}
	s.pos++
	return nil
}

// plain are the bytes of a string that stand for themselves.
var plain = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return table
}()

// str reads a string behind its first quotation mark.
func (s *scanner) str() error {
	for s.more() {
		b := s.buf[s.pos:]
		i := 0
		for i < len(b) && plain[b[i]] {
			i++
		}
		s.pos += i
		if i == len(b) {
			continue
		}
		switch b[i] {
		case '"':
			s.pos++
			return nil
		case '\\':
			s.pos++
			if err := s.escape(); err != nil {
				return err
			}
		default:
			return errJSON
		}
	}
	return errJSON
}

// escape reads what stands behind a backslash.
func (s *scanner) escape() error {
	if !s.more() {
		return errJSON
	}
	c := s.buf[s.pos]
	s.pos++
	switch c {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return nil
	case 'u':
		for range 4 {
			if !s.more() || !isHex(s.buf[s.pos]) {
				return errJSON
			}
			s.pos++
		}
		return nil
	}
	return errJSON
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// number reads a number.
func (s *scanner) number() error {
	s.take('-')
	if !s.take('0') && s.digits() == 0 {
		return errJSON
	}
	if s.take('.') && s.digits() == 0 {
		return errJSON
	}
	if s.take('e') || s.take('E') {
		if !s.take('+') {
			s.take('-')
		}
		if s.digits() == 0 {
			return errJSON
		}
	}
	return nil
}

// take skips c if it stands at pos.
func (s *scanner) take(c byte) bool {
	if s.more() && s.buf[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

func (s *scanner) digits() (n int) {
	for s.more() && s.buf[s.pos] >= '0' && s.buf[s.pos] <= '9' {
		s.pos++
		n++
	}
	return n
}

func (s *scanner) word(word string) error {
	for i := range len(word) {
		if !s.take(word[i]) {
			return errJSON
		}
	}
	return nil
}
