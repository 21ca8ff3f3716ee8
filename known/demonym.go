package known

import (
	_ "embed"
	"strings"

	"github.com/isnad-news/isnad"
)

//go:embed data/nisba.txt
var nisbaList string

// nisba holds the letters of Arabic inflection, out of data/nisba.txt, folded.
var nisba = readNisba(nisbaList)

type inflection struct {
	article string   // the article, written to a word
	ending  string   // what an adjective of belonging ends in: the endings below follow it
	endings []string // gender, number and case, the bare masculine ("") among them
}

func readNisba(list string) inflection {
	n := inflection{endings: []string{""}}
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		what, letters, _ := strings.Cut(line, "\t")
		letters, _, _ = strings.Cut(letters, "\t")
		switch what {
		case "article":
			n.article = letters
		case "nisba":
			n.ending = letters
		case "ending":
			n.endings = append(n.endings, letters)
		}
	}
	return n
}

// Demonym returns the country or place that a folded adjective or noun of
// belonging names, in any gender and number, with or without the article:
// «الأميركيين», "Americans". An adjective that could name two countries is
// no one's («كوري», "Korean"); see MatchDemonym for «الكوري الشمالي».
func (f *Facts) Demonym(key string) (id string, ok bool) {
	keys := [1]string{key}
	id, n := f.MatchDemonym(keys[:])
	return id, n == 1
}

// MatchDemonym is Demonym for the longest run of folded word keys, so that it
// knows «الكورية الشمالية» and "South African" as well. It returns how many
// words it took; 0 if none.
func (f *Facts) MatchDemonym(keys []string) (id string, n int) {
	x := f.indexed()
	ids, n := x.demonyms.longest(keys, x.ids)
	if len(ids) != 1 {
		return "", 0
	}
	return ids[0], n
}

func (x *indexes) addDemonyms(number int, row *Row) {
	for _, name := range row.Demonyms {
		keys := nameKeys(name)
		if name.Lang == isnad.Arabic {
			x.addArabicDemonym(keys, number)
		} else {
			x.demonyms.add(keys, number, x.ids)
			if plural := englishPlural(keys); plural != nil {
				x.demonyms.add(plural, number, x.ids)
			}
		}
	}
}

// addArabicDemonym enters every form of an adjective of belonging. In one of
// several words each word that is itself such an adjective inflects alike
// («الكورية الشمالية»), the others stay («جنوب أفريقية»). A word that does not
// end in yeh («أتراك», «عرب») has one form, with or without the article.
func (x *indexes) addArabicDemonym(keys []string, number int) {
	endings := nisba.endings
	if len(keys) == 0 || !strings.HasSuffix(keys[len(keys)-1], nisba.ending) {
		endings = endings[:1]
	}
	for _, ending := range endings {
		for _, definite := range []int{0, 1, len(keys)} {
			if definite < 2 || len(keys) > 1 {
				x.demonyms.add(inflect(keys, ending, definite), number, x.ids)
			}
		}
	}
}

// inflect returns keys with ending on every adjective of belonging, and with
// the article on the first word and on adjectives, as far as the first
// definite words go: «الجنوب أفريقي» has it once, «الكوري الشمالي» twice.
func inflect(keys []string, ending string, definite int) []string {
	form := make([]string, len(keys))
	for i, key := range keys {
		adjective := strings.HasSuffix(key, nisba.ending)
		form[i] = key
		if adjective {
			form[i] += ending
		}
		if i < definite && (i == 0 || adjective) {
			form[i] = nisba.article + form[i]
		}
	}
	return form
}

// englishPlural returns the keys with a plural s on the last word, or nil if
// the word takes none: British, Japanese, French, Swiss.
func englishPlural(keys []string) []string {
	last := len(keys) - 1
	if last < 0 {
		return nil
	}
	for _, ending := range []string{"ish", "ese", "ch", "s", "men"} {
		if strings.HasSuffix(keys[last], ending) {
			return nil
		}
	}
	plural := append([]string(nil), keys...)
	plural[last] += "s"
	return plural
}
