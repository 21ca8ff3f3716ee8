// Package known holds facts about the world as data: countries with their
// demonyms, places, bodies, named occasions, and public figures with the
// offices they held. The lists are TSV files embedded from data; a user's own
// file has the same format (docs/known.md) and is laid over them:
//
//	own, err := known.Load("facts.tsv", file)
//	facts := known.Default().With(own)
//
// Names are looked up by folded word keys, as lang/arabic and lang/english
// make them, so one look-up serves both scripts. Proclitics are the caller's
// matter: strip them before asking.
package known

import (
	"iter"
	"slices"
	"sync"

	"github.com/isnad-news/isnad"
)

// The classes that the embedded lists use. A user's file may use others.
const (
	Country    = "country"
	City       = "city"
	Region     = "region"     // continents, provinces, waters, camps: a place that is neither country nor city
	Union      = "union"      // bodies of states and their organs
	Seat       = "seat"       // a house that stands for a power: the Kremlin, the White House
	Service    = "service"    // intelligence, army, police, court, central bank
	Agency     = "agency"     // news agency
	Outlet     = "outlet"     // newspaper, channel, site
	Medium     = "medium"     // social network: a way words travel, not a speaker
	Party      = "party"      // political party or parliamentary bloc
	Armed      = "armed"      // armed group that is no state's army
	Charity    = "charity"    // relief, rights and other civil bodies
	Company    = "company"    // firm
	Sport      = "sport"      // clubs and competitions
	War        = "war"        // wars, attacks, upheavals
	Conference = "conference" // and summits, rounds of talks
	Agreement  = "agreement"  // treaties, accords
)

// Unchecked in Row.Sources says that a row was not looked up: its names may
// be matched, and it resolves no role.
const Unchecked = "unchecked"

// Row is one fact sheet: a country, place, body, person or occasion. Rows are
// shared: do not change one that a Facts has given out.
type Row struct {
	ID       string // "us", "nato", "moscow": lower-case slug, stable
	Kind     isnad.EntityKind
	Class    string       // what sort within the kind: see the constants; may be empty
	Names    []isnad.Name // every spelling in use, both languages; the first per language is the label
	Strict   []isnad.Name // those of Names that are common words too: see [Facts.MatchStrict]
	Demonyms []isnad.Name // places: masculine singular; inflections are derived
	Country  string       // ISO 3166 alpha-3: of the country itself, of a city's, body's or person's country
	Capital  string       // countries: row ID of the capital
	Sector   string       // PLOVER sector: GOV MIL JUD OPP REB …; empty if unknown
	// Offices of persons: Text is a canonical key in English ("president",
	// "foreign minister"). Of[i] says where Offices[i] is held: the alpha-3 of
	// a country or the ID of a body.
	Offices []isnad.Office
	Of      []string
	AsOf    string // day on which open offices were last confirmed; empty if nothing is open
	Sources string // where looked up; Unchecked if it was not
}

// Label returns the row's first name in language, else its first name.
func (r *Row) Label(language isnad.Lang) string {
	for _, name := range r.Names {
		if name.Lang == language {
			return name.Text
		}
	}
	if len(r.Names) > 0 {
		return r.Names[0].Text
	}
	return r.ID
}

// IsCountry reports whether the row is a country itself, not a place in one.
func (r *Row) IsCountry() bool { return r.Class == Country }

// Facts is a set of rows, indexed. It is immutable and safe for concurrent
// use. The zero value holds nothing and answers every question with no.
type Facts struct {
	table     rowTable        // the rows in the order of the files
	countries map[string]*Row // by alpha-3
	holders   map[post][]holding

	once    sync.Once
	indexes indexes   // see indexed
	hinters sync.Pool // of *Hinter
}

// Row returns the row with the given ID.
func (f *Facts) Row(id string) (*Row, bool) {
	row, _, ok := f.table.get(id)
	return row, ok
}

// CountryRow returns the row of the country with the given alpha-3 code.
func (f *Facts) CountryRow(alpha3 string) (*Row, bool) {
	row, ok := f.countries[alpha3]
	return row, ok
}

// Rows yields every row in the order of the files.
func (f *Facts) Rows() iter.Seq[*Row] { return slices.Values(f.table.rows) }

// Len is the number of rows.
func (f *Facts) Len() int { return len(f.table.rows) }

// With returns facts that hold f's rows and other's; of two rows with the
// same ID other's wins whole. Neither f nor other changes.
func (f *Facts) With(other *Facts) *Facts {
	if other == nil || other.Len() == 0 {
		return f
	}
	var t rowTable
	t.grow(f.Len() + other.Len())
	for _, row := range f.table.rows {
		if _, _, replaced := other.table.get(row.ID); !replaced {
			t.add(row)
		}
	}
	for _, row := range other.table.rows {
		t.add(row)
	}
	return build(t)
}

// build makes facts of rows.
func build(t rowTable) *Facts {
	f := &Facts{
		table:     t,
		countries: make(map[string]*Row),
		holders:   make(map[post][]holding),
	}
	for _, row := range t.rows {
		if row.IsCountry() && row.Country != "" {
			f.countries[row.Country] = row
		}
		f.addOffices(row)
	}
	return f
}
