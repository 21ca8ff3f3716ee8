package verify

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/english"
)

// exact returns where the words asked stand in said one behind the other, from
// place on; -1 if nowhere.
func exact(asked, said []word, from int) int {
	for at := from; at+len(asked) <= len(said); at++ {
		if !begins(asked[0].key, said[at].key) {
			continue
		}
		n := 1
		for n < len(asked) && asked[n].same(&said[at+n]) {
			n++
		}
		if n == len(asked) {
			return at
		}
	}
	return -1
}

// begins reports whether the first word of a question is a word that was said,
// or what the reporter joined with و or ف: «وسنفتح» holds «سنفتح», «بأن» «أن».
func begins(asked, said string) bool {
	if asked == said {
		return true
	}
	for _, proclitic := range []string{waw, feh} {
		if said == proclitic+asked {
			return true
		}
	}
	return said == beh+asked && strings.HasPrefix(asked, complementizer)
}

const complementizer = "\u0627\u0646" // ان

// reach is how many words before others a negator turns them round.
const reach = 3

// stand is what stands before words in the same clause.
type stand uint8

const (
	plain    stand = iota
	negated        // a negator turns them round
	doubtful       // a negator or a denial stands further off
)

// before tells what stands before word at of said.
func before(said []word, at int) stand {
	for i := at - 1; i >= 0 && i >= at-reach && !said[i+1].stop; i-- {
		if !said[i].negates {
			continue
		}
		if i+1 < len(said) && only[said[i+1].key] {
			return plain
		}
		thinks := false
		for j := i + 1; j < at; j++ {
			thinks = thinks || slices.Contains(said[j].concepts, "think") || slices.Contains(said[j].concepts, "expect")
			if joins[said[j].key] && !thinks {
				return doubtful
			}
		}
		return negated // also behind «لا أعتقد أن», "I do not think that"
	}
	if at > 0 && said[at-1].key == what && !said[at].stop {
		return doubtful
	}
	return plain
}

// headNegated reports whether word at is the first that carries sense behind a
// negator: the one that it turns round before all others.
func headNegated(words []word, at int) bool {
	for i := at - 1; i >= 0 && i >= at-reach && !words[i+1].stop; i-- {
		if words[i].negates {
			return before(words, at) == negated
		}
		if words[i].matters() {
			return false
		}
	}
	return false
}

const what = "\u0645\u0627" // ما

// only are words behind which a negator turns nothing round; joins are those
// that begin a clause of its own.
var (
	only  = map[string]bool{"only": true, "just": true, "merely": true, "\u0641\u0642\u0637": true, "\u0645\u062C\u0631\u062F": true, "\u0634\u0643": true, "doubt": true}
	joins = map[string]bool{"that": true, "\u0627\u0646": true, "\u0628\u0627\u0646": true, "\u0627\u0646\u0647": true, "\u0627\u0646\u0647\u0627": true, "\u0627\u0646\u0647\u0645": true}
)

// deniesIn reports whether a cue of denial or refusal stands in the last
// sentence of text: what follows is somebody's denial.
func deniesIn(text string, latin bool) bool {
	tokens, cueAt := arabic.Tokens(text), arabic.CueAt
	if latin {
		tokens, cueAt = english.Tokens(text), english.CueAt
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].Kind == lang.Mark && ends[tokens[i].Key] {
			return false
		}
		if cue, ok := cueAt(tokens, i); ok && (cue.Force == lang.Deny || cue.Force == lang.Refuse) {
			return true
		}
	}
	return false
}

var ends = map[string]bool{".": true, "!": true, "?": true, "\u061F": true, "\u06D4": true}
