package pages

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// source is a page made simple, with what the scan took from it.
type source struct {
	html   string
	linked []string // JSON-LD scripts
	lines  *lineIndex
	cut    bool
}

// unscanned are elements whose content the scan leaves out. All but two hold
// raw text, which ends at their own end tag alone.
var unscanned = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Iframe: true, atom.Textarea: true,
	atom.Noframes: true, atom.Noembed: true, atom.Xmp: true, atom.Template: true, atom.Svg: true,
}

// emphases are marked words. The parser opens unclosed ones again in every
// paragraph, which costs more than they tell.
var emphases = map[atom.Atom]bool{
	atom.B: true, atom.I: true, atom.Em: true, atom.Strong: true, atom.Font: true, atom.U: true, atom.S: true,
	atom.Small: true, atom.Big: true, atom.Tt: true, atom.Code: true, atom.Strike: true, atom.Nobr: true,
}

// alone are elements without content.
var alone = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true,
	atom.Track: true, atom.Wbr: true,
}

// implied are elements that the next of their kind closes; they do not nest.
var implied = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Option: true, atom.Tr: true,
	atom.Td: true, atom.Th: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
}

// levels is how many elements the parser may nest for one of a kind: those
// that it implies, and those inside that are not counted. Others count once.
var levels = map[atom.Atom]int{atom.Table: 5, atom.Ul: 2, atom.Ol: 2, atom.Dl: 2}

// open is an element that the scan has seen open and not closed.
type open struct {
	tag    atom.Atom
	kept   bool
	levels int
}

// scanner copies the tokens of a page that matter.
type scanner struct {
	out      strings.Builder
	stack    []open
	skip     atom.Atom // element whose content is being left out
	skipped  int       // how many of it are open
	linked   bool      // the content is JSON-LD
	elements int
	depth    int // levels of the kept elements on the stack
	result   source
}

func scan(text string, limits Limits) source {
	s := &scanner{result: source{lines: &lineIndex{}}}
	s.out.Grow(len(text))
	tokenizer := html.NewTokenizer(strings.NewReader(text))
	line := 1
	for {
		kind := tokenizer.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := tokenizer.Raw()
		next := line + strings.Count(string(raw), "\n")
		switch kind {
		case html.TextToken:
			s.text(raw, line, limits)
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start(string(raw), tokenizer, limits)
		case html.EndTagToken:
			s.end(string(raw), tokenizer)
		case html.DoctypeToken:
			s.out.Write(raw)
		}
		line = next
		if s.elements > limits.Elements || s.out.Len() >= limits.Bytes {
			s.result.cut = true
			break
		}
	}
	s.result.html = s.out.String()
	return s.result
}

func (s *scanner) text(raw []byte, line int, limits Limits) {
	if s.skip != 0 {
		if s.linked && len(s.result.linked) < 32 {
			s.result.linked = append(s.result.linked, string(raw))
		}
		return
	}
	if room := limits.Bytes - s.out.Len(); len(raw) > room {
		for room > 0 && !utf8.RuneStart(raw[room]) {
			room--
		}
		raw, s.result.cut = raw[:max(0, room)], true
	}
	s.out.Write(raw)
	s.result.lines.add(html.UnescapeString(string(raw)), line)
}

func (s *scanner) start(raw string, tokenizer *html.Tokenizer, limits Limits) {
	name, hasAttributes := tokenizer.TagName()
	tag := atom.Lookup(name)
	if s.skip != 0 {
		if tag == s.skip {
			s.skipped++
		}
		return
	}
	switch {
	case unscanned[tag]:
		s.linked = tag == atom.Script && hasAttributes && isLinkedData(tokenizer)
		if !strings.HasSuffix(raw, "/>") || tag == atom.Script {
			s.skip, s.skipped = tag, 1
		}
		return
	case emphases[tag]:
		return
	}
	if alone[tag] || implied[tag] {
		s.elements++
		s.out.WriteString(raw)
		return
	}
	element := open{tag: tag, levels: max(1, levels[tag])}
	element.kept = s.depth+element.levels <= limits.Depth
	if element.kept {
		s.elements++
		s.depth += element.levels
		s.out.WriteString(raw)
	} else {
		s.out.WriteByte(' ')
	}
	// A page that only ever opens elements must not grow the stack for ever.
	if len(s.stack) < 8*limits.Depth {
		s.stack = append(s.stack, element)
	}
}

func (s *scanner) end(raw string, tokenizer *html.Tokenizer) {
	name, _ := tokenizer.TagName()
	tag := atom.Lookup(name)
	if s.skip != 0 {
		if tag == s.skip {
			s.skipped--
		}
		if s.skipped == 0 {
			s.skip, s.linked = 0, false
		}
		return
	}
	if emphases[tag] {
		return
	}
	if alone[tag] || implied[tag] {
		s.out.WriteString(raw)
		return
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].tag != tag {
			continue
		}
		if s.stack[i].kept {
			s.out.WriteString(raw)
		} else {
			s.out.WriteByte(' ')
		}
		s.pop(i)
		return
	}
}

// pop closes element i of the stack and those inside it.
func (s *scanner) pop(i int) {
	for _, element := range s.stack[i:] {
		if element.kept {
			s.depth -= element.levels
		}
	}
	s.stack = s.stack[:i]
}

func isLinkedData(tokenizer *html.Tokenizer) bool {
	for {
		key, value, more := tokenizer.TagAttr()
		if string(key) == "type" && strings.Contains(strings.ToLower(string(value)), "ld+json") {
			return true
		}
		if !more {
			return false
		}
	}
}
