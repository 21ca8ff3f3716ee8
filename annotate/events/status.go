package events

import "github.com/isnad-news/isnad"

// status reads off the words before a verb what the text gives its event out as.
func (s *scanner) status(i int, h hit) isnad.EventStatus {
	status := isnad.Happened
	if h.future {
		status = isnad.Planned
	}
	for j := i - 1; j >= 0 && j > i-8 && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		if c.kind == dateChunk || c.kind == quoterChunk {
			continue
		}
		if c.kind != wordChunk {
			if s.lang == isnad.English || c.kind == party && !c.conj {
				break
			}
			break
		}
		switch {
		case c.is(notPast), c.is(negation) && !c.is(preposition):
			if outer, ok := s.opener(i); ok && outer == isnad.Hypothetical {
				return outer // "if X does not release"
			}
			return isnad.DidNotHappen
		case c.is(future):
			status = isnad.Planned
		case c.is(modal) && (h.tense == present) && status == isnad.Happened:
			status = isnad.Hypothetical
			if c.is(will) && s.cs[i].statement >= 0 {
				status = isnad.Planned
			}
		case c.is(must) && s.lang == isnad.English:
			return isnad.Demanded
		case c.is(auxiliary | skips | toWord | scheduled):
		default:
			return s.behindThat(i, j, h, status)
		}
	}
	return s.behindThat(i, i-1, h, status)
}

// behindThat settles the status by what opens the clause and by its tense.
func (s *scanner) behindThat(i, j int, h hit, status isnad.EventStatus) isnad.EventStatus {
	if outer, ok := s.opener(i); ok {
		return outer
	}
	if status != isnad.Happened {
		return status
	}
	if s.lang == isnad.English && s.englishPlanned(i) {
		return isnad.Planned
	}
	if h.tense == present && s.dateAhead(i) {
		return isnad.Planned
	}
	if h.tense == participle && i > 0 && s.cs[i-1].is(be) {
		return isnad.Ongoing
	}
	if s.lang != isnad.English && h.tense == present && !s.title && !s.afterAuxiliary(i) {
		switch {
		case hasCode(s.cs[i].hits, isnad.Consult) && h.number == 's':
			return isnad.Planned
		case h.entry != nil && goesOn(h.entry.kind):
			return isnad.Ongoing
		}
	}
	return status
}

// goesOn reports whether events of this type are deeds that the present tense
// tells of as under way; what is said or agreed in the present is done.
func goesOn(kind isnad.EventType) bool {
	switch kind {
	case isnad.Assault, isnad.Coerce, isnad.Mobilize, isnad.Protest, isnad.Aid, isnad.Cooperate:
		return true
	}
	return false
}

func hasCode(hits []hit, kind isnad.EventType) bool {
	for _, h := range hits {
		if h.entry != nil && h.entry.kind == kind {
			return true
		}
	}
	return false
}

func (s *scanner) afterAuxiliary(i int) bool {
	j := s.before(i)
	return j >= 0 && (s.cs[j].is(auxiliary) || s.cs[j].is(relative) || s.cs[j].kind == party && j > 0 && s.cs[j-1].is(auxiliary))
}

// opener reads the word that governs the clause of an Arabic verb behind «أن»,
// and conditions in either language.
func (s *scanner) opener(i int) (isnad.EventStatus, bool) {
	for j := i - 1; j >= 0 && s.cs[j].sentence == s.cs[i].sentence && j > i-14; j-- {
		c := &s.cs[j]
		if c.kind == stopChunk {
			return "", false
		}
		if c.is(condition) {
			return isnad.Hypothetical, true
		}
		if !c.is(that) || s.lang == isnad.English {
			continue
		}
		for k := j - 1; k >= 0 && k > j-4 && s.cs[k].sentence == c.sentence; k-- {
			switch o := &s.cs[k]; {
			case o.is(scheduled):
				return isnad.Planned, true
			case o.is(must):
				return isnad.Demanded, true
			case o.is(modal):
				return isnad.Hypothetical, true
			case s.role[k].governor == plans && s.role[k].verb:
				return isnad.Planned, true
			}
		}
		return "", false
	}
	return "", false
}

// englishPlanned reports whether "to" before the verb hangs on a word of
// planning: "is due to meet", "plans to visit", "is to meet".
func (s *scanner) englishPlanned(i int) bool {
	j := i - 1
	for ; j >= 0 && s.cs[j].kind == wordChunk && s.cs[j].is(skips) && !s.cs[j].is(toWord); j-- {
	}
	if j < 1 || !s.cs[j].is(toWord) {
		return s.verbHit(i).tense == participle && j >= 0 && s.cs[j].is(be) && s.dateAhead(i)
	}
	p := &s.cs[j-1]
	return p.is(scheduled|be) || s.role[j-1].governor == plans
}

// dateReach is how many chunks away the date of an event may stand.
const dateReach = 80

// dateAhead reports whether a date in the sentence lies behind publication.
func (s *scanner) dateAhead(i int) bool {
	published := s.doc.Article.Published
	if !published.Known() {
		return false
	}
	today := published.Time.Format("2006-01-02")
	for j := max(0, i-dateReach); j < min(len(s.cs), i+dateReach); j++ {
		c := &s.cs[j]
		if c.sentence != s.cs[i].sentence || c.date < 0 {
			continue
		}
		if value := s.doc.Dates[c.date].Value; len(value) == len(today) && value > today && value[5] != 'W' {
			return true
		}
	}
	return false
}

// unreal reports whether chunk i tells of nothing that the text asserts: it
// depends on an agreement, a demand, a hope, or a noun such as «فكرة», "plan".
func (s *scanner) unreal(i int, verb bool) bool {
	behindThat, occasion := false, false
	if !verb && s.cs[i].prepOfHits() == lam && !s.definite(i) && s.lightVerb(i) < 0 {
		return true // a purpose: «لإنهاء», «لزيارة»
	}
	if verb && i > 0 && s.cs[i-1].is(must) && s.role[i-1].entry != nil {
		return true // "X must withdraw": a demand of the speaker's
	}
	for j := i - 1; j >= 0 && s.cs[j].sentence == s.cs[i].sentence && j > i-24; j-- {
		j = s.overAsideBack(i, j)
		c := &s.cs[j]
		if c.kind == stopChunk || c.cue >= 0 && c.cue != s.cs[i].statement && c.statement == s.cs[i].statement {
			return false
		}
		if at := s.cs[i].statement; at >= 0 && c.statement != at && c.cue != at {
			if cue := s.doc.Statements[at].Cue; cue.Empty() || c.start < cue.Start {
				return false
			}
		}
		switch {
		case c.is(afterWord), c.is(duringWord) && !s.through(j):
			return false
		case j == i-1 && !verb && !s.definite(i) && (c.key == inArabic || c.key == "in"):
			occasion = true // «اتفقا في محادثة هاتفية»
		case c.is(breaks), c.is(relative):
			return false
		case c.is(that) && c.conj && s.cs[i].statement >= 0:
			return false // «دعاه …، وأن الجانبين اتفقا»: of the speaker's words again
		case c.is(that):
			behindThat = true
			continue
		case c.is(toWord) && verb && j == i-1 && !s.englishPlanned(i):
			return true
		case c.kind == wordChunk && c.is(irrealis) && !verb && i-j <= 4:
			return true
		}
		r := &s.role[j]
		if !r.verb && !r.noun {
			continue
		}
		depends := r.governor >= hopes || r.entry != nil && r.entry.has(complement)
		if depends && occasion && r.governor < hopes {
			return false
		}
		if depends && (!verb || behindThat || s.lang == isnad.English && (s.cs[i-1].is(toWord) || s.gerund(i, j))) {
			return r.governor != plans || !verb
		}
		if r.verb && verb {
			return false
		}
	}
	return false
}

// gerund reports whether the English verb at i is the object of the verb at j:
// "did not rule out calling on him".
func (s *scanner) gerund(i, j int) bool {
	if s.verbHit(i).tense != participle {
		return false
	}
	for k := j + 1; k < i; k++ {
		if s.cs[k].kind != wordChunk || s.cs[k].is(andWord|breaks) {
			return false
		}
	}
	return true
}

// through reports whether the word of time at j says by what means instead:
// «من خلال».
func (s *scanner) through(j int) bool { return j > 0 && s.cs[j-1].key == fromArabic }

const fromArabic = meem + nunLetter

// definite reports whether an event noun has the article.
func (s *scanner) definite(i int) bool {
	for _, h := range s.cs[i].hits {
		if h.definite {
			return true
		}
	}
	return false
}
