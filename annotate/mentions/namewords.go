package mentions

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
)

// familyName reports whether a word with the article ends the name that began
// at token i: any that the lists do not hold; an everyday one only behind two
// names already.
func (f *finder) familyName(at, i int, s *sense) bool {
	if _, n := f.facts.MatchDemonym(f.keys[at:]); n > 0 {
		return false
	}
	if len(f.lex.roles[s.key]) > 0 || len(f.lex.honorifics[s.key]) > 0 || s.class&adjective != 0 {
		return at-i >= 3 && f.hasSon(i, at) && f.pauseAt(at+1)
	}
	if s.class&everyday != 0 {
		return at-i >= 2 && f.hasSon(i, at)
	}
	bare := strings.TrimPrefix(s.key, article)
	return !f.verbal(bare) && !verbalNoun(bare)
}

// secondFamily reports whether a name goes on behind a last name with the article
// to another, at token at, that ends it: «محمد المختار الشنقيطي، …».
func (f *finder) secondFamily(at, i int) bool {
	if at >= len(f.words) || f.words[at].Kind != lang.Word || !f.clauseAt(at+1) && !f.pauseAt(at+1) && !f.cue(at+1) {
		return false
	}
	s := f.words[at].whole()
	return strings.HasPrefix(s.key, article) && strings.HasSuffix(s.key, yeh) && letters(s.key) > 5 && s.class&(everyday|never) == 0 && f.familyName(at, i, s)
}

func (f *finder) hasSon(from, to int) bool {
	for i := from; i < to; i++ {
		if f.words[i].is(joins) {
			return true
		}
	}
	return false
}

// nameLike reports whether a word that no list holds can be part of a name,
// being the nth of it (from 0).
func (f *finder) nameLike(at int, s *sense, nth int) bool {
	key := s.key
	if s.class&everyday != 0 || letters(key) < 2 || arabicStop(key) || f.cue(at) {
		return false
	}
	if len(f.lex.roles[key]) > 0 || len(f.lex.honorifics[key]) > 0 || f.lex.duals[key] != nil {
		return false
	}
	if _, ok := f.lex.heads[key]; ok {
		return false
	}
	if _, ok := f.facts.Demonym(key); ok {
		return false
	}
	if m, ok := f.known(at); ok && m.row.Kind != isnad.Person {
		return false
	}
	return !f.verbal(key) && !f.inflected(key) && !f.tanween(at) && (nth <= 1 || !strings.HasPrefix(key, yeh))
}

// lastWanted reports whether a word that could be an everyday one with an
// ending («دوران») is rather the last name that a title and a given name call
// for: only endings that foreign names have.
func (f *finder) lastWanted(at int, s *sense) bool {
	if s.class&everyday != 0 || !f.words[at-1].is(given) || f.words[at-1].is(givenWeak) || arabicStop(s.key) || f.cue(at) {
		return false
	}
	if len(f.lex.roles[s.key]) > 0 || f.lex.heads[s.key].kind != "" || f.tanween(at) {
		return false
	}
	return strings.HasSuffix(s.key, alef+noon) || strings.HasSuffix(s.key, oblique) || strings.HasSuffix(s.key, plural)
}

// verbal reports whether a key has the shape of a verb or verbal noun.
func (f *finder) verbal(key string) bool {
	n := letters(key)
	switch {
	case strings.HasPrefix(key, tenth), strings.HasPrefix(key, tenthM):
		return true
	case strings.HasPrefix(key, seen+yeh), strings.HasPrefix(key, seen+teh):
		return n >= 5 && f.lex.words[key[len(seen):]]&everyday != 0
	case strings.HasPrefix(key, yeh) && strings.HasSuffix(key, plural):
		return n >= 6
	case strings.HasPrefix(key, alef) && strings.HasSuffix(key, teh):
		return n >= 5
	}
	return false
}

// verbalNoun reports whether a key has the shape of the verbal nouns of the
// seventh to tenth stems: ارتكاب, انفجار, استخدام.
func verbalNoun(key string) bool {
	n := letters(key)
	return n >= 5 && strings.HasPrefix(key, alef) && key[len(key)-2*len(alef):len(key)-len(alef)] == alef
}

// secondStem reports whether a key has the shape of the verbal nouns of the second
// stem: توقيف, تعيين.
func secondStem(key string) bool {
	return letters(key) == 5 && strings.HasPrefix(key, teh) && strings.HasPrefix(key[3*len(teh):], yeh)
}

// inflected reports whether a key is an everyday word with an ending.
func (f *finder) inflected(key string) bool {
	for _, ending := range [...]string{heh, plural, oblique, females, alef + noon, yeh + heh, heh + alef, heh + meem, alef, yeh, waw, waw + alef, teh, noon + alef, teh + heh, teh + heh + alef, teh + heh + meem} {
		if bare, ok := strings.CutSuffix(key, ending); ok && letters(bare) >= 2 {
			if f.lex.words[bare]&everyday != 0 || f.lex.words[bare+heh]&everyday != 0 {
				return true
			}
			if strings.HasPrefix(ending, heh) && len(f.lex.roles[bare]) > 0 {
				return true
			}
		}
	}
	return false
}

// tanween reports whether token i is written with the ending of an adverb.
func (f *finder) tanween(i int) bool {
	w := &f.words[i]
	return strings.Contains(f.r.Article.Text[w.Start:w.End], tanween)
}

// enough weighs whether what was found is a person's name at all.
func (f *finder) enough(i int, name personName, s *sense, by trust) bool {
	if name.row != "" && by >= titled {
		return true
	}
	n := name.to - i
	if n == 1 && by < titled {
		return name.row != "" && s.class&(givenWeak|everyday) == 0 || by == spoken && s.class&given != 0 && s.class&givenWeak == 0
	}
	if n == 1 {
		return !(s.class&givenWeak != 0 && arabicStop(s.key)) && (by == holding && !secondStem(s.key) || s.class&given != 0)
	}
	if s.class&givenWeak == 0 || by >= titled {
		return true
	}
	second := &f.words[i+1]
	switch {
	case second.is(joins), second.is(given) && !second.is(givenWeak):
		return true
	case second.is(given):
		return by == spoken || n >= 3 && f.words[i+2].is(given) && !f.words[i+2].is(givenWeak)
	case !strings.HasPrefix(second.Key, article) || second.is(everyday):
		return false
	}
	if strings.HasSuffix(second.Key, yeh+heh) {
		return false
	}
	return s.class&everyday == 0 || by == spoken
}

// opensName reports whether a person's name can begin at token i.
func (f *finder) opensName(i int) bool {
	if i >= len(f.words) || f.words[i].Kind != lang.Word {
		return false
	}
	if m, ok := f.known(i); ok && m.sense.skip == 0 && m.row.Kind == isnad.Person {
		return true
	}
	return f.words[i].is(given)
}

// cue reports whether a reporting word stands at token i.
func (f *finder) cue(i int) bool {
	if i < 0 {
		return false
	}
	_, ok := arabic.CueAt(f.p.Tokens, i)
	return ok
}

func arabicStop(key string) bool { return arabic.IsStop(key) }
