package isnad

// EntityID names an entity within a record: the key of a known row ("us",
// "nato"), else a slug of its label.
type EntityID string

// Name is a written form in one language.
type Name struct {
	Lang Lang
	Text string
}

// Office is a role with when it was held.
type Office struct {
	Text     string
	Lang     Lang
	From, To string // TIMEX3 values; empty if open or unknown
	Source   Evidence
}

// Entity is one person, body, place or occasion over all reports, spellings
// and scripts.
type Entity struct {
	ID       EntityID
	Kind     EntityKind
	Names    []Name          // forms in use, by number of mentions, then by text
	Label    map[Lang]string // the best name per language
	Offices  []Office
	Country  string // ISO 3166 alpha-3, for a place that is one and for who acts for one; empty if unknown
	Sector   string // PLOVER sector code (GOV, MIL…); empty if unknown
	Known    string // row of the known facts; empty if none
	Inferred string // why, if joined or named by the lists alone
	Mentions []Evidence
}

// Evidence points at words of one article.
type Evidence struct {
	Article int // index into Record.Docs
	Span    Span
}
