package known

import (
	"iter"
	"slices"
	"unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// indexes are what names are looked up in. They are made when the first name
// is asked for: a list that is laid under or over another is never asked
// itself.
type indexes struct {
	ids      []string // of the rows, by number
	names    index
	strict   index
	capitals index
	demonyms index
}

// batch is how many rows are parted into words at once.
const batch = 512

func (x *indexes) build(rows []*Row) {
	x.ids = make([]string, len(rows))
	names := 0
	for i, row := range rows {
		x.ids[i] = row.ID
		names += len(row.Names)
	}
	x.names.grow(2 * names)
	for b := range parted(rows) {
		for i, row := range rows[b.from:b.to] {
			x.addDemonyms(b.from+i, row)
		}
		x.enter(b)
	}
	for _, phrase := range notNames() {
		x.names.block(phrase)
	}
}

// parted yields the names of rows in word keys, batch after batch: the next is
// parted while one is entered. A batch is good until the next.
func parted(rows []*Row) iter.Seq[*batches] {
	return func(yield func(*batches) bool) {
		free, done := make(chan *batches, 2), make(chan *batches, 2)
		for range cap(free) {
			free <- &batches{arabic: parting{tokens: arabic.Tokens}, english: parting{tokens: english.Tokens}}
		}
		go func() {
			defer close(done)
			for from := 0; from < len(rows); from += batch {
				b, ok := <-free
				if !ok {
					return
				}
				b.part(rows, from, min(from+batch, len(rows)))
				done <- b
			}
		}()
		defer close(free)
		for b := range done {
			if !yield(b) {
				return
			}
			free <- b
		}
	}
}

// batches are the names of the rows from one number to another.
type batches struct {
	from, to        int
	arabic, english parting
	names           []waiting
}

func (b *batches) part(rows []*Row, from, to int) {
	b.from, b.to = from, to
	b.arabic.clear()
	b.english.clear()
	b.names = b.names[:0]
	for i, row := range rows[from:to] {
		b.take(from+i, row)
	}
	b.arabic.part()
	b.english.part()
}

// waiting is a name that is being parted: its numbers in the two partings, -1
// where it is not.
type waiting struct {
	row              int
	arabic, english  int
	strict, capitals bool
}

func (b *batches) take(number int, row *Row) {
	for _, name := range row.Names {
		w := waiting{row: number, arabic: -1, english: -1, strict: slices.Contains(row.Strict, name)}
		if name.Lang == isnad.Arabic {
			w.arabic = b.arabic.add(name.Text)
		} else {
			w.capitals = allCapitals(name.Text)
			w.english = b.english.add(name.Text)
			if !plainLatin(name.Text) {
				// An English name in an Arabic text meets the other tokeniser.
				w.arabic = b.arabic.add(name.Text)
			}
		}
		b.names = append(b.names, w)
	}
}

// enter moves the names of b to the indexes, in the order of the rows.
func (x *indexes) enter(b *batches) {
	for _, w := range b.names {
		target := &x.names
		if w.strict {
			target = &x.strict
		}
		if w.english >= 0 {
			keys := b.english.name(w.english)
			target.add(keys, w.row, x.ids)
			if w.capitals {
				x.capitals.add(keys, w.row, x.ids)
			}
		}
		if w.arabic >= 0 {
			target.add(b.arabic.name(w.arabic), w.row, x.ids)
		}
	}
}

// allCapitals reports whether text is an abbreviation: capitals and no small
// letters, stops and the like aside.
func allCapitals(text string) bool {
	capital := false
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		capital = capital || unicode.IsUpper(r)
	}
	return capital
}
