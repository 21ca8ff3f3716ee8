// Package lang holds the types that the language libraries share. Packages
// arabic and english have one face over them: Fold, FoldMap, Tokens,
// Sentences, Quotes, CueAt, NumberAt, MonthAt, WeekdayAt, Splits, Stem.
//
// Nothing here or below imports anything else of this module: a Go developer
// can use these packages and nothing else. Offsets are bytes into the text
// that was passed in.
package lang

// Kind sorts tokens.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with marks and inner hyphens or apostrophes
	Digits             // a number in digits of any script, with inner separators: 1,500 ٣٫٥ 80%
	Mark               // one punctuation mark or symbol
	Quoter             // one quotation mark (two apostrophes or doubled brackets make one)
)

// Token is a stretch of text that the rules treat as one.
type Token struct {
	Start, End int
	Kind       Kind
	Latin      bool   // a Word in Latin letters
	Key        string // folded form: what lists are keyed by
}

// Range is a half-open range of bytes.
type Range struct{ Start, End int }

// Quote is a quotation, with or without its second mark. Start is before the
// opening mark and End behind the closing one; Inner is what stands between
// them, trimmed of white space. Quotes are ordered by Start, outer before
// inner.
type Quote struct {
	Start, End int
	Inner      Range
	Depth      int  // 0 for an outermost quotation
	Balanced   bool // both marks are there and face each other
}

// Split is one way to read a written word as proclitics, stem and enclitic.
// Offsets are bytes into the word.
type Split struct {
	Conj     string // folded conjunction: و ف, or ""
	Prep     string // folded preposition or particle: ب ل ك س, or ""
	Article  bool   // ال follows (also in لل)
	Stem     Range  // what is left, with the article
	Bare     Range  // what is left, without the article
	Enclitic string // folded pronoun: ه ها هم …, or ""
	Key      string // folded Stem
}

// Force says what a cue does with its content.
type Force string

// The forces.
const (
	Say      Force = "say"
	Announce Force = "announce"
	Stress   Force = "stress"
	Add      Force = "add"
	Describe Force = "describe" // takes an object that it calls something: «وصف», "called"
	Deny     Force = "deny"
	Refuse   Force = "refuse" // turns an act or a proposal down; with a claim as its object it denies
	Promise  Force = "promise"
	Threaten Force = "threaten"
	Warn     Force = "warn"
	Demand   Force = "demand"
	Propose  Force = "propose"
	Accuse   Force = "accuse"
	Expect   Force = "expect"
	Believe  Force = "believe"
	Ask      Force = "ask"
	Agree    Force = "agree"
	Praise   Force = "praise"
	Inform   Force = "inform" // takes an addressee as its object: «أبلغ», "told"
	Cite     Force = "cite"   // according to, «بحسب», «وفقا لـ»
)

// Form is the grammatical form in which a cue stands.
type Form uint8

// The forms.
const (
	Past       Form = iota
	Present         // also future: سيقول, "will say"
	Participle      // active participle in the accusative: قائلاً, "saying"
	Noun            // verbal noun with its subject as enclitic or genitive: في قوله, بوصفه
	Particle        // بحسب, وفقا لـ, "according to": what follows is the speaker
	Passive         // قيل, "was quoted as saying"
)

// Number of a cue's subject as far as its form tells.
type Number uint8

// The numbers.
const (
	AnyNumber Number = iota
	Singular
	Dual
	Plural
)

// Cue is a word that reports speech, found at a token.
type Cue struct {
	Lemma    string // dictionary form: «قال», "say"
	Force    Force
	Form     Form
	Feminine bool   // the form demands a feminine subject (ambiguous ones do not)
	Number   Number // singular forms precede plural subjects in Arabic, so Singular is no bar
	Conj     string // conjunction written with it
	Future   bool   // with س or سوف, "will"
	Enclitic string // pronoun written with it: وصفه, أبلغهم, قوله
	Tokens   int    // how many tokens it spans, with an adjacent preposition it governs («أشار إلى»): at least 1
	Prep     string // that preposition, or the one written into the next word («بـ»): "" if none
	// Governs lists the prepositions that it may govern, folded, also where other
	// words stand between («أعرب الوزير عن»).
	Governs []string
	// What its content may begin with. A cue with Clause takes إنّ/أنّ/that; with
	// Object takes a noun phrase as content («أكد ضرورة…»); with Quote a
	// quotation after a colon or none.
	Clause, Object, Quote bool
	// Weak cues («أضاف» of a sum, "added" to a list, "found") count only with a
	// clause or a quotation behind them.
	Weak bool
}

// Value is a number read from a text.
type Value struct {
	Number float64
	Tokens int  // how many tokens it spans
	Loose  bool // with نحو, حوالي, "about", "some"
}
