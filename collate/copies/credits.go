package copies

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// inOrder puts members in order of descent: those whose outlet another member
// credits, then by publication.
func inOrder(docs []*isnad.Doc, members []int) {
	slices.SortFunc(members, func(a, b int) int { return order(docs, a, b) })
	credited := credited(docs, members)
	slices.SortStableFunc(members, func(a, b int) int {
		switch x, y := credited[docs[a].Article.Outlet.Name], credited[docs[b].Article.Outlet.Name]; {
		case x && !y:
			return -1
		case y && !x:
			return 1
		}
		return 0
	})
}

// credited are the outlets that another one of members credits. Of many
// outlets and credits only the first ones are held against each other.
func credited(docs []*isnad.Doc, members []int) map[string]bool {
	var outlets, crediting []int
	seen, given := map[string]bool{}, map[string]bool{}
	for _, i := range members {
		article := docs[i].Article
		if !seen[article.Outlet.Name] && len(outlets) < ancestors {
			seen[article.Outlet.Name] = true
			outlets = append(outlets, i)
		}
		if agency := article.Agency.Name; agency != "" && !given[agency] && len(crediting) < ancestors {
			given[agency] = true
			crediting = append(crediting, i)
		}
	}
	list := map[string]bool{}
	for _, i := range outlets {
		for _, j := range crediting {
			if outlet := docs[i].Article.Outlet.Name; credits(docs[j].Article, outlet) {
				list[outlet] = true
			}
		}
	}
	return list
}

// credits reports whether an article says that its text is that of another
// outlet: one of the two names holds the other, as folded words.
func credits(article *isnad.Article, outlet string) bool {
	if article.Agency.Name == "" || article.Outlet.Name == outlet {
		return false
	}
	a, b := folded(article.Agency.Name), folded(outlet)
	return len(a) > 2 && len(b) > 2 && (strings.Contains(a, b) || strings.Contains(b, a))
}

// folded is the folded words of a name, each between two spaces.
func folded(name string) string {
	words := " "
	for _, token := range tokens(isnad.Arabic, name) {
		if token.Kind == lang.Word || token.Kind == lang.Digits {
			words += token.Key + " "
		}
	}
	return words
}
