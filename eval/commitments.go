package eval

import (
	"fmt"
	"strings"

	"github.com/isnad-news/isnad"
)

// promise is a commitment of the record told in the gold's articles.
type promise struct {
	told
	entry *isnad.CommitmentEntry
}

func (s *sheet) promises() []promise {
	var list []promise
	for i := range s.record.Commitments {
		entry := &s.record.Commitments[i]
		answer := promise{entry: entry, told: told{parties: s.parties(entry.By)}}
		what := ""
		for _, source := range entry.Sources {
			if source.Article < 0 || source.Article >= len(s.record.Docs) || source.Commitment >= len(s.record.Docs[source.Article].Commitments) {
				continue
			}
			doc := s.record.Docs[source.Article]
			span := doc.Commitments[source.Commitment].What
			answer.tell(s, source.Article, span.Start)
			if _, ok := s.articles[source.Article]; ok && what == "" {
				what = doc.Words(span)
			}
		}
		answer.shown = fmt.Sprintf("%s by %s, %s: «%s»", entry.Kind, strings.Join(answer.parties, "+"), entry.Status, what)
		if len(answer.places) > 0 || answer.repeated {
			list = append(list, answer)
		}
	}
	return list
}

// scoreCommitments pairs commitments of one kind, one set of parties bound,
// one status, with evidence on one of the gold's lines.
func (s *sheet) scoreCommitments() {
	list := s.promises()
	pairs := assign(len(s.gold.Commitments), len(list), func(i, j int) float64 {
		item := &s.gold.Commitments[i]
		if list[j].repeated || len(s.departs(&list[j], item)) > 0 {
			return 0
		}
		return weightOf(item.Optional, list[j].overlap(item.Evidence))
	})
	right, gold := 0, 0
	paired := map[int]bool{}
	for i, j := range pairs {
		if j >= 0 {
			paired[j] = true
		}
		if s.gold.Commitments[i].Optional {
			continue
		}
		gold++
		if j >= 0 {
			right++
		} else {
			s.missCommitment(&s.gold.Commitments[i], list)
		}
	}
	answers := right
	for j := range list {
		if paired[j] || s.spared(&list[j].told) {
			continue
		}
		answers++
		m := Miss{Score: commitmentsKey, Wrong: true, Answer: list[j].shown, Why: "no gold commitment is like it"}
		if list[j].repeated {
			m.Why = "on repeated lines alone"
		} else {
			m.Article, m.Line = list[j].places[0].article, list[j].places[0].line
		}
		s.miss(m)
	}
	s.report.Commitments = measure(right, gold, answers)
}

// departs lists in what an answer departs from a gold commitment.
func (s *sheet) departs(answer *promise, item *goldCommitment) []string {
	var list []string
	if string(answer.entry.Kind) != item.Kind {
		list = append(list, "kind")
	}
	if !s.needsOf(item).met(answer.parties) {
		list = append(list, "by")
	}
	if !accepted(item.Status, item.Hard, string(answer.entry.Status)) {
		list = append(list, "status")
	}
	if answer.overlap(item.Evidence) == 0 {
		list = append(list, "line")
	}
	return list
}

// needsOf reads who is bound. Who is not required of the event with the same
// ID is not required here either.
func (s *sheet) needsOf(item *goldCommitment) needs {
	optional, notes := item.ByOptional, []string{item.Hard}
	for i := range s.gold.Events {
		if event := &s.gold.Events[i]; event.ID == item.ID {
			optional = append(optional[:len(optional):len(optional)], event.ActorsOptional...)
			notes = append(notes, event.Hard)
		}
	}
	return newNeeds(item.By, optional, notes...)
}

func (s *sheet) missCommitment(item *goldCommitment, list []promise) {
	m := Miss{
		Score: commitmentsKey, Gold: fmt.Sprintf("%s: %s by %s, %s: %s", item.ID, item.Kind, strings.Join(item.By, "+"), item.Status, item.What),
		Why: "no answer on its lines",
	}
	if len(item.Evidence) > 0 {
		m.Article, m.Line = item.Evidence[0].Article, item.Evidence[0].Line
	}
	nearest := 0.0
	for j := range list {
		departs := s.departs(&list[j], item)
		near := 4 - float64(len(departs)) + list[j].overlap(item.Evidence)
		if list[j].overlap(item.Evidence) > 0 && near > nearest && !list[j].repeated {
			nearest = near
			m.Answer, m.Why = list[j].shown, "differs in "+strings.Join(departs, ", ")
			if len(departs) == 0 {
				m.Why = "its answer is paired with another item"
			}
		}
	}
	s.miss(m)
}
