package statements

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

func (r *report) isPlace(parties []isnad.Party) bool {
	return parties[0].Entity >= 0 && r.doc.Entities[parties[0].Entity].Kind == isnad.Place
}

// suits reports whether a pronoun can stand for the parties, by number, kind
// and, as far as the report shows it, gender.
func (r *report) suits(parties []isnad.Party, pronoun string) bool {
	one := len(parties) == 1
	kind := isnad.OtherKind
	if parties[0].Entity >= 0 {
		kind = r.doc.Entities[parties[0].Entity].Kind
	}
	switch pronoun {
	case "they", "their":
		return !one || kind != isnad.Person && (kind != isnad.OtherKind || plural(parties[0].Text))
	case "it", "its":
		return one && (kind == isnad.Organisation || kind == isnad.Place || kind == isnad.OtherKind && parties[0].Text != "" && !plural(parties[0].Text))
	}
	if !one || kind != isnad.Person && (kind != isnad.OtherKind || plural(parties[0].Text)) {
		return false
	}
	if kind == isnad.OtherKind {
		return parties[0].Text != ""
	}
	feminine, known := r.gender[parties[0].Entity]
	return !known || feminine == (pronoun == "she" || pronoun == "her")
}

// plural reports whether a description is of several, by its noun's ending.
func plural(text string) bool {
	for _, written := range strings.Fields(text) {
		word := strings.ToLower(written)
		if written != word && englishLexicon().words[word]&source == 0 {
			continue // a name: «Sanders»
		}
		switch word {
		case "of", "for", "in", "at", "from", "with", "to", "on":
			return false
		case "people", "police", "both", "many", "several", "some", "two", "three", "others":
			return true
		}
		if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "'s") && !strings.HasSuffix(word, "us") {
			return true
		}
	}
	return false
}

// genders counts how the report speaks of each person: by a title before the
// name, or by pronouns in a sentence that names no other person.
func (r *report) genders(p *passage) {
	for s := range p.Sentences {
		first, end := p.sentenceTokens(s)
		only, others := -1, false
		for t := first; t < end; t++ {
			if p.held(t) {
				continue
			}
			if at := p.nameFrom[t]; at >= 0 {
				mention := &p.doc.Mentions[p.names[at].mention]
				if mention.Kind != isnad.Person || mention.Entity < 0 {
					continue
				}
				others = others || only >= 0 && only != mention.Entity
				only = mention.Entity
				r.titled(p, p.names[at])
			}
			if only < 0 || others {
				continue
			}
			switch p.key(t) {
			case "he", "his", "him", "himself":
				r.vote(only, -1)
			case "she", "her", "hers", "herself":
				r.vote(only, 1)
			}
		}
	}
}

// shown takes a pronoun's gender as that of the person it was found to point
// at, where the report has not told it otherwise.
func (r *report) shown(parties []isnad.Party, pronoun string) {
	entity := parties[0].Entity
	if len(parties) != 1 || entity < 0 || r.votes[entity] != 0 {
		return
	}
	switch pronoun {
	case "he", "his":
		r.vote(entity, -1)
	case "she", "her":
		r.vote(entity, 1)
	}
}

// titled reads the title before or at the head of a name.
func (r *report) titled(p *passage, n name) {
	entity := p.doc.Mentions[n.mention].Entity
	for t := max(n.first-2, 0); t <= n.last && p.Tokens[t].Kind != lang.Quoter; t++ {
		switch strings.TrimSuffix(p.key(t), ".") {
		case "mr", "sir", "spokesman", "chairman", "congressman", "king", "prince", "lord", "businessman":
			r.vote(entity, -3)
		case "mrs", "ms", "miss", "spokeswoman", "chairwoman", "congresswoman", "queen", "princess", "lady", "businesswoman":
			r.vote(entity, 3)
		}
	}
}

// vote counts for feminine if positive.
func (r *report) vote(entity, by int) {
	r.votes[entity] += by
	if r.votes[entity] == 0 {
		delete(r.gender, entity)
		return
	}
	r.gender[entity] = r.votes[entity] > 0
}
