package arabic

// Letters of the Arabic script, by their Unicode names in short.
const (
	hamza         = '\u0621' // ء
	alefMadda     = '\u0622' // آ
	alefHamza     = '\u0623' // أ
	wawHamza      = '\u0624' // ؤ
	alefHamzaLow  = '\u0625' // إ
	yehHamza      = '\u0626' // ئ
	alef          = '\u0627' // ا
	beh           = '\u0628' // ب
	tehMarbuta    = '\u0629' // ة
	teh           = '\u062A' // ت
	theh          = '\u062B' // ث
	jeem          = '\u062C' // ج
	hah           = '\u062D' // ح
	khah          = '\u062E' // خ
	dal           = '\u062F' // د
	thal          = '\u0630' // ذ
	reh           = '\u0631' // ر
	zain          = '\u0632' // ز
	seen          = '\u0633' // س
	ghain         = '\u063A' // غ
	tatweel       = '\u0640' // ـ
	feh           = '\u0641' // ف
	qaf           = '\u0642' // ق
	kaf           = '\u0643' // ك
	lam           = '\u0644' // ل
	meem          = '\u0645' // م
	noon          = '\u0646' // ن
	heh           = '\u0647' // ه
	waw           = '\u0648' // و
	alefMaksura   = '\u0649' // ى
	yeh           = '\u064A' // ي
	alefWasla     = '\u0671' // ٱ
	farsiYeh      = '\u06CC' // ی
	keheh         = '\u06A9' // ک
	yehWithTailV  = '\u06CD'
	kurdishYeh    = '\u06CE'
	yehBarree     = '\u06D2' // ے
	yehBarreeHmz  = '\u06D3'
	gaf           = '\u06AF' // گ
	peh           = '\u067E' // پ
	tcheh         = '\u0686' // چ
	jeh           = '\u0698' // ژ
	veh           = '\u06A4' // ڤ
	fehDotsBelow  = '\u06A5'
	qafThreeDots  = '\u06A8'
	ng            = '\u06AD' // ڭ
	tteh          = '\u0679'
	ddal          = '\u0688'
	rreh          = '\u0691'
	rehSmallV     = '\u0695'
	lamSmallV     = '\u06B5'
	noonGhunna    = '\u06BA'
	hehDoachashme = '\u06BE'
	hehYeh        = '\u06C0'
	hehGoal       = '\u06C1'
	hehGoalHamza  = '\u06C2'
	tehGoal       = '\u06C3'
	oeKurdish     = '\u06C6'
	uUyghur       = '\u06C7'
	yuUyghur      = '\u06C8'
	veUyghur      = '\u06CB'
	eYeh          = '\u06D0'
	ae            = '\u06D5'
)

// Marks and digits.
const (
	fathatan      = '\u064B' // first of the vowel marks
	markLast      = '\u065F' // last of the marks after the vowels
	hamzaAbove    = '\u0654'
	hamzaBelow    = '\u0655'
	superAlef     = '\u0670' // dagger alef
	koranFirst    = '\u06D6' // first of the Koranic signs
	koranLast     = '\u06ED'
	honorFirst    = '\u0610' // first of the honorific signs
	honorLast     = '\u061A'
	arabicZero    = '\u0660'
	arabicNine    = '\u0669'
	persianZero   = '\u06F0'
	persianNine   = '\u06F9'
	decimalSign   = '\u066B' // ٫
	thousandsSign = '\u066C' // ٬
	percentSign   = '\u066A' // ٪
	comma         = '\u060C' // ،
	semicolon     = '\u061B' // ؛
	question      = '\u061F' // ؟
	fullStop      = '\u06D4' // ۔
)

// Punctuation that is not Arabic's own.
const (
	ellipsis      = '\u2026'
	hyphen        = '\u2010'
	hyphenTight   = '\u2011'
	apostrophe    = '\u2019'
	modApostrophe = '\u02BC'
	noBreakSpace  = '\u00A0'
	bulletDot     = '\u2022'
	replacement   = '\uFFFD'
)

// isControl reports whether r is a hidden control of direction, joining or
// width, which stands for nothing on its own.
func isControl(r rune) bool {
	switch {
	case r == '\u00AD', r == '\u061C', r == '\uFEFF', r == '\u180E':
		return true
	case r >= '\u200B' && r <= '\u200F', r >= '\u202A' && r <= '\u202E':
		return true
	case r >= '\u2060' && r <= '\u206F':
		return true
	case r >= '\uFE00' && r <= '\uFE0F': // variation selectors
		return true
	}
	return false
}

// isArabicMark reports whether r is written above or below Arabic letters.
func isArabicMark(r rune) bool {
	switch {
	case r >= fathatan && r <= markLast, r == superAlef:
		return true
	case r >= honorFirst && r <= honorLast:
		return true
	case r >= koranFirst && r <= koranLast:
		return r != '\u06DD' && r != '\u06DE' && r != '\u06E9' // signs of their own
	case r >= '\u08CA' && r <= '\u08FF':
		return r != '\u08E2'
	}
	return false
}

// isMark reports whether r belongs to the letter before it.
func isMark(r rune) bool {
	return isArabicMark(r) || r >= '\u0300' && r <= '\u036F'
}
