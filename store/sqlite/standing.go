package sqlite

import (
	"context"
	"encoding/json"

	"github.com/isnad-news/isnad"
)

// Standing implements [isnad.RecordKeeper]. It costs as much as the stories that
// it finds.
func (s *Store) Standing(ctx context.Context, articles []string) (standing []isnad.Standing, err error) {
	given, err := json.Marshal(articles)
	if err != nil || len(articles) == 0 {
		return nil, err
	}
	err = s.read(ctx, "list standing stories", func(m *moment) error {
		rows, err := column[int64](m, `SELECT DISTINCT s.id FROM json_each(?1) j CROSS JOIN articles a ON a.name = j.value
			CROSS JOIN versions v ON v.article = a.id CROSS JOIN story_docs d ON d.version = v.id
			CROSS JOIN stories s ON s.id = d.story ORDER BY s.name`, string(given))
		if err != nil {
			return err
		}
		for _, row := range rows {
			one, err := m.standing(row)
			if err != nil {
				return err
			}
			standing = append(standing, one)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return standing, nil
}

func (m *moment) standing(story int64) (one isnad.Standing, err error) {
	if _, err = m.row("SELECT name FROM stories WHERE id = ?", []any{story}, &one.Story); err != nil {
		return one, err
	}
	if one.Articles, err = column[string](m, articlesOf, story); err != nil {
		return one, err
	}
	one.Was, err = m.former(story)
	return one, err
}
