// Package collate turns many docs into one record: mentions become entities
// over all spellings and scripts, copies become one witness, articles become
// stories, and what is the same in them becomes one entry.
package collate

import (
	"sort"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/copies"
	"github.com/isnad-news/isnad/collate/entities"
	"github.com/isnad-news/isnad/collate/records"
	"github.com/isnad-news/isnad/collate/stories"
	"github.com/isnad-news/isnad/known"
)

// Record collates docs. The result does not depend on their order, and a doc
// of the same article and version given twice counts once. facts must not be
// nil.
func Record(docs []*isnad.Doc, facts *known.Facts) *isnad.Record {
	docs = once(docs)
	list, local := entities.Resolve(docs, facts)
	witnesses := copies.Group(docs)
	clusters := stories.Cluster(docs, list, local, witnesses)
	return records.Build(docs, list, local, witnesses, clusters)
}

// Boilerplate returns the parts of the articles that their outlets print under
// many reports, by index into docs.
func Boilerplate(docs []*isnad.Doc) map[int][]int { return copies.Boilerplate(docs) }

// Dates returns the publication days of the record's undated articles that
// their stories give away, by index into Docs.
func Dates(record *isnad.Record) map[int]isnad.Published {
	return stories.Dates(record.Docs, record.Local, record.Stories)
}

// toldOf counts what an article's carrier told of it: of two that are one text
// the better known is kept.
func toldOf(article *isnad.Article) int {
	n := 0
	if article.Published.Known() && article.Published.How != isnad.FromStory {
		n += 2
	}
	if article.Outlet.How != isnad.FromFile && article.Outlet.How != isnad.Unknown {
		n++
	}
	return n
}

// once orders docs by article and drops the second of two that are one.
func once(docs []*isnad.Doc) []*isnad.Doc {
	docs = append([]*isnad.Doc(nil), docs...)
	sort.SliceStable(docs, func(i, j int) bool {
		a, b := docs[i].Article, docs[j].Article
		if a.ID != b.ID {
			return a.ID < b.ID
		}
		if a.Version != b.Version {
			return a.Version < b.Version
		}
		if toldOf(a) != toldOf(b) {
			return toldOf(a) > toldOf(b)
		}
		return a.Source < b.Source
	})
	kept := docs[:0]
	for i, doc := range docs {
		if i > 0 && doc.Article.ID == docs[i-1].Article.ID && doc.Article.Version == docs[i-1].Article.Version {
			continue
		}
		kept = append(kept, doc)
	}
	return kept
}
