package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

func foldAny(s string) string { return arabic.Fold(s) }

// short finds the last names of people named whole where they stand alone.
func (c *circle) short() {
	if len(c.ends) == 0 {
		return
	}
	taken := c.taken()
	c.roleEnds = c.endsOfRoles()
	for i := range c.r.Passages {
		c.enter(i)
		for j := range c.words {
			if !taken[i][j] {
				c.shortAt(j)
			}
		}
	}
}

// taken marks the tokens that drafts by name cover already.
func (c *circle) taken() [][]bool {
	taken := make([][]bool, len(c.all))
	for i := range taken {
		taken[i] = make([]bool, len(c.all[i]))
	}
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.form != isnad.Named {
			continue
		}
		for j := d.at.from; j < d.at.to; j++ {
			taken[d.at.passage][j] = true
		}
	}
	return taken
}

// shortAt drafts a last name at token j.
func (c *circle) shortAt(j int) {
	w := &c.words[j]
	if w.Kind != lang.Word || w.Latin && !isCapital(c.r.Article.Text[w.Start]) {
		return
	}
	for k := range w.senses() {
		s := &w.readings[k]
		found := c.ends[s.key]
		if len(found) == 0 || !c.lastName(j, s) {
			continue
		}
		d := draft{kind: isnad.Person, keys: []string{s.key}, by: "last name of one named whole"}
		if role := c.roleBefore(j); role >= 0 && s.skip == 0 {
			d.roles = c.drafts[role].roles
			c.drafts[role].form = "" // it names nobody by itself any more
		}
		from := j
		if s.skip == 0 {
			from = c.sonsOf(j, found)
			if from < j {
				d.keys = c.nameKeys(from, j+1, c.words[from].whole())
			}
		}
		at := c.draft(from, j+1, c.openSense(from, s), d)
		c.join(c.latest(found, at.span.Start), at)
		c.bodyOf(j, s)
		return
	}
}

// bodyOf drafts the body of the person whose last name stands at token j:
// «إدارة كورين», "the Korrin administration". The first pass did not know the
// person yet.
func (c *circle) bodyOf(j int, name *sense) {
	from, to := j, j+1
	var s *sense
	switch {
	case c.english():
		h := c.headOf(j + 1)
		if c.words[j].tail > 0 || h.kind != isnad.Organisation || !h.has('a') {
			return
		}
		to++
	case name.skip == 0 && j > 0 && c.words[j-1].Kind == lang.Word:
		for k := range c.words[j-1].senses() {
			if reading := &c.words[j-1].readings[k]; c.lex.heads[reading.key].has('p') && !strings.HasPrefix(reading.key, article) {
				s = reading
			}
		}
		if s == nil {
			return
		}
		from--
	default:
		return
	}
	d := c.draft(from, to, s, draft{kind: isnad.Organisation, keys: c.nameKeys(from, to, c.words[from].whole()), by: "body of one named whole"})
	c.place(d)
}

func (c *circle) headOf(i int) head {
	if i >= len(c.words) {
		return head{}
	}
	return c.lex.heads[c.keys[i]]
}

// lastName reports whether the word at token j, read as s, can stand for a
// person here: an everyday word does only behind a reporting verb.
func (c *circle) lastName(j int, s *sense) bool {
	everydayWord := s.class&(everyday|givenWeak|adjective) != 0 || len(c.lex.roles[s.key]) > 0
	if c.english() {
		return !everydayWord
	}
	if everydayWord {
		return s.skip == 0 && c.cue(j-1)
	}
	return s.skip == 0 || !c.words[j].is(everyday|given)
}

// roleBefore returns the draft of an office that ends right before token j in
// the current passage, or -1.
func (c *circle) roleBefore(j int) int {
	if i, ok := c.roleEnds[place{passage: c.index, to: j}]; ok && c.drafts[i].form == isnad.ByRole {
		return i
	}
	return -1
}

// endsOfRoles finds the drafts by office by the places where they end.
func (c *circle) endsOfRoles() map[place]int {
	ends := map[place]int{}
	for i := range c.drafts {
		d := &c.drafts[i]
		at := place{passage: d.at.passage, to: d.at.to}
		if _, ok := ends[at]; !ok && d.form == isnad.ByRole {
			ends[at] = i
		}
	}
	return ends
}

// sonsOf returns the token where the short name that ends at token j begins:
// with the word that ties it to a parent, if the full name has it too («بنت
// الشريف», "Mint Cherif").
func (c *circle) sonsOf(j int, found []int) int {
	if j == 0 || !c.tie(j-1) {
		return j
	}
	for _, i := range found {
		keys := c.people[i].keys
		if n := len(keys); n > 2 && c.ties(j-1, keys[n-2]) {
			return j - 1
		}
	}
	return j
}

// tie reports whether token i, under some reading, ties a name to a parent's.
func (c *circle) tie(i int) bool {
	for k := range c.words[i].senses() {
		if c.words[i].readings[k].class&sonOf != 0 {
			return true
		}
	}
	return false
}

func (c *circle) ties(i int, key string) bool {
	for k := range c.words[i].senses() {
		if c.words[i].readings[k].key == key {
			return true
		}
	}
	return false
}

// openSense returns how the first word of a short name is read: as s, or if it
// is a tie, without its proclitics.
func (c *circle) openSense(from int, s *sense) *sense {
	if s.class&sonOf != 0 {
		return s
	}
	for k := range c.words[from].senses() {
		if r := &c.words[from].readings[k]; r.class&sonOf != 0 {
			return r
		}
	}
	return s
}

// tied reports whether a folded word ties two words of one name in either
// language, so that a name it opens is the end of a longer one.
func tied(key string) bool {
	return (arabicWords().words[key]|englishWords().words[key])&joins != 0
}

// endsIn reports whether the words of a full name end in those of a short one.
func endsIn(full, short []string) bool {
	return len(short) < len(full) && equal(short, full[len(full)-len(short):])
}
