package names

import (
	"bytes"
	"compress/gzip"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/tagger"
)

// clusters finds the class of a word that is used like others: a path in a
// tree of two branches at each step (Brown and others, Computational Linguistics
// 18, 1992), the first step in the lowest bit, 0 of words without. Words are
// looked up as they are written, by hash, in open addressing.
type clusters []clusterSlot

// clusterSlot is empty if its path is 0.
type clusterSlot struct {
	check uint32
	path  uint32
}

// How much of a path tells wide, middle and narrow classes.
const (
	wide   = 1<<4 - 1
	middle = 1<<6 - 1
	narrow = 1<<10 - 1
	paired = 1<<8 - 1
)

var loadClusters = sync.OnceValue(func() clusters {
	table := make(clusters, 1<<17) // a power of two, at most half full
	for line := range strings.Lines(clusterList()) {
		class, list, _ := strings.Cut(line, "\t")
		path, err := strconv.ParseUint(class, 10, 32)
		if line[0] == '#' || err != nil {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			table.put(tagger.Hash(word), uint32(path))
		}
	}
	return table
})

func clusterList() string {
	packed, err := englishFiles.ReadFile("lists/en-clusters.tsv.gz")
	if err != nil {
		panic(err) // the file is embedded
	}
	plain, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err)
	}
	list, err := io.ReadAll(plain)
	if err != nil {
		panic(err)
	}
	return string(list)
}

func (c clusters) put(hash uint64, path uint32) {
	at := c.find(hash)
	c[at] = clusterSlot{uint32(hash >> 32), path}
}

// find returns the slot of a hash, or the empty one that it would have.
func (c clusters) find(hash uint64) uint64 {
	mask := uint64(len(c) - 1)
	at := hash & mask
	for c[at].path != 0 && c[at].check != uint32(hash>>32) {
		at = (at + 1) & mask
	}
	return at
}

// of returns the path of a word as it is written, or else of its folded form,
// which is given by its hash.
func (c clusters) of(raw string, folded uint64) uint64 {
	if path := c[c.find(tagger.Hash(raw))].path; path != 0 {
		return uint64(path)
	}
	return uint64(c[c.find(folded)].path)
}

// clusterFeatures are the classes of the word and its neighbours.
func (e *EnglishRows) clusterFeatures(rows *tagger.Rows, i int) {
	c, p, n, pp, nn := e.at(i), e.at(i-1), e.at(i+1), e.at(i-2), e.at(i+2)
	look := uint64(c.letters)
	rows.Add(tagger.Mix2(140, c.cluster, look))
	rows.Add(tagger.Mix2(141, c.cluster&wide, look))
	rows.Add(tagger.Mix2(142, c.cluster&middle, look))
	rows.Add(tagger.Mix2(143, c.cluster&narrow, look))
	rows.Add(tagger.Mix2(144, p.cluster, look))
	rows.Add(tagger.Mix2(145, n.cluster, look))
	rows.Add(tagger.Mix2(146, p.cluster&middle, look))
	rows.Add(tagger.Mix2(147, n.cluster&middle, look))
	rows.Add(tagger.Mix2(148, pp.cluster&narrow, look))
	rows.Add(tagger.Mix2(149, nn.cluster&narrow, look))
	rows.Add(tagger.Mix2(156, p.cluster&paired, c.cluster&paired))
	rows.Add(tagger.Mix2(157, c.cluster&paired, n.cluster&paired))
}

// runClusters are the classes of the ends of a run and of what stands about it.
func runClusters(rows *tagger.Rows, first, last, before, behind *englishCell, starts, place uint64) {
	rows.Add(tagger.Mix2(150, last.cluster, starts))
	rows.Add(tagger.Mix2(151, first.cluster, starts))
	rows.Add(tagger.Mix2(152, before.cluster, starts))
	rows.Add(tagger.Mix2(153, behind.cluster, starts))
	rows.Add(tagger.Mix2(154, last.cluster&paired, place))
	rows.Add(tagger.Mix2(155, first.cluster&paired, place))
}
