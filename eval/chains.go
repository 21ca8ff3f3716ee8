package eval

import (
	_ "embed" // the kinds of medium
	"strings"

	"github.com/isnad-news/isnad"
)

//go:embed data/media.tsv
var mediaList string

// media maps a folded word to the kinds of medium that it names.
var media = parseMedia(mediaList)

func parseMedia(list string) map[string]map[string]bool {
	table := map[string]map[string]bool{}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		for _, word := range fold(strings.Join(fields[1:], " ")) {
			if table[word] == nil {
				table[word] = map[string]bool{}
			}
			table[word][fields[0]] = true
		}
	}
	return table
}

// scoreChains counts, of the statements found, those whose chain has the links
// of the gold in its order, and of the nested ones those found within the
// right outer statement. Nested answers that are none of them cost.
func (s *sheet) scoreChains() {
	right, all := 0, 0
	for i := range s.gold.Statements {
		item := &s.gold.Statements[i]
		if item.Optional || s.found[i].none() || len(item.Chain) == 0 {
			continue
		}
		all++
		chain := s.record.Docs[s.found[i].doc].Statements[s.found[i].index].Chain
		why := s.compareChains(item, s.found[i].doc, chain)
		if why == "" {
			right++
			continue
		}
		s.miss(Miss{
			Score: chainsKey, Article: item.Article, Line: item.Line, Gold: shownGoldChain(item.Chain),
			Answer: shownChain(chain), Why: why,
		})
	}
	nestedRight, nestedGold, nestedAnswers := s.scoreNested()
	s.report.Chains = measure(right+nestedRight, all+nestedGold, all+nestedAnswers)
}

// compareChains says in what a chain differs from the gold's, or "".
func (s *sheet) compareChains(item *goldStatement, d int, chain []isnad.Link) string {
	for n, link := range item.Chain {
		switch {
		case n >= len(chain):
			return "the chain lacks " + link.Kind + " " + link.Name
		case string(chain[n].Kind) != link.Kind:
			return link.Kind + " is due where " + string(chain[n].Kind) + " stands"
		case !s.sameLink(item, link, d, chain[n]):
			return "another " + link.Kind
		}
	}
	if len(chain) > len(item.Chain) {
		return "a link too many: " + string(chain[len(item.Chain)].Kind)
	}
	return ""
}

// sameLink compares the names of two links of one kind. The outlet is the
// article's own and always agrees. A speaker or agency agrees by its entity, a
// medium also by sharing a word of meaning or its kind with the gold's name,
// which may be in either language or both: "statement (…)".
func (s *sheet) sameLink(item *goldStatement, gold goldLink, d int, link isnad.Link) bool {
	if gold.Kind == string(isnad.LinkOutlet) {
		return true
	}
	name := s.people.party(d, s.record.Docs[d], isnad.Party{Entity: link.Entity, Span: link.Span, Text: link.Name})
	if gold.Kind == string(isnad.LinkSpeaker) {
		names := append(item.speakers(), gold.Name)
		for _, want := range names {
			if s.people.is(want, name) {
				return true
			}
		}
		return false
	}
	if name.id == gold.Name {
		return true
	}
	words := bare(link.Name + " " + s.record.Docs[d].Words(link.Span) + " " + strings.TrimPrefix(name.id, "?"))
	wanted := s.wordsOf(gold.Name)
	for i := range s.people.gold {
		// The gold's name may hold that of an entity: "article for Body X".
		if s.people.gold[i].ID == name.id && meets(wanted, s.wordsOf(name.id)) {
			return true
		}
	}
	return meets(wanted, words) || meets(kindsOf(wanted), kindsOf(words))
}

// wordsOf gives the words of a gold name and, if it is an entity's ID or holds
// an entity's label, of the entity's forms and labels.
func (s *sheet) wordsOf(name string) map[string]bool {
	words := bare(name)
	for i := range s.people.gold {
		entity := &s.people.gold[i]
		held := entity.ID == name || entity.En != "" && strings.Contains(" "+foldKey(name)+" ", " "+foldKey(entity.En)+" ")
		if !held {
			continue
		}
		for _, form := range append([]string{entity.En, entity.Ar}, entity.Forms...) {
			for word := range bare(form) {
				words[word] = true
			}
		}
	}
	return words
}

// kindsOf gives the kinds of medium that words name.
func kindsOf(words map[string]bool) map[string]bool {
	kinds := map[string]bool{}
	for word := range words {
		for kind := range media[word] {
			kinds[kind] = true
		}
	}
	return kinds
}

func shownGoldChain(chain []goldLink) string {
	var links []string
	for _, link := range chain {
		links = append(links, link.Kind+" "+link.Name)
	}
	return strings.Join(links, " ← ")
}

func shownChain(chain []isnad.Link) string {
	var links []string
	for _, link := range chain {
		links = append(links, string(link.Kind)+" "+link.Name)
	}
	return strings.Join(links, " ← ")
}
