package isnad

// OutletStance is how one outlet stands to an entry over all its articles in
// the entry's story.
type OutletStance struct {
	Outlet      string // name; for an article whose outlet is not known, its source
	Kind        StanceKind
	Articles    []int // those of the story, in story order: indexes into Record.Docs
	Differences []Difference
}

// Outlets rolls the stances of an entry up by outlet, in the order of their
// first articles. The plainest of an outlet's articles counts: it reports before
// it attributes before it denies before it is silent. An outlet that gives a
// different value in any article differs, unless it denies the entry.
//
// Law: every article of the entry's story is in one of them.
func (r *Record) Outlets(entry *Entry) []OutletStance {
	var list []OutletStance
	of := map[string]int{}
	for _, stance := range entry.Stances {
		name := r.Docs[stance.Article].Article.Outlet.Name
		if name == "" {
			name = r.Docs[stance.Article].Article.Source
		}
		i, known := of[name]
		if !known {
			i = len(list)
			of[name] = i
			list = append(list, OutletStance{Outlet: name, Kind: Silent})
		}
		one := &list[i]
		one.Articles = append(one.Articles, stance.Article)
		one.Differences = append(one.Differences, stance.Differences...)
		if plainer(stance.Kind, one.Kind) {
			one.Kind = stance.Kind
		}
	}
	for i := range list {
		if len(list[i].Differences) > 0 && list[i].Kind != DeniesIt {
			list[i].Kind = Differs
		}
	}
	return list
}

// plainer reports whether one stance says more for an entry than another.
func plainer(a, b StanceKind) bool {
	for _, kind := range [...]StanceKind{Reports, Attributes, Differs, DeniesIt} {
		if a == kind || b == kind {
			return a == kind && b != kind
		}
	}
	return false
}
