package isnad

import (
	"strings"
	"unicode/utf8"
)

// Bounds on a [Question].
const (
	MaxQuestionBytes = 4096 // of Words
	MaxQuestionWords = 200  // words and numbers of Words
	MaxSpeakerBytes  = 256
)

// Question asks whether somebody said something.
type Question struct {
	Words   string // what is said to have been said, in Arabic or English
	Speaker string // who is said to have said it, in any spelling and either script; empty for anybody
}

// Check returns an error of kind [Invalid] for a question without words or in a
// broken encoding, and of kind [TooLarge] for one that is longer than its
// bounds.
func (q Question) Check() error {
	switch {
	case len(q.Words) > MaxQuestionBytes:
		return Errorf(TooLarge, "question", "%d bytes, %d at most", len(q.Words), MaxQuestionBytes).WithHint("ask for one sentence at a time")
	case len(q.Speaker) > MaxSpeakerBytes:
		return Errorf(TooLarge, "speaker", "%d bytes, %d at most", len(q.Speaker), MaxSpeakerBytes).WithHint("give a name")
	case !utf8.ValidString(q.Words) || !utf8.ValidString(q.Speaker):
		return Errorf(Invalid, "question", "is not UTF-8")
	case strings.TrimSpace(q.Words) == "":
		return Errorf(Invalid, "question", "has no words").WithHint("put the words between quotation marks")
	}
	return nil
}

// Answer is what a collection says to a [Question].
type Answer string

// The answers.
const (
	// SaidVerbatim: the very words stand in what a report has the speaker say,
	// one behind the other, and neither denied nor negated. Vowel marks, tatweel,
	// the forms of alef and hamza, marks of punctuation and of quotation do not
	// count.
	SaidVerbatim Answer = "verbatim"
	// SaidChanged: the same with changes, which are shown word by word.
	SaidChanged Answer = "changed"
	// SaidInOtherWords: the same sense.
	SaidInOtherWords Answer = "paraphrase"
	// SaidByOther: said, but by somebody else.
	SaidByOther Answer = "other speaker"
	// SaidOtherwise: on the same subject the speaker says the opposite, denies it
	// or gives another number, weekday or month.
	SaidOtherwise Answer = "contradicted"
	// NotSaidHere: no report that the question was held against has anybody say
	// it. It never means that it was not said.
	NotSaidHere Answer = "not found"
	// SaidUnsure: something like it is said, and whether it is the same cannot be
	// told.
	SaidUnsure Answer = "unsure"
)

// Answers lists the answers, from the plainest yes to the plainest no.
func Answers() []Answer {
	return []Answer{SaidVerbatim, SaidChanged, SaidInOtherWords, SaidByOther, SaidOtherwise, SaidUnsure, NotSaidHere}
}

// Says reports whether the answer is one of the three wordings.
func (a Answer) Says() bool {
	return a == SaidVerbatim || a == SaidChanged || a == SaidInOtherWords
}

// Verdict is the answer of a collection to a question, with all places that it
// rests on. It is a pure function of the record and the question.
type Verdict struct {
	Question Question
	Answer   Answer
	// Wording says how the words were met where somebody said them: verbatim,
	// changed or paraphrase, also if Answer is SaidByOther; empty otherwise.
	Wording   Answer
	Asked     []int     // entities that the speaker's name may mean, ordered; indexes into Record.Entities
	Unknown   bool      // a speaker is asked for, and nobody whom the reports were read to have speak has that name
	Findings  []Finding // those that Answer rests on first, the best of them first
	Rests     int       // how many of Findings Answer rests on
	Witnesses int       // independent witnesses among these: copies count once
	// SingleChain says of an answer that it is known only by a chain that ends in
	// one outlet or agency, Origin, or by copies of one text.
	SingleChain bool
	Origin      string // its name; empty unless SingleChain
	Statements  int    // that the question was held against
	Beyond      int    // reports of the collection that it was not held against, as the words of others come nearer
	Across      int    // of these, how many in another language than the question
	Uncarried   []Span // words of the question that nothing carries into that language, in order; nil if Across is 0
}

// Finding is one place of a report that bears on a question.
type Finding struct {
	Answer    Answer // what the place says on its own
	Wording   Answer // as in Verdict
	Article   int    // index into Record.Docs
	Statement int    // index into that doc's Statements; -1 if it has none that holds the words
	// Quoted is a quotation that the doc has no statement of, as it was read for
	// the question; nil where there is a statement or the words stand in nobody's
	// mouth.
	Quoted   *Statement
	Speakers []int  // indexes into Record.Entities; empty for a speaker without entity
	Spans    []Span // the words that bear on the question, in order; never empty
	// Changes lead from these words to the question's, if the two were compared
	// word for word.
	Changes []WordChange
	Score   float64 // how much of the question's weight is met, 0 to 1
	Reasons []Reason
	Met     Met    // what was met, if not word for word
	Origin  string // the outlet or agency in which its chain ends
	Relayed bool   // Origin is neither the report's outlet nor whom it credits
	Entry   string // ID of the entry that holds the statement; empty if none
}

// Of is the statement of a record that holds the finding's words; nil where they
// stand in nobody's mouth.
func (f *Finding) Of(record *Record) *Statement {
	if f.Statement >= 0 {
		return &record.Docs[f.Article].Statements[f.Statement]
	}
	return f.Quoted
}

// Met counts the words of a question that a statement says in its own way.
type Met struct {
	Names, Numbers int
	Words          int  // forms of one word, and words of one concept
	Across         bool // over two languages
}

// Reason is a phrase that says why a place answers as it does.
type Reason string

// The reasons.
const (
	ByDenial      Reason = "denied"        // the speaker denies or refuses what stands there
	ByNegation    Reason = "negated there" // a negation turns the report's words round and not the question's
	ByAskedNot    Reason = "negated in the question"
	ByOpposite    Reason = "opposite word"
	ByNumber      Reason = "another number"
	ByDay         Reason = "another day"        // another weekday or month in the same place
	ByLater       Reason = "other number later" // a later report of the same outlet, or a later version, gives another number there
	ByTwoTurns    Reason = "turned round twice" // a denial of what the question says no to is the same; of a negation and an opposite, say, it cannot be told
	ByFewWords    Reason = "too few words"      // too few to tell them from other words
	ByNoClaim     Reason = "not claimed"        // the report does not say that the speaker holds it: «لم يستبعد»
	ByDoubt       Reason = "doubtful place"     // a negation or a denial stands further before the words
	ByImplicit    Reason = "speaker not named"  // in the sentence: taken from before it
	ByHearsay     Reason = "on another's word"  // known only because somebody else says so
	ByOffice      Reason = "speaks for"         // the speaker holds an office of the body or country that is asked for
	ByNoNumber    Reason = "number not met"     // a number of the question is not there
	ByReportAlone Reason = "in nobody's mouth"  // the words stand in the report and not in what it has anybody say
)

// ChangeKind says what became of a word.
type ChangeKind string

// The kinds of change, seen from the report's words to the question's.
const (
	WordKept     ChangeKind = "kept"
	WordDropped  ChangeKind = "dropped"  // the report has it, the question has not
	WordAdded    ChangeKind = "added"    // the question has it, the report has not
	WordReplaced ChangeKind = "replaced" // one stands for the other
)

// WordChange is one step of the way from a report's words to a question's.
type WordChange struct {
	Kind  ChangeKind
	Asked string // words of the question; empty if dropped
	Found Span   // words of the article; empty if added
}
