package contract

import "github.com/isnad-news/isnad"

// The contracts of the views.
const (
	StorySchema       = "isnad-story/1"
	PositionsSchema   = "isnad-positions/1"
	CommitmentsSchema = "isnad-commitments/1"
)

// StoryDocument is one story with its overview.
type StoryDocument struct {
	Schema   string    `json:"schema"`
	Offsets  string    `json:"offsets"`
	Overview *Overview `json:"overview"`
	News     *News     `json:"news"`
	Record   *Document `json:"record"`
}

// Overview is a story at a glance.
type Overview struct {
	Story     isnad.StoryID `json:"story"`
	Headlines []Headline    `json:"headlines"`
	Leads     []Lead        `json:"leads"`
	Moments   []Moment      `json:"moments"`
	Disputes  []Dispute     `json:"disputes"`
}

// Headline is a title in one language.
type Headline struct {
	Lang     isnad.Lang `json:"lang"`
	Selector *Selector  `json:"selector"`
}

// Lead is what a reader must know, in one language.
type Lead struct {
	Lang  isnad.Lang `json:"lang"`
	Lines []Line     `json:"lines"`
}

// Line is one sentence of a lead.
type Line struct {
	Role        isnad.LineRole `json:"role"`
	Selector    *Selector      `json:"selector"`
	Entries     []string       `json:"entries"`
	Commitments []string       `json:"commitments"`
}

// Moment is one time of a timeline.
type Moment struct {
	When    string  `json:"when"`
	Entries []Dated `json:"entries"`
}

// Dated is one entry of a moment.
type Dated struct {
	Entry    string `json:"entry"`
	Reported bool   `json:"reported"`
}

// Dispute is a value that reports give differently.
type Dispute struct {
	Entry  string  `json:"entry"`
	What   string  `json:"what"`
	About  string  `json:"about"`
	Unit   string  `json:"unit"`
	Values []Given `json:"values"`
}

// Given is one value and the articles that give it.
type Given struct {
	Value    string   `json:"value"`
	Articles []string `json:"articles"`
}

// News is what came since a time.
type News struct {
	Since       string     `json:"since"`
	Articles    []string   `json:"articles"`
	Undated     []string   `json:"undated"`
	Entries     []string   `json:"entries"`
	Gains       []Gain     `json:"gains"`
	Differences []NewValue `json:"differences"`
	Opened      []string   `json:"opened"`
	Closed      []string   `json:"closed"`
}

// Gain is an entry with new witnesses.
type Gain struct {
	Entry    string   `json:"entry"`
	Articles []string `json:"articles"`
	Before   int      `json:"before"`
	After    int      `json:"after"`
}

// NewValue is a value that a new article gives otherwise.
type NewValue struct {
	Entry   string `json:"entry"`
	Article string `json:"article"`
	What    string `json:"what"`
	Value   string `json:"value"`
	Others  string `json:"others"`
}

// PositionsDocument is where parties stand.
type PositionsDocument struct {
	Schema   string    `json:"schema"`
	Offsets  string    `json:"offsets"`
	Articles []Cited   `json:"articles"`
	Subjects []Subject `json:"subjects"`
}

// Cited is an article that is pointed at, without its text.
type Cited struct {
	ID        string     `json:"id"`
	Version   string     `json:"version"`
	URL       string     `json:"url"`
	Outlet    Outlet     `json:"outlet"`
	Lang      isnad.Lang `json:"lang"`
	Title     string     `json:"title"`
	Published Published  `json:"published"`
}

// Subject is what parties stand for or against.
type Subject struct {
	ID        string                `json:"id"`
	Label     map[isnad.Lang]string `json:"label"`
	Stories   []isnad.StoryID       `json:"stories"`
	Positions []Position            `json:"positions"`
}

// Position is where one party stands.
type Position struct {
	Party  isnad.EntityID        `json:"party"`
	Label  map[isnad.Lang]string `json:"label"`
	Side   string                `json:"side"`
	Moved  isnad.Movement        `json:"moved"`
	Why    string                `json:"why"`
	Stands []Stand               `json:"stands"`
}

// Stand is one demand, offer, refusal…
type Stand struct {
	Kind       isnad.StandKind        `json:"kind"`
	When       string                 `json:"when"`
	Reported   bool                   `json:"reported"`
	Entry      string                 `json:"entry"`
	Commitment string                 `json:"commitment"`
	Status     isnad.CommitmentStatus `json:"status"`
	To         []isnad.EntityID       `json:"to"`
	Numbers    []Number               `json:"numbers"`
	Witnesses  int                    `json:"witnesses"`
	Selector   *Selector              `json:"selector"`
	Sources    []*Selector            `json:"sources"`
}

// CommitmentsDocument is what stands open over all stories.
type CommitmentsDocument struct {
	Schema      string       `json:"schema"`
	Offsets     string       `json:"offsets"`
	Articles    []Cited      `json:"articles"`
	Entities    []Labelled   `json:"entities"`
	Commitments []Commitment `json:"commitments"`
}

// Labelled is an entity by its label alone.
type Labelled struct {
	ID    isnad.EntityID        `json:"id"`
	Label map[isnad.Lang]string `json:"label"`
}
