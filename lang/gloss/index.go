package gloss

import (
	_ "embed" // the list
	"slices"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed words.tsv
var words string

// known is the list, by form.
type known struct {
	concepts []string
	arabic   map[string]arabicForm
	english  map[string]englishForm
}

// arabicForm holds the concepts of a folded form, as each part of speech.
type arabicForm struct {
	any      []string // as it stands: noun or past
	noun     []string
	feminine []string // of a noun in ة, by what stands before it
	past     []string
	present  []string // of a verb, without the prefix of the person
}

// englishForm holds the concepts of a folded word and those of a stem.
type englishForm struct{ exact, stem []string }

var index = sync.OnceValue(func() *known { return parse(words) })

// parse reads the list in two rounds: what is derived from a verb does not add
// to a form that the list has itself.
func parse(list string) *known {
	const size = 1 << 14
	k := &known{arabic: make(map[string]arabicForm, size), english: make(map[string]englishForm, size/2)}
	var rows [][]string
	for line := range strings.Lines(list) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		rows = append(rows, append(fields, make([]string, columns)...)[:columns])
		k.concepts = append(k.concepts, fields[0])
	}
	var verbs []verb
	for i, row := range rows {
		concept := k.concepts[i : i+1 : i+1]
		k.addEnglish(row[1], concept)
		k.addNouns(row[2], concept)
		verbs = append(verbs, k.addVerbs(row[3], concept)...)
	}
	for _, verb := range verbs {
		k.derive(verb)
	}
	return k
}

// columns of the list: concept, English, Arabic nouns, Arabic verbs.
const columns = 4

// verb is a folded past with its present.
type verb struct {
	past, present string
	concept       []string
}

func (k *known) addEnglish(column string, concept []string) {
	for word := range entries(column) {
		form := k.english[word]
		form.exact = join(form.exact, concept)
		k.english[word] = form
		// The stem of "crossing" is that of "cross", which is another word.
		if strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed") {
			continue
		}
		stem := english.Stem(word)
		form = k.english[stem]
		form.stem = join(form.stem, concept)
		k.english[stem] = form
	}
}

func (k *known) addNouns(column string, concept []string) {
	for word := range entries(column) {
		k.addNoun(arabic.Fold(word), concept)
	}
}

func (k *known) addNoun(key string, concept []string) {
	form := k.arabic[key]
	form.noun = join(form.noun, concept)
	form.any = join(form.any, concept)
	k.arabic[key] = form
	if stem, ok := strings.CutSuffix(key, heh); ok {
		form := k.arabic[stem]
		form.feminine = join(form.feminine, concept)
		k.arabic[stem] = form
	}
}

// addVerbs adds pasts, and presents, which are the words in ي behind a past.
func (k *known) addVerbs(column string, concept []string) []verb {
	var verbs []verb
	for word := range entries(column) {
		key := arabic.Fold(word)
		if stem, ok := strings.CutPrefix(key, yeh); ok && len(verbs) > 0 {
			verbs[len(verbs)-1].present = stem
			continue
		}
		verbs = append(verbs, verb{past: key, present: presentStem(key), concept: concept})
	}
	for _, verb := range verbs {
		k.addPast(verb.past, concept)
		form := k.arabic[verb.present]
		form.present = join(form.present, concept)
		k.arabic[verb.present] = form
	}
	return verbs
}

func (k *known) addPast(key string, concept []string) {
	form := k.arabic[key]
	form.past = join(form.past, concept)
	form.any = join(form.any, concept)
	k.arabic[key] = form
}

// derive adds what follows from a verb by rule.
func (k *known) derive(v verb) {
	for _, noun := range []string{verbalNoun(v.past), participle(v.past, v.present)} {
		if noun != "" && k.arabic[noun].any == nil {
			k.addNoun(noun, v.concept)
		}
	}
	for _, past := range weakPasts(v.past) {
		if k.arabic[past].any == nil {
			k.addPast(past, v.concept)
		}
	}
}

// entries yields the words of a column.
func entries(column string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for word := range strings.SplitSeq(column, "|") {
			if word != "" && !yield(word) {
				return
			}
		}
	}
}

// join adds a concept to a shared list, which is copied before it grows.
func join(list, concept []string) []string {
	switch {
	case list == nil:
		return concept
	case slices.Contains(list, concept[0]):
		return list
	}
	return append(slices.Clip(list), concept[0])
}
