// Package copies finds articles that are one text: the same report carried by
// two outlets, an agency's story printed with other words around it, a later
// version of one article. Copies count as one witness.
package copies

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/isnad-news/isnad"
)

// Group returns the witnesses: every article is in exactly one, copies
// together. Two articles are copies if they are versions of one article, have
// the same words, or share enough word triples and rare words; what
// [Boilerplate] finds in them is left out of that. A text that is a copy of two
// others which are none of each other goes with one of them. Articles within a
// witness stand in order of descent: one whose outlet another credits comes
// first, then by publication and by ID; witnesses are ordered by the
// publication of their first article. The result does not depend on the order
// of docs but for the indexes in it.
func Group(docs []*isnad.Doc) []isnad.Witness {
	c := collect(docs)
	of := groups(c.texts, c.versions(), verify(c.texts, candidates(c.texts)))
	sets := map[int][]int{}
	for i := range docs {
		sets[of[c.of[i]]] = append(sets[of[c.of[i]]], i)
	}
	witnesses := make([]isnad.Witness, 0, len(sets))
	for _, members := range sets {
		witnesses = append(witnesses, c.witness(members))
	}
	slices.SortFunc(witnesses, func(a, b isnad.Witness) int { return order(docs, a.Articles[0], b.Articles[0]) })
	return witnesses
}

// collection is what docs say, each text once.
type collection struct {
	docs  []*isnad.Doc
	cut   [][]int // doc → its parts that are boilerplate
	texts []text  // ordered by the least ID and version of the docs that have it
	of    []int   // doc → text
}

// collect reads docs, learns their boilerplate and numbers their texts.
func collect(docs []*isnad.Doc) *collection {
	list, ids := readAll(docs), make([]int, len(docs))
	c := &collection{docs: docs, cut: boilerplate(list), of: make([]int, len(docs))}
	for i := range ids {
		ids[i] = i
	}
	slices.SortStableFunc(ids, func(a, b int) int {
		x, y := docs[a].Article, docs[b].Article
		return cmp.Or(cmp.Compare(x.ID, y.ID), cmp.Compare(x.Version, y.Version))
	})
	seen := map[[sha256.Size]byte]int{}
	for _, i := range ids {
		t := newText(&list[i], c.cut[i])
		at, ok := seen[t.same]
		if !ok {
			at = len(c.texts)
			seen[t.same] = at
			c.texts = append(c.texts, t)
		}
		c.texts[at].publish(docs[i].Article.Published.Time)
		c.of[i] = at
	}
	return c
}

func (c *collection) textOf(doc int) *text { return &c.texts[c.of[doc]] }

// versions are the texts of each article that has several.
func (c *collection) versions() [][]int {
	byID := map[string][]int{}
	for i, doc := range c.docs {
		byID[doc.Article.ID] = append(byID[doc.Article.ID], c.of[i])
	}
	var sets [][]int
	for _, set := range byID {
		if len(set) > 1 {
			sets = append(sets, set)
		}
	}
	return sets
}

// order compares docs by publication, then by ID, then by version.
func order(docs []*isnad.Doc, a, b int) int {
	x, y := docs[a].Article, docs[b].Article
	if x.ID == y.ID && x.Published.Time.Equal(y.Published.Time) && x.Version != y.Version {
		return cmp.Compare(x.Version, y.Version)
	}
	switch {
	case x.Before(y):
		return -1
	case y.Before(x):
		return 1
	}
	return 0
}

// witness makes one of members.
func (c *collection) witness(members []int) isnad.Witness {
	if len(members) == 1 {
		return isnad.Witness{Articles: members, Agency: c.docs[members[0]].Article.Agency.Name}
	}
	inOrder(c.docs, members)
	w := isnad.Witness{Articles: members}
	for _, i := range members {
		w.Agency = cmp.Or(w.Agency, c.docs[i].Article.Agency.Name)
	}
	w.Descent = c.descent(members)
	w.Why = c.why(w.Descent)
	return w
}

// why says why those that descend from one another are one.
func (c *collection) why(descent []isnad.Descent) string {
	least, versions := 1.0, true
	for _, d := range descent[1:] {
		versions = versions && c.docs[d.Article].Article.ID == c.docs[d.From].Article.ID
		if a, b := c.textOf(d.Article), c.textOf(d.From); a != b {
			least = min(least, a.like(b).held)
		}
	}
	switch {
	case versions:
		return "versions of one article"
	case least == 1:
		return "one text: the shorter one's words are all in the other"
	}
	return fmt.Sprintf("one text: %.0f %% of the shorter one's word triples are shared", 100*least)
}
