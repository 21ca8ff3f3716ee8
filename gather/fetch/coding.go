package fetch

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
)

const (
	accepted   = "gzip, br, zstd" // deflate is read and not asked for: servers disagree on what it is
	maxCodings = 2
	window     = 8 << 20 // of zstd; RFC 9659 allows no more over HTTP. Brotli's is at most 16 MiB, gzip's 32 KiB
)

var (
	errTooMuch = errors.New("holds more than the bound")
	errCodings = isnad.Errorf(isnad.TooLarge, "", "body is coded more than %d times over", maxCodings).
			WithHint("tell the site: no browser needs this")
)

// body reads an answer to its end, decoded. No layer of it, coded or decoded,
// may hold more than limit bytes; with cut what lies behind is left, else the
// error is errTooMuch.
//
// An error of the connection comes back as it is; one of the coding is an
// [isnad.Error] of kind Invalid. What was read before it is returned too.
func body(header http.Header, wire io.Reader, limit int64, cut bool) ([]byte, error) {
	names := codings(header)
	if len(names) > maxCodings {
		return nil, errCodings
	}
	layer := &meter{r: wire, left: limit}
	layers := []*meter{layer}
	for i := len(names) - 1; i >= 0; i-- {
		decoder, err := decode(names[i], layer)
		if err != nil {
			return nil, broken(names[i], err, layers)
		}
		defer decoder.Close()
		layer = &meter{r: decoder, left: limit}
		layers = append(layers, layer)
	}
	raw, err := io.ReadAll(layer)
	if err == nil {
		return raw, nil
	}
	err = broken(strings.Join(names, ", "), err, layers)
	if cut && errors.Is(err, errTooMuch) {
		return raw, nil
	}
	return raw, err
}

// broken tells an error of the connection, which a new try may mend, and a
// bound that was reached, from an error of the coding. Decoders hide both.
func broken(name string, err error, layers []*meter) error {
	for _, layer := range layers {
		if errors.Is(layer.err, errTooMuch) {
			return errTooMuch
		}
	}
	source := layers[0].err
	switch {
	case name == "":
		return err
	case source != nil && source != io.EOF:
		return source
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return isnad.Errorf(isnad.TooLarge, "", "decode %s: %w", name, err).WithHint("tell the site: no browser would read this")
	}
	var known *isnad.Error
	if errors.As(err, &known) {
		return err
	}
	return isnad.Errorf(isnad.Invalid, "", "decode %s: %w", name, err).
		WithHint("the server sent a body that is not what its Content-Encoding says, or cut it short")
}

// codings returns what Content-Encoding names, in the order in which it was
// applied, without what changes nothing: charsets stand there in the wild.
func codings(header http.Header) []string {
	var names []string
	for name := range strings.SplitSeq(strings.Join(header.Values("Content-Encoding"), ","), ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		switch name {
		case "", "identity", "none", "binary", "utf-8", "utf8":
		default:
			names = append(names, name)
		}
	}
	return names
}

func decode(name string, coded io.Reader) (io.ReadCloser, error) {
	buffered := bufio.NewReader(coded)
	if _, err := buffered.Peek(1); err == io.EOF {
		return io.NopCloser(buffered), nil // no body at all, as on some empty answers
	}
	switch name {
	case "gzip", "x-gzip":
		reader, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, err
		}
		return &members{Reader: reader}, nil
	case "deflate":
		if isZlib(buffered) {
			return zlib.NewReader(buffered)
		}
		return flate.NewReader(buffered), nil
	case "br":
		return io.NopCloser(brotli.NewReader(buffered)), nil
	case "zstd":
		reader, err := zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(window))
		if err != nil {
			return nil, err
		}
		return reader.IOReadCloser(), nil
	}
	return nil, isnad.Errorf(isnad.Unsupported, "", "body is coded as %q", name).
		WithHint("gzip, brotli, zstd and deflate are read")
}

// members reads gzip. What follows the last member and is no member is left,
// as browsers do: servers pad.
type members struct {
	*gzip.Reader
	some bool
}

func (m *members) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	m.some = m.some || n > 0
	if m.some && errors.Is(err, gzip.ErrHeader) {
		err = io.EOF
	}
	return n, err
}

// isZlib tells the two things that are sent as deflate apart (RFC 1950 with
// its header and RFC 1951 without).
func isZlib(r *bufio.Reader) bool {
	head, err := r.Peek(2)
	return err == nil && head[0]&0x0F == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0
}

// meter passes on what r gives until left bytes are gone; a byte more is
// errTooMuch. It keeps the first error.
type meter struct {
	r    io.Reader
	left int64
	err  error
}

func (m *meter) Read(p []byte) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	if int64(len(p)) > m.left+1 {
		p = p[:m.left+1]
	}
	n, err := m.r.Read(p)
	if m.left -= int64(n); m.left < 0 {
		n, err = n-1, errTooMuch
	}
	m.err = err
	return n, err
}
