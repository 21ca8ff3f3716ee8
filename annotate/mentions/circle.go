package mentions

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// circle is everyone and everything that one report names, with the drafts
// that name them.
type circle struct {
	*finder
	people   []local          // bodies and places are among them
	byKey    map[string]int   // row or kind and name to index of people
	ends     map[string][]int // last word of a person's full name
	starts   map[string][]int // first word of one
	roleEnds map[place]int    // where drafts by office end, to their index
	order    []int            // drafts of persons by name, by span
}

// local is one of them.
type local struct {
	kind  isnad.EntityKind
	row   *known.Row
	keys  []string // words of the fullest name
	forms []form
	roles []role
	seen  []int // starts of its mentions, ordered
	why   string
	title string // the role of one known by role alone
}

type form struct {
	text  string
	words int
	count int
}

func newCircle(f *finder) *circle {
	return &circle{finder: f, byKey: map[string]int{}, ends: map[string][]int{}, starts: map[string][]int{}}
}

// named gives every draft by name its local, full names before short ones.
func (c *circle) named() {
	order := make([]int, 0, len(c.drafts))
	for i := range c.drafts {
		if c.drafts[i].form == isnad.Named {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &c.drafts[a], &c.drafts[b]
		return cmp.Or(-cmp.Compare(rank(x), rank(y)), cmp.Compare(x.span.Start, y.span.Start))
	})
	for _, i := range order {
		c.place(&c.drafts[i])
	}
}

// rank says how much a draft tells: a known row first, then the longer names.
func rank(d *draft) int {
	if d.row != "" {
		return 100 + len(d.keys)
	}
	return len(d.keys)
}

// place finds or makes the local of a draft by name.
func (c *circle) place(d *draft) {
	key := string(d.kind) + " " + strings.Join(d.keys, " ")
	if d.row != "" {
		key = d.row
	}
	i, ok := c.byKey[key]
	if !ok && d.kind == isnad.Person && d.row == "" {
		if i = c.like(d); i >= 0 {
			ok = true
			c.byKey[key] = i
		}
	}
	if !ok {
		if d.kind == isnad.Person && len(d.keys) == 1 && d.row == "" && len(d.roles) == 0 && d.by != reason(spoken) && d.by != reason(titled) && d.by != reasonLearned {
			d.entity = -1 // a given name alone is nobody yet
			return
		}
		i = c.add(key, local{kind: d.kind, keys: d.keys})
		if row, found := c.facts.Row(d.row); found {
			c.people[i].row = row
		}
		if d.kind == isnad.Person {
			c.enterName(i, d.keys)
		}
	}
	c.join(i, d)
}

func (c *circle) add(key string, l local) int {
	c.people = append(c.people, l)
	c.byKey[key] = len(c.people) - 1
	return len(c.people) - 1
}

// enterName makes a person's full name known by its ends.
func (c *circle) enterName(i int, keys []string) {
	if row := c.people[i].row; row != nil && len(keys) < 2 {
		keys = c.fullest(row, keys)
	}
	if len(keys) < 2 {
		return
	}
	c.people[i].keys = keys
	last, first := keys[len(keys)-1], keys[0]
	if !slices.Contains(c.ends[last], i) {
		c.ends[last] = append(c.ends[last], i)
	}
	if !slices.Contains(c.starts[first], i) {
		c.starts[first] = append(c.starts[first], i)
	}
}

// fullest returns the words of the row's first name in the report's language.
func (c *circle) fullest(row *known.Row, keys []string) []string {
	name := row.Label(c.p.Lang)
	fields := fold(name, foldAny)
	if len(fields) > len(keys) {
		return fields
	}
	return keys
}

// join makes d a mention of person i.
func (c *circle) join(i int, d *draft) {
	d.entity = i
	l := &c.people[i]
	at, _ := slices.BinarySearch(l.seen, d.span.Start)
	l.seen = slices.Insert(l.seen, at, d.span.Start)
	if len(d.keys) > len(l.keys) && d.form == isnad.Named {
		l.keys = d.keys
		if l.kind == isnad.Person {
			c.enterName(i, d.keys)
		}
	}
	for _, r := range d.roles {
		// One of each wording will do for comparing and for show.
		if !slices.ContainsFunc(l.roles, func(x role) bool { return x.Text == r.Text }) {
			l.roles = append(l.roles, r)
		}
	}
	if d.form != isnad.Named {
		return
	}
	for j := range l.forms {
		if l.forms[j].text == d.name {
			l.forms[j].count++
			return
		}
	}
	l.forms = append(l.forms, form{d.name, len(d.keys), 1})
}

// like returns the person whose full name d's words can be short for, or -1.
// Of several the one spoken of last before d is taken.
func (c *circle) like(d *draft) int {
	if len(d.keys) == 0 {
		return -1
	}
	var found []int
	if len(d.keys) == 1 {
		found = append(append(found, c.ends[d.keys[0]]...), c.starts[d.keys[0]]...)
	} else {
		for _, i := range c.ends[d.keys[len(d.keys)-1]] {
			if agree(c.people[i].keys, d.keys) || tied(d.keys[0]) && endsIn(c.people[i].keys, d.keys) {
				found = append(found, i)
			}
		}
		for _, i := range c.starts[d.keys[0]] {
			if agree(c.people[i].keys, d.keys) {
				found = append(found, i)
			}
		}
	}
	return c.latest(found, d.span.Start)
}

// agree reports whether the shorter of two full names is the longer one with
// words left out, the first word kept: «علي السالم» and «علي بن حمد السالم».
func agree(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a) == 0 || len(b) == 0 || a[0] != b[0] {
		return false
	}
	i := 0
	for _, word := range b {
		for i < len(a) && a[i] != word {
			i++
		}
		if i == len(a) {
			return false
		}
		i++
	}
	return true
}

// latest returns the one of found that was mentioned last before at, else the
// first of them; -1 if there are none.
func (c *circle) latest(found []int, at int) int {
	if len(found) == 1 {
		return found[0]
	}
	best, when := -1, -1
	for _, i := range found {
		seen := c.people[i].seen
		if n, _ := slices.BinarySearch(seen, at+1); n > 0 && seen[n-1] > when {
			best, when = i, seen[n-1]
		}
	}
	if best < 0 && len(found) > 0 {
		return found[0]
	}
	return best
}

// entity makes the local entity that doc shows. Of names of one length those
// in the script of the report come first.
func (l *local) entity(arabic bool) isnad.LocalEntity {
	slices.SortStableFunc(l.forms, func(a, b form) int {
		return cmp.Or(-cmp.Compare(a.words, b.words), cmp.Compare(foreign(a.text, arabic), foreign(b.text, arabic)), -cmp.Compare(a.count, b.count))
	})
	e := isnad.LocalEntity{Kind: l.kind, Why: l.why}
	for _, f := range l.forms {
		e.Names = append(e.Names, f.text)
	}
	if len(e.Names) == 0 && l.title != "" {
		e.Names = []string{l.title}
	}
	for _, r := range l.roles {
		if !slices.ContainsFunc(e.Roles, func(x isnad.Role) bool { return x.Text == r.Text }) {
			e.Roles = append(e.Roles, r.Role)
		}
	}
	if l.row != nil {
		e.Known = l.row.ID
	}
	return e
}

// foreign is 1 for a name that is not in the script of the report.
func foreign(name string, arabic bool) int {
	if isLatin := name != "" && name[0] < utf8.RuneSelf; isLatin == arabic {
		return 1
	}
	return 0
}
