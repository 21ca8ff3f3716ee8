package words

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	letters "github.com/isnad-news/isnad/lang/arabic"
)

// EventCode reads an event type, with or without a mode, written as its code or
// in the words of either language: "assault", "CONSULT/phone", "Phone call".
func EventCode(text string) (code string, ok bool) {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	kind, mode, stroke := strings.Cut(text, "/")
	if stroke && !english.Has("mode."+mode) {
		return "", false
	}
	upper := isnad.EventType(strings.ToUpper(kind))
	if slices.Contains(isnad.EventTypes(), upper) {
		return join(upper, mode), true
	}
	for _, book := range []*Book{english, arabic} {
		for key, label := range book.labels {
			if !sameWords(label, kind) {
				continue
			}
			class, name, _ := strings.Cut(key, ".")
			switch {
			case class == "type":
				return join(isnad.EventType(name), mode), true
			case class == "whole" && !stroke:
				name, mode, _ = strings.Cut(name, ".")
				return join(isnad.EventType(name), mode), true
			}
		}
	}
	return "", false
}

func join(kind isnad.EventType, mode string) string {
	if mode == "" {
		return string(kind)
	}
	return string(kind) + "/" + mode
}

// sameWords compares words without regard to case, hamza and vowel marks.
func sameWords(a, b string) bool {
	return strings.EqualFold(letters.Fold(a), letters.Fold(b))
}
