package sqlite

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/isnad-news/isnad"
)

// briefOf is what a list tells of the one story of a record.
func briefOf(record *isnad.Record) isnad.StoryBrief {
	brief := isnad.StoryBrief{
		Story: record.Stories[0], Witnesses: len(record.Witnesses), Reports: len(record.Docs), Commitments: len(record.Commitments),
	}
	for _, d := range brief.Story.Articles {
		article := record.Docs[d].Article
		if !slices.Contains(brief.Outlets, article.Outlet.Name) {
			brief.Outlets = append(brief.Outlets, article.Outlet.Name)
		}
		if article.Title != "" && brief.Titles[article.Lang] == "" {
			if brief.Titles == nil {
				brief.Titles = map[isnad.Lang]string{}
			}
			brief.Titles[article.Lang] = article.Title
		}
		if !slices.Contains(brief.Langs, article.Lang) {
			brief.Langs = append(brief.Langs, article.Lang)
		}
	}
	for i := range record.Entries {
		if record.Entries[i].Kind == isnad.StatementEntry {
			brief.Statements++
		} else {
			brief.Events++
		}
	}
	for i := range record.Commitments {
		if status := record.Commitments[i].Status; status == isnad.Open || status == isnad.Overdue {
			brief.Open++
		}
	}
	brief.Story.Articles, brief.Story.Why = nil, nil
	return brief
}

// Stories implements [isnad.RecordKeeper]. A story whose days are not known is
// in a range where an article without a date is.
func (s *Store) Stories(ctx context.Context, match isnad.StoryMatch) (stories []isnad.StoryBrief, err error) {
	err = s.read(ctx, "list stories", func(m *moment) error {
		rows, err := matching[int64](m, "id", match)
		if err != nil {
			return err
		}
		for _, row := range rows {
			brief, err := m.brief(row)
			if err != nil {
				return err
			}
			stories = append(stories, brief)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return stories, nil
}

// brief reads what a list tells of a story.
func (m *moment) brief(story int64) (brief isnad.StoryBrief, err error) {
	var name string
	var packed []byte
	found, err := m.row("SELECT name, brief FROM stories WHERE id = ?", []any{story}, &name, &packed)
	if err != nil || !found {
		return brief, err
	}
	if err := unpacked(packed, &brief); err != nil {
		return brief, damaged(name, err)
	}
	if string(brief.Story.ID) != name {
		return brief, damaged(name, fmt.Errorf("it is told of %s", brief.Story.ID))
	}
	brief.Story.Was, err = m.former(story)
	return brief, err
}

// matching lists one column of the stories that match, in their order.
func matching[T any](m *moment, of string, match isnad.StoryMatch) ([]T, error) {
	where, args := touching(match.Days)
	if match.Open {
		where = append(where, "open > 0")
	}
	for _, entity := range match.Entity {
		name, err := nameQuery("entity", entity)
		if err != nil {
			return nil, err
		}
		rows := append([]string{}, entity.Known...)
		given, err := plain(rows)
		if err != nil {
			return nil, err
		}
		where = append(where, `id IN (SELECT d.story FROM story_docs d WHERE d.version IN (SELECT rowid FROM about WHERE about MATCH ?)
			UNION SELECT se.story FROM entities e JOIN story_entities se ON se.entity = e.id WHERE e.name IN (SELECT value FROM json_each(?)))`)
		args = append(args, name, string(given))
	}
	limit := match.Limit
	if limit <= 0 {
		limit = -1
	}
	return column[T](m, "SELECT "+of+" FROM stories"+all(where)+" ORDER BY last DESC, first DESC, name LIMIT ?", append(args, limit)...)
}

// all joins conditions.
func all(where []string) string {
	text := ""
	for i, one := range where {
		text += []string{" WHERE ", " AND "}[min(i, 1)] + "(" + one + ")"
	}
	return text
}

// touching is the condition that a story has one of the days.
func touching(days isnad.Days) (where []string, args []any) {
	if days.From == "" && days.To == "" {
		return nil, nil
	}
	one := "first <> ''"
	if days.To != "" {
		one, args = one+" AND first <= ?", append(args, days.To)
	}
	if days.From != "" {
		one, args = one+" AND last >= ?", append(args, days.From)
	}
	if days.Undated {
		one += " OR first = ''"
	}
	return []string{one}, args
}

// Records implements [isnad.RecordKeeper].
func (s *Store) Records(ctx context.Context, match isnad.StoryMatch) iter.Seq2[*isnad.Record, error] {
	return func(yield func(*isnad.Record, error) bool) {
		var names []string
		err := s.read(ctx, "list stories", func(m *moment) (err error) {
			names, err = matching[string](m, "name", match)
			return err
		})
		if err != nil {
			yield(nil, err)
			return
		}
		for _, name := range names {
			record, err := s.story(ctx, name)
			if err != nil || record != nil {
				if !yield(record, err) || err != nil {
					return
				}
			}
		}
	}
}

// story reads a story by its ID; nil if it is no more.
func (s *Store) story(ctx context.Context, name string) (record *isnad.Record, err error) {
	err = s.read(ctx, "read story", func(m *moment) error {
		var row int64
		found, err := m.row("SELECT id FROM stories WHERE name = ?", []any{name}, &row)
		if err == nil && found {
			record, err = m.record(row)
		}
		return err
	})
	return record, err
}

// Story implements [isnad.RecordKeeper].
func (s *Store) Story(ctx context.Context, story isnad.StoryID) (brief isnad.StoryBrief, err error) {
	err = s.read(ctx, "find story", func(m *moment) error {
		row, _, err := m.storyOf(story)
		if err == nil {
			brief, err = m.brief(row)
		}
		return err
	})
	return brief, err
}

// Record implements [isnad.RecordKeeper]. It is what PutRecord was given for the
// story, whatever became of the docs since, with all IDs that lead to it.
func (s *Store) Record(ctx context.Context, story isnad.StoryID) (record *isnad.Record, err error) {
	err = s.read(ctx, "read story", func(m *moment) error {
		row, _, err := m.storyOf(story)
		if err == nil {
			record, err = m.record(row)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return record, nil
}

// record reads a story as a record of its own; nil if it is no more.
func (m *moment) record(story int64) (*isnad.Record, error) {
	var name string
	var body []byte
	if found, err := m.row("SELECT name, body FROM stories WHERE id = ?", []any{story}, &name, &body); err != nil || !found {
		return nil, err
	}
	record := new(isnad.Record)
	if err := unpacked(body, record); err != nil {
		return nil, damaged(name, err)
	}
	record.Docs = nil
	var row stored
	err := m.each(`SELECT a.name, v.version, v.body, iif(sd.layers IS NULL, d.layers, sd.layers), iif(sd.layers IS NULL, d.article, sd.article)
		FROM story_docs sd JOIN versions v ON v.id = sd.version JOIN articles a ON a.id = v.article JOIN docs d ON d.version = v.id
		WHERE sd.story = ? ORDER BY sd.place`, []any{story}, func() error {
		doc, err := row.doc()
		record.Docs = append(record.Docs, doc)
		return err
	}, row.into()...)
	if err != nil {
		return nil, err
	}
	fillLocal(record)
	if err := record.Check(); err != nil {
		return nil, damaged(name, err)
	}
	if len(record.Stories) != 1 || string(record.Stories[0].ID) != name {
		return nil, isnad.Errorf(isnad.Unreadable, name, "read from the store: it is another story").WithHint(damageHint)
	}
	record.Stories[0].Was, err = m.former(story)
	return record, err
}

// fillLocal gives Local one element for each doc: it is nothing as a whole if no
// doc has an entity.
func fillLocal(record *isnad.Record) {
	if record.Local == nil {
		record.Local = make([][]int, len(record.Docs))
	}
}
