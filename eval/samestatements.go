package eval

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// SameTask is the task of telling whether two reports carry one statement.
const SameTask = "same"

//go:embed data/same.tsv
var sameFile []byte

// SameDays are the three days of a real news stream whose statements are
// labelled in data/same.tsv. They only measure: nothing that ships is trained
// on them.
var SameDays = []learn.Corpus{
	saudiNewsNet("2015-07-25", "62fb91f52d3b93dc8f89845e8c23e2650b1f8fe10e0c60378da8a2ad24b81911"),
	saudiNewsNet("2015-07-26", "53d360aa514cc6ca436899f7aeb5bb5f6ee2fc58a3ef40bad243b62c2c88cde2"),
	saudiNewsNet("2015-07-27", "b4fe93e9015451d4648146940f6e8e3bf643330ecbbc666b3ad430b995ddad0a"),
}

// Joiner is what the task on statements asks of the program.
type Joiner struct {
	Archives func(ctx context.Context, corpora []learn.Corpus) ([]*isnad.Doc, error) // the reports of archives, annotated
	Together func(docs []*isnad.Doc) *isnad.Record                                   // docs given to be one story
}

// SameTasks score whether the record puts two statements into one entry where
// their articles stand in one story.
func SameTasks(program Joiner) []Task {
	return []Task{{Name: SameTask, Needs: SameDays, Slow: true, Run: func(ctx context.Context, d learn.Data, log io.Writer) ([]learn.Score, error) {
		return program.score(ctx, d, log)
	}}}
}

const (
	testSame = "SaudiNewsNet, three days, test half of 300 labelled pairs"
	tuneSame = "the same, tuning half"
)

func (j Joiner) score(ctx context.Context, d learn.Data, log io.Writer) ([]learn.Score, error) {
	docs, err := j.Archives(ctx, SameDays)
	if err != nil {
		return nil, err
	}
	pairs, err := labelledPairs(d, docs)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(log, "%d reports, %d pairs of statements\n", len(docs), len(pairs))
	for i := range pairs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		pairs[i].judge(j.Together([]*isnad.Doc{pairs[i].sides[0].doc, pairs[i].sides[1].doc}))
	}
	weighWords(docs, pairs)
	overlap := bestOverlap(of(pairs, "tune"))
	var scores []learn.Score
	for _, half := range [][2]string{{"test", testSame}, {"tune", tuneSame}} {
		chosen := of(pairs, half[0])
		if len(chosen) == 0 {
			continue
		}
		for _, judge := range []struct {
			name string
			says func(*statementPair) bool
		}{
			{"", func(p *statementPair) bool { return p.joined }},
			{", same speaker alone", func(p *statementPair) bool { return p.speaker }},
			{", shared words alone", func(p *statementPair) bool { return p.overlap >= overlap }},
		} {
			agreed := agreement(chosen, judge.says)
			scores = append(scores, learn.Score{Task: SameTask, Set: half[1], Measure: "F1" + judge.name, Value: hundred * agreed.F1()})
			if judge.name == "" {
				scores = append(scores,
					learn.Score{Task: SameTask, Set: half[1], Measure: "precision", Value: hundred * agreed.Precision()},
					learn.Score{Task: SameTask, Set: half[1], Measure: "recall", Value: hundred * agreed.Recall()})
			}
		}
	}
	return scores, nil
}

// statementPair is a row of data/same.tsv and what is said of it.
type statementPair struct {
	half    string
	same    bool
	sides   [2]statementSide
	joined  bool    // one entry holds both
	speaker bool    // both have one speaker
	overlap float64 // share of the weight of the lighter one's words that both have
}

// statementSide is a labelled statement: the one of doc whose content covers
// most of the labelled words; -1 if none does.
type statementSide struct {
	doc       *isnad.Doc
	statement int
}

func of(pairs []statementPair, half string) []statementPair {
	return slices.DeleteFunc(slices.Clone(pairs), func(p statementPair) bool { return p.half != half })
}

func agreement(pairs []statementPair, says func(*statementPair) bool) corpora.Agreement {
	var a corpora.Agreement
	for i := range pairs {
		said := says(&pairs[i])
		if said {
			a.Answers++
		}
		if pairs[i].same {
			a.Gold++
		}
		if said && pairs[i].same {
			a.Right++
		}
	}
	return a
}

// judge notes what a record of both reports says of the pair.
func (p *statementPair) judge(record *isnad.Record) {
	var at [2]isnad.Source
	for i, side := range p.sides {
		at[i] = isnad.Source{Article: slices.Index(record.Docs, side.doc), Statement: side.statement, Event: -1}
	}
	if at[0].Statement < 0 || at[1].Statement < 0 {
		return
	}
	for i := range record.Entries {
		held := 0
		for _, source := range record.Entries[i].Sources {
			source.Why = ""
			if source == at[0] || source == at[1] {
				held++
			}
		}
		p.joined = p.joined || held == 2
	}
	p.speaker = oneSpeaker(record, at)
}

func oneSpeaker(record *isnad.Record, at [2]isnad.Source) bool {
	speakers := func(source isnad.Source) (list []string) {
		doc := record.Docs[source.Article]
		for _, party := range doc.Statements[source.Statement].Speakers {
			if party.Entity < 0 || record.Local[source.Article][party.Entity] < 0 {
				list = append(list, "unnamed "+party.Text)
				continue
			}
			list = append(list, strconv.Itoa(record.Local[source.Article][party.Entity]))
		}
		return list
	}
	others := speakers(at[1])
	return slices.ContainsFunc(speakers(at[0]), func(one string) bool { return slices.Contains(others, one) })
}

// sameLabels are the rows of data/same.tsv behind its head.
var sameLabels = sync.OnceValue(func() [][]string {
	rows, err := corpora.Rows("data/same.tsv", bytes.NewReader(sameFile), "#")
	if err != nil {
		panic(err) // embedded
	}
	return rows[1:]
})

// labelledPairs finds the labelled statements among docs.
func labelledPairs(d learn.Data, docs []*isnad.Doc) ([]statementPair, error) {
	contents, err := Contents(d, SameDays)
	if err != nil {
		return nil, err
	}
	at := make(map[string]*isnad.Doc, len(docs))
	for _, doc := range docs {
		at[filepath.Base(doc.Article.Source)] = doc
	}
	var pairs []statementPair
	for _, row := range sameLabels() {
		pair := statementPair{half: row[0], same: row[11] == "same"}
		for i := range pair.sides {
			cells := row[1+5*i:][:5] // member, record, sha256, start, end
			name := cells[0] + "#" + cells[1]
			record, _ := strconv.Atoi(cells[1])
			if records := contents[cells[0]]; record < 1 || record > len(records) {
				return nil, isnad.Errorf(isnad.NotFound, name, "a labelled report is not in the archives")
			}
			content, doc := []rune(contents[cells[0]][record-1]), at[name]
			if doc == nil || learn.Digest([]byte(string(content))) != cells[2] {
				return nil, isnad.Errorf(isnad.NotFound, name, "a labelled report is not in the archives")
			}
			from, wrong := strconv.Atoi(cells[3])
			to, alsoWrong := strconv.Atoi(cells[4])
			if wrong != nil || alsoWrong != nil || from < 0 || to < from || to > len(content) {
				return nil, isnad.Errorf(isnad.Invalid, name, "the labelled span lies outside of the report")
			}
			pair.sides[i] = statementSide{doc, statementAt(doc, string(content[from:to]))}
		}
		pairs = append(pairs, pair)
	}
	return pairs, nil
}

// statementAt is the statement of doc whose content covers most of the words;
// -1 if none has any of them. Reading changes white space and drops invisible
// marks, so these are not compared.
func statementAt(doc *isnad.Doc, words string) int {
	text, places := squeezed(doc.Article.Text)
	wanted, _ := squeezed(words)
	from := strings.Index(text, wanted)
	if from < 0 {
		return -1
	}
	span := isnad.Span{Start: places[from], End: places[from+len(wanted)-1] + 1}
	best, most := -1, 0
	for i := range doc.Statements {
		covered := 0
		for _, content := range doc.Statements[i].Content {
			covered += max(0, min(span.End, content.End)-max(span.Start, content.Start))
		}
		if covered > most {
			best, most = i, covered
		}
	}
	return best
}

// squeezed is a text without white space and invisible marks, and the place in
// the text of each of its bytes.
func squeezed(text string) (string, []int) {
	var b strings.Builder
	places := make([]int, 0, len(text))
	for i, r := range text {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		n, _ := b.WriteRune(r)
		for k := range n {
			places = append(places, i+k)
		}
	}
	return b.String(), places
}
