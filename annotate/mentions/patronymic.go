package mentions

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// patronymic reports whether a name tied to a parent's begins at token i:
// «فلان ولد فلان». Behind an office the first word may be an everyday one too,
// for no office is followed by a noun and "son of".
func (f *finder) patronymic(i int, by trust) bool {
	if i+2 >= len(f.words) || !f.words[i+1].is(sonOf) || f.words[i+2].Kind != lang.Word || f.words[i].Latin {
		return false
	}
	first, parent := f.words[i].whole(), f.words[i+2].whole()
	if arabicStop(first.key) || first.class&never != 0 || len(f.lex.roles[first.key]) > 0 || f.afterAnd(i, i-1) {
		return false
	}
	if by < titled && first.class&given == 0 && !f.nameLike(i, first, 0) {
		return false
	}
	switch {
	case parent.class&(given|sonOf) != 0:
		return true
	case parent.class&never != 0, arabicStop(parent.key):
		return false
	case strings.HasPrefix(parent.key, article):
		return parent.class&everyday == 0 || by >= titled
	}
	return f.nameLike(i+2, parent, 1)
}

// enclosed reports whether a strange name of two words or more stands at token
// i between the comma before it and a pause: «مدير المصرف ، فلان فلاني ،».
func (f *finder) enclosed(i int) bool {
	if i >= len(f.words) || f.words[i].Kind != lang.Word {
		return false
	}
	if f.words[i].Latin {
		to := f.latinRun(i)
		return to-i <= 4 && to > i && f.pauseAt(to)
	}
	if _, ok := f.known(i); ok {
		return false
	}
	name, ok := f.arabicName(i, f.words[i].whole(), holding)
	if !ok || name.to-i < 2 || !f.pauseAt(name.to) {
		return false
	}
	for j := i; j < name.to; j++ {
		if w := &f.words[j]; w.is(everyday) && !w.is(given|joins) && !f.words[i+1].is(sonOf) {
			return false
		}
	}
	return true
}

// introduced reports whether two strange words at token i stand between a
// reporting verb and an office given after a comma: «قال فلان فلاني، مدير …».
func (f *finder) introduced(i int) bool {
	if i == 0 || i+3 >= len(f.words) || !f.words[i+2].mark(comma) || !f.cue(i-1) {
		return false
	}
	for at := i; at < i+2; at++ {
		w := &f.words[at]
		if w.Kind != lang.Word || w.Latin || f.afterAnd(at, i-1) || !w.is(given) && !f.nameLike(at, w.whole(), at-i) {
			return false
		}
	}
	r, s, ok := f.roleAt(i + 3)
	return ok && s.skip == 0 && r.definite && !capitalTrait(&r)
}
