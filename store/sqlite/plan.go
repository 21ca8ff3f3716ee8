package sqlite

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// phrase is one or more keys that must follow one another.
type phrase []string

// plan is a query made ready for the two indexes: what must match in each, and
// what must not. Empty stands for nothing.
type plan struct {
	query           isnad.Query
	words, noWords  string
	about, notAbout string
	phrases         []phrase // of the words that must be there
	speakers        []wantedName
	events          []string // keys
}

// wantedName is a name that is looked for.
type wantedName struct {
	keys []string
	rows []string
}

// newPlan makes a query ready.
func newPlan(query isnad.Query) (*plan, error) {
	p := &plan{query: query}
	bytes, keys := 0, 0
	for _, condition := range query.Conditions {
		bytes += len(condition.Value)
		keys += len(condition.Known)
		if bytes > queryBytes {
			return nil, isnad.Errorf(isnad.TooLarge, "query", "it is longer than %d bytes", queryBytes)
		}
		keys += max(len(terms.Name(condition.Value)), 1)
	}
	if keys > queryKeys {
		return nil, isnad.Errorf(isnad.TooLarge, "query", "it has more than %d words", queryKeys)
	}
	if len(query.Conditions) == 0 && query.Days == (isnad.Days{}) {
		return nil, isnad.Errorf(isnad.Invalid, "query", "there is no word in it").WithHint("name a word to look for")
	}
	for i := range query.Conditions {
		if !slices.Contains(append(aboutFields, isnad.InText), query.Conditions[i].Field) {
			return nil, isnad.Errorf(isnad.Invalid, "query", "there is no field %q", query.Conditions[i].Field)
		}
	}
	for _, add := range []func() error{p.addWords, p.addAbout} {
		if err := add(); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *plan) addWords() error {
	var yes, no []string
	for _, condition := range p.query.Conditions {
		if condition.Field != isnad.InText {
			continue
		}
		list := phrasesOf(condition)
		if len(list) == 0 {
			return nothingIn(condition)
		}
		if condition.Not {
			no = append(no, "("+wanted(list)+")")
			continue
		}
		p.phrases = append(p.phrases, list...)
	}
	if len(p.phrases) > 0 {
		yes = append(yes, wanted(p.phrases))
	}
	p.words, p.noWords = strings.Join(yes, ""), strings.Join(no, " OR ")
	return nil
}

func nothingIn(condition isnad.Condition) error {
	return isnad.Errorf(isnad.Invalid, "query", "there is no word in %q", condition.Value).WithHint("name a word to look for")
}

// phrasesOf cuts words into one phrase, or into as many as there are words.
func phrasesOf(condition isnad.Condition) (list []phrase) {
	for _, term := range terms.Of(condition.Value) {
		if condition.Close && len(list) > 0 {
			list[0] = append(list[0], term.Key)
		} else {
			list = append(list, phrase{term.Key})
		}
	}
	return list
}

// quote writes keys as a phrase for the index, so that none is taken for an
// operator.
func quote(keys []string) string {
	return `"` + strings.ReplaceAll(strings.Join(keys, " "), `"`, `""`) + `"`
}

// wanted writes phrases as a query of the index: all of them.
func wanted(phrases []phrase) string {
	list := make([]string, len(phrases))
	for i, one := range phrases {
		list[i] = quote(one)
	}
	return strings.Join(list, " AND ")
}

// aboutFields are the columns of about.
var aboutFields = []isnad.Field{isnad.SpeakerName, isnad.EntityName, isnad.EventCode, isnad.OutletName, isnad.Language}

func (p *plan) addAbout() error {
	var yes, no []string
	for _, field := range aboutFields {
		must, err := fieldQueries(p.query.Of(field, false))
		if err != nil {
			return err
		}
		if (field == isnad.OutletName || field == isnad.Language) && len(must) > 0 {
			must = []string{"(" + strings.Join(must, " OR ") + ")"}
		}
		mustNot, err := fieldQueries(p.query.Of(field, true))
		if err != nil {
			return err
		}
		yes, no = append(yes, must...), append(no, mustNot...)
	}
	for _, speaker := range p.query.Of(isnad.SpeakerName, false) {
		p.speakers = append(p.speakers, wantedName{terms.Name(speaker.Value), speaker.Known})
	}
	for _, event := range p.query.Of(isnad.EventCode, false) {
		p.events = append(p.events, letterKey(event.Value))
	}
	p.about, p.notAbout = strings.Join(yes, " AND "), strings.Join(no, " OR ")
	return nil
}

// fieldQueries writes conditions on one field, each as a query of the index.
func fieldQueries(conditions []isnad.Condition) (list []string, err error) {
	for _, condition := range conditions {
		one := ""
		switch condition.Field {
		case isnad.Language, isnad.EventCode:
			one = string(condition.Field) + " : " + quote([]string{letterKey(condition.Value)})
		default:
			one, err = nameQuery(string(condition.Field), condition)
		}
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// nameQuery writes a name, or one of its rows, as a query of a column.
func nameQuery(column string, condition isnad.Condition) (string, error) {
	var list []string
	if keys := terms.Name(condition.Value); len(keys) > 0 {
		list = append(list, quote(keys))
	}
	for _, row := range condition.Known {
		list = append(list, quote([]string{rowKey(row)}))
	}
	if len(list) == 0 {
		return "", nothingIn(condition)
	}
	return "(" + column + " : (" + strings.Join(list, " OR ") + "))", nil
}

// spoken reports whether words are looked for together with who says them.
func (p *plan) spoken() bool { return len(p.speakers) > 0 && len(p.phrases) > 0 }

// limit is how many versions are read: some more than are asked for where those
// come first in which the speakers say the words.
func (p *plan) limit() int {
	const more = 100
	if p.spoken() {
		return p.query.Limit + min(2*p.query.Limit, more)
	}
	return p.query.Limit
}
