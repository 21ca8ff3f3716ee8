package verify

import (
	"slices"

	"github.com/isnad-news/isnad"
)

// verifier holds one question against a collection.
type verifier struct {
	*Collection
	question isnad.Question
	words    []word // of the question
	latin    bool   // it is in Latin letters
	asked    []int  // entities that the speaker's name may mean
	speaker  []word // content words of the speaker's name

	meant   [][]meaning // per word of the question and form
	matches [][]match   // per utterance and word of the question
	weights []float64   // per word of the question
	carried []bool      // per word of the question
}

// What a statement must hold of the question, to be the same with changes: of
// the weight of the words, in their order.
const changedShare = 0.6

// leastContent is how many words that carry sense tell words from other words.
const leastContent = 3

// need is what a statement must hold of the question's sense: the score, or less
// of it where more words are met, or over two languages still less where they
// stand near one another.
type need struct {
	score, less float64
	words       int
	near        float64
	nearWords   int
	doubt       float64 // to be worth a doubt
}

// What it takes by the one who is asked for, in one language and over two, by
// anybody if nobody is asked for, and by somebody else. Over two languages much
// of a sentence has no counterpart that a list knows: half of 956 translated
// sentences score .51 with their translation by concepts, names and numbers, and
// of the sentences around it in the same report one in twenty scores .44.
var (
	needOwn       = need{0.62, 0.55, 5, 2, 0, 0.5}
	needOwnAcross = need{0.62, 0.5, 4, 0.42, 3, 0.5}
	needAny       = need{0.66, 0.6, 5, 0.5, 4, 0.56}
	needOther     = need{0.72, 0.72, 3, 0.45, 5, 1}
)

// met reports whether a statement holds enough.
func (n need) met(s *sense, across bool) bool {
	own := s.met.Words + s.met.Numbers
	return s.score >= n.score || s.score >= n.less && own >= n.words || across && s.compact && s.score >= n.near && own >= n.nearWords
}

// needOf is what a statement must hold to say the same.
func (v *verifier) needOf(u candidate) need {
	switch {
	case u.relation == other:
		return needOther
	case v.question.Speaker == "":
		return needAny
	case u.across:
		return needOwnAcross
	}
	return needOwn
}

func (v *verifier) verdict() *isnad.Verdict {
	verdict := &isnad.Verdict{Question: v.question, Asked: v.asked, Statements: len(v.said)}
	known := v.question.Speaker == "" || len(v.asked) > 0
	for k, u := range v.said {
		if v.across(u) {
			verdict.Across++
		}
		finding, relation := v.finding(k)
		known = known || finding != nil && relation != other
		if finding != nil && finding.Answer != "" {
			verdict.Findings = append(verdict.Findings, *finding)
		}
	}
	verdict.Unknown = !known
	for i := range v.words {
		if verdict.Across > 0 && v.words[i].content && !v.carried[i] {
			verdict.Uncarried = append(verdict.Uncarried, v.words[i].span)
		}
	}
	v.voices(verdict)
	v.decide(verdict)
	return verdict
}

// candidate is a statement that is held against the question.
type candidate struct {
	*utterance
	k        int
	relation relation
	across   bool
	finding  *isnad.Finding
}

// finding says what one statement answers; nil if nothing.
func (v *verifier) finding(k int) (*isnad.Finding, relation) {
	u := v.said[k]
	if !v.promising(k) || v.inner(u) {
		return nil, other
	}
	f := &isnad.Finding{Article: u.doc, Statement: u.index, Speakers: u.speakers}
	if u.index < 0 {
		f.Quoted = u.statement
	} else {
		f.Entry = v.entries[isnad.Source{Article: u.doc, Statement: u.index}]
	}
	c := candidate{u, k, v.relationOf(u), v.across(u), f}
	if c.relation == other && v.relays(u) {
		return nil, other
	}
	v.origin(f, u)
	if v.verbatim(c) || !c.across && v.changed(c) || v.sameSense(c) {
		return f, c.relation
	}
	return nil, c.relation
}

// verbatim looks for the very words. Of several places the strongest answers,
// of equals the first.
func (v *verifier) verbatim(u candidate) bool {
	best, reason := isnad.Answer(""), isnad.Reason("")
	for at := exact(v.words, u.words, 0); at >= 0; at = exact(v.words, u.words, at+1) {
		last := at + len(v.words) - 1
		if v.innerAt(u.utterance, at) {
			continue
		}
		answer, why := v.standing(u.utterance, at)
		if best == "" || slices.Index(isnad.Answers(), answer) < slices.Index(isnad.Answers(), best) {
			best, reason = answer, why
			u.finding.Spans, u.finding.Score = u.spansOf(at, last), 1
		}
	}
	if best == "" {
		return false
	}
	v.set(u, best, reason)
	return true
}

// standing is what the very words answer that stand from word at of an utterance
// on.
func (v *verifier) standing(u *utterance, at int) (isnad.Answer, isnad.Reason) {
	stands := before(u.words, at)
	switch {
	case u.refuses():
		return isnad.SaidOtherwise, isnad.ByDenial
	case stands == negated:
		return isnad.SaidOtherwise, isnad.ByNegation
	case u.statement.Polarity != isnad.Affirms:
		return isnad.SaidUnsure, isnad.ByNoClaim
	case stands == doubtful || v.deniedBefore(u, at, v.record.Docs[u.doc].Article.Text):
		return isnad.SaidUnsure, isnad.ByDoubt
	case !v.enough(u, at, at+len(v.words)-1):
		return isnad.SaidUnsure, isnad.ByFewWords
	}
	return isnad.SaidVerbatim, ""
}

// deniedBefore reports whether a word of denial stands in the content before
// the words, in their sentence.
func (v *verifier) deniedBefore(u *utterance, at int, text string) bool {
	for _, content := range u.statement.Content {
		if content.Contains(u.words[at].span) {
			return deniesIn(text[content.Start:u.words[at].span.Start], latinDoc(v.record.Docs[u.doc]))
		}
	}
	return false
}

// enough reports whether the words are enough to be told from others: three
// content words, or two that are all of a quotation.
func (v *verifier) enough(u *utterance, first, last int) bool {
	n := 0
	for i := range v.words {
		if v.words[i].matters() {
			n++
		}
	}
	whole := first == 0 && last == len(u.words)-1 && u.statement.Kind == isnad.Direct
	return n >= leastContent || n >= leastContent-1 && whole
}

// inner reports whether the very words stand in this statement, and only where
// statements inside it hold them: then they are the inner speakers'.
func (v *verifier) inner(u *utterance) bool {
	found := false
	for at := exact(v.words, u.words, 0); at >= 0; at = exact(v.words, u.words, at+1) {
		if found = true; !v.innerAt(u, at) {
			return false
		}
	}
	return found
}

// innerAt reports whether a statement inside this one holds the very words that
// stand from word at on.
func (v *verifier) innerAt(u *utterance, at int) bool {
	span := u.words[at].span.Cover(u.words[at+len(v.words)-1].span)
	doc := v.record.Docs[u.doc]
	for i := range doc.Statements {
		if inner := &doc.Statements[i]; u.index >= 0 && inner.Within == u.index &&
			slices.ContainsFunc(inner.Content, func(content isnad.Span) bool { return content.Contains(span) }) {
			return true
		}
	}
	return false
}

// relays reports whether a statement inside this one is by who is asked for: then
// that one answers.
func (v *verifier) relays(u *utterance) bool {
	return slices.ContainsFunc(v.said, func(inner *utterance) bool {
		return inner.doc == u.doc && inner.index >= 0 && inner.statement.Within == u.index && u.index >= 0 && v.relationOf(inner) == same
	})
}

// set gives a finding its answer after who speaks.
func (v *verifier) set(u candidate, answer isnad.Answer, reason isnad.Reason) {
	f := u.finding
	f.Answer, f.Wording, f.Reasons = answer, "", nil
	hearsay := u.relation != other && v.hearsay(u.utterance)
	switch {
	case answer.Says() && (u.relation == maybe || hearsay):
		f.Answer, f.Wording = isnad.SaidUnsure, answer
	case answer.Says() && u.relation == other:
		f.Answer, f.Wording = isnad.SaidByOther, answer
	case answer.Says():
		f.Wording = answer
	case u.relation == other, u.relation == maybe && answer == isnad.SaidOtherwise:
		f.Answer = ""
	}
	if reason != "" {
		f.Reasons = append(f.Reasons, reason)
	}
	if hearsay {
		f.Reasons = append(f.Reasons, isnad.ByHearsay)
	}
	if u.relation == speaksOf {
		f.Reasons = append(f.Reasons, isnad.ByOffice)
	}
	if u.statement.Implicit {
		f.Reasons = append(f.Reasons, isnad.ByImplicit)
	}
}

// changed aligns the words one by one.
func (v *verifier) changed(u candidate) bool {
	f := u.finding
	a := align(v.words, u.words)
	first, last := a.stretch()
	if first < 0 || a.share < changedShare || a.kept < 2 || a.kept < leastContent && a.share < 0.75 || a.loose > a.kept+2 {
		return false
	}
	f.Spans, f.Score = u.spansOf(first, last), a.share
	f.Changes = a.changes(v.words, u.words, v.question.Words)
	c := differencesOf(v.words, u.words, &a)
	if u.refuses() {
		c.turn(isnad.ByDenial)
	}
	switch {
	case c.any():
		v.set(u, isnad.SaidOtherwise, c.reason)
	case c.twice():
		v.set(u, isnad.SaidUnsure, isnad.ByTwoTurns)
	case c.cancels():
		v.set(u, isnad.SaidInOtherWords, isnad.ByTwoTurns)
	case u.statement.Polarity == isnad.Unsure:
		v.set(u, isnad.SaidUnsure, isnad.ByNoClaim)
	case c.doubt:
		v.set(u, isnad.SaidUnsure, isnad.ByDoubt)
	default:
		v.set(u, isnad.SaidChanged, "")
	}
	return true
}

// promising reports whether a statement meets enough words of the question for
// anything to come of it.
func (v *verifier) promising(k int) bool {
	total, met := 0, 0
	for i := range v.words {
		if !v.words[i].matters() {
			continue
		}
		total++
		if v.matches[k][i].part > 0 {
			met++
		}
	}
	return 10*met >= 3*total
}

// sameSense weighs what the statement says of the question's words.
func (v *verifier) sameSense(u candidate) bool {
	f, s, need := u.finding, v.senseOf(u.k), v.needOf(u)
	own := s.met.Words + s.met.Numbers
	if s.score < min(need.doubt, need.less, need.near) || own < 1 || own < 2 && s.met.Names < 2 || own+s.met.Names < leastContent {
		return false
	}
	f.Score, f.Met, f.Spans = s.score, s.met, u.statement.Content
	f.Met.Across = u.across
	enough := need.met(&s, u.across)
	differs := s.differs.any()
	switch {
	case u.relation == other && (!enough || differs || s.missed):
		return false
	case differs && enough:
		v.set(u, isnad.SaidOtherwise, s.differs.reason)
	case enough && s.differs.twice():
		v.set(u, isnad.SaidUnsure, isnad.ByTwoTurns)
	case enough && s.missed:
		v.set(u, isnad.SaidUnsure, isnad.ByNoNumber)
	case enough && u.statement.Polarity == isnad.Unsure:
		v.set(u, isnad.SaidUnsure, isnad.ByNoClaim)
	case enough:
		v.set(u, isnad.SaidInOtherWords, "")
	case s.score >= need.doubt:
		v.set(u, isnad.SaidUnsure, s.differs.reason)
	default:
		return false
	}
	return true
}

// voices adds the places where the very words stand in nobody's mouth.
func (v *verifier) voices(verdict *isnad.Verdict) {
	for d, doc := range v.record.Docs {
		for _, passage := range v.parts[d] {
			at := exact(v.words, passage.words, 0)
			if at < 0 {
				continue
			}
			span := passage.words[at].span.Cover(passage.words[at+len(v.words)-1].span)
			if slices.ContainsFunc(verdict.Findings, func(f isnad.Finding) bool { return f.Article == d && overlaps(f.Spans, span) }) {
				continue
			}
			verdict.Findings = append(verdict.Findings, isnad.Finding{
				Answer: isnad.NotSaidHere, Article: d, Statement: -1, Spans: []isnad.Span{span}, Score: 1,
				Reasons: []isnad.Reason{isnad.ByReportAlone}, Origin: doc.Article.Outlet.Name,
			})
		}
	}
}

func overlaps(spans []isnad.Span, span isnad.Span) bool {
	return slices.ContainsFunc(spans, func(s isnad.Span) bool { return s.Overlaps(span) })
}
