// Package gather turns bytes into articles. [Open] takes a file or standard
// input into a snapshot; [Articles] reads a snapshot as a web page, JSON
// lines, Markdown or plain text and gives the reports in it, their text clean
// and set apart into parts.
//
// Everything that comes in is taken as hostile: size, line length, nesting and
// the number of parts are bounded by [Limits]. What is damaged is read as far
// as it goes and the damage is listed in Article.Defects.
//
// # The text
//
// Text is NFC. Line ends of all kinds separate parts; spaces of all kinds are
// U+0020. Byte order marks, controls, soft hyphens, zero-width spaces and
// direction marks are dropped: they are no words, and hide words from a
// search. Zero-width joiners and non-joiners are kept between letters, where
// they belong to the spelling, and dropped elsewhere. Bytes that the encoding
// does not allow become U+FFFD, one for each run, and are listed as
// [isnad.BadEncoding].
package gather

import (
	"time"

	"github.com/isnad-news/isnad"
)

// Limits bounds what gathering takes in. A zero field stands for its default.
type Limits struct {
	Bytes     int64 // bytes of one input; 32 MiB; a longer one is refused with [isnad.TooLarge]
	LineBytes int   // bytes of one line; 1 MiB; the rest of a longer one is left out as [isnad.Truncated]
	TextBytes int   // bytes of one article's text; 1 MiB; the rest is left out as [isnad.Truncated]
	Parts     int   // parts of one article; 5,000; the rest is left out as [isnad.Truncated]
	Records   int   // articles of one input; 200,000; the rest is an error of kind [isnad.TooLarge]
	Depth     int   // HTML elements nested in one another; 160; deeper ones are opened up, their words kept
}

func (l Limits) withDefaults() Limits {
	return Limits{
		Bytes:     orDefault(l.Bytes, 32<<20),
		LineBytes: orDefault(l.LineBytes, 1<<20),
		TextBytes: orDefault(l.TextBytes, 1<<20),
		Parts:     orDefault(l.Parts, 5_000),
		Records:   orDefault(l.Records, 200_000),
		Depth:     orDefault(l.Depth, 160),
	}
}

func orDefault[N int | int64](n, value N) N {
	if n <= 0 {
		return value
	}
	return n
}

// Options says what the user knows about the input. The zero value knows
// nothing.
type Options struct {
	Outlet    string     // who published it; wins over everything the input says
	Published time.Time  // when; wins over Snapshot.Given and everything the input says
	Lang      isnad.Lang // which language; wins over detection
	Limits    Limits
	Now       func() time.Time // the clock that refuses dates in the future; nil for time.Now
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

// Articles reads the reports in snapshot. It looks at the content first and
// at the name of the source second to tell web pages, JSON and text apart. A
// snapshot that is one record of a file (Snapshot.Record) gives one article at
// most, of source "file#N".
//
// What carried the snapshot (Snapshot.Told) says what the report does not say
// itself. The name under which its outlet is followed counts as the user's word.
//
// A record that cannot be read does not stop the others: both results may be
// set, the error then joins one [isnad.Error] for each bad record. Input
// without any text is an error of kind [isnad.Invalid], binary input one of
// kind [isnad.Unsupported].
func Articles(snapshot isnad.Snapshot, options Options) ([]*isnad.Article, error) {
	options.Limits = options.Limits.withDefaults()
	if int64(len(snapshot.Bytes)) > options.Limits.Bytes {
		return nil, TooLarge(named(snapshot), options.Limits.Bytes)
	}
	text, err := decode(snapshot)
	if err != nil {
		return nil, err
	}
	switch sniff(text, snapshot.Source, snapshot.ContentType) {
	case webPage:
		return one(readPage(text, snapshot, options))
	case records:
		return readRecords(text, snapshot, options)
	default:
		return one(readText(text, snapshot, options))
	}
}

func one(article *isnad.Article, err error) ([]*isnad.Article, error) {
	if article == nil {
		return nil, err
	}
	return []*isnad.Article{article}, err
}
