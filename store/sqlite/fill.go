package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"github.com/isnad-news/isnad"
)

// filling is the number of the migration that fill makes.
const filling = 3

// fill makes for what was stored before what the migration before it made room
// for: lists of stories, and who and what versions are found by. It holds one
// story at a time. What is damaged is passed over: Check tells of it.
func fill(ctx context.Context, tx *sql.Tx) error {
	m := &moment{ctx: ctx, tx: tx, kept: map[string]*sql.Stmt{}}
	stories, err := column[int64](m, "SELECT id FROM stories ORDER BY id")
	if err != nil {
		return err
	}
	for _, story := range stories {
		if err := m.fillStory(story); err != nil && !isDamage(err) {
			return err
		}
	}
	versions, err := column[int64](m, "SELECT current FROM articles ORDER BY current")
	if err != nil {
		return err
	}
	for _, version := range versions {
		about, err := aboutStored(m.row, version)
		if err != nil && !isDamage(err) {
			return err
		}
		if err := m.change(insertAbout, version, about.outlet, about.lang, about.speaker, about.entity, about.event); err != nil {
			return err
		}
	}
	return nil
}

// isDamage reports whether an error is about what is stored, not about reading.
func isDamage(err error) bool {
	var own *isnad.Error
	return errors.As(err, &own)
}

// change is for migrations alone: moments are for reading.
func (m *moment) change(query string, args ...any) error {
	stmt, err := m.stmt(query)
	if err == nil {
		_, err = stmt.ExecContext(m.ctx, args...)
	}
	return err
}

func (m *moment) fillStory(story int64) error {
	record, err := m.record(story)
	if err != nil {
		return err
	}
	brief := briefOf(record)
	told, err := packed(&brief)
	if err != nil {
		return err
	}
	if err := m.change("UPDATE stories SET brief = ?, open = ? WHERE id = ?", told, brief.Open, story); err != nil {
		return err
	}
	for place := range record.Docs {
		others := othersOf(record, place)
		if others == nil {
			continue
		}
		names, err := packed(others)
		if err != nil {
			return err
		}
		if err := m.change("UPDATE story_docs SET names = ? WHERE story = ? AND place = ? AND layers IS NULL", names, story, place); err != nil {
			return err
		}
	}
	return nil
}
