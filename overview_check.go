package isnad

import "slices"

// Check returns an error of kind [Invalid] unless the overview speaks of record:
// it holds law 1 for headlines and lines, each line is a sentence of its article,
// a lead has at most three of them, every entry of the story stands in exactly
// one moment, moments are in order, and every value in dispute is given by a
// report that tells the entry.
func (o *Overview) Check(record *Record) error {
	c := viewChecker{record: record}
	c.prepare()
	return firstError(c.headlines(o), c.leads(o), c.moments(o), c.disputes(o))
}

// Check returns an error of kind [Invalid] unless the news speak of record: of
// its articles, entries and commitments, and every gain gains.
func (n *News) Check(record *Record) error {
	c := viewChecker{record: record}
	c.prepare()
	subject := string(n.Story)
	err := firstError(c.articles(subject, n.Articles), c.articles(subject, n.Undated), c.known(subject, n.Entries, c.entries), c.known(subject, n.Opened, c.pledges), c.known(subject, n.Closed, c.pledges))
	for _, gain := range n.Gains {
		if err == nil && (gain.After <= gain.Before || len(gain.Articles) == 0) {
			err = broken(gain.Entry, "entry gains no witness")
		}
		err = firstError(err, c.known(gain.Entry, []string{gain.Entry}, c.entries), c.articles(gain.Entry, gain.Articles))
	}
	for _, value := range n.Differences {
		err = firstError(err, c.known(value.Entry, []string{value.Entry}, c.entries), c.articles(value.Entry, []int{value.Article}))
	}
	return err
}

// viewChecker knows what a view may speak of.
type viewChecker struct {
	record  *Record
	entries map[string]*Entry
	pledges map[string]*Entry // nil values: the keys are IDs of commitments
}

func (c *viewChecker) prepare() {
	c.entries, c.pledges = map[string]*Entry{}, map[string]*Entry{}
	for i := range c.record.Entries {
		c.entries[c.record.Entries[i].ID] = &c.record.Entries[i]
	}
	for i := range c.record.Commitments {
		c.pledges[c.record.Commitments[i].ID] = nil
	}
}

func (c *viewChecker) known(subject string, ids []string, list map[string]*Entry) error {
	for _, id := range ids {
		if _, ok := list[id]; !ok {
			return broken(subject, "speaks of %s, which is not in the record", id)
		}
	}
	return nil
}

func (c *viewChecker) articles(subject string, list []int) error {
	for _, d := range list {
		if err := inRange(subject, "article", d, len(c.record.Docs)); err != nil {
			return err
		}
	}
	return nil
}

// quoted checks that words stand where the evidence points.
func (c *viewChecker) quoted(subject, words string, of Evidence) error {
	checker := checker{record: c.record}
	if err := checker.evidence(subject, of); err != nil {
		return err
	}
	if words == "" || words != c.record.Docs[of.Article].Words(of.Span) {
		return broken(subject, "words are not those that they point at")
	}
	return nil
}

func (c *viewChecker) headlines(o *Overview) error {
	for _, headline := range o.Headlines {
		if err := c.quoted(string(o.Story), headline.Words, headline.Of); err != nil {
			return err
		}
	}
	return nil
}

// leadLines is how many lines a lead has at most.
const leadLines = 3

func (c *viewChecker) leads(o *Overview) error {
	for _, lead := range o.Leads {
		if n := len(lead.Lines); n == 0 || n > leadLines {
			return broken(string(o.Story), "lead has %d lines", n)
		}
		for _, line := range lead.Lines {
			err := firstError(
				c.quoted(string(o.Story), line.Words, line.Of),
				c.known(string(o.Story), line.Entries, c.entries), c.known(string(o.Story), line.Commitments, c.pledges),
			)
			if err != nil {
				return err
			}
			doc := c.record.Docs[line.Of.Article]
			if i := doc.SentenceAt(line.Of.Span.Start); i < 0 || doc.Sentences[i].Span != line.Of.Span {
				return broken(string(o.Story), "line of the lead is no sentence of %s", doc.Article.ID)
			}
		}
	}
	return nil
}

func (c *viewChecker) moments(o *Overview) error {
	seen := map[string]bool{}
	for i, moment := range o.Moments {
		if len(moment.Entries) == 0 {
			return broken(string(o.Story), "moment %d holds nothing", i)
		}
		if i > 0 && o.Moments[i-1].When == "" {
			return broken(string(o.Story), "moment %d stands behind the undated one", i)
		}
		for _, dated := range moment.Entries {
			if err := c.known(string(o.Story), []string{dated.Entry}, c.entries); err != nil {
				return err
			}
			if seen[dated.Entry] {
				return broken(dated.Entry, "entry stands in two moments")
			}
			seen[dated.Entry] = true
		}
	}
	for id, entry := range c.entries {
		if entry.Story == o.Story && !seen[id] {
			return broken(id, "entry stands in no moment")
		}
	}
	return nil
}

func (c *viewChecker) disputes(o *Overview) error {
	for _, dispute := range o.Disputes {
		entry := c.entries[dispute.Entry]
		if entry == nil || len(dispute.Values) < 2 {
			return broken(dispute.Entry, "nothing is in dispute")
		}
		for _, value := range dispute.Values {
			if len(value.Articles) == 0 {
				return broken(dispute.Entry, "nobody gives %q", value.Value)
			}
			for _, d := range value.Articles {
				if !slices.ContainsFunc(entry.Sources, func(source Source) bool { return source.Article == d }) {
					return broken(dispute.Entry, "article %d gives a value of what it does not tell", d)
				}
			}
		}
	}
	return nil
}
