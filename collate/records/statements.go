package records

import (
	"fmt"
	"sort"

	"github.com/isnad-news/isnad"
)

const (
	// sameWords is how far two wordings are one at least, by who says them and
	// how; see likeness.score. repeated is what one report needs to be found to
	// say a thing twice.
	sameWords, repeated = 0.40, 0.80
	// sameSense is the share of concepts, names and numbers that wordings in two
	// languages have in common at least; of many less is enough, if they say more
	// than who is spoken of: leastClaims of them are concepts or numbers.
	sameSense, fewerSense  = 0.60, 0.30
	muchSense, leastClaims = 4, 2
	// verbatim is how much of two wordings stands in one order where one text was
	// copied, and with it who speaks.
	verbatim = 0.75
	// leastShared is how many features two wordings share at least, of one report
	// leastRepeated.
	leastShared, leastRepeated = 2, 3
)

// statements merges the story's statements into entries.
func (b *builder) statements() []isnad.Entry {
	var items []utterance
	for _, d := range ordered(b.story.Articles) {
		for i := range b.docs[d].Statements {
			items = append(items, b.utterance(d, i))
		}
	}
	weigh(items)
	all, senses := featuresOf(items)
	var alike []scored
	pairs(func(i, j int) {
		if score, why := b.sameStatement(&items[i], &items[j]); score > 0 {
			alike = append(alike, scored{i, j, score, why})
		}
	}, all, senses)
	groups, why := cluster(len(items), alike, sameWords, func(i int) int { return items[i].doc }, func(i, j int) bool {
		far, _ := b.sameVoice(&items[i].voice, &items[j].voice)
		return far == 0
	})
	entries := make([]isnad.Entry, 0, len(groups))
	for _, group := range groups {
		entries = append(entries, b.statementEntry(items, group, why))
	}
	return entries
}

// featuresOf are the features of utterances, by word and by sense.
func featuresOf(items []utterance) (words, senses []terms) {
	for i := range items {
		words, senses = append(words, items[i].terms), append(senses, items[i].sense)
	}
	return words, senses
}

func ordered(list []int) []int {
	list = append([]int(nil), list...)
	sort.Ints(list)
	return list
}

// sameStatement scores two utterances: 0 unless one speaker, or a body and who
// speaks for it, or speakers that can be one, say much the same. The less sure
// the speaker, the more alike the words must be.
func (b *builder) sameStatement(x, y *utterance) (float64, string) {
	if !samePolarity(x, y) {
		return 0, ""
	}
	if b.docs[x.doc].Article.Lang != b.docs[y.doc].Article.Lang {
		score, shared := sameInSense(x, y)
		if score == 0 {
			return 0, ""
		}
		far, who := b.sameVoice(&x.voice, &y.voice)
		if far < describedOne {
			return 0, ""
		}
		return score, fmt.Sprintf("%s; %d concepts, names and numbers in common over two languages", who, shared)
	}
	l := compare(x, y)
	if l.shared < leastShared || x.doc == y.doc && l.shared < leastRepeated || l.score(oneSpeaker) < sameWords/2 {
		return 0, ""
	}
	far, who := b.sameVoice(&x.voice, &y.voice)
	if far < describedOne && l.order >= verbatim && x.doc != y.doc && b.witness[x.doc] == b.witness[y.doc] {
		far, who = describedOne, "copies of one text"
	}
	score := far * l.score(far)
	if score < sameWords/2 || x.doc == y.doc && score < repeated {
		return 0, ""
	}
	return score, fmt.Sprintf("%s; %.0f %% of the words of the shorter", who, l.share*100)
}

// sameInSense scores utterances of two languages by what holds over them, and
// counts what they share.
func sameInSense(x, y *utterance) (score float64, shared int) {
	l := share(&x.sense, &y.sense)
	score, shared = l.counted(l.share), l.shared
	if shared >= muchSense && l.claims >= leastClaims && score >= fewerSense {
		score = max(score, sameSense)
	}
	if shared < leastShared || score < sameSense {
		return 0, shared
	}
	return score, shared
}

// samePolarity reports whether both deny, or neither; or one denies what the
// other says not to be so: «نفى التأجيل», «لا صحة للتأجيل».
func samePolarity(x, y *utterance) bool {
	switch {
	case x.denies == y.denies:
		return true
	case x.denies:
		return len(y.no) > 0
	}
	return len(x.no) > 0
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
		entry.Parties = union(entry.Parties, item.voice.speakers)
		statement := &b.docs[item.doc].Statements[item.index]
		entry.Recipients = union(entry.Recipients, b.entities(item.doc, statement.Addressee))
		if entry.When == "" {
			entry.When = statement.Said
		}
	}
	b.order(entry.Sources)
	entry.ID = b.identify("st-", entry.Sources, b.statementSpan)
	entry.Stances = b.stances(entry.Sources, func(source isnad.Source) isnad.Stance { return b.statementStance(entry.Sources, source) })
	entry.Witnesses = b.witnesses(entry.Sources, entry.Stances)
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
