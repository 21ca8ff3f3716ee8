package commitments

import (
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

// asks reports whether the words at trigger ask anything of anyone, and gives
// the parties of c their parts: who is named as the object of the asking is
// asked. It reports false for a noun that is spelled like the verb, a prayer, a
// cause that "calls for" something, and where nobody known asks.
func (f *finder) asks(c *isnad.Commitment, trigger isnad.Span) bool {
	if f.lang == isnad.English {
		return true
	}
	t := f.token(trigger.Start)
	if t < 0 {
		return true
	}
	if f.noun(t) || f.prayer(t) || f.cause(t) || f.holds(t) {
		return false
	}
	f.turn(c, t)
	return resolved(c.By)
}

// noun reports whether the Arabic word at token t is no verb of asking but the
// noun spelled like it: «طالب دكتوراه», «على طلب مصر».
func (f *finder) noun(t int) bool {
	key := f.bareKey(t)
	switch {
	case f.lex.has(key, "student"):
		return f.student(t)
	case f.lex.has(key, "wish"):
		return f.wish(t)
	}
	return false
}

// student reports whether what is studied stands behind token t, or nothing that
// could be demanded does.
func (f *finder) student(t int) bool {
	studied := func(i int) bool {
		key := f.p.Tokens[i].Key
		for _, prefix := range [...]string{"", alef + lam, lam + lam, beh, beh + alef + lam, alef + lam + beh} {
			if rest, ok := strings.CutPrefix(key, prefix); ok && f.lex.has(rest, "study") {
				return true
			}
		}
		return false
	}
	next := t + 1
	if next < len(f.p.Tokens) && f.lex.at(f.p, next, "in") > 0 {
		next++
	}
	if next < len(f.p.Tokens) && studied(next) {
		return true
	}
	for i := t + 1; i < len(f.p.Tokens) && f.sameSentence(f.p.Tokens[t].Start, f.p.Tokens[i].Start); i++ {
		if strings.HasPrefix(f.p.Tokens[i].Key, beh) || f.lex.at(f.p, i, "that") > 0 {
			return false
		}
	}
	return true
}

// wish reports whether the word at token t stands where only a noun can: behind
// a preposition, or behind a noun that is annexed to it («نمو طلب الإسمنت»).
func (f *finder) wish(t int) bool {
	if f.p.Tokens[t].Key != f.bareKey(t) || t == 0 {
		return false // «وطلب»
	}
	before := f.p.Tokens[t-1]
	if before.Kind != lang.Word || !f.sameSentence(before.Start, f.p.Tokens[t].Start) {
		return false
	}
	if f.lex.at(f.p, t-1, "governs") > 0 || f.lex.at(f.p, t-1, "on") > 0 || f.lex.at(f.p, t-1, "in") > 0 {
		return true
	}
	return !f.covered(before.Start) && !strings.HasPrefix(before.Key, alef+lam) && f.lex.at(f.p, t-1, "opens") == 0 && len(before.Key) >= 6 && !f.joinsClause(t-1)
}

// joinsClause reports whether token i is one of the small words behind which a
// verb stands.
func (f *finder) joinsClause(i int) bool {
	return f.lex.at(f.p, i, "that") > 0 || f.lex.at(f.p, i, "thathe") > 0
}

// covered reports whether byte at lies in a name, an office or a date.
func (f *finder) covered(at int) bool {
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		if m.Span.Start <= at && at < m.Span.End || slices.ContainsFunc(m.Roles, func(r isnad.Role) bool { return r.Span.Start <= at && at < r.Span.End }) {
			return true
		}
	}
	return slices.ContainsFunc(f.doc.Dates, func(d isnad.Date) bool { return d.Span.Start <= at && at < d.Span.End })
}

// prayerReach is how many words behind a verb of asking God is named, or a
// blessing, where the asking is a prayer.
const prayerReach = 6

// prayer reports whether God is asked at token t: «داعيا المولى أن يوفق», or
// someone is blessed: «ودعا له بالشفاء». God's name in the name of a person
// tells nothing.
func (f *finder) prayer(t int) bool {
	for i := t + 1; i < min(len(f.p.Tokens), t+1+prayerReach) && f.sameSentence(f.p.Tokens[t].Start, f.p.Tokens[i].Start); i++ {
		if f.lex.at(f.p, i, "to") > 0 || f.lex.at(f.p, i, "that") > 0 {
			return false
		}
		if f.lex.at(f.p, i, "blessing") > 0 || f.lex.at(f.p, i, "god") > 0 && !f.inLongerName(i) {
			return true
		}
	}
	return false
}

// inLongerName reports whether the word at token i is only a part of a name.
func (f *finder) inLongerName(i int) bool {
	at := isnad.Span{Start: f.p.Tokens[i].Start, End: f.p.Tokens[i].End}
	return slices.ContainsFunc(f.doc.Mentions, func(m isnad.Mention) bool { return m.Span.Contains(at) && m.Span.Start < at.Start })
}

// cause reports whether a thing "calls for" what stands behind token t: «مما دعا
// الشركة إلى الإغلاق», «الأسباب التي دعت».
func (f *finder) cause(t int) bool {
	if !f.lex.has(f.bareKey(t), "calls") || t == 0 {
		return false
	}
	if f.lex.at(f.p, t-1, "what") > 0 {
		return true
	}
	return t > 1 && f.lex.at(f.p, t-1, "which") > 0 && f.lex.at(f.p, t-2, "reason") > 0
}

// holds reports whether the verb at token t only holds that something is so («يصر
// على أنه سعيد»), or asks that a name be kept.
func (f *finder) holds(t int) bool {
	if f.lex.has(f.bareKey(t), "insist") && t+2 < len(f.p.Tokens) && f.lex.at(f.p, t+1, "on") > 0 && f.lex.at(f.p, t+2, "thathe") > 0 {
		return true
	}
	return t+1 < len(f.p.Tokens) && f.lex.at(f.p, t+1, "anonymity") > 0
}

// turn takes from c.By whom the words behind token t ask: the name behind a
// participle («مطالبا الهيئة») or behind «من», and that behind a masculine verb
// with which it does not agree («دعا أمس الحكومة»). Who spoke before asks then.
func (f *finder) turn(c *isnad.Commitment, t int) {
	var by, asked []isnad.Party
	for _, p := range c.By {
		if p.Span.Empty() {
			p.Span = f.nameBehind(p, t)
		}
		if p.Span.Start >= f.p.Tokens[t].End && f.sameSentence(p.Span.Start, f.p.Tokens[t].Start) && (len(asked) > 0 || f.isAsked(t, p.Span)) {
			asked = append(asked, p)
		} else {
			by = append(by, p)
		}
	}
	if len(asked) == 0 {
		return
	}
	if len(by) == 0 {
		by = f.namedBefore(t, asked)
	}
	if len(by) == 0 {
		by = f.spokeBefore(t, asked)
	}
	c.By, c.To = by, merge(asked, c.To)
}

// nameBehind is where party p is named next to token t, behind it; empty if it is not.
func (f *finder) nameBehind(p isnad.Party, t int) isnad.Span {
	for i := range f.doc.Mentions {
		if m := &f.doc.Mentions[i]; p.Entity >= 0 && m.Entity == p.Entity && m.Span.Start >= f.p.Tokens[t].End && f.nextTo(t, f.from(m.Span.Start)) {
			return m.Span
		}
	}
	return isnad.Span{}
}

func (f *finder) isAsked(t int, name isnad.Span) bool {
	first := f.from(name.Start)
	if first > t+1 && f.lex.at(f.p, first-1, "from") > 0 {
		return true
	}
	key := f.bareKey(t)
	if f.lex.has(key, "participle") {
		return f.nextTo(t, first)
	}
	if !f.lex.has(key, "he") && !f.lex.has(key, "she") || !f.nextTo(t, first) {
		return false
	}
	if f.fronted(t) || f.namedFirst(t) {
		return true
	}
	if f.lex.has(key, "she") || f.isPerson(name) {
		return false
	}
	word := f.text[f.p.Tokens[first].Start:f.p.Tokens[first].End]
	return strings.HasSuffix(word, tehMarbuta) && (first == t+1 || strings.HasPrefix(f.p.Tokens[first].Key, alef+lam))
}

// frontedReach is how many words may stand before a verb as its subject.
const frontedReach = 4

// fronted reports whether the sentence begins with a noun that no mention holds
// and that is the subject of the verb at token t: «القوى النقابية تطالب فلانا».
func (f *finder) fronted(t int) bool {
	first := t
	for first > 0 && f.sameSentence(f.p.Tokens[first-1].Start, f.p.Tokens[t].Start) {
		first--
	}
	if first == t || t-first > frontedReach || !strings.HasPrefix(f.p.Tokens[first].Key, alef+lam) {
		return false
	}
	for i := first; i < t; i++ {
		if f.p.Tokens[i].Kind != lang.Word || !strings.HasPrefix(f.p.Tokens[i].Key, alef+lam) || f.covered(f.p.Tokens[i].Start) {
			return false
		}
	}
	return true
}

// nextTo reports whether nothing but dates stands between tokens t and u.
func (f *finder) nextTo(t, u int) bool {
	for i := t + 1; i < u; i++ {
		at := f.p.Tokens[i].Start
		if !slices.ContainsFunc(f.doc.Dates, func(d isnad.Date) bool { return d.Span.Start <= at && at < d.Span.End }) && f.p.Tokens[i].Kind == lang.Word {
			return false
		}
	}
	return true
}

func (f *finder) isPerson(name isnad.Span) bool {
	return slices.ContainsFunc(f.doc.Mentions, func(m isnad.Mention) bool { return m.Span.Overlaps(name) && m.Kind == isnad.Person })
}

// namedFirst reports whether the sentence begins with a name, or an office, and the
// verb at token t stands right behind the name: «نادر يدعو الحزب إلى …».
func (f *finder) namedFirst(t int) bool {
	for i := range f.doc.Mentions {
		m := &f.doc.Mentions[i]
		if t == 0 || m.Kind == isnad.Place || m.Span.End != f.p.Tokens[t-1].End {
			continue
		}
		start := m.Span.Start
		for _, role := range m.Roles {
			start = min(start, role.Span.Start)
		}
		first := f.from(start)
		return first == 0 || !f.sameSentence(f.p.Tokens[first-1].Start, start)
	}
	return false
}

// namedBefore is the person or body whose name ends right before token t, but for
// marks: «رئيس الحزب نادر، دعا أمس الحكومة».
func (f *finder) namedBefore(t int, asked []isnad.Party) []isnad.Party {
	for k := t - 1; k >= 0 && f.sameSentence(f.p.Tokens[k].Start, f.p.Tokens[t].Start); k-- {
		if f.p.Tokens[k].Kind != lang.Word {
			continue
		}
		for i := range f.doc.Mentions {
			m := &f.doc.Mentions[i]
			if m.Span.End == f.p.Tokens[k].End && m.Entity >= 0 && !holds(asked, isnad.Party{Entity: m.Entity}) && m.Kind != isnad.Place {
				return []isnad.Party{{Entity: m.Entity, Span: m.Span}}
			}
		}
		return nil
	}
	return nil
}

// spokeBefore are the speakers of the last statement before token t, in its
// sentence or the one before, that are not among those who are asked.
func (f *finder) spokeBefore(t int, asked []isnad.Party) []isnad.Party {
	at, found := f.p.Tokens[t].Start, []isnad.Party(nil)
	here := f.doc.SentenceAt(at)
	from, to := f.doc.StatementsNear(f.p.Span, f.longest)
	for i := from; i < to; i++ {
		s := &f.doc.Statements[i]
		cue := s.Cue
		if cue.Empty() {
			cue = s.Span()
		}
		if cue.Start < at && here-f.doc.SentenceAt(cue.Start) <= 1 && resolved(s.Speakers) && !slices.ContainsFunc(s.Speakers, func(p isnad.Party) bool { return holds(asked, p) }) {
			found = implied(s.Speakers)
		}
	}
	return found
}
