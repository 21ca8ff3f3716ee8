package sqlite

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// oldStory is a story that new ones replace.
type oldStory struct {
	name     string
	articles []string // IDs
}

func (t *transaction) oldStory(id int64) (old oldStory, err error) {
	if _, err = t.row("SELECT name FROM stories WHERE id = ?", []any{id}, &old.name); err != nil {
		return old, err
	}
	old.articles, err = list[string](t, articlesOf, id)
	return old, err
}

const articlesOf = `SELECT DISTINCT a.name FROM story_docs d JOIN versions v ON v.id = d.version JOIN articles a ON a.id = v.article
	WHERE d.story = ? ORDER BY a.name`

// leadOn lets the IDs of stories that are no more lead to those of rows which
// hold most of their articles; then the IDs that rows say they had before. An ID
// that led to one of them stays with its article, which may have gone another
// way; it goes with most where its article is in no story now.
func (t *transaction) leadOn(before []oldStory, rows []storyRow) error {
	in := map[string]*storyRow{} // by article
	for i := range rows {
		for _, doc := range rows[i].docs {
			in[doc.id] = &rows[i]
		}
	}
	for _, old := range before {
		article := anchor(old.articles, in)
		if article == "" {
			continue // a story of the same name that shares no article
		}
		for _, left := range old.articles {
			if in[left] != nil {
				continue
			}
			if err := t.leadFrom(left, article); err != nil {
				return err
			}
		}
		if err := t.lead(old.name, article); err != nil {
			return err
		}
	}
	for i := range rows {
		for _, name := range rows[i].story.Was {
			if err := t.lead(string(name), rows[i].docs[0].id); err != nil {
				return err
			}
		}
	}
	return nil
}

// anchor is the first of the articles that stands in the story which holds most
// of them; "" if none holds any.
func anchor(articles []string, in map[string]*storyRow) string {
	count := map[*storyRow]int{}
	for _, article := range articles {
		if row := in[article]; row != nil {
			count[row]++
		}
	}
	var best *storyRow
	for row, n := range count {
		if best == nil || n > count[best] || n == count[best] && row.story.ID < best.story.ID {
			best = row
		}
	}
	if i := slices.IndexFunc(articles, func(article string) bool { return best != nil && in[article] == best }); i >= 0 {
		return articles[i]
	}
	return ""
}

// lead lets an ID lead to the story that holds an article, unless a stored story
// has it.
func (t *transaction) lead(name, article string) error {
	return t.exec(`INSERT OR REPLACE INTO former_stories (name, article)
		SELECT ?1, id FROM articles WHERE name = ?2 AND ?1 <> '' AND NOT EXISTS (SELECT 1 FROM stories WHERE name = ?1)`, name, article)
}

// leadFrom lets the IDs that led to the story of one article lead to that of
// another.
func (t *transaction) leadFrom(from, to string) error {
	if from == to {
		return nil
	}
	return t.exec(`UPDATE former_stories SET article = (SELECT id FROM articles WHERE name = ?2)
		WHERE article = (SELECT id FROM articles WHERE name = ?1)`, from, to)
}

// leadPast lets the ID of a story that is to be dropped, and those that led to
// it through an article that is to be forgotten, lead to the story in which its
// first other article will stand.
func (t *transaction) leadPast(story int64, article string) error {
	old, err := t.oldStory(story)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(old.articles, func(other string) bool { return other != article })
	if i < 0 {
		return nil
	}
	if err := t.leadFrom(article, old.articles[i]); err != nil {
		return err
	}
	return t.exec("INSERT OR REPLACE INTO former_stories (name, article) SELECT ?, id FROM articles WHERE name = ?", old.name, old.articles[i])
}

// storyOf finds a stored story by its ID, by one that leads to it, or by the
// beginning of one.
func (m *moment) storyOf(id isnad.StoryID) (row int64, name string, err error) {
	for _, query := range []string{
		"SELECT id, name FROM stories WHERE name = ?",
		"SELECT s.id, s.name FROM former_stories f" + formerTables + " WHERE f.name = ? ORDER BY s.id LIMIT 1",
	} {
		if found, err := m.row(query, []any{string(id)}, &row, &name); err != nil || found {
			return row, name, err
		}
	}
	if len(id) >= isnad.MinStoryPrefix {
		return m.storyBeginning(string(id))
	}
	return 0, "", noStory(id)
}

const formerTables = " JOIN versions v ON v.article = f.article JOIN story_docs d ON d.version = v.id JOIN stories s ON s.id = d.story"

func noStory(id isnad.StoryID) error {
	return isnad.Errorf(isnad.NotFound, string(id), "no such story in the store")
}

// mostNamed is how many stories an error names.
const mostNamed = 5

// storyBeginning finds the one story to which an ID that begins so leads.
func (m *moment) storyBeginning(id string) (row int64, name string, err error) {
	const last = "\U0010ffff"
	var names []string
	err = m.each(`SELECT id, name FROM stories WHERE name BETWEEN ?1 AND ?2
		UNION SELECT s.id, s.name FROM former_stories f`+formerTables+` WHERE f.name BETWEEN ?1 AND ?2 ORDER BY 2 LIMIT ?3`,
		[]any{id, id + last, mostNamed + 1}, func() error {
			names = append(names, name)
			return nil
		}, &row, &name)
	switch {
	case err != nil:
		return 0, "", err
	case len(names) == 0:
		return 0, "", noStory(isnad.StoryID(id))
	case len(names) == 1:
		return row, name, nil
	}
	more := ""
	if len(names) > mostNamed {
		names, more = names[:mostNamed], " and more"
	}
	return 0, "", isnad.Errorf(isnad.Invalid, id, "several stories begin so: %s%s", strings.Join(names, ", "), more).WithHint("write more of the ID")
}

// former lists the IDs that lead to a story, ascending.
func (m *moment) former(story int64) (names []isnad.StoryID, err error) {
	return column[isnad.StoryID](m, `SELECT DISTINCT f.name FROM story_docs d JOIN versions v ON v.id = d.version
		JOIN former_stories f ON f.article = v.article WHERE d.story = ? ORDER BY f.name`, story)
}
