package main

import (
	"context"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/eval"
)

// findNames reads each text as a report of one paragraph a line and returns the
// names in it; what is named by a role or resolved by the report alone is none.
func findNames(ctx context.Context, texts []string, language isnad.Lang) ([][]eval.Found, error) {
	docs, err := readTexts(ctx, texts, language, nil)
	if err != nil {
		return nil, err
	}
	found := make([][]eval.Found, len(docs))
	for i, doc := range docs {
		for _, mention := range doc.Mentions {
			if mention.Form != isnad.Named {
				continue
			}
			kind := mention.Kind
			switch kind {
			case isnad.Person, isnad.Organisation, isnad.Place:
			default:
				kind = isnad.OtherKind
			}
			found[i] = append(found[i], eval.Found{Span: mention.Span, Kind: string(kind)})
		}
	}
	return found, nil
}
