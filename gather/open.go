package gather

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/isnad-news/isnad"
)

// Open reads the file name, or stdin if name is "-". It reads no more than
// one byte beyond the limit, whatever the input is. The error is an
// [isnad.Error] with a hint: a file that is missing, a directory, closed to
// the user, or too large.
func Open(name string, stdin io.Reader, limits Limits) (isnad.Snapshot, error) {
	limits = limits.withDefaults()
	if name == "-" {
		return take(name, stdin, limits.Bytes)
	}
	info, err := os.Stat(name)
	if err != nil {
		return isnad.Snapshot{}, CannotRead(name, err)
	}
	if info.IsDir() {
		return isnad.Snapshot{}, isnad.Errorf(isnad.Unsupported, name, "is a directory").
			WithHint("name the files in it, such as " + name + "/*")
	}
	if info.Mode().IsRegular() && info.Size() > limits.Bytes {
		return isnad.Snapshot{}, TooLarge(name, limits.Bytes)
	}
	file, err := os.Open(name)
	if err != nil {
		return isnad.Snapshot{}, CannotRead(name, err)
	}
	defer file.Close()
	return take(name, file, limits.Bytes)
}

func take(name string, r io.Reader, limit int64) (isnad.Snapshot, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return isnad.Snapshot{}, CannotRead(name, err)
	}
	if int64(len(raw)) > limit {
		return isnad.Snapshot{}, TooLarge(name, limit)
	}
	sum := sha256.Sum256(raw)
	return isnad.Snapshot{SHA256: hex.EncodeToString(sum[:]), Source: name, Bytes: raw}, nil
}

// CannotRead is the error of an input that the system does not give: what it
// said without the path, which is the subject.
func CannotRead(name string, err error) error {
	var pathError *fs.PathError
	cause := err
	if errors.As(err, &pathError) {
		cause = pathError.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return isnad.Errorf(isnad.NotFound, name, "%w", cause).
			WithHint("check the spelling; use - for standard input")
	case errors.Is(err, fs.ErrPermission):
		return isnad.Errorf(isnad.Unreadable, name, "%w", cause).
			WithHint("ask for the right to read it")
	}
	return isnad.Errorf(isnad.Unreadable, name, "%w", cause).
		WithHint("copy it to a local disk and try again")
}

// TooLarge is the error of an input of more bytes than the limit.
func TooLarge(name string, limit int64) error {
	const mebibyte = 1 << 20
	size := fmt.Sprintf("%d bytes", limit)
	if limit%mebibyte == 0 {
		size = fmt.Sprintf("%d MiB", limit/mebibyte)
	}
	return isnad.Errorf(isnad.TooLarge, name, "larger than %s", size).
		WithHint("split it, or raise the limit on the size of an input")
}
