package mentions

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/lang"
)

// strictAdjective returns the row of the country whose name is an everyday
// word too, if the definite token i reads as its adjective: «المالي» is of
// Mali or of money. It counts only where a power or an office of a state
// stands before it.
func (f *finder) strictAdjective(i int) string {
	if i >= len(f.words) || f.words[i].Kind != lang.Word {
		return ""
	}
	bare, ok := strings.CutPrefix(f.keys[i], article)
	if !ok {
		return ""
	}
	for _, name := range [...]string{strings.TrimSuffix(bare, heh), strings.TrimSuffix(bare, yeh), strings.TrimSuffix(bare, yeh+heh)} {
		if !strings.HasSuffix(bare, yeh) && !strings.HasSuffix(bare, yeh+heh) {
			return ""
		}
		ids, n := f.facts.MatchStrict([]string{name})
		if n == 0 {
			continue
		}
		if row := f.pick(ids); row != nil && row.IsCountry() {
			return row.ID
		}
	}
	return ""
}

// power reports whether token i, under some reading, is a power of a state:
// its army, its police.
func (f *finder) power(i int) bool {
	for j := range f.words[i].senses() {
		if f.lex.heads[f.words[i].readings[j].key].has('g') {
			return true
		}
	}
	return false
}

// ofState reports whether the office is one of a state, which has a country
// and not a branch.
func (r *role) ofState() bool {
	return isLeader(r.office) || r.has('n') || strings.HasSuffix(r.office, " minister")
}

// adjectiveOfCountry measures a definite adjective of a country at token i.
func (f *finder) adjectiveOfCountry(i int) int {
	if i >= len(f.words) || !strings.HasPrefix(f.keys[i], article) {
		return 0
	}
	id, n := f.facts.MatchDemonym(f.keys[i:])
	if row, ok := f.facts.Row(id); !ok || !row.IsCountry() {
		return 0
	}
	return n
}

// branch drafts a country's branch of a known relief body: "Kenya Red Cross",
// which is not the Red Cross.
func (f *finder) branch(i int) int {
	n := f.properLength(i)
	if n == 0 || f.words[i+n-1].tail > 0 {
		return i
	}
	m, ok := f.known(i + n)
	if !ok || m.row.Class != known.Charity || !f.capitalised(i+n) {
		return i
	}
	if first, found := f.known(i); found && !first.row.IsCountry() {
		return i
	}
	to := i + n + m.n
	if to < len(f.words) && f.capitalised(to) && (f.keys[to] == "society" || f.keys[to] == "crescent") {
		to++
	}
	f.draft(i, to, nil, draft{kind: m.row.Kind, keys: f.nameKeys(i, to, f.words[i].whole()), by: "branch of a known body"})
	return to
}

// barePower drafts the bare noun for a power of a state at token at: «الجيش»,
// "the army". What stands before it began at token i.
func (f *finder) barePower(i, at int) int {
	if at >= len(f.words) || f.words[at].Kind != lang.Word || f.words[at].tail > 0 {
		return i
	}
	for j := range f.words[at].senses() {
		s := &f.words[at].readings[j]
		if !f.lex.heads[s.key].has('g') || !f.english() && !strings.HasPrefix(s.key, article) {
			continue
		}
		if f.english() && at+1 < len(f.words) && (f.roleNoun(at+1) || f.headAt(at+1)) {
			return i
		}
		f.draft(at, at+1, s, draft{
			form: isnad.Generic, kind: isnad.Organisation, pair: "none",
			power: strings.TrimPrefix(s.key, article), by: "the one such body spoken of just before",
		})
		return at + 1
	}
	return i
}

// spokenOf is how many passages back a body is still meant by its bare noun.
const spokenOf = 2

// candidates bounds the bodies of one noun that are weighed.
const candidates = 8

// powers resolves bare nouns to the one body with that noun which the report
// has named in the same passage or shortly before it.
func (c *circle) powers() {
	byNoun := map[string][]int{}
	for i := range c.people {
		if c.people[i].kind != isnad.Organisation {
			continue
		}
		for _, key := range c.people[i].keys {
			key = strings.TrimPrefix(key, article)
			if list := byNoun[key]; len(list) < candidates && !slices.Contains(list, i) {
				byNoun[key] = append(list, i)
			}
		}
	}
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.power == "" || len(byNoun[d.power]) >= candidates {
			continue
		}
		from, found, count := c.r.Passages[max(0, d.at.passage-spokenOf)].Span.Start, -1, 0
		for _, body := range byNoun[d.power] {
			seen := c.people[body].seen
			n, _ := slices.BinarySearch(seen, d.span.Start)
			if n > 0 && seen[n-1] >= from {
				found, count = body, count+1
			}
		}
		if count == 1 {
			c.join(found, d)
		}
	}
}
