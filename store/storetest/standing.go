package storetest

import (
	"slices"
	"testing"

	"github.com/isnad-news/isnad"
)

func testStanding(t *testing.T, place Place) {
	store := open(t, place)
	put(t, store, isnad.Added, harbour.intake("a.zip"), mina.intake("a.zip"), bridge.intake("a.zip"), undated.intake("a.zip"))
	id := func(r report) string { return r.article().ID }
	standing := func(what string, want []isnad.Standing, articles ...string) {
		t.Helper()
		got, err := store.Standing(t.Context(), articles)
		if err != nil {
			t.Fatal(err)
		}
		same(t, what, want, got)
	}
	standing("nothing collated", nil, id(harbour))
	apart := record(false, harbour, mina, bridge)
	putRecord(t, store, apart)
	of := map[string]isnad.StoryID{}
	for _, story := range apart.Stories {
		of[apart.Docs[story.Articles[0]].Article.ID] = story.ID
	}
	standing("each alone", []isnad.Standing{{Story: of[id(bridge)], Articles: []string{id(bridge)}}}, id(bridge))
	pair := record(true, harbour, mina)
	putRecord(t, store, pair)
	together := isnad.Standing{Story: pair.Stories[0].ID, Articles: []string{id(harbour), id(mina)}}
	slices.Sort(together.Articles)
	for _, article := range together.Articles {
		if of[article] != together.Story {
			together.Was = append(together.Was, of[article])
		}
	}
	standing("by one of two", []isnad.Standing{together}, id(mina))
	standing("once", []isnad.Standing{together}, id(mina), id(harbour))
	standing("of no article", nil)
	standing("of an article in no story", nil, id(undated), "a000000000000")
}
