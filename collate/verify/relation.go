package verify

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// relation is how a statement's speaker stands to who is asked for.
type relation uint8

const (
	other    relation = iota
	same              // the one, or nobody is asked for
	speaksOf          // speaks for the body or country that is asked for
	maybe             // the report may name somebody else
)

// relationOf compares the speaker of a statement with who is asked for.
func (v *verifier) relationOf(u *utterance) relation {
	switch {
	case v.question.Speaker == "":
		return same
	case len(u.lead) > 0 && v.names.covers(u.lead, v.speaker):
		return same // named beside the cue
	case meet(u.speakers, v.asked):
		if u.vague {
			return maybe
		}
		return same
	}
	doc := v.record.Docs[u.doc]
	for _, party := range u.statement.Speakers {
		words := v.partyWords(doc, party)
		if v.names.covers(words, v.speaker) || v.shortName(u.doc, words) || party.Entity < 0 && v.describes(words) {
			return same
		}
		if party.Entity >= 0 && v.speaksFor(u.doc, party.Entity) || party.Entity < 0 && meet(entitiesOf(words), v.asked) {
			return speaksOf
		}
	}
	if u.statement.Implicit && len(u.speakers) == 0 {
		return v.describedAs(u)
	}
	return other
}

// partyWords are the words that a report names a party with.
func (v *verifier) partyWords(doc *isnad.Doc, party isnad.Party) []word {
	text := party.Text
	if party.Entity >= 0 && text == "" {
		text = doc.Entities[party.Entity].Names[0]
	}
	if text == "" {
		text = doc.Words(party.Span)
	}
	words := v.lexicon.wordsOf(text, 0)
	v.names.mark(words)
	return words
}

func entitiesOf(words []word) []int {
	var list []int
	for i := range words {
		list = append(list, words[i].entities...)
	}
	return unique(list)
}

// describes reports whether a description that no name stands behind says half the
// words of the one that is asked for, over two languages too: «مسؤول في وزارة
// الخارجية الأميركية», "US State Department official".
func (v *verifier) describes(words []word) bool {
	met := 0
	for i := range v.speaker {
		asked := &v.speaker[i]
		if slices.ContainsFunc(words, func(w word) bool {
			return w.content && (w.term == asked.term || shareConcept(w.concepts, asked.concepts) || meet(w.entities, asked.entities) ||
				w.latin != asked.latin && v.translates(&w, asked))
		}) {
			met++
		}
	}
	return met > 1 && 2*met >= len(v.speaker)
}

// shortName reports whether words end in the last word of the speaker's name
// and the report gives the whole name elsewhere: «الدكتور الطيار» for «أحمد
// الطيار», where «أحمد عبدالله الطيار» stands at the head of the report.
func (v *verifier) shortName(d int, words []word) bool {
	if len(words) == 0 || len(v.speaker) < 2 {
		return false
	}
	last := v.speaker[len(v.speaker)-1:]
	return v.names.covers(words[len(words)-1:], last) && v.fullName(d)
}

// apart is how many words may stand between two words of one name.
const apart = 3

// fullName reports whether a report holds the speaker's whole name, its words in
// order with few others between.
func (v *verifier) fullName(d int) bool {
	for _, passage := range v.parts[d] {
		for i := range passage.words {
			if v.followed(passage.words[i:], v.speaker) {
				return true
			}
		}
	}
	return false
}

func (v *verifier) followed(words, name []word) bool {
	if len(words) == 0 || !v.names.covers(words[:1], name[:1]) {
		return false
	}
	at := 0
	for i := 1; i < len(name); i++ {
		next := slices.IndexFunc(words[at+1:min(len(words), at+2+apart)], func(w word) bool {
			return v.names.covers([]word{w}, name[i:i+1])
		})
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return true
}

// describedAs follows a description that goes on from the statement before it:
// the one who is described there in the same words is named beside the cue.
func (v *verifier) describedAs(u *utterance) relation {
	text := u.statement.Speakers[0].Text
	if text == "" {
		return other
	}
	for _, before := range v.said {
		if before.doc == u.doc && before.index < u.index && before.statement.Speakers[0].Text == text && len(before.lead) > 0 && v.names.covers(before.lead, v.speaker) {
			return same
		}
	}
	return other
}

// speaksFor reports whether a local entity of a doc holds an office there of
// the body or country that is asked for: «المتحدث باسم وزارة الخارجية».
func (v *verifier) speaksFor(d, entity int) bool {
	if len(v.asked) == 0 {
		return false
	}
	doc := v.record.Docs[d]
	for _, mention := range doc.Mentions {
		if mention.Entity != entity {
			continue
		}
		for _, role := range mention.Roles {
			for _, inner := range doc.Mentions {
				if inner.Entity >= 0 && inner.Entity != entity && role.Span.Contains(inner.Span) && slices.Contains(v.asked, v.record.Local[d][inner.Entity]) {
					return true
				}
			}
		}
	}
	return false
}
