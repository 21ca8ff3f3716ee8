package known

// Match returns the rows of the longest name that the folded word keys begin
// with, and how many words it has: no rows and 0 if there is none. Several
// rows come back if the name is ambiguous, in the order of the files. Keys
// are those of [lang.Token], consecutive, marks included. Folding loses
// capitals: the caller checks that a Latin name has one. The result is shared
// and must not be changed. The first look-up on a Facts indexes its names;
// those after it allocate nothing.
//
// [lang.Token]: https://pkg.go.dev/github.com/isnad-news/isnad/lang#Token
func (f *Facts) Match(keys []string) (ids []string, n int) {
	x := f.indexed()
	return x.names.longest(keys, x.ids)
}

// MatchStrict is Match over the names that are common words too («مالي»
// "Mali" and "financial", "X"), or that only a machine would write. They
// count where something else speaks for a name: quotation marks around them,
// or "on", «على» or «منصة» before a medium. Match never returns them.
func (f *Facts) MatchStrict(keys []string) (ids []string, n int) {
	x := f.indexed()
	return x.strict.longest(keys, x.ids)
}

// Capitals reports whether the name that is made up of keys is an
// abbreviation that the lists write in capitals only (US, EU, IAEA): in a
// text of mixed case it counts only where it is so written.
func (f *Facts) Capitals(keys []string) bool {
	x := f.indexed()
	ids, n := x.capitals.longest(keys, x.ids)
	return len(ids) > 0 && n == len(keys)
}

// indexed returns the indexes of f and makes them if there are none yet.
func (f *Facts) indexed() *indexes {
	f.once.Do(f.index)
	return &f.indexes
}

func (f *Facts) index() { f.indexes.build(f.table.rows) }
