package eval

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
)

//go:embed data/labels.tsv
var labelsFile []byte

// The kinds of name that scores tell apart.
const (
	kindPerson       = "person"
	kindOrganisation = "organisation"
	kindPlace        = "place"
	kindOther        = "other"
	kindNone         = "none" // asked for by a user: does not count
)

var commonLabels = sync.OnceValue(func() map[string]string {
	rows, err := corpora.Rows("data/labels.tsv", bytes.NewReader(labelsFile), "#")
	if err != nil {
		panic(err) // embedded
	}
	labels := map[string]string{}
	for _, row := range rows {
		labels[row[0]] = row[1]
	}
	return labels
})

// Kinds says what the labels of a corpus mean: person, organisation, place or
// other. Labels that nothing is known of (DATE, QUANTITY) are not in it, and
// count on neither side. Own, written LABEL=KIND, goes before the labels of
// common sets; KIND may be "none".
func Kinds(sentences []corpora.Sentence, own []string) (map[string]string, error) {
	given := map[string]string{}
	for _, one := range own {
		label, kind, ok := strings.Cut(one, "=")
		switch {
		case !ok || label == "":
			return nil, isnad.Errorf(isnad.Invalid, one, "is not LABEL=KIND")
		case !slices.Contains([]string{kindPerson, kindOrganisation, kindPlace, kindOther, kindNone}, kind):
			return nil, isnad.Errorf(isnad.Invalid, one, "no kind %q", kind).
				WithHint("the kinds are person, organisation, place, other and none")
		}
		given[label] = kind
	}
	kinds := map[string]string{}
	for _, kind := range []string{kindPerson, kindOrganisation, kindPlace, kindOther} {
		kinds[kind] = kind
	}
	for _, sentence := range sentences {
		for _, span := range corpora.Spans(sentence.Tags) {
			kind, ok := given[span.Kind]
			if !ok {
				kind, ok = commonLabels()[strings.ToLower(span.Kind)]
			}
			if ok && kind != kindNone {
				kinds[span.Kind] = kind
			}
		}
	}
	return kinds, nil
}
