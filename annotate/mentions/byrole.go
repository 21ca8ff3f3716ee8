package mentions

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// leaders are the offices that "leader" can stand for.
var leaders = []string{"president", "prime minister", "king", "queen", "emir", "sultan", "supreme leader", "chancellor", "crown prince", "leader"}

// byRole resolves the mentions by office alone, in the order of the text.
func (c *circle) byRole() {
	c.order = c.personDrafts()
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.form != isnad.ByRole {
			continue
		}
		a := &d.roles[0]
		if found := c.carrier(a, d.span.Start); found >= 0 && (!a.vague || c.fits(a, &c.people[found]) >= surely) {
			c.join(found, d)
			continue
		}
		if d.quoted {
			if found := c.lastPerson(d); found >= 0 {
				d.by = "what an aside says of the one named before it"
				c.join(found, d)
				continue
			}
		}
		if !a.vague {
			c.outside(d, a)
		}
	}
}

// surely is the least fit for which one of perhaps several is the one whom the
// report names.
const surely = 3

// carriers bounds the people who are weighed for an office: no report gives
// offices to more, and a text that does is hostile.
const carriers = 500

// carrier returns the person of the report who carries office a best, or -1.
func (c *circle) carrier(a *role, at int) int {
	best, score, weighed := []int(nil), 0, 0
	for i := range c.people {
		l := &c.people[i]
		if l.kind != isnad.Person || len(l.roles) == 0 && l.row == nil {
			continue
		}
		if weighed++; weighed > carriers {
			break
		}
		s := c.fits(a, &c.people[i])
		if s > score {
			best, score = best[:0], s
		}
		if s == score && s > 0 {
			best = append(best, i)
		}
	}
	return c.latest(best, at)
}

// fits scores how well l carries a: 0 if not at all, 4 for the same office and
// country in the text, less where one of them is left open.
func (c *circle) fits(a *role, l *local) int {
	score := 0
	for i := range l.roles {
		score = max(score, c.sameRole(a, &l.roles[i], l))
	}
	return max(score, c.heldBy(a, l))
}

func (c *circle) sameRole(a, b *role, l *local) int {
	if a.former != b.former || a.deputy != b.deputy || a.has('n') && a.country == "" && b.country != "" {
		return 0
	}
	score := 4
	if !covers(a, b.office) {
		if !a.has('n') || a.country == "" {
			return 0
		}
		score = 2
	}
	country := b.country
	if country == "" && l.row != nil {
		country = l.row.Country
	}
	switch {
	case a.country == country, a.country == "" && b.country == "":
	case a.country == "":
		score--
	case country == "":
		score -= 2
	default:
		return 0
	}
	switch {
	case len(a.of) > 0 && len(b.of) > 0 && !same(a.of, b.of):
		return 0
	case len(a.of) > 0 && len(b.of) == 0:
		return 0
	case len(a.of) == 0 && len(b.of) > 0:
		score--
	}
	if len(a.people) > 0 && !same(a.people, b.people) {
		return 0
	}
	return score
}

// covers reports whether the office word of a can stand for office.
func covers(a *role, office string) bool {
	switch a.office {
	case office:
		return true
	case "leader":
		return isLeader(office)
	case "minister":
		return strings.HasSuffix(office, " minister") || strings.HasSuffix(office, " secretary")
	}
	return false
}

func isLeader(office string) bool {
	for _, leader := range leaders {
		if office == leader {
			return true
		}
	}
	return false
}

// heldBy scores the offices that the known facts give l: 3 if it is held on
// the day of publication, 2 if the day is unknown.
func (c *circle) heldBy(a *role, l *local) int {
	if l.row == nil || l.row.Sources == known.Unchecked || len(l.seen) == 0 {
		return 0
	}
	score := 0
	for i, held := range l.row.Offices {
		if !coversHeld(a, held.Text) || !c.heldAt(a, l.row.Of[i]) {
			continue
		}
		switch on := c.held(held); {
		case a.former:
			if c.day != "" && held.To != "" && held.To < c.day[:min(len(held.To), len(c.day))] {
				score = max(score, 3)
			}
		case c.day == "":
			score = max(score, 2)
		case on:
			score = max(score, 3)
		}
	}
	return score
}

// held reports whether an office is held on the day of publication.
func (c *circle) held(o isnad.Office) bool {
	if c.day == "" {
		return false
	}
	from, to := o.From, o.To
	return from[:min(len(from), len(c.day))] <= c.day && (to == "" || to >= c.day[:min(len(to), len(c.day))])
}

func coversHeld(a *role, office string) bool {
	if a.has('n') {
		return isLeader(office)
	}
	if a.deputy {
		return deputyOf(a.office) == office
	}
	return covers(a, office)
}

func deputyOf(office string) string {
	if office == "president" {
		return "vice president"
	}
	return "deputy " + office
}

// heldAt reports whether an office held at of can be the one that a names.
func (c *circle) heldAt(a *role, of string) bool {
	switch {
	case len(a.of) > 0:
		return same(a.of, []string{of})
	case a.country != "":
		return a.country == of
	}
	return false
}

// outside resolves a draft by the known facts, or makes someone known by role
// alone where the role is particular enough.
func (c *circle) outside(d *draft, a *role) {
	if row, office := c.holderOf(a); row != nil {
		i, ok := c.byKey[row.ID]
		if !ok {
			i = c.add(row.ID, local{kind: isnad.Person, row: row,
				why: office + " on " + c.day + " by the known facts (row " + row.ID + ")"})
			c.people[i].title = row.Label(c.p.Lang)
		}
		d.by = "holder of the office on the day"
		c.join(i, d)
		return
	}
	if a.has('t') || a.has('n') || a.whose || a.country == "" && len(a.of) == 0 && len(a.people) == 0 {
		return
	}
	key := strings.Join(append([]string{"role", a.office, a.country, flag(a.former), flag(a.deputy)}, a.of...), " ")
	i, ok := c.byKey[key]
	if !ok {
		i = c.add(key, local{kind: isnad.Person, title: a.Text, why: "known by role alone"})
	}
	c.join(i, d)
}

func flag(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// holderOf asks the known facts who holds the office on the day: exactly one
// answer counts.
func (c *circle) holderOf(a *role) (*known.Row, string) {
	if c.day == "" || a.former || a.has('n') && a.country == "" {
		return nil, ""
	}
	places := a.of
	if len(places) == 0 && a.country != "" {
		places = []string{a.country}
	}
	offices := []string{a.office}
	if a.deputy {
		offices = []string{deputyOf(a.office)}
	}
	if a.office == "leader" {
		offices = leaders
	}
	if a.has('n') {
		// A counterpart holds the office of whom the report compares, which the
		// lists do not know of.
		return nil, ""
	}
	var found *known.Row
	office := ""
	for _, place := range places {
		for _, o := range offices {
			for _, row := range c.facts.Holders(place, o, c.day) {
				if found != nil && found != row {
					return nil, ""
				}
				found, office = row, o
			}
		}
	}
	return found, office
}

// lastPerson returns the person named last before d in the same passage.
func (c *circle) lastPerson(d *draft) int {
	at, _ := slices.BinarySearchFunc(c.order, d.span.Start, func(i, start int) int { return c.drafts[i].span.End - start })
	if at < len(c.order) && c.drafts[c.order[at]].span.End == d.span.Start {
		at++
	}
	if at == 0 || c.drafts[c.order[at-1]].at.passage != d.at.passage {
		return -1
	}
	return c.drafts[c.order[at-1]].entity
}

// personDrafts orders the drafts that name persons by where they stand.
func (c *circle) personDrafts() []int {
	var order []int
	for i := range c.drafts {
		if d := &c.drafts[i]; d.kind == isnad.Person && d.form == isnad.Named && d.entity >= 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return c.drafts[a].span.End - c.drafts[b].span.End })
	return order
}
