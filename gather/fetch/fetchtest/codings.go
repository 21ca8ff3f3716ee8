package fetchtest

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
)

const mebibyte = 1 << 20

// bombSize is what each bomb holds, in mebibytes: 10 GB.
const bombSize = 10 << 10

// codingCases are bodies that decode to far more than they are, or to nothing.
// The bombs are made while they are sent: a block that decodes to a mebibyte
// of zeros, again and again.
func codingCases() []Case {
	return append(bombCases(), truncatedCases()...)
}

func bombCases() []Case {
	bomb := func(name, coding, proves string, write func(io.Writer) error) Case {
		return Case{Name: name, Level: Fetch, Proves: proves, Want: isnad.TooLarge, serve: stream([]string{"Content-Encoding: " + coding}, write)}
	}
	return []Case{
		bomb("bomb-gzip", "gzip", "gzip that decodes to 10 GB is left at the bound", gzipBomb),
		bomb("bomb-deflate", "deflate", "deflate (zlib) that decodes to 10 GB too", zlibBomb),
		bomb("bomb-deflate-raw", "deflate", "deflate without a header too", deflateBomb),
		bomb("bomb-brotli", "br", "brotli that decodes to 10 GB too", brotliBomb),
		bomb("bomb-zstd", "zstd", "zstd that decodes to 10 GB from 320 KB too", zstdBomb),
		bomb("bomb-gzip-gzip", "gzip, gzip", "gzip in gzip too: each layer is bounded", func(w io.Writer) error {
			return repeat(w, gzipped(bytes.Repeat(gzipBlock(), 64)), bombSize/64)
		}),
		bomb("bomb-zstd-gzip", "zstd, gzip", "zstd in gzip too", func(w io.Writer) error {
			if _, err := w.Write(gzipped(zstdHead)); err != nil {
				return err
			}
			return repeat(w, gzipped(bytes.Repeat(zstdBlock(), 64)), bombSize/64)
		}),
		bomb("bomb-empty-members", "gzip, gzip", "10 GB of gzip members that hold nothing cost no more than the bound, though no byte comes out", func(w io.Writer) error {
			return repeat(w, emptyBlock(), bombSize)
		}),
		bomb("bomb-skippable-frames", "zstd", "zstd frames that hold nothing are left at the bound", func(w io.Writer) error {
			return repeat(w, append([]byte{0x50, 0x2A, 0x4D, 0x18, 0, 16, 0, 0}, make([]byte, 4096)...), endless)
		}),
		bomb("window-zstd", "zstd", "a zstd window of 2 GiB is not made", func(w io.Writer) error {
			_, err := w.Write([]byte{0x28, 0xB5, 0x2F, 0xFD, 0, 0xA8, 0x0B, 0, 0, 'a'})
			return err
		}),
		bomb("three-codings", "gzip, gzip, gzip", "a body coded three times over is not begun", func(w io.Writer) error {
			_, err := w.Write(gzipped(gzipped(gzipped([]byte("<p>x</p>")))))
			return err
		}),
		bomb("hundred-codings", "gzip"+string(bytes.Repeat([]byte(", gzip"), 99)), "nor one that says a hundred times", func(w io.Writer) error {
			_, err := w.Write(gzipped(nil))
			return err
		}),
	}
}

func truncatedCases() []Case {
	page := bytes.Repeat([]byte("<p>The council of Wadi Nakhil met on Sunday.</p>\n"), 400)
	coded := func(name, coding string, want isnad.Kind, proves string, body func() []byte) Case {
		once := sync.OnceValue(body)
		return Case{Name: name, Level: Fetch, Proves: proves, Want: want, serve: func(s *site) http.Handler {
			return stream([]string{"Content-Encoding: " + coding}, func(w io.Writer) error {
				_, err := w.Write(once())
				return err
			})(s)
		}}
	}
	half := func(body []byte) []byte { return body[:len(body)/2] }
	return []Case{
		coded("gzip", "gzip", "", "gzip is read", func() []byte { return gzipped(page) }),
		coded("deflate", "deflate", "", "deflate is read", func() []byte { return zlibbed(page) }),
		coded("brotli", "br", "", "brotli is read", func() []byte { return brotlied(page) }),
		coded("zstd", "zstd", "", "zstd is read", func() []byte { return zstded(page) }),
		coded("two-codings", "br, gzip", "", "two codings are read, the last one first", func() []byte { return gzipped(brotlied(page)) }),
		coded("padded-gzip", "gzip", "", "what pads a gzip body is left", func() []byte { return append(gzipped(page), make([]byte, 512)...) }),
		coded("charset-as-coding", "utf-8", "", "a charset in place of a coding changes nothing", func() []byte { return page }),
		coded("truncated-gzip", "gzip", isnad.Invalid, "gzip that stops half way is an error", func() []byte { return half(gzipped(page)) }),
		coded("truncated-deflate", "deflate", isnad.Invalid, "deflate that stops half way is an error", func() []byte { return half(zlibbed(page)) }),
		coded("truncated-brotli", "br", isnad.Invalid, "brotli that stops half way is an error", func() []byte { return half(brotlied(page)) }),
		coded("truncated-zstd", "zstd", isnad.Invalid, "zstd that stops half way is an error", func() []byte { return half(zstded(page)) }),
		coded("broken-gzip", "gzip", isnad.Invalid, "gzip with a false checksum is an error", func() []byte {
			body := gzipped(page)
			body[len(body)-6] ^= 0xFF
			return body
		}),
		coded("plain-as-gzip", "gzip", isnad.Invalid, "plain text that is said to be gzip is an error", func() []byte { return page }),
		coded("plain-as-brotli", "br", isnad.Invalid, "or brotli", func() []byte { return page }),
		coded("plain-as-zstd", "zstd", isnad.Invalid, "or zstd", func() []byte { return page }),
		coded("gzip-as-brotli", "br", isnad.Invalid, "one coding named as another is an error", func() []byte { return gzipped(page) }),
		coded("unknown-coding", "compress", isnad.Unsupported, "a coding that is not read is named", func() []byte { return page }),
	}
}

// Each block decodes to a mebibyte, of zeros but for the last.
var (
	zeros     = sync.OnceValue(func() []byte { return make([]byte, mebibyte) })
	gzipBlock = sync.OnceValue(func() []byte { return gzipped(zeros()) })
	// A flushed block of deflate looks at nothing before it and is not the last.
	deflateBlock = sync.OnceValue(func() []byte {
		var block bytes.Buffer
		writer, _ := flate.NewWriter(&block, flate.DefaultCompression)
		writer.Write(zeros())
		writer.Flush()
		return block.Bytes()
	})
	// The first block of a brotli stream, and the second, which looks back at
	// zeros as all later ones do.
	brotliBlocks = sync.OnceValues(func() (first, next []byte) {
		var stream bytes.Buffer
		writer := brotli.NewWriterLevel(&stream, 1)
		writer.Write(zeros())
		writer.Flush()
		end := stream.Len()
		writer.Write(zeros())
		writer.Flush()
		return stream.Bytes()[:end], stream.Bytes()[end:]
	})
	// zstd, a window of 128 KiB and blocks that each say: the zero byte,
	// 131,072 times.
	zstdHead  = []byte{0x28, 0xB5, 0x2F, 0xFD, 0, 7 << 3}
	zstdBlock = sync.OnceValue(func() []byte {
		const size = 128 << 10
		return bytes.Repeat([]byte{size<<3&0xFF | 1<<1, size << 3 >> 8 & 0xFF, size << 3 >> 16, 0}, mebibyte/size)
	})
	emptyBlock = sync.OnceValue(func() []byte {
		return gzipped(bytes.Repeat(gzipped(nil), mebibyte/len(gzipped(nil))))
	})
)

// gzipBomb is a row of members: their contents are one body.
func gzipBomb(w io.Writer) error { return repeat(w, gzipBlock(), bombSize) }

func zlibBomb(w io.Writer) error {
	if _, err := w.Write([]byte{0x78, 0x9C}); err != nil {
		return err
	}
	return deflateBomb(w)
}

func deflateBomb(w io.Writer) error { return repeat(w, deflateBlock(), bombSize) }

func brotliBomb(w io.Writer) error {
	first, next := brotliBlocks()
	if _, err := w.Write(first); err != nil {
		return err
	}
	return repeat(w, next, bombSize-1)
}

func zstdBomb(w io.Writer) error {
	if _, err := w.Write(zstdHead); err != nil {
		return err
	}
	return repeat(w, zstdBlock(), bombSize)
}

func gzipped(body []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(body)
	w.Close()
	return b.Bytes()
}

func zlibbed(body []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(body)
	w.Close()
	return b.Bytes()
}

func brotlied(body []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	w.Write(body)
	w.Close()
	return b.Bytes()
}

func zstded(body []byte) []byte {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil
	}
	return w.EncodeAll(body, nil)
}
