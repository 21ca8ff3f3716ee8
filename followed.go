package isnad

import "time"

// SourceKind sorts outlets by what they are.
type SourceKind string

// The kinds of outlet.
const (
	Newspaper   SourceKind = "newspaper"
	NewsAgency  SourceKind = "agency"
	Broadcaster SourceKind = "broadcaster"
	Magazine    SourceKind = "magazine"
	Site        SourceKind = "site" // a news site that is none of the above
	Government  SourceKind = "government"
	Body        SourceKind = "organisation" // a party, a union, an international body that reports of itself
	OtherSource SourceKind = "other"
)

// SourceKinds are all kinds, in the order in which they are shown.
func SourceKinds() []SourceKind {
	return []SourceKind{Newspaper, NewsAgency, Broadcaster, Magazine, Site, Government, Body, OtherSource}
}

// FollowedSource is an outlet that is followed.
type FollowedSource struct {
	Name      string   // unique; becomes the outlet of its reports where these name none
	Addresses []string // feeds, sitemaps or home pages, http or https; what each is shows when it is fetched
	Country   string   // ISO 3166 alpha-3; empty if unknown
	Lang      Lang     // of most of its reports; empty if unknown
	Kind      SourceKind
	Interval  time.Duration // between two checks; 0 for the default
	Paused    bool          // kept in the list and not fetched
}

// Fetch is how fetching one address stands: what the next request needs to be
// polite, and what a user asks who looks after the sources. The zero value but
// for Address is an address that was never fetched.
type Fetch struct {
	Address      string // of a feed, a sitemap, a page, or the path of a file
	Source       string // name of the source it belongs to; empty for an address or file named by hand
	Page         bool   // the address is that of a report, not of a list or a file
	ETag         string // as the server gave it with the last body; empty if none
	LastModified string // likewise
	SHA256       string // of the last body that was read to its end and stored
	Status       int    // last HTTP status; 0 if there was no answer
	Checked      time.Time
	Changed      time.Time // when the body last was another than before
	Next         time.Time // not to be fetched before; zero if at any time
	Failures     int       // checks that failed in a row
	Problem      string    // why the last check failed; empty if it did not
	Items        int       // reports that the last body listed or held
	New          int       // of these, how many were new
}
