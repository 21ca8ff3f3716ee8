package mentions

import (
	"embed"
	"strings"
	"sync"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/names"
)

//go:embed data/*.txt data/*.tsv
var files embed.FS

// class is a set of things that a folded word can be.
type class uint32

const (
	given     class = 1 << iota // a given name
	givenWeak                   // a given name and an everyday word
	everyday                    // no part of a name
	joins                       // ties two words of one name
	opens                       // a join that may open a name
	adjective                   // qualifies a role
	former                      // says that the office is no longer held
	towards                     // "to" in a role: the envoy to …
	within                      // "in" between a group and its countries
	inTheName                   // "in the name of"
	predicate                   // "he is" before a role
	reference                   // "reference" in "in reference to"
	heir                        // junior
	onto                        // "on" before a medium
	clause                      // opens the content of speech
	called                      // says that a name follows
	owner                       // a possessive pronoun
	sonOf                       // ties a person to a parent: «ولد», "bin"
	never                       // ends a name although it looks like a part
	plays                       // a club, or who plays for one
)

// office is a role noun or phrase out of the lists.
type office struct {
	key    string // canonical: "president"
	traits string // see lang/names/lists/ar-roles.tsv
}

func (o office) has(trait byte) bool { return strings.IndexByte(o.traits, trait) >= 0 }

// head is a noun that heads names of bodies, places or occasions.
type head struct {
	kind   isnad.EntityKind
	traits string
}

func (h head) has(trait byte) bool { return strings.IndexByte(h.traits, trait) >= 0 }

// phrase is an entry of several words.
type phrase[T any] struct {
	rest     []string // keys behind the first
	value    T
	definite bool // its head has the article or a pronoun
}

// phrases finds entries by their first word, the longest first.
type phrases[T any] map[string][]phrase[T]

func (p phrases[T]) add(keys []string, value T, definite bool) {
	list := p[keys[0]]
	at := 0
	for at < len(list) && len(list[at].rest) >= len(keys)-1 {
		at++
	}
	list = append(list, phrase[T]{})
	copy(list[at+1:], list[at:])
	list[at] = phrase[T]{keys[1:], value, definite}
	p[keys[0]] = list
}

// match returns the longest entry that begins with first and goes on with
// rest, and its length in words; 0 if there is none.
func (p phrases[T]) match(first string, rest []string) (found phrase[T], n int) {
	for _, entry := range p[first] {
		if len(entry.rest) <= len(rest) && equal(entry.rest, rest[:len(entry.rest)]) {
			return entry, 1 + len(entry.rest)
		}
	}
	return found, 0
}

func equal(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// lexicon is the lists of one language.
type lexicon struct {
	words      map[string]class
	roles      phrases[office]
	honorifics phrases[struct{}]
	heads      map[string]head
	groups     phrases[struct{}]
	duals      phrases[string]
	heading    map[string]string // verbs of holding an office
}

var (
	arabicWords  = sync.OnceValue(readArabic)
	englishWords = sync.OnceValue(readEnglish)
)

func readArabic() *lexicon {
	l := newLexicon()
	l.shared("ar-given.txt", given, arabic.Fold)
	l.shared("ar-given-common.txt", given|givenWeak, arabic.Fold)
	l.shared("ar-words.txt", everyday, arabic.Fold)
	l.list("names_latin.txt", given, arabic.Fold)
	l.verbs()
	for _, row := range rows("grammar_ar.tsv") {
		l.words[arabic.Fold(row[1])] |= grammar[row[0]]
	}
	l.prepositions()
	for _, row := range names.List("ar-roles.tsv") {
		l.arabicRole(fold(row[0], arabic.Fold), office{row[1], row[2]})
	}
	for _, row := range names.List("ar-roles.tsv") {
		l.ownedRole(fold(row[0], arabic.Fold), office{row[1], row[2]})
	}
	for _, row := range names.List("ar-honorifics.txt") {
		l.honorifics.add(fold(row[0], arabic.Fold), struct{}{}, true)
	}
	for _, row := range names.List("ar-heads.tsv") {
		key, h := arabic.Fold(row[0]), head{isnad.EntityKind(row[1]), row[2]}
		l.heads[key], l.heads[article+key] = h, h
	}
	for _, row := range rows("groups_ar.txt") {
		l.groups.add(fold(row[0], arabic.Fold), struct{}{}, true)
	}
	for _, row := range rows("duals_ar.tsv") {
		l.duals.add(fold(row[0], arabic.Fold), row[1], true)
	}
	return l
}

// arabicRole enters a role bare and with the article.
func (l *lexicon) arabicRole(keys []string, o office) {
	definite := strings.HasPrefix(keys[len(keys)-1], article) && len(keys) > 1
	l.roles.add(keys, o, definite || strings.HasPrefix(keys[0], article))
	if len(keys) > 1 || strings.HasPrefix(keys[0], article) {
		return
	}
	l.roles.add([]string{article + keys[0]}, o, true)
}

// ownedRole enters a role of one word with the pronouns that make it someone's,
// but for those that folding makes one with a feminine («رئيسه», «رئيسة»).
func (l *lexicon) ownedRole(keys []string, o office) {
	if len(keys) > 1 || strings.HasPrefix(keys[0], article) || o.has('t') || o.has('T') || o.has('r') || o.has('R') {
		return
	}
	stem := keys[0]
	if bare, ok := strings.CutSuffix(stem, heh); ok {
		stem = bare + teh
	}
	for _, pronoun := range pronouns {
		if l.roles[stem+pronoun] == nil {
			l.roles.add([]string{stem + pronoun}, o, true)
		}
	}
}

func readEnglish() *lexicon {
	l := newLexicon()
	l.list("names_latin.txt", given, english.Fold)
	l.list("names_latin_common.txt", given|givenWeak, english.Fold)
	for _, row := range rows("roles_en.tsv") {
		l.roles.add(fold(row[0], english.Fold), office{row[1], row[2]}, false)
	}
	for _, row := range rows("honorifics_en.txt") {
		l.honorifics.add(fold(row[0], english.Fold), struct{}{}, false)
	}
	for _, row := range rows("heads_en.tsv") {
		l.heads[english.Fold(row[0])] = head{isnad.EntityKind(row[1]), row[2]}
	}
	for _, row := range rows("groups_en.txt") {
		l.groups.add(fold(row[0], english.Fold), struct{}{}, false)
	}
	l.heading = map[string]string{}
	for _, row := range rows("heading_en.tsv") {
		l.heading[english.Fold(row[0])] = row[1]
	}
	for _, row := range rows("duals_en.tsv") {
		l.duals.add(fold(row[0], english.Fold), row[1], true)
	}
	for _, row := range rows("grammar_en.tsv") {
		l.words[english.Fold(row[1])] |= grammar[row[0]]
	}
	return l
}

// grammar names the classes as the grammar files do.
var grammar = map[string]class{
	"join": joins, "opens": opens, "adjective": adjective, "former": former,
	"to": towards, "in": within, "name": inTheName, "is": predicate,
	"reference": reference, "onto": onto, "clause": clause, "called": called, "owner": owner, "heir": heir, "never": never, "plays": plays, "son": sonOf, "everyday": everyday,
}

func newLexicon() *lexicon {
	return &lexicon{
		words: map[string]class{}, roles: phrases[office]{}, honorifics: phrases[struct{}]{},
		heads: map[string]head{}, groups: phrases[struct{}]{}, duals: phrases[string]{},
	}
}

// prepositions takes the function words out of the given names, but for those
// in yeh: folding makes one key of "on" and Ali, which spelling tells apart
// (see read).
func (l *lexicon) prepositions() {
	for key, c := range l.words {
		if c&given != 0 && arabic.IsStop(key) && !strings.HasSuffix(key, yeh) {
			l.words[key] = c &^ (given | givenWeak)
		}
	}
}

func (l *lexicon) list(name string, c class, fold func(string) string) {
	for _, row := range rows(name) {
		l.words[fold(row[0])] |= c
	}
}

// shared is list of a list that the learned names have too.
func (l *lexicon) shared(name string, c class, fold func(string) string) {
	for _, row := range names.List(name) {
		l.words[fold(row[0])] |= c
	}
}

// rows returns the lines of an embedded list, cut at tabs. The lists are part
// of the program, so a missing one is a mistake in it.
func rows(name string) [][]string {
	bytes, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("mentions: " + err.Error())
	}
	var list [][]string
	for line := range strings.Lines(string(bytes)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			list = append(list, strings.Split(line, "\t"))
		}
	}
	return list
}

func fold(words string, fold func(string) string) []string {
	keys := strings.Fields(words)
	for i := range keys {
		keys[i] = fold(keys[i])
	}
	return keys
}
