package arabic

import "github.com/isnad-news/isnad/lang"

// datelineAt returns the end of the dateline that begins at token i, 0 if none
// does, and whether it stands alone, with a report's first verb behind it:
// «القاهرة 15-7 (أ ف ب) -», «عدن - «الصحيفة» -», «بكين (رويترز) -», «طهران 3
// مايو». The place is a word, or two that data/placeheads.txt has the first of,
// and may have its country in brackets.
func (c *cutter) datelineAt(i int, flat []flatness) (end int, alone bool) {
	place := c.placeEnd(i)
	if place == 0 || i > 0 && flat[i-1] != flatNot && lists().stops[c.tokens[i-1].Key] {
		return 0, false
	}
	if end := c.creditEnd(place); end > 0 && c.is(end, "-") {
		return end + 1, false
	}
	if end := c.outletEnd(place); end > 0 {
		return end, false
	}
	date := c.dayEnd(place)
	if date == 0 {
		return 0, false
	}
	if end := c.creditEnd(date); end > 0 {
		return end, false
	}
	return date, c.leads(date)
}

// is reports whether token i has the key.
func (c *cutter) is(i int, key string) bool { return i < len(c.tokens) && c.tokens[i].Key == key }

// placeEnd returns the end of the place at token i.
func (c *cutter) placeEnd(i int) int {
	if !c.placeWord(i) {
		return 0
	}
	end := i + 1
	if lost().placeHeads[c.tokens[i].Key] && c.placeWord(end) {
		end++
	}
	if c.is(end, "(") && c.placeWord(end+1) && !lost().agencies[c.tokens[end+1].Key] {
		for most := end + 4; end < most; end++ {
			if c.is(end, ")") {
				return end + 1
			}
		}
		return i + 1
	}
	return end
}

func (c *cutter) placeWord(i int) bool {
	return i < len(c.tokens) && c.tokens[i].Kind == lang.Word && !c.tokens[i].Latin && !lists().stops[c.tokens[i].Key] && !lost().notPlace[c.tokens[i].Key] && len(c.tokens[i].Key) >= 2*letterBytes
}

// creditEnd returns the end of the agency in brackets or between slashes at
// token i.
func (c *cutter) creditEnd(i int) int {
	const most = 6 // tokens
	for _, marks := range [][2]string{{"(", ")"}, {"/", "/"}} {
		if !c.is(i, marks[0]) {
			continue
		}
		for j := i + 1; j < min(i+most, len(c.tokens)); j++ {
			switch {
			case c.tokens[j].Key == marks[1] && j > i+1:
				return j + 1
			case c.tokens[j].Kind != lang.Word || !lost().agencies[c.tokens[j].Key] && !dottedWord(c.tokens[j].Key):
				return 0
			}
		}
	}
	return 0
}

// dottedWord reports whether a key is of single letters with stops.
func dottedWord(key string) bool { return len(key) > letterBytes && key[letterBytes] == '.' }

// outletEnd returns the end of an outlet in quotation marks between dashes.
func (c *cutter) outletEnd(i int) int {
	const most = 4 // words
	if !c.is(i, "-") || i+1 >= len(c.tokens) || c.tokens[i+1].Kind != lang.Quoter {
		return 0
	}
	for j := i + 2; j < min(i+2+most, len(c.tokens)); j++ {
		if c.tokens[j].Kind == lang.Quoter {
			if c.is(j+1, "-") && j > i+2 {
				return j + 2
			}
			return 0
		}
	}
	return 0
}

// dayEnd returns the end of a day and a month at token i, with the year and
// the hour behind them: «15-7», «3 مايو 10:30», «أول مايو».
func (c *cutter) dayEnd(i int) int {
	const first = "\u0627\u0648\u0644" // أول
	if i+1 >= len(c.tokens) || c.tokens[i].Kind != lang.Digits && c.tokens[i].Key != first || len(c.tokens[i].Key) > len(first) {
		return 0
	}
	end := i + 1
	if (c.is(end, "-") || c.is(end, "/")) && end+1 < len(c.tokens) && c.tokens[end+1].Kind == lang.Digits {
		if end += 2; c.creditEnd(end) == 0 {
			return 0 // a score, a share
		}
		return end
	}
	_, _, n, ok := MonthAt(c.tokens, end)
	if !ok {
		return 0
	}
	for end += n; end < len(c.tokens) && c.tokens[end].Kind == lang.Digits; end++ {
	}
	return end
}
