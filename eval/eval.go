// Package eval scores a record against hand-made gold of the project's one
// gold format: entities, roles, statements, speakers, chains, events, the
// reporting grid, commitments and dates, each with what was missed and what
// was wrong.
//
// Lines count from 1 in the raw file. Words are compared folded and without
// punctuation. Items that the gold marks optional neither score nor cost.
// Where answers and gold can be paired in more than one way, the pairing with
// the most pairs counts.
package eval

import "github.com/isnad-news/isnad"

// Measure is one score. Precision, Recall and F1 lie between 0 and 1. Where
// the measure is a share (roles, speakers, grid), the three are equal. With
// nothing to find and nothing answered all are 1.
type Measure struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Right     int     `json:"right"`
	Gold      int     `json:"gold"`    // items to find
	Answers   int     `json:"answers"` // items answered
}

// Report is how a record stands to a gold file.
type Report struct {
	Entities        Measure // recall over all kinds, precision over persons alone
	Roles           Measure // recall alone
	Statements      Measure
	StatementsExact Measure // statements found with the very words
	Speakers        Measure // share of answers with gold content whose speaker is right
	Chains          Measure // of statements found and nested ones
	Same            Measure // pairs of statements in different articles
	Events          Measure
	Mode            Measure // of events found
	Grid            Measure // share of events found with the right reporting articles
	Commitments     Measure
	Dates           Measure
	Misses          []Miss // by score in the order above, missed before wrong, then by article and line
}

// Miss is one item that was missed or one answer that is wrong.
type Miss struct {
	Score   string `json:"score"` // key of the score in the JSON report
	Wrong   bool   `json:"wrong"` // a wrong answer; else a missed item
	Article string `json:"article,omitempty"`
	Line    int    `json:"line,omitempty"` // 0 if it has none
	Gold    string `json:"gold,omitempty"`
	Answer  string `json:"answer,omitempty"`
	Why     string `json:"why,omitempty"`
}

// Keys of the scores, in the order of the report.
const (
	entitiesKey    = "entities"
	rolesKey       = "roles"
	statementsKey  = "statements"
	exactKey       = "statements_exact"
	speakersKey    = "speakers"
	chainsKey      = "chains"
	sameKey        = "same"
	eventsKey      = "events"
	modeKey        = "mode"
	gridKey        = "grid"
	commitmentsKey = "commitments"
	datesKey       = "dates"
)

// Score scores record against g. Reports of the record that the gold does not
// name are passed over; gold articles that the record lacks are missed whole.
func Score(g *Gold, record *isnad.Record) *Report {
	s := newSheet(g, record)
	s.scoreEntities()
	s.scoreRoles()
	s.scoreStatements()
	s.scoreSpeakers()
	s.scoreChains()
	s.scoreSame()
	s.scoreEvents()
	s.scoreCommitments()
	s.scoreDates()
	s.sortMisses()
	return &s.report
}

// keys lists the scores in the order of the report.
var keys = []string{
	entitiesKey, rolesKey, statementsKey, exactKey, speakersKey, chainsKey,
	sameKey, eventsKey, modeKey, gridKey, commitmentsKey, datesKey,
}
