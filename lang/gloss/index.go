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

//go:embed none.txt
var none string

// known is the list, by form.
type known struct {
	concepts []string
	arabic   map[string]int32 // place in forms
	forms    []arabicForm     // the first one has no concept
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

var index = sync.OnceValue(func() *known { return parse(words, none) })

// parse reads the list in two rounds: what is derived from a verb does not add
// to a form that the list has itself.
func parse(list, none string) *known {
	const size = 1 << 13
	k := &known{
		arabic: make(map[string]int32, size), forms: make([]arabicForm, 1, size),
		english: make(map[string]englishForm, size),
	}
	var rows [][]string
	for line := range lines(list) {
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
	k.derive(verbs)
	for word := range lines(none) {
		k.silence(arabic.Fold(word))
	}
	return k
}

// form returns what is known of a folded form.
func (k *known) form(key string) *arabicForm { return &k.forms[k.arabic[key]] }

// own returns the same to write to. It is good until the next call.
func (k *known) own(key string) *arabicForm {
	place, ok := k.arabic[key]
	if !ok {
		place = int32(len(k.forms))
		k.forms = append(k.forms, arabicForm{})
		k.arabic[key] = place
	}
	return &k.forms[place]
}

// lines yields the lines of a list without comments and blank ones.
func lines(list string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}

// silence makes a form end the search with nothing. As a verb's present it
// stays: «غير» tells nothing, «يغير» does.
func (k *known) silence(key string) {
	nothing := []string{}
	form := k.own(key)
	form.any, form.noun, form.past = nothing, nothing, nothing
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
		key := arabic.Fold(word)
		k.addNoun(key, concept)
		if strings.HasSuffix(word, closed) {
			k.addFeminine(key, concept)
		}
	}
}

func (k *known) addNoun(key string, concept []string) {
	form := k.own(key)
	form.noun = join(form.noun, concept)
	form.any = join(form.any, concept)
}

// addFeminine adds what is left of a noun in ة without it.
func (k *known) addFeminine(key string, concept []string) {
	stem, ok := strings.CutSuffix(key, heh)
	if !ok {
		return
	}
	form := k.own(stem)
	form.feminine = join(form.feminine, concept)
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
		for _, stem := range []string{verb.present, weakPresent(verb.present)} {
			if stem != "" {
				form := k.own(stem)
				form.present = join(form.present, concept)
			}
		}
	}
	return verbs
}

func (k *known) addPast(key string, concept []string) {
	form := k.own(key)
	form.past = join(form.past, concept)
	form.any = join(form.any, concept)
}

// derive adds what follows from verbs by rule, where the list does not have the
// form itself.
func (k *known) derive(verbs []verb) {
	nouns, pasts := map[string][]string{}, map[string][]string{}
	for _, v := range verbs {
		for _, noun := range []string{verbalNoun(v.past), participle(v.past, v.present)} {
			if noun != "" && k.form(noun).any == nil {
				nouns[noun] = join(nouns[noun], v.concept)
			}
		}
		for _, past := range weakPasts(v.past) {
			if k.form(past).any == nil {
				pasts[past] = join(pasts[past], v.concept)
			}
		}
	}
	for noun, concepts := range nouns {
		for i := range concepts {
			k.addNoun(noun, concepts[i:i+1:i+1])
			k.addFeminine(noun, concepts[i:i+1:i+1])
		}
	}
	for past, concepts := range pasts {
		for i := range concepts {
			k.addPast(past, concepts[i:i+1:i+1])
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
