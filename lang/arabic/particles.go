package arabic

import (
	"sort"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang"
)

// particle is a row of data/particles.tsv.
type particle struct {
	lemma string   // as written
	words []string // folded
	verb  bool     // a reporting verb follows
	prep  string   // preposition that must be written into the next word
	weak  bool
	alone bool // its last word may carry the speaker as a pronoun
}

// particles are keyed by their first word, longest first.
var particles = sync.OnceValue(func() map[string][]particle {
	table := map[string][]particle{}
	for _, row := range rows("particles.tsv") {
		p := newParticle(row)
		table[p.words[0]] = append(table[p.words[0]], p)
	}
	for _, same := range table {
		sort.SliceStable(same, func(i, j int) bool { return same[i].size() > same[j].size() })
	}
	return table
})

func (p particle) size() int {
	if p.verb {
		return len(p.words) + 1
	}
	return len(p.words)
}

func newParticle(row string) particle {
	field := strings.Split(row, "\t")
	if len(field) != 4 {
		panic("arabic: particles.tsv: " + row)
	}
	phrase, verb := strings.CutSuffix(field[0], " +")
	return particle{
		lemma: phrase, words: strings.Fields(Fold(phrase)), verb: verb,
		prep:  strings.TrimPrefix(field[1], "-"),
		weak:  strings.Contains(field[2], "weak"),
		alone: strings.Contains(field[2], "alone"),
	}
}

// particleAt reads a particle that begins at token i.
func particleAt(tokens []lang.Token, i int) (lang.Cue, bool) {
	key := tokens[i].Key
	if cue, ok := particleFrom(tokens, i, key, ""); ok {
		return cue, true
	}
	if conj, rest := cutConjunction(key); conj == prefixWaw {
		return particleFrom(tokens, i, rest, conj)
	}
	return lang.Cue{}, false
}

func particleFrom(tokens []lang.Token, i int, first, conj string) (lang.Cue, bool) {
	for _, p := range particles()[first] {
		if cue, ok := p.at(tokens, i, first); ok {
			cue.Conj = conj
			return cue, true
		}
	}
	if !endsInObject(first) {
		return lang.Cue{}, false
	}
	for _, enclitic := range objects { // «بحسبه», «برأيه»: one word with its speaker
		host, ok := strings.CutSuffix(first, enclitic)
		if !ok {
			continue
		}
		for _, p := range particles()[host] {
			if p.alone && len(p.words) == 1 {
				cue := p.cue(1)
				cue.Conj, cue.Enclitic = conj, enclitic
				return cue, true
			}
		}
	}
	return lang.Cue{}, false
}

func (p particle) cue(n int) lang.Cue {
	return lang.Cue{
		Lemma: p.lemma, Force: lang.Cite, Form: lang.Particle, Tokens: n,
		Clause: true, Quote: true, Weak: p.weak, Prep: p.prep,
	}
}

// at matches the particle at token i, whose word without conjunction is first.
func (p particle) at(tokens []lang.Token, i int, first string) (lang.Cue, bool) {
	n := len(p.words)
	if i+n > len(tokens) || p.words[0] != first {
		return lang.Cue{}, false
	}
	cue := p.cue(n)
	for k := 1; k < n; k++ {
		key := tokens[i+k].Key
		if key == p.words[k] {
			continue
		}
		enclitic, ok := strings.CutPrefix(key, hostForm(p.words[k]))
		if k < n-1 || !p.alone || !ok || !isObject(enclitic) {
			return lang.Cue{}, false
		}
		cue.Enclitic = enclitic
	}
	if p.verb {
		return p.withVerb(tokens, i, cue)
	}
	if n == 1 && i+1 < len(tokens) && p.rule(tokens[i+1].Key) {
		cue.Weak = true
	}
	return cue, p.followed(tokens, i+n, cue.Enclitic)
}

// rule reports whether the word behind the particle names a rule or a manner
// rather than a source: «وفق القانون», «حسب الحاجة».
func (p particle) rule(key string) bool {
	if p.prep != "" {
		if strings.HasPrefix(key, doubleLam) {
			key = key[len(prefixLam):]
		}
		key = strings.TrimPrefix(key, p.prep)
	}
	return lists().notSource[Stem(key)]
}

// tells reports whether verbs of the force tell what a source says.
func tells(force lang.Force) bool {
	switch force {
	case lang.Say, lang.Announce, lang.Stress, lang.Add, lang.Inform, lang.Believe, lang.Expect, lang.Warn:
		return true
	}
	return false
}

// hostForm is a folded noun as a pronoun follows it: وجهة → وجهت.
func hostForm(word string) string {
	if stem, ok := strings.CutSuffix(word, endHeh); ok {
		return stem + endTeh
	}
	return word
}

// withVerb takes the reporting verb behind the particle into the cue.
func (p particle) withVerb(tokens []lang.Token, i int, cue lang.Cue) (lang.Cue, bool) {
	at := i + len(p.words)
	if at >= len(tokens) || tokens[at].Kind != lang.Word || tokens[at].Latin {
		return lang.Cue{}, false
	}
	verb, ok := relativeVerb(tokens, at)
	if !ok || verb.Form != lang.Past && verb.Form != lang.Present || verb.Conj != "" || !tells(verb.Force) {
		return lang.Cue{}, false
	}
	cue.Tokens += verb.Tokens
	cue.Feminine, cue.Number, cue.Prep = verb.Feminine, verb.Number, verb.Prep
	if verb.Prep == "" && at+1 < len(tokens) && tokens[at+1].Key == wordBihi {
		cue.Tokens++ // «حسبما أفاد به»
	}
	return cue, true
}

// relativeVerb reads the verb behind ما, which may repeat it as its object
// («وفق ما أعلنته الوزارة»).
func relativeVerb(tokens []lang.Token, i int) (lang.Cue, bool) {
	table, key := cues(), tokens[i].Key
	for _, object := range []string{"", endHeh} {
		word, ok := strings.CutSuffix(key, object)
		if !ok {
			continue
		}
		if f, ok := choose(tokens, i, table.forms[word], false); ok {
			return f.cue(tokens, i, "", ""), true
		}
	}
	return lang.Cue{}, false
}

// followed reports whether what the particle demands stands at token i: the
// speaker, with the preposition if there is one.
func (p particle) followed(tokens []lang.Token, i int, enclitic string) bool {
	if enclitic != "" {
		return true
	}
	if i >= len(tokens) || tokens[i].Kind == lang.Mark && tokens[i].Key != "(" && tokens[i].Key != "#" {
		return false
	}
	if p.prep == "" {
		return true
	}
	return tokens[i].Kind == lang.Word && strings.HasPrefix(tokens[i].Key, p.prep)
}
