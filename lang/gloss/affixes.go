package gloss

// letter is the UTF-8 length of an Arabic letter.
const letter = 2

// Affixes, folded.
const (
	alef    = "\u0627" // ا
	teh     = "\u062A" // ت
	heh     = "\u0647" // ه, ة
	waw     = "\u0648" // و
	yeh     = "\u064A" // ي, ى
	meem    = "\u0645" // م
	noon    = "\u0646" // ن
	seen    = "\u0633" // س
	hamza   = "\u0621" // ء
	beh     = "\u0628" // ب
	feh     = "\u0641" // ف
	kaf     = "\u0643" // ك
	lam     = "\u0644" // ل
	article = alef + lam
)

// takes says what may follow a proclitic.
type takes uint8

const (
	takesAny takes = iota
	takesNoun
	takesPresent
)

// proclitic is written to the start of a word; at least that many bytes follow.
type proclitic struct {
	letters string
	takes   takes
	least   int
}

// proclitics are in the order in which they are tried. ل goes before لل,
// because «للجنة» is ل+ال+لجنة as well as what looks like لل+جنة.
var proclitics = []proclitic{
	{"", takesAny, 2 * letter},
	{waw, takesAny, 2 * letter}, {feh, takesAny, 3 * letter},
	{article, takesNoun, 2 * letter}, {waw + article, takesNoun, 2 * letter},
	{beh + article, takesNoun, 2 * letter}, {lam, takesNoun, 3 * letter},
	{lam + lam, takesNoun, 2 * letter}, {beh, takesNoun, 3 * letter},
	{seen, takesPresent, 3 * letter}, {lam, takesPresent, 3 * letter},
	{waw + beh + article, takesNoun, 2 * letter}, {waw + lam, takesNoun, 3 * letter},
	{waw + lam + lam, takesNoun, 2 * letter}, {waw + beh, takesNoun, 3 * letter},
	{waw + seen, takesPresent, 3 * letter}, {waw + lam, takesPresent, 3 * letter},
	{kaf + article, takesNoun, 2 * letter}, {kaf, takesNoun, 3 * letter},
	{feh + article, takesNoun, 2 * letter}, {waw + kaf + article, takesNoun, 2 * letter},
	{feh + lam, takesPresent, 3 * letter}, {feh + seen, takesPresent, 3 * letter},
}

// persons begin the forms of the present.
var persons = []string{yeh, teh, noon, alef}

// pronouns are written to the end of nouns and verbs, longest first.
var pronouns = []string{
	heh + meem + alef, heh + alef, heh + meem, heh + noon, noon + alef, noon + yeh,
	kaf + meem, heh, kaf, yeh,
}

// nounEnding is an ending of number, gender, case or relation. A noun in ة
// loses it before some.
type nounEnding struct {
	letters          string
	feminine, simple bool // may follow the stem of a noun in ة; a whole noun
}

var nounEndings = []nounEnding{
	{teh + yeh + noon, true, true}, {teh + alef + noon, true, true},
	{yeh + alef + teh, true, true}, // of relation, feminine plural: إقليميات
	{yeh + yeh + noon, true, true}, {yeh + waw + noon, true, true},
	{alef + teh, true, true}, {yeh + noon, false, true}, {waw + noon, false, true}, {alef + noon, false, true},
	{yeh + heh, true, true}, {yeh + alef, true, true}, {yeh + teh, true, true},
	{heh, false, true}, {alef, false, true}, {yeh, true, true}, {waw, false, true}, {teh, true, true},
}

var pastEndings = []string{teh + alef, waw + alef, noon + alef, teh + meem, teh, alef, noon, waw}

var presentEndings = []string{waw + noon, yeh + noon, alef + noon, waw + alef, noon, alef, waw}
