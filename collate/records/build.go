// Package records merges what the articles of a story say into one record:
// the same statement and the same event over articles and languages become one
// entry with all its sources; commitments open and close; each article is set
// against each entry.
package records

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"github.com/isnad-news/isnad"
)

// Build joins the stages of collating into a record. docs are ordered by
// article ID, and local, witnesses and stories speak of them by index.
func Build(docs []*isnad.Doc, list []isnad.Entity, local [][]int, witnesses []isnad.Witness, stories []isnad.Story) *isnad.Record {
	b := newBuilder(docs, list, local, witnesses)
	record := &isnad.Record{Docs: docs, Witnesses: witnesses, Stories: stories, Entities: list, Local: local}
	for _, story := range stories {
		b.story = story
		statements := b.statements()
		b.denials(statements)
		events := b.events(statements)
		commitments := b.commitments(statements, events)
		record.Entries = append(append(record.Entries, statements...), events...)
		record.Commitments = append(record.Commitments, commitments...)
	}
	return record
}

type builder struct {
	docs    []*isnad.Doc
	list    []isnad.Entity
	local   [][]int
	witness []int           // doc → index of its witness
	first   []int           // witness → its first doc
	speaks  map[[2]int]bool // person, body: the person speaks or acts for the body
	named   [][]bool        // doc, local entity: a mention names it
	story   isnad.Story
	ids     map[string]bool // of entries and commitments, in use
}

func newBuilder(docs []*isnad.Doc, list []isnad.Entity, local [][]int, witnesses []isnad.Witness) *builder {
	b := &builder{ids: map[string]bool{}, docs: docs, list: list, local: local, witness: make([]int, len(docs))}
	for w, witness := range witnesses {
		b.first = append(b.first, witness.Articles[0])
		for _, d := range witness.Articles {
			b.witness[d] = w
		}
	}
	b.affiliate()
	b.nameAll()
	return b
}

// copied reports whether doc d is a copy of an earlier article.
func (b *builder) copied(d int) bool { return b.first[b.witness[d]] != d }

// affiliate notes which persons hold an office of a body or country: those
// whose role, in any report, names it («المتحدث باسم الكرملين»).
func (b *builder) affiliate() {
	b.speaks = map[[2]int]bool{}
	for d, doc := range b.docs {
		for _, mention := range doc.Mentions {
			if mention.Entity < 0 || b.local[d][mention.Entity] < 0 {
				continue
			}
			for _, role := range mention.Roles {
				for _, inner := range doc.Mentions {
					if inner.Entity < 0 || !role.Span.Contains(inner.Span) || b.local[d][inner.Entity] < 0 {
						continue
					}
					b.speaks[[2]int{b.local[d][mention.Entity], b.local[d][inner.Entity]}] = true
				}
			}
		}
	}
}

// nameAll notes which entities each doc names, rather than tells by office alone.
func (b *builder) nameAll() {
	b.named = make([][]bool, len(b.docs))
	for d, doc := range b.docs {
		b.named[d] = make([]bool, len(doc.Entities))
		for _, mention := range doc.Mentions {
			if mention.Entity >= 0 && mention.Form == isnad.Named {
				b.named[d][mention.Entity] = true
			}
		}
	}
}

// entity is the record's entity of a party of doc d, or -1.
func (b *builder) entity(d int, party isnad.Party) int {
	if party.Entity < 0 {
		return -1
	}
	return b.local[d][party.Entity]
}

// entities of parties, ordered, each once; parties without entity are left out.
func (b *builder) entities(d int, parties []isnad.Party) []int {
	var list []int
	for _, party := range parties {
		if e := b.entity(d, party); e >= 0 {
			list = append(list, e)
		}
	}
	return unique(list)
}

func unique(list []int) []int {
	sort.Ints(list)
	n := 0
	for i, v := range list {
		if i == 0 || v != list[n-1] {
			list[n] = v
			n++
		}
	}
	return list[:n]
}

func union(a, b []int) []int { return unique(append(append([]int(nil), a...), b...)) }

// common counts the values that two ordered lists share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// witnesses counts the independent witnesses among the sources: those of the
// articles that do not deny, or of all where every one does.
func (b *builder) witnesses(sources []isnad.Source, stances []isnad.Stance) int {
	denies := map[int]bool{}
	for _, stance := range stances {
		denies[stance.Article] = stance.Kind == isnad.DeniesIt
	}
	telling, all := map[int]bool{}, map[int]bool{}
	for _, source := range sources {
		all[b.witness[source.Article]] = true
		if !denies[source.Article] {
			telling[b.witness[source.Article]] = true
		}
	}
	if len(telling) == 0 {
		return len(all)
	}
	return len(telling)
}

// identify names an entry by what its sources point at.
func (b *builder) identify(prefix string, sources []isnad.Source, span func(isnad.Source) isnad.Span) string {
	keys := make([]string, len(sources))
	for i, source := range sources {
		at := span(source)
		article := b.docs[source.Article].Article
		keys[i] = fmt.Sprintf("%s %s %d %d", article.ID, article.Version, at.Start, at.End)
	}
	sort.Strings(keys)
	return b.own(prefix, keys)
}

// own is an ID that nothing else in the record has: two statements of one report
// may stand on the same words.
func (b *builder) own(prefix string, keys []string) string {
	for {
		id := prefix + digest(keys)
		if !b.ids[id] {
			b.ids[id] = true
			return id
		}
		keys = append(keys, "again")
	}
}

func digest(keys []string) string {
	h := sha256.New()
	for _, key := range keys {
		h.Write([]byte(key))
		h.Write([]byte{'\n'})
	}
	return hex.EncodeToString(h.Sum(nil)[:5])
}

// rank is the place of doc d in the story's order.
func (b *builder) rank(d int) int {
	for i, article := range b.story.Articles {
		if article == d {
			return i
		}
	}
	return -1
}
