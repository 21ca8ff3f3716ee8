package eval

import "strings"

// scoreSpeakers counts, of the answers that have the words of a gold statement,
// those with the speaker of one that they have the words of.
func (s *sheet) scoreSpeakers() {
	right, all := 0, 0
	for _, article := range s.gold.Articles {
		_, d := s.doc(article.ID)
		if d < 0 {
			continue
		}
		items := s.statementsOf(article.ID)
		for _, one := range outermost(s.said(d)) {
			if one.repeated {
				continue
			}
			best, ok, counts := s.spoken(items, one)
			if !counts {
				continue
			}
			all++
			if ok {
				right++
				continue
			}
			item := &s.gold.Statements[best]
			s.miss(Miss{
				Score: speakersKey, Wrong: true, Article: article.ID, Line: one.at.line, Gold: strings.Join(item.speakers(), " + "),
				Answer: s.show(one), Why: "another speaker",
			})
		}
	}
	s.report.Speakers = proportion(right, all)
}

// spoken compares an answer with the gold statements that it has the words of:
// the nearest of them, whether one has its speaker, and whether one counts.
func (s *sheet) spoken(items []int, one said) (best int, right, counts bool) {
	nearest := 0.0
	for _, i := range items {
		item := &s.gold.Statements[i]
		overlap := dice(fold(strings.Join(item.Content, " ")), one.words)
		if overlap < found {
			continue
		}
		if item.Optional {
			continue // what has only an optional one's words does not count
		}
		right = right || s.people.same(item.speakers(), one.speakers)
		if overlap > nearest {
			best, nearest, counts = i, overlap, true
		}
	}
	return best, right, counts
}
