package stories

import (
	"slices"
	"testing"

	"github.com/isnad-news/isnad"
)

// A saga is a chain: talks that go on weeks later follow the first ones, another
// thing by the same people does not, and nothing follows what came after it.
func TestFollows(t *testing.T) {
	const names = "korrin veld korrin veld LMaravia LTolland "
	w := newWorld()
	talks := w.report("talks", "2031-03-03", names+"border crossing deal water", call("2031-03-03"))
	w.report("again", "2031-03-17", names+"border crossing deal signed", visit("2031-03-17"))
	w.report("strike", "2031-03-18", "benton LZahrawa teachers wages march", act{kind: isnad.Protest, actors: "benton"})
	stories := Cluster(w.docs, w.list, w.local, nil)
	if len(stories) != 3 {
		t.Fatalf("%d stories", len(stories))
	}
	first := stories[0].ID
	for i, want := range [][]isnad.StoryID{nil, {first}, nil} {
		if !slices.Equal(stories[i].Follows, want) {
			t.Errorf("%s follows %v, want %v", w.docs[stories[i].Articles[0]].Article.Source, stories[i].Follows, want)
		}
	}
	if stories[0].Articles[0] != talks {
		t.Error("the talks are not the first story")
	}
}

// What is remembered is bounded: the stories kept last.
func TestSagasAreBounded(t *testing.T) {
	s := newSagas()
	for i := range mostKept + 10 {
		id := storyID("a", i)
		s.keep(&gist{id: id, from: int32(i + 1), to: int32(i + 1), norm: 1, features: []weighted{{placeOf(name, uint32(i)<<kindBits), 1}}})
	}
	if len(s.gists) != mostKept || len(s.lists) != mostKept || len(s.order) != mostKept {
		t.Errorf("%d stories, %d features, %d in order", len(s.gists), len(s.lists), len(s.order))
	}
}
