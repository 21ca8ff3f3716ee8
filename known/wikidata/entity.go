package wikidata

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// The properties that are read.
const (
	instanceOf  = "P31"
	ofCountry   = "P17"
	citizenship = "P27"
	positionOf  = "P39"
	countryCode = "P298" // ISO 3166-1 alpha-3
	died        = "P570"
	startTime   = "P580"
	endTime     = "P582"
)

// claim is one statement about an item.
type claim struct {
	Mainsnak   snak            `json:"mainsnak"`
	Qualifiers json.RawMessage `json:"qualifiers"`
	Rank       string          `json:"rank"`
}

type snak struct {
	Datavalue struct {
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// parts are the members of an entity that are read, as they are written.
type parts struct {
	id, kind, modified                 string
	labels, aliases, claims, sitelinks []byte
}

var itemForm = regexp.MustCompile(`^Q[1-9][0-9]{0,15}$`)

// partsOf reads the entity that line begins with, and says where it ends.
func partsOf(line []byte) (p parts, end int, err error) {
	end, err = walk(line, func(name, value []byte) {
		switch string(name) {
		case "id":
			p.id = text(value)
		case "type":
			p.kind = text(value)
		case "modified":
			p.modified = text(value)
		case "labels":
			p.labels = value
		case "aliases":
			p.aliases = value
		case "claims":
			p.claims = value
		case "sitelinks":
			p.sitelinks = value
		}
	})
	if err == nil && p.id == "" {
		err = errors.New("an entity without an id")
	}
	return p, end, err
}

// text is the string that a JSON value is, or "".
func text(value []byte) (s string) {
	if json.Unmarshal(value, &s) != nil {
		return ""
	}
	return s
}

// entity takes what is wanted of one entity.
func (im *Importer) entity(p parts) error {
	if !itemForm.MatchString(p.id) || p.kind != "" && p.kind != "item" {
		im.counts.Other++ // a property or a lexeme
		return nil
	}
	claims, err := propertiesOf(p.claims)
	if err != nil {
		return err
	}
	label, err := englishLabel(p.labels)
	if err != nil {
		return err
	}
	im.learn(p.id, claims, label)
	class, ok := classOf(claims.list(instanceOf))
	switch {
	case !ok || !im.wants(class.kind):
		im.counts.Other++
		return nil
	case sitelinks(p.sitelinks) < im.options.MinSitelinks:
		im.counts.Few++
		return nil
	}
	return im.row(p, class, claims)
}

// row takes an entity of a class that is wanted.
func (im *Importer) row(p parts, class class, claims properties) error {
	names, dropped, err := namesOf(p)
	if err != nil {
		return err
	}
	im.counts.Names += dropped
	if len(names) == 0 {
		im.counts.Unnamed++
		return nil
	}
	row := known.Row{
		ID: "wd-" + strings.ToLower(p.id), Kind: class.kind, Class: class.class, Names: names, Sources: "Wikidata " + p.id,
	}
	row.Strict = strict(&row)
	of := ofCountry
	if class.kind == isnad.Person {
		of = citizenship
	}
	kept := pending{Item: p.id, Row: row, Country: single(claims.list(of))}
	if im.isKnown(&kept) {
		im.counts.Known++
		return nil
	}
	if class.kind == isnad.Person {
		kept.Held = im.heldIn(claims, p.modified)
	}
	return im.keep(kept)
}

// properties are the claims of an entity that are read, as they are written.
type properties map[string][]byte

func propertiesOf(raw []byte) (properties, error) {
	found := properties{}
	if len(raw) == 0 {
		return found, nil
	}
	err := members(raw, func(name, value []byte) {
		switch string(name) {
		case instanceOf, ofCountry, citizenship, positionOf, countryCode, died:
			found[string(name)] = value
		}
	})
	return found, err
}

// list parses the claims of one property, those of a better rank first. A
// property whose value is of another shape is as if it were not there.
func (p properties) list(name string) []claim {
	var list []claim
	if raw := p[name]; raw == nil || json.Unmarshal(raw, &list) != nil || len(list) > mostClaims {
		return nil
	}
	return standing(list)
}

// mostClaims bounds how often an item may have one property that is read.
const mostClaims = 1000

// standing returns the claims that were not deprecated, and of these the
// preferred ones first.
func standing(list []claim) []claim {
	var preferred, normal []claim
	for _, c := range list {
		switch c.Rank {
		case "deprecated":
		case "preferred":
			preferred = append(preferred, c)
		default:
			normal = append(normal, c)
		}
	}
	return append(preferred, normal...)
}

// item returns the item that the claim names, or "".
func (c *claim) item() string {
	var v struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(c.Mainsnak.Datavalue.Value, &v) != nil || !itemForm.MatchString(v.ID) {
		return ""
	}
	return v.ID
}

// day returns the qualifier as a date to the day, month or year; "" if there is
// none or it is vaguer, and ok false if there are several.
func (c *claim) day(property string) (date string, ok bool) {
	if len(c.Qualifiers) == 0 {
		return "", true
	}
	var list []snak
	_ = members(c.Qualifiers, func(name, value []byte) {
		if string(name) == property && json.Unmarshal(value, &list) != nil {
			list = nil
		}
	})
	if len(list) == 0 {
		return "", true
	}
	if len(list) > 1 {
		return "", false
	}
	date = dateOf(list[0].Datavalue.Value)
	return date, date != ""
}

// dateOf reads "+2020-01-20T00:00:00Z" as far as its precision goes: 9 is a
// year, 10 a month, 11 a day.
func dateOf(value []byte) string {
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
	}
	if json.Unmarshal(value, &v) != nil || len(v.Time) < len("+2006-01-02") || v.Time[0] != '+' {
		return ""
	}
	lengths := map[int]string{9: "2006", 10: "2006-01", 11: "2006-01-02"}
	layout := lengths[v.Precision]
	if layout == "" {
		return ""
	}
	date := v.Time[1 : 1+len(layout)]
	if _, err := time.Parse(layout, date); err != nil {
		return ""
	}
	return date
}

// single returns the one item that the claims name which still hold: the only
// one, or the only one preferred; else "".
func single(claims []claim) string {
	found := ""
	preferred := len(claims) > 0 && claims[0].Rank == "preferred"
	for i := range claims {
		c := &claims[i]
		end, ok := c.day(endTime)
		item := c.item()
		if preferred && c.Rank != "preferred" || end != "" || !ok || item == "" || item == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = item
	}
	return found
}

// sitelinks counts the pages about an item.
func sitelinks(raw []byte) (n int) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return 0
	}
	if members(raw, func(_, _ []byte) { n++ }) != nil {
		return 0
	}
	return n
}
