// Package mentions finds the people, bodies, places and occasions that a
// report names, the offices that it gives them, and who is meant where it
// names an office alone.
//
// It works by lists and rules over each language's small grammar of names (the
// known facts, given names, role nouns with their complements, head nouns of
// bodies), and where those pass over a name, by learned models. What one passage
// names whole is known when another names it short.
package mentions

import (
	"slices"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// Annotate fills doc.Mentions, ordered by span, and doc.Entities, in the order
// of their first mention, countries that only their capitals bring in last. It reads nothing else of doc but its article.
//
// A mention's span leaves proclitics out. Names inside the name of a body are
// mentions of their own only where the body is a person's («إدارة …»); others
// that are known stand in [isnad.Mention.Inner]. A
// mention by role is resolved inside the report, else by the known facts for
// the day of publication, else it stands for someone known by role alone; one
// that could be anybody's is left out.
func Annotate(r *reading.Reading, facts *known.Facts, doc *isnad.Doc) {
	f := newFinder(r, facts)
	for i := range r.Passages {
		f.enter(i)
		f.passage()
	}
	c := newCircle(f)
	c.named()
	c.short()
	c.byRole()
	c.learned()
	c.powers()
	c.pairs()
	c.fill(doc)
}

// fill writes the drafts that came to something into doc.
func (c *circle) fill(doc *isnad.Doc) {
	slices.SortStableFunc(c.drafts, func(a, b draft) int {
		switch {
		case a.span == b.span:
			return 0
		case a.span.Before(b.span):
			return -1
		}
		return 1
	})
	index := make([]int, len(c.people))
	for i := range index {
		index[i] = -1
	}
	enter := func(local int) int {
		if index[local] < 0 {
			index[local] = len(doc.Entities)
			doc.Entities = append(doc.Entities, c.people[local].entity(doc.Article.Lang != isnad.English))
		}
		return index[local]
	}
	var shown []int // the draft of each mention
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.entity < 0 && len(d.members) == 0 || i > 0 && d.span == c.drafts[i-1].span {
			continue
		}
		m := isnad.Mention{Span: d.span, Kind: d.kind, Form: d.form, Entity: -1, By: d.by}
		if d.entity >= 0 {
			m.Entity = enter(d.entity)
		}
		for _, member := range d.members {
			m.Members = append(m.Members, enter(member))
		}
		for _, r := range d.roles {
			m.Roles = append(m.Roles, r.Role)
		}
		doc.Mentions = append(doc.Mentions, m)
		shown = append(shown, i)
	}
	for i, draft := range shown {
		doc.Mentions[i].Inner = c.inner(&c.drafts[draft], index)
	}
	c.capitals(doc)
}
