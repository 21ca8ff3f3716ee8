package main

import (
	"os"
	"path/filepath"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/learn"
)

// sharedVariable names the folder that holds data and gold.
const sharedVariable = "ISNAD_SHARED"

// dataFlag names the folder of public corpora.
type dataFlag struct {
	Data string `placeholder:"DIR" help:"Folder of public corpora, by the paths that the models' cards give; else data in the folder that ISNAD_SHARED names."`
}

// folder is the data folder, or "" if none is named.
func (f dataFlag) folder() string {
	if f.Data != "" {
		return f.Data
	}
	if shared := os.Getenv(sharedVariable); shared != "" {
		return filepath.Join(shared, "data")
	}
	return ""
}

// open opens the data folder, which must be there.
func (f dataFlag) open() (learn.Data, error) {
	dir := f.folder()
	if dir == "" {
		return learn.Data{}, usage{isnad.Errorf(isnad.NotFound, "", "no data folder is named").
			WithHint("name it with --data, or set ISNAD_SHARED to the folder that holds data; the models' cards say where their data can be fetched")}
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return learn.Data{}, isnad.Errorf(isnad.NotFound, dir, "no such folder").WithHint("the models' cards say where their data can be fetched")
	}
	return learn.Folder(dir), nil
}
