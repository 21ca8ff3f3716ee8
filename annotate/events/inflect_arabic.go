package events

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang/arabic"
)

const (
	alef      = "\u0627"
	waw       = "\u0648"
	yeh       = "\u064A"
	maksura   = "\u0649"
	tehMarbut = "\u0629"
	teh       = "\u062A"
	heh       = "\u0647"
)

// ending is a row of the inflection list.
type ending struct {
	form, shape    string
	drop           bool
	prefix, suffix string
	person, number byte
}

// loadInflection reads the endings and sets the lexicon's enclitics.
func (l *lexicon) loadInflection() []ending {
	var endings []ending
	rows("inflection-arabic.tsv", func(cells []string) {
		e := ending{cells[0], cells[1], cells[2] == "1", cells[3], cells[4], cells[5][0] - '0', cells[6][0]}
		if e.form == "enclitic" {
			e.suffix = arabic.Fold(e.suffix)
			l.enclitics = append(l.enclitics, e)
			return
		}
		endings = append(endings, e)
	})
	return endings
}

// addArabic files all forms of a verb and its verbal nouns.
func (l *lexicon) addArabic(endings []ending, perfect, imperfect, nouns string, r sense) {
	if perfect != "" {
		l.inflect(endings, "past", pastShape(perfect), perfect, r)
		l.addPassive(endings, perfect, r)
	}
	if imperfect != "" {
		r := r
		r.tense = present
		_, n := utf8.DecodeRuneInString(imperfect)
		stem := imperfect[n:]
		l.inflect(endings, "present", "any", stem, r)
		l.inflect(endings, "present", presentShape(stem), stem, r)
		l.addParticiple(perfect, stem, r)
	}
	for word := range strings.SplitSeq(nouns, ",") {
		r := r
		r.tense = noun
		if word == "" {
			continue
		}
		word, r.lightOnly = strings.CutPrefix(word, "~")
		l.add(arabic.Fold(word), r)
		// an indefinite object carries an alef: «اتصالا»
		if !strings.HasSuffix(word, tehMarbut) && !strings.HasSuffix(word, alef) {
			l.add(arabic.Fold(word+alef), r)
		}
	}
}

func (l *lexicon) inflect(endings []ending, form, shape, stem string, r sense) {
	for _, e := range endings {
		if e.form != form || e.shape != shape {
			continue
		}
		base := stem
		if e.drop {
			base = dropVowel(stem, shape)
		}
		r.person, r.number = e.person, e.number
		l.add(arabic.Fold(e.prefix+base+e.suffix), r)
	}
}

// addParticiple files the active participle in the accusative, as it goes on
// from a verb of saying: «قال …، داعيا إلى». Only acts of speech go on so.
func (l *lexicon) addParticiple(perfect, stem string, r sense) {
	letters := []rune(perfect)
	if r.entry == nil || !r.entry.has(speechAct) || len(letters) < 3 {
		return
	}
	form := meem + stem
	if len(letters) == 3 {
		form = string(letters[0]) + alef + string(letters[1:])
		if last := string(letters[2]); last == alef || last == maksura {
			form = string(letters[0]) + alef + string(letters[1]) + yeh
		}
	}
	r.tense, r.person, r.number = participle, 3, 's'
	for _, ending := range [...]string{alef, tehMarbut} {
		if word := arabic.Fold(form + ending); len(l.forms[word]) == 0 || len(l.forms[word]) > 0 && l.forms[word][0].tense == participle {
			l.add(word, r)
		}
	}
}

// addPassive files the passive forms that differ in writing from the active.
func (l *lexicon) addPassive(endings []ending, perfect string, r sense) {
	r.passive = true
	letters := []rune(perfect)
	shape := pastShape(perfect)
	switch {
	case shape == "hollow":
		letters[len(letters)-2] = []rune(yeh)[0]
	case shape == "sound" && len(letters) == 4 && string(letters[1]) == alef:
		letters[1], shape = []rune(waw)[0], "third"
	case shape == "sound":
		return
	}
	l.inflect(endings, "passive", shape, string(letters), r)
}

// pastShape sorts a past stem by its weak letter.
func pastShape(stem string) string {
	letters := []rune(stem)
	switch {
	case strings.HasSuffix(stem, maksura):
		return "weak-y"
	case strings.HasSuffix(stem, alef):
		return "weak-a"
	case len(letters) >= 3 && string(letters[len(letters)-2]) == alef:
		return "hollow"
	}
	return "sound"
}

func presentShape(stem string) string {
	letters := []rune(stem)
	last := string(letters[len(letters)-1])
	if last == waw || last == yeh || last == maksura {
		return "weak"
	}
	if len(letters) >= 3 {
		if middle := string(letters[len(letters)-2]); middle == waw || middle == yeh || middle == alef {
			return "hollow"
		}
	}
	return "sound"
}

// dropVowel drops the long vowel before the last letter of a hollow stem, and
// the last letter of any other.
func dropVowel(stem, shape string) string {
	letters := []rune(stem)
	if shape == "hollow" {
		return string(letters[:len(letters)-2]) + string(letters[len(letters)-1])
	}
	return string(letters[:len(letters)-1])
}
