package sqlite_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/store/sqlite"
)

// aged takes out of a store's file what came after its first schema.
func aged(t *testing.T, file string) {
	t.Helper()
	statements(t, file, "DROP TABLE about", "DROP TABLE former_stories", "ALTER TABLE stories DROP COLUMN brief", "ALTER TABLE stories DROP COLUMN open",
		"ALTER TABLE story_docs DROP COLUMN names", "DELETE FROM goose_db_version WHERE version_id > 1")
}

// A store of the first schema is brought up to date when it is opened to write:
// everything is found and told as in one that was made today.
func TestFirstSchema(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	store := opened(t, file, sqlite.Options{})
	put(t, store, demoIntakes(t))
	if err := store.PutRecord(t.Context(), demoRecord()); err != nil {
		t.Fatal(err)
	}
	before := asked(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	aged(t, file)
	if _, err := sqlite.Open(t.Context(), file, sqlite.Options{ReadOnly: true}); isnad.Hint(err) == "" {
		t.Errorf("an old store is read: %v", err)
	}
	store = opened(t, file, sqlite.Options{})
	intact(t, store, 16)
	if after := asked(t, store); !bytes.Equal(before, after) {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

// asked is what a store answers to some questions, in lines.
func asked(t *testing.T, store *sqlite.Store) []byte {
	t.Helper()
	var out bytes.Buffer
	for _, text := range []string{"speaker:marjani", "متحدث:المرجاني", "event:assault", "entity:veld -lang:ar", "outlet:courier port"} {
		query, err := isnad.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		query.Limit = 100
		hits, err := store.Find(t.Context(), query)
		if err != nil || len(hits) == 0 {
			t.Fatalf("%s: %d hits, error %v", text, len(hits), err)
		}
		for _, hit := range hits {
			out.WriteString(text + " " + hit.Article.ID + " " + string(hit.Story) + "\n")
		}
	}
	stories, err := store.Stories(t.Context(), isnad.StoryMatch{Open: true})
	if err != nil || len(stories) == 0 {
		t.Fatalf("%d stories, error %v", len(stories), err)
	}
	for _, story := range stories {
		out.WriteString(string(story.Story.ID) + " " + story.Titles[isnad.English] + "\n")
	}
	return out.Bytes()
}
