package events_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate"
	"github.com/isnad-news/isnad/known"
)

func TestPlv(t *testing.T) {
	if os.Getenv("PLV") == "" {
		t.Skip()
	}
	data, _ := os.ReadFile("/work/shared/data/events/plv-train.tsv")
	p := annotate.New(known.Default())
	hit, none, other := map[string]int{}, map[string]int{}, map[string]int{}
	show := os.Getenv("PLV")
	total := 0
	for i, line := range strings.Split(string(data), "\n") {
		c := strings.Split(line, "\t")
		if i == 0 || len(c) < 10 {
			continue
		}
		total++
		var doc *isnad.Doc
		func() {
			defer func() { recover() }()
			doc = p.Doc(article([]string{c[2]}, "", isnad.English))
		}()
		if doc == nil {
			fmt.Println("PANIC", c[2])
			continue
		}
		gold := c[9]
		types := []string{}
		ok := false
		for _, e := range doc.Events {
			types = append(types, fmt.Sprintf("%s[%s>%s]%q", e.Type, names(doc, e.Actors), names(doc, e.Recipients), doc.Words(e.Trigger)))
			ok = ok || string(e.Type) == gold
		}
		switch {
		case ok:
			hit[gold]++
		case len(types) == 0:
			none[gold]++
		default:
			other[gold]++
		}
		if !ok && (show == gold || show == "ALL") && (len(types) > 0 || os.Getenv("NONE") != "") {
			fmt.Printf("%s: %s\n   %v\n", gold, c[3], types)
		}
	}
	h, n, o := 0, 0, 0
	for k := range hit {
		fmt.Printf("%-10s hit %d other %d none %d\n", k, hit[k], other[k], none[k])
		h += hit[k]
		o += other[k]
		n += none[k]
	}
	fmt.Println(total, h, o, n)
}
