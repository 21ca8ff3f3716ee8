package gloss

// letter is the UTF-8 length of an Arabic letter.
const letter = 2

// Affixes, folded.
const (
	alef    = "\u0627" // ا
	teh     = "\u062A" // ت
	heh     = "\u0647" // ه, ة
	closed  = "\u0629" // ة as it is written
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
	{waw, takesAny, 2 * letter}, {feh, takesAny, 4 * letter},
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

// persons begin the forms of the present. أ of the first person is left out: it
// would make a verb of every أحد, أصل and أقدم.
var persons = []string{yeh, teh, noon}

// pronouns are written to the end of nouns and verbs, longest first. Those of a
// single person addressed are not in news, and cost «هناك».
var pronouns = []string{
	heh + meem + alef, heh + alef, heh + meem, heh + noon, noon + alef, noon + yeh,
	kaf + meem, heh,
}

// nounEnding is an ending of number, gender, case or relation.
type nounEnding struct {
	letters  string
	simple   bool // behind a whole noun
	feminine bool // behind a noun in ة, which loses it
}

// nounEndings are tried shortest first, so that as much as can be stays:
// «المدنيين» is مدني and not مدينة.
var nounEndings = []nounEnding{
	{heh, true, false}, {alef, true, false}, {waw, true, false}, {yeh, true, true},
	{alef + teh, false, true}, {alef + teh, true, false},
	{yeh + noon, true, false}, {waw + noon, true, false}, {alef + noon, true, false},
	{yeh + heh, true, true}, {yeh + alef, true, true},
	{teh + yeh + noon, true, true}, {teh + alef + noon, true, true},
	{yeh + alef + teh, true, true}, {yeh + yeh + noon, true, true}, {yeh + waw + noon, true, true},
}

// innerEndings stand between a noun and a pronoun.
var innerEndings = []nounEnding{
	{alef, true, false}, {waw, true, false}, {yeh, true, true},
	{alef + teh, false, true}, {alef + teh, true, false},
}

var pastEndings = []string{teh + alef, waw + alef, noon + alef, teh + meem, teh, alef, noon, waw}

var presentEndings = []string{waw + noon, yeh + noon, alef + noon, waw + alef, noon, alef, waw}
