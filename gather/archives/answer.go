package archives

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// answer is what a server sent, as a WARC record keeps it.
type answer struct {
	status      int
	contentType string
	coding      string // of the body, outermost last
	chunked     bool
	body        []byte
}

// Errors of an answer.
var (
	errNoAnswer = errors.New("it holds no answer of a server")
	errLarge    = errors.New("it decodes to more than it may")
	errChunks   = errors.New("its chunks are not as long as they say")
)

// readAnswer reads the head of an answer. The body shares raw; in is lent.
func readAnswer(raw []byte, in *bufio.Reader) (answer, error) {
	left := bytes.NewReader(raw)
	in.Reset(left)
	h, err := readHead(in, "")
	if err != nil {
		return answer{}, fmt.Errorf("%w: %w", errNoAnswer, err)
	}
	version, rest, _ := strings.Cut(h.first, " ")
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	status, err := strconv.Atoi(code)
	if err != nil || !strings.HasPrefix(version, "HTTP/") {
		return answer{}, errNoAnswer
	}
	return answer{
		status: status, contentType: h.get("content-type"), coding: h.get("content-encoding"),
		chunked: strings.Contains(strings.ToLower(h.get("transfer-encoding")), "chunked"),
		body:    raw[len(raw)-left.Len()-in.Buffered():],
	}, nil
}

// isText reports whether a content type is one that reports come in.
func isText(contentType string) bool {
	media, _, _ := mime.ParseMediaType(contentType)
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain", "application/json", "application/ld+json":
		return true
	}
	return false
}

// decode undoes what the server did to the body for the way. The result is its
// own. lenient takes what there is of a body that was cut when it was fetched.
//
// Crawlers often keep the fields of an answer whose body they have decoded, so
// that a body that does not look encoded is taken as it is.
func (a answer) decode(limit int64, lenient bool) ([]byte, error) {
	body := a.body
	if a.chunked {
		joined, err := dechunk(body)
		switch {
		case err == nil, lenient && len(joined) > 0:
			body = joined
		case !looksPlain(body):
			return nil, err
		}
	}
	const mostCodings = 3
	codings := strings.Split(a.coding, ",")
	if len(codings) > mostCodings {
		return nil, fmt.Errorf("it is encoded %d times", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		decoded, err := uncode(body, strings.ToLower(strings.TrimSpace(codings[i])), limit)
		if err != nil && (!lenient || len(decoded) == 0 || errors.Is(err, errLarge)) {
			return nil, err
		}
		body = decoded
	}
	return bytes.Clone(body), nil
}

// uncode undoes one coding. What came out before an error is given with it.
func uncode(body []byte, coding string, limit int64) ([]byte, error) {
	out, err := decoder(body, coding)
	if out == nil && err == nil {
		return body, nil
	}
	var decoded []byte
	if err == nil {
		defer out.Close()
		decoded, err = readUpTo(out, limit)
	}
	switch {
	case int64(len(decoded)) > limit:
		return nil, errLarge
	case err != nil && looksPlain(body):
		return body, nil
	case err != nil:
		return decoded, fmt.Errorf("its %s coding is broken: %w", coding, err)
	}
	return decoded, nil
}

// decoder undoes a coding; nil if body is not coded so, or the coding is none.
func decoder(body []byte, coding string) (io.ReadCloser, error) {
	in := bytes.NewReader(body)
	switch {
	case (coding == "gzip" || coding == "x-gzip") && bytes.HasPrefix(body, []byte(gzipMagic)):
		return gzip.NewReader(in)
	case coding == "zstd" && bytes.HasPrefix(body, []byte(zstdMagic)):
		const window = 8 << 20 // bytes, as RFC 9659 bounds it
		out, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(window))
		if err != nil {
			return nil, err
		}
		return out.IOReadCloser(), nil
	case coding == "br":
		return io.NopCloser(brotli.NewReader(in)), nil
	case coding == "deflate":
		if out, err := zlib.NewReader(in); err == nil {
			return out, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	}
	return nil, nil
}

// looksPlain reports whether a body begins as text does.
func looksPlain(body []byte) bool {
	body = bytes.TrimSpace(body[:min(len(body), 64)])
	return len(body) > 0 && (body[0] == '<' || body[0] == '{' || body[0] == '[')
}

// dechunk joins the chunks of a body. What came before a broken one is given
// with the error.
func dechunk(body []byte) ([]byte, error) {
	var joined []byte
	for {
		line, rest, ok := bytes.Cut(body, []byte("\n"))
		digits, _, _ := bytes.Cut(line, []byte(";"))
		size, err := strconv.ParseUint(string(bytes.TrimSpace(digits[:min(len(digits), 32)])), 16, 31)
		switch {
		case !ok || err != nil:
			return joined, errChunks
		case size == 0:
			return joined, nil
		case size > uint64(len(rest)):
			return append(joined, rest...), errChunks
		}
		joined = append(joined, rest[:size]...)
		body = rest[size:]
		if body = bytes.TrimPrefix(body, []byte("\r")); !bytes.HasPrefix(body, []byte("\n")) {
			return joined, errChunks
		}
		body = body[1:]
	}
}
