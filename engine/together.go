package engine

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate"
)

// Together collates docs that are given to be one story, whatever they tell.
func (e *Engine) Together(docs []*isnad.Doc) *isnad.Record { return collate.Together(docs, e.facts) }
