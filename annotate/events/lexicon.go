package events

import (
	"embed"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

//go:embed *.tsv
var lists embed.FS

// tense is the form in which a verb or noun of the lists stands.
type tense uint8

const (
	past tense = iota
	present
	participle // English -ed behind "have" or "be" is past; this is -ing
	noun
)

// governor is what a verb does with the event words that depend on it.
type governor uint8

const (
	noGovernor governor = iota
	light               // lends its subject and time to an event noun: «أجرى اتصالا»
	begins              // lends them, or has the event noun as its subject: «بدأت المحادثات»
	tamma               // the event noun is its subject: «جرت محادثات»
	undergo             // its subject is the one acted upon: «تعرض لهجوم»
	keepsOn
	cancels
	hopes
	promises
	plans
)

var governors = map[string]governor{
	"light": light, "begin": begins, "tamma": tamma, "undergo": undergo, "ongoing": keepsOn,
	"cancel": cancels, "hope": hopes, "promise": promises, "plan": plans,
}

// sense is one way to read a word form as a word of the lists.
type sense struct {
	entry     *entry
	governor  governor
	tense     tense
	passive   bool // can only be passive
	person    byte // 1, 2, 3
	number    byte // 's', 'd', 'p'
	lightOnly bool // a noun that counts only under a light verb
	rest      []string
}

// lexicon maps folded word forms, without clitics, to their readings.
type lexicon struct {
	forms     map[string][]sense
	words     map[string]class
	phrases   map[string][]phrase
	enclitics []ending
}

type phrase struct {
	rest  []string
	class class
}

var lexicons = sync.OnceValue(func() map[isnad.Lang]*lexicon {
	return map[isnad.Lang]*lexicon{isnad.Arabic: loadArabic(), isnad.English: loadEnglish()}
})

func newLexicon() *lexicon {
	return &lexicon{forms: map[string][]sense{}, words: map[string]class{}, phrases: map[string][]phrase{}}
}

func loadArabic() *lexicon {
	l := newLexicon()
	endings := l.loadInflection()
	rows("arabic.tsv", func(cells []string) {
		e := newEntry(cells[3], cells[4], cells[5], cells[6], arabic.Fold)
		l.addArabic(endings, cells[0], cells[1], cells[2], sense{entry: e})
	})
	rows("governors-arabic.tsv", func(cells []string) {
		l.addArabic(endings, cells[0], cells[1], cells[2], sense{governor: governors[cells[3]]})
	})
	l.loadWords("words-arabic.tsv", arabic.Fold)
	return l
}

func loadEnglish() *lexicon {
	l := newLexicon()
	rows("english.tsv", func(cells []string) {
		e := newEntry(cells[3], cells[4], cells[5], cells[6], english.Fold)
		l.addEnglish(cells[0], cells[1], cells[2], sense{entry: e})
	})
	rows("governors-english.tsv", func(cells []string) {
		l.addEnglish(cells[0], cells[1], "-", sense{governor: governors[cells[2]]})
	})
	l.loadWords("words-english.tsv", english.Fold)
	return l
}

// loadWords reads a list of words by class.
func (l *lexicon) loadWords(name string, fold func(string) string) {
	rows(name, func(cells []string) {
		parts := foldAll(strings.Split(cells[1], "+"), fold)
		if len(parts) == 1 {
			l.words[parts[0]] |= classes[cells[0]]
			return
		}
		l.phrases[parts[0]] = append(l.phrases[parts[0]], phrase{parts[1:], classes[cells[0]]})
	})
}

// add files r under a folded form. Two readings of one entry in one tense are one.
func (l *lexicon) add(form string, r sense) {
	if form == "" {
		return
	}
	for _, other := range l.forms[form] {
		same := other.entry == r.entry && other.governor == r.governor && other.tense == r.tense
		if same && len(other.rest) == len(r.rest) && other.passive == r.passive {
			return
		}
	}
	l.forms[form] = append(l.forms[form], r)
}

// rows calls use with the cells of each line of a list, "-" made empty.
func rows(name string, use func(cells []string)) {
	data, err := lists.ReadFile(name)
	if err != nil {
		panic(err) // a list is missing from the build
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		for i, cell := range cells {
			if cell == "-" {
				cells[i] = ""
			}
		}
		use(cells)
	}
}

func foldAll(words []string, fold func(string) string) []string {
	folded := make([]string, len(words))
	for i, word := range words {
		folded[i] = fold(word)
	}
	return folded
}
