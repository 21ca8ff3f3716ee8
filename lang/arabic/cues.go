package arabic

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad/lang"
)

// CueAt reads the token at i as a reporting cue.
//
// The readings of a word are tried in this order: a particle that begins
// there («على حد قول», «حسبما أعلن»), the whole word, the word without object
// pronoun («وصفه»), then both again without the conjunction و or ف, and without
// س of the future or ل of purpose. Among several readings the one whose
// preposition follows wins, then a strong one, then the first in data/cues.tsv.
//
// A preposition that the cue governs belongs to it if it is the next word
// («أشار إلى»: 2 tokens); one that is written into the next word («وعد
// بإنهاء», «وفقا لترمب») is named in Prep and costs no token. Jussives count
// only behind لم and its like, nominative participles only behind a pronoun
// («وهي مؤكدة»), verbal nouns only with a pronoun («قوله», «بقوله»). A purpose
// form («ليؤكد») and a first person («نؤكد») are weak.
func CueAt(tokens []lang.Token, i int) (lang.Cue, bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != lang.Word || tokens[i].Latin {
		return lang.Cue{}, false
	}
	if cue, ok := particleAt(tokens, i); ok {
		return cue, true
	}
	return verbAt(tokens, i)
}

// verbAt is CueAt without the particles.
func verbAt(tokens []lang.Token, i int) (lang.Cue, bool) {
	key := tokens[i].Key
	if cue, ok := wordCue(tokens, i, key, ""); ok {
		return cue, true
	}
	if conj, rest := cutConjunction(key); conj != "" {
		return wordCue(tokens, i, rest, conj)
	}
	return lang.Cue{}, false
}

// cutConjunction cuts و or ف from a folded word that leaves at least two letters.
func cutConjunction(key string) (conj, rest string) {
	const letter = 2 // bytes
	if len(key) < 3*letter || lists().isWhole(key) || !strings.HasPrefix(key, prefixWaw) && !strings.HasPrefix(key, prefixFeh) {
		return "", key
	}
	return key[:letter], key[letter:]
}

// wordCue reads word, which is tokens[i] without the conjunction conj.
func wordCue(tokens []lang.Token, i int, word, conj string) (lang.Cue, bool) {
	table := cues()
	if f, ok := choose(tokens, i, table.forms[word], false); ok {
		return f.cue(tokens, i, conj, ""), true
	}
	if cue, ok := hostCue(tokens, i, word, conj); ok {
		return cue, true
	}
	rest, purpose := strings.CutPrefix(word, prefixLam)
	if !purpose {
		var future bool
		if rest, future = strings.CutPrefix(word, prefixSeen); !future {
			return lang.Cue{}, false
		}
	}
	if f, ok := choose(tokens, i, table.forms[rest], true); ok {
		cue := f.cue(tokens, i, conj, "")
		cue.Future = cue.Future || !purpose
		cue.Weak = cue.Weak || purpose
		return cue, true
	}
	if purpose {
		return lang.Cue{}, false
	}
	cue, ok := hostCue(tokens, i, rest, conj)
	cue.Future = true
	return cue, ok && cue.Form == lang.Present
}

// hostCue reads word as a verb or verbal noun with a pronoun.
func hostCue(tokens []lang.Token, i int, word, conj string) (lang.Cue, bool) {
	table := cues()
	if !endsInObject(word) {
		return lang.Cue{}, false
	}
	for _, enclitic := range objects {
		host, ok := strings.CutSuffix(word, enclitic)
		if !ok || len(host) < 2*letterBytes {
			continue
		}
		if f, ok := choose(tokens, i, table.hosts[host], false); ok {
			return f.cue(tokens, i, conj, enclitic), true
		}
		if host, ok = cutNounPrep(host); !ok {
			continue
		}
		for _, f := range table.hosts[host] {
			if f.form == lang.Noun {
				return f.cue(tokens, i, conj, enclitic), true
			}
		}
	}
	return lang.Cue{}, false
}

// cutNounPrep cuts the preposition of «بقوله».
func cutNounPrep(host string) (string, bool) {
	return strings.CutPrefix(host, prefixBeh)
}

// choose picks the reading that fits its surroundings best.
func choose(tokens []lang.Token, i int, readings []cueForm, presentOnly bool) (cueForm, bool) {
	best, rank := -1, 0
	for k, f := range readings {
		if presentOnly && f.form != lang.Present || !f.fits(tokens, i) {
			continue
		}
		score := 1
		if prep, _ := f.lemma.prepAt(tokens, i+1); prep != "" {
			score += 2
		}
		if !f.weak {
			score++
		}
		if score > rank {
			best, rank = k, score
		}
	}
	if best < 0 {
		return cueForm{}, false
	}
	return readings[best], true
}

// fits reports whether what the form demands stands around tokens[i].
func (f cueForm) fits(tokens []lang.Token, i int) bool {
	switch {
	case !f.after.holds(tokens, i):
		return false
	case f.direct:
		return f.lemma.direct(tokens, i+1)
	case f.idle:
		return i+1 >= len(tokens) || !lists().complementizers[tokens[i+1].Key]
	}
	return true
}

// direct reports whether what the lemma governs begins at token i.
func (l *cueLemma) direct(tokens []lang.Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	if isComma(tokens[i].Key) && i+1 < len(tokens) { // «قائلا، إن»
		i++
	}
	prep, _ := l.prepAt(tokens, i)
	return prep != "" || isColon(tokens[i].Key) || lists().complementizers[tokens[i].Key]
}

// holds reports whether what must stand before tokens[i] does.
func (c condition) holds(tokens []lang.Token, i int) bool {
	if c == afterAny {
		return true
	}
	if i == 0 {
		return false
	}
	before := tokens[i-1].Key
	if c == afterLam {
		return lists().jussive[before]
	}
	return lists().pronouns[before]
}

// prepAt returns the preposition that the lemma governs at token i and how
// many tokens it takes: 0 if it is written into the word at i.
func (l *cueLemma) prepAt(tokens []lang.Token, i int) (prep string, n int) {
	if len(l.preps) == 0 || i >= len(tokens) || tokens[i].Kind != lang.Word {
		return "", 0
	}
	key := tokens[i].Key
	if prep, ok := l.preps[key]; ok {
		if utf8.RuneCountInString(key) == 1 { // «بـ» before a quotation mark
			return prep, 0
		}
		return prep, 1
	}
	for _, written := range []string{prefixBeh, prefixLam} {
		if prep, ok := l.preps[written]; ok && strings.HasPrefix(key, written) && startsWithPrep(key) {
			return prep, 0
		}
	}
	return "", 0
}

// startsWithPrep reports whether the first letter of a folded word may be the
// preposition that it looks like.
func startsWithPrep(key string) bool {
	return lists().complementizers[key] || utf8.RuneCountInString(key) > 2 && !lists().isWhole(key)
}

// cue makes the reading of tokens[i] with the given clitics.
func (f cueForm) cue(tokens []lang.Token, i int, conj, enclitic string) lang.Cue {
	l := f.lemma
	cue := lang.Cue{
		Lemma: l.lemma, Force: l.force, Form: f.form, Feminine: f.feminine, Number: f.number,
		Conj: conj, Enclitic: enclitic, Tokens: 1,
		Clause: l.clause, Object: l.object, Quote: l.quote, Weak: f.weak, Governs: l.governs,
	}
	cue.Future = f.form == lang.Present && i > 0 && tokens[i-1].Key == wordSawf
	if f.form == lang.Participle && !l.weak && l.direct(tokens, i+1) {
		cue.Weak = false // what follows shows that it is no noun
	}
	prep, n := l.prepAt(tokens, i+1)
	cue.Prep, cue.Tokens = prep, 1+n
	return cue
}
