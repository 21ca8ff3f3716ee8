package events

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
)

// chunkKind sorts what a sentence is made of as far as events go.
type chunkKind uint8

const (
	wordChunk   chunkKind = iota
	party                 // a noun phrase that names someone
	dateChunk             // a date expression
	commaChunk            // a comma, bracket or dash
	stopChunk             // a mark that ends a clause
	quoterChunk           // a quotation mark
)

// chunk is a word, a noun phrase, a date or a mark.
type chunk struct {
	start, end int // bytes of the article
	tok, toks  int // tokens of the passage
	kind       chunkKind
	key        string // folded, without a conjunction written to it
	class      class
	hits       []hit
	conj       bool   // a conjunction is written to it
	prep       string // a preposition written to it
	possessive bool   // English 's
	mention    int    // index into doc.Mentions; -1
	date       int    // index into doc.Dates; -1
	statement  int    // innermost statement whose content holds it; -1
	cue        int    // statement whose cue it is; -1
	sentence   int
	entity     int // the body that a noun without a mention is short for; -1
}

// hit is a reading of a chunk as a word of the lists, with its clitics.
type hit struct {
	sense
	prep     string
	future   bool
	definite bool
	enclitic *ending
}

// word is the entry of the reading, an empty one for a governor.
func (h hit) word() *entry {
	if h.entry == nil {
		return &entry{}
	}
	return h.entry
}

func (c *chunk) is(of class) bool { return c.class.is(of) }

// phraseAt is a noun phrase: a mention with the roles beside it.
type phraseAt struct {
	span    isnad.Span
	mention int
}

// roleGap is how many bytes may stand between a name and a role of its phrase.
const roleGap = 4

// nounPhrases returns the outermost mentions with their roles, in order.
func nounPhrases(doc *isnad.Doc) []phraseAt {
	var phrases []phraseAt
	for i := range doc.Mentions {
		mention := &doc.Mentions[i]
		span := mention.Span
		for _, role := range mention.Roles {
			if role.Span.End <= span.Start && span.Start-role.Span.End <= roleGap ||
				role.Span.Start >= span.End && role.Span.Start-span.End <= roleGap {
				span = span.Cover(role.Span)
			}
		}
		if n := len(phrases); n > 0 && phrases[n-1].span.Overlaps(span) {
			// of two that overlap the longer one is the phrase
			if span.Len() > phrases[n-1].span.Len() {
				phrases[n-1] = phraseAt{span, i}
			}
			continue
		}
		phrases = append(phrases, phraseAt{span, i})
	}
	return phrases
}

// chunks divides a passage.
func (s *scanner) chunks(p *reading.Passage) []chunk {
	out := make([]chunk, 0, len(p.Tokens))
	sentence := 0
	for i := 0; i < len(p.Tokens); {
		token := p.Tokens[i]
		for sentence+1 < len(p.Sentences) && token.Start >= p.Sentences[sentence].End {
			sentence++
		}
		c := s.chunkAt(p, i)
		c.sentence = sentence
		c.start, c.end = token.Start, p.Tokens[i+c.toks-1].End
		s.place(&c)
		out = append(out, c)
		i += c.toks
	}
	return out
}

// chunkAt reads the chunk that begins at token i.
func (s *scanner) chunkAt(p *reading.Passage, i int) chunk {
	token := p.Tokens[i]
	c := chunk{tok: i, toks: 1, key: token.Key, mention: -1, date: -1, statement: -1, cue: -1, entity: -1}
	for s.nextDate < len(s.doc.Dates) && s.doc.Dates[s.nextDate].Span.End <= token.Start {
		s.nextDate++
	}
	if s.nextDate < len(s.doc.Dates) && s.doc.Dates[s.nextDate].Span.Start < token.End {
		c.kind, c.date = dateChunk, s.nextDate
		c.toks = tokensTo(p, i, s.doc.Dates[s.nextDate].Span.End)
		return c
	}
	for s.nextPhrase < len(s.phrases) && s.phrases[s.nextPhrase].span.End <= token.Start {
		s.nextPhrase++
	}
	if s.nextPhrase < len(s.phrases) && s.phrases[s.nextPhrase].span.Start < token.End {
		at := s.phrases[s.nextPhrase]
		c.kind, c.mention = party, at.mention
		c.toks = tokensTo(p, i, at.span.End)
		last := p.Tokens[i+c.toks-1]
		c.possessive = s.lang == isnad.English && last.End > at.span.End
		if at.span.Start > token.Start {
			c.conj, c.prep = s.proclitics(s.text[token.Start:at.span.Start])
		}
		return c
	}
	s.word(p, i, &c)
	return c
}

// tokensTo counts the tokens from i that begin before end.
func tokensTo(p *reading.Passage, i, end int) int {
	n := 1
	for i+n < len(p.Tokens) && p.Tokens[i+n].Start < end {
		n++
	}
	return n
}

// proclitics reads what is written before a name in its first word.
func (s *scanner) proclitics(letters string) (conj bool, prep string) {
	for _, r := range letters {
		letter := string(r)
		switch {
		case letter == waw || letter == feh:
			conj = true
		case letter == beh || letter == lam || letter == kaf:
			prep = letter
		}
	}
	return conj, prep
}

// place finds the statement whose content or cue holds c.
func (s *scanner) place(c *chunk) {
	from, to := s.doc.StatementsNear(isnad.Span{Start: c.start, End: c.end}, s.longest)
	for i := from; i < to; i++ {
		statement := &s.doc.Statements[i]
		if statement.Cue.Start < c.end && statement.Cue.End > c.start {
			c.cue = i
		}
		for _, content := range statement.Content {
			if content.Start < c.end && c.end <= content.End {
				if c.statement < 0 || s.inner(i, c.statement) {
					c.statement = i
				}
			}
		}
	}
}

// inner reports whether statement i lies within statement j.
func (s *scanner) inner(i, j int) bool {
	a, b := s.doc.Statements[i].Span(), s.doc.Statements[j].Span()
	return a.Len() < b.Len()
}

// word reads a token that no mention or date holds.
func (s *scanner) word(p *reading.Passage, i int, c *chunk) {
	token := p.Tokens[i]
	if c.kind = markKind(s.text[token.Start:token.End], token); c.kind != wordChunk {
		return
	}
	if s.lang == isnad.English {
		s.lex.englishWord(p, i, c)
	} else {
		s.lex.arabicWord(p, i, c, s.text[token.Start:token.End])
	}
	if len(c.hits) == 0 && c.class&^actors == 0 {
		if body, ok := s.shortName(i, s.keys, c.key); ok {
			c.kind, c.entity = party, body
			return
		}
	}
	if c.is(actorNoun) && len(c.hits) == 0 {
		c.kind = party
		s.extend(p, i, c)
	}
}

// extend takes the words of origin beside a noun for people into its phrase:
// «القوات الروسية».
func (s *scanner) extend(p *reading.Passage, i int, c *chunk) {
	for c.toks < 3 && i+c.toks < len(p.Tokens) && s.lang == isnad.Arabic {
		if _, ok := s.facts.Demonym(p.Tokens[i+c.toks].Key); !ok {
			return
		}
		c.toks++
	}
}

// phraseClass returns the class of a fixed phrase that begins at token i, and
// how many tokens it has.
func (l *lexicon) phraseClass(p *reading.Passage, i int, first string) (class, int) {
	for _, phrase := range l.phrases[first] {
		if followed(p, i, phrase.rest) {
			return phrase.class, 1 + len(phrase.rest)
		}
	}
	return 0, 0
}

func followed(p *reading.Passage, i int, rest []string) bool {
	if i+len(rest) >= len(p.Tokens) {
		return false
	}
	for j, key := range rest {
		if p.Tokens[i+1+j].Key != key {
			return false
		}
	}
	return true
}

// englishWord reads the classes and senses of an English token.
func (l *lexicon) englishWord(p *reading.Passage, i int, c *chunk) {
	key := strings.TrimSuffix(c.key, "'s")
	c.possessive = key != c.key
	c.class = l.words[key]
	if class, n := l.phraseClass(p, i, key); n > 0 {
		c.class |= class
	}
	for _, sense := range l.forms[key] {
		if followed(p, i, sense.rest) {
			c.hits = append(c.hits, hit{sense: sense})
		}
	}
}
