package statements

import (
	"bufio"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// class is a set of grammatical classes that a word or phrase belongs to.
type class uint64

const (
	that        class = 1 << iota // opens reported content
	prep                          // opens a phrase of place, time or manner
	adverb                        // may stand between a cue and its subject or content
	contrast                      // ends reported content, opens the reporter's next clause
	relative                      // ties a cue to the noun before it
	negation                      // turns a cue round
	medium                        // what words are carried by
	source                        // a speaker whom the report does not name
	thing                         // opens content as the object of a cue
	addressee                     // listeners
	pronoun                       // a subject that only the report resolves
	before                        // makes a complementizer behind it adverbial
	when                          // opens a phrase of time
	auxiliary                     // stands between a subject and its verb
	aside                         // behind a quotation, opens the reporter's own words
	via                           // stands before a platform that carries words
	from                          // stands before whom an outlet has the words from
	anaphor                       // takes up the person who spoke last
	visit                         // what one is invited to
	thanks                        // what is felt or wished
	likewise                      // joins another saying of the same speaker
	called                        // stands before the name of one not yet known
	anonymity                     // makes a cue a word about the source, not of it
	subordinate                   // opens a clause that is part of another
	claim                         // names what was said: to reject it is to deny
	plain                         // ends like an adverb and is none
	approx                        // stands before a number or quantity
	human                         // a verb that only people are subjects of, whatever noun names them
	conjunction                   // and, but
	gloss                         // what a reporter calls words just reported
	title                         // stands before a name and is none
	however                       // but he: before a cue, opens the speaker's next saying
	both                          // stands before several speakers, two words
	itself                        // the same, behind a noun
	titled                        // stands before the title of a work, an occasion or a campaign
)

var classNames = map[string]class{
	"that": that, "prep": prep, "adverb": adverb, "contrast": contrast, "relative": relative,
	"negation": negation, "medium": medium, "source": source, "thing": thing,
	"addressee": addressee, "pronoun": pronoun, "before": before, "when": when,
	"auxiliary": auxiliary, "aside": aside, "via": via, "from": from, "anaphor": anaphor,
	"visit": visit, "thanks": thanks, "likewise": likewise, "called": called,
	"anonymity": anonymity, "subordinate": subordinate, "claim": claim, "plain": plain,
	"approx": approx, "human": human, "conjunction": conjunction, "gloss": gloss, "title": title,
	"titled": titled, "itself": itself, "both": both, "however": however,
}

// lexicon holds the closed classes of one language, keyed by folded words.
type lexicon struct {
	words   map[string]class
	phrases map[string][]phrase // of two words or more, by their first
}

type phrase struct {
	keys  []string
	class class
}

//go:embed arabic.tsv
var arabicTable string

//go:embed english.tsv
var englishTable string

var (
	arabicLexicon  = sync.OnceValue(func() *lexicon { return newLexicon(arabicTable, arabic.Fold) })
	englishLexicon = sync.OnceValue(func() *lexicon { return newLexicon(englishTable, english.Fold) })
)

func newLexicon(table string, fold func(string) string) *lexicon {
	lex := &lexicon{words: map[string]class{}, phrases: map[string][]phrase{}}
	lines := bufio.NewScanner(strings.NewReader(table))
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		class, ok := classNames[fields[0]]
		if !ok || len(fields) != 3 {
			panic(fmt.Sprintf("statements lexicon: bad line %q", line))
		}
		keys := strings.Fields(fold(fields[1]))
		if len(keys) == 1 {
			lex.words[keys[0]] |= class
			continue
		}
		lex.phrases[keys[0]] = append(lex.phrases[keys[0]], phrase{keys, class})
	}
	return lex
}

// at returns the number of tokens from i on that make a word or phrase of the
// class, or 0.
func (l *lexicon) at(tokens []lang.Token, i int, want class) int {
	if i < 0 || i >= len(tokens) {
		return 0
	}
	for _, phrase := range l.phrases[tokens[i].Key] {
		if phrase.class&want != 0 && matches(tokens[i:], phrase.keys) {
			return len(phrase.keys)
		}
	}
	if l.words[tokens[i].Key]&want != 0 {
		return 1
	}
	return 0
}

func matches(tokens []lang.Token, keys []string) bool {
	if len(tokens) < len(keys) {
		return false
	}
	for i, key := range keys {
		if tokens[i].Key != key {
			return false
		}
	}
	return true
}
