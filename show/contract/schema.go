// Package contract writes a record as JSON after docs/output.md. Its types are
// that contract, field for field; keys stand in the order of the fields.
package contract

import "github.com/isnad-news/isnad"

// Schema names the contract and its version. A change that could break a
// reader changes the number.
const Schema = "isnad-record/1"

// Offsets is the unit of every start and end.
const Offsets = "unicode-code-points"

// Document is the whole output.
type Document struct {
	Schema      string       `json:"schema"`
	Offsets     string       `json:"offsets"`
	Articles    []Article    `json:"articles"`
	Witnesses   []Witness    `json:"witnesses"`
	Stories     []Story      `json:"stories"`
	Entities    []Entity     `json:"entities"`
	Statements  []Statement  `json:"statements"`
	Events      []Event      `json:"events"`
	Commitments []Commitment `json:"commitments"`
}

// Selector points at words of an article; Start and End are code points.
type Selector struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Exact   string `json:"exact"`
	Prefix  string `json:"prefix"`
	Suffix  string `json:"suffix"`
	Line    int    `json:"line"`
}

// Article is one report.
type Article struct {
	ID        string     `json:"id"`
	Version   string     `json:"version"`
	Source    string     `json:"source"`
	URL       string     `json:"url"`
	Outlet    Outlet     `json:"outlet"`
	Agency    *Agency    `json:"agency"`
	Author    string     `json:"author"`
	Lang      isnad.Lang `json:"lang"`
	Title     string     `json:"title"`
	Published Published  `json:"published"`
	Text      string     `json:"text"`
	Parts     []Part     `json:"parts"`
	Defects   []Defect   `json:"defects"`
	Sentences []Sentence `json:"sentences"`
	Dates     []Date     `json:"dates"`
}

// Outlet is who published an article.
type Outlet struct {
	Name string       `json:"name"`
	How  isnad.Origin `json:"how"`
}

// Agency is whom a text is credited to.
type Agency struct {
	Name     string       `json:"name"`
	How      isnad.Origin `json:"how"`
	Selector *Selector    `json:"selector"`
}

// Published is when an article came out.
type Published struct {
	Date     string       `json:"date"`
	Time     string       `json:"time"`
	How      isnad.Origin `json:"how"`
	Evidence string       `json:"evidence"`
}

// Part is a stretch of an article's text.
type Part struct {
	Kind   isnad.PartKind `json:"kind"`
	Start  int            `json:"start"`
	End    int            `json:"end"`
	Line   int            `json:"line"`
	CopyOf int            `json:"copy_of"`
	Credit string         `json:"credit"`
}

// Defect is damage seen in an article.
type Defect struct {
	Kind     isnad.DefectKind `json:"kind"`
	Note     string           `json:"note"`
	Selector *Selector        `json:"selector"`
}

// Sentence is one sentence and on whose word it stands.
type Sentence struct {
	Start int         `json:"start"`
	End   int         `json:"end"`
	Part  int         `json:"part"`
	Voice isnad.Voice `json:"voice"`
}

// Date is a calendar expression.
type Date struct {
	Selector *Selector `json:"selector"`
	Value    string    `json:"value"`
	Why      string    `json:"why"`
	By       string    `json:"by"`
}

// Witness is a group of copies.
type Witness struct {
	Articles []string  `json:"articles"`
	Agency   string    `json:"agency"`
	Why      string    `json:"why"`
	Descent  []Descent `json:"descent"`
}

// Descent says how a copy came to its text.
type Descent struct {
	Article string      `json:"article"`
	From    string      `json:"from"`
	Why     string      `json:"why"`
	Share   float64     `json:"share"`
	Added   []*Selector `json:"added"`
	Dropped []*Selector `json:"dropped"`
}

// Story is a set of articles on one happening.
type Story struct {
	ID        isnad.StoryID `json:"id"`
	Title     string        `json:"title"`
	TitleFrom *Selector     `json:"title_from"`
	From      string        `json:"from"`
	To        string        `json:"to"`
	Articles  []string      `json:"articles"`
	Witnesses int           `json:"witnesses"`
}

// Entity is someone or something over all reports.
type Entity struct {
	ID       isnad.EntityID        `json:"id"`
	Kind     isnad.EntityKind      `json:"kind"`
	Label    map[isnad.Lang]string `json:"label"`
	Names    []Name                `json:"names"`
	Roles    []Role                `json:"roles"`
	Country  string                `json:"country"`
	Sector   string                `json:"sector"`
	Known    string                `json:"known"`
	Inferred string                `json:"inferred"`
	Mentions []*Selector           `json:"mentions"`
}

// Name is a written form.
type Name struct {
	Lang isnad.Lang `json:"lang"`
	Text string     `json:"text"`
}

// Role is an office with when it was held.
type Role struct {
	Text     string     `json:"text"`
	Lang     isnad.Lang `json:"lang"`
	From     string     `json:"from"`
	To       string     `json:"to"`
	Selector *Selector  `json:"selector"`
}

// Party is one who speaks, acts, promises or is addressed in a report.
type Party struct {
	Entity   isnad.EntityID `json:"entity"`
	Text     string         `json:"text"`
	Unnamed  bool           `json:"unnamed"`
	Selector *Selector      `json:"selector"`
}
