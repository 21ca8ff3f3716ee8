package known

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// columnNames lists the columns of a list in the order in which the embedded
// files have them.
var columnNames = []string{
	"id", "kind", "class", "ar", "en", "ar_demonym", "en_demonym",
	"country", "capital", "sector", "offices", "as_of", "sources",
}

// columns maps a column to what its cell sets. An empty cell sets nothing.
var columns = map[string]func(*Row, string) error{
	"id":         (*Row).setID,
	"kind":       (*Row).setKind,
	"class":      func(r *Row, cell string) error { r.Class = cell; return nil },
	"ar":         func(r *Row, cell string) error { return r.addNames(isnad.Arabic, cell) },
	"en":         func(r *Row, cell string) error { return r.addNames(isnad.English, cell) },
	"ar_demonym": func(r *Row, cell string) error { return r.addDemonyms(isnad.Arabic, cell) },
	"en_demonym": func(r *Row, cell string) error { return r.addDemonyms(isnad.English, cell) },
	"country":    (*Row).setCountry,
	"capital":    (*Row).setCapital,
	"sector":     (*Row).setSector,
	"offices":    (*Row).setOffices,
	"as_of":      func(r *Row, cell string) error { r.AsOf = cell; return checkDate(cell) },
	"sources":    func(r *Row, cell string) error { r.Sources = cell; return nil },
}

func (r *Row) setID(cell string) error {
	if !isSlug(cell) {
		return fmt.Errorf("%q is no slug of lower-case letters, digits and hyphens", cell)
	}
	r.ID = cell
	return nil
}

// kinds maps the word in a list to the kind; occasions are "event" in both.
var kinds = []isnad.EntityKind{
	isnad.Person, isnad.Organisation, isnad.Place, isnad.Group, isnad.Occasion, isnad.OtherKind,
}

func (r *Row) setKind(cell string) error {
	r.Kind = isnad.EntityKind(cell)
	if !slices.Contains(kinds, r.Kind) {
		return fmt.Errorf("%q is none of %q", cell, kinds)
	}
	return nil
}

// The signs behind a name that is matched only where something else speaks
// for it.
const (
	strictSign  = "[strict]" // a common word too
	machineSign = "[mt]"     // what word-for-word translation makes of the name
)

// addNames reads "name | name [strict] | name [mt]".
func (r *Row) addNames(language isnad.Lang, cell string) error {
	return eachPart(cell, func(text string) error {
		strict := false
		for _, sign := range []string{strictSign, machineSign} {
			if bare, ok := strings.CutSuffix(text, sign); ok {
				text, strict = strings.TrimSpace(bare), true
			}
		}
		if text == "" {
			return fmt.Errorf("empty name")
		}
		if len(r.Names) == maxNames {
			return fmt.Errorf("more than %d names", maxNames)
		}
		name := isnad.Name{Lang: language, Text: text}
		if slices.Contains(r.Names, name) {
			return fmt.Errorf("%q comes twice", text)
		}
		r.Names = append(r.Names, name)
		if strict {
			r.Strict = append(r.Strict, name)
		}
		return nil
	})
}

func (r *Row) addDemonyms(language isnad.Lang, cell string) error {
	return eachPart(cell, func(text string) error {
		r.Demonyms = append(r.Demonyms, isnad.Name{Lang: language, Text: text})
		return nil
	})
}

// eachPart calls take with the parts of cell between upright bars, trimmed.
func eachPart(cell string, take func(string) error) error {
	if cell == "" {
		return nil
	}
	for part := range strings.SplitSeq(cell, "|") {
		if err := take(strings.TrimSpace(part)); err != nil {
			return err
		}
	}
	return nil
}

func (r *Row) setCountry(cell string) error {
	if cell != "" && !isCode(cell) {
		return fmt.Errorf("%q is no alpha-3 code", cell)
	}
	r.Country = cell
	return nil
}

func (r *Row) setCapital(cell string) error {
	if cell != "" && !isSlug(cell) {
		return fmt.Errorf("%q is no row id", cell)
	}
	r.Capital = cell
	return nil
}

func (r *Row) setSector(cell string) error {
	if cell != "" && !isCode(cell) {
		return fmt.Errorf("%q is no sector code of three capitals", cell)
	}
	r.Sector = cell
	return nil
}

// officeForm is "president @ USA: 2017-01-20..2021-01-20", the last date empty
// for an office still held; either may end with the month or the year.
var officeForm = regexp.MustCompile(`^([a-z][a-z' -]*[a-z]) @ ([A-Za-z0-9-]+): ([0-9-]*)\.\.([0-9-]*)$`)

func (r *Row) setOffices(cell string) error {
	return eachPart(cell, func(text string) error {
		m := officeForm.FindStringSubmatch(text)
		if m == nil {
			return fmt.Errorf("%q is not of the form \"office @ place: from..to\"", text)
		}
		from, to := m[3], m[4]
		for _, date := range []string{from, to} {
			if err := checkDate(date); err != nil {
				return err
			}
		}
		if from == "" {
			return fmt.Errorf("%q has no beginning", text)
		}
		if to != "" && last(to) < first(from) {
			return fmt.Errorf("%q ends before it begins", text)
		}
		r.Offices = append(r.Offices, isnad.Office{Text: m[1], Lang: isnad.English, From: from, To: to})
		r.Of = append(r.Of, m[2])
		return nil
	})
}

// checkDate accepts a year, a month, a day and nothing.
func checkDate(date string) error {
	if date == "" {
		return nil
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, date); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%q is no date such as 2025, 2025-02 or 2025-02-12", date)
}
