package english

import (
	_ "embed" // the word lists
	"math"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad/lang"
)

//go:embed data/numbers.tsv
var numberList string

// numeral is what a number word is worth.
type numeral struct {
	value float64
	scale bool // multiplies what stands before it: hundred, million, dozen
}

var numerals, loosers = parseNumerals(numberList)

func parseNumerals(list string) (map[string]numeral, map[string]bool) {
	table, loose := map[string]numeral{}, map[string]bool{}
	for _, line := range lines(list) {
		fields := strings.Split(line, "\t")
		if fields[0] == "loose" {
			loose[fields[1]] = true
			continue
		}
		value, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			panic("numbers.tsv: " + err.Error()) // the list is embedded: a programmer's mistake
		}
		table[fields[1]] = numeral{value: value, scale: fields[0] == "scale"}
	}
	return table, loose
}

// NumberAt reads the number that begins at token i: digits, with an ordinal
// ending or a percent sign, and a scale behind them ("1.5 million", "4bn");
// words ("twenty-five", "two hundred and six"); and "a dozen", "half a
// million", "two and a half". Clock times and decades ("10:30", "1990s") are
// no numbers. Loose is set by a word before it, such as "about" or "nearly".
func NumberAt(tokens []lang.Token, i int) (lang.Value, bool) {
	if i < 0 || i >= len(tokens) {
		return lang.Value{}, false
	}
	value, ok := digitsAt(tokens, i)
	if !ok {
		value, ok = wordsAt(tokens, i)
	}
	if !ok || math.IsInf(value.Number, 0) {
		return lang.Value{}, false
	}
	value.Loose = looseBefore(tokens, i)
	return value, true
}

// looseBefore reports whether one of the two words before token i makes a
// number a rough one: "about", "as many as", "more than".
func looseBefore(tokens []lang.Token, i int) bool {
	if i > 0 && loosers[tokens[i-1].Key] {
		return true
	}
	return i > 1 && loosers[tokens[i-2].Key+" "+tokens[i-1].Key]
}

// digitsAt reads digits and the scales behind them.
func digitsAt(tokens []lang.Token, i int) (lang.Value, bool) {
	if tokens[i].Kind != lang.Digits {
		return lang.Value{}, false
	}
	number, ok := parseDigits(tokens[i].Key)
	if !ok {
		return lang.Value{}, false
	}
	value := lang.Value{Number: number, Tokens: 1}
	for j := i + 1; j < len(tokens); j++ {
		word := numerals[tokens[j].Key]
		// "5m" is five million; "5 m" is a length.
		apart := len(tokens[j].Key) == 1 && tokens[j].Start > tokens[j-1].End
		if !word.scale || apart {
			break
		}
		value.Number *= word.value
		value.Tokens++
	}
	return value, true
}

// parseDigits reads the key of a number token.
func parseDigits(key string) (float64, bool) {
	if strings.ContainsAny(key, ":") || strings.HasSuffix(key, "0s") {
		return 0, false
	}
	key = strings.TrimRight(key, "%stndrh"+string(arabicPercent))
	key = strings.NewReplacer(",", "", string(arabicThousands), "", string(arabicDecimal), ".").Replace(key)
	number, err := strconv.ParseFloat(key, 64)
	return number, err == nil
}

// wordsAt reads a number in words. Compounds with hyphens are one token.
func wordsAt(tokens []lang.Token, i int) (lang.Value, bool) {
	if pronoun(tokens, i) || numerals[tokens[i].Key].scale {
		return lang.Value{}, false
	}
	var total, group float64
	end := i
	for j := i; j < len(tokens) && tokens[j].Kind == lang.Word; j++ {
		key := tokens[j].Key
		if key == "and" || key == "a" || key == "an" {
			if !joins(tokens, i, j) {
				break
			}
			continue
		}
		parts, ok := numberParts(key)
		if !ok || j > i && !parts[0].fits(group) {
			break
		}
		for _, part := range parts {
			total, group = part.onto(total, group)
		}
		end = j + 1
	}
	if end == i {
		return lang.Value{}, false
	}
	return lang.Value{Number: total + group, Tokens: end - i}, true
}

// fits reports whether a numeral can go on from a group: a scale behind
// anything, tens behind hundreds, units behind tens. "Two three" is two numbers.
func (n numeral) fits(group float64) bool {
	switch {
	case n.scale, n.value < 1, group == 0:
		return true
	case math.Mod(group, 100) == 0:
		return n.value < 100
	}
	return n.value < 10 && math.Mod(group, 10) == 0 && math.Mod(group, 100) >= 20
}

// onto adds a numeral to a sum: group is the part below the next thousand.
func (n numeral) onto(total, group float64) (float64, float64) {
	switch {
	case !n.scale && n.value < 1 && group == 0 && total == 0:
		return total, n.value
	case !n.scale:
		return total, group + n.value
	case group == 0:
		group = 1
	}
	if n.value < 1000 {
		return total, group * n.value
	}
	return total + group*n.value, 0
}

// joins reports whether "and", "a" or "an" at token j belongs to a number that
// begins at i: "two hundred and six", "two and a half", "half a million", "a
// dozen".
func joins(tokens []lang.Token, i, j int) bool {
	if j+1 >= len(tokens) {
		return false
	}
	next, isNumber := numberParts(tokens[j+1].Key)
	switch tokens[j].Key {
	case "and":
		if j == i {
			return false
		}
		last := numerals[tokens[j-1].Key]
		half := j+2 < len(tokens) && tokens[j+1].Key == "a" && tokens[j+2].Key == "half"
		return half || last.scale && last.value == 100 && isNumber && !next[0].scale
	case "a", "an":
		if isNumber && next[0].scale {
			return j == i || numerals[tokens[j-1].Key].value == 0.5
		}
		return j > i && tokens[j-1].Key == "and" && tokens[j+1].Key == "half"
	}
	return false
}

// numberParts reads a number word, or a compound of number words with hyphens.
func numberParts(key string) ([]numeral, bool) {
	if n, ok := numerals[key]; ok {
		return []numeral{n}, true
	}
	if !strings.Contains(key, "-") || len(key) > 64 {
		return nil, false
	}
	var parts []numeral
	for part := range strings.SplitSeq(key, "-") {
		if part == "and" || part == "a" {
			continue
		}
		n, ok := numerals[part]
		if !ok {
			return nil, false
		}
		parts = append(parts, n)
	}
	return parts, len(parts) > 0
}

// pronoun reports whether "one" at token i stands for a thing rather
// than counts: "no one", "one another", "one of them", "the one".
func pronoun(tokens []lang.Token, i int) bool {
	if tokens[i].Key != "one" {
		return false
	}
	if i > 0 {
		switch tokens[i-1].Key {
		case "no", "the", "this", "that", "any", "every", "some", "another", "each":
			return true
		}
	}
	return i+1 < len(tokens) && (tokens[i+1].Key == "another" || tokens[i+1].Key == "of")
}
