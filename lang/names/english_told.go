package names

import "github.com/isnad-news/isnad/lang/tagger"

// EnglishLabels are the labels of the English model: those of names, and
// behind them those of mentions, which are no names: "he", "the town", "officials".
// Corpora that mark mentions teach them; a reader of names leaves them out.
var EnglishLabels = append(Labels[:len(Labels):len(Labels)],
	"B-person", "I-person", "B-body", "I-body", "B-place", "I-place")

// FirstMention is the first label of a mention.
const FirstMention = 9

// Nation reports whether token i is a nationality, a people or a creed.
func (e *EnglishRows) Nation(i int) bool {
	c := e.at(i)
	return c.letters != lowerCase && c.flags&(e.lists.nation|e.lists.people|e.lists.creed) != 0
}

// People reports whether token i is the people of a country.
func (e *EnglishRows) People(i int) bool { return e.at(i).flags&e.lists.people != 0 }

// Title reports whether token i is a title: "minister".
func (e *EnglishRows) Title(i int) bool { return e.at(i).flags&e.lists.title != 0 }

// ListedPlace reports whether tokens [from, to) are a listed place.
func (e *EnglishRows) ListedPlace(from, to int) bool {
	hash := uint64(0)
	for i := from; i < to; i++ {
		hash = join(hash, tagger.Hash(e.at(i).key))
	}
	return e.lists.get(hash).phrase>>phrasePlace&1 != 0
}

// Key is the folded word of token i without 's.
func (e *EnglishRows) Key(i int) string { return e.at(i).key }

// Capital reports whether token i can be part of a name by its letters.
func (e *EnglishRows) Capital(i int) bool { return e.capital(e.at(i)) }
