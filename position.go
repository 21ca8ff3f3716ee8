package isnad

// StandKind says what a party does to a subject.
type StandKind string

// The kinds of stand.
const (
	Demands   StandKind = "demands"
	Offers    StandKind = "offers"
	Refuses   StandKind = "refuses"
	Agrees    StandKind = "agrees"
	Promises  StandKind = "promises"
	Threatens StandKind = "threatens"
)

// Movement says how a party's stand on a subject moved over its reports.
type Movement string

// The movements.
const (
	NoMovement Movement = ""           // it stands there once: there is nothing to compare
	Unchanged  Movement = "unchanged"  // the same again, at another time
	CameRound  Movement = "came round" // refused first, agreed, offered or promised later
	BackedOut  Movement = "backed out" // agreed, offered or promised first, refused later
	Dropped    Movement = "dropped"    // demanded first, gave the demand up later
	Raised     Movement = "raised"     // a number of its demand or offer went up
	Lowered    Movement = "lowered"    // or down
	UnsureMove Movement = "unsure"     // it moved, or stands in several ways, and the reports do not tell which came last
)

// Subject is what parties negotiate over, found in what they demand, offer,
// refuse, promise and threaten. It depends on the set of stands, not on a list
// of subjects.
type Subject struct {
	ID      string          // "su-" and 10 hexadecimal digits, of its stands
	Labels  map[Lang]string // words of a report, one label a language that the stands are told in
	Stories []StoryID       // ascending
}

// Position is where one party stands on one subject.
type Position struct {
	Subject Subject
	Party   EntityID
	Names   map[Lang]string // the party's label
	Side    string          // ISO 3166 alpha-3 of the country that the party is or acts for; empty if unknown
	Stands  []Stand         // never empty; by time, undated last
	Moved   Movement
	Why     string // how the movement is known: "refuses 2026-03-01, agrees 2026-03-10"; empty if there is none
}

// Latest is the last of the stands with a date, else the last.
func (p *Position) Latest() *Stand {
	for i := len(p.Stands) - 1; i >= 0; i-- {
		if p.Stands[i].When != "" {
			return &p.Stands[i]
		}
	}
	return &p.Stands[len(p.Stands)-1]
}

// Stand is one demand, offer, refusal, agreement, promise or threat.
type Stand struct {
	Kind       StandKind
	When       string           // TIMEX3; of the statement or event, else the day of the first report; empty if unknown
	Reported   bool             // When is the day of a report
	Record     int              // index into the records that the positions were found in; Evidence speaks of it
	Entry      string           // ID of the statement or event; empty if it is a commitment alone
	Commitment string           // ID; empty if it is none
	Evidence   Evidence         // the words that say it, in the first report that does
	Sources    []Evidence       // all places that say it, the first included; in story order
	To         []EntityID       // to whom; may be empty
	Numbers    []Number         // counted things in its words; spans point into the article of Evidence
	Status     CommitmentStatus // of the commitment; empty if it is none
	Witnesses  int              // independent ones
}
