package mentions

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// roleAlone drafts an office that stands for its holder.
func (f *finder) roleAlone(i int, r role, first *sense) int {
	if !r.definite || capitalTrait(&r) || r.has('r') {
		return i
	}
	from := i // behind a form of address
	for f.words[from].End <= r.Span.Start {
		from++
	}
	if from > i {
		first = nil
	}
	d := draft{kind: isnad.Person, form: isnad.ByRole, roles: []role{r}, by: "office alone", quoted: f.aside(i)}
	f.draft(from, r.to, first, d)
	f.insideRoles(from, r.to, []role{r})
	return r.to
}

// aside reports whether token i follows «في إشارة إلى».
func (f *finder) aside(i int) bool {
	for back := 1; back <= 2 && i-back >= 0; back++ {
		if f.words[i-back].is(reference) {
			return true
		}
	}
	return false
}

// apposition adds the roles that follow a name: «…، وزير الخارجية،», «… وهو
// مستشار سابق», «… المتحدث باسم …». It returns the token behind them.
func (f *finder) apposition(index, at int) int {
	from, bare := at, true
	if at < len(f.words) && f.words[at].mark("(") {
		for n := 1; n <= 4 && at+n < len(f.words); n++ {
			if f.words[at+n].mark(")") {
				at += n + 1
				break
			}
		}
	}
	if at < len(f.words) && f.words[at].mark(comma) {
		at, bare = at+1, false
	}
	said := false
	if at < len(f.words) && f.words[at].is(predicate) {
		at, bare, said = at+1, false, true
	}
	if at >= len(f.words) || f.words[at].Kind != lang.Word {
		return from
	}
	r, s, ok := f.roleAt(at)
	if !ok || s.skip > 0 || capitalTrait(&r) || bare && !r.definite {
		return from
	}
	if !bare && !said {
		f.widen(&r, s)
	}
	if !said && (f.opensName(r.to) || !bare && !f.pauseAt(r.to)) {
		return from
	}
	if said {
		f.more(&r, s)
	}
	f.drafts[index].roles = append(f.drafts[index].roles, r)
	f.insideRoles(at, r.to, []role{r})
	if said {
		return r.to
	}
	return f.apposition(index, r.to)
}

// more joins further roles of a predicate: «جنرال متقاعد ومستشار سابق».
func (f *finder) more(r *role, s *sense) {
	from := r.to
	for from < len(f.words) {
		next, sense, ok := f.roleAt(from)
		if !ok || !sense.conj || sense.prep != "" {
			break
		}
		r.to = next.to
		from = next.to
	}
	r.Span.End = f.words[r.to-1].End
	r.Text = r.Span.Of(f.r.Article.Text)
}

// widen takes a place behind an office between commas: «منسق … في البلاد».
func (f *finder) widen(r *role, s *sense) {
	if f.pauseAt(r.to) || !f.words[r.to].is(within) || r.to+1 >= len(f.words) {
		return
	}
	p := rolePhrase{f: f, to: r.to}
	to := p.located(r.to+1, f.words[r.to+1].whole())
	if to == r.to || !f.pauseAt(to) {
		return
	}
	r.to, r.Span.End = to, f.end(to-1)
	r.Text = f.name(r.Span, s)
}
