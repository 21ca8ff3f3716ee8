package verify

import (
	"cmp"
	"slices"

	"github.com/isnad-news/isnad"
)

// strong is the score above which a statement of somebody else, in the words
// asked for, outweighs one of the same sense.
const strong = 0.75

// decide orders the findings and answers by the strongest.
func (v *verifier) decide(verdict *isnad.Verdict) {
	verdict.Findings = slices.DeleteFunc(verdict.Findings, func(f isnad.Finding) bool { return f.Answer == "" })
	answer := isnad.NotSaidHere
	best := map[isnad.Answer]float64{}
	for _, f := range verdict.Findings {
		best[f.Answer] = max(best[f.Answer], f.Score)
		if f.Answer == isnad.SaidByOther {
			best[f.Wording+"*"] = max(best[f.Wording+"*"], f.Score)
		}
	}
	has := func(a isnad.Answer) bool { return best[a] > 0 }
	otherwise := best[isnad.SaidOtherwise]
	switch {
	case has(isnad.SaidVerbatim):
		answer = isnad.SaidVerbatim
	case has(isnad.SaidChanged) && best[isnad.SaidChanged] >= otherwise:
		answer = isnad.SaidChanged
	case has(isnad.SaidInOtherWords) && best[isnad.SaidInOtherWords] >= max(otherwise, 0) && (best[isnad.SaidInOtherWords] >= strong || !has(isnad.SaidVerbatim+"*")):
		answer = isnad.SaidInOtherWords
	case otherwise > 0:
		answer = isnad.SaidOtherwise
	case has(isnad.SaidByOther):
		answer = isnad.SaidByOther
	case has(isnad.SaidInOtherWords):
		answer = isnad.SaidInOtherWords
	case has(isnad.SaidUnsure) && !has(isnad.NotSaidHere):
		answer = isnad.SaidUnsure
	}
	verdict.Answer = answer
	v.later(verdict)
	v.arrange(verdict)
	v.singled(verdict)
}

// arrange puts the findings that the answer rests on first.
func (v *verifier) arrange(verdict *isnad.Verdict) {
	docs := v.record.Docs
	rests := func(f *isnad.Finding) int {
		switch {
		case f.Answer == verdict.Answer:
			return 0
		case verdict.Answer.Says() && f.Answer.Says():
			return 0
		}
		return 1 + slices.Index(isnad.Answers(), f.Answer)
	}
	slices.SortStableFunc(verdict.Findings, func(a, b isnad.Finding) int {
		x, y := docs[a.Article].Article, docs[b.Article].Article
		return cmp.Or(
			cmp.Compare(rests(&a), rests(&b)),
			cmp.Compare(slices.Index(isnad.Answers(), a.Answer), slices.Index(isnad.Answers(), b.Answer)),
			cmp.Compare(slices.Index(isnad.Answers(), a.Wording), slices.Index(isnad.Answers(), b.Wording)),
			cmp.Compare(b.Score, a.Score),
			x.Published.Time.Compare(y.Published.Time),
			cmp.Compare(x.ID, y.ID),
			cmp.Compare(a.Spans[0].Start, b.Spans[0].Start),
		)
	})
	for i := range verdict.Findings {
		if rests(&verdict.Findings[i]) == 0 {
			verdict.Rests++
		}
	}
	if verdict.Rests > 0 && (verdict.Answer.Says() || verdict.Answer == isnad.SaidByOther) {
		verdict.Wording = verdict.Findings[0].Wording
	}
}

// singled counts the witnesses that the answer rests on, and says whether all
// chains end in one outlet or agency.
func (v *verifier) singled(verdict *isnad.Verdict) {
	seen, origins := map[int]bool{}, map[string]bool{}
	for _, f := range verdict.Findings[:verdict.Rests] {
		seen[v.witness[f.Article]] = true
		origins[v.outlet(f.Origin)] = true
		for _, source := range v.sources[f.Entry] { // the same statement, in words too far from the question's
			seen[v.witness[source.Article]] = true
			origins[v.outlet(v.originOf(source.Article, &v.record.Docs[source.Article].Statements[source.Statement]))] = true
		}
	}
	verdict.Witnesses = len(seen)
	if verdict.Answer != isnad.NotSaidHere && verdict.Rests > 0 && (len(origins) == 1 || len(seen) == 1) {
		verdict.SingleChain, verdict.Origin = true, verdict.Findings[0].Origin
	}
}
