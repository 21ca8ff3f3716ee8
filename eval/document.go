package eval

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/learn"
)

// A document holds hand-written prose and, between two lines of marks, tables
// that are made of scores:
//
//	<!-- made by isnad eval: scores -->
//	<!-- made by isnad eval: end -->
//
// "scores" is the table of all tasks but [RecordTask]; "record" has the sets of
// that task side by side.
const (
	blockOpen  = "<!-- made by isnad eval: "
	blockClose = " -->"
	blockEnd   = blockOpen + "end" + blockClose
)

// RecordTask is the task that scores whole records against gold sets.
const RecordTask = "record"

// Fill puts scores into the blocks of a document. A score takes the place of
// the one that a block has for the same task, set and measure; new ones come
// behind those of their task, tasks in the order of their first score. What a
// block has of other tasks stays. All else in the document stays as it is.
//
//	Fill(Fill(doc, s), s) = Fill(doc, s)
func Fill(doc []byte, scores []learn.Score) ([]byte, error) {
	var out strings.Builder
	rest := string(doc)
	found := false
	for {
		at := strings.Index(rest, blockOpen)
		if at < 0 {
			out.WriteString(rest)
			break
		}
		found = true
		name, behind, ok := strings.Cut(rest[at+len(blockOpen):], blockClose+"\n")
		block := blocks[name]
		body, tail, closed := strings.Cut(behind, blockEnd)
		switch {
		case !ok || block.parse == nil:
			return nil, isnad.Errorf(isnad.Invalid, "", "no block is called %q", name)
		case !closed:
			return nil, isnad.Errorf(isnad.Invalid, "", "block %q has no end", name)
		}
		had, err := block.parse(body)
		if err != nil {
			return nil, isnad.Errorf(isnad.Invalid, "", "block %q: %w", name, err)
		}
		out.WriteString(rest[:at] + blockOpen + name + blockClose + "\n")
		out.WriteString(block.render(merge(had, scores, block.takes)) + blockEnd)
		rest = tail
	}
	if !found {
		return nil, isnad.Errorf(isnad.Invalid, "", "no line %sNAME%s", blockOpen, blockClose).WithHint("docs/quality.md shows how a document is marked")
	}
	return []byte(out.String()), nil
}

// InDocument returns the scores that the blocks of a document show, as they
// are rounded there.
func InDocument(doc []byte) ([]learn.Score, error) {
	var list []learn.Score
	rest := string(doc)
	for {
		_, behind, ok := strings.Cut(rest, blockOpen)
		if !ok {
			return list, nil
		}
		name, behind, _ := strings.Cut(behind, blockClose+"\n")
		body, tail, _ := strings.Cut(behind, blockEnd)
		block := blocks[name]
		if block.parse == nil {
			return nil, isnad.Errorf(isnad.Invalid, "", "no block is called %q", name)
		}
		scores, err := block.parse(body)
		if err != nil {
			return nil, isnad.Errorf(isnad.Invalid, "", "block %q: %w", name, err)
		}
		list, rest = append(list, scores...), tail
	}
}

// block is a kind of table in a document.
type block struct {
	takes  func(learn.Score) bool
	parse  func(string) ([]learn.Score, error)
	render func([]learn.Score) string
}

var blocks = map[string]block{
	"scores": {func(s learn.Score) bool { return s.Task != RecordTask }, parseScores, renderScores},
	"record": {func(s learn.Score) bool { return s.Task == RecordTask }, parseRecord, renderRecord},
}

// merge lays new scores over those that were there.
func merge(had, scores []learn.Score, takes func(learn.Score) bool) []learn.Score {
	list := slices.Clone(had)
	for _, score := range scores {
		if !takes(score) {
			continue
		}
		same := func(s learn.Score) bool {
			return s.Task == score.Task && s.Set == score.Set && s.Measure == score.Measure
		}
		if at := slices.IndexFunc(list, same); at >= 0 {
			list[at] = score
			continue
		}
		at := len(list)
		for i, one := range list {
			if one.Task == score.Task {
				at = i + 1
			}
		}
		list = slices.Insert(list, at, score)
	}
	return list
}

// rowOf reads the fields of a row of a table, or none if a line is no row.
func rowOf(line string) []string {
	line, opened := strings.CutPrefix(line, "| ")
	line, closed := strings.CutSuffix(line, " |")
	if !opened || !closed {
		return nil
	}
	fields := strings.Split(line, " | ")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	return fields
}

// rowsOf reads the rows of the first table of a block, its head first.
func rowsOf(body string) [][]string {
	var rows [][]string
	for line := range strings.Lines(body) {
		if row := rowOf(strings.TrimSuffix(line, "\n")); row != nil {
			rows = append(rows, row)
		}
	}
	return rows
}

func number(s string) (float64, error) {
	value, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil || math.IsNaN(value) || value < 0 || value > 1e12 {
		return 0, isnad.Errorf(isnad.Invalid, s, "is no score")
	}
	return value, nil
}
