package isnad

// Date is a calendar expression in a text and what it comes to. Durations and
// vague times ("recently") are not dates.
type Date struct {
	Span  Span   // without a governing preposition: «يوم الجمعة», "last April"
	Value string // TIMEX3: 2025-02-12, 2025-W07, 2024-04, 2022; empty if it needs a publication date that is unknown
	// Offset is set for expressions counted in days from publication
	// («أمس» is -1, "today" is 0), also when Value is empty; see Relative.
	Offset   int
	Relative bool   // Offset holds: the value is publication plus Offset days
	Why      string // one phrase: "the Friday after publication: a planned event"
	By       string // the rule that made it
}
