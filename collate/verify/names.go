package verify

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/translit"
)

// names finds entities of a record by their names.
type names struct {
	record           *isnad.Record
	facts            *known.Facts
	lexicon          *lexicon
	byRow            map[string][]int       // known row → entities
	forms            map[string][]nameEntry // first word of a name → names
	table            *translit.Table
	scores           map[[2]string]float64 // of spellings of two scripts
	written, offices []writtenName
}

// writtenName is a name or an office of an entity.
type writtenName struct {
	entity int
	words  []word
}

// nameEntry is a name's folded words and whose it is.
type nameEntry struct {
	words  []string
	entity int
}

func newNames(c *Collection) *names {
	n := &names{
		record: c.record, facts: c.facts, lexicon: c.lexicon, byRow: map[string][]int{}, forms: map[string][]nameEntry{},
		table: translit.Default(), scores: map[[2]string]float64{},
	}
	for e := range n.record.Entities {
		entity := &n.record.Entities[e]
		if entity.Known != "" {
			n.byRow[entity.Known] = append(n.byRow[entity.Known], e)
		}
		for _, name := range entity.Names {
			words := n.lexicon.wordsOf(name.Text, 0)
			keys := keysOf(words)
			if len(keys) > 0 {
				n.forms[keys[0]] = append(n.forms[keys[0]], nameEntry{keys, e})
			}
			n.written = append(n.written, writtenName{e, words})
		}
		for _, office := range entity.Offices {
			n.offices = append(n.offices, writtenName{e, n.lexicon.wordsOf(office.Text, 0)})
		}
	}
	return n
}

// keysOf are the keys of words.
func keysOf(words []word) []string {
	var keys []string
	for i := range words {
		keys = append(keys, words[i].key)
	}
	return keys
}

// mark gives the words of a question the entities whose names they are part
// of: names in use in the record, and names of known rows that it speaks of.
func (n *names) mark(words []word) {
	for i := range words {
		for _, entry := range n.forms[bareName(words[i].key, n)] {
			if n.begins(words[i:], entry.words) {
				addEntity(words[i:i+len(entry.words)], entry.entity)
			}
		}
		n.markRows(words, i)
	}
}

// bareName is the key under which the name that begins with a word stands:
// itself, or without what is written to its start («وكورين», «لفيلد»).
func bareName(key string, n *names) string {
	if len(n.forms[key]) > 0 {
		return key
	}
	return arabic.Bare(strings.TrimSuffix(key, possessive))
}

// possessive ends the folded name of a possessor.
const possessive = "'s"

func (n *names) begins(words []word, name []string) bool {
	if len(name) > len(words) {
		return false
	}
	for i := range name {
		key := strings.TrimSuffix(words[i].key, possessive)
		if key != name[i] && words[i].key != name[i] && (i > 0 || arabic.Bare(key) != name[i]) {
			return false
		}
	}
	return true
}

// markRows looks known rows up, by name and by the adjective of a country.
func (n *names) markRows(words []word, i int) {
	keys := make([]string, 0, 6)
	for j := i; j < len(words) && len(keys) < cap(keys); j++ {
		keys = append(keys, strings.TrimSuffix(words[j].key, possessive))
	}
	for range 2 {
		if ids, length := n.facts.Match(keys); length > 0 {
			for _, id := range ids {
				n.addRow(words[i:i+length], id)
			}
		}
		if id, length := n.facts.MatchDemonym(keys); length > 0 {
			n.addRow(words[i:i+length], id)
		}
		bare := arabic.Bare(keys[0])
		if bare == keys[0] {
			return
		}
		keys[0] = bare
	}
}

func (n *names) addRow(words []word, id string) {
	for _, entity := range n.byRow[id] {
		addEntity(words, entity)
	}
}

func addEntity(words []word, entity int) {
	for i := range words {
		at, found := slices.BinarySearch(words[i].entities, entity)
		if !found {
			words[i].entities = slices.Insert(slices.Clone(words[i].entities), at, entity)
		}
	}
}

// markMentions gives words of doc d the entities that the report mentions with
// them.
func (n *names) markMentions(d int, words []word) {
	if len(words) == 0 {
		return
	}
	doc := n.record.Docs[d]
	at := sort.Search(len(doc.Mentions), func(i int) bool { return doc.Mentions[i].Span.Start >= words[0].span.Start })
	for ; at < len(doc.Mentions) && doc.Mentions[at].Span.Start < words[len(words)-1].span.End; at++ {
		mention := &doc.Mentions[at]
		if mention.Form == isnad.Generic {
			continue
		}
		first := sort.Search(len(words), func(i int) bool { return words[i].span.End > mention.Span.Start })
		for i := first; i < len(words) && words[i].span.Start < mention.Span.End; i++ {
			if !words[i].content {
				continue
			}
			for _, local := range append([]int{mention.Entity}, mention.Members...) {
				if local >= 0 && n.record.Local[d][local] >= 0 {
					addEntity(words[i:i+1], n.record.Local[d][local])
				}
			}
		}
	}
}

// leastSame is what two spellings must score to be one name.
const leastSame = 0.5

func (n *names) score(latin, other string) float64 {
	pair := [2]string{latin, other}
	score, ok := n.scores[pair]
	if !ok {
		score = n.table.Score(latin, other)
		n.scores[pair] = score
	}
	return score
}

// asked returns the entities that a speaker's name may mean, ordered: those of
// the known rows that bear it; else those one of whose names has all its words,
// those with the fewest other words; else those who hold the office that it
// names.
func (n *names) asked(name string, want []word) []int {
	var list []int
	for _, row := range n.facts.Named(name) {
		list = append(list, n.byRow[row.ID]...)
	}
	fewest := len(want) + mostOther
	for _, one := range n.written {
		if len(contentOf(one.words)) <= fewest && n.covers(one.words, want) {
			if n.exactly(one.words, want) {
				fewest = min(fewest, len(contentOf(one.words))+1)
			}
			list = append(list, one.entity)
		}
	}
	if len(list) == 0 && len(want) > 1 {
		n.mark(want)
		for _, one := range n.offices {
			if n.holds(one, want) {
				list = append(list, one.entity)
			}
		}
	}
	return unique(list)
}

// mostOther is how many words more than the question's a name may have.
const mostOther = 3

// exactly reports whether the words wanted are among the words letter for
// letter.
func (n *names) exactly(words, want []word) bool {
	for i := range want {
		if !slices.ContainsFunc(words, func(w word) bool { return bareArticle(w.key) == bareArticle(want[i].key) }) {
			return false
		}
	}
	return true
}

// holds reports whether an office, with the country of who holds it, says all
// the words wanted, over two languages too.
func (n *names) holds(office writtenName, want []word) bool {
	country := n.record.Entities[office.entity].Country
	own := []int{}
	if row, ok := n.facts.CountryRow(country); ok {
		own = n.byRow[row.ID]
	}
	for i := range want {
		met := meet(want[i].entities, own) || slices.ContainsFunc(office.words, func(w word) bool {
			return w.term == want[i].term || shareConcept(w.concepts, want[i].concepts)
		})
		if !met {
			return false
		}
	}
	return true
}

// contentOf leaves function words out of a name, unless nothing else is there.
func contentOf(words []word) []word {
	var list []word
	for _, one := range words {
		if !english.IsStop(one.key) && !arabic.IsStop(one.key) {
			list = append(list, one)
		}
	}
	if len(list) == 0 {
		return words
	}
	return list
}

// leastMean is what the words of two spellings of one whole name must score on
// average.
const leastMean = 0.7

// covers reports whether each wanted word is one of the words, in any spelling,
// each a word of its own.
func (n *names) covers(words, want []word) bool {
	if len(want) == 0 || len(want) > len(words) {
		return false
	}
	sum, used := 0.0, make([]bool, len(words))
	for i := range want {
		best, at := 0.0, -1
		for j := range words {
			if !used[j] {
				if score := n.alike(&words[j], &want[i]); score > best {
					best, at = score, j
				}
			}
		}
		if best < leastSame {
			return false
		}
		used[at] = true
		sum += best
	}
	return sum >= leastMean*float64(len(want))
}

// alike is how likely two words are one name, 0 to 1.
func (n *names) alike(a, b *word) float64 {
	switch {
	case a.key == b.key || bareArticle(a.key) == bareArticle(b.key):
		return 1
	case a.counted || b.counted || min(len(a.key), len(b.key)) < 3:
		return 0
	case a.latin == b.latin:
		return n.spelled(a, b)
	case !n.mayName(a, b):
		return 0
	}
	latin, other := a, b
	if b.latin {
		latin, other = b, a
	}
	key, bare := strings.TrimSuffix(latin.key, possessive), arabic.Bare(other.key)
	return max(n.score(key, other.key), n.score(bareArticle(key), bare), n.score(key, bare))
}

// leastLone is what two spellings must score to be one name where no other word
// of the name stands beside them.
const leastLone = 0.7

// oneName reports whether two words of two scripts can be one name.
func (n *names) oneName(a, b *word) bool { return a.latin != b.latin && n.alike(a, b) >= leastLone }

// mayName reports whether two words of two scripts can be names at all: no words
// with a meaning of their own, unless a capital letter says so.
func (n *names) mayName(a, b *word) bool {
	if b.latin {
		a, b = b, a
	}
	return len(b.key) >= 6 && (len(a.concepts) == 0 || a.capital && len(b.concepts) == 0)
}

// spelled is how likely two words of one script are spellings of one name.
func (n *names) spelled(a, b *word) float64 {
	if len(a.concepts)+len(b.concepts) > 0 || min(len(a.key), len(b.key)) < 4 {
		return 0
	}
	x, y := bareArticle(a.key), bareArticle(b.key)
	if x > y {
		x, y = y, x
	}
	pair := [2]string{x, y}
	score, ok := n.scores[pair]
	if !ok {
		score = n.table.Same(x, y)
		if score < leastSame && !a.latin && withoutVowels(x) == withoutVowels(y) {
			score = leastSame // «وليم», «وليام»: enough beside another word of the name
		}
		n.scores[pair] = score
	}
	return score
}

// withoutVowels leaves the long vowels behind the first letter out.
func withoutVowels(key string) string {
	_, first := utf8.DecodeRuneInString(key)
	return key[:first] + strings.NewReplacer(alef, "", waw, "", yeh, "").Replace(key[first:])
}

const (
	alef = "\u0627"
	yeh  = "\u064A"
)

const article = "\u0627\u0644"

// bareArticle takes the article off a folded word, in Latin letters that which a
// hyphen sets off: "al-", "el-", "ash-" before "sh".
func bareArticle(key string) string {
	if rest, ok := strings.CutPrefix(key, article); ok && len(rest) > 3 {
		return rest
	}
	head, rest, ok := strings.Cut(key, "-")
	if ok && len(rest) > 3 && (head == "al" || head == "el" || head == "ul" || assimilated(head, rest)) {
		return rest
	}
	return key
}

// assimilated reports whether head is the article as it sounds before rest: a
// vowel, and the consonants that rest begins with.
func assimilated(head, rest string) bool {
	return len(head) > 1 && len(head) < 4 && strings.Contains("aeiu", head[:1]) && !strings.ContainsAny(head[1:], "aeiouy") && strings.HasPrefix(rest, head[1:])
}

// nameOf are the words of a speaker's name that tell him from others: without
// function words, and without an article that stands alone in Latin letters.
func nameOf(words []word) []word {
	content := contentOf(words)
	var list []word
	for i, one := range content {
		if i == len(content)-1 || one.key != "al" && one.key != "el" {
			list = append(list, one)
		}
	}
	return list
}
