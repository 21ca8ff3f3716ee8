package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/archives"
)

// mostProblems is how many problems of one file are told one by one.
const mostProblems = 20

// GatherFiles reads the reports of files, folders and archives into the store:
// "-" is stdin, a folder stands for all files in it. A file whose bytes were
// read to their end before is passed over; of another, only records that are
// new are read. told hears of each snapshot once it is on the disk, from one
// goroutine at a time.
//
// problems joins what cannot be read while the rest goes on; err is the store's,
// or that of a cancelled context, which end it.
func (e *Engine) GatherFiles(ctx context.Context, store isnad.Keeper, stdin io.Reader, names []string, told func(Taken)) (problems, err error) {
	arrivals := make(chan arrival, ahead)
	reading, stop := context.WithCancel(ctx)
	done := make(chan error, 1)
	go func() {
		done <- e.readFiles(reading, store, stdin, names, arrivals)
		close(arrivals)
	}()
	err = e.intake(ctx, store, arrivals, told)
	stop()
	select {
	case problems = <-done:
	case <-ctx.Done(): // it may hang in the system, as where a pipe has no writer
	}
	return problems, err
}

// readFiles sends the snapshots of files, and behind each file that it was read
// to its end. The error joins what could not be read.
func (e *Engine) readFiles(ctx context.Context, store isnad.Keeper, stdin io.Reader, names []string, arrivals chan<- arrival) error {
	var errs []error
	for _, name := range names {
		files, err := filesOf(name)
		errs = append(errs, err)
		for _, file := range files {
			if ctx.Err() != nil {
				break
			}
			errs = append(errs, e.readFile(ctx, store, stdin, file, arrivals))
		}
	}
	return errors.Join(errs...)
}

// filesOf lists the files that a name stands for, in order of their paths.
func filesOf(name string) (files []string, err error) {
	if info, failed := os.Stat(name); name == "-" || failed != nil || !info.IsDir() {
		return []string{name}, nil
	}
	walk := func(path string, entry fs.DirEntry, failed error) error {
		switch {
		case failed != nil:
			err = errors.Join(err, isnad.Errorf(isnad.Unreadable, path, "%w", failed))
			return nil
		case entry.IsDir():
			return nil
		}
		// A link to a file is followed, one to a folder is not: it may lead back.
		if info, failed := os.Stat(path); failed != nil || info.Mode().IsRegular() {
			files = append(files, path)
		}
		return nil
	}
	if failed := filepath.WalkDir(name, walk); failed != nil {
		err = errors.Join(err, failed)
	}
	return files, err
}

func (e *Engine) readFile(ctx context.Context, store isnad.Keeper, stdin io.Reader, name string, arrivals chan<- arrival) error {
	fetch := isnad.Fetch{Address: name, Checked: e.now()}
	if name != "-" {
		before, err := store.Fetch(ctx, name)
		if err != nil {
			return err
		}
		// What keeps it from being opened is told by reading it.
		if fetch.SHA256, err = digestOf(name); err == nil && fetch.SHA256 == before.SHA256 {
			return nil
		}
	}
	count := &tally{}
	problems, whole := send(ctx, name, stdin, arrivals, count)
	if name == "-" || fetch.SHA256 == "" || !whole {
		return errors.Join(problems...)
	}
	if len(problems) > 0 {
		fetch.Problem = problems[0].Error()
	}
	read := arrival{after: func(ctx context.Context) error {
		fetch.Items, fetch.New = count.items, count.fresh
		return store.PutFetch(ctx, fetch)
	}}
	select {
	case arrivals <- read:
	case <-ctx.Done():
	}
	return errors.Join(problems...)
}

// send sends the snapshots of a file and returns what could not be read of it.
// whole is false if it was not read to its end: ctx was done, or the system
// refused bytes that it may give another time.
func send(ctx context.Context, name string, stdin io.Reader, arrivals chan<- arrival, count *tally) (problems []error, whole bool) {
	more, whole := 0, true
	for snapshot, err := range archives.Each(ctx, name, stdin, archives.Limits{}) {
		if ctx.Err() != nil {
			return problems, false
		}
		if err != nil {
			whole = whole && !errors.Is(err, isnad.Unreadable)
			if len(problems) < mostProblems {
				problems = append(problems, err)
			} else {
				more++
			}
			continue
		}
		count.items++
		select {
		case arrivals <- arrival{snapshot: snapshot, tally: count}:
		case <-ctx.Done():
			return problems, false
		}
	}
	if more > 0 {
		problems = append(problems, isnad.Errorf(isnad.Invalid, name, "%d more records cannot be read", more))
	}
	return problems, whole && ctx.Err() == nil
}

func digestOf(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", errors.Join(err, fmt.Errorf("%s is no regular file", name))
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// recordName names a snapshot as its article does.
func recordName(snapshot isnad.Snapshot) string {
	if snapshot.Record > 0 {
		return snapshot.Source + "#" + strconv.Itoa(snapshot.Record)
	}
	return snapshot.Source
}

func (e *Engine) now() time.Time {
	if e.gather.Now != nil {
		return e.gather.Now()
	}
	return time.Now()
}
