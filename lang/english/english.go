// Package english reads English text for rules: folding, tokens, sentences,
// quotations, reporting words, numbers, months and weekdays. It has the face
// of package arabic, so that a caller picks one of the two by language.
//
// It imports nothing of this module but the types of package lang. Offsets are
// bytes into the text that was passed in. All functions are safe for
// concurrent use and take any string, also one that is not valid UTF-8.
package english

import "github.com/isnad-news/isnad/lang"

// Calendar is the calendar that a month belongs to.
type Calendar = lang.Calendar

// The calendars.
const (
	Gregorian = lang.Gregorian
	Hijri     = lang.Hijri
)
