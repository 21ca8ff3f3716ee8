package collate_test

import (
	"math/rand"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
)

// viewsOf are the views of every story of docs.
func viewsOf(docs []*isnad.Doc) (records []*isnad.Record, overviews []*isnad.Overview, news []*isnad.News, positions []isnad.Position) {
	since := time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)
	for _, record := range collate.Record(docs, facts()).ByStory() {
		records = append(records, record)
		overviews = append(overviews, collate.Overview(record))
		news = append(news, collate.News(record, since))
	}
	return records, overviews, news, collate.Positions(records)
}

// Every line of a lead is a sentence of a report, every moment in its place,
// every stand in its article.
func TestViewsPointAtWords(t *testing.T) {
	records, overviews, news, positions := viewsOf(docs(t))
	for i, record := range records {
		if err := overviews[i].Check(record); err != nil {
			t.Error(err)
		}
		if err := news[i].Check(record); err != nil {
			t.Error(err)
		}
		if len(overviews[i].Headlines) == 0 || len(overviews[i].Leads) == 0 {
			t.Errorf("%s: %d headlines, %d leads", record.Stories[0].ID, len(overviews[i].Headlines), len(overviews[i].Leads))
		}
	}
	if len(positions) == 0 {
		t.Error("nobody stands for anything")
	}
	for i := range positions {
		if err := positions[i].Check(records); err != nil {
			t.Error(err)
		}
	}
}

// The views depend on the set of docs, not on the order in which they came.
func TestViewsHaveNoOrder(t *testing.T) {
	list := docs(t)
	_, overviews, news, positions := viewsOf(list)
	random := rand.New(rand.NewSource(5))
	for range 3 {
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		_, overviewsAgain, newsAgain, positionsAgain := viewsOf(list)
		if diff := cmp.Diff(overviews, overviewsAgain); diff != "" {
			t.Fatalf("overviews: (-want +got)\n%s", diff)
		}
		if diff := cmp.Diff(news, newsAgain); diff != "" {
			t.Fatalf("news: (-want +got)\n%s", diff)
		}
		if diff := cmp.Diff(positions, positionsAgain); diff != "" {
			t.Fatalf("positions: (-want +got)\n%s", diff)
		}
	}
}

// The demo's quarrel over the valley is one subject of its own making, with a
// demand, an offer that is given up and refusals.
func TestDemoPositions(t *testing.T) {
	_, _, _, positions := viewsOf(docs(t))
	stands := map[isnad.EntityID]isnad.Position{}
	for _, position := range positions {
		if position.Subject.Labels[isnad.English] == "Hessa valley" {
			stands[position.Party] = position
		}
	}
	for party, kind := range map[isnad.EntityID]isnad.StandKind{
		"ruben-halt": isnad.Demands, "tomas-arden": isnad.Refuses, "maravia": isnad.Refuses, "adela-korrin": isnad.Promises,
	} {
		if position, ok := stands[party]; !ok || position.Latest().Kind != kind {
			t.Errorf("%s stands there: %+v, want %s", party, position.Stands, kind)
		}
	}
	if got := len(stands["jonas-veld"].Stands); got != 2 {
		t.Errorf("jonas-veld takes %d stands: what he offered and gives up", got)
	}
}
