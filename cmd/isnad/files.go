package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/isnad-news/isnad"
)

// open opens the file that a flag names.
func open(name string) (*os.File, error) {
	file, err := os.Open(name)
	if err == nil {
		return regular(name, file)
	}
	kind, hint := isnad.Unreadable, "ask for the right to read it"
	if errors.Is(err, fs.ErrNotExist) {
		kind, hint = isnad.NotFound, "check the spelling"
	}
	_, cause := place(name, err)
	return nil, isnad.Errorf(kind, name, "%w", cause).WithHint(hint)
}

// regular closes file again if it is a directory.
func regular(name string, file *os.File) (*os.File, error) {
	if info, err := file.Stat(); err == nil && info.IsDir() {
		file.Close()
		return nil, isnad.Errorf(isnad.Unsupported, name, "is a directory").WithHint("name a file in it")
	}
	return file, nil
}

// unwritable names what kept the program from writing to name.
func unwritable(name string, err error) error {
	name, cause := place(name, err)
	return isnad.Errorf(isnad.Unreadable, name, "write: %w", cause).WithHint("name a place that you may write to")
}

// place takes the path out of what the system said about name.
func place(name string, err error) (string, error) {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path, path.Err
	}
	return name, err
}
