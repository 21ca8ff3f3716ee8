-- +goose Up

-- What made the layers of a doc: the program and its lists.
CREATE TABLE rules (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
) STRICT;

-- An article has exactly one current version, the one that was put last.
CREATE TABLE articles (
	id      INTEGER PRIMARY KEY,
	name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
	current INTEGER NOT NULL UNIQUE REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
	day     TEXT -- on which the current version came out, as 2006-01-02; NULL if unknown
) STRICT;

CREATE INDEX articles_by_day ON articles (day);

-- Rows of versions and snapshots are in the order in which they were put.
CREATE TABLE versions (
	id      INTEGER PRIMARY KEY,
	article INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
	version TEXT NOT NULL CHECK (version <> ''),
	seen    TEXT NOT NULL, -- when the store took it in
	outlet  TEXT NOT NULL,
	title   TEXT NOT NULL,
	body    BLOB NOT NULL, -- the article, packed
	UNIQUE (article, version)
) STRICT;

-- The facts read from a version. A version that is not annotated has a row
-- without layers.
CREATE TABLE docs (
	version INTEGER PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
	rules   INTEGER REFERENCES rules (id),
	layers  BLOB, -- the doc without its article, packed
	article BLOB, -- the article that the doc was made of where it is not the stored one, packed, without its text
	CHECK ((rules IS NULL) = (layers IS NULL))
) STRICT;

CREATE INDEX docs_by_rules ON docs (rules, version);

CREATE TABLE tombstones (
	id        INTEGER PRIMARY KEY,
	article   TEXT NOT NULL UNIQUE CHECK (article <> ''),
	forgotten TEXT NOT NULL, -- when
	why       TEXT NOT NULL
) STRICT;

-- What came in. One that gave an article with a tombstone has its digest alone.
CREATE TABLE snapshots (
	id           INTEGER PRIMARY KEY,
	sha256       BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
	version      INTEGER REFERENCES versions (id),
	tombstone    INTEGER REFERENCES tombstones (id),
	problem      TEXT NOT NULL DEFAULT '', -- why it gave no version
	seen         TEXT NOT NULL DEFAULT '',
	source       TEXT NOT NULL DEFAULT '',
	record       INTEGER NOT NULL DEFAULT 0,
	url          TEXT NOT NULL DEFAULT '',
	fetched      TEXT NOT NULL DEFAULT '',
	content_type TEXT NOT NULL DEFAULT '',
	given        TEXT NOT NULL DEFAULT '',
	told         TEXT NOT NULL DEFAULT '', -- as JSON; empty if nothing
	bytes        BLOB,                     -- packed, with references into the text of the version
	CHECK ((tombstone IS NULL) = (bytes IS NOT NULL)),
	CHECK (version IS NULL OR tombstone IS NULL)
) STRICT;

CREATE INDEX snapshots_by_version ON snapshots (version) WHERE version IS NOT NULL;
CREATE INDEX snapshots_forgotten ON snapshots (tombstone) WHERE tombstone IS NOT NULL;

-- A story is kept as a record of its own, of which it is the only story.
CREATE TABLE stories (
	id       INTEGER PRIMARY KEY,
	name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
	first    TEXT NOT NULL, -- day of publication; empty if unknown
	last     TEXT NOT NULL,
	entries  INTEGER NOT NULL,
	body     BLOB NOT NULL -- the record without its docs, packed
) STRICT;

CREATE INDEX stories_by_day ON stories (last, first);

-- The docs of a story, in their order. Where a story was made of other layers
-- than those that docs holds now, they are here.
CREATE TABLE story_docs (
	story   INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
	place   INTEGER NOT NULL,
	version INTEGER NOT NULL REFERENCES versions (id),
	layers  BLOB,
	article BLOB,
	PRIMARY KEY (story, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_docs_by_version ON story_docs (version);

CREATE TABLE entities (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE story_entities (
	story  INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
	entity INTEGER NOT NULL REFERENCES entities (id),
	PRIMARY KEY (story, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_entities_by_entity ON story_entities (entity);

CREATE TABLE sources (
	name      TEXT PRIMARY KEY CHECK (name <> ''),
	addresses TEXT NOT NULL, -- a JSON array
	country   TEXT NOT NULL,
	lang      TEXT NOT NULL,
	kind      TEXT NOT NULL,
	interval  INTEGER NOT NULL, -- nanoseconds
	paused    INTEGER NOT NULL CHECK (paused IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE fetches (
	address       TEXT PRIMARY KEY CHECK (address <> ''),
	source        TEXT NOT NULL,
	page          INTEGER NOT NULL CHECK (page IN (0, 1)),
	etag          TEXT NOT NULL,
	last_modified TEXT NOT NULL,
	sha256        TEXT NOT NULL,
	status        INTEGER NOT NULL,
	checked       TEXT NOT NULL,
	changed       TEXT NOT NULL,
	next          TEXT NOT NULL,
	failures      INTEGER NOT NULL,
	problem       TEXT NOT NULL,
	items         INTEGER NOT NULL,
	new           INTEGER NOT NULL,
	due           TEXT -- next of a page in UTC, which sorts; NULL for what is no page and what has no next
) STRICT, WITHOUT ROWID;

CREATE INDEX fetches_by_source ON fetches (source, address);
CREATE INDEX fetches_due ON fetches (source, due, address) WHERE due IS NOT NULL;

-- Keys of the words of current versions, by versions.id. The texts stay in
-- versions: the index alone is here.
CREATE VIRTUAL TABLE words USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
