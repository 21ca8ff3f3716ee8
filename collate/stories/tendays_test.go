package stories_test

import (
	"bufio"
	"context"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad/collate/stories"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/engine"
)

var (
	tenDays  = flag.Int("tendays", 0, "run BenchmarkTenDays over so many days, of -perday articles each")
	perDay   = flag.Int("perday", 100_000, "articles a day of BenchmarkTenDays")
	mostLive = flag.Int("most", 0, "articles that wait at most in BenchmarkTenDays; 0 for the default")
)

// labelledDays are the days of the stream whose stories are labelled.
var labelledDays = []string{"2015-08-02", "2015-08-03", "2015-08-04"}

// dayOf reads and sketches one day of the real stream, by the record that each
// article stands in.
func dayOf(b *testing.B, day string) (sketches []*stories.Sketch, ids map[string]string) {
	b.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	file := filepath.Join(root, "data", "stream", day+".zip")
	if _, err := os.Stat(file); err != nil {
		b.Skipf("no real stream here (%s): set ISNAD_SHARED", file)
	}
	docs, err := engine.New(engine.Options{}).Archives(context.Background(), file)
	if err != nil {
		b.Fatal(err)
	}
	ids = map[string]string{}
	for _, doc := range docs {
		sketches = append(sketches, stories.NewSketch(doc))
		ids[filepath.Base(doc.Article.Source)] = doc.Article.ID
	}
	return sketches, ids
}

// labels reads the labelled stories by article: those of two and more, and the
// articles that count for neither side.
func labels(b *testing.B, ids map[string]string) (truth [][]string, aside map[string]bool) {
	b.Helper()
	file, err := os.Open(filepath.Join("..", "..", "eval", "data", "stories.tsv"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	aside = map[string]bool{}
	of := map[string][]string{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		row := strings.Split(lines.Text(), "\t")
		if len(row) < 6 || row[0] == "story" {
			continue
		}
		id, ok := ids[row[3]+"#"+row[4]]
		switch {
		case !ok:
			b.Fatalf("labelled article %s#%s is not in the stream", row[3], row[4])
		case row[2] == "unsure":
			aside[id] = true
		default:
			of[row[0]] = append(of[row[0]], id)
		}
	}
	for _, members := range of {
		if len(members) > 1 {
			truth = append(truth, members)
			for _, id := range members {
				delete(aside, id)
			}
		}
	}
	return truth, aside
}

func agreed(stream *stories.Stream, truth [][]string, aside map[string]bool) corpora.BCubed {
	var groups [][]string
	for _, told := range stream.Stories() {
		groups = append(groups, told.Articles)
	}
	return corpora.AgreeGroups(truth, groups, aside)
}

// BenchmarkTenDays feeds a stream of -perday articles on each of -tendays days:
// three labelled days of the real one as they are, from the fourth day on, and
// around them worlds made of them, in which the same articles tell of others, of
// other places and numbers (see Permuted). It reports what an article costs on
// the first and on the last day, the memory in use at the end, and BCubed F1 of
// the labelled stories, beside that of the labelled days alone, as they stand
// when the last of them is over.
func BenchmarkTenDays(b *testing.B) {
	if *tenDays == 0 {
		b.Skip("takes minutes: ask for it with -tendays 10")
	}
	var real [][]*stories.Sketch
	ids := map[string]string{}
	count := map[uint32]int{}
	n := 0
	for _, day := range labelledDays {
		sketches, found := dayOf(b, day)
		slices.SortStableFunc(sketches, func(x, y *stories.Sketch) int { return x.At().Compare(y.At()) })
		real = append(real, sketches)
		for record, id := range found {
			ids[record] = id
		}
		for _, sketch := range sketches {
			n++
			sketch.Terms(func(key uint32) { count[key]++ })
		}
	}
	truth, aside := labels(b, ids)
	rare := func(key uint32) bool { return count[key] < n/100 }
	alone := stories.NewStream(stories.Options{Most: *mostLive})
	for _, sketches := range real {
		for _, sketch := range sketches {
			alone.Add(sketch)
		}
	}
	apart := agreed(alone, truth, aside)
	for b.Loop() {
		tenDaysOnce(b, real, rare, func(stream *stories.Stream) {
			among := agreed(stream, truth, aside)
			b.Logf("alone %+v, among the others %+v", apart, among)
			b.ReportMetric(apart.F1(), "F1-alone")
			b.ReportMetric(among.F1(), "F1-among")
		})
	}
}

func tenDaysOnce(b *testing.B, real [][]*stories.Sketch, rare func(uint32) bool, labelled func(*stories.Stream)) {
	const before = 3 // days that go before the labelled ones
	stream := stories.NewStream(stories.Options{Most: *mostLive})
	perArticle := make([]float64, *tenDays)
	for day := range *tenDays {
		base := real[day%len(real)]
		shift := day - before - day%len(real)
		var world uint32
		var took time.Duration
		added := 0
		for added < *perDay {
			world++
			batch := make([]*stories.Sketch, len(base))
			for i, sketch := range base {
				batch[i] = sketch.Permuted(uint32(day/len(real))*1000+world, shift, rare)
			}
			if world == 1 && day >= before && day < before+len(real) {
				batch = slices.Clone(real[day-before])
			}
			start := time.Now()
			for _, sketch := range batch {
				stream.Add(sketch)
			}
			took += time.Since(start)
			added += len(batch)
		}
		perArticle[day] = float64(took.Microseconds()) / float64(added)
		b.Logf("day %d: %d articles, %.0f µs each, %d wait, %d MB in use", day+1, added, perArticle[day], stream.Len(), inUse())
		if day == before+len(real)-1 {
			labelled(stream)
		}
	}
	b.ReportMetric(perArticle[0], "µs/article-first-day")
	b.ReportMetric(perArticle[*tenDays-1], "µs/article-last-day")
	b.ReportMetric(float64(inUse()), "MB-in-use")
	if peak := peakMemory(); peak > 0 {
		b.ReportMetric(float64(peak), "MB-resident-at-most")
	}
	runtime.KeepAlive(stream)
}

// peakMemory is the most memory that this process had at once, as the kernel
// tells, in megabytes; 0 where it does not.
func peakMemory() (megabytes int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kilobytes, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
			return kilobytes >> 10
		}
	}
	return 0
}

func inUse() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapInuse >> 20
}
