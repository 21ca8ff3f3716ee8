package events

import "github.com/isnad-news/isnad/lang"

const (
	meem          = "\u0645"
	feh           = "\u0641"
	beh           = "\u0628"
	lam           = "\u0644"
	kaf           = "\u0643"
	seen          = "\u0633"
	arabicComma   = "\u060C"
	arabicSemi    = "\u061B"
	enDash        = "\u2013"
	emDash        = "\u2014"
	arabicQuery   = "\u061F"
	ellipsis      = "\u2026"
	articleLetter = alef + lam
)

// markKind sorts a token that is a mark; words and numbers are wordChunk.
func markKind(written string, token lang.Token) chunkKind {
	switch token.Kind {
	case lang.Quoter:
		return quoterChunk
	case lang.Mark:
		switch written {
		case ",", arabicComma, "(", ")", "[", "]", "-", enDash, emDash:
			return commaChunk
		case ".", ":", ";", arabicSemi, "!", "?", arabicQuery, ellipsis, "|":
			return stopChunk
		}
		return commaChunk
	}
	return wordChunk
}
