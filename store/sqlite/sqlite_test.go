package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/isnad-news/isnad/store/sqlite"
	"github.com/isnad-news/isnad/store/storetest"
)

// place is a folder with a store.
type place struct {
	folder string
	copies int
}

func (p *place) Open(t *testing.T) storetest.Store {
	return p.OpenFile(t, filepath.Join(p.folder, "news.db"))
}

func (p *place) File() string {
	p.copies++
	return filepath.Join(p.folder, fmt.Sprintf("copy %d?#%%.db", p.copies))
}

func (p *place) OpenFile(t *testing.T, file string) storetest.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), file, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Place { return &place{folder: t.TempDir()} })
}
