package archives

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

// isZip reports whether a file that begins with head is a zip archive, an
// empty one included.
func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// spooled reads a zip archive that comes as a stream: its list of members
// stands at its end, so that it is laid into a file first.
func (w *walk) spooled(name string, in io.Reader) {
	file, err := os.CreateTemp("", "isnad-*.zip")
	if err != nil {
		w.end(gather.CannotRead(name, err))
		return
	}
	defer os.Remove(file.Name())
	defer file.Close()
	size, err := io.Copy(file, io.LimitReader(in, w.limits.Bytes+1))
	switch {
	case size > w.limits.Bytes:
		w.end(gather.TooLarge(name, w.limits.Bytes))
	case err != nil:
		w.broken(name, err)
	default:
		w.limits.Tally.Read = 0
		w.zip(name, file, size)
	}
}

// directoryBytes is what the list of a zip archive may take for each member.
const directoryBytes = 512

// positions reads a zip archive at the places that it names, and for its list
// of members no more than a list of so many takes: the file alone says how long
// its list is.
type positions struct {
	walk *walk
	in   io.ReaderAt
	left int64 // bytes that may still be read
}

var errDirectory = errors.New("its list of members is longer than it may be")

func (p *positions) ReadAt(to []byte, at int64) (int, error) {
	if err := p.walk.ctx.Err(); err != nil {
		return 0, err
	}
	if p.left -= int64(len(to)); p.left < 0 {
		return 0, errDirectory
	}
	n, err := p.in.ReadAt(to, at)
	if err != nil && !errors.Is(err, io.EOF) {
		p.walk.system = err
	}
	return n, err
}

// zip reads the members of an archive of size bytes.
func (w *walk) zip(name string, file io.ReaderAt, size int64) {
	const slack = 256 << 10 // bytes, for the search of the list
	list := &positions{walk: w, in: file, left: slack + int64(w.limits.Members)*directoryBytes}
	archive, err := zip.NewReader(list, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if errors.Is(err, errDirectory) {
			w.end(isnad.Errorf(isnad.TooLarge, name, "%w", errDirectory).WithHint("unpack it and name its files"))
			return
		}
		w.broken(name, err)
		return
	}
	if isOffice(archive) {
		w.end(isnad.Errorf(isnad.Unsupported, name, "is not text").WithHint("it is an office document or a book: save it as plain text"))
		return
	}
	list.left = math.MaxInt64 // what members hold is metered as it is read
	archive.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	archive.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderConcurrency(1)))
	for i, member := range archive.File {
		if i == w.limits.Members {
			w.end(isnad.Errorf(isnad.TooLarge, name, "holds more than %d members", w.limits.Members).WithHint("unpack it and name its files"))
			return
		}
		w.errs = 0
		w.member(name, member, size)
		if !w.alive() || w.decoded > w.limits.Bytes {
			return
		}
	}
}

// isOffice reports whether an archive is a document of an office program, or a
// book.
func isOffice(archive *zip.Reader) bool {
	for _, member := range archive.File[:min(len(archive.File), 8)] {
		if member.Name == "[Content_Types].xml" || member.Name == "mimetype" {
			return true
		}
	}
	return false
}

// member reads one member of an archive of size bytes.
func (w *walk) member(archive string, member *zip.File, size int64) {
	name := archive + "/" + strings.ToValidUTF8(member.Name, "\uFFFD")
	const encrypted = 0x1
	switch {
	case strings.HasSuffix(member.Name, "/"):
	case strings.HasPrefix(member.Name, "__MACOSX/"), strings.HasSuffix(member.Name, ".DS_Store"):
		w.limits.Tally.Skipped++ // what file managers leave behind
	case !fs.ValidPath(member.Name), strings.ContainsAny(member.Name, "\\\x00\n\r"), !member.Mode().IsRegular():
		w.end(isnad.Errorf(isnad.Invalid, name, "is no plain file in the archive").WithHint("unpack the archive with care and look at it"))
	case member.Flags&encrypted != 0:
		w.end(isnad.Errorf(isnad.Unsupported, name, "is encrypted").WithHint("unpack the archive with its password"))
	default:
		w.unpack(name, member, size)
	}
}

// unpack reads what a member holds.
func (w *walk) unpack(name string, member *zip.File, size int64) {
	out, err := member.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		w.end(isnad.Errorf(isnad.Unsupported, name, "is compressed by method %d", member.Method).WithHint("unpack the archive and name its files"))
		return
	}
	if err != nil {
		w.broken(name, err)
		return
	}
	defer out.Close()
	// No member takes more of the file than there is, whatever the list says.
	packed := int64(min(member.CompressedSize64, uint64(size)))
	w.limits.Tally.Read += packed
	inner := &counter{in: &meter{walk: w, out: out, in: &counter{n: packed}}}
	buffered := bufio.NewReaderSize(inner, 128<<10)
	if head, _ := buffered.Peek(headBytes); isZip(head) {
		w.end(isnad.Errorf(isnad.Unsupported, name, "is an archive within an archive").WithHint("unpack the outer archive"))
		return
	}
	w.stream(name, name, buffered, inner)
}
