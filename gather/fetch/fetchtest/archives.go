package fetchtest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/isnad-news/isnad"
)

// archiveCases are files that lie about what they hold.
func archiveCases() []Case {
	file := func(name, extension string, want isnad.Kind, proves string, write func(io.Writer) error) Case {
		return Case{Name: "archive-" + name, Level: Archive, Proves: proves, Want: want, file: extension, write: write}
	}
	whole := func(body string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, body)
			return err
		}
	}
	return []Case{
		file("warc-length-long", ".warc", isnad.Invalid, "a WARC record that says it is longer than the file is named", whole(warc("1000000000000"))),
		file("warc-length-short", ".warc", isnad.Invalid, "one that says it is shorter than it is too", whole(warc("20")+warc("20"))),
		file("warc-length-negative", ".warc", isnad.Invalid, "one with a negative length too", whole(warc("-1"))),
		file("warc-length-none", ".warc", isnad.Invalid, "one without a length too", whole(strings.Replace(warc("1"), "Content-Length: 1\r\n", "", 1))),
		file("warc-header-endless", ".warc", isnad.Invalid, "a WARC header of 20 MB is left at a bound", func(w io.Writer) error {
			return around(w, "WARC/1.0\r\n", "X-More: a\r\n", "", 2_000_000, "")
		}),
		file("warc-bomb", ".warc.gz", isnad.TooLarge, "a WARC record that decodes to 1 GB is left at the bound", func(w io.Writer) error {
			if _, err := w.Write(gzipped([]byte("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://hostile.example/\r\nContent-Length: 1073741824\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"))); err != nil {
				return err
			}
			return repeat(w, gzipBlock(), 1024)
		}),
		file("warc-truncated", ".warc.gz", isnad.Invalid, "a compressed WARC that stops half way is named", func(w io.Writer) error {
			body := gzipped([]byte(warc("1000000000000")))
			_, err := w.Write(body[:len(body)/2])
			return err
		}),
		file("gzip-bomb", ".txt.gz", isnad.TooLarge, "a compressed file that decodes to 10 GB is left at the bound", gzipBomb),
		file("zstd-bomb", ".txt.zst", isnad.TooLarge, "so is one in zstd", zstdBomb),
		file("zip-bomb", ".zip", isnad.TooLarge, "so is a member of a zip file", func(w io.Writer) error {
			archive := zip.NewWriter(w)
			member, err := archive.CreateRaw(&zip.FileHeader{Name: "bomb.txt", Method: zip.Deflate,
				CompressedSize64: uint64(bombSize * len(deflateBlock())), UncompressedSize64: bombSize * mebibyte})
			if err != nil {
				return err
			}
			if err := deflateBomb(member); err != nil {
				return err
			}
			return archive.Close()
		}),
		file("zip-path", ".zip", isnad.Invalid, "a member named ../../x is named and not read", zipped("../../x.txt", "The council of Wadi Nakhil met on Sunday.\n")),
		file("zip-cut", ".zip", isnad.Invalid, "a zip file without its end is named", func(w io.Writer) error {
			var whole bytes.Buffer
			if err := zipped("x.txt", "The council of Wadi Nakhil met on Sunday.\n")(&whole); err != nil {
				return err
			}
			_, err := w.Write(whole.Bytes()[:whole.Len()/2])
			return err
		}),
		file("json-deep", ".json", isnad.Invalid, "JSON nested 100,000 deep ends at a bound on depth, not of the stack", func(w io.Writer) error {
			return around(w, "", `[`, `]`, 100_000, "")
		}),
		file("json-deep-objects", ".json", isnad.Invalid, "so do objects", func(w io.Writer) error {
			return around(w, "", `{"a":`, "}", 100_000, "")
		}),
		file("lines-one-endless", ".jsonl", isnad.TooLarge, "a line of 40 MB among JSON lines is left at the bound", func(w io.Writer) error {
			return around(w, `{"title":"x","text":"`, strings.Repeat("a", 1000), "", 40_000, "\"}\n")
		}),
		file("lines-broken", ".jsonl", isnad.Invalid, "a broken line is named, and the lines beside it are read", whole(
			"{\"title\":\"One\",\"text\":\"The council of Wadi Nakhil met on Sunday.\"}\n{\"title\":\"Two\",\n{\"title\":\"Three\",\"text\":\"The council met again on Monday.\"}\n")),
	}
}

// warc is a record whose Content-Length is what it is said to be.
func warc(length string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://hostile.example/one\r\nWARC-Date: 2025-06-01T08:00:00Z\r\n"+
		"Content-Type: application/http; msgtype=response\r\nContent-Length: %s\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Water plan</title>%s\r\n\r\n", length, report)
}

func zipped(name, body string) func(io.Writer) error {
	return func(w io.Writer) error {
		archive := zip.NewWriter(w)
		member, err := archive.Create(name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(member, body); err != nil {
			return err
		}
		return archive.Close()
	}
}
