package known

// post is an office at a place: "president" of "USA", "secretary-general" of
// "nato".
type post struct{ of, office string }

type holding struct {
	row      *Row
	from, to string
}

func (f *Facts) addOffices(row *Row) {
	if row.Sources == Unchecked {
		return
	}
	for i, office := range row.Offices {
		at := post{row.Of[i], office.Text}
		f.holders[at] = append(f.holders[at], holding{row, office.From, office.To})
	}
}

// Holders returns the persons who held office in country (alpha-3, or the ID
// of a body) on day, a TIMEX3 date: usually one; two on the day of a
// hand-over or where a year alone is known, so that the caller can see that
// it is unsure; none if the lists do not say. Offices without an end are taken
// to last; Row.AsOf tells when that was confirmed.
func (f *Facts) Holders(country, office string, day string) []*Row {
	if day == "" {
		return nil
	}
	var rows []*Row
	for _, h := range f.holders[post{country, office}] {
		if h.covers(day) && !contains(rows, h.row) {
			rows = append(rows, h.row)
		}
	}
	return rows
}

// covers reports whether the holding and day, either of which may be known to
// the month or the year only, can have a day in common. ISO dates compare as
// strings once cut to a common length.
func (h holding) covers(day string) bool {
	return !later(h.from, day) && (h.to == "" || !later(day, h.to))
}

// later reports whether all of a lies behind all of b.
func later(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] > b[:n]
}

func contains(rows []*Row, row *Row) bool {
	for _, r := range rows {
		if r == row {
			return true
		}
	}
	return false
}
