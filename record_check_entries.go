package isnad

func (c *checker) entries() error {
	c.entry, c.told = map[string]bool{}, map[Source]string{}
	for i := range c.record.Entries {
		entry := &c.record.Entries[i]
		if entry.ID == "" || c.entry[entry.ID] {
			return broken(entry.ID, "entry %d has no name of its own", i)
		}
		c.entry[entry.ID] = true
		story := c.story[entry.Story]
		if story == nil {
			return broken(entry.ID, "entry is of no story")
		}
		err := firstError(
			c.sources(entry, story), c.stances(entry, story),
			c.people(entry.ID, entry.Parties, entry.Recipients, entry.According),
		)
		if err != nil {
			return err
		}
	}
	return c.throughOthers()
}

// throughOthers checks that the entries by which articles deny others are told
// by these articles.
func (c *checker) throughOthers() error {
	tells := map[throughOther]bool{}
	for source, id := range c.told {
		tells[throughOther{other: id, article: source.Article}] = true
	}
	for _, one := range c.through {
		if one.other == one.entry || !tells[throughOther{other: one.other, article: one.article}] {
			return broken(one.entry, "an article denies the entry through %q, which it does not tell", one.other)
		}
	}
	return nil
}

// sources checks that the entry is told somewhere in its story, each place
// belongs to it alone, and the witnesses are counted right.
func (c *checker) sources(entry *Entry, story *Story) error {
	if len(entry.Sources) == 0 {
		return broken(entry.ID, "entry has no source")
	}
	for _, source := range entry.Sources {
		if !holds(story.Articles, source.Article) {
			return broken(entry.ID, "entry is told outside its story")
		}
		doc := c.record.Docs[source.Article]
		at, other, n := source.Statement, source.Event, len(doc.Statements)
		if entry.Kind == EventEntry {
			at, other, n = source.Event, source.Statement, len(doc.Events)
		}
		if err := inRange(entry.ID, string(entry.Kind), at, n); err != nil {
			return err
		}
		if other != -1 {
			return broken(entry.ID, "a source is no %s alone", entry.Kind)
		}
		source.Why = ""
		if holder := c.told[source]; holder != "" {
			return broken(entry.ID, "entry shares a source with %s", holder)
		}
		c.told[source] = entry.ID
	}
	if n := c.count(entry); entry.Witnesses != n {
		return broken(entry.ID, "entry counts %d witnesses of %d", entry.Witnesses, n)
	}
	return nil
}

// count counts the witnesses of an entry: those of the articles that tell it
// and do not deny it, or of all that tell it where every one denies it.
func (c *checker) count(entry *Entry) int {
	denies := map[int]bool{}
	for _, stance := range entry.Stances {
		denies[stance.Article] = stance.Kind == DeniesIt
	}
	telling, denying := map[int]bool{}, map[int]bool{}
	for _, source := range entry.Sources {
		if denies[source.Article] {
			denying[c.witness[source.Article]] = true
		} else {
			telling[c.witness[source.Article]] = true
		}
	}
	if len(telling) == 0 {
		return len(denying)
	}
	return len(telling)
}

// stances checks that the articles of the story stand to the entry in order,
// silent where they are no source and only there.
func (c *checker) stances(entry *Entry, story *Story) error {
	if len(entry.Stances) != len(story.Articles) {
		return broken(entry.ID, "%d articles stand to the entry, not %d", len(entry.Stances), len(story.Articles))
	}
	tells := map[int]bool{}
	for _, source := range entry.Sources {
		tells[source.Article] = true
	}
	for i, stance := range entry.Stances {
		if stance.Article != story.Articles[i] {
			return broken(entry.ID, "stance %d is out of order", i)
		}
		if stance.Through != "" {
			if tells[stance.Article] || stance.Kind != DeniesIt {
				return broken(entry.ID, "stance %d is told through another entry and is %q", i, stance.Kind)
			}
			c.through = append(c.through, throughOther{entry.ID, stance.Through, stance.Article})
			continue
		}
		if tells[stance.Article] == (stance.Kind == Silent) {
			return broken(entry.ID, "stance %d is %q and the article tells it: %t", i, stance.Kind, tells[stance.Article])
		}
	}
	return nil
}

func (c *checker) commitments() error {
	seen := map[string]bool{}
	for i := range c.record.Commitments {
		commitment := &c.record.Commitments[i]
		id := commitment.ID
		if id == "" || seen[id] {
			return broken(id, "commitment %d has no name of its own", i)
		}
		seen[id] = true
		story := c.story[commitment.Story]
		if story == nil {
			return broken(id, "commitment is of no story")
		}
		if len(commitment.Sources) == 0 {
			return broken(id, "commitment has no source")
		}
		for _, source := range commitment.Sources {
			if !holds(story.Articles, source.Article) {
				return broken(id, "commitment is told outside its story")
			}
			if err := inRange(id, "commitment", source.Commitment, len(c.record.Docs[source.Article].Commitments)); err != nil {
				return err
			}
		}
		if commitment.Closed != "" && !c.entry[commitment.Closed] {
			return broken(id, "commitment is closed by an entry that is not there")
		}
		if commitment.Closed != "" && commitment.Status == Open {
			return broken(id, "commitment is closed and open")
		}
		if err := c.people(id, commitment.By, commitment.To); err != nil {
			return err
		}
	}
	return nil
}
