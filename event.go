package isnad

// EventType is one of PLOVER's sixteen root types.
// Source: PLOVER manual, draft 0.8, September 2021.
type EventType string

// The root types.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// EventTypes lists the root types in the order of the manual.
func EventTypes() []EventType {
	return []EventType{Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault}
}

// EventStatus is what the text gives the event out as.
type EventStatus string

// The statuses.
const (
	Happened     EventStatus = "happened"
	Ongoing      EventStatus = "ongoing"
	Planned      EventStatus = "planned"
	Proposed     EventStatus = "proposed"
	Demanded     EventStatus = "demanded"
	Hypothetical EventStatus = "hypothetical"
	DidNotHappen EventStatus = "did-not-happen"
)

// Event is something done by someone, to or with someone, as one report has it.
type Event struct {
	Type       EventType
	Mode       string // PLOVER mode: "phone", "visit", "release"…; empty if none
	Actors     []Party
	Recipients []Party
	Place      *Party // nil if not stated
	When       string // TIMEX3 value; empty if unknown
	WhenSpan   Span   // the date expression; empty if inferred
	Status     EventStatus
	According  []Attribution // who vouches for it; empty where the report asserts it in its own voice
	Trigger    Span          // the word that names it
	Span       Span          // the clause that tells of it
	Numbers    []Number
	By         string
}

// Attribution ties an event to a statement of the same doc.
type Attribution struct {
	Statement int // index into Doc.Statements
	Polarity  Polarity
}

// Number is a counted or measured thing.
type Number struct {
	Value float64
	Unit  string // "minute" for durations; else the noun as written: «قتيلا»
	About string // duration, dead, wounded, amount, count
	Span  Span
	Loose bool // "about", «نحو»
}
