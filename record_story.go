package isnad

import (
	"iter"
	"slices"
	"strings"
)

// Of restricts a record to one of its stories, so that it can be kept and shown
// by itself: its docs, what remains of their witnesses, the entities that they
// or its entries name, its entries and commitments. It is nil if r does not
// hold the story.
//
// Laws: the result passes Check if r does; its entries are those of r with the
// story, in their order, each with the same sources, only that indexes point
// into the new lists; r.Of(s).Of(s) equals r.Of(s). Docs are shared with r.
//
// An entity keeps the names that its docs give it, in the order of r, its
// mentions and offices there, and its label. A commitment that an entry of
// another story closed keeps its status and says no longer which it was.
func (r *Record) Of(story StoryID) *Record {
	for id, one := range r.ByStory() {
		if id == story {
			return one
		}
	}
	return nil
}

// ByStory goes through the stories of r in their order, each as a record of its
// own; see Of. All of them take about as long as reading r once.
func (r *Record) ByStory() iter.Seq2[StoryID, *Record] {
	return func(yield func(StoryID, *Record) bool) {
		c := newCutter(r)
		for i := range r.Stories {
			if !yield(r.Stories[i].ID, c.cut(&r.Stories[i])) {
				return
			}
		}
	}
}

// cutter knows what each story of a record holds.
type cutter struct {
	record      *Record
	witness     []int // doc → index of its witness; -1 if none
	entries     map[StoryID][]int
	commitments map[StoryID][]int
	mentions    []map[int][]Evidence // entity → doc → its mentions there, made when first asked for
}

func newCutter(r *Record) *cutter {
	c := &cutter{
		record: r, witness: make([]int, len(r.Docs)), mentions: make([]map[int][]Evidence, len(r.Entities)),
		entries: map[StoryID][]int{}, commitments: map[StoryID][]int{},
	}
	for d := range c.witness {
		c.witness[d] = -1
	}
	for i, witness := range r.Witnesses {
		for _, d := range witness.Articles {
			c.witness[d] = i
		}
	}
	for i := range r.Entries {
		c.entries[r.Entries[i].Story] = append(c.entries[r.Entries[i].Story], i)
	}
	for i := range r.Commitments {
		c.commitments[r.Commitments[i].Story] = append(c.commitments[r.Commitments[i].Story], i)
	}
	return c
}

// part is the record of one story in the making.
type part struct {
	*cutter
	docs       []int       // indexes into the whole record, ascending
	doc        map[int]int // from the whole record's indexes to the part's
	entity     map[int]int
	mentioned  []int // entities, ascending
	restricted Record
}

func (c *cutter) cut(story *Story) *Record {
	p := &part{cutter: c, docs: slices.Sorted(slices.Values(story.Articles)), doc: map[int]int{}, entity: map[int]int{}}
	for i, d := range p.docs {
		p.doc[d] = i
		p.restricted.Docs = append(p.restricted.Docs, c.record.Docs[d])
	}
	p.witnesses()
	p.story(story)
	p.entities(story.ID)
	for _, d := range p.docs {
		p.restricted.Local = append(p.restricted.Local, remap(c.record.Local[d], p.entity))
	}
	kept := map[string]bool{}
	for _, i := range c.entries[story.ID] {
		p.restricted.Entries = append(p.restricted.Entries, p.entry(&c.record.Entries[i]))
		kept[c.record.Entries[i].ID] = true
	}
	for _, i := range c.commitments[story.ID] {
		p.restricted.Commitments = append(p.restricted.Commitments, p.commitment(&c.record.Commitments[i], kept))
	}
	return &p.restricted
}

// remap gives the new indexes of old ones; -1 stays -1.
func remap(list []int, to map[int]int) []int {
	if list == nil {
		return nil
	}
	out := make([]int, len(list))
	for i, old := range list {
		out[i] = -1
		if old >= 0 {
			out[i] = to[old]
		}
	}
	return out
}

// witnesses keeps those of its docs, in their order.
func (p *part) witnesses() {
	var list []int
	for _, d := range p.docs {
		if w := p.witness[d]; w >= 0 {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	for _, i := range slices.Compact(list) {
		witness := p.record.Witnesses[i]
		var articles []int
		for _, d := range witness.Articles {
			if at, ok := p.doc[d]; ok {
				articles = append(articles, at)
			}
		}
		if len(articles) == 1 && len(witness.Articles) > 1 {
			witness.Why = ""
		}
		witness.Articles, witness.Descent = articles, p.descent(witness.Descent)
		p.restricted.Witnesses = append(p.restricted.Witnesses, witness)
	}
}

// descent keeps the lines of its docs; none if one of them came from a doc
// that the part has not.
func (p *part) descent(lines []Descent) []Descent {
	var kept []Descent
	for _, line := range lines {
		at, ok := p.doc[line.Article]
		if !ok {
			continue
		}
		from, ok := p.doc[line.From]
		if !ok && len(kept) > 0 {
			return nil
		}
		if !ok {
			line, from = Descent{}, -1
		}
		line.Article, line.From = at, from
		kept = append(kept, line)
	}
	if len(kept) < 2 {
		return nil
	}
	return kept
}

func (p *part) story(story *Story) {
	one := *story
	one.Articles = remap(story.Articles, p.doc)
	if at, ok := p.doc[story.TitleOf.Article]; ok && story.Title != "" {
		one.TitleOf.Article = at
	} else {
		one.Title, one.TitleOf = "", Evidence{}
	}
	p.restricted.Stories = []Story{one}
}

// entities keeps those that the part names.
func (p *part) entities(story StoryID) {
	used := map[int]bool{}
	add := func(lists ...[]int) {
		for _, list := range lists {
			for _, e := range list {
				used[e] = true
			}
		}
	}
	for _, d := range p.docs {
		add(p.record.Local[d])
	}
	for _, i := range p.cutter.entries[story] {
		add(p.record.Entries[i].Parties, p.record.Entries[i].Recipients, p.record.Entries[i].According)
	}
	for _, i := range p.cutter.commitments[story] {
		add(p.record.Commitments[i].By, p.record.Commitments[i].To)
	}
	delete(used, -1)
	for e := range used {
		p.mentioned = append(p.mentioned, e)
	}
	slices.Sort(p.mentioned)
	for i, e := range p.mentioned {
		p.entity[e] = i
		p.restricted.Entities = append(p.restricted.Entities, p.keep(e))
	}
}

// keep is what the part tells of an entity.
func (p *part) keep(e int) Entity {
	entity := p.record.Entities[e]
	if p.mentions[e] == nil {
		p.mentions[e] = map[int][]Evidence{}
		for _, mention := range entity.Mentions {
			p.mentions[e][mention.Article] = append(p.mentions[e][mention.Article], mention)
		}
	}
	entity.Mentions = nil
	for _, d := range p.docs {
		for _, mention := range p.mentions[e][d] {
			entity.Mentions = append(entity.Mentions, Evidence{Article: p.doc[d], Span: mention.Span})
		}
	}
	offices := entity.Offices
	entity.Offices = nil
	for _, office := range offices {
		at, ok := p.doc[office.Source.Article]
		if office.Source.Span.Empty() {
			at, ok = 0, true // from a list
		}
		if ok {
			office.Source.Article = at
			entity.Offices = append(entity.Offices, office)
		}
	}
	if names := slices.DeleteFunc(slices.Clone(entity.Names), func(name Name) bool { return !p.gives(e, name.Text) }); len(names) > 0 {
		entity.Names = names
	}
	return entity
}

// gives reports whether a doc of the part has the name for the entity.
func (p *part) gives(e int, name string) bool {
	for _, d := range p.docs {
		doc := p.record.Docs[d]
		if strings.Contains(doc.Article.Text, name) {
			return true
		}
		for local, joined := range p.record.Local[d] {
			if joined == e && slices.Contains(doc.Entities[local].Names, name) {
				return true
			}
		}
	}
	return false
}

func (p *part) entry(entry *Entry) Entry {
	one := *entry
	one.Sources = slices.Clone(entry.Sources)
	for i := range one.Sources {
		one.Sources[i].Article = p.doc[one.Sources[i].Article]
	}
	one.Stances = slices.Clone(entry.Stances)
	for i := range one.Stances {
		one.Stances[i].Article = p.doc[one.Stances[i].Article]
	}
	one.Parties, one.Recipients, one.According = remap(entry.Parties, p.entity), remap(entry.Recipients, p.entity), remap(entry.According, p.entity)
	return one
}

func (p *part) commitment(commitment *CommitmentEntry, kept map[string]bool) CommitmentEntry {
	one := *commitment
	one.Sources = slices.Clone(commitment.Sources)
	for i := range one.Sources {
		one.Sources[i].Article = p.doc[one.Sources[i].Article]
	}
	one.By, one.To = remap(commitment.By, p.entity), remap(commitment.To, p.entity)
	if !kept[one.Closed] {
		one.Closed = ""
	}
	return one
}
