package profiles

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/terms"
)

// report takes the names and offices that one report gives.
func (g *gathered) report(record *isnad.Record, d int, mentions []int) {
	doc := record.Docs[d]
	day := dayOf(doc.Article)
	if day != "" && (g.profile.From == "" || day < g.profile.From) {
		g.profile.From = day
	}
	g.profile.To = max(g.profile.To, day)
	given := map[string]bool{} // offices by key
	for _, i := range mentions {
		mention := &doc.Mentions[i]
		switch mention.Form {
		case isnad.Named:
			name := isnad.Name{Lang: doc.Article.Lang, Text: oneLine(doc.Words(mention.Span))}
			names := g.names
			if contracted(doc.Article.Text, mention.Span) {
				names = g.contracted
			}
			count(names, name, doc.Article.Outlet.Name, 1)
		case isnad.ByRole:
			g.office(given, doc, record.Stories[0].ID, mention.Span)
		}
		for _, role := range mention.Roles {
			g.office(given, doc, record.Stories[0].ID, role.Span)
		}
	}
}

// office takes an office that a report gives.
func (g *gathered) office(given map[string]bool, doc *isnad.Doc, story isnad.StoryID, span isnad.Span) {
	words := oneLine(doc.Words(span))
	key := officeKey(doc.Article.Lang, words)
	if key == "" || given[key] {
		return
	}
	given[key] = true
	use, day := g.offices[key], dayOf(doc.Article)
	if use == nil {
		use = &isnad.OfficeUse{}
		g.offices[key] = use
	}
	use.Reports++
	if first := use.Where.Article; first == nil || doc.Article.Before(first) {
		use.Office, use.Where = isnad.Name{Lang: doc.Article.Lang, Text: words}, isnad.Citation{Story: story, Article: doc.Article, Span: span}
	}
	if day != "" && (use.From == "" || day < use.From) {
		use.From = day
	}
	use.To = max(use.To, day)
}

func officeKey(lang isnad.Lang, words string) string {
	keys := terms.Name(words)
	if len(keys) == 0 {
		return ""
	}
	return string(lang) + " " + strings.Join(keys, " ")
}

const alef, lam = "\u0627", "\u0644"

// contracted reports whether a name may have lost the first letter of its
// article to a preposition.
func contracted(text string, span isnad.Span) bool {
	return strings.HasSuffix(text[:span.Start], lam) && strings.HasPrefix(span.Of(text), lam)
}

// count adds to how often an outlet uses a name.
func count(names map[isnad.Name]map[string]int, name isnad.Name, outlet string, n int) {
	if names[name] == nil {
		names[name] = map[string]int{}
	}
	names[name][outlet] += n
}
