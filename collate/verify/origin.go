package verify

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
)

// origin finds the outlet or agency in which the chain of a statement ends: the
// last one on the way from the page to the speaker.
func (v *verifier) origin(f *isnad.Finding, u *utterance) {
	article := v.record.Docs[u.doc].Article
	f.Origin = v.originOf(u.doc, u.statement)
	f.Relayed = v.outlet(f.Origin) != v.outlet(article.Outlet.Name) && v.outlet(f.Origin) != v.outlet(article.Agency.Name)
}

func (v *verifier) originOf(d int, statement *isnad.Statement) string {
	name := v.record.Docs[d].Article.Outlet.Name
	for i, link := range statement.Chain {
		switch {
		case link.Kind == isnad.LinkAgency:
			name = link.Name
		case i < len(statement.Chain)-1 && v.publishes(d, link):
			name = v.outletName(d, link)
		}
	}
	return name
}

// publishes reports whether a link is an outlet or an agency, and not the way
// in which the speaker speaks: a post, a statement.
func (v *verifier) publishes(d int, link isnad.Link) bool {
	if link.Kind != isnad.LinkMedium && link.Kind != isnad.LinkSpeaker {
		return false
	}
	if link.Entity >= 0 {
		if row, ok := v.facts.Row(v.record.Docs[d].Entities[link.Entity].Known); ok {
			return row.Class == known.Outlet || row.Class == known.Agency
		}
	}
	words := v.lexicon.wordsOf(link.Name, 0)
	for i := range words {
		if len(words) > 1 && outletHeads()[bareArticle(words[i].key)] {
			return true
		}
	}
	return false
}

// hearsay reports whether a statement is known on the word of another speaker
// alone, who is no outlet: "he said that she had said".
func (v *verifier) hearsay(u *utterance) bool {
	if u.statement.Within < 0 {
		return false
	}
	outer := &v.record.Docs[u.doc].Statements[u.statement.Within]
	return len(outer.Chain) == 0 || !v.publishes(u.doc, outer.Chain[len(outer.Chain)-1])
}

// outletName is what an outlet is known by, else what the report calls it.
func (v *verifier) outletName(d int, link isnad.Link) string {
	if link.Entity >= 0 {
		return v.record.Docs[d].Entities[link.Entity].Names[0]
	}
	return link.Name
}

// outlet is the key of an outlet's name: its known row, else the name folded and
// without marks.
func (v *verifier) outlet(name string) string {
	if rows := v.facts.Named(name); len(rows) > 0 {
		return rows[0].ID
	}
	return strings.Join(keysOf(v.lexicon.wordsOf(name, 0)), " ")
}
