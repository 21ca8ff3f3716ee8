package profiles

import "github.com/isnad-news/isnad"

// rank says which of several records describes an entity best: the one that
// mentions it most, of equals that of the least story ID. It does not depend on
// the order in which they came.
type rank struct {
	mentions int
	story    isnad.StoryID
}

func rankOf(entity *isnad.Entity, story isnad.StoryID) rank {
	return rank{len(entity.Mentions), story}
}

// above reports whether a rank is the better one.
func (r rank) above(other rank) bool {
	return r.mentions > other.mentions || r.mentions == other.mentions && r.story < other.story
}

// settle puts value into place if none of a better rank is there; an empty value
// says nothing.
func settle[T ~string](ranks map[string]rank, what string, r rank, place *T, value T) {
	if value == "" {
		return
	}
	if before, ok := ranks[what]; !ok || r.above(before) {
		ranks[what], *place = r, value
	}
}

// settle puts the kind and the labels of an entity into place, each where none of
// a better rank is there.
func (g *gathered) settle(entity *isnad.Entity, r rank, kind *isnad.EntityKind, labels map[isnad.Lang]string) {
	key := string(entity.ID)
	settle(g.ranks, key+" kind", r, kind, entity.Kind)
	for lang, label := range entity.Label {
		place := labels[lang]
		if settle(g.ranks, key+" label "+string(lang), r, &place, label); place != "" {
			labels[lang] = place
		}
	}
}

// describe takes what is constant of an entity; each from the record of the best
// rank that knows it.
func (g *gathered) describe(entity *isnad.Entity, story isnad.StoryID) {
	p, r := &g.profile, rankOf(entity, story)
	p.ID = entity.ID
	if p.Label == nil {
		p.Label = map[isnad.Lang]string{}
	}
	g.settle(entity, r, &p.Kind, p.Label)
	settle(g.ranks, "country", r, &p.Country, entity.Country)
	settle(g.ranks, "sector", r, &p.Sector, entity.Sector)
	settle(g.ranks, "known", r, &p.Known, entity.Known)
}

// tenure is when an office is held, as far as the records know.
type tenure struct{ from, to string }

// held takes when an office is held.
func (g *gathered) held(office isnad.Office, r rank) {
	key := officeKey(office.Lang, office.Text)
	if key == "" || office.From == "" && office.To == "" {
		return
	}
	one := g.tenures[key]
	if one == nil {
		one = &tenure{}
		g.tenures[key] = one
	}
	settle(g.ranks, "from "+key, r, &one.from, office.From)
	settle(g.ranks, "to "+key, r, &one.to, office.To)
}
