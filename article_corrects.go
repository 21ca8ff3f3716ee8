package isnad

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// correcting are the words that head a report or a note which corrects.
var correcting = []string{
	"\u062A\u0635\u062D\u064A\u062D", "\u062A\u0635\u0648\u064A\u0628", "\u0627\u0633\u062A\u062F\u0631\u0627\u0643", // تصحيح تصويب استدراك
	"correction", "corrected", "corrects",
}

// Corrects reports whether a is a report of the outlet of earlier, not from before
// it, that says of itself that it corrects: a part of it begins with a word of
// correcting and a mark («تصحيح: 15 قتيلا»). A noun in a headline («تصحيح المسار»)
// corrects nothing.
func (a *Article) Corrects(earlier *Article) bool {
	if a.ID == earlier.ID && a.Version == earlier.Version || a.Outlet.Name == "" || a.Outlet.Name != earlier.Outlet.Name {
		return false
	}
	if a.Published.Known() && earlier.Published.Known() && a.Published.Time.Before(earlier.Published.Time) {
		return false
	}
	return slices.ContainsFunc(a.Parts, func(p Part) bool { return headsCorrection(p.Span.Of(a.Text)) })
}

// Marks that may stand before or behind a word that heads a correction.
const (
	beforeCorrecting = "([\u00AB*\u2022 "
	behindCorrecting = ":)]\u00BB-\u2013\u2014*"
)

func headsCorrection(text string) bool {
	text = strings.TrimLeft(text, beforeCorrecting)
	end := strings.IndexAny(text, " \n"+behindCorrecting)
	if end < 0 || !slices.Contains(correcting, strings.ToLower(text[:end])) {
		return false
	}
	mark, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], " "))
	return strings.ContainsRune(behindCorrecting, mark)
}
