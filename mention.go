package isnad

// EntityKind sorts what mentions name.
type EntityKind string

// The kinds of entity.
const (
	Person       EntityKind = "person"
	Organisation EntityKind = "organisation"
	Place        EntityKind = "place"
	Group        EntityKind = "group" // people known together: "the foreign ministers of A and B"
	Occasion     EntityKind = "event" // a named happening: a war, a conference
	OtherKind    EntityKind = "other"
)

// MentionForm says how a mention names its entity.
type MentionForm string

// The forms of mention.
const (
	Named   MentionForm = "name"    // by a name, whole or short
	ByRole  MentionForm = "role"    // by an office or description alone: «الرئيس الأميركي»
	Generic MentionForm = "generic" // by a noun that only the report resolves: «الجانبان», "the two leaders"
)

// Role is an office or title as a report gives it.
type Role struct {
	Text string // as written: «وزير الخارجية»
	Span Span
}

// Mention is a stretch of text that names someone or something.
type Mention struct {
	Span   Span // the name or role noun phrase without proclitics: «ترمب» in «لترمب»
	Kind   EntityKind
	Form   MentionForm
	Roles  []Role // offices attached to it in the same phrase
	Entity int    // index into Doc.Entities; -1 if unresolved or if it stands for several
	// Members are the entities that a plural mention stands for, where the
	// report tells: «الجانبان», "the two leaders". Indexes into Doc.Entities.
	Members []int
	// Inner are the names inside a name of several words: the king in the name of
	// a university, the city in that of a bank. They are no mentions of their own,
	// since the text speaks of the outer one.
	Inner []InnerName
	By    string
}

// InnerName is a name that is a part of another name.
type InnerName struct {
	Span   Span
	Kind   EntityKind
	Entity int    // index into Doc.Entities; -1 if the report names it nowhere else
	Known  string // row of the known facts that has the name
}

// LocalEntity is someone or something as one report shows it, over all its
// mentions in that report. Collating joins local entities of many reports into
// an [Entity].
type LocalEntity struct {
	Kind  EntityKind
	Names []string // forms in use, the fullest first; for one known by role alone, the role
	Roles []Role
	Known string // row of the known facts that it was found in; empty if none
	Why   string // why it was resolved so, where that was inferred: "holder of the office on the day (row …)"
	State int    // for a capital: 1 + index into Doc.Entities of the country that it can speak or act for; 0 if none
}
