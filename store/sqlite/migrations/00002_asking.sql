-- +goose Up

-- What a list tells of a story, packed, and how many of its commitments are
-- open or overdue.
ALTER TABLE stories ADD COLUMN brief BLOB;
ALTER TABLE stories ADD COLUMN open INTEGER NOT NULL DEFAULT 0;

-- The names that other docs of the story give the entities of this one, packed;
-- NULL if they give none.
ALTER TABLE story_docs ADD COLUMN names BLOB;

-- IDs of stories that are no more. Each leads to the story that holds the
-- article, which is one that most of the old story's articles went to.
CREATE TABLE former_stories (
	name    TEXT PRIMARY KEY CHECK (name <> ''),
	article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX former_stories_by_article ON former_stories (article);

-- What else than words current versions are found by, by versions.id: keys of
-- names, rows of the known facts, types of event. A version that is not annotated
-- has its outlet and language alone.
CREATE VIRTUAL TABLE about USING fts5 (outlet, lang, speaker, entity, event, content = '', contentless_delete = 1, tokenize = 'ascii');
