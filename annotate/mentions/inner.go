package mentions

import (
	"github.com/isnad-news/isnad"
)

// inner returns the known names inside a draft's name, in order and without
// overlap: what begins behind its first word, and there the longest first.
// Their entities are those that the report names with the same row.
func (c *circle) inner(d *draft, index []int) []isnad.InnerName {
	if d.form != isnad.Named || d.kind == isnad.Person || d.at.to-d.at.from < 2 {
		return nil
	}
	c.enter(d.at.passage)
	var list []isnad.InnerName
	for i := d.at.from + 1; i < d.at.to; {
		m, ok := c.known(i)
		if !ok || i+m.n > d.at.to || m.row.ID == d.row || c.doubtful(i, m) || c.adjective(i, m) {
			i++
			continue
		}
		inner := isnad.InnerName{Span: c.span(i, i+m.n, m.sense), Kind: m.row.Kind, Entity: -1, Known: m.row.ID}
		if local, ok := c.byKey[m.row.ID]; ok && index[local] >= 0 {
			inner.Entity = index[local]
		}
		if d.span.Contains(inner.Span) {
			list = append(list, inner)
		}
		i += m.n
	}
	return list
}

// adjective reports whether a known name of one word is rather the adjective of
// belonging that agrees with the name it stands in: «الخارجية السعودية».
func (c *circle) adjective(i int, m match) bool {
	if m.n > 1 || m.row.Kind != isnad.Place {
		return false
	}
	_, ok := c.facts.Demonym(m.sense.key)
	return ok
}
