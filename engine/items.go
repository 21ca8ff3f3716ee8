package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"html"
	"slices"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/feeds"
	"github.com/isnad-news/isnad/gather/fetch"
)

const (
	mostPages    = 200            // pages read of one list in one check
	firstRecheck = time.Hour      // after a page was first read; the gaps then double
	lastRecheck  = 24 * time.Hour // after which a page is not read again, unless its feed says that it changed
	mostFailures = 4              // times that a page which is gone or forbidden is asked for
	askAgain     = 6 * time.Hour  // between two of them
	mostTold     = 10             // pages of one list that are named in the error
	patience     = 5              // pages that do not answer, one after another, before the rest is left for the next check
)

// pages reads the pages that a list names and those of the source that are to be
// looked at again for changes. The error tells of pages that may come yet: of
// those that are gone or forbidden the store keeps the reason.
func (f *follower) pages(ctx context.Context, source isnad.FollowedSource, list listed, counted *tally) error {
	due, err := f.due(ctx, source)
	if err != nil {
		return err
	}
	var errs []error
	seen := make(map[string]bool)
	read, silent, later := 0, 0, 0
	for _, item := range append(slices.Clip(list.items), due...) {
		key := addresses.Canonical(item.URL)
		if key != "" && seen[key] {
			continue
		}
		seen[key] = true
		if read >= mostPages || silent >= patience {
			later++
			continue
		}
		asked, err := f.item(ctx, source, item, counted)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if asked {
			read++
			silent = 0
		}
		if err != nil {
			silent++
			errs = append(errs, err)
		}
	}
	if later > 0 {
		errs = append(errs, isnad.Errorf(isnad.Unavailable, source.Name, "%d listed pages are left for the next check", later))
	}
	return errors.Join(errs[max(0, len(errs)-mostTold):]...)
}

// due lists the pages of a source that are to be read again.
func (f *follower) due(ctx context.Context, source isnad.FollowedSource) ([]feeds.Item, error) {
	if source.Name == "" {
		return nil, nil
	}
	stands, err := f.store.Due(ctx, source.Name, f.engine.now(), mostPages)
	if err != nil {
		return nil, f.fatal(err)
	}
	var items []feeds.Item
	for _, stand := range stands {
		items = append(items, feeds.Item{URL: stand.Address})
	}
	return items, nil
}

// item reads the page of one listed report, if it is new, changed or to be
// looked at again. Where the page cannot be had, the text that the feed itself
// carries stands for it. asked says that the page was asked for.
func (f *follower) item(ctx context.Context, source isnad.FollowedSource, item feeds.Item, counted *tally) (asked bool, err error) {
	told := toldBy(source, item)
	key := addresses.Canonical(item.URL)
	if key == "" {
		return false, f.carried(ctx, source, item, told, nil, counted)
	}
	stand, err := f.stand(ctx, key)
	now := f.engine.now()
	if err != nil || !wanted(stand, item, now) {
		return false, err
	}
	stand.Address, stand.Source, stand.Page, stand.Checked = key, source.Name, true, now
	response, err := f.web.Get(ctx, fetch.Request{URL: item.URL, ETag: stand.ETag, LastModified: stand.LastModified})
	switch {
	case ctx.Err() != nil:
		return true, ctx.Err()
	case err != nil:
		return true, f.lost(ctx, source, item, told, stand, err, counted)
	case response.NotModified:
		stand.Next = recheck(stand)
		return true, f.keep(ctx, stand)
	}
	if item.By == "" && stand.SHA256 != "" {
		// Looked at again: what the feed said of it when it was first read.
		if before, err := f.store.Snapshot(ctx, stand.SHA256); err == nil {
			told = before.Told
		}
	}
	noted(&stand, response)
	snapshot := isnad.Snapshot{
		SHA256: digestOfBytes(response.Bytes), Source: source.Name, URL: response.URL, Fetched: response.Fetched,
		ContentType: response.ContentType, Told: told, Bytes: response.Bytes,
	}
	return true, f.send(ctx, arrival{snapshot: snapshot, fetch: &stand, tally: counted})
}

// toldBy is what a feed and the source it is of say of an item.
func toldBy(source isnad.FollowedSource, item feeds.Item) isnad.Told {
	told := isnad.Told{
		Outlet: source.Name, Lang: source.Lang, Title: item.Title, Author: item.Author,
		Published: item.Published, Clock: item.Clock, By: item.By,
	}
	if item.Lang != isnad.UnknownLang {
		told.Lang = item.Lang
	}
	return told
}

// wanted reports whether a page is to be asked for: it never was, the feed says
// that it changed since, or its time has come.
func wanted(stand isnad.Fetch, item feeds.Item, now time.Time) bool {
	switch {
	case stand.Checked.IsZero():
		return true
	case stand.Failures > 0:
		return !stand.Next.IsZero() && !now.Before(stand.Next)
	}
	for _, changed := range []time.Time{item.Updated, item.Published} {
		if changed.After(stand.Checked) && !changed.After(now) {
			return true
		}
	}
	return !stand.Next.IsZero() && !now.Before(stand.Next)
}

// noted notes a page that was read. Changed is left as it is: most pages come
// with other bytes each time, and only the store can tell whether the report is
// another.
func noted(stand *isnad.Fetch, response *fetch.Response) {
	stand.ETag, stand.LastModified, stand.Status = response.ETag, response.LastModified, response.Status
	stand.Failures, stand.Problem = 0, ""
	stand.SHA256 = digestOfBytes(response.Bytes)
	if stand.Changed.IsZero() {
		stand.Changed = stand.Checked
	}
	stand.Next = recheck(*stand)
}

// recheck is when a page is read again to see whether it was edited: an hour
// after it was first read, then each time after twice as long; never after a
// day.
func recheck(stand isnad.Fetch) time.Time {
	stood := stand.Checked.Sub(stand.Changed)
	if stood >= lastRecheck {
		return time.Time{}
	}
	return stand.Checked.Add(max(firstRecheck, 2*stood))
}

// lost notes a page that could not be had and reads what the feed carries of it.
// What is forbidden or gone is no error of the round.
func (f *follower) lost(ctx context.Context, source isnad.FollowedSource, item feeds.Item, told isnad.Told, stand isnad.Fetch, err error, counted *tally) error {
	failed(&stand, err, interval(source))
	quiet := !errors.Is(err, isnad.Unavailable)
	if quiet && stand.Failures >= mostFailures {
		stand.Next = time.Time{}
	} else if quiet {
		// A page may be listed before it is there, and a site may think better
		// of what it forbids.
		stand.Next = later(stand.Next, stand.Checked.Add(askAgain))
	}
	if quiet && f.options.Missed != nil {
		f.options.Missed(stand)
	}
	if item.Content != "" && stand.SHA256 == "" {
		return f.carried(ctx, source, item, told, &stand, counted)
	}
	if failed := f.keep(ctx, stand); failed != nil || quiet {
		return failed
	}
	return err
}

// carried reads the text that a feed itself carries. Its bytes are a page of
// their own with the item's headline, so that two items with one text, as short
// first reports are, stay two.
func (f *follower) carried(ctx context.Context, source isnad.FollowedSource, item feeds.Item, told isnad.Told, stand *isnad.Fetch, counted *tally) error {
	if item.Content == "" {
		return nil
	}
	address := ""
	if item.URL != "" {
		address = "<link rel=\"canonical\" href=\"" + html.EscapeString(item.URL) + "\">"
	}
	body := []byte("<html><head><title>" + html.EscapeString(item.Title) + "</title>" + address + "</head><body><article>" + item.Content + "</article></body></html>")
	snapshot := isnad.Snapshot{
		SHA256: digestOfBytes(body), Source: source.Name, URL: item.URL, Fetched: f.engine.now(),
		ContentType: "text/html; charset=utf-8", Told: told, Bytes: body,
	}
	return f.send(ctx, arrival{snapshot: snapshot, fetch: stand, tally: counted})
}

func digestOfBytes(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
