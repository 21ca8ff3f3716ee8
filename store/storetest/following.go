package storetest

import (
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

func testFetches(t *testing.T, place Place) {
	store := open(t, place)
	const address = "https://mawj.example/feed"
	fetch, err := store.Fetch(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "never fetched", isnad.Fetch{Address: address}, fetch)
	when := time.Date(2031, 5, 3, 4, 5, 6, 7, time.FixedZone("", 2*3600))
	want := isnad.Fetch{
		Address: address, Source: "Mawj", ETag: `W/"1"`, LastModified: "Sat, 03 May 2031 02:05:06 GMT", SHA256: hexOf(nil, 64), Status: 200,
		Checked: when, Changed: when, Next: when.Add(time.Hour), Failures: 2, Problem: "slow", Items: 30, New: 4, Page: true,
	}
	for range 2 {
		if err := store.PutFetch(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		want.Failures++
	}
	want.Failures--
	if fetch, err = store.Fetch(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	same(t, "fetch", want, fetch)
	other := isnad.Fetch{Address: "https://corvus.example/feed", Source: "Corvus"}
	if err := store.PutFetch(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	for source, list := range map[string][]isnad.Fetch{"Mawj": {want}, "": {other, want}, "Nobody": nil} {
		fetches, err := store.Fetches(t.Context(), source)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "fetches of "+source, list, fetches)
	}
	fails(t, "no address", store.PutFetch(t.Context(), isnad.Fetch{}), isnad.Invalid)
}

func testSources(t *testing.T, place Place) {
	store := open(t, place)
	corvus := isnad.FollowedSource{Name: "كورفوس", Addresses: []string{"https://corvus.example/feed", "https://corvus.example/ar"}, Country: "ORU",
		Lang: isnad.Arabic, Kind: isnad.NewsAgency, Interval: time.Hour, Paused: true}
	mawj := isnad.FollowedSource{Name: "Mawj"}
	for _, list := range [][]isnad.FollowedSource{{corvus, mawj}, {mawj}, nil, {corvus}} {
		if err := store.PutSources(t.Context(), list); err != nil {
			t.Fatal(err)
		}
	}
	fails(t, "one name twice", store.PutSources(t.Context(), []isnad.FollowedSource{mawj, mawj}), isnad.Invalid)
	fails(t, "no name", store.PutSources(t.Context(), []isnad.FollowedSource{{}}), isnad.Invalid)
	sources, err := store.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "sources", []isnad.FollowedSource{corvus}, sources)
	if err := store.PutSources(t.Context(), []isnad.FollowedSource{corvus, mawj}); err != nil {
		t.Fatal(err)
	}
	if sources, err = store.Sources(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "by name", []isnad.FollowedSource{mawj, corvus}, sources)
}

func testDue(t *testing.T, place Place) {
	store := open(t, place)
	now := time.Date(2031, 5, 3, 12, 0, 0, 0, time.UTC)
	page := func(source, name string, next time.Time) isnad.Fetch {
		return isnad.Fetch{Address: "https://mawj.example/" + name, Source: source, Page: true, Next: next}
	}
	// Their order as moments is not that of their clocks.
	first := page("Mawj", "z", now.Add(-time.Hour).In(time.FixedZone("", 9*3600)))
	second := page("Mawj", "a", now.Add(-time.Nanosecond))
	third := page("Mawj", "b", now.In(time.FixedZone("", -5*3600)))
	fourth := page("Mawj", "c", now)
	lone := page("", "lone", now)
	list := first
	list.Address, list.Page = "https://mawj.example/feed", false
	for _, fetch := range []isnad.Fetch{fourth, third, second, first, lone, list, page("Mawj", "later", now.Add(time.Nanosecond)),
		page("Mawj", "unset", time.Time{}), page("Corvus", "other", now.Add(-time.Hour))} {
		if err := store.PutFetch(t.Context(), fetch); err != nil {
			t.Fatal(err)
		}
	}
	due := func(store Store, what, source string, limit int, want ...isnad.Fetch) {
		t.Helper()
		got, err := store.Due(t.Context(), source, now.In(time.FixedZone("", 3*3600)), limit)
		if err != nil {
			t.Fatal(err)
		}
		same(t, what, want, got)
	}
	due(store, "due", "Mawj", 9, first, second, third, fourth)
	due(store, "at most two", "Mawj", 2, first, second)
	due(store, "none asked for", "Mawj", 0)
	due(store, "less than none", "Mawj", -1)
	due(store, "without a source", "", 9, lone)
	due(store, "nobody's", "Nobody", 9)
	due(roundTrip(t, store, place), "imported", "Mawj", 9, first, second, third, fourth)
	first.Next = time.Time{}
	second.Page = false
	for _, fetch := range []isnad.Fetch{first, second} {
		if err := store.PutFetch(t.Context(), fetch); err != nil {
			t.Fatal(err)
		}
	}
	due(store, "no longer due", "Mawj", 9, third, fourth)
}
