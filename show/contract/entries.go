package contract

import "github.com/isnad-news/isnad"

// Statement is one statement over all reports that carry it.
type Statement struct {
	ID         string            `json:"id"`
	Story      isnad.StoryID     `json:"story"`
	Speakers   []isnad.EntityID  `json:"speakers"`
	Addressees []isnad.EntityID  `json:"addressees"`
	When       string            `json:"when"`
	Witnesses  int               `json:"witnesses"`
	Sources    []StatementSource `json:"sources"`
	Stances    []Stance          `json:"stances"`
}

// StatementSource is one place where a statement is told.
type StatementSource struct {
	Article    string              `json:"article"`
	Content    []*Selector         `json:"content"`
	Cue        *Selector           `json:"cue"`
	Lemma      string              `json:"lemma"`
	Force      string              `json:"force"`
	Kind       isnad.StatementKind `json:"kind"`
	Speakers   []Party             `json:"speakers"`
	Addressees []Party             `json:"addressees"`
	Implicit   bool                `json:"implicit"`
	Said       string              `json:"said"`
	Polarity   isnad.Polarity      `json:"polarity"`
	Chain      []Link              `json:"chain"`
	Within     string              `json:"within"`
	Why        string              `json:"why"`
	By         string              `json:"by"`
}

// Link is one step of a chain.
type Link struct {
	Kind     isnad.LinkKind `json:"kind"`
	Name     string         `json:"name"`
	Entity   isnad.EntityID `json:"entity"`
	Selector *Selector      `json:"selector"`
	Why      string         `json:"why"`
}

// Event is one event over all reports that carry it.
type Event struct {
	ID         string            `json:"id"`
	Story      isnad.StoryID     `json:"story"`
	Type       isnad.EventType   `json:"type"`
	Mode       string            `json:"mode"`
	Actors     []isnad.EntityID  `json:"actors"`
	Recipients []isnad.EntityID  `json:"recipients"`
	When       string            `json:"when"`
	Status     isnad.EventStatus `json:"status"`
	Numbers    []Number          `json:"numbers"`
	According  []isnad.EntityID  `json:"according"`
	Witnesses  int               `json:"witnesses"`
	Sources    []EventSource     `json:"sources"`
	Stances    []Stance          `json:"stances"`
}

// EventSource is one place where an event is told.
type EventSource struct {
	Article    string            `json:"article"`
	Selector   *Selector         `json:"selector"`
	Trigger    *Selector         `json:"trigger"`
	Type       isnad.EventType   `json:"type"`
	Mode       string            `json:"mode"`
	Actors     []Party           `json:"actors"`
	Recipients []Party           `json:"recipients"`
	Place      *Party            `json:"place"`
	When       string            `json:"when"`
	WhenFrom   *Selector         `json:"when_from"`
	Status     isnad.EventStatus `json:"status"`
	Numbers    []Number          `json:"numbers"`
	According  []Attribution     `json:"according"`
	Why        string            `json:"why"`
	By         string            `json:"by"`
}

// Attribution names the statement that vouches for an event.
type Attribution struct {
	Statement string         `json:"statement"`
	Polarity  isnad.Polarity `json:"polarity"`
}

// Number is a counted or measured thing.
type Number struct {
	Value    float64   `json:"value"`
	Unit     string    `json:"unit"`
	About    string    `json:"about"`
	Loose    bool      `json:"loose"`
	Selector *Selector `json:"selector"`
}

// Stance is how one article stands to an entry.
type Stance struct {
	Article     string           `json:"article"`
	Kind        isnad.StanceKind `json:"kind"`
	Differences []Difference     `json:"differences"`
	Through     string           `json:"through"`
}

// Difference is one value on which an article departs.
type Difference struct {
	What   string `json:"what"`
	Value  string `json:"value"`
	Others string `json:"others"`
}

// Commitment is one commitment over all reports that carry it.
type Commitment struct {
	ID       string                 `json:"id"`
	Story    isnad.StoryID          `json:"story"`
	Kind     isnad.CommitmentKind   `json:"kind"`
	By       []isnad.EntityID       `json:"by"`
	To       []isnad.EntityID       `json:"to"`
	Due      string                 `json:"due"`
	Status   isnad.CommitmentStatus `json:"status"`
	ClosedBy string                 `json:"closed_by"`
	Why      string                 `json:"why"`
	Sources  []CommitmentSource     `json:"sources"`
}

// CommitmentSource is one place where a commitment is told.
type CommitmentSource struct {
	Article   string                 `json:"article"`
	What      *Selector              `json:"what"`
	By        []Party                `json:"by"`
	To        []Party                `json:"to"`
	Due       string                 `json:"due"`
	DueFrom   *Selector              `json:"due_from"`
	Status    isnad.CommitmentStatus `json:"status"`
	Statement string                 `json:"statement"`
	Rule      string                 `json:"rule"`
}
