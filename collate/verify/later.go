package verify

import (
	"slices"

	"github.com/isnad-news/isnad"
)

const (
	// sameTold is what a later passage must hold of the words found, in their
	// order, to tell the same thing.
	sameTold = 0.7
	// mostFollowed is how many places are looked up in later reports.
	mostFollowed = 16
)

// later looks whether the outlets of the findings that the answer rests on gave
// another number later for what they say there: a new version, a correction, a
// later count. Such a finding says so, and the later place is a finding of its
// own.
func (v *verifier) later(verdict *isnad.Verdict) {
	if !verdict.Answer.Says() || !slices.ContainsFunc(v.words, func(w word) bool { return w.counted }) {
		return
	}
	var found []isnad.Finding
	followed := 0
	for i := range verdict.Findings {
		f := &verdict.Findings[i]
		if !f.Answer.Says() || followed == mostFollowed {
			continue
		}
		followed++
		for d := range v.record.Docs {
			if !v.isLater(f.Article, d) {
				continue
			}
			if one, ok := v.otherLater(f, d); ok {
				if !slices.Contains(f.Reasons, isnad.ByLater) {
					f.Reasons = append(f.Reasons, isnad.ByLater)
				}
				found = append(found, one)
			}
		}
	}
	for _, one := range found {
		at := slices.IndexFunc(verdict.Findings, func(f isnad.Finding) bool { return f.Article == one.Article && overlaps(f.Spans, one.Spans[0]) })
		switch {
		case at < 0:
			verdict.Findings = append(verdict.Findings, one)
		case verdict.Findings[at].Answer == isnad.SaidUnsure:
			verdict.Findings[at].Answer = isnad.SaidOtherwise
		}
	}
}

// isLater reports whether doc d is a report of the same outlet as doc of, and
// was published later.
func (v *verifier) isLater(of, d int) bool {
	before, after := v.record.Docs[of].Article, v.record.Docs[d].Article
	return before.Lang == after.Lang && before.Published.Known() && after.Published.Known() && after.Published.Time.After(before.Published.Time) &&
		v.outlet(before.Outlet.Name) == v.outlet(after.Outlet.Name)
}

// otherLater finds the passage of doc d that tells what a finding does with
// another number in place of one of the question's.
func (v *verifier) otherLater(f *isnad.Finding, d int) (isnad.Finding, bool) {
	var told []word
	for _, span := range f.Spans {
		told = append(told, v.within(f.Article, span)...)
	}
	if len(told) == 0 || len(told) > isnad.MaxQuestionWords {
		return isnad.Finding{}, false
	}
	for _, passage := range v.parts[d] {
		words := passage.words[:min(len(passage.words), longest)]
		if !resemble(told, words) {
			continue
		}
		a := align(told, words)
		if a.share >= sameTold && a.kept >= leastContent && v.otherCount(told, words, &a) {
			return v.place(d, words, &a), true
		}
	}
	return isnad.Finding{}, false
}

// resemble reports whether a passage has half of the words: else no alignment
// can hold enough.
func resemble(told, passage []word) bool {
	keys := make(map[string]bool, len(passage))
	for i := range passage {
		keys[passage[i].term] = true
	}
	n := 0
	for i := range told {
		if keys[told[i].term] {
			n++
		}
	}
	return 2*n >= len(told)
}

// otherCount reports whether another number stands where told has a number of
// the question.
func (v *verifier) otherCount(told, words []word, a *alignment) bool {
	return slices.ContainsFunc(a.steps, func(s step) bool {
		return s.asked >= 0 && s.found >= 0 && told[s.asked].counted && words[s.found].counted && told[s.asked].number != words[s.found].number &&
			slices.ContainsFunc(v.words, func(w word) bool { return w.counted && w.number == told[s.asked].number })
	})
}

// place is the finding of the words that an alignment ends in.
func (v *verifier) place(d int, words []word, a *alignment) isnad.Finding {
	first, last := a.stretch()
	span := words[first].span.Cover(words[last].span)
	f := isnad.Finding{
		Answer: isnad.SaidOtherwise, Article: d, Statement: -1, Spans: []isnad.Span{span}, Score: a.share,
		Reasons: []isnad.Reason{isnad.ByNumber}, Origin: v.record.Docs[d].Article.Outlet.Name,
	}
	for _, u := range v.said {
		if u.doc == d && u.index >= 0 && overlaps(u.statement.Content, span) {
			f.Statement, f.Speakers, f.Entry = u.index, u.speakers, v.entries[isnad.Source{Article: d, Statement: u.index}]
			v.origin(&f, u)
			return f
		}
	}
	f.Reasons = append(f.Reasons, isnad.ByReportAlone)
	return f
}
