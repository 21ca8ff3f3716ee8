package stories

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/bitext"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/gloss"
	"github.com/isnad-news/isnad/lang/terms"
	"github.com/isnad-news/isnad/lang/translit"
)

// collector gathers the features of one doc.
type collector struct {
	doc    *isnad.Doc
	joined []uint32
	across *bitext.List
	found  []counted
	at     map[place]int // → found
	sizes  [kinds]int
	labels map[place]string
}

// counted is a feature while it is counted.
type counted struct {
	place
	zones zone
	count int
	share uint8
}

var most = [kinds]int{term: mostTerms, name: mostNames, spot: mostPlaces, number: mostFigure, date: mostFigure, concept: mostSenses, sense: mostSenses}

// add counts a feature once more. Of each kind those that come first are kept.
func (c *collector) add(k kind, key uint32, where zone, n int) (place, bool) {
	at := placeOf(k, key)
	i, ok := c.at[at]
	if !ok {
		if c.sizes[k] >= most[k] {
			return at, false
		}
		c.sizes[k]++
		i = len(c.found)
		c.at[at] = i
		c.found = append(c.found, counted{place: at, share: whole})
	}
	f := &c.found[i]
	f.zones |= where
	f.count += n
	return at, true
}

// words adds the words of the title, then those of the body.
func (c *collector) words() {
	read := 0
	var list []terms.Term
	for _, title := range [...]bool{true, false} {
		for _, part := range c.doc.Article.Parts {
			if (part.Kind == isnad.Title) != title || !part.Kind.Reads() || part.Kind == isnad.Caption {
				continue
			}
			text := c.doc.Words(part.Span)
			list = terms.Append(list[:0], text)
			for _, t := range list {
				if read++; read > mostRead {
					return
				}
				where := inBody
				switch {
				case title:
					where = inTitle
				case read <= leadTerms:
					where |= inLead
				}
				c.word(t.Key, text[t.Start:t.End], where)
			}
		}
	}
}

// leastWord is how many letters a word has at least that is compared.
const leastWord = 2

func (c *collector) word(stem, written string, where zone) {
	if digits(stem) {
		if len(stem) > 1 {
			if at, ok := c.add(number, key(stem), where, 1); ok {
				c.label(at, stem)
			}
		}
		return
	}
	if utf8.RuneCountInString(stem) < leastWord || arabic.IsStop(stem) || english.IsStop(stem) {
		return
	}
	if at, ok := c.add(term, key(stem), where, 1); ok && where&inTitle != 0 {
		c.label(at, written)
	}
	latin, concepts := written[0] < utf8.RuneSelf, gloss.Arabic
	if latin {
		concepts = gloss.English
	}
	c.senses(stem, latin, where)
	for _, one := range concepts(written) {
		if at, ok := c.add(concept, key(one), where, 1); ok && where&inTitle != 0 {
			c.label(at, one)
		}
	}
}

func (c *collector) label(at place, written string) {
	if _, ok := c.labels[at]; !ok {
		c.labels[at] = strings.Clone(written)
	}
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// names adds who and where the article names, once for each mention.
func (c *collector) names() {
	counts, zones, named := make([]int, len(c.doc.Entities)), make([]zone, len(c.doc.Entities)), make([]bool, len(c.doc.Entities))
	kinds := make([]isnad.EntityKind, len(c.doc.Entities))
	for i := range c.doc.Mentions {
		mention := &c.doc.Mentions[i]
		if mention.Entity < 0 {
			continue
		}
		counts[mention.Entity]++
		zones[mention.Entity] |= c.zone(mention.Span)
		named[mention.Entity] = named[mention.Entity] || mention.Form == isnad.Named || mention.Form == ""
		if kinds[mention.Entity] == "" {
			kinds[mention.Entity] = mention.Kind
		}
	}
	for e, n := range counts {
		if n == 0 {
			continue
		}
		entity := &c.doc.Entities[e]
		k := name
		if cmp.Or(entity.Kind, kinds[e]) == isnad.Place {
			k = spot
		}
		if key := c.entity(e); key != 0 {
			if at, ok := c.add(k, key, zones[e], n); ok {
				c.label(at, entity.Names[0])
			}
		}
		if named[e] {
			c.sounds(k, entity.Names[0], zones[e], n)
		}
	}
}

// entity is the key of the doc's entity e: of what it was joined to, else of
// its row, else of how its name sounds; 0 if nobody could know it again.
func (c *collector) entity(e int) uint32 {
	if c.joined != nil {
		return c.joined[e]
	}
	return ownKey(&c.doc.Entities[e])
}

// leastSound is how many consonants a word has that may be known by them.
const leastSound = 3

// sounds adds the sound of each word of a name, by which it is known in the
// other script.
func (c *collector) sounds(k kind, written string, where zone, n int) {
	for _, word := range strings.Fields(written) {
		if sound := skeleton(word); len(sound) >= leastSound {
			c.add(k, key("sound", sound), where, n)
		}
	}
}

func skeleton(word string) string {
	return translit.Default().Skeleton(arabic.Bare(arabic.Fold(word)))
}

func ownKey(entity *isnad.LocalEntity) uint32 {
	if entity.Known != "" {
		return key("row", entity.Known)
	}
	if len(entity.Names) == 0 {
		return 0
	}
	var b strings.Builder
	for _, word := range strings.Fields(entity.Names[0]) {
		b.WriteString(skeleton(word))
		b.WriteByte(' ')
	}
	if b.Len() <= leastSound {
		return key("name", arabic.Fold(entity.Names[0]))
	}
	return key("name", b.String())
}

// zone is where a span stands.
func (c *collector) zone(span isnad.Span) zone {
	s := c.doc.SentenceAt(span.Start)
	switch {
	case s < 0:
		return inBody
	case c.doc.Article.Parts[c.doc.Sentences[s].Part].Kind == isnad.Title:
		return inTitle
	case s < lead:
		return inLead | inBody
	}
	return inBody
}

// figures adds the days that the text gives, other than those that are just
// counted from publication.
func (c *collector) figures() {
	for i := range c.doc.Dates {
		d := &c.doc.Dates[i]
		if len(d.Value) >= len("2006-01-02") && !d.Relative {
			c.add(date, key(d.Value), c.zone(d.Span), 1)
		}
	}
}

func (c *collector) list() (list features, shares []uint8) {
	slices.SortFunc(c.found, func(a, b counted) int { return cmp.Compare(a.place, b.place) })
	list = features{make([]place, len(c.found)), make([]mark, len(c.found))}
	for i, f := range c.found {
		list.places[i], list.marks[i] = f.place, newMark(f.zones, f.count)
		if f.kind() == sense {
			shares = append(shares, f.share)
		}
	}
	return list, slices.Clip(shares)
}
