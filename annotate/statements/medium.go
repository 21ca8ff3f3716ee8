package statements

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// mediumAt returns the number of tokens that a medium phrase takes from token
// i on («في بيان», «على منصته Truth Social», "in a post on X"), or 0.
func (p *passage) mediumAt(i, limit int) int {
	link, n := p.mediumLink(i, limit)
	if link == nil {
		return 0
	}
	return n
}

// mediumLink reads a medium phrase: a preposition, at most three words, and a
// noun for what words are carried by, with the body or platform it belongs to;
// or a preposition of place with a platform's name.
func (p *passage) mediumLink(i, limit int) (*isnad.Link, int) {
	if i >= limit || !p.is(i, prep) {
		return nil, 0
	}
	if link, n := p.platform(i, limit); link != nil {
		return link, n
	}
	for t := i + 1; t < limit && t <= i+4; t++ {
		if n := p.lex.at(p.Tokens, t, medium); n > 0 {
			if p.Lang == isnad.English && p.modifies(t+n, limit) {
				return nil, 0
			}
			return p.carrier(i, t, t+n, limit)
		}
		if p.Lang != isnad.English || p.Tokens[t].Kind != lang.Word {
			break
		}
	}
	return nil, 0
}

// modifies reports whether a noun follows at token i, so that the one before it
// only modifies it: «the email inquiry».
func (p *passage) modifies(i, limit int) bool {
	if i >= limit || p.Tokens[i].Kind != lang.Word || p.capital(i) || p.date[i] >= 0 || p.isCue[i] || p.isArticle(i) {
		return false
	}
	return !p.is(i, prep|adverb|auxiliary|relative|contrast|subordinate|that|pronoun|conjunction|negation|addressee) && !p.participial(i) && !p.manner(i)
}

// platform reads a body named right behind «على» or «عبر», "on" or "via":
// «كتب على تويتر».
func (p *passage) platform(i, limit int) (*isnad.Link, int) {
	if !p.is(i, via) || i+1 >= limit || p.nameFrom[i+1] < 0 {
		return nil, 0
	}
	n := p.names[p.nameFrom[i+1]]
	mention := &p.doc.Mentions[n.mention]
	if mention.Kind != isnad.Organisation || mention.Form != isnad.Named {
		return nil, 0
	}
	return &isnad.Link{
		Kind: isnad.LinkMedium, Entity: mention.Entity, Span: mention.Span, Name: mention.Span.Of(p.doc.Article.Text),
	}, n.last + 1 - i
}

// carrier makes the link of the noun at tokens noun:end, and of a body that
// follows within four words and no clause between.
func (p *passage) carrier(first, noun, end, limit int) (*isnad.Link, int) {
	span := isnad.Span{Start: p.Tokens[noun].Start, End: p.Tokens[end-1].End}
	link := &isnad.Link{Kind: isnad.LinkMedium, Entity: -1, Span: span}
	for t := end; t < limit && t < end+4 && !p.stops(t); t++ {
		at := p.nameFrom[t]
		if at < 0 {
			continue
		}
		if mention := &p.doc.Mentions[p.names[at].mention]; mention.Kind == isnad.Organisation {
			link.Entity = mention.Entity
			link.Span.End = mention.Span.End
			end = p.names[at].last + 1
		}
		break
	}
	link.Name = link.Span.Of(p.doc.Article.Text)
	return link, end - first
}

// stops reports whether a noun phrase cannot run over token t.
func (p *passage) stops(t int) bool {
	return p.Tokens[t].Kind == lang.Mark || p.Tokens[t].Kind == lang.Quoter || p.is(t, that|relative) || p.isCue[t]
}

// mediumOf is the link of a medium noun that owns the subject it stands
// before: «بيان الكرملين ..., قائلاً».
func (p *passage) mediumOf(n name) []isnad.Link {
	if !p.is(n.first-1, medium) || p.Lang == isnad.English {
		return nil
	}
	span := isnad.Span{Start: p.Tokens[n.first-1].Start, End: p.Tokens[n.first-1].End}
	return []isnad.Link{{Kind: isnad.LinkMedium, Entity: -1, Span: span, Name: span.Of(p.doc.Article.Text)}}
}

// mediaBefore is the medium phrase that stands between the start of the
// sentence and token i, outside quotations.
func (p *passage) mediaBefore(i int) []isnad.Link {
	for t := p.sentenceStart(i); t < i; t++ {
		if link, _ := p.mediumLink(t, i); link != nil {
			return []isnad.Link{*link}
		}
	}
	return nil
}

// frontedMedium is the medium phrase that the sentence of token i begins with:
// «وفي بيان، قالت …».
func (p *passage) frontedMedium(i int) []isnad.Link {
	first := p.sentenceStart(i)
	for t := first; t < i && t <= first+1 && !p.is(t, when); t++ {
		if link, _ := p.mediumLink(t, i); link != nil {
			return []isnad.Link{*link}
		}
	}
	return nil
}

// dayBefore is the value of the first date between the start of the sentence
// and token i; within the first few words only, unless far is set.
func (p *passage) dayBefore(i int, far bool) string {
	first := p.sentenceStart(i)
	for t := first; t < i && (far || t < first+3); t++ {
		if p.date[t] >= 0 && p.quote[t] < 0 {
			return p.doc.Dates[p.date[t]].Value
		}
	}
	return ""
}

func (p *passage) sentenceStart(i int) int {
	first := i
	for first > 0 && p.sentence[first-1] == p.sentence[i] {
		first--
	}
	return first
}
