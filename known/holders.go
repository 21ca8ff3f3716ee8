package known

import "slices"

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
// hand-over, so that the caller can see that it is unsure; none if the lists
// do not say. Where a list knows a beginning or an end to the year or month
// only, nobody is returned for days within that year or month; a day that is
// itself a year or month must be covered whole, and one of another form (a
// week) has no holder. Offices without an end are
// taken to last: Row.AsOf tells when that was last confirmed.
func (f *Facts) Holders(country, office string, day string) []*Row {
	if day == "" || checkDate(day) != nil {
		return nil
	}
	var rows []*Row
	for _, h := range f.holders[post{country, office}] {
		if h.covers(day) && !slices.Contains(rows, h.row) {
			rows = append(rows, h.row)
		}
	}
	return rows
}

// covers reports whether the office was surely held from the first to the
// last day that day can mean. ISO dates of one length compare as strings.
func (h holding) covers(day string) bool {
	return last(h.from) <= first(day) && (h.to == "" || last(day) <= first(h.to))
}

// first returns the first day that a year, month or day can mean.
func first(date string) string { return date + "-01-01"[min(len(date)-len("2006"), len("-01-01")):] }

// last returns a string that no day of the year, month or day exceeds.
func last(date string) string { return date + "-12-31"[min(len(date)-len("2006"), len("-12-31")):] }
