package wikidata

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// position is what an item of an office says: the key of the office and where
// it is held.
type position struct{ office, of string }

// held is an office of a person as the dump has it.
type held struct {
	Position string
	From, To string
	AsOf     string
}

// mostHeld bounds the offices of one person.
const mostHeld = 100

// heldIn reads the offices of a person that have a beginning, and an end or
// nothing that says there must be one.
func (im *Importer) heldIn(claims properties, modified string) (list []held) {
	asOf := im.options.Today.Format("2006-01-02")
	if seen := dateOf([]byte(`{"time":"+` + onlyDate(modified) + `","precision":11}`)); seen != "" {
		asOf = min(asOf, seen)
	}
	positions, dead := claims.list(positionOf), len(claims[died]) > 0
	for i := range positions {
		c := &positions[i]
		from, began := c.day(startTime)
		to, ended := c.day(endTime)
		h := held{Position: c.item(), From: from, To: to, AsOf: asOf}
		if h.Position == "" || from == "" || !began || !ended || to == "" && dead || len(list) == mostHeld {
			im.counts.Left++
			continue
		}
		list = append(list, h)
	}
	return list
}

// onlyDate keeps the signs that a time may have.
func onlyDate(time string) string {
	if strings.Trim(time, "0123456789-:TZ") != "" {
		return ""
	}
	return time
}

// learn keeps what later or earlier items may name: codes of countries, and
// offices of countries and bodies.
func (im *Importer) learn(id string, claims properties, label string) {
	codes := claims.list(countryCode)
	for i := range codes {
		code := text(codes[i].Mainsnak.Datavalue.Value)
		if _, ok := im.facts.CountryRow(code); ok && len(im.codes) < mostCodes {
			im.codes[id] = code
		}
	}
	if claims[positionOf] != nil || len(im.positions) >= mostPositions {
		return // a person
	}
	if p, ok := im.positionNamed(label); ok {
		im.positions[id] = p
	}
}

// positionNamed reads "President of Veldania".
func (im *Importer) positionNamed(name string) (position, bool) {
	title, place, ok := strings.Cut(name, " of the ")
	if !ok {
		title, place, ok = cutLast(name, " of ")
	}
	key := offices()[strings.ToLower(strings.TrimSpace(title))]
	if !ok || key == "" {
		return position{}, false
	}
	var found []string
	for _, row := range im.facts.Named(place) {
		switch {
		case row.IsCountry():
			found = append(found, row.Country)
		case row.Class == known.Union:
			found = append(found, row.ID)
		}
	}
	if len(found) != 1 {
		return position{}, false
	}
	return position{key, found[0]}, true
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// code returns the alpha-3 code of the country that an item is, or "".
func (im *Importer) code(item string) string {
	if code := im.codes[item]; code != "" {
		return code
	}
	return countries()[item]
}

// resolve gives a row its country and offices.
func (im *Importer) resolve(p *pending) {
	row := &p.Row
	if row.Country == "" {
		row.Country = im.code(p.Country)
	}
	if row.IsCountry() && row.Country == "" {
		row.Class = known.Region // one that is no more
	}
	for _, h := range p.Held {
		at, ok := im.positions[h.Position]
		if !ok || !im.options.Trust {
			im.counts.Left++
			continue
		}
		im.counts.Offices++
		row.Offices = append(row.Offices, isnad.Office{Text: at.office, Lang: isnad.English, From: h.From, To: h.To})
		row.Of = append(row.Of, at.of)
		if h.To == "" {
			row.AsOf = h.AsOf
		}
	}
	if len(p.Held) > 0 && len(row.Offices) > 0 {
		row.Sources += trusted
	}
}

// trusted is what sources say of offices that one source gives and the user
// believes.
const trusted = "; trusted by the user who imported it"
