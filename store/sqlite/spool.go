package sqlite

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/isnad-news/isnad"
)

// isFile reports whether reading never waits for somebody to write.
func isFile(r io.Reader) bool {
	file, ok := r.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode().IsRegular()
}

// spool is a file without a name, where the system has such files.
type spool struct{ *os.File }

// remove gives the room back.
func (s spool) remove() {
	_ = s.Close()
	_ = os.Remove(s.Name()) // where an open file cannot be removed
}

// spool reads an export to its end. What is no export, or has a line that is too
// long, is refused without reading further.
func (s *Store) spool(ctx context.Context, r io.Reader) (kept spool, err error) {
	file, err := os.CreateTemp(filepath.Dir(s.file), ".import-*")
	if err != nil {
		return kept, spoolError(s.file, err)
	}
	kept = spool{file}
	_ = os.Remove(file.Name())
	line := 0
	if err = inLine(&line, copyLines(ctx, file, bufio.NewReaderSize(r, 1<<18), &line)); err == nil {
		if _, failed := file.Seek(0, io.SeekStart); failed != nil {
			err = spoolError(s.file, failed)
		}
	}
	if err != nil {
		kept.remove()
	}
	return kept, err
}

// copyLines copies lines and counts them.
func copyLines(ctx context.Context, w io.Writer, in *bufio.Reader, count *int) error {
	out := bufio.NewWriterSize(w, 1<<18)
	for line := []byte(nil); ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		*count++
		var err error
		if line, err = readLine(in, line[:0]); errors.Is(err, io.EOF) {
			*count--
			return spoolError("", out.Flush())
		} else if err != nil {
			return err
		}
		if *count == 1 {
			if err := readHeader(line); err != nil {
				return err
			}
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return spoolError("", err)
		}
	}
}

func spoolError(file string, err error) error {
	switch {
	case err == nil:
		return nil
	case full(err):
		return isnad.Errorf(isnad.Full, file, "keep the import beside the store: %w", err).WithHint(roomHint)
	}
	return isnad.Errorf(isnad.Unreadable, file, "keep the import beside the store: %w", err)
}
