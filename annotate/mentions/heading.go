package mentions

import "github.com/isnad-news/isnad/lang"

// headingLimit bounds the words of what someone heads.
const headingLimit = 7

// whoHeads adds the office that a clause at token at tells of the person just
// drafted: "who heads a herders' union,". It returns the token behind it.
func (f *finder) whoHeads(index, at int) int {
	if at+2 >= len(f.words) || f.keys[at] != "who" {
		return at
	}
	office, ok := f.lex.heading[f.keys[at+1]]
	if !ok {
		return at
	}
	to := at + 2
	for to < len(f.words) && to-at < headingLimit && (f.words[to].Kind == lang.Word || f.words[to].mark(apostrophes)) && !f.englishCue(to) && f.keys[to] != "and" {
		to++
	}
	if to == at+2 || !f.pauseAt(to) {
		return at
	}
	r := role{office: office, to: to}
	r.Span = f.span(at+1, to, nil)
	r.Text = r.Span.Of(f.r.Article.Text)
	for i := at + 2; i < to; i++ {
		if f.headAt(i) {
			r.of = append(r.of, f.keys[i])
		}
	}
	f.drafts[index].roles = append(f.drafts[index].roles, r)
	f.insideRoles(at, to, []role{r})
	return to
}
