package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// subject is a noun phrase that speaks, with the tokens it takes.
type subject struct {
	parties    []isnad.Party
	first, end int // tokens, half-open
}

func (s subject) found() bool { return len(s.parties) > 0 }

// parties of a name: its entity, or its members where it stands for several.
func (p *passage) parties(n name) []isnad.Party {
	mention := &p.doc.Mentions[n.mention]
	if len(mention.Members) > 0 && mention.Entity < 0 {
		list := make([]isnad.Party, len(mention.Members))
		for i, entity := range mention.Members {
			list[i] = isnad.Party{Entity: entity, Span: mention.Span}
		}
		return list
	}
	party := isnad.Party{Entity: mention.Entity, Span: mention.Span}
	if mention.Entity >= 0 && p.doc.Entities[mention.Entity].State > 0 {
		party.Entity = p.doc.Entities[mention.Entity].State - 1 // «نفت باماكو»: a capital speaks for its country
	}
	if mention.Entity < 0 {
		party.Unnamed, party.Text = true, mention.Span.Of(p.doc.Article.Text)
	}
	return []isnad.Party{party}
}

// speaks reports whether a name can be the subject of a cue.
func (p *passage) speaks(n name) bool {
	switch p.doc.Mentions[n.mention].Kind {
	case isnad.Person, isnad.Organisation, isnad.Group, isnad.Place:
		return true
	}
	return false
}

// nameAt reads a name from token i on, with those joined to it: «ترمب وبوتين»,
// "A, B and C".
func (p *passage) nameAt(i int) subject {
	if i < 0 || i >= len(p.Tokens) || p.nameFrom[i] < 0 {
		return subject{}
	}
	n := p.names[p.nameFrom[i]]
	if n.governed || n.joined || !p.speaks(n) {
		return subject{}
	}
	s := subject{parties: p.parties(n), first: n.first, end: n.last + 1}
	for {
		next, ok := p.joinedTo(s.end)
		if !ok {
			return s
		}
		s.parties = append(s.parties, p.parties(next)...)
		s.end = next.last + 1
	}
}

// joinedTo is the name that a conjunction ties to what ends before token i.
func (p *passage) joinedTo(i int) (name, bool) {
	if i >= len(p.Tokens) {
		return name{}, false
	}
	if at := p.nameFrom[i]; at >= 0 && p.names[at].joined && p.speaks(p.names[at]) && !p.hasCueAfter(p.names[at]) {
		return p.names[at], true
	}
	if next := p.overTitle(i + 1); p.key(i) == "and" && next < len(p.Tokens) && p.nameFrom[next] >= 0 {
		n := p.names[p.nameFrom[next]]
		return n, p.speaks(n)
	}
	return name{}, false
}

func (p *passage) hasCueAfter(n name) bool {
	return p.Lang != isnad.English && n.last+1 < len(p.Tokens) && p.isCue[n.last+1]
}

// sourceAt reads a noun phrase whose head is a speaker left without a name
// («مصدر أمني رفيع»), from token i up to the first token that stop accepts.
func (p *passage) sourceAt(i, limit int, stop func(int) bool) subject {
	if p.is(i, source) {
		return p.phraseAt(i, limit, stop)
	}
	if p.ownSource(i) {
		return p.phraseAt(i, i+1, stop)
	}
	return subject{}
}

// ownSource reports whether the word at token i is a source with a pronoun
// written to it: «وزارتها», «محاميه».
func (p *passage) ownSource(i int) bool {
	token := p.Tokens[i]
	if token.Kind != lang.Word || token.Latin || p.Lang == isnad.English {
		return false
	}
	word := p.doc.Article.Text[token.Start:token.End]
	for _, split := range arabic.Splits(word) {
		if split.Enclitic == "" || split.Prep != "" {
			continue
		}
		bare := arabic.Fold(word[split.Bare.Start:split.Bare.End])
		if open, ok := strings.CutSuffix(bare, teh); ok && p.lex.words[open+heh]&source != 0 || p.lex.words[bare]&source != 0 {
			return true
		}
	}
	return false
}

const (
	teh = "\u062A"
	heh = "\u0647"
)

// phraseAt takes the words from token i to the first that stop accepts as a
// party that only its description names. A name inside it that it is nothing
// more than («الوزير جونز») speaks itself.
func (p *passage) phraseAt(i, limit int, stop func(int) bool) subject {
	end := i
	for end < limit && end < i+14 && !stop(end) {
		end++
	}
	if end == i {
		return subject{}
	}
	span := isnad.Span{Start: p.Tokens[i].Start, End: p.Tokens[end-1].End}
	for t := i; t < end && t < i+3; t++ {
		if at := p.nameFrom[t]; at >= 0 && !p.names[at].governed && !p.names[at].joined && p.doc.Mentions[p.names[at].mention].Kind == isnad.Person {
			return subject{parties: p.parties(p.names[at]), first: i, end: p.names[at].last + 1}
		}
	}
	if named := p.calledAfter(end, limit); named.found() {
		named.first, named.end = i, max(named.end, end)
		return named
	}
	party := isnad.Party{Entity: -1, Span: span, Unnamed: true, Text: span.Of(p.doc.Article.Text)}
	if entity := p.body(i, end); entity >= 0 {
		party = isnad.Party{Entity: entity, Span: span}
	}
	return subject{parties: []isnad.Party{party}, first: i, end: end}
}

// governed reports whether a preposition rules the noun phrase at token i.
func (p *passage) ruled(i int) bool {
	if i > 0 && p.is(i-1, prep) {
		return true
	}
	return i >= 0 && i < len(p.Tokens) && p.nameFrom[i] >= 0 && p.names[p.nameFrom[i]].governed
}

// clauseStart reports whether a clause can begin at token i.
func (p *passage) clauseStart(i int) bool {
	if i == 0 || p.sentence[i] != p.sentence[i-1] {
		return true
	}
	before := i - 1
	return p.Tokens[before].Kind == lang.Mark || p.Tokens[before].Kind == lang.Quoter ||
		p.is(before, that|contrast|relative|adverb) || p.key(before) == "and" || p.key(before) == "but"
}

// calledAfter is the person whose name a description gives soon behind token
// i: «عامل في الميناء يدعى صابر», "a worker who gave his name as Sabir".
func (p *passage) calledAfter(i, limit int) subject {
	for t := i; t < limit && t < i+8; t++ {
		if p.isCue[t] && !p.cues[t].Weak || p.Tokens[t].Kind == lang.Quoter || p.is(t, that) {
			break
		}
		if n := p.lex.at(p.Tokens, t, called); n > 0 && t+n < limit && p.nameFrom[t+n] >= 0 {
			return p.nameAt(t + n)
		}
	}
	return subject{}
}

// body is the organisation that a bare noun with the article takes up again
// («الهيئة» after «الهيئة العامة للنقل», "the ministry" after "the Transport
// Ministry"): the first that the report names with the noun as its head; or -1.
func (p *passage) body(i, end int) int {
	noun := p.Tokens[end-1].Key
	if p.Lang == isnad.English {
		if i == 0 || p.key(i-1) != "the" && p.key(i) != "the" {
			return -1
		}
	} else if end != i+1 || !strings.HasPrefix(noun, article) {
		return -1
	}
	for m := range p.doc.Mentions {
		mention := &p.doc.Mentions[m]
		if mention.Span.Start >= p.Tokens[i].Start {
			break
		}
		if mention.Kind != isnad.Organisation || mention.Entity < 0 {
			continue
		}
		words := strings.Fields(arabic.Fold(mention.Span.Of(p.doc.Article.Text)))
		head := words[0]
		if p.Lang == isnad.English {
			head = words[len(words)-1]
		}
		if strings.TrimPrefix(head, article) == strings.TrimPrefix(noun, article) {
			return mention.Entity
		}
	}
	return -1
}
