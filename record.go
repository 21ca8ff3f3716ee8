package isnad

// StoryID names a story: "s" and 12 hexadecimal digits of the SHA-256 of the
// least ID among its articles.
type StoryID string

// Story is a set of articles on one happening.
type Story struct {
	ID       StoryID
	Articles []int     // indexes into Record.Docs, by publication, then by ID
	Why      []string  // why each article stands in the story, parallel to Articles; empty for the first, and nil if nothing is known
	Was      []StoryID // IDs that lead here: of stories that this one took in, ascending
	Follows  []StoryID // earlier stories of the same saga that this one goes on from, the nearest first
	From, To string    // first and last day of publication, as 2006-01-02; empty if unknown
	Title    string    // a title of one of the articles, or of the first sentence; verbatim
	TitleOf  Evidence
}

// Record is everything that a set of articles tells, joined and sourced. It
// depends on the set, not on the order in which they came.
type Record struct {
	Docs        []*Doc // ordered by article ID: Articles[i] is Docs[i].Article
	Witnesses   []Witness
	Stories     []Story
	Entities    []Entity
	Local       [][]int // Local[d][e] is the index into Entities of Docs[d].Entities[e]; -1 if it joined none
	Entries     []Entry
	Commitments []CommitmentEntry
}

// Witness is a set of articles that are copies of one text and count once.
type Witness struct {
	Articles []int     // the first is the one the others descend from: the agency's own text if another is credited to it, else the earliest
	Agency   string    // whose text it is, if credited
	Why      string    // why they are one: "near copies: 92 % of words shared"
	Descent  []Descent // parallel to Articles; empty for a single article, or if nothing is known of it
}

// Descent says how one article of a witness came to its text: from which other
// one, what it added and what it left out.
type Descent struct {
	Article int     // index into Record.Docs
	From    int     // an article that stands before it in the witness, index into Record.Docs; -1 for the first
	Why     string  // why from that one: "credits it", "version of one article", "the same words"; empty for the first
	Share   float64 // the part of its word triples that From has, 0 to 1; 0 for the first
	Added   []Span  // sentences of Article, else its paragraphs, that From has not; in order of the text
	Dropped []Span  // those of From that Article has not; in order of From's text
}

// EntryKind says what an entry is about.
type EntryKind string

// The kinds of entry.
const (
	StatementEntry EntryKind = "statement"
	EventEntry     EntryKind = "event"
)

// Entry is one statement or event, merged over all articles that carry it.
type Entry struct {
	ID      string // "st-…" or "ev-…"; the same for the same set of articles
	Kind    EntryKind
	Story   StoryID
	Sources []Source // never empty; by story order of the articles, then by place in the text
	// The merged view; which articles differ is in Stances.
	Parties    []int  // speakers or actors: indexes into Entities, ordered
	Recipients []int  // addressees or recipients
	When       string // TIMEX3; empty if unknown
	Type       EventType
	Mode       string
	Status     EventStatus
	Numbers    []Number // for events; spans point into the first source that gives each
	According  []int    // events: speakers who vouch for it, where no report asserts it; indexes into Entities
	Witnesses  int      // independent witnesses who do not deny it, or of the denial where all do: copies count once
	Stances    []Stance // one per article of the story, in story order
}

// Source is one place where an entry is told.
type Source struct {
	Article   int    // index into Record.Docs
	Statement int    // index into that doc's Statements; -1
	Event     int    // index into that doc's Events; -1
	Why       string // why it was joined: "same speaker, 78 % of the words"; empty for the first
}

// StanceKind says how an article stands to an entry.
type StanceKind string

// The stances.
const (
	Reports    StanceKind = "reports"    // in its own voice; for a statement: carries it
	Attributes StanceKind = "attributes" // on someone's word
	DeniesIt   StanceKind = "denies"
	Differs    StanceKind = "differs"
	Silent     StanceKind = "silent"
)

// Stance is how one article stands to one entry.
type Stance struct {
	Article     int
	Kind        StanceKind
	Differences []Difference // what differs from the entry's merged view
	// Through is the ID of another entry of the story by which an article that is
	// no source of this one denies it: someone's denial of what someone else said.
	// Empty for a source and for who is silent.
	Through string
}

// Difference is one value on which a report departs from the others.
type Difference struct {
	What   string // number, date, kind, name, status, words
	Value  string // what this report gives
	Others string // what the entry holds
}

// CommitmentEntry is one commitment over all articles that carry it.
type CommitmentEntry struct {
	ID      string
	Story   StoryID
	Kind    CommitmentKind
	By, To  []int // indexes into Entities, ordered
	Due     string
	Status  CommitmentStatus
	Sources []CommitmentSource // never empty
	Closed  string             // ID of the entry that closed it; empty while open
	Why     string             // why it stands as it does
}

// CommitmentSource is one place where a commitment is told.
type CommitmentSource struct {
	Article    int // index into Record.Docs
	Commitment int // index into that doc's Commitments
}
