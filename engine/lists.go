package engine

import (
	"context"
	"errors"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/feeds"
	"github.com/isnad-news/isnad/gather/fetch"
)

const (
	mostSitemaps  = 5 // sitemaps read of one index in one check
	sitemapsDepth = 3 // indexes within one another
)

// listed is what an address lists.
type listed struct {
	items     []feeds.Item
	unchanged bool // the server says that nothing changed since the last check
	part      bool // the address stands for other lists, whose changes it does not show
}

// list fetches an address of a source and notes in stand what its next request
// needs. A home page stands for the first feed that it names.
func (f *follower) list(ctx context.Context, source isnad.FollowedSource, address string, stand *isnad.Fetch) (listed, error) {
	response, err := f.web.Get(ctx, fetch.Request{URL: address, ETag: stand.ETag, LastModified: stand.LastModified})
	if err != nil {
		return listed{}, err
	}
	stand.Status = response.Status
	if response.NotModified {
		return listed{unchanged: true}, nil
	}
	stand.ETag, stand.LastModified = response.ETag, response.LastModified
	digest := digestOfBytes(response.Bytes)
	if digest != stand.SHA256 {
		stand.SHA256, stand.Changed = digest, stand.Checked
	}
	at, feed, err := f.engine.find(ctx, f.web, address, response)
	if err != nil {
		return listed{}, err
	}
	items, err := f.below(ctx, feed, sitemapsDepth, map[string]bool{response.URL: true})
	return listed{items: items, part: len(feed.Sitemaps) > 0 || at != lastAddress(address, response)}, err
}

// Find fetches an address and returns the feed there, with its own address: what
// is at the address itself or, where that is a page, the first feed that the
// page names. The error is of kind [isnad.NotFound] where there is none.
func (e *Engine) Find(ctx context.Context, web Web, address string) (string, *feeds.Feed, error) {
	response, err := web.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return "", nil, err
	}
	return e.find(ctx, web, address, response)
}

// find is Find for an address that was fetched.
func (e *Engine) find(ctx context.Context, web Web, address string, response *fetch.Response) (string, *feeds.Feed, error) {
	document := documentOf(response)
	feed, err := feeds.Parse(document, e.now())
	if err == nil {
		return lastAddress(address, response), feed, nil
	}
	links := feeds.Discover(document)
	for _, link := range links {
		found, failed := web.Get(ctx, fetch.Request{URL: link.URL})
		if failed != nil {
			continue
		}
		if feed, failed := feeds.Parse(documentOf(found), e.now()); failed == nil {
			return lastAddress(link.URL, found), feed, nil
		}
	}
	if isPage(response) {
		return "", nil, isnad.Errorf(isnad.NotFound, response.URL, "is a page that names no feed that can be read").
			WithHint("look for its RSS, Atom or sitemap address and give that")
	}
	return "", nil, err
}

func documentOf(response *fetch.Response) feeds.Document {
	return feeds.Document{URL: response.URL, ContentType: response.ContentType, Bytes: response.Bytes}
}

// lastAddress is what to ask for the next time instead of address.
func lastAddress(address string, response *fetch.Response) string {
	if response.Moved != "" {
		return response.Moved
	}
	return address
}

// isPage reports whether a response is a web page by what the server says.
func isPage(response *fetch.Response) bool { return strings.Contains(response.ContentType, "html") }

// below adds what the sitemaps of an index list. One that fails does not stop
// the others; the error is the last one, if nothing was listed at all.
func (f *follower) below(ctx context.Context, feed *feeds.Feed, depth int, seen map[string]bool) ([]feeds.Item, error) {
	items, read := feed.Items, 0
	var last error
	for _, address := range feed.Sitemaps {
		if seen[address] || read == mostSitemaps || depth == 0 {
			continue
		}
		seen[address] = true
		read++
		response, err := f.web.Get(ctx, fetch.Request{URL: address})
		if err == nil {
			var inner *feeds.Feed
			if inner, err = feeds.Parse(documentOf(response), f.engine.now()); err == nil {
				var more []feeds.Item
				more, err = f.below(ctx, inner, depth-1, seen)
				items = append(items, more...)
			}
		}
		if err != nil {
			last = err
		}
	}
	if len(items) > 0 {
		return items, nil
	}
	return nil, errors.Join(last, ctx.Err())
}
