package corpora

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad"
)

// Pair is one name, or part of one, as two scripts write it.
type Pair struct {
	Latin, Arabic string
	Count         int // how often it was seen; 1 if the file does not say
}

// Pairs reads names in two scripts, parted by a tab: Latin first, unless the
// first side alone has Arabic letters; a third column counts them. Letters of
// the Arabic side may be parted by spaces. Sides without letters, which public
// lists have, are kept. A line of another form is of kind [isnad.Invalid].
func Pairs(name string, r io.Reader) ([]Pair, error) {
	var list []Pair
	err := lines(name, r, func(line string, n int) error {
		if line == "" || line[0] == '#' {
			return nil
		}
		pair, ok := pairOf(strings.Split(line, "\t"))
		if !ok {
			return isnad.Errorf(isnad.Invalid, name, "line %d: no name in two columns, and its count", n)
		}
		list = append(list, pair)
		return nil
	})
	return list, err
}

func pairOf(columns []string) (Pair, bool) {
	if len(columns) < 2 || len(columns) > 3 {
		return Pair{}, false
	}
	pair := Pair{Latin: strings.TrimSpace(columns[0]), Arabic: strings.TrimSpace(columns[1]), Count: 1}
	if inArabic(pair.Latin) && !inArabic(pair.Arabic) {
		pair.Latin, pair.Arabic = pair.Arabic, pair.Latin
	}
	if len(columns) == 3 {
		count, err := strconv.Atoi(columns[2])
		if err != nil || count < 1 {
			return Pair{}, false
		}
		pair.Count = count
	}
	pair.Arabic = closeUp(pair.Arabic)
	return pair, pair.Latin != "" && pair.Arabic != ""
}

func inArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// closeUp joins letters that stand apart; words of more than one letter keep
// the spaces between them.
func closeUp(s string) string {
	fields := strings.Fields(s)
	for _, field := range fields {
		if len([]rune(field)) > 1 {
			return s
		}
	}
	return strings.Join(fields, "")
}
