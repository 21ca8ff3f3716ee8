package isnad

import "fmt"

// Check holds laws 1, 2 and 5 for the record as a whole: it returns an error
// of kind [Invalid] unless every doc passes its own Check, every index points
// somewhere, every article is in exactly one witness and one story, every entry
// and commitment has a source that tells it, and copies count once.
func (r *Record) Check() error {
	c := checker{record: r}
	// Each check rests on those before it.
	for _, check := range []func() error{c.docs, c.witnesses, c.stories, c.entities, c.entries, c.commitments} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// checker carries what the later checks ask of the earlier ones.
type checker struct {
	record  *Record
	witness []int              // doc → index of its witness
	story   map[StoryID]*Story // by ID
	entry   map[string]bool    // IDs of entries
	told    map[Source]string  // statement or event → the entry that holds it
	through []throughOther
}

// throughOther is a stance that an article takes in another entry.
type throughOther struct {
	entry, other string
	article      int
}

func broken(subject, format string, args ...any) error {
	return Errorf(Invalid, subject, format, args...)
}

func (c *checker) docs() error {
	docs := c.record.Docs
	for i, doc := range docs {
		if err := doc.Check(); err != nil {
			return err
		}
		if i == 0 {
			continue
		}
		a, b := docs[i-1].Article, doc.Article
		if a.ID > b.ID {
			return broken(b.ID, "article is out of order")
		}
		if a.ID == b.ID && a.Version == b.Version {
			return broken(b.ID, "article is there twice")
		}
	}
	return nil
}

// partition checks that each of n articles stands in exactly one of the sets,
// none of them empty, and returns the set of each.
func (c *checker) partition(what string, n int, set func(int) []int) ([]int, error) {
	in := make([]int, len(c.record.Docs))
	for d := range in {
		in[d] = -1
	}
	for i := range n {
		if len(set(i)) == 0 {
			return nil, broken(what, "%s %d holds no article", what, i)
		}
		for _, d := range set(i) {
			if err := inRange(fmt.Sprintf("%s %d", what, i), "article", d, len(in)); err != nil {
				return nil, err
			}
			if in[d] >= 0 {
				return nil, broken(c.record.Docs[d].Article.ID, "article is in %s %d and %d", what, in[d], i)
			}
			in[d] = i
		}
	}
	for d, i := range in {
		if i < 0 {
			return nil, broken(c.record.Docs[d].Article.ID, "article is in no %s", what)
		}
	}
	return in, nil
}

func (c *checker) witnesses() (err error) {
	c.witness, err = c.partition("witness", len(c.record.Witnesses), func(i int) []int { return c.record.Witnesses[i].Articles })
	for i := range c.record.Witnesses {
		if err != nil {
			return err
		}
		err = c.descent(&c.record.Witnesses[i])
	}
	return err
}

// descent checks that every article but the first descends from one before it,
// and that what it added and left out lies in the texts.
func (c *checker) descent(witness *Witness) error {
	if len(witness.Descent) == 0 {
		return nil
	}
	if len(witness.Descent) != len(witness.Articles) {
		return broken("witness", "%d articles descend, not %d", len(witness.Descent), len(witness.Articles))
	}
	for i, d := range witness.Descent {
		id := c.record.Docs[witness.Articles[i]].Article.ID
		if d.Article != witness.Articles[i] {
			return broken(id, "descent %d is out of order", i)
		}
		if !(d.Share >= 0 && d.Share <= 1) {
			return broken(id, "article shares %v of its words", d.Share)
		}
		if i == 0 {
			if d.From != -1 || len(d.Added)+len(d.Dropped) > 0 {
				return broken(id, "first article descends from another")
			}
			continue
		}
		if !holds(witness.Articles[:i], d.From) {
			return broken(id, "article descends from none before it")
		}
		if err := firstError(inOrder(d.Added, c.record.Docs[d.Article].Article), inOrder(d.Dropped, c.record.Docs[d.From].Article)); err != nil {
			return err
		}
	}
	return nil
}

// inOrder checks that spans lie in the article's text, one behind the other.
func inOrder(spans []Span, article *Article) error {
	for i, span := range spans {
		if err := span.Check(article.Text); err != nil {
			return err
		}
		if i > 0 && span.Start < spans[i-1].End {
			return broken(article.ID, "what differs in a copy is out of order")
		}
	}
	return nil
}

func (c *checker) stories() error {
	stories := c.record.Stories
	if _, err := c.partition("story", len(stories), func(i int) []int { return stories[i].Articles }); err != nil {
		return err
	}
	c.story = make(map[StoryID]*Story, len(stories))
	for i := range stories {
		story := &stories[i]
		if story.ID == "" || c.story[story.ID] != nil {
			return broken(string(story.ID), "story has no name of its own")
		}
		c.story[story.ID] = story
		if story.From > story.To {
			return broken(string(story.ID), "story ends before it begins")
		}
		if err := c.evidence(string(story.ID), story.TitleOf); err != nil {
			return err
		}
		if story.Title != "" && story.Title != c.record.Docs[story.TitleOf.Article].Words(story.TitleOf.Span) {
			return broken(string(story.ID), "title is not the words that it points at")
		}
	}
	return nil
}

func (c *checker) entities() error {
	r := c.record
	seen := map[EntityID]bool{}
	for i := range r.Entities {
		entity := &r.Entities[i]
		if entity.ID == "" || seen[entity.ID] {
			return broken(string(entity.ID), "entity %d has no name of its own", i)
		}
		seen[entity.ID] = true
		for _, mention := range entity.Mentions {
			if err := c.evidence(string(entity.ID), mention); err != nil {
				return err
			}
		}
		for _, office := range entity.Offices {
			if err := c.evidence(string(entity.ID), office.Source); err != nil {
				return err
			}
		}
	}
	if len(r.Local) != len(r.Docs) {
		return broken("entities", "%d docs have entities, not %d", len(r.Local), len(r.Docs))
	}
	for d, list := range r.Local {
		id := r.Docs[d].Article.ID
		if len(list) != len(r.Docs[d].Entities) {
			return broken(id, "%d entities are joined, not %d", len(list), len(r.Docs[d].Entities))
		}
		for _, e := range list {
			if e < -1 || e >= len(r.Entities) {
				return broken(id, "entity joins one that is not there")
			}
		}
	}
	return nil
}

// people checks that ordered lists of entities point at entities.
func (c *checker) people(subject string, lists ...[]int) error {
	for _, list := range lists {
		for i, e := range list {
			if err := inRange(subject, "entity", e, len(c.record.Entities)); err != nil {
				return err
			}
			if i > 0 && e <= list[i-1] {
				return broken(subject, "entities are out of order")
			}
		}
	}
	return nil
}

func (c *checker) evidence(subject string, evidence Evidence) error {
	if err := inRange(subject, "article", evidence.Article, len(c.record.Docs)); err != nil {
		return err
	}
	return evidence.Span.Check(c.record.Docs[evidence.Article].Article.Text)
}

func inRange(subject, what string, i, n int) error {
	if i < 0 || i >= n {
		return broken(subject, "points at %s %d of %d", what, i, n)
	}
	return nil
}

func holds(list []int, want int) bool {
	for _, one := range list {
		if one == want {
			return true
		}
	}
	return false
}
