package eval

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// StoriesTask is the task of joining reports into stories.
const StoriesTask = "stories"

//go:embed data/stories.tsv
var storiesFile []byte

// StoryDays are the three days of a real news stream whose stories are labelled
// in data/stories.tsv. They only measure: nothing that ships is trained on them.
var StoryDays = []learn.Corpus{
	saudiNewsNet("2015-08-02", "b8cfb39bf0ea66ed282a8f88b5deefd0cf234ff8a57f763621f333b5f7be5c9b"),
	saudiNewsNet("2015-08-03", "c17a6e0eedc6c30d30fdfb9c3a86c42670ee893c23fe2096f5cb5f2ffc18fcd6"),
	saudiNewsNet("2015-08-04", "a0b7a5e4da847133bd0e943012299e867102c9572529574636976dafb6a03c69"),
}

func saudiNewsNet(day, digest string) learn.Corpus {
	return learn.Corpus{
		Path: "stream/" + day + ".zip", SHA256: digest,
		Origin: "https://github.com/ParallelMazen/SaudiNewsNet", Licence: "CC BY-NC-SA 4.0",
	}
}

var ecbPlus = learn.Corpus{
	Path:    "stories-en/ecbplus-1-30.tgz",
	SHA256:  "783a15c8fecbafea19e3ea18375db74096d31f1bdea57f20719dfc5659922ebb",
	Origin:  "https://github.com/cltl/ecbPlus",
	Part:    "topics 1 to 30",
	Licence: "CC BY 3.0",
}

// Grouper is what the tasks on stories ask of the program. Groups are lists of
// indexes into docs; a doc that stands in none is alone.
type Grouper struct {
	Archives func(ctx context.Context, corpora []learn.Corpus) ([]*isnad.Doc, error)              // the reports of archives, annotated
	Texts    func(ctx context.Context, texts []string, language isnad.Lang) ([]*isnad.Doc, error) // texts without a day, annotated
	Group    func(docs []*isnad.Doc) [][]int                                                      // all at once
	Arrivals func(docs []*isnad.Doc) func(order []int) [][]int                                    // one after the other
}

// StoryTasks score how reports are joined into stories.
func StoryTasks(program Grouper) []Task {
	return []Task{
		{Name: StoriesTask, Needs: StoryDays, Slow: true, Run: func(ctx context.Context, _ learn.Data, log io.Writer) ([]learn.Score, error) {
			return program.stream(ctx, log)
		}},
		{Name: StoriesTask, Needs: []learn.Corpus{ecbPlus}, Slow: true, Run: func(ctx context.Context, d learn.Data, _ io.Writer) ([]learn.Score, error) {
			return program.ecbPlus(ctx, d)
		}},
	}
}

// Set names of the scores.
const (
	testStories = "SaudiNewsNet, three days, test half of 150 labelled articles"
	tuneStories = "the same, tuning half"
	ecbStories  = "ECB+, topics 1 to 30"
)

func (g Grouper) stream(ctx context.Context, log io.Writer) ([]learn.Score, error) {
	docs, err := g.Archives(ctx, StoryDays)
	if err != nil {
		return nil, err
	}
	tune, test, err := labelledStories(docs)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(log, "%d reports, %d stories to tune on, %d to test on\n", len(docs), len(tune.truth), len(test.truth))
	var scores []learn.Score
	ours := g.Group(docs)
	scores = append(scores, test.scores(testStories, "", ours)...)
	scores = append(scores, tune.scores(tuneStories, "", ours)...)
	space := newTermSpace(docs)
	for _, rival := range []struct {
		name  string
		decay []float64 // days until a likeness counts 1/e
	}{{"TF-IDF, one threshold", []float64{0}}, {"TF-IDF with time decay", []float64{0.5, 1, 2, 3, 5}}} {
		groups := space.tuned(rival.decay, tune)
		scores = append(scores, test.f1(testStories, ", "+rival.name, groups))
	}
	scores = append(scores, test.f1(testStories, ", every article alone", nil))
	return append(scores, g.orders(docs, tune, test)), nil
}

// manyOrders is how many orders of arrival are compared.
const manyOrders = 20

// orders feeds the reports in random orders: the largest difference between two
// of them in F1, over all labelled stories.
func (g Grouper) orders(docs []*isnad.Doc, halves ...labelled) learn.Score {
	all := labelled{aside: map[int]bool{}}
	for _, half := range halves {
		all.truth = append(all.truth, half.truth...)
		for doc := range half.aside {
			all.aside[doc] = true
		}
	}
	random := rand.New(rand.NewPCG(20150802, manyOrders))
	low, high := 1.0, 0.0
	arrived := g.Arrivals(docs)
	for range manyOrders {
		f1 := corpora.AgreeGroups(all.truth, arrived(random.Perm(len(docs))), all.aside).F1()
		low, high = min(low, f1), max(high, f1)
	}
	return learn.Score{Task: StoriesTask, Set: "the three days in 20 random orders", Measure: "BCubed F1, best less worst", Value: hundred * (high - low)}
}

func (g Grouper) ecbPlus(ctx context.Context, d learn.Data) ([]learn.Score, error) {
	raw, err := d.Read(ecbPlus)
	if err != nil {
		return nil, err
	}
	reports, err := corpora.ECBPlus(filepath.Base(ecbPlus.Path), bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(reports))
	of := map[string]int{}
	var all labelled
	for i, report := range reports {
		texts[i] = report.Text
		at, ok := of[report.Story]
		if !ok {
			at = len(all.truth)
			of[report.Story], all.truth = at, append(all.truth, nil)
		}
		all.truth[at] = append(all.truth[at], i)
	}
	docs, err := g.Texts(ctx, texts, isnad.English)
	if err != nil {
		return nil, err
	}
	return all.scores(ecbStories, "", g.Group(docs))[:3], nil
}

// labelled is the true stories among docs, by index.
type labelled struct {
	truth [][]int      // of two reports or more
	alone []int        // reports without companions
	aside map[int]bool // reports that count for neither side
}

func (l labelled) f1(set, what string, groups [][]int) learn.Score {
	return learn.Score{Task: StoriesTask, Set: set, Measure: "BCubed F1" + what, Value: hundred * corpora.AgreeGroups(l.truth, groups, l.aside).F1()}
}

// scores are F1, precision and recall over stories of two reports and more, and
// how many of those without companions stay alone.
func (l labelled) scores(set, what string, groups [][]int) []learn.Score {
	agreed := corpora.AgreeGroups(l.truth, groups, l.aside)
	alone := 0
	size := map[int]int{}
	for _, members := range groups {
		n := 0
		for _, doc := range members {
			if !l.aside[doc] {
				n++
			}
		}
		for _, doc := range members {
			size[doc] = n
		}
	}
	for _, doc := range l.alone {
		if size[doc] <= 1 {
			alone++
		}
	}
	return []learn.Score{
		l.f1(set, what, groups),
		{Task: StoriesTask, Set: set, Measure: "BCubed precision" + what, Value: hundred * agreed.Precision},
		{Task: StoriesTask, Set: set, Measure: "BCubed recall" + what, Value: hundred * agreed.Recall},
		{Task: StoriesTask, Set: set, Measure: "alone and left alone" + what, Value: hundred * float64(alone) / float64(max(1, len(l.alone)))},
	}
}

// storyLabel is a row of data/stories.tsv.
type storyLabel struct {
	story  string
	half   string
	label  string // seed, companion, unsure
	record string // "2015-08-02.json#17"
}

var storyLabels = sync.OnceValue(func() []storyLabel {
	rows, err := corpora.Rows("data/stories.tsv", bytes.NewReader(storiesFile), "#")
	if err != nil {
		panic(err) // embedded
	}
	labels := make([]storyLabel, 0, len(rows))
	for _, row := range rows[1:] {
		labels = append(labels, storyLabel{row[0], row[1], row[2], row[3] + "#" + row[4]})
	}
	return labels
})

// labelledStories finds the labelled reports among docs by where they were read
// from. Every one of them must be there.
func labelledStories(docs []*isnad.Doc) (tune, test labelled, err error) {
	at := make(map[string]int, len(docs))
	for i, doc := range docs {
		at[filepath.Base(doc.Article.Source)] = i
	}
	halves := map[string]*labelled{"tune": {aside: map[int]bool{}}, "test": {aside: map[int]bool{}}}
	labels := storyLabels()
	for len(labels) > 0 {
		end := slices.IndexFunc(labels, func(l storyLabel) bool { return l.story != labels[0].story })
		if end < 0 {
			end = len(labels)
		}
		half := halves[labels[0].half]
		var members []int
		for _, label := range labels[:end] {
			doc, ok := at[label.record]
			if !ok {
				return tune, test, isnad.Errorf(isnad.NotFound, label.record, "a labelled report is not in the archives")
			}
			if label.label == "unsure" {
				half.aside[doc] = true
				continue
			}
			members = append(members, doc)
		}
		if len(members) > 1 {
			half.truth = append(half.truth, members)
		} else {
			half.alone = append(half.alone, members...)
		}
		labels = labels[end:]
	}
	for _, half := range halves {
		for _, members := range half.truth {
			for _, doc := range members {
				delete(half.aside, doc) // unsure of another story
			}
		}
	}
	return *halves["tune"], *halves["test"], nil
}
