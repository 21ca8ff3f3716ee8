package isnad

import "time"

// Lang is a language by its ISO 639-1 code.
type Lang string

// The languages that the program reads.
const (
	UnknownLang Lang = ""
	Arabic      Lang = "ar"
	English     Lang = "en"
)

// Origin says how a fact about an article is known.
type Origin string

// Origins, from the surest to none.
const (
	Given       Origin = "given"    // the user said so
	Metadata    Origin = "metadata" // the page or the record that carried the article says so
	FromText    Origin = "text"     // a dateline, byline or credit in the text
	FromAddress Origin = "address"  // read out of an address: the article's or a picture's
	FromFile    Origin = "file"     // nothing better than the name of the file
	FromStory   Origin = "story"    // inferred from other reports of the same story
	Unknown     Origin = ""
)

// Article is one version of a report: its clean text and what is known about
// where it comes from. Its Text is NFC UTF-8 and is never rewritten; every
// fact points into it.
type Article struct {
	ID        string // "a" and 12 hexadecimal digits, of the canonical address, else of the text
	Version   string // 12 hexadecimal digits of the SHA-256 of Text
	Source    string // the snapshot's source, and "#N" for the Nth record of a file that holds many
	URL       string // canonical address; empty if unknown
	Outlet    Outlet
	Agency    Credit // the news agency that the text is credited to, kept apart from a picture's credit
	Author    string
	Lang      Lang
	Title     string // the words of the title part; empty if there is none
	Published Published
	Text      string // the parts, joined by line feeds
	Parts     []Part // ordered, not overlapping
	Defects   []Defect
}

// Outlet is who published an article.
type Outlet struct {
	Name string // "Asharq News", "example.com"; never empty after gathering: the file's name is the last resort
	How  Origin
}

// Credit names the agency that a text or a picture is credited to.
type Credit struct {
	Name string // as written
	Span Span   // where; empty if it came from metadata
	How  Origin
}

// Published is when an article came out.
type Published struct {
	Time     time.Time // zero if unknown
	Clock    bool      // the time of day is known, not the day alone
	How      Origin
	Evidence string // the words, field or address that say so
}

// Known reports whether the day of publication is known.
func (p Published) Known() bool { return !p.Time.IsZero() }

// PartKind says what a stretch of an article is.
type PartKind string

// The kinds of part.
const (
	Title      PartKind = "title"
	Paragraph  PartKind = "paragraph"
	Subheading PartKind = "subheading"
	Caption    PartKind = "caption" // words under a picture, with the picture's credit
	Dateline   PartKind = "dateline"
	Byline     PartKind = "byline"
	Repeat     PartKind = "repeat" // a passage that the article prints a second time; nothing is read from it
	// Boilerplate is a passage that the outlet prints under many of its reports;
	// nothing is read from it. It is told by comparing reports, not by reading one.
	Boilerplate PartKind = "boilerplate"
)

// Part is a stretch of an article's text. Parts are ordered and do not
// overlap; what lies between them are line feeds and white space.
type Part struct {
	Kind   PartKind
	Span   Span
	Line   int    // line of the raw input on which it begins, from 1; 0 if unknown
	CopyOf int    // for a Repeat, the index of the part that it repeats; else -1
	Credit Credit // for a Caption, the picture's credit
}

// Reads reports whether facts are read from parts of this kind: titles,
// paragraphs, subheadings and captions are, repeats, boilerplate and datelines
// are not.
func (k PartKind) Reads() bool {
	return k != Repeat && k != Boilerplate && k != Dateline && k != Byline
}

// DefectKind names a sort of damage.
type DefectKind string

// The sorts of damage that gathering notes.
const (
	RepeatedPassage  DefectKind = "repeated passage"
	UnbalancedQuotes DefectKind = "unbalanced quotation marks"
	ForeignScript    DefectKind = "names left in another script"
	SpacedComma      DefectKind = "space before comma"
	BadEncoding      DefectKind = "encoding damage"
	Truncated        DefectKind = "cut at a size limit"
	NoText           DefectKind = "no text found"
	BadDate          DefectKind = "unusable date"
)

// Defect is damage seen in an article, with where.
type Defect struct {
	Kind DefectKind
	Span Span   // empty if it concerns the article as a whole
	Note string // one phrase of detail; may be empty
}

// PartAt returns the index of the part that holds byte offset i, or -1.
func (a *Article) PartAt(i int) int {
	low, high := 0, len(a.Parts)
	for low < high {
		mid := (low + high) / 2
		if a.Parts[mid].Span.End <= i {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(a.Parts) && a.Parts[low].Span.Start <= i {
		return low
	}
	return -1
}

// Before orders articles by publication, undated last, then by ID and source.
func (a *Article) Before(b *Article) bool {
	if a.Published.Known() != b.Published.Known() {
		return a.Published.Known()
	}
	if !a.Published.Time.Equal(b.Published.Time) {
		return a.Published.Time.Before(b.Published.Time)
	}
	if a.ID != b.ID {
		return a.ID < b.ID
	}
	return a.Source < b.Source
}

// Check returns an error of kind [Invalid] unless the parts, credits and
// defects lie in Text, the parts in order.
func (a *Article) Check() error {
	last := 0
	for i, part := range a.Parts {
		if err := part.Span.Check(a.Text); err != nil {
			return err
		}
		if part.Span.Start < last {
			return Errorf(Invalid, a.ID, "part %d begins before part %d ends", i, i-1)
		}
		if part.Kind == Repeat && (part.CopyOf < 0 || part.CopyOf >= len(a.Parts)) {
			return Errorf(Invalid, a.ID, "part %d repeats no part", i)
		}
		if err := part.Credit.Span.Check(a.Text); err != nil {
			return err
		}
		last = part.Span.End
	}
	for _, defect := range a.Defects {
		if err := defect.Span.Check(a.Text); err != nil {
			return err
		}
	}
	return a.Agency.Span.Check(a.Text)
}
