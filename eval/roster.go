package eval

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// roster knows which answer entity stands for which gold entity.
type roster struct {
	record *isnad.Record
	gold   []goldEntity
	byID   map[string]int
	forms  map[string][]int // folded form to gold entities
	labels map[string][]int // folded label to gold entities
	answer []answerEntity   // one for each entity of the record, then the unjoined
	local  []map[int]int    // doc, entity of the doc: index into answer
}

// answerEntity is an entity of the record with its words in the gold's
// articles, outside repeats.
type answerEntity struct {
	kind     isnad.EntityKind
	mentions map[string]int // folded words to how often
	names    []string       // folded, of the record
	shown    string
	first    spot // its first mention; doc is -1 if it has none there
	gold     int  // index of the gold entity that it stands for; -1
}

// spot is a span of a doc.
type spot struct {
	doc  int
	span isnad.Span
}

func newRoster(s *sheet) roster {
	r := roster{
		record: s.record, gold: s.gold.Entities, byID: map[string]int{},
		forms: map[string][]int{}, labels: map[string][]int{}, local: make([]map[int]int, len(s.record.Docs)),
	}
	for i := range r.gold {
		r.byID[r.gold[i].ID] = i
		for _, form := range r.gold[i].Forms {
			r.forms[foldKey(form)] = append(r.forms[foldKey(form)], i)
		}
		for _, label := range []string{r.gold[i].En, r.gold[i].Ar} {
			r.labels[foldKey(label)] = append(r.labels[foldKey(label)], i)
		}
	}
	delete(r.labels, "")
	r.gather(s)
	for i := range r.answer {
		r.answer[i].gold = r.standsFor(&r.answer[i])
	}
	return r
}

// gather collects the record's entities and their mentions.
func (r *roster) gather(s *sheet) {
	for _, entity := range s.record.Entities {
		r.answer = append(r.answer, newAnswerEntity(entity.Kind, string(entity.ID), entity.Names, entity.Label))
	}
	for d, doc := range s.record.Docs {
		r.local[d] = map[int]int{}
		for e, entity := range doc.Entities {
			index := -1
			if d < len(s.record.Local) && e < len(s.record.Local[d]) {
				index = s.record.Local[d][e]
			}
			if index < 0 || index >= len(s.record.Entities) {
				// One that joined none stands for itself.
				index = len(r.answer)
				r.answer = append(r.answer, newAnswerEntity(entity.Kind, strings.Join(entity.Names, ", "), nil, nil))
			}
			r.local[d][e] = index
		}
		if _, ok := s.articles[d]; ok {
			r.mentions(s, d, doc)
		}
	}
}

func newAnswerEntity(kind isnad.EntityKind, shown string, names []isnad.Name, labels map[isnad.Lang]string) answerEntity {
	a := answerEntity{kind: kind, mentions: map[string]int{}, shown: shown, first: spot{doc: -1}, gold: -1}
	for _, name := range names {
		a.names = append(a.names, foldKey(name.Text))
	}
	for _, lang := range []isnad.Lang{isnad.Arabic, isnad.English} {
		if label := labels[lang]; label != "" {
			a.names = append(a.names, foldKey(label))
			a.shown = label
		}
	}
	return a
}

func (r *roster) mentions(s *sheet, d int, doc *isnad.Doc) {
	for _, mention := range doc.Mentions {
		if mention.Entity < 0 || s.repeated(d, mention.Span.Start) {
			continue
		}
		index, ok := r.local[d][mention.Entity]
		if !ok {
			continue
		}
		a := &r.answer[index]
		a.mentions[foldKey(doc.Words(mention.Span))]++
		if a.first.doc < 0 {
			a.first = spot{d, mention.Span}
		}
	}
}

// standsFor returns the gold entity whose forms most mentions of a have; of
// several the first. Failing that, the one that has one of a's names as a form
// or label.
func (r *roster) standsFor(a *answerEntity) int {
	votes := make([]int, len(r.gold))
	best := -1
	for words, n := range a.mentions {
		for _, gold := range r.forms[words] {
			votes[gold] += n
		}
	}
	for i, n := range votes {
		if n > 0 && (best < 0 || n > votes[best]) {
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	for _, name := range a.names {
		for _, table := range []map[string][]int{r.forms, r.labels} {
			if list := table[name]; len(list) > 0 {
				return list[0]
			}
		}
	}
	for i := range r.gold {
		for _, label := range []string{r.gold[i].En, r.gold[i].Ar} {
			if a.mentions[foldKey(label)] > 0 {
				return i
			}
		}
	}
	return -1
}

// id returns the gold ID of an entity of the record; for one without, a text
// that no gold ID is equal to.
func (r *roster) id(entity int) string {
	if entity < 0 || entity >= len(r.answer) {
		return "?"
	}
	if gold := r.answer[entity].gold; gold >= 0 {
		return r.gold[gold].ID
	}
	return "?" + r.answer[entity].shown
}

// who is one speaker of an answer, ready to compare.
type who struct {
	id    string          // gold ID, or "?" and words
	words map[string]bool // of a speaker who is no gold entity
}

// party reads a party of doc d.
func (r *roster) party(d int, doc *isnad.Doc, party isnad.Party) who {
	text := party.Text
	if text == "" {
		text = doc.Words(party.Span)
	}
	if index, ok := r.local[d][party.Entity]; ok {
		id := r.id(index)
		if !strings.HasPrefix(id, "?") {
			return who{id: id}
		}
		text += " " + r.answer[index].shown
	}
	if list := r.forms[foldKey(text)]; len(list) > 0 {
		return who{id: r.gold[list[0]].ID}
	}
	return who{id: "?" + strings.TrimSpace(text), words: bare(text)}
}

// is reports whether a gold name, the ID of an entity or a free description
// such as "a security source (…)", means w.
func (r *roster) is(name string, w who) bool {
	if i, ok := r.byID[name]; ok {
		return name == w.id || strings.HasPrefix(w.id, "?") && r.describes(r.gold[i].Forms, w.id[1:])
	}
	return strings.HasPrefix(w.id, "?") && meets(bare(name), w.words)
}

// describes reports whether the words for a speaker without a name are those of
// a gold entity: a form of it and the words, less an article, begin alike, the
// shorter one to its end («مسؤول» for «مسؤول في مكتب الرئيس»).
func (r *roster) describes(forms []string, words string) bool {
	have := lessArticle(fold(words))
	for _, form := range forms {
		want := lessArticle(fold(form))
		n := min(len(have), len(want))
		if n > 0 && slices.Equal(have[:n], want[:n]) {
			return true
		}
	}
	return false
}

func lessArticle(words []string) []string {
	if len(words) > 1 && (words[0] == "a" || words[0] == "an" || words[0] == "the") {
		return words[1:]
	}
	return words
}

// same reports whether the speakers are the named ones, each once.
func (r *roster) same(names []string, speakers []who) bool {
	pairs := assign(len(names), len(speakers), func(i, j int) float64 {
		if r.is(names[i], speakers[j]) {
			return 1
		}
		return 0
	})
	for _, j := range pairs {
		if j < 0 {
			return false
		}
	}
	return len(names) == len(speakers)
}

func shownWho(speakers []who) string {
	var ids []string
	for _, speaker := range speakers {
		ids = append(ids, speaker.id)
	}
	return strings.Join(ids, " + ")
}
