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
		Checked: when, Changed: when, Next: when.Add(time.Hour), Failures: 2, Problem: "slow", Items: 30, New: 4,
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
