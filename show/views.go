package show

import (
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/contract"
	"github.com/isnad-news/isnad/show/page"
	"github.com/isnad-news/isnad/show/terminal"
)

// Story writes a record of one story for the terminal, with its overview and, if
// news is not nil, what is new since a time. The only error is the writer's, as
// of all functions here.
func Story(w io.Writer, record *isnad.Record, overview *isnad.Overview, news *isnad.News, options TextOptions) error {
	return terminal.WriteStory(w, record, overview, news, options)
}

// StoryJSON writes the same after the contract; news may be nil.
func StoryJSON(w io.Writer, record *isnad.Record, overview *isnad.Overview, news *isnad.News) error {
	return contract.WriteStory(w, record, overview, news)
}

// StoryHTML writes the same as one self-contained page; news may be nil.
func StoryHTML(w io.Writer, record *isnad.Record, overview *isnad.Overview, news *isnad.News, options HTMLOptions) error {
	return page.WriteStory(w, record, overview, news, options)
}

// Positions writes where parties stand on what they negotiate over; records are
// those that the positions were found in.
func Positions(w io.Writer, records []*isnad.Record, positions []isnad.Position, options TextOptions) error {
	return terminal.WritePositions(w, records, positions, options)
}

// PositionsJSON writes the same after the contract.
func PositionsJSON(w io.Writer, records []*isnad.Record, positions []isnad.Position) error {
	return contract.WritePositions(w, records, positions)
}

// PositionsHTML writes the same as one self-contained page.
func PositionsHTML(w io.Writer, records []*isnad.Record, positions []isnad.Position, options HTMLOptions) error {
	return page.WritePositions(w, records, positions, options)
}

// Commitments writes the promises, demands, proposals and plans of records that
// still stand, overdue ones first.
func Commitments(w io.Writer, records []*isnad.Record, options TextOptions) error {
	return terminal.WriteCommitments(w, records, options)
}

// CommitmentsJSON writes the same after the contract.
func CommitmentsJSON(w io.Writer, records []*isnad.Record) error {
	return contract.WriteCommitments(w, records)
}

// CommitmentsHTML writes the same as one self-contained page.
func CommitmentsHTML(w io.Writer, records []*isnad.Record, options HTMLOptions) error {
	return page.WriteCommitments(w, records, options)
}
