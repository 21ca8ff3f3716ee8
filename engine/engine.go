// Package engine joins the stages: the front door of the library. It takes
// reports in and gives the sourced record out.
package engine

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/gather/fetch"
	"github.com/isnad-news/isnad/known"
)

// Options say how an engine reads. The zero value reads with the project's own
// facts and default limits.
type Options struct {
	Facts   *known.Facts   // nil: known.Default
	Gather  gather.Options // what the user knows of all inputs, and limits
	Workers int            // articles annotated at once; 0: one per processor
	Rules   string         // names the program and its lists; a store annotates again what others made
	Web     Web            // by which Read fetches addresses; nil: it refuses them
}

// Engine reads reports. It may be used by many goroutines at once.
type Engine struct {
	facts    *known.Facts
	gather   gather.Options
	pipeline *annotate.Pipeline
	workers  int
	rules    string
	web      Web
}

// New returns an engine.
func New(options Options) *Engine {
	facts := options.Facts
	if facts == nil {
		facts = known.Default()
	}
	workers := options.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return &Engine{facts: facts, gather: options.Gather, pipeline: annotate.New(facts), workers: workers, rules: options.Rules, web: options.Web}
}

// Read opens the named files ("-" for stdin), fetches the named addresses, and
// collates what they tell. A name
// given twice is read once. An input that cannot be read adds to the error, and
// the rest goes on: the record is nil only when nothing was read.
func (e *Engine) Read(ctx context.Context, stdin io.Reader, names ...string) (*isnad.Record, error) {
	var articles []*isnad.Article
	var errs []error
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if seen[name] {
			continue
		}
		seen[name] = true
		snapshot, err := e.open(ctx, name, stdin)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		read, err := gather.Articles(snapshot, e.gather)
		if err != nil {
			errs = append(errs, err)
		}
		articles = append(articles, read...)
	}
	return e.finish(ctx, articles, errs)
}

// open gives the bytes that a file or an address holds.
func (e *Engine) open(ctx context.Context, name string, stdin io.Reader) (isnad.Snapshot, error) {
	if !strings.HasPrefix(name, "http://") && !strings.HasPrefix(name, "https://") {
		return gather.Open(name, stdin, e.gather.Limits)
	}
	if e.web == nil {
		return isnad.Snapshot{}, isnad.Errorf(isnad.Unsupported, name, "is an address, and nothing is fetched here").
			WithHint("save the page and name the file")
	}
	response, err := e.web.Get(ctx, fetch.Request{URL: name})
	if err != nil {
		return isnad.Snapshot{}, err
	}
	return isnad.Snapshot{
		SHA256: digestOfBytes(response.Bytes), Source: name, URL: response.URL, Fetched: response.Fetched,
		ContentType: response.ContentType, Bytes: response.Bytes,
	}, nil
}

// ReadSnapshots collates what the snapshots tell, as Read does.
func (e *Engine) ReadSnapshots(ctx context.Context, snapshots ...isnad.Snapshot) (*isnad.Record, error) {
	var articles []*isnad.Article
	var errs []error
	for _, snapshot := range snapshots {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		read, err := gather.Articles(snapshot, e.gather)
		if err != nil {
			errs = append(errs, err)
		}
		articles = append(articles, read...)
	}
	return e.finish(ctx, articles, errs)
}

func (e *Engine) finish(ctx context.Context, articles []*isnad.Article, errs []error) (*isnad.Record, error) {
	if len(articles) == 0 && len(errs) == 0 {
		return nil, isnad.Errorf(isnad.Invalid, "", "no report to read").WithHint("name at least one file, or - for standard input")
	}
	if len(articles) == 0 {
		return nil, errors.Join(errs...)
	}
	record, err := e.Record(ctx, articles)
	if err != nil {
		return nil, errors.Join(append(errs, err)...)
	}
	return record, errors.Join(errs...)
}

// Docs annotates articles, several at once; the result is in their order. The
// error is that of a cancelled context alone.
func (e *Engine) Docs(ctx context.Context, articles []*isnad.Article) ([]*isnad.Doc, error) {
	docs := make([]*isnad.Doc, len(articles))
	if err := e.each(ctx, len(articles), func(i int) { docs[i] = e.pipeline.Doc(articles[i]) }); err != nil {
		return nil, err
	}
	return docs, nil
}

// each calls work with 0 to n-1, several at once, and returns when all calls
// have. The error is that of a cancelled context, which some calls may miss.
func (e *Engine) each(ctx context.Context, n int, work func(i int)) error {
	next := make(chan int)
	var group sync.WaitGroup
	for range min(e.workers, n) {
		group.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	err := feed(ctx, next, n)
	close(next)
	group.Wait()
	if err == nil {
		err = ctx.Err()
	}
	return err
}

func feed(ctx context.Context, next chan<- int, n int) error {
	for i := range n {
		select {
		case next <- i:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
