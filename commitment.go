package isnad

// CommitmentKind sorts what binds a party to the future.
type CommitmentKind string

// The kinds of commitment.
const (
	Promise  CommitmentKind = "promise"
	Demand   CommitmentKind = "demand"
	Proposal CommitmentKind = "proposal"
	Plan     CommitmentKind = "plan"
)

// CommitmentStatus is how a commitment stands.
type CommitmentStatus string

// The statuses.
const (
	Open      CommitmentStatus = "open"
	Kept      CommitmentStatus = "kept"
	Broken    CommitmentStatus = "broken"
	Rejected  CommitmentStatus = "rejected"
	Overtaken CommitmentStatus = "overtaken"
	Overdue   CommitmentStatus = "overdue"
)

// Commitment is a promise, demand, proposal or plan as one report has it.
type Commitment struct {
	Kind      CommitmentKind
	By        []Party
	To        []Party
	What      Span   // the words that say what
	Due       string // TIMEX3 value, "immediately", or the words of the deadline; empty if none
	DueSpan   Span
	Status    CommitmentStatus
	Statement int    // index into Doc.Statements of the statement that carries it; -1 if none
	Event     int    // index into Doc.Events of the event that it is about; -1 if none
	Rule      string // the rule that made it; By is taken by the parties here
}
