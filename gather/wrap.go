package gather

import "strings"

const (
	wrapMin = 55 // columns of a line that the margin broke
	wrapMax = 100
)

// unwrap joins the lines of a text that was broken at a margin, as mail and
// old agency feeds are: paragraphs apart by blank lines, every line but the
// last of each of nearly one width and seldom at the end of a sentence. Other
// texts are returned as they are.
func unwrap(lines []rawLine) []rawLine {
	if !wrapped(lines) {
		return lines
	}
	var joined []rawLine
	fresh := true
	for _, raw := range lines {
		words := clean(raw.text)
		if words == "" {
			fresh = true
			continue
		}
		if fresh || structural(words) {
			joined = append(joined, rawLine{words, raw.at})
			fresh = structural(words)
			continue
		}
		joined[len(joined)-1].text += " " + words
	}
	return joined
}

// structural reports whether a line stands for itself whatever is around it.
func structural(words string) bool {
	return heading.MatchString(words) || picture.MatchString(words) || bulleted.MatchString(words) || rule.MatchString(words)
}

func wrapped(lines []rawLine) bool {
	inner, full, stopped, blanks := 0, 0, 0, 0
	for i, raw := range lines {
		words := strings.TrimSpace(raw.text)
		switch {
		case len(words) > 4*wrapMax || width(words) > wrapMax:
			return false
		case words == "":
			blanks++
		case i+1 < len(lines) && strings.TrimSpace(lines[i+1].text) != "":
			inner++
			if width(words) >= wrapMin {
				full++
			}
			if stops(words) {
				stopped++
			}
		}
	}
	return blanks > 0 && inner >= 4 && full*10 >= inner*9 && stopped*3 <= inner
}
