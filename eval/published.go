package eval

import (
	"bytes"
	_ "embed"
	"sync"

	"github.com/isnad-news/isnad/corpora"
)

//go:embed data/published.tsv
var publishedFile []byte

// Published is a number that others gave for a system of theirs, or a baseline,
// as its source gives it.
type Published struct {
	Task    string `json:"-"`
	Set     string `json:"set"`
	Measure string `json:"-"`
	System  string `json:"system"`
	Value   string `json:"value"`
	Source  string `json:"source"` // where it can be read
}

// published are the rows of data/published.tsv, in its order.
var published = sync.OnceValue(func() []Published {
	rows, err := corpora.Rows("data/published.tsv", bytes.NewReader(publishedFile), "#")
	if err != nil {
		panic(err) // embedded
	}
	list := make([]Published, len(rows))
	for i, row := range rows {
		list[i] = Published{Task: row[0], Set: row[1], Measure: row[2], System: row[3], Value: row[4], Source: row[5]}
	}
	return list
})

// others are the published numbers beside a score: those of its task and
// measure on other parts of the set are told with their set.
func others(task, measure string) []Published {
	var list []Published
	for _, one := range published() {
		if one.Task == task && one.Measure == measure {
			list = append(list, one)
		}
	}
	return list
}
