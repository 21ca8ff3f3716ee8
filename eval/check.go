package eval

import "github.com/isnad-news/isnad"

// check holds that the file is about something and that its references lead
// somewhere.
func (g *Gold) check() error {
	if len(g.Articles) == 0 {
		return broken("articles", "no article is listed")
	}
	c := checker{articles: map[string]bool{}, statements: map[string]bool{}, entities: map[string]bool{}}
	c.ids(g)
	c.places(g)
	for i := range g.Nested {
		c.statement("nested", g.Nested[i].Within)
	}
	for _, pair := range g.Same {
		c.statement("same_statement", pair[0])
		c.statement("same_statement", pair[1])
	}
	for i := range g.Roles {
		if !c.entities[g.Roles[i].Entity] {
			c.fail("role", "%q is no entity of the file", g.Roles[i].Entity)
		}
	}
	return c.err
}

func broken(subject, format string, args ...any) error {
	return isnad.Errorf(isnad.Invalid, "gold: "+subject, format, args...)
}

// checker keeps the first error.
type checker struct {
	articles, statements, entities map[string]bool
	err                            error
}

func (c *checker) fail(subject, format string, args ...any) {
	if c.err == nil {
		c.err = broken(subject, format, args...)
	}
}

func (c *checker) ids(g *Gold) {
	for _, article := range g.Articles {
		if article.File == "" {
			c.fail("article "+article.ID, "has no file")
		}
		c.once(c.articles, "article", article.ID)
	}
	for i := range g.Entities {
		c.once(c.entities, "entity", g.Entities[i].ID)
	}
	for i := range g.Statements {
		c.once(c.statements, "statement", g.Statements[i].ID)
		if len(g.Statements[i].speakers()) == 0 {
			c.fail("statement "+g.Statements[i].ID, "has no speaker")
		}
	}
}

func (c *checker) once(seen map[string]bool, what, id string) {
	if id == "" {
		c.fail(what, "one has no id")
	}
	if seen[id] {
		c.fail(what+" "+id, "is listed twice")
	}
	seen[id] = true
}

func (c *checker) places(g *Gold) {
	for _, place := range g.OptionalLines {
		c.place("optional line", place)
	}
	for i := range g.Roles {
		c.place("role", g.Roles[i].goldPlace)
	}
	for i := range g.Statements {
		c.place("statement "+g.Statements[i].ID, g.Statements[i].goldPlace)
	}
	for i := range g.Dates {
		c.place("timex", g.Dates[i].goldPlace)
	}
	for i := range g.Events {
		for _, place := range g.Events[i].Evidence {
			c.place("event "+g.Events[i].ID, place)
		}
	}
	for i := range g.Commitments {
		for _, place := range g.Commitments[i].Evidence {
			c.place("commitment "+g.Commitments[i].ID, place)
		}
	}
}

func (c *checker) place(subject string, place goldPlace) {
	if !c.articles[place.Article] {
		c.fail(subject, "%q is no article of the file", place.Article)
	}
	if place.Line < 1 {
		c.fail(subject, "line %d: lines count from 1", place.Line)
	}
}

func (c *checker) statement(subject, id string) {
	if !c.statements[id] {
		c.fail(subject, "%q is no statement of the file", id)
	}
}
