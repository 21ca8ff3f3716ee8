package arabic

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang"
)

// numeral is what a number word does; the classes are those of data/numbers.tsv.
type numeral struct {
	class string
	value float64
}

var numerals = sync.OnceValue(func() map[string]numeral {
	table := map[string]numeral{}
	for _, row := range rows("numbers.tsv") {
		field := strings.Split(row, "\t")
		value, err := strconv.ParseFloat(field[1], 64)
		if err != nil || len(field) != 3 {
			panic("arabic: numbers.tsv: " + row)
		}
		for _, word := range list(field[2]) {
			table[Fold(word)] = numeral{class: field[0], value: value}
		}
	}
	return table
})

// NumberAt reads the number that begins at token i, in digits or words, and
// says how many tokens it takes: «1,500», «٣٫٥ ملايين», «خمسة وعشرين ألفا»,
// «مليون ونصف المليون», «ثلاثة أرباع». A conjunction on the first word does not
// matter; ten is both عشرة and the عشر of a lone word. Loose is never set: what
// makes a number loose stands before it.
//
// No numbers are: times («10:30»), dates («12.02.2025»), a lone plural («آلاف»),
// and أحد or إحدى without عشر. One comma before three digits groups thousands;
// one stop is a decimal point.
func NumberAt(tokens []lang.Token, i int) (lang.Value, bool) {
	if i < 0 || i >= len(tokens) {
		return lang.Value{}, false
	}
	n := numberReader{tokens: tokens, at: i, limit: math.Inf(1)}
	switch tokens[i].Kind {
	case lang.Digits:
		value, ok := parseDigits(tokens[i].Key)
		if !ok {
			return lang.Value{}, false
		}
		n.group, n.at, n.low = value, i+1, 1
	case lang.Word:
		if !n.first() {
			return lang.Value{}, false
		}
	default:
		return lang.Value{}, false
	}
	for n.more() {
	}
	return lang.Value{Number: n.total + n.group, Tokens: n.at - i}, true
}

// numberReader reads a number word by word. The number is total + group: total
// holds what stands under scales already named, group what is below the next.
type numberReader struct {
	tokens []lang.Token
	at     int

	total, group float64
	low          float64 // the next term must be below it to be added
	limit        float64 // the next scale must be below it
	scale        float64 // the last scale named
}

// numeralAt returns the number word at token i, with or without a conjunction.
func (n *numberReader) numeralAt(i int) (word numeral, conj, ok bool) {
	if i >= len(n.tokens) || n.tokens[i].Kind != lang.Word {
		return numeral{}, false, false
	}
	key := n.tokens[i].Key
	if word, ok = numerals()[key]; ok {
		return word, false, true
	}
	if rest, conj := strings.CutPrefix(key, prefixWaw); conj {
		word, ok = numerals()[rest]
		return word, true, ok
	}
	return numeral{}, false, false
}

// first reads the first word.
func (n *numberReader) first() bool {
	word, _, ok := n.numeralAt(n.at)
	if !ok {
		return false
	}
	next, conj, more := n.numeralAt(n.at + 1)
	isTeen := more && !conj && next.class == "unit" && next.value == 10
	switch word.class {
	case "part":
		if !isTeen {
			return false
		}
		n.group, n.at, n.low = word.value+10, n.at+2, 1
		return true
	case "unit":
		n.group, n.low = word.value, 1
		if isTeen && word.value < 10 {
			n.group += 10
			n.at++
		}
	case "ten":
		n.group, n.low = word.value, 1
	case "hundred":
		n.group, n.low = word.value, 100
	case "scale":
		n.setScale(1, word.value)
	case "dual", "both":
		n.setScale(2, word.value)
	case "share":
		n.group, n.low = word.value, 0
	default:
		return false
	}
	n.at++
	return true
}

func (n *numberReader) setScale(times, scale float64) {
	n.total += times * scale
	n.group, n.scale, n.limit, n.low = 0, scale, scale, scale
}

// more reads the next word or digits, if they belong to the number.
func (n *numberReader) more() bool {
	word, conj, ok := n.numeralAt(n.at)
	switch {
	case !ok:
		return n.moreDigits()
	case conj:
		return n.add(word)
	}
	switch word.class {
	case "scale", "plural", "both":
		return n.scaleBy(word.value)
	case "hundred": // ثلاث مئة
		if word.value != 100 || n.group < 3 || n.group > 9 {
			return false
		}
		n.group, n.low = n.group*100, 100
	case "shares": // ثلاثة أرباع
		if n.group < 2 || n.group > 9 {
			return false
		}
		n.group, n.low = n.group*word.value, 0
	default:
		return false
	}
	n.at++
	return true
}

// scaleBy puts the group under a scale.
func (n *numberReader) scaleBy(scale float64) bool {
	switch {
	case n.group == 0 && n.total > 0 && scale > n.scale: // ألف مليون
		n.total *= scale
		n.scale, n.limit, n.low = scale, scale, scale
	case n.group == 0 || scale >= n.limit:
		return false
	default:
		n.setScale(n.group, scale)
	}
	n.at++
	return true
}

// add adds a term behind a conjunction.
func (n *numberReader) add(word numeral) bool {
	switch word.class {
	case "unit":
		return n.addUnit(word.value)
	case "ten":
		if unit := math.Mod(n.group, 100); n.low == 1 && unit >= 1 && unit < 10 && unit == math.Trunc(unit) {
			n.group, n.low = n.group+word.value, 1
			break
		}
		return n.addTerm(word.value, 10, 1)
	case "hundred":
		return n.addTerm(word.value, 1000, 100)
	case "scale":
		return n.addScale(1, word.value)
	case "dual", "both":
		return n.addScale(2, word.value)
	case "share":
		return n.addShare(word.value)
	default:
		return false
	}
	n.at++
	return true
}

// addUnit adds 1 to 19, or a unit that begins the next group.
func (n *numberReader) addUnit(value float64) bool {
	next, conj, ok := n.numeralAt(n.at + 1)
	isTeen := ok && !conj && next.class == "unit" && next.value == 10
	if isTeen {
		value += 10
	}
	if !n.addTerm(value, 10, 1) {
		return false
	}
	if isTeen {
		n.at++
	}
	return true
}

// addTerm adds a term that is below what has been said; low is what the next
// term must be below.
func (n *numberReader) addTerm(value, below, low float64) bool {
	if value >= n.low || n.low < below {
		return false
	}
	n.group, n.low = n.group+value, low
	n.at++
	return true
}

func (n *numberReader) addScale(times, scale float64) bool {
	if n.group > 0 || n.total == 0 || scale >= n.limit {
		return false
	}
	n.setScale(times, scale)
	n.at++
	return true
}

// addShare adds a fraction: of the last scale, which may be named again
// («مليون ونصف المليون»), else of one.
func (n *numberReader) addShare(share float64) bool {
	if n.low == 0 {
		return false
	}
	if n.group == 0 && n.scale > 0 {
		n.total += share * n.scale
		n.low = 0
		n.at++
		if n.at < len(n.tokens) {
			key := strings.TrimPrefix(n.tokens[n.at].Key, article)
			if word, ok := numerals()[key]; ok && word.class == "scale" && word.value == n.scale {
				n.at++
			}
		}
		return true
	}
	n.group += share
	n.low = 0
	n.at++
	return true
}

// moreDigits adds digits behind a scale and a conjunction: «3 ملايين و500 ألف».
func (n *numberReader) moreDigits() bool {
	if n.scale == 0 || n.group > 0 || n.at+1 >= len(n.tokens) {
		return false
	}
	conj, number := n.tokens[n.at], n.tokens[n.at+1]
	if conj.Key != prefixWaw || number.Kind != lang.Digits || number.Start != conj.End {
		return false
	}
	value, ok := parseDigits(number.Key)
	if !ok || value >= n.limit {
		return false
	}
	n.group, n.low = value, 1
	n.at += 2
	return true
}
