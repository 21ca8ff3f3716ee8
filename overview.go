package isnad

import "time"

// Overview is a story at a glance, made of words of its reports: a headline and
// a lead in each language that has them, the moments in their order, and the
// values on which reports differ. It speaks of a record of one story, by index
// and by ID; see [Record.Of].
type Overview struct {
	Story     StoryID
	Headlines []Headline // one a language at most, Arabic first; empty if no report has a title that serves
	Leads     []Lead     // one a language at most, Arabic first; empty if no sentence tells of an entry
	Moments   []Moment   // in order of time; every entry of the record stands in exactly one
	Disputes  []Dispute  // by entry, in order of the record; then number, date, kind, status, name, words
}

// Headline is the title of one report, chosen for all.
type Headline struct {
	Lang  Lang
	Words string // verbatim
	Of    Evidence
}

// Lead is what a reader must know, in at most three sentences.
type Lead struct {
	Lang  Lang
	Lines []Line // at most three: what happened, what was said to it, what is open
}

// LineRole says what a line of a lead is there for.
type LineRole string

// The roles, in the order in which a lead has them.
const (
	TheHappening LineRole = "happening"
	TheReaction  LineRole = "reaction"
	TheOpen      LineRole = "open" // what is promised, demanded or planned and has not come about
)

// Line is one sentence of a report.
type Line struct {
	Role    LineRole
	Words   string // verbatim, a sentence of the article
	Of      Evidence
	Entries []string // IDs of the entries that it tells, in order of the text; may be empty for an open commitment
	// Commitments are the IDs of those that it tells, in order of the text.
	Commitments []string
}

// Moment is one time of the story's timeline with what belongs there.
type Moment struct {
	When    string  // TIMEX3; empty for what has no date and no dated report
	Entries []Dated // in order of the record
}

// Dated is one entry of a moment.
type Dated struct {
	Entry string // ID
	// Reported marks an entry that no report dates: it stands at the day on which
	// the first dated report that tells it came out.
	Reported bool
}

// Dispute is one value of an entry that reports give differently.
type Dispute struct {
	Entry  string       // ID
	What   string       // number, date, kind, status, name, words: as in Difference
	About  string       // of a number: dead, wounded, amount, count, duration; else empty
	Unit   string       // of a number, as first written; else empty
	Values []GivenValue // two or more; those that most reports give first, then in order of first report
}

// GivenValue is one of the values in dispute and who gives it.
type GivenValue struct {
	Value    string // a number in digits, a TIMEX3 value, a status, else words
	Articles []int  // indexes into Record.Docs, in story order; never empty
}

// News is what the reports after a time brought to a story. It speaks of a
// record of one story, by index and by ID.
type News struct {
	Story       StoryID
	Since       time.Time
	Articles    []int      // that came out at or after Since, by publication; one known by its day alone if the day is not before that of Since
	Undated     []int      // of which it is not known
	Entries     []string   // IDs of entries that these reports alone tell, in order of the record
	Gains       []Gain     // entries that were told before and have independent witnesses more
	Differences []NewValue // values that these reports give otherwise
	Opened      []string   // IDs of commitments that these reports alone tell
	Closed      []string   // IDs of commitments that were told before and that an entry of these reports closed
}

// Gain says which new reports witness an entry that was told before.
type Gain struct {
	Entry    string
	Articles []int // new reports of new witnesses, by publication; never empty
	Before   int   // independent witnesses before
	After    int   // and now; greater than Before
}

// NewValue is one value that a new report gives otherwise than others.
type NewValue struct {
	Entry   string
	Article int
	Difference
}

// Empty reports whether nothing came.
func (n *News) Empty() bool { return len(n.Articles) == 0 }
