package isnad

import "time"

// Snapshot is what came in, byte for byte, so that evidence can be shown and
// extraction repeated.
type Snapshot struct {
	SHA256      string    // of Bytes, in lower-case hexadecimal
	Source      string    // what the user named it: a path, an address, "-" for standard input, the name of a followed source
	Record      int       // which record of Source, from 1, for an archive or a file that holds many; 0 for the whole of it
	URL         string    // where it was fetched from; empty for a file
	Fetched     time.Time // when it was fetched, or when the archive that holds it says it was; zero for a file
	ContentType string    // media type and charset as the server or the archive stated them, which may be wrong; empty if not
	Given       time.Time // publication time the user stated; zero if none
	Told        Told      // what carried it says of it
	Bytes       []byte
}

// Told is what the carrier of a snapshot says of the report in it: the item of
// a feed, the entry of a sitemap, the settings of a followed source. It counts
// for less than what the report says of itself. The zero value says nothing.
type Told struct {
	Outlet    string
	Lang      Lang
	Title     string
	Author    string
	Published time.Time // refused like any other when it lies in the future
	Clock     bool      // Published has a time of day
	By        string    // "rss item", "atom entry", "json feed item", "sitemap entry", "warc record"; evidence for a date taken from here
}
