// Package demo holds sixteen reports on four happenings, written for this
// project. Countries, people, bodies and outlets are invented; the facts that
// a reader of such reports would bring are in facts.tsv, as a user would bring
// a file of his own.
package demo

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

//go:embed reports facts.tsv gold.json
var files embed.FS

// Snapshots returns the reports, by name.
func Snapshots() []isnad.Snapshot {
	entries, err := files.ReadDir("reports")
	if err != nil {
		panic(err) // embedded
	}
	list := make([]isnad.Snapshot, 0, len(entries))
	for _, entry := range entries {
		name := "reports/" + entry.Name()
		data, err := files.ReadFile(name)
		if err != nil {
			panic(err) // embedded
		}
		sum := sha256.Sum256(data)
		list = append(list, isnad.Snapshot{SHA256: hex.EncodeToString(sum[:]), Source: name, Bytes: data})
	}
	return list
}

// Facts returns what the demo's readers know of its invented world.
func Facts() (*known.Facts, error) {
	data, err := files.ReadFile("facts.tsv")
	if err != nil {
		return nil, err
	}
	return known.Load("facts.tsv", bytes.NewReader(data))
}

// Write copies the reports, the facts and the gold file to dir, which it makes
// if it is not there. A file that is there with other content is an error of
// kind [isnad.Invalid].
func Write(dir string) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		data, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		if have, err := os.ReadFile(target); err == nil && !bytes.Equal(have, data) {
			return isnad.Errorf(isnad.Invalid, target, "exists with other content").WithHint("give an empty folder: the demo does not write over what you edited")
		}
		return os.WriteFile(target, data, 0o644)
	})
}
