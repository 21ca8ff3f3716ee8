package eval

import (
	"fmt"
	"slices"
	"strings"
)

// said is one statement of an answer, ready to compare.
type said struct {
	doc, index int
	at         place
	words      []string
	speakers   []who
	nested     bool
	repeated   bool
}

// said reads the statements of a doc.
func (s *sheet) said(d int) []said {
	doc := s.record.Docs[d]
	list := make([]said, 0, len(doc.Statements))
	for i := range doc.Statements {
		statement := &doc.Statements[i]
		start := statement.Span().Start
		one := said{doc: d, index: i, at: s.at(d, start), nested: statement.Within >= 0, repeated: s.repeated(d, start)}
		for _, content := range statement.Content {
			one.words = append(one.words, fold(doc.Words(content))...)
		}
		for _, speaker := range statement.Speakers {
			one.speakers = append(one.speakers, s.people.party(d, doc, speaker))
		}
		list = append(list, one)
	}
	return list
}

// outermost leaves out the statements that are reported inside others.
func outermost(list []said) []said {
	return slices.DeleteFunc(list, func(one said) bool { return one.nested })
}

// Weights of a pairing: a required item outweighs any number of optional ones,
// and one more pair outweighs any closeness.
const (
	required  = 1
	extra     = 1e-3
	closeness = 1e-7
)

func weightOf(optional bool, close float64) float64 {
	if optional {
		return extra + closeness*close
	}
	return required + closeness*close
}

// scoreStatements pairs the outermost statements of each article.
func (s *sheet) scoreStatements() {
	s.found = make([]pairing, len(s.gold.Statements))
	for i := range s.found {
		s.found[i].doc = -1
	}
	var right, exact, gold, answers int
	for _, article := range s.gold.Articles {
		items := s.statementsOf(article.ID)
		var list []said
		if _, d := s.doc(article.ID); d >= 0 {
			list = outermost(s.said(d))
		}
		dropped := s.pairStatements(items, list)
		for _, i := range items {
			if s.gold.Statements[i].Optional {
				continue
			}
			gold++
			if s.found[i].none() {
				s.missStatement(i, list)
				continue
			}
			right++
			if s.exact(i) {
				exact++
			}
		}
		answers += s.countStatements(list, dropped)
	}
	s.report.Statements = measure(right, gold, answers)
	s.report.StatementsExact = measure(exact, gold, answers)
}

// statementsOf lists the gold statements of an article.
func (s *sheet) statementsOf(article string) []int {
	var items []int
	for i := range s.gold.Statements {
		if s.gold.Statements[i].Article == article {
			items = append(items, i)
		}
	}
	return items
}

// pairStatements sets found and returns which answers were paired with
// optional items.
func (s *sheet) pairStatements(items []int, list []said) (dropped map[int]bool) {
	dropped = map[int]bool{}
	bags := make([][]string, len(items))
	for n, i := range items {
		bags[n] = fold(strings.Join(s.gold.Statements[i].Content, " "))
	}
	pairs := assign(len(items), len(list), func(n, j int) float64 {
		item := &s.gold.Statements[items[n]]
		overlap := dice(bags[n], list[j].words)
		if list[j].repeated || overlap < found || !s.people.same(item.speakers(), list[j].speakers) {
			return 0
		}
		return weightOf(item.Optional, overlap)
	})
	for n, j := range pairs {
		if j < 0 {
			continue
		}
		s.found[items[n]] = pairing{doc: list[j].doc, index: list[j].index, words: list[j].words}
		if s.gold.Statements[items[n]].Optional {
			dropped[list[j].index] = true
		}
	}
	return dropped
}

// exact reports whether the answer to a found statement has its very words.
func (s *sheet) exact(i int) bool {
	want := fold(strings.Join(s.gold.Statements[i].Content, " "))
	if slices.Equal(want, s.found[i].words) {
		return true
	}
	item := &s.gold.Statements[i]
	s.miss(Miss{
		Score: exactKey, Article: item.Article, Line: item.Line, Gold: strings.Join(item.Content, " … "),
		Answer: s.content(s.found[i]), Why: "other words: " + difference(want, s.found[i].words),
	})
	return false
}

// content is the answer's content as written.
func (s *sheet) content(p pairing) string {
	doc := s.record.Docs[p.doc]
	var pieces []string
	for _, span := range doc.Statements[p.index].Content {
		pieces = append(pieces, doc.Words(span))
	}
	return strings.Join(pieces, " … ")
}

// difference lists the words that only one side has.
func difference(gold, answer []string) string {
	return "lacks [" + strings.Join(less(gold, answer), " ") + "], has [" + strings.Join(less(answer, gold), " ") + "] too many"
}

// less takes the words of b off the bag a.
func less(a, b []string) []string {
	count := map[string]int{}
	for _, word := range b {
		count[word]++
	}
	var rest []string
	for _, word := range a {
		if count[word]--; count[word] < 0 {
			rest = append(rest, word)
		}
	}
	return rest
}

// missStatement says what came nearest to a gold statement.
func (s *sheet) missStatement(i int, list []said) {
	item := &s.gold.Statements[i]
	m := Miss{
		Score: statementsKey, Article: item.Article, Line: item.Line,
		Gold: strings.Join(item.speakers(), " + ") + ": " + strings.Join(item.Content, " … "), Why: "no answer has half of the words",
	}
	bag, nearest := fold(strings.Join(item.Content, " ")), 0.5
	for _, one := range list {
		if overlap := dice(bag, one.words); overlap >= nearest && !one.repeated {
			nearest = overlap
			m.Answer = s.show(one)
			m.Why = fmt.Sprintf("overlap %.2f", overlap)
			if !s.people.same(item.speakers(), one.speakers) {
				m.Why += ", another speaker"
			}
		}
	}
	s.miss(m)
}

func (s *sheet) show(one said) string {
	return shownWho(one.speakers) + ": " + s.content(pairing{doc: one.doc, index: one.index})
}

// countStatements counts the answers that cost: all but those paired with
// optional items and those on optional lines paired with nothing.
func (s *sheet) countStatements(list []said, dropped map[int]bool) int {
	paired := map[int]bool{}
	for i, p := range s.found {
		if !p.none() && len(list) > 0 && p.doc == list[0].doc && !s.gold.Statements[i].Optional {
			paired[p.index] = true
		}
	}
	n := 0
	for _, one := range list {
		switch {
		case dropped[one.index]:
		case paired[one.index]:
			n++
		case s.optional[one.at] && !one.repeated:
		default:
			n++
			s.wrongStatement(one)
		}
	}
	return n
}

func (s *sheet) wrongStatement(one said) {
	doc := s.record.Docs[one.doc]
	statement := &doc.Statements[one.index]
	why := "no gold statement with these words and this speaker"
	if one.repeated {
		why = "on a repeated line"
	}
	s.miss(Miss{
		Score: statementsKey, Wrong: true, Article: one.at.article, Line: one.at.line, Answer: s.show(one),
		Why: why + "; cue «" + doc.Words(statement.Cue) + "», by " + statement.By,
	})
}
