package collate

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/collate/verify"
	"github.com/isnad-news/isnad/known"
)

// Verify answers a question from what the reports of a record have people say.
// It is a pure function: the same record and question give the same verdict.
// The only errors are those of [isnad.Question.Check]. facts must not be nil.
func Verify(record *isnad.Record, facts *known.Facts, question isnad.Question) (*isnad.Verdict, error) {
	return verify.Verify(record, facts, question)
}

// Collection is a record read once, to be asked many questions.
type Collection = verify.Collection

// Questions reads a record to be asked. facts must not be nil.
func Questions(record *isnad.Record, facts *known.Facts) *Collection {
	return verify.New(record, facts)
}

// Searches are what to look for in a store to find the reports that a question
// can be held against.
func Searches(facts *known.Facts, question isnad.Question) []verify.Search {
	return verify.Searches(facts, question)
}
