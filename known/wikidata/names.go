package wikidata

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// Bounds on the names of an item.
const (
	mostNames = 64  // kept of one item in one language
	mostBytes = 200 // of a name
	mostWords = 12  // of a name
)

// namesOf returns the names of an entity, Arabic before English, the label of
// each language before its aliases, and how many could not be used.
func namesOf(p parts) (names []isnad.Name, dropped int, err error) {
	labels, err := inLanguages(p.labels, label)
	if err != nil {
		return nil, 0, err
	}
	aliases, err := inLanguages(p.aliases, func(value []byte) (list []string) {
		var found []struct {
			Value string `json:"value"`
		}
		if json.Unmarshal(value, &found) != nil {
			return nil
		}
		for _, alias := range found {
			list = append(list, alias.Value)
		}
		return list
	})
	if err != nil {
		return nil, 0, err
	}
	names, more := usable(isnad.Arabic, slices.Concat(labels["ar"], aliases["ar"]))
	if len(labels["en"]) == 0 {
		labels["en"] = labels[anyLanguage]
	}
	english, most := usable(isnad.English, slices.Concat(labels["en"], aliases["en"], aliases[anyLanguage]))
	return append(names, english...), more + most, nil
}

// label reads one label.
func label(value []byte) []string {
	var label struct {
		Value string `json:"value"`
	}
	if json.Unmarshal(value, &label) != nil {
		return nil
	}
	return []string{label.Value}
}

// englishLabel is the label of an entity in English, as it is written there.
func englishLabel(labels []byte) (text string, err error) {
	if len(labels) == 0 {
		return "", nil
	}
	err = members(labels, func(name, value []byte) {
		if string(name) == string(isnad.English) {
			text = strings.Join(label(value), "")
		}
	})
	return text, err
}

// anyLanguage is where Wikidata writes a name that is one in many languages.
const anyLanguage = "mul"

// inLanguages reads the members of labels or aliases that are of use.
func inLanguages(raw []byte, read func([]byte) []string) (map[string][]string, error) {
	found := map[string][]string{}
	if len(raw) == 0 {
		return found, nil
	}
	err := members(raw, func(name, value []byte) {
		switch string(name) {
		case string(isnad.Arabic), string(isnad.English), anyLanguage:
			found[string(name)] = read(value)
		}
	})
	return found, err
}

// usable returns the names among texts, each once, and how many are none.
func usable(language isnad.Lang, texts []string) (names []isnad.Name, dropped int) {
	for _, text := range texts {
		name := isnad.Name{Lang: language, Text: clean(text)}
		switch {
		case slices.Contains(names, name):
		case len(names) == mostNames || !isName(language, name.Text):
			dropped++
		default:
			names = append(names, name)
		}
	}
	return names, dropped
}

// clean makes one line of a name: white space, controls and the bar that parts
// names are single spaces, marks of direction nothing.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '|' || unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r) && r != zeroWidthNonJoiner:
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	for strings.HasSuffix(text, "]") { // would be read as a sign of the format
		text = strings.TrimSpace(strings.TrimSuffix(text, "]"))
	}
	return text
}

const zeroWidthNonJoiner = '\u200C'

// isName reports whether text can be a name in the language: not too long, and
// with a letter of its script.
func isName(language isnad.Lang, text string) bool {
	if len(text) > mostBytes || strings.Count(text, " ") >= mostWords || strings.ContainsRune(text, utf8.RuneError) {
		return false
	}
	script := unicode.Latin
	if language == isnad.Arabic {
		script = unicode.Arabic
	}
	letters := 0
	for _, r := range text {
		if unicode.Is(script, r) && unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 2
}

// strict returns the names of a row that need a sign beside them: those of one
// word, which are common words far too often («أمل», "Hope"), unless they are
// the label of a country or city or a Latin abbreviation.
func strict(row *known.Row) (names []isnad.Name) {
	for i, name := range row.Names {
		label := i == 0 || row.Names[i-1].Lang != name.Lang
		settled := row.Class == known.Country || row.Class == known.City
		if !strings.Contains(name.Text, " ") && !(label && settled) && !abbreviation(name.Text) {
			names = append(names, name)
		}
	}
	return names
}

// abbreviation reports whether text is three Latin capitals or more.
func abbreviation(text string) bool {
	return len(text) >= 3 && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isKnown reports whether the row stands in the lists already: one of its
// labels is a name of a row of the same kind, in the same country as far as
// both are known, or it is a country that has a row.
func (im *Importer) isKnown(p *pending) bool {
	country := im.code(p.Country)
	if _, ok := im.facts.CountryRow(im.code(p.Item)); ok && p.Row.IsCountry() {
		return true
	}
	for i, name := range p.Row.Names {
		if i > 0 && p.Row.Names[i-1].Lang == name.Lang {
			continue
		}
		for _, row := range im.facts.Named(name.Text) {
			if row.Kind == p.Row.Kind && (row.Country == "" || country == "" || row.Country == country) {
				return true
			}
		}
	}
	return false
}
