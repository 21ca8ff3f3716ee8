package engine_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/engine"
	"github.com/isnad-news/isnad/gather"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/show"
)

// facts are the project's with the demo's over them.
var facts = sync.OnceValue(func() *known.Facts {
	own, err := demo.Facts()
	if err != nil {
		panic(err)
	}
	return known.Default().With(own)
})

// fataler is a test or a draw of one.
type fataler interface {
	Helper()
	Fatal(...any)
}

// written reads the snapshots and gives the record, checked, as JSON.
func written(t fataler, options engine.Options, snapshots ...isnad.Snapshot) []byte {
	t.Helper()
	options.Facts = facts()
	record, err := engine.New(options).ReadSnapshots(context.Background(), snapshots...)
	if err != nil {
		t.Fatal(err)
	}
	if err := record.Check(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := show.JSON(&out, record); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Law 3: the same input gives the same bytes, however many read at once and in
// whatever order it comes.
func TestSameInputSameBytes(t *testing.T) {
	snapshots := demo.Snapshots()
	want := written(t, engine.Options{Workers: 1}, snapshots...)
	for _, workers := range []int{1, 8} {
		if got := written(t, engine.Options{Workers: workers}, snapshots...); !bytes.Equal(got, want) {
			t.Errorf("%d workers: another output", workers)
		}
	}
	slices.Reverse(snapshots)
	if got := written(t, engine.Options{Workers: 8}, snapshots...); !bytes.Equal(got, want) {
		t.Error("backwards: another output")
	}
	// One engine may be asked by many at once.
	shared := engine.New(engine.Options{Facts: facts()})
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var out bytes.Buffer
			record, err := shared.ReadSnapshots(context.Background(), snapshots...)
			if err == nil {
				err = show.JSON(&out, record)
			}
			if err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("one of many: another output (%v)", err)
			}
		})
	}
	group.Wait()
}

// Law 3: reading a report twice changes nothing, under its own name or under a
// second one that comes after it.
func TestTwiceChangesNothing(t *testing.T) {
	snapshots := demo.Snapshots()
	want := written(t, engine.Options{}, snapshots...)
	if got := written(t, engine.Options{}, append(snapshots, snapshots...)...); !bytes.Equal(got, want) {
		t.Error("all twice: another output")
	}
	for i := 0; i < len(snapshots); i += 4 {
		again := snapshots[i]
		again.Source = "zz/" + again.Source
		if got := written(t, engine.Options{}, append([]isnad.Snapshot{again}, snapshots...)...); !bytes.Equal(got, want) {
			t.Errorf("%s under two names: another output", snapshots[i].Source)
		}
	}
}

// Law 6: an input that cannot be read never stops the others.
func TestBadInputsStopNothing(t *testing.T) {
	good := demo.Snapshots()[:3]
	bad := []isnad.Snapshot{
		{Source: "empty"}, {Source: "binary", Bytes: []byte("\x7fELF\x00\x00\x00\x00\x01")}, {Source: "bad.json", Bytes: []byte("[[[[")},
		{Source: "blank", Bytes: []byte(" \n\t\n")},
	}
	record, err := engine.New(engine.Options{Facts: facts()}).ReadSnapshots(context.Background(), append(bad, good...)...)
	if record == nil || len(record.Docs) != len(good) {
		t.Fatalf("record %v, want %d docs", record, len(good))
	}
	for _, snapshot := range bad {
		if err == nil || !strings.Contains(err.Error(), snapshot.Source) {
			t.Errorf("no error about %q in %v", snapshot.Source, err)
		}
	}
	record, err = engine.New(engine.Options{}).ReadSnapshots(context.Background(), bad...)
	if record != nil || err == nil {
		t.Errorf("nothing to read: record %v, error %v", record, err)
	}
	var no *isnad.Error
	if !errors.As(err, &no) || no.Hint == "" {
		t.Errorf("error %v has no hint", err)
	}
}

// A line that is cut at the limit is read up to there and listed, whether it is
// one sentence without end or a thousand.
func TestLongLine(t *testing.T) {
	limits := gather.Limits{LineBytes: 64 << 10}
	for name, words := range map[string]string{
		"one sentence": "قالت الوزيرة إن الميناء سيفتح الاثنين، ",
		"sentences":    "قالت الوزيرة إن الميناء سيفتح الاثنين. ",
		"english":      "The minister said the port would open on Monday. ",
		"quotations":   "وقالت الوزيرة: \"سيفتح الميناء\". ",
		"open quotes":  "وقالت الوزيرة: «سيفتح الميناء ",
		"names":        "التقى أديلا كورين ويوناس فيلد ",
		"dates":        "يوم 14 يونيو الماضي وأمس ",
	} {
		line := strings.Repeat(words, 2*limits.LineBytes/len(words))
		record, err := engine.New(engine.Options{Facts: facts(), Gather: gather.Options{Limits: limits}}).
			ReadSnapshots(context.Background(), isnad.Snapshot{Source: name, Bytes: []byte(line)})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := record.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		cut := func(defect isnad.Defect) bool { return defect.Kind == isnad.Truncated }
		if !slices.ContainsFunc(record.Docs[0].Article.Defects, cut) {
			t.Errorf("%s: the cut is not listed", name)
		}
	}
}

func TestRead(t *testing.T) {
	stdin := func() io.Reader { return strings.NewReader("Anneke Strell said that the harbour would open.") }
	reader := engine.New(engine.Options{Facts: facts()})
	record, err := reader.Read(context.Background(), stdin(), "-", "-")
	if err != nil || len(record.Docs) != 1 {
		t.Errorf("standard input named twice: record %v, error %v", record, err)
	}
	record, err = reader.Read(context.Background(), stdin(), "-", "testdata/none.txt")
	if record == nil || !errors.Is(err, isnad.NotFound) {
		t.Errorf("one of two missing: record %v, error %v", record, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if record, err = reader.Read(ctx, stdin(), "-"); record != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: record %v, error %v", record, err)
	}
	if _, err = reader.ReadSnapshots(ctx, demo.Snapshots()...); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: error %v", err)
	}
}

// pieces are what reports are made of, so that soup reaches the rules.
var pieces = []string{
	"قال", "وأضاف", "مشيرا إلى أن", "وأكد", "بحسب", "نفى", "رفض", "تعهد", "طالب", "التقى", "اتفق", "إن", "أن", "على", "من", "لم", "سوف", "قد", "الذي",
	"الرئيس", "وزير الخارجية", "رئيسة الوزراء", "المتحدث باسم", "مصدر أمني", "الجانبان", "الكرملين", "روسيا", "الأميركي", "بغداد", "أديلا كورين", "يوناس فيلد", "نفسه",
	"أمس", "الثلاثاء", "14 يونيو الماضي", "أبريل", "هذا الأسبوع", "1446هـ", "الساعة", "\u0661\u0662", "خمسة وعشرين", "40 دقيقة", "3.5 مليون",
	"said", "told reporters", "according to", "he added", "denied", "promised to", "will meet", "was killed in", "the president", "Foreign Minister", "spokesman", "Moscow", "U.S.",
	"Adela Korrin", "Mr. Veld", "on Friday", "last April", "next week", "March 3, 2026", "in 2022", "at least 12 people", "(Reuters)", "that", "and", "who", "'s",
	"\"", "«", "»", "\u201c", "\u201d", "\u201e", "\u2018", "\u2019", "'", "(", ")", "[", "]", ":", ".", "\u060c", ",", "\u061f", "!", "...", "\u2026", "-", "\u2014", "/", "#", "@", "*",
	"\n", "\n\n", "\r\n", " ", "\u00a0", "\u200f", "\u202e", "\u200c", "\u200d", "\u0640\u0640", "\u064b\u0651", "\u0670", "\ufefb", "\ufdf2", "\ufffd", "\u0301", "\U0001F600", "\x00", "\xd8", "\xff",
	"<p>", "</p>", "<blockquote>", "&quot;", "## ", "![](x.jpg)", "العنوان: ", "التاريخ: 2026-03-03\n", "Date: 2026-03-04\n", "https://a.example/b",
}

// soup draws a text of pieces, most of them with spaces between.
func soup(t *rapid.T) string {
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.StringN(0, 8, 24))
	return strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "between"))
}

// Laws 1, 2 and 6: whatever comes in, every fact lies in its text, every entry
// has a source, and nothing panics.
func TestSoup(t *testing.T) {
	reader := engine.New(engine.Options{Facts: facts()})
	rapid.Check(t, func(t *rapid.T) {
		var snapshots []isnad.Snapshot
		for range rapid.IntRange(1, 3).Draw(t, "reports") {
			source := rapid.SampledFrom([]string{"a.txt", "b.md", "c.html", "d"}).Draw(t, "source")
			snapshots = append(snapshots, isnad.Snapshot{Source: source, Bytes: []byte(soup(t))})
		}
		record, err := reader.ReadSnapshots(context.Background(), snapshots...)
		if record == nil {
			if err == nil {
				t.Fatal("neither record nor error")
			}
			return
		}
		if err := record.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
