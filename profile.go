package isnad

// Profile is what the records of stories tell of one person, body, place or
// occasion.
type Profile struct {
	ID       EntityID
	Kind     EntityKind
	Label    map[Lang]string // the best name per language
	Country  string          // ISO 3166 alpha-3; empty if unknown
	Sector   string          // PLOVER sector code; empty if unknown
	Known    string          // row of the known facts; empty if none
	Names    []NameUse       // those most used first
	Offices  []OfficeUse     // by the first day on which a report gives it
	Said     []Act           // what it said, the latest first
	Events   []Act           // what it did or what was done to it, the latest first
	With     []Company       // who stands beside it, those with most entries shared first
	Stories  []Appearance    // the latest first
	From, To string          // first and last day of publication of the reports that name it
	Reports  int             // that name it
	// How many there are of each, where the lists are cut.
	AllSaid, AllEvents, AllWith, AllStories int
	Open                                    int // commitments by it or to it that are open or overdue
}

// NameUse is a written form with who uses it.
type NameUse struct {
	Name     Name
	Mentions int
	Outlets  []OutletUse // those that use it most first
}

// OutletUse is how often an outlet does something.
type OutletUse struct {
	Outlet   string
	Mentions int
}

// OfficeUse is an office or title that reports give someone.
type OfficeUse struct {
	Office      Name
	From, To    string // days of publication of the first and the last report that gives it; empty if unknown
	Held, Until string // when it is held, as facts or reports say; TIMEX3, empty if open or unknown
	Reports     int
	Where       Citation
}

// Citation points at words of an article without a record around it.
type Citation struct {
	Story   StoryID
	Article *Article
	Span    Span
}

// Act is an entry that someone has a part in.
type Act struct {
	ID        string
	Story     StoryID
	Kind      EntryKind
	When      string // TIMEX3; empty if unknown
	Reported  bool   // When is the day of the first report
	Type      EventType
	Mode      string
	Status    EventStatus
	By, To    []map[Lang]string // labels of the parties
	Doc       *Doc              // where it is first told
	Statement int               // index into Doc.Statements; -1
	Event     int               // index into Doc.Events; -1
	Witnesses int               // independent ones
}

// Company is somebody who stands beside someone.
type Company struct {
	ID      EntityID
	Kind    EntityKind
	Label   map[Lang]string
	Entries int // that both have a part in
	Reports int // that name both
	Stories int // that tell of both
}

// Appearance is a story that tells of someone.
type Appearance struct {
	Story    Story // without Articles
	Reports  int   // that name it
	Of       int   // all reports of the story
	Said     int   // statements of it
	Happened int   // events that it has a part in
}
