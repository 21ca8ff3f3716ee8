package records

import (
	"fmt"
	"sort"
	"strings"

	"github.com/isnad-news/isnad"
)

const (
	// sameWords is the share of weight that two wordings by one speaker have in
	// common at least; sameSense is what two languages need, of entities,
	// numbers and events alone; repeated is what one report needs.
	sameWords = 0.40
	// muchShared words make a smaller share enough.
	muchShared, fewerWords = 5, 0.30
	// muchSense concepts do so over two languages.
	muchSense = 4
	sameSense = 0.60
	repeated  = 0.80
)

// utterance is one statement of one doc, ready to be compared.
type utterance struct {
	doc, index int
	speakers   []int
	unnamed    string // the description of a speaker without entity
	terms      terms
	sense      terms // what holds over languages
	denies     bool
}

// statements merges the story's statements into entries.
func (b *builder) statements() []isnad.Entry {
	var items []utterance
	for _, d := range ordered(b.story.Articles) {
		for i := range b.docs[d].Statements {
			items = append(items, b.utterance(d, i))
		}
	}
	all, senses := make([]terms, len(items)), make([]terms, len(items))
	for i := range items {
		all[i], senses[i] = items[i].terms, items[i].sense
	}
	rare, rareSense := newRarity(all), newRarity(senses)
	var alike []scored
	pairs(func(i, j int) {
		if score, why := b.sameStatement(&items[i], &items[j], rare, rareSense); score > 0 {
			alike = append(alike, scored{i, j, score, why})
		}
	}, all, senses)
	groups, why := cluster(len(items), alike, sameWords, func(i int) int { return items[i].doc })
	entries := make([]isnad.Entry, 0, len(groups))
	for _, group := range groups {
		entries = append(entries, b.statementEntry(items, group, why))
	}
	return entries
}

func ordered(list []int) []int {
	list = append([]int(nil), list...)
	sort.Ints(list)
	return list
}

func (b *builder) utterance(d, i int) utterance {
	statement := &b.docs[d].Statements[i]
	u := utterance{
		doc: d, index: i, speakers: b.entities(d, statement.Speakers),
		denies: statement.Polarity == isnad.Denies,
	}
	if len(u.speakers) == 0 {
		u.unnamed = strings.ToLower(strings.TrimSpace(statement.Speakers[0].Text))
	}
	for _, content := range statement.Content {
		u.terms.add(b, d, content)
		b.eventTerms(&u.terms, d, content)
		u.sense.addSense(b, d, content)
		b.eventTerms(&u.sense, d, content)
	}
	return u
}

// eventTerms adds the kinds of event that lie in span.
func (b *builder) eventTerms(t *terms, d int, span isnad.Span) {
	doc := b.docs[d]
	first := sort.Search(len(doc.Events), func(i int) bool { return doc.Events[i].Trigger.Start >= span.Start })
	for i := first; i < len(doc.Events) && doc.Events[i].Trigger.Start < span.End; i++ {
		t.put("v:"+string(doc.Events[i].Type), eventWeight)
	}
}

// sameStatement scores two utterances: 0 unless one speaker, or a body and who
// speaks for it, says much the same. The higher the surer.
func (b *builder) sameStatement(x, y *utterance, rare, rareSense rarity) (float64, string) {
	who := b.sameSpeaker(x, y)
	if who == "" || x.denies != y.denies {
		return 0, ""
	}
	if b.docs[x.doc].Article.Lang != b.docs[y.doc].Article.Lang {
		score, shared := rareSense.alike(x.sense, y.sense)
		if shared >= muchSense && score >= fewerWords {
			score = max(score, sameSense)
		}
		if shared < 2 || score < sameSense {
			return 0, ""
		}
		return score, fmt.Sprintf("%s; %d concepts, names and numbers in common over two languages", who, shared)
	}
	score, shared := rare.alike(x.terms, y.terms)
	if x.doc == y.doc && (score < repeated || shared < 3) {
		return 0, ""
	}
	if shared >= muchShared && score >= fewerWords {
		score = max(score, sameWords)
	}
	if shared < 2 || score < sameWords/2 {
		return 0, ""
	}
	return score, fmt.Sprintf("%s; %.0f %% of the words of the shorter", who, score*100)
}

// sameSpeaker says in what sense two utterances have one speaker, or "".
func (b *builder) sameSpeaker(x, y *utterance) string {
	if len(x.speakers) == 0 || len(y.speakers) == 0 {
		if x.unnamed != "" && x.unnamed == y.unnamed {
			return "same description of the speaker"
		}
		return ""
	}
	if common(x.speakers, y.speakers) > 0 {
		return "same speaker"
	}
	for _, p := range x.speakers {
		for _, q := range y.speakers {
			if b.speaksFor(p, q) || b.speaksFor(q, p) {
				return "a body and who speaks for it"
			}
		}
	}
	return ""
}

// speaksFor reports whether a person's office is one of the body.
func (b *builder) speaksFor(person, body int) bool {
	return b.list[body].Kind == isnad.Organisation && b.speaks[[2]int{person, body}]
}

func (b *builder) statementEntry(items []utterance, group []int, why []string) isnad.Entry {
	entry := isnad.Entry{Kind: isnad.StatementEntry, Story: b.story.ID}
	for _, i := range group {
		item := &items[i]
		entry.Sources = append(entry.Sources, isnad.Source{Article: item.doc, Statement: item.index, Event: -1, Why: why[i]})
		entry.Parties = union(entry.Parties, item.speakers)
		statement := &b.docs[item.doc].Statements[item.index]
		entry.Recipients = union(entry.Recipients, b.entities(item.doc, statement.Addressee))
		if entry.When == "" {
			entry.When = statement.Said
		}
	}
	b.order(entry.Sources)
	entry.ID = b.identify("st-", entry.Sources, b.statementSpan)
	entry.Witnesses = b.witnesses(entry.Sources)
	entry.Stances = b.stances(entry.Sources, b.statementStance)
	return entry
}

// order sorts sources by the story's order of articles, then by place.
func (b *builder) order(sources []isnad.Source) {
	sort.SliceStable(sources, func(i, j int) bool {
		x, y := sources[i], sources[j]
		if x.Article != y.Article {
			return b.rank(x.Article) < b.rank(y.Article)
		}
		return max(x.Statement, x.Event) < max(y.Statement, y.Event)
	})
	sources[0].Why = ""
}

func (b *builder) statementSpan(source isnad.Source) isnad.Span {
	return b.docs[source.Article].Statements[source.Statement].Span()
}
