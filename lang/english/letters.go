package english

// Marks and letters that the rules name.
const (
	apostrophe       = '\''
	modifierAposto   = '\u02BC' // MODIFIER LETTER APOSTROPHE
	leftSingle       = '\u2018'
	rightSingle      = '\u2019'
	lowSingle        = '\u201A'
	prime            = '\u2032'
	graveAccent      = '`'
	acuteAccent      = '\u00B4'
	leftDouble       = '\u201C'
	rightDouble      = '\u201D'
	lowDouble        = '\u201E'
	straightDouble   = '"'
	leftGuillemet    = '\u00AB'
	rightGuillemet   = '\u00BB'
	hyphen           = '\u2010'
	nonBreakHyphen   = '\u2011'
	enDash           = '\u2013'
	emDash           = '\u2014'
	horizontalBar    = '\u2015'
	ellipsis         = '\u2026'
	softHyphen       = '\u00AD'
	zeroWidthSpace   = '\u200B'
	rightToLeftMark  = '\u200F'
	firstEmbedding   = '\u202A'
	lastOverride     = '\u202E'
	wordJoiner       = '\u2060'
	lastIsolate      = '\u2069'
	byteOrderMark    = '\uFEFF'
	tatweel          = '\u0640'
	dotlessI         = '\u0131'
	oStroke          = '\u00F8'
	dStroke          = '\u0111'
	lStroke          = '\u0142'
	hStroke          = '\u0127'
	sharpS           = '\u00DF'
	aeLigature       = '\u00E6'
	oeLigature       = '\u0153'
	thorn            = '\u00FE'
	eth              = '\u00F0'
	arabicFullStop   = '\u06D4'
	arabicQuestion   = '\u061F'
	arabicDecimal    = '\u066B'
	arabicThousands  = '\u066C'
	arabicPercent    = '\u066A'
	fullwidthPercent = '\uFF05'
)

// isApostrophe reports whether r is one of the characters that stand between
// the letters of "don't".
func isApostrophe(r rune) bool {
	switch r {
	case apostrophe, rightSingle, leftSingle, modifierAposto, prime, graveAccent, acuteAccent:
		return true
	}
	return false
}

// isHyphen reports whether r joins the parts of a compound word.
func isHyphen(r rune) bool { return r == '-' || r == hyphen || r == nonBreakHyphen }

// isInvisible reports whether r is a format character that no reader sees.
func isInvisible(r rune) bool {
	return r == softHyphen || r == byteOrderMark ||
		zeroWidthSpace <= r && r <= rightToLeftMark ||
		firstEmbedding <= r && r <= lastOverride ||
		wordJoiner <= r && r <= lastIsolate
}
