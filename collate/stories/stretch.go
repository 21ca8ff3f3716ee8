package stories

// stretch is the days from the first to the last on which articles came out, both
// included; zero if none of them has a day.
type stretch struct{ from, to int32 }

func onDay(day int32) stretch { return stretch{day, day} }

// with is the stretch over both.
func (a stretch) with(b stretch) stretch {
	switch {
	case a.from == 0:
		return b
	case b.from == 0:
		return a
	}
	return stretch{min(a.from, b.from), max(a.to, b.to)}
}

// far reports whether an article of the one and an article of the other are too
// many days apart to be of one happening. Law: a.far(b) == b.far(a).
func (a stretch) far(b stretch) bool {
	return a.from != 0 && b.from != 0 && (a.to-b.from > farthest || b.to-a.from > farthest)
}
