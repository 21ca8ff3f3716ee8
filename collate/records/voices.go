package records

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/translit"
)

// voice is who speaks in one statement, ready to be compared.
type voice struct {
	speakers []int    // entities, ordered
	implicit bool     // the report does not name the speaker here: who it is was inferred
	person   bool     // a person by name
	body     bool     // a body or country by name
	names    []string // the words of the person's fullest name here
	words    []string // key words by which the report describes the speaker: name, office, description; ordered
	told     []string // those of the description or role alone, where there is no name; ordered
}

func (b *builder) voice(d int, parties []isnad.Party, lead string) voice {
	doc := b.docs[d]
	v := voice{speakers: b.entities(d, parties)}
	if lead != "" {
		v.told = roleWords(lead, doc.Article.Lang)
	}
	for _, party := range parties {
		if party.Entity < 0 {
			text := party.Text
			if text == "" {
				text = doc.Words(party.Span)
			}
			v.told = append(v.told, roleWords(text, doc.Article.Lang)...)
			continue
		}
		entity := &doc.Entities[party.Entity]
		byName := b.byName(d, party.Entity)
		switch {
		case entity.Kind == isnad.Person && byName:
			v.person = true
			if words := strings.Fields(fold(entity.Names[0], doc.Article.Lang)); len(words) > len(v.names) {
				v.names = words
			}
		case byName:
			v.body = true
		default:
			v.told = append(v.told, roleWords(entity.Names[0], doc.Article.Lang)...)
		}
		for _, name := range entity.Names {
			v.words = append(v.words, roleWords(name, doc.Article.Lang)...)
		}
		for _, role := range entity.Roles {
			v.words = append(v.words, roleWords(role.Text, doc.Article.Lang)...)
		}
	}
	v.words = append(v.words, v.told...)
	slices.Sort(v.words)
	slices.Sort(v.told)
	v.words, v.told = slices.Compact(v.words), slices.Compact(v.told)
	return v
}

// byName reports whether a doc names an entity, rather than tells its office.
func (b *builder) byName(d, entity int) bool {
	doc := b.docs[d]
	if doc.Entities[entity].Known != "" || doc.Entities[entity].Kind != isnad.Person {
		return true
	}
	return b.named[d][entity]
}

func fold(text string, language isnad.Lang) string {
	if language == isnad.English {
		return english.Fold(text)
	}
	return arabic.Fold(text)
}

// roleWords are the words of a description: their stems whole, so that a town
// is not its mayor.
func roleWords(text string, language isnad.Lang) []string {
	stem := func(_, key string) string { return arabic.Bare(key) }
	if language == isnad.English {
		stem = englishStem
	}
	return keyWords(text, language, stem)
}

// keyWords are the stems of the words of a description that say something.
func keyWords(text string, language isnad.Lang, stem func(word, key string) string) []string {
	tokens, stop := arabic.Tokens(text), arabic.IsStop
	if language == isnad.English {
		tokens, stop = english.Tokens(text), english.IsStop
	}
	var list []string
	for _, token := range tokens {
		if token.Kind != lang.Word || stop(token.Key) {
			continue
		}
		list = append(list, stem(text[token.Start:token.End], token.Key))
	}
	return list
}

// How far two voices are one: what the likeness of their words counts for.
const (
	oneSpeaker   = 1.0  // the same entity, or a body and who speaks for it
	describedOne = 0.90 // one description, of two words at least, or a part of the other
	looselyOne   = 0.75 // one word describes both: "the source"
	vaguelyOne   = 0.75 // nothing against it, and one speaker is told by a word: "the statement"
	perhapsOne   = 0.60 // nothing against it
	// inferredOther is for two persons of whom one was inferred where the report
	// names nobody: only the same words make that an error.
	inferredOther = 0.50
	twoDescribed  = 0.50 // descriptions that share what they share: «رئيس البلدية», «رئيس المجلس البلدي»
)

// sameVoice says how far two voices can be one, and in what sense; 0 if they
// cannot.
func (b *builder) sameVoice(x, y *voice) (float64, string) {
	if common(x.speakers, y.speakers) > 0 {
		return oneSpeaker, "same speaker"
	}
	for _, p := range x.speakers {
		for _, q := range y.speakers {
			if b.speaksFor(p, q) || b.speaksFor(q, p) {
				return oneSpeaker, "a body and who speaks for it"
			}
		}
	}
	far, why := alikeVoices(x, y)
	if far == 0 && (x.implicit || y.implicit) {
		return inferredOther, "speaker inferred otherwise"
	}
	return far, why
}

// alikeVoices compares voices by the words that name or describe them.
func alikeVoices(x, y *voice) (float64, string) {
	switch {
	case x.person && y.person:
		return alikeNames(x.names, y.names)
	case x.person && y.describes() && !y.tells(x), y.person && x.describes() && !x.tells(y):
		return 0, ""
	}
	least, most := x.description(), y.words
	if other := y.description(); len(other) < len(least) {
		least, most = other, x.words
	}
	shared := 0
	for _, word := range least {
		if slices.Contains(most, word) {
			shared++
		}
	}
	switch {
	case shared >= 2 && shared == len(least):
		return describedOne, "one description of the speaker"
	case shared == 1 && len(least) == 1:
		return looselyOne, "one word for the speaker"
	case x.body && y.body:
		return 0, ""
	case len(least) == 1:
		return vaguelyOne, "speaker hardly described"
	case len(x.told) > 1 && len(y.told) > 1:
		return twoDescribed, "two descriptions"
	}
	return perhapsOne, "speakers that can be one"
}

// described is how many words a description has at least that names someone.
const described = 5

// describes reports whether the voice is told by a description that holds a
// name.
func (v *voice) describes() bool { return len(v.told) >= described }

// tells reports whether the description of a voice holds a person's last name.
func (v *voice) tells(person *voice) bool {
	last := person.names[len(person.names)-1]
	return slices.Contains(v.told, arabic.Bare(last))
}

// description is the words by which the voice is told from others.
func (v *voice) description() []string {
	if len(v.told) > 0 {
		return v.told
	}
	return v.words
}

// alikeNames compares the names of two persons that were not found to be one:
// written together or apart, one spelt otherwise, or the family's alone.
func alikeNames(a, b []string) (float64, string) {
	if len(a) > len(b) {
		a, b = b, a
	}
	joined, longer := strings.Join(a, ""), strings.Join(b, "")
	switch {
	case len(a) > 1 && strings.HasSuffix(longer, joined):
		return describedOne, "names alike"
	case len(a) > 1 && alikeWords(a[len(a)-1], b[len(b)-1]) && alikeWords(a[0], b[0]):
		return describedOne, "names alike"
	case len(a) == 1 && alikeWords(a[0], b[len(b)-1]):
		return looselyOne, "family name alike"
	}
	return 0, ""
}

func alikeWords(a, b string) bool { return a == b || translit.Default().Same(a, b) >= 0.5 }
