package arabic

import (
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang"
)

// cueForm is one inflected form of a lemma.
type cueForm struct {
	lemma    *cueLemma
	form     lang.Form
	feminine bool
	number   lang.Number
	weak     bool
	direct   bool // counts only right before what it governs
	idle     bool // does not count before أن
	after    condition
}

// condition is what must stand before a form.
type condition uint8

const (
	afterAny     condition = iota
	afterLam               // لم: the jussive
	afterPronoun           // وهو, وهي: a participle in the nominative
)

// cueTable holds all forms, keyed without conjunctions, future sign and
// enclitics. A word may have several readings.
type cueTable struct {
	forms map[string][]cueForm
	hosts map[string][]cueForm // forms that an enclitic may follow
}

var cues = sync.OnceValue(func() *cueTable {
	table := &cueTable{forms: map[string][]cueForm{}, hosts: map[string][]cueForm{}}
	for _, row := range rows("cues.tsv") {
		table.conjugate(newCueLemma(row))
	}
	return table
})

func (t *cueTable) add(word string, f cueForm) {
	f.weak = f.weak || f.lemma.weak
	t.forms[word] = append(t.forms[word], f)
}

// addHost adds a form that an object pronoun may follow. What is said is
// seldom a pronoun, so this is for verbs whose object is whom they address,
// whom they describe or what they deny.
func (t *cueTable) addHost(word string, f cueForm) {
	l := f.lemma
	if !l.addressee && l.force != lang.Describe && l.force != lang.Deny {
		return
	}
	f.weak = f.weak || l.weak || l.force == lang.Deny
	t.hosts[word] = append(t.hosts[word], f)
}

func (t *cueTable) conjugate(l *cueLemma) {
	t.pastForms(l)
	if l.present != "" {
		t.presentForms(l)
	}
	if l.participle != "" {
		t.participles(l)
	}
	if l.noun != "" {
		t.nouns(l)
	}
	for _, extra := range l.extra {
		t.extraForm(l, extra)
	}
}

// pastForms derives قال قالت قالا قالتا قالوا; نفى نفت نفيا نفتا نفوا; دعا دعت دعوا.
func (t *cueTable) pastForms(l *cueLemma) {
	base, written := l.past, l.lemma
	he := cueForm{lemma: l, form: lang.Past, number: lang.Singular, weak: l.weakPast, direct: l.nounLike}
	she := cueForm{lemma: l, form: lang.Past, number: lang.Singular, feminine: true}
	two := cueForm{lemma: l, form: lang.Past, number: lang.Dual}
	twoShe := cueForm{lemma: l, form: lang.Past, number: lang.Dual, feminine: true}
	they := cueForm{lemma: l, form: lang.Past, number: lang.Plural}
	stem, dual, host := base, base+endAlef, base
	switch {
	case strings.HasSuffix(written, maksura):
		stem = strings.TrimSuffix(base, endYeh)
		dual, host = base+endAlef, stem+endAlef
	case strings.HasSuffix(written, endAlef):
		stem = strings.TrimSuffix(base, endAlef)
		dual = ""
	}
	if !l.noHe {
		t.add(base, he)
	}
	t.add(stem+endTeh, she)
	if dual != "" && !l.weakPast && !l.nounLike && !l.noDual {
		t.add(dual, two)
	}
	t.add(stem+endTa, twoShe)
	if !l.noPlural {
		t.add(stem+endWa, they)
	}
	if !l.noPlural && dual != "" { // دعوه looks like دعوة
		t.addHost(stem+endWaw, they)
	}
	if !l.nounLike {
		he.direct = l.weakPast // or it is a noun with its pronoun, or one in ة
		t.addHost(host, he)
	}
	t.addHost(stem+endTeh, she)
}

// presentForms derives يقول تقول أقول نقول يقولان يقولون and the subjunctive
// يقولا يقولوا; ينفي ينفيان ينفون; يدعو يدعوان يدعون; يرى يريان يرون.
func (t *cueTable) presentForms(l *cueLemma) {
	rest := strings.TrimPrefix(l.present, personHe)
	short := rest // the stem before a plural ending
	for _, weak := range []string{endYeh, endWaw} {
		if trimmed := strings.TrimSuffix(rest, weak); letterCount(trimmed) > 0 {
			short = min(short, trimmed)
		}
	}
	for _, person := range []struct {
		prefix   string
		feminine bool
	}{{personHe, false}, {personShe, true}} {
		one := cueForm{lemma: l, form: lang.Present, number: lang.Singular, feminine: person.feminine, weak: l.weakPres, idle: l.idle && !person.feminine, direct: l.presDirect}
		t.add(person.prefix+rest, one)
		t.addHost(person.prefix+rest, one)
		two, they := one, one
		two.number, they.number, they.feminine = lang.Dual, lang.Plural, false
		t.add(person.prefix+rest+endAn, two)
		if !l.noDual {
			t.add(person.prefix+rest+endAlef, two)
		}
		if person.feminine {
			continue
		}
		t.add(person.prefix+short+endOon, they)
		t.add(person.prefix+short+endWa, they)
		t.addHost(person.prefix+short+endOon, they)
		t.addHost(person.prefix+short+endWaw, they)
	}
	for _, prefix := range []string{personI, personWe} {
		number := lang.Singular
		if prefix == personWe {
			number = lang.Plural
		}
		t.add(prefix+rest, cueForm{lemma: l, form: lang.Present, number: number, weak: true, direct: true})
	}
}

// participles derives قائلا قائلة قائلين قائلتين قائلات, and قائل قائلة قائلون
// for use behind a pronoun.
func (t *cueTable) participles(l *cueLemma) {
	base := l.participle
	he := cueForm{lemma: l, form: lang.Participle, number: lang.Singular, direct: l.weakPart}
	she := cueForm{lemma: l, form: lang.Participle, number: lang.Singular, feminine: true, weak: l.weakFem, direct: l.weakPart}
	they := cueForm{lemma: l, form: lang.Participle, number: lang.Plural, weak: l.weakFem, direct: l.weakPart}
	theyShe := they
	theyShe.feminine = true
	stem := strings.TrimSuffix(base, endYeh)
	t.add(base+endAlef, he)
	t.add(base+endHeh, she)
	t.add(stem+endEen, they)
	t.add(base+endTeen, theyShe)
	t.add(base+endAt, theyShe)
	he.after, they.after = afterPronoun, afterPronoun
	t.add(stem, he)
	t.add(stem+endOon, they)
}

// nouns adds the verbal noun as host of its subject: قوله, إشارته, شكواه.
func (t *cueTable) nouns(l *cueLemma) {
	host := l.noun
	switch last := strings.TrimSuffix(host, endHeh); {
	case last != host:
		host = last + endTeh
	case l.nounMaksura:
		host = strings.TrimSuffix(host, endYeh) + endAlef
	}
	t.hosts[host] = append(t.hosts[host], cueForm{lemma: l, form: lang.Noun, weak: l.weak || !l.strongNoun})
}

func (t *cueTable) extraForm(l *cueLemma, extra string) {
	kind, word, _ := strings.Cut(extra, ":")
	word = Fold(word)
	f := cueForm{lemma: l, number: lang.Singular}
	switch kind {
	case "past":
		f.form, f.number, f.weak = lang.Past, lang.AnyNumber, true
	case "pres":
		f.form = lang.Present
	case "juss":
		f.form, f.after, f.feminine = lang.Present, afterLam, strings.HasPrefix(word, personShe)
	case "passive":
		f.form, f.number = lang.Passive, lang.AnyNumber
	default:
		panic("arabic: cues.tsv: " + extra)
	}
	t.add(word, f)
}
