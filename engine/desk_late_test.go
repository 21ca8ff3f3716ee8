package engine_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/store/sqlite"
)

var firstDay = time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)

// kept is a store and the reports that tests put into it.
type kept struct {
	*sqlite.Store
	t      *testing.T
	engine *engine.Engine
	refuse func(*isnad.Record) error // of PutRecord; may be nil
}

func (k *kept) PutRecord(ctx context.Context, record *isnad.Record) error {
	if k.refuse != nil {
		if err := k.refuse(record); err != nil {
			return err
		}
	}
	return k.Store.PutRecord(ctx, record)
}

func newKept(t *testing.T, now time.Time) *kept {
	t.Helper()
	options := engine.Options{Rules: "these", Gather: gather.Options{Now: func() time.Time { return now }}}
	return &kept{Store: emptyStore(t), t: t, engine: engine.New(options)}
}

func (k *kept) desk() engine.FollowStore {
	k.t.Helper()
	desk, err := k.engine.Desk(k.t.Context(), k)
	if err != nil {
		k.t.Fatal(err)
	}
	return desk.Keeper(k)
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// report is one of a title and a body, named by a number whatever it says.
func (k *kept) report(n int, published time.Time, title, body string) isnad.Intake {
	k.t.Helper()
	text := title + "\n" + body
	article := &isnad.Article{
		ID: "a" + digest(fmt.Sprint(n))[:12], Version: digest(text)[:12], Source: "test", URL: fmt.Sprintf("https://outlet%d.example/%d", n, n),
		Outlet: isnad.Outlet{Name: fmt.Sprintf("Outlet %d", n), How: isnad.Metadata}, Lang: isnad.English, Title: title, Text: text,
		Published: isnad.Published{Time: published, How: isnad.Metadata, Evidence: "date"},
		Parts: []isnad.Part{
			{Kind: isnad.Title, Span: isnad.Span{End: len(title)}, Line: 1, CopyOf: -1},
			{Kind: isnad.Paragraph, Span: isnad.Span{Start: len(title) + 1, End: len(text)}, Line: 2, CopyOf: -1},
		},
	}
	docs, err := k.engine.Docs(k.t.Context(), []*isnad.Article{article})
	if err != nil {
		k.t.Fatal(err)
	}
	raw := []byte(text + article.URL + published.String())
	snapshot := isnad.Snapshot{SHA256: digest(string(raw)), Source: "test", URL: article.URL, Bytes: raw}
	return isnad.Intake{Snapshot: snapshot, Article: article, Doc: docs[0], Rules: "these"}
}

func (k *kept) bridge(n int, published time.Time, more string) isnad.Intake {
	return k.report(n, published, "Marlow harbour bridge closes after cracks",
		"The Marlow harbour bridge closed on Sunday after cracks were found by engineer Anneke Strell, the Marlow port authority said. Ferries replace the bridge until April. "+more)
}

func (k *kept) strike(n int, published time.Time) isnad.Intake {
	return k.report(n, published, "Teachers strike over wages", "Teachers in Korrin went on strike over wages on Wednesday, the union said.")
}

func put(t *testing.T, keeper engine.FollowStore, batch ...isnad.Intake) {
	t.Helper()
	if _, err := keeper.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
}

// together checks that all reports stand in a story, and those of each list in
// one of their own.
func (k *kept) together(lists ...[]isnad.Intake) {
	k.t.Helper()
	of := standing(k.t, k.Store)
	stories := map[isnad.StoryID]bool{}
	for i, list := range lists {
		story := of[list[0].Article.ID]
		if story == "" || stories[story] {
			k.t.Errorf("list %d: its first report stands in story %q", i, story)
		}
		stories[story] = true
		for j, one := range list {
			if got := of[one.Article.ID]; got != story {
				k.t.Errorf("list %d: report %d stands in %q, the first in %q", i, j, got, story)
			}
		}
	}
}

// What one batch opens and later reports of it push out of the window is stored.
func TestDeskBatchLongerThanWindow(t *testing.T) {
	k := newKept(t, firstDay.AddDate(0, 1, 0))
	a, b, c := k.bridge(1, firstDay, ""), k.bridge(2, firstDay, "Drivers wait."), k.strike(3, firstDay.AddDate(0, 0, 10))
	put(t, k.desk(), a, b, c)
	k.together([]isnad.Intake{a, b}, []isnad.Intake{c})
}

// So is what a desk finds that no story holds yet, of more days than wait.
func TestDeskCatchesUp(t *testing.T) {
	k := newKept(t, firstDay.AddDate(0, 1, 0))
	var batch []isnad.Intake
	for day := range deskDays + 1 {
		batch = append(batch, k.report(day, firstDay.AddDate(0, 0, day), fmt.Sprintf("Report of %s", strings.Repeat("x", 3+day)), "Nothing is common here."))
	}
	if _, err := k.Store.Put(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	k.desk()
	if of := standing(t, k.Store); len(of) != len(batch) {
		t.Errorf("%d of %d reports stand in a story", len(of), len(batch))
	}
}

const deskDays = 5

// An edit of a report that waits no more leaves the others of its story where
// they stand, and itself with them if it still tells of the same; also where the
// desk is new, and where others of the batch push them out in between.
func TestDeskLateEdit(t *testing.T) {
	for _, reopened := range []bool{false, true} {
		t.Run(fmt.Sprint("reopened ", reopened), func(t *testing.T) {
			k := newKept(t, firstDay.AddDate(0, 1, 0))
			desk := k.desk()
			var bridge []isnad.Intake
			for n := range 4 {
				bridge = append(bridge, k.bridge(n, firstDay.Add(time.Duration(n)*time.Hour), ""))
			}
			put(t, desk, bridge...)
			before := standing(t, k.Store)
			strike := k.strike(9, firstDay.AddDate(0, 0, 10))
			put(t, desk, strike)
			if reopened {
				desk = k.desk()
			}
			later := k.strike(10, firstDay.AddDate(0, 0, 12))
			put(t, desk, k.bridge(0, firstDay, "Corrected: it is old."), later, k.bridge(1, firstDay, "Corrected: it is not."))
			k.together(bridge, []isnad.Intake{strike, later})
			for _, one := range bridge {
				if now := standing(t, k.Store)[one.Article.ID]; now != before[one.Article.ID] {
					t.Errorf("%s stood in %s, now in %s", one.Article.ID, before[one.Article.ID], now)
				}
			}
			put(t, desk, k.bridge(2, firstDay.AddDate(0, 0, 9), "It opens again."))
			k.together([]isnad.Intake{bridge[0], bridge[1], bridge[3]}, []isnad.Intake{bridge[2]}, []isnad.Intake{strike, later})
		})
	}
}

// A report dated ahead of the clock does not push out those of today.
func TestDeskClock(t *testing.T) {
	k := newKept(t, firstDay.AddDate(0, 0, 2))
	desk := k.desk()
	a := k.bridge(1, firstDay, "")
	ahead := k.strike(2, firstDay.AddDate(0, 0, 5))
	b := k.bridge(3, firstDay.AddDate(0, 0, 1), "Drivers wait.")
	put(t, desk, a, ahead)
	put(t, desk, b)
	k.together([]isnad.Intake{a, b}, []isnad.Intake{ahead})
	c := k.bridge(4, firstDay.AddDate(0, 0, 1), "Ships wait.")
	put(t, k.desk(), c)
	k.together([]isnad.Intake{a, b, c}, []isnad.Intake{ahead})
}

// A story that the store refuses costs itself alone, and its reports say so; any
// other error ends the desk, which is none of the reports being stored.
func TestDeskRefused(t *testing.T) {
	k := newKept(t, firstDay.AddDate(0, 1, 0))
	desk := k.desk()
	a, b := k.bridge(1, firstDay, ""), k.strike(2, firstDay)
	k.refuse = func(record *isnad.Record) error {
		for _, doc := range record.Docs {
			if doc.Article.ID == a.Article.ID {
				return isnad.Errorf(isnad.TooLarge, "bridge", "too large to keep")
			}
		}
		return nil
	}
	batch := []isnad.Intake{a, b}
	put(t, desk, batch...)
	if !strings.Contains(batch[0].Problem, "too large") || batch[1].Problem != "" {
		t.Errorf("problems %q and %q", batch[0].Problem, batch[1].Problem)
	}
	k.together([]isnad.Intake{b})
	if _, err := k.engine.Collate(t.Context(), k, isnad.Days{}); !errors.Is(err, isnad.TooLarge) {
		t.Errorf("collating: %v", err)
	}
	k.together([]isnad.Intake{b})

	k.refuse = func(*isnad.Record) error { return isnad.Errorf(isnad.Full, "disk", "is full") }
	if _, err := desk.Put(t.Context(), []isnad.Intake{k.strike(3, firstDay)}); !errors.Is(err, isnad.Full) {
		t.Errorf("putting: %v", err)
	}
	k.refuse = nil
	if _, err := desk.Put(t.Context(), []isnad.Intake{k.strike(4, firstDay)}); !errors.Is(err, isnad.Full) {
		t.Errorf("putting with a desk that broke: %v", err)
	}
	c := k.strike(5, firstDay)
	put(t, k.desk(), c)
	k.together([]isnad.Intake{a}, []isnad.Intake{b, k.strike(3, firstDay), c})
}
