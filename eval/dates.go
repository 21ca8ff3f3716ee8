package eval

import (
	"github.com/isnad-news/isnad"
)

// scoreDates pairs the dated expressions of each article: same line,
// overlapping words, same value.
func (s *sheet) scoreDates() {
	right, gold, answers := 0, 0, 0
	for _, article := range s.gold.Articles {
		items := s.datesOf(article.ID)
		doc, d := s.doc(article.ID)
		var dates []isnad.Date
		if doc != nil {
			dates = doc.Dates
		}
		pairs := assign(len(items), len(dates), func(i, j int) float64 {
			if s.repeated(d, dates[j].Span.Start) || dates[j].Value != items[i].Value || !s.meetsDate(d, items[i], dates[j]) {
				return 0
			}
			return weightOf(items[i].Optional, 0)
		})
		paired := map[int]bool{}
		for i, j := range pairs {
			if j >= 0 {
				paired[j] = true
			}
			if items[i].Optional {
				continue
			}
			gold++
			if j >= 0 {
				right++
				answers++
			} else {
				s.missDate(d, items[i], dates)
			}
		}
		answers += s.wrongDates(d, dates, paired)
	}
	s.report.Dates = measure(right, gold, answers)
}

func (s *sheet) datesOf(article string) []*goldDate {
	var items []*goldDate
	for i := range s.gold.Dates {
		if s.gold.Dates[i].Article == article {
			items = append(items, &s.gold.Dates[i])
		}
	}
	return items
}

// meetsDate reports whether an answer shares words with a gold date on its
// line. Where the line does not hold the gold's words byte for byte, folded
// words are compared.
func (s *sheet) meetsDate(d int, item *goldDate, date isnad.Date) bool {
	if s.at(d, date.Span.Start).line != item.Line {
		return false
	}
	spans := s.lines[d].spans(item.Line, item.Text)
	for _, span := range spans {
		if span.Overlaps(date.Span) {
			return true
		}
	}
	return len(spans) == 0 && dice(fold(item.Text), fold(s.record.Docs[d].Words(date.Span))) > 0
}

func (s *sheet) missDate(d int, item *goldDate, dates []isnad.Date) {
	m := Miss{Score: datesKey, Article: item.Article, Line: item.Line, Gold: item.Text + " = " + item.Value, Why: "no answer there"}
	for _, date := range dates {
		if s.meetsDate(d, item, date) {
			m.Answer = s.record.Docs[d].Words(date.Span) + " = " + date.Value
			m.Why = "another value: " + date.Why
			if date.Value == item.Value {
				m.Why = "its answer is paired with another item, or repeated"
			}
		}
	}
	s.miss(m)
}

func (s *sheet) wrongDates(d int, dates []isnad.Date, paired map[int]bool) int {
	wrong := 0
	for j, date := range dates {
		if paired[j] {
			continue
		}
		wrong++
		at := s.at(d, date.Span.Start)
		why := "no gold date there, or with another value"
		if s.repeated(d, date.Span.Start) {
			why = "on a repeated line"
		}
		s.miss(Miss{
			Score: datesKey, Wrong: true, Article: at.article, Line: at.line,
			Answer: s.record.Docs[d].Words(date.Span) + " = " + date.Value, Why: why + "; by " + date.By + " " + date.Why,
		})
	}
	return wrong
}
