package dates

import (
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/lang"
)

// scan is one pass over the passages of an article.
type scan struct {
	text     string
	clock    clock
	words    *lexicon
	passage  *reading.Passage
	tokens   []lang.Token
	marks    []mark
	scratch  []lang.Token
	out      []isnad.Date
	yearSeen int       // the civil year named last in the article
	seen     time.Time // the day that the last date came to; zero if it was none
	written  written
	last     expr // the expression found last in this passage
}

func (s *scan) readAll(r *reading.Reading) {
	for i := range r.Passages {
		s.read(&r.Passages[i])
	}
}

// read adds the dates of one passage.
func (s *scan) read(passage *reading.Passage) {
	s.passage, s.tokens = passage, passage.Tokens
	s.last = expr{next: -1}
	s.look()
	for i := 0; i < len(s.tokens); {
		e, ok := s.expression(i)
		if !ok {
			i = max(i+1, e.next)
			continue
		}
		s.add(e)
		s.last = e
		i = e.next
	}
}

func (s *scan) add(e expr) {
	span := isnad.Span{Start: e.from, End: e.to}
	if n := len(s.out); span.Empty() || n > 0 && span.Start < s.out[n-1].Span.End {
		return
	}
	s.written.note(s.clock, &e)
	d := s.resolve(e)
	d.Span, d.By = span, "dates/"+e.rule
	s.out = append(s.out, d)
	if len(d.Value) >= 4 {
		s.yearSeen = number(d.Value[:4])
	}
	s.seen, _ = time.Parse(time.DateOnly, d.Value)
}

// expr is a calendar expression that is read and not yet resolved.
type expr struct {
	first, next int // tokens, half-open
	from, to    int // bytes, half-open
	rule        string

	hasOffset  bool
	offset     int // days from publication
	hasWeekday bool
	weekday    int
	day, month int // 0 if not named
	year       int // 0 if not named
	hijri      bool
	unit       byte // of a period or a stretch counted back: d w m y; 0 if none
	shift      int  // units from publication
	yearShift  int  // years from publication, of a year that a day or month names so
	hasYear    bool // yearShift holds
	directed   bool
	direction  int  // of an adjective or demonstrative: -2 … 2
	sameYear   bool // of the year that the text named last
	commonYear bool // the month is lunar and the year is not
	either     bool // day and month of a numeric date may be either way round
}

// cover sets the bytes of e from its tokens.
func (s *scan) cover(e *expr) {
	e.from = int(s.marks[e.first].from)
	e.to = int(s.marks[e.next-1].to)
}

// expression reads the expression that begins at token i. If there is none,
// the result's next says where to go on, or is zero.
func (s *scan) expression(i int) (expr, bool) {
	m := &s.marks[i]
	digits := s.digits(i)
	if m.entry == nil && m.month == 0 && m.weekday < 0 && !digits && !s.numberWord(i) {
		return expr{}, false
	}
	e, ok := s.back(i)
	if !ok {
		e, ok = s.named(i)
	}
	if !ok && e.next <= i {
		e, ok = s.periods(i)
	}
	if !ok && e.next <= i {
		e, ok = s.bareYear(i)
	}
	if ok {
		e.first = i
		if e.to == 0 {
			s.cover(&e)
		}
	}
	return e, ok
}
