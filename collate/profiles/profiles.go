// Package profiles gathers what the records of many stories tell of one person,
// body, place or occasion.
package profiles

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// Gatherer takes records in, one after another, and holds of each what the
// profiles need.
type Gatherer struct {
	who   isnad.Condition
	most  int
	found map[isnad.EntityID]*gathered
}

// New returns a gatherer of who is meant by a name. Lists of a profile have at
// most so many elements.
func New(who isnad.Condition, most int) *Gatherer {
	return &Gatherer{who: who, most: max(most, 1), found: map[isnad.EntityID]*gathered{}}
}

// Add takes a record of one story in.
func (g *Gatherer) Add(record *isnad.Record) {
	for e := range record.Entities {
		like := likeness(&record.Entities[e], g.who)
		if like == 0 {
			continue
		}
		one := g.found[record.Entities[e].ID]
		if one == nil {
			one = newGathered(g.most)
			g.found[record.Entities[e].ID] = one
		}
		one.likeness = max(one.likeness, like)
		one.add(record, e)
	}
}

// Profiles returns the profiles of all who are meant, those first whose ID or row
// it is, then those whose whole name it is; those of whom it is a part only if it
// is nobody's whole name. Of equals those come first whom most reports name. The
// profiles depend on the set of records alone.
func (g *Gatherer) Profiles() []*isnad.Profile {
	all := slices.Collect(maps.Values(g.found))
	slices.SortFunc(all, func(a, b *gathered) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(b.profile.Reports, a.profile.Reports), cmp.Compare(a.profile.ID, b.profile.ID))
	})
	var list []*isnad.Profile
	for _, one := range all {
		if one.likeness > partly || all[0].likeness == partly {
			list = append(list, one.finish())
		}
	}
	return list
}

// gathered is a profile in the making.
type gathered struct {
	likeness int
	most     int
	profile  isnad.Profile
	names    map[isnad.Name]map[string]int // form → outlet → mentions
	// contracted are forms behind a preposition that may have taken the first
	// letter of their article: «لسعودية» in «للسعودية», but «لبنان» in «للبنان».
	contracted map[isnad.Name]map[string]int
	offices    map[string]*isnad.OfficeUse
	company    map[isnad.EntityID]*isnad.Company
	tenures    map[string]*tenure // by key of an office
	ranks      map[string]rank    // of what describes somebody, by ID and what it is
}

func newGathered(most int) *gathered {
	return &gathered{most: most, names: map[isnad.Name]map[string]int{}, contracted: map[isnad.Name]map[string]int{}, offices: map[string]*isnad.OfficeUse{}, company: map[isnad.EntityID]*isnad.Company{}, tenures: map[string]*tenure{}, ranks: map[string]rank{}}
}

func (g *gathered) add(record *isnad.Record, e int) {
	entity, story := &record.Entities[e], record.Stories[0]
	g.describe(entity, story.ID)
	seen := newSight(record, e)
	for d := range record.Docs {
		if len(seen.mentions[d]) > 0 {
			g.report(record, d, seen.mentions[d])
		}
	}
	for _, office := range entity.Offices {
		g.held(office, rankOf(entity, story.ID))
	}
	said, happened := g.acts(record, e)
	g.beside(record, e, seen)
	for i := range record.Commitments {
		one := &record.Commitments[i]
		if (one.Status == isnad.Open || one.Status == isnad.Overdue) && (slices.Contains(one.By, e) || slices.Contains(one.To, e)) {
			g.profile.Open++
		}
	}
	story.Articles, story.Why = nil, nil
	g.profile.Stories = append(g.profile.Stories, isnad.Appearance{Story: story, Reports: seen.reports(), Of: len(record.Docs), Said: said, Happened: happened})
	g.profile.AllStories++
	g.profile.Reports += seen.reports()
	g.trim(3 * g.most)
}

// sight is where a record names an entity.
type sight struct{ mentions map[int][]int } // doc → indexes into its Mentions

func newSight(record *isnad.Record, e int) sight {
	s := sight{map[int][]int{}}
	for d, doc := range record.Docs {
		if d >= len(record.Local) {
			break
		}
		for i := range doc.Mentions {
			if local := doc.Mentions[i].Entity; local >= 0 && record.Local[d][local] == e {
				s.mentions[d] = append(s.mentions[d], i)
			}
		}
	}
	return s
}

func (s sight) reports() int { return len(s.mentions) }

// acts takes the entries that an entity has a part in, and counts them.
func (g *gathered) acts(record *isnad.Record, e int) (said, happened int) {
	for i := range record.Entries {
		entry := &record.Entries[i]
		by, to := slices.Contains(entry.Parties, e), slices.Contains(entry.Recipients, e)
		switch {
		case entry.Kind == isnad.StatementEntry && by:
			g.profile.Said = append(g.profile.Said, actOf(record, entry))
			said++
		case entry.Kind == isnad.EventEntry && (by || to):
			g.profile.Events = append(g.profile.Events, actOf(record, entry))
			happened++
		}
	}
	g.profile.AllSaid += said
	g.profile.AllEvents += happened
	return said, happened
}

func actOf(record *isnad.Record, entry *isnad.Entry) isnad.Act {
	source := entry.Sources[0]
	act := isnad.Act{
		ID: entry.ID, Story: entry.Story, Kind: entry.Kind, When: entry.When, Type: entry.Type, Mode: entry.Mode, Status: entry.Status,
		By: labels(record, entry.Parties), To: labels(record, entry.Recipients), Doc: record.Docs[source.Article],
		Statement: source.Statement, Event: source.Event, Witnesses: entry.Witnesses,
	}
	if act.When == "" {
		for _, source := range entry.Sources {
			if day := dayOf(record.Docs[source.Article].Article); day != "" && (act.When == "" || day < act.When) {
				act.When, act.Reported = day, true
			}
		}
	}
	return act
}

func labels(record *isnad.Record, entities []int) (list []map[isnad.Lang]string) {
	for _, e := range entities {
		list = append(list, record.Entities[e].Label)
	}
	return list
}

// beside counts who shares entries and reports with an entity.
func (g *gathered) beside(record *isnad.Record, e int, seen sight) {
	shared := map[int]*isnad.Company{}
	with := func(other int) *isnad.Company {
		if shared[other] == nil {
			entity := &record.Entities[other]
			one := g.company[entity.ID]
			if one == nil {
				one = &isnad.Company{ID: entity.ID, Label: map[isnad.Lang]string{}}
				g.company[entity.ID] = one
			}
			g.settle(entity, rankOf(entity, record.Stories[0].ID), &one.Kind, one.Label)
			one.Stories++
			shared[other] = one
		}
		return shared[other]
	}
	for i := range record.Entries {
		parties := slices.Concat(record.Entries[i].Parties, record.Entries[i].Recipients)
		if !slices.Contains(parties, e) {
			continue
		}
		slices.Sort(parties)
		for _, other := range slices.Compact(parties) {
			if other != e {
				with(other).Entries++
			}
		}
	}
	for d := range seen.mentions {
		near := map[int]bool{}
		for _, joined := range record.Local[d] {
			if joined >= 0 && joined != e && !near[joined] {
				near[joined] = true
				with(joined).Reports++
			}
		}
	}
}

// trim keeps the latest acts and stories.
func (g *gathered) trim(most int) {
	p := &g.profile
	p.Said, p.Events = latest(p.Said, most), latest(p.Events, most)
	slices.SortFunc(p.Stories, func(a, b isnad.Appearance) int {
		return cmp.Or(cmp.Compare(b.Story.To, a.Story.To), cmp.Compare(b.Story.From, a.Story.From), cmp.Compare(a.Story.ID, b.Story.ID))
	})
	p.Stories = p.Stories[:min(len(p.Stories), most)]
}

// latest keeps the latest acts; of one time those with most witnesses.
func latest(acts []isnad.Act, most int) []isnad.Act {
	slices.SortFunc(acts, func(a, b isnad.Act) int {
		return cmp.Or(cmp.Compare(b.When, a.When), cmp.Compare(b.Witnesses, a.Witnesses), cmp.Compare(a.Story, b.Story), cmp.Compare(a.ID, b.ID))
	})
	if len(acts) > most {
		acts = slices.Clone(acts[:most])
	}
	return acts
}

// finish orders and cuts the lists.
func (g *gathered) finish() *isnad.Profile {
	g.trim(g.most)
	p := &g.profile
	for name, outlets := range g.contracted {
		whole := isnad.Name{Lang: name.Lang, Text: alef + name.Text}
		if g.names[whole] == nil {
			whole = name
		}
		for outlet, n := range outlets {
			count(g.names, whole, outlet, n)
		}
	}
	for name, outlets := range g.names {
		use := isnad.NameUse{Name: name}
		for outlet, n := range outlets {
			use.Outlets, use.Mentions = append(use.Outlets, isnad.OutletUse{Outlet: outlet, Mentions: n}), use.Mentions+n
		}
		slices.SortFunc(use.Outlets, func(a, b isnad.OutletUse) int {
			return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Outlet, b.Outlet))
		})
		p.Names = append(p.Names, use)
	}
	slices.SortFunc(p.Names, func(a, b isnad.NameUse) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name.Lang, b.Name.Lang), cmp.Compare(a.Name.Text, b.Name.Text))
	})
	for key, use := range g.offices {
		if one := g.tenures[key]; one != nil {
			use.Held, use.Until = one.from, one.to
		}
		p.Offices = append(p.Offices, *use)
	}
	slices.SortFunc(p.Offices, func(a, b isnad.OfficeUse) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.Office.Text, b.Office.Text))
	})
	for _, one := range g.company {
		p.With = append(p.With, *one)
	}
	slices.SortFunc(p.With, func(a, b isnad.Company) int {
		return cmp.Or(cmp.Compare(b.Entries, a.Entries), cmp.Compare(b.Reports, a.Reports), cmp.Compare(b.Stories, a.Stories), cmp.Compare(a.ID, b.ID))
	})
	p.AllWith = len(p.With)
	p.With = p.With[:min(len(p.With), g.most)]
	return p
}

func dayOf(article *isnad.Article) string {
	if !article.Published.Known() {
		return ""
	}
	return article.Published.Time.Format(time.DateOnly)
}

func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }
