// Package statements finds who says what in a report: the cue, the speaker,
// the content, and the chain that carries it from the speaker to the page.
//
// It is a grammar of reporting over tokens, with closed word classes in
// arabic.tsv and english.tsv and cue words in the language libraries. Names,
// roles and dates come from the layers before it.
//
// Conventions (docs/annotation.md):
//
//   - Indirect and mixed content is all that the cue governs, from the
//     complementizer on; the final stop is out.
//   - Where all that follows the complementizer is quoted, the content is the
//     words inside the marks.
//   - A quotation in a sentence of its own, without a cue, goes on from the
//     statement before it.
//   - A statement found inside another's content is nested in it.
package statements

import (
	"sort"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/lang"
)

// Annotate fills doc.Statements, ordered by span. It needs the dates, mentions
// and entities of doc.
func Annotate(r *reading.Reading, doc *isnad.Doc) {
	report := &report{doc: doc, gender: map[int]bool{}, votes: map[int]int{}}
	passages := make([]*passage, len(r.Passages))
	for i := range r.Passages {
		passages[i] = newPassage(&r.Passages[i], doc)
		if passages[i].Lang == isnad.English {
			report.genders(passages[i])
		}
	}
	for _, p := range passages {
		report.read(p)
	}
	doc.Statements = report.statements()
}

// report is what the grammar remembers from one passage to the next.
type report struct {
	doc     *isnad.Doc
	found   []*candidate
	last    *candidate    // the outermost statement before this point
	subject []isnad.Party // the subject of the last sentence that had a person or body for one
	gender  map[int]bool  // entity → spoken of as feminine

	// English.
	votes   map[int]int // entity → words that show it feminine, less those masculine
	topics  []topic     // whom the sentences so far were about, in order
	pending *candidate  // a cue with a colon that ends its paragraph
}

// candidate is a statement in the making.
type candidate struct {
	passage  *passage
	cue      cue
	speakers []isnad.Party
	implicit bool
	content  []isnad.Span
	first    int // tokens of the content, half-open
	end      int
	phrase   bool // the content is a noun phrase, not a clause
	kind     isnad.StatementKind
	media    []isnad.Link
	listener []isnad.Party
	said     string
	negated  bool
	inserted bool       // its clause depends on one that follows
	outer    *candidate // the one that this is nested in
	rule     string
}

func (r *report) read(p *passage) {
	if p.Kind == isnad.Title || p.Kind == isnad.Subheading {
		r.headline(p)
	}
	if p.Lang == isnad.English {
		r.readEnglish(p)
		return
	}
	for s := range p.Sentences {
		first, end := p.sentenceTokens(s)
		before := len(r.found)
		for i := first; i < end; i++ {
			if p.isCue[i] {
				r.arabicCue(p, i, end)
			}
		}
		if n := p.subjectName(cue{at: end - 1}); n != nil {
			r.subject = p.parties(*n)
		}
		if p.Kind == isnad.Paragraph {
			r.loose(p, first, end, r.found[before:])
		}
	}
}

// keep takes a candidate in, if it has words and is not a wrong turn.
func (r *report) keep(c *candidate) bool {
	if len(c.content) == 0 || len(c.speakers) == 0 {
		return false
	}
	if n := len(r.found); n > 0 && r.found[n-1].content[0] == c.content[0] {
		return false // «وتابع قائلا: …»: two cues, one report
	}
	c.outer = r.around(c)
	if c.outer != nil && !c.nests() {
		return false
	}
	r.found = append(r.found, c)
	if c.outer == nil {
		r.last = c
		r.learn(c)
	}
	return true
}

// nesting is how many statements back an outer one is looked for.
const nesting = 32

// around is the innermost statement whose content holds c's cue.
func (r *report) around(c *candidate) *candidate {
	if c.cue.Tokens == 0 {
		return nil
	}
	at := isnad.Span{Start: c.passage.Tokens[c.cue.at].Start, End: c.passage.Tokens[c.cue.at].End}
	for i := len(r.found) - 1; i >= 0 && i >= len(r.found)-nesting; i-- {
		if r.found[i].passage != c.passage {
			return nil
		}
		for _, content := range r.found[i].content {
			if content.Contains(at) {
				return r.found[i]
			}
		}
	}
	return nil
}

// nests reports whether a statement inside another is worth its place: someone
// named speaks, and not the outer speaker of himself.
func (c *candidate) nests() bool {
	if c.implicit || c.speakers[0].Unnamed || c.negated {
		return false
	}
	return !sameParties(c.speakers, c.outer.speakers)
}

func sameParties(a, b []isnad.Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Entity < 0 || a[i].Entity != b[i].Entity {
			return false
		}
	}
	return true
}

// statements turns the candidates into the layer, in order.
func (r *report) statements() []isnad.Statement {
	sort.SliceStable(r.found, func(i, j int) bool { return r.found[i].span().Before(r.found[j].span()) })
	index := make(map[*candidate]int, len(r.found))
	for i, c := range r.found {
		index[c] = i
	}
	list := make([]isnad.Statement, len(r.found))
	for i, c := range r.found {
		list[i] = r.statement(c)
		if c.outer != nil {
			list[i].Within = index[c.outer]
		}
	}
	for i := range list {
		list[i].Chain = r.chain(list, i, r.found[i].media)
	}
	return list
}

func (r *report) statement(c *candidate) isnad.Statement {
	statement := isnad.Statement{
		Speakers: c.speakers, Implicit: c.implicit, Cue: c.cueSpan(), Lemma: c.cue.Lemma,
		Force: string(c.cue.Force), Content: c.content, Kind: c.kind, Addressee: c.listener,
		Said: c.said, Polarity: isnad.Affirms, Within: -1, By: "statements/" + c.rule,
	}
	switch {
	case c.negated:
		statement.Polarity = isnad.Unsure
	case c.cue.Force == lang.Deny:
		statement.Polarity = isnad.Denies
	}
	return statement
}

func (c *candidate) cueSpan() isnad.Span {
	if c.cue.Tokens == 0 {
		return isnad.Span{}
	}
	return isnad.Span{
		Start: c.passage.Tokens[c.cue.at].Start,
		End:   c.passage.Tokens[c.cue.at+c.cue.Tokens-1].End,
	}
}

func (c *candidate) span() isnad.Span {
	span := c.cueSpan()
	for _, content := range c.content {
		span = span.Cover(content)
	}
	return span
}
