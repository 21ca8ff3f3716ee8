// Package arabic reads written Arabic as news reports write it: folding of
// spellings to keys, tokens, sentences, quotations, clitics, light stems,
// numbers, months, weekdays and the words that report speech.
//
// It stands alone: everything takes a string or the tokens of a string, and
// every offset is a byte into that string. Nothing here rewrites a text.
// All functions are pure and safe for concurrent use; the word lists are
// parsed once, on first use.
package arabic

import "github.com/isnad-news/isnad/lang"

// Calendar is the calendar that a month belongs to.
type Calendar = lang.Calendar

// The calendars of MonthAt.
const (
	Gregorian = lang.Gregorian
	Hijri     = lang.Hijri
)
