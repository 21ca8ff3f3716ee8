package sources

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/isnad-news/isnad"
)

// editing lets one edit of this process happen at a time; edits of others are
// seen before a file is replaced.
var editing sync.Mutex

// Append adds a source at the end of a sources file and keeps what is there
// byte for byte. A file that is missing is made, with a heading. The file is
// replaced as a whole: who reads it meanwhile sees it before or after. A name
// or an address that is there already, in a source that is right or wrong, is
// an error of kind [isnad.Conflict], and so is a file that changes meanwhile.
func Append(file string, source isnad.FollowedSource) error {
	if err := Check(source); err != nil {
		return err
	}
	return edit(file, true, func(text string) (string, error) {
		entries, _ := parse(file, text)
		for _, e := range entries {
			if err := clash(file, e.source, source); err != nil {
				return "", err
			}
		}
		added := text
		if added == "" {
			added = heading
		}
		end := lineEnd(added)
		if !strings.HasSuffix(added, "\n") {
			added += end
		}
		added += end + strings.ReplaceAll(format(source), "\n", end)
		if after, _ := parse(file, added); len(after) != len(entries)+1 || !after[len(entries)].good {
			return "", isnad.Errorf(isnad.Invalid, file, "ends inside a text that is not closed").
				WithHint("close the quotation marks of its last source")
		}
		return added, nil
	})
}

// clash says what two sources share that they may not.
func clash(file string, old, added isnad.FollowedSource) error {
	if nameKey(old.Name) == nameKey(added.Name) {
		return isnad.Errorf(isnad.Conflict, file, "source %q is listed already", old.Name).
			WithHint("choose another name, or edit the source in the file")
	}
	for _, address := range added.Addresses {
		for _, held := range old.Addresses {
			if key(address) == key(held) {
				return isnad.Errorf(isnad.Conflict, file, "address %q belongs to source %q already", address, old.Name).
					WithHint("edit that source in the file")
			}
		}
	}
	return nil
}

// lineEnd is how text ends its lines.
func lineEnd(text string) string {
	if strings.Contains(text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// Remove takes the source with this name out of a sources file: its header and
// keys, and the blank lines behind them. Every other byte stays, comments
// among them. It is an error of kind [isnad.NotFound] if there is none.
func Remove(file, name string) error {
	return edit(file, false, func(text string) (string, error) {
		offset := len(text) - len(strings.TrimPrefix(text, byteOrderMark))
		entries, _ := parse(file, text)
		at := slices.IndexFunc(entries, func(e entry) bool { return e.source.Name == name })
		if at < 0 {
			at = slices.IndexFunc(entries, func(e entry) bool { return nameKey(e.source.Name) == nameKey(name) })
		}
		if name == "" || at < 0 {
			return "", isnad.Errorf(isnad.NotFound, file, "has no source %q", name).
				WithHint("names stand in the file behind \"name =\"")
		}
		b := entries[at].block
		end := b.body(text[offset:])
		rest := text[offset+end:]
		for {
			line, more, found := strings.Cut(rest, "\n")
			if !found || strings.TrimSpace(line) != "" {
				break
			}
			rest = more
		}
		return text[:offset+b.start] + rest, nil
	})
}

// edit replaces a file by what change makes of its text.
func edit(file string, create bool, change func(text string) (string, error)) error {
	editing.Lock()
	defer editing.Unlock()
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target
	}
	before, mode, err := read(file, create)
	if err != nil {
		return err
	}
	after, err := change(string(before))
	if err != nil {
		return err
	}
	temporary, err := writeBeside(file, after, mode)
	if err != nil {
		return writeError(file, err)
	}
	defer os.Remove(temporary) // gone already if all went well
	now, _, err := read(file, create)
	if err != nil || !bytes.Equal(now, before) {
		return isnad.Errorf(isnad.Conflict, file, "was changed meanwhile").WithHint("try again")
	}
	if err := os.Rename(temporary, file); err != nil {
		return writeError(file, err)
	}
	return nil
}

// read reads a file within bounds; one that is missing is empty if create is
// set.
func read(file string, create bool) ([]byte, fs.FileMode, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && create:
		return nil, 0o644, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, isnad.Errorf(isnad.NotFound, file, "no such file").WithHint("add a source to make it")
	case err != nil:
		return nil, 0, isnad.Errorf(isnad.Unreadable, file, "read: %w", err)
	case !info.Mode().IsRegular():
		return nil, 0, isnad.Errorf(isnad.Unsupported, file, "is no file")
	case info.Size() > mostBytes:
		return nil, 0, isnad.Errorf(isnad.TooLarge, file, "is larger than %d MiB", mostBytes>>20)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, 0, isnad.Errorf(isnad.Unreadable, file, "read: %w", err)
	}
	return raw, info.Mode().Perm(), nil
}

// writeBeside writes text to a new file in the folder of file and sees it onto
// the disk.
func writeBeside(file, text string, mode fs.FileMode) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		_ = os.Remove(f.Name()) // the first error is the one to tell
		return "", err
	}
	return f.Name(), nil
}

// writeError sorts what the system says against writing.
func writeError(subject string, err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return isnad.Errorf(isnad.Full, subject, "write: %w", err).WithHint("make room on the disk")
	}
	return isnad.Errorf(isnad.Unreadable, subject, "write: %w", err).WithHint("see who may write there")
}
