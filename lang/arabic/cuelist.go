package arabic

import (
	"strings"

	"github.com/isnad-news/isnad/lang"
)

// cueLemma is a row of data/cues.tsv.
type cueLemma struct {
	lemma                                              string // as written
	past, present, participle, noun                    string // folded; "" for none
	force                                              lang.Force
	preps                                              map[string]string // folded preposition → as written
	governs                                            []string          // the folded prepositions in the order of the list
	clause, object, quote, addressee                   bool
	weak, weakPast, weakPart, weakFem                  bool
	weakPres, strongNoun, nounMaksura                  bool
	nounLike, noHe, presDirect, noPlural, noDual, idle bool
	extra                                              []string
}

func newCueLemma(row string) *cueLemma {
	field := strings.Split(row, "\t")
	if len(field) != 9 {
		panic("arabic: cues.tsv: " + row)
	}
	l := &cueLemma{
		lemma: field[0], past: Fold(field[0]), present: folded(field[1]), participle: folded(field[2]),
		noun: folded(field[3]), force: lang.Force(field[4]), preps: map[string]string{},
	}
	for _, prep := range list(field[5]) {
		l.preps[Fold(prep)] = prep
		l.governs = append(l.governs, Fold(prep))
	}
	for _, flag := range list(field[6]) {
		*l.flag(flag) = true
	}
	l.extra = list(field[7])
	l.nounMaksura = strings.HasSuffix(field[3], maksura)
	return l
}

// list splits a comma-separated field; "-" is none.
func list(field string) []string {
	if field == "-" {
		return nil
	}
	return strings.Split(field, ",")
}

func folded(field string) string {
	if field == "-" {
		return ""
	}
	return Fold(field)
}

func (l *cueLemma) flag(name string) *bool {
	switch name {
	case "clause":
		return &l.clause
	case "object":
		return &l.object
	case "quote":
		return &l.quote
	case "addressee":
		return &l.addressee
	case "weak":
		return &l.weak
	case "weakpast":
		return &l.weakPast
	case "weakpart":
		return &l.weakPart
	case "weakfem":
		return &l.weakFem
	case "weakpres":
		return &l.weakPres
	case "nounlike":
		return &l.nounLike
	case "nohe":
		return &l.noHe
	case "presdirect":
		return &l.presDirect
	case "nodual":
		return &l.noDual
	case "noplural":
		return &l.noPlural
	case "idle":
		return &l.idle
	case "strongnoun":
		return &l.strongNoun
	}
	panic("arabic: cues.tsv: flag " + name)
}
