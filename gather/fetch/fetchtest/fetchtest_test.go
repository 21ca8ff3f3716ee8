package fetchtest

import (
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net"
	"net/netip"
	"slices"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
)

// TestBombs: the bombs are what they say, at least for their first 5 MiB.
func TestBombs(t *testing.T) {
	const most = 5 * mebibyte
	bombs := map[string]struct {
		write func(io.Writer) error
		read  func(io.Reader) (io.Reader, error)
	}{
		"gzip":    {gzipBomb, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		"zlib":    {zlibBomb, func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) }},
		"deflate": {deflateBomb, func(r io.Reader) (io.Reader, error) { return flate.NewReader(r), nil }},
		"brotli":  {brotliBomb, func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
		"zstd": {zstdBomb, func(r io.Reader) (io.Reader, error) {
			return zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		}},
	}
	for name, bomb := range bombs {
		in, out := io.Pipe()
		go func() { out.CloseWithError(bomb.write(out)) }()
		decoder, err := bomb.read(in)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		n, err := io.CopyN(io.Discard, decoder, most)
		if n != most || err != nil {
			t.Errorf("%s: %d bytes, then %v", name, n, err)
		}
		in.Close()
	}
}

// TestCases: names are unique, every case says what it proves, is of one level
// and ends in a way that there is.
func TestCases(t *testing.T) {
	seen := map[string]bool{}
	kinds := []isnad.Kind{"", isnad.Refused, isnad.Invalid, isnad.TooLarge, isnad.Unavailable, isnad.NotFound, isnad.Unsupported}
	for _, one := range Cases() {
		if one.Name == "" || seen[one.Name] || one.Proves == "" || !slices.Contains(kinds, one.Want) {
			t.Errorf("case %+v", one.Name)
		}
		seen[one.Name] = true
		ways := 0
		for _, has := range []bool{one.serve != nil && one.Level == Fetch, one.serve != nil && one.Level == Feed,
			one.page != nil && one.Level == Page, one.write != nil && one.Level == Archive} {
			if has {
				ways++
			}
		}
		if ways != 1 {
			t.Errorf("%s is at no level, or at two", one.Name)
		}
	}
	if len(seen) < 60 {
		t.Errorf("%d cases, fewer than 60", len(seen))
	}
}

// TestResolver: answers come in order, the last for good, and other names are
// not there.
func TestResolver(t *testing.T) {
	names := Resolver(map[string][]string{"a.example": {"1.1.1.1", "127.0.0.1"}, "b.example": {"::1"}})
	for _, want := range []string{"1.1.1.1", "127.0.0.1", "127.0.0.1"} {
		got, err := names.LookupNetIP(t.Context(), "ip", "a.example")
		if err != nil || !slices.Equal(got, []netip.Addr{netip.MustParseAddr(want)}) {
			t.Errorf("a.example is %v, %v; want %s", got, err, want)
		}
	}
	if got, err := names.LookupNetIP(t.Context(), "ip", "b.example"); err != nil || len(got) != 1 || got[0] != netip.IPv6Loopback() {
		t.Errorf("b.example is %v, %v", got, err)
	}
	var missing *net.DNSError
	if _, err := names.LookupNetIP(t.Context(), "ip", "c.example"); !errors.As(err, &missing) || !missing.IsNotFound {
		t.Errorf("c.example: %v", err)
	}
}
