package isnad

// Party is one who speaks, acts, promises or is addressed in a report.
type Party struct {
	Entity  int    // index into Doc.Entities; -1 if not resolved
	Span    Span   // the words that name the party here; empty if implicit
	Unnamed bool   // the report keeps the name back: «مصدر أمني», "a senior official"
	Text    string // the words for one without entity: the description of an unnamed source
}

// StatementKind says whether the words are the speaker's own.
type StatementKind string

// The kinds of statement.
const (
	Direct   StatementKind = "direct"   // all of the content is quoted
	Indirect StatementKind = "indirect" // none of it is
	Mixed    StatementKind = "mixed"    // some of it is
)

// Polarity says which way an attitude goes.
type Polarity string

// The polarities.
const (
	Affirms Polarity = "affirms"
	Denies  Polarity = "denies"
	Unsure  Polarity = "unsure" // "did not rule out", "declined to comment"
)

// Statement is a report that someone said something.
type Statement struct {
	Speakers  []Party // never empty: an unnamed source is a Party with Unnamed set
	Implicit  bool    // the cue has no name or role noun as its subject
	Cue       Span    // the written word with an adjacent preposition; empty where a quotation goes on without one
	Lemma     string  // the cue's dictionary form
	Force     string  // say, stress, deny, promise, warn, demand, accuse, threaten, announce, expect, describe…
	Content   []Span  // in order, not overlapping; more than one where the cue stands inside the quotation
	Kind      StatementKind
	Addressee []Party
	Said      string // TIMEX3 value of when it was said; empty if not stated in the clause
	Polarity  Polarity
	Chain     []Link // from the outlet inwards; the last link is the speaker
	Within    int    // index of the statement that this one is reported inside; -1 for an outermost one
	By        string
}

// Span is the smallest span over cue and content.
func (s *Statement) Span() Span {
	span := s.Cue
	for _, content := range s.Content {
		span = span.Cover(content)
	}
	return span
}

// LinkKind sorts the links of a chain.
type LinkKind string

// The kinds of link.
const (
	LinkOutlet  LinkKind = "outlet"
	LinkAgency  LinkKind = "agency"
	LinkMedium  LinkKind = "medium" // a post, statement, interview, press conference, article, another outlet
	LinkSpeaker LinkKind = "speaker"
)

// Link is one step of the way from a speaker's mouth to the page: outlet ←
// agency ← medium ← speaker. Every link has a span or says why it is assumed.
type Link struct {
	Kind   LinkKind
	Name   string // outlet, agency or medium as named; the speaker's fullest name
	Entity int    // index into Doc.Entities; -1 if none
	Span   Span
	Why    string
}
