package eval

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed" // the questions
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/learn"
)

// VerifyTask is the name of the task that asks who said what.
const VerifyTask = "verify"

//go:embed data/verify.jsonl
var verifyFile []byte

// VerifyDays are the days of a real news stream that questions are asked of.
var VerifyDays = []learn.Corpus{
	saudiNewsNet("2015-08-06", "b731d37ae21ae14bc43660ed6679bdabc7d036796989f5750a55d990b1881dc8"),
	saudiNewsNet("2015-08-07", "6ae3fbb6387038c0fa174c35a2d37dbb8b29f656a56866ca22ca50254809514f"),
	saudiNewsNet("2015-08-08", "880c650edd04155a888d8d6b81d873b2742ac91e08429acd9fcdd41d733d29af"),
}

// Ask answers a question from one collection.
type Ask func(ctx context.Context, question isnad.Question) (*isnad.Verdict, error)

// Collections are what questions are asked of.
type Collections struct {
	Demo, Seeds func(ctx context.Context) (Ask, error)                              // Seeds is nil where they are not
	Stream      func(ctx context.Context, days []learn.Corpus) (Ask, func(), error) // and what ends it
	Seed        func(name string) ([]byte, error)                                   // the bytes of a seed report
}

// verifyQuestion is a line of the file: a question and what a careful reader
// answers. Words of reports that may not be kept here are pointed at.
type verifyQuestion struct {
	ID         string          `json:"id"`
	Collection string          `json:"collection"` // demo, seeds, stream
	Lang       string          `json:"lang"`
	Half       string          `json:"half"` // tune, test
	Question   json.RawMessage `json:"question"`
	Speaker    string          `json:"speaker"`
	Class      isnad.Answer    `json:"class"`
	Also       []isnad.Answer  `json:"also"`   // answers that a careful reader could give too
	Single     *bool           `json:"single"` // all reports that carry it are one witness; nil if not known
}

// pointedWords are words of a report: code points of its content, and what was
// changed in them.
type pointedWords struct {
	Article struct {
		File   string `json:"file"`   // of a seed report
		Member string `json:"member"` // of the day's archive
		Record int    `json:"record"` // in it, from 0
	} `json:"article"`
	SHA256 string      `json:"sha256"` // of the content in UTF-8, of the file
	Start  int         `json:"start"`
	End    int         `json:"end"`
	Edits  [][2]string `json:"edits"` // each replaces every occurrence, in order
}

// VerifyTasks score how questions are answered. The collections that are not
// there are left out.
func VerifyTasks(c Collections) []Task {
	return []Task{
		{Name: VerifyTask, Run: func(ctx context.Context, _ learn.Data, _ io.Writer) ([]learn.Score, error) {
			ask, err := c.Demo(ctx)
			if err != nil {
				return nil, err
			}
			return c.score(ctx, "demo", ask, nil)
		}},
		{Name: VerifyTask, Run: func(ctx context.Context, _ learn.Data, log io.Writer) ([]learn.Score, error) {
			if c.Seeds == nil {
				fmt.Fprintln(log, "verify: no seed reports beside the data")
				return nil, nil
			}
			ask, err := c.Seeds(ctx)
			if err != nil {
				return nil, err
			}
			return c.score(ctx, "seeds", ask, nil)
		}},
		{Name: VerifyTask, Needs: VerifyDays, Slow: true, Run: func(ctx context.Context, d learn.Data, _ io.Writer) ([]learn.Score, error) {
			ask, end, err := c.Stream(ctx, VerifyDays)
			if err != nil {
				return nil, err
			}
			defer end()
			contents, err := Contents(d, VerifyDays)
			if err != nil {
				return nil, err
			}
			return c.score(ctx, "stream", ask, contents)
		}},
	}
}

// verifySets name what the collections are.
var verifySets = map[string]string{
	"demo": "questions on the demo", "seeds": "questions on two real reports", "stream": "questions on SaudiNewsNet, three days",
}

// VerifyAnswer is one question with what was answered.
type VerifyAnswer struct {
	ID, Half string
	Question isnad.Question
	Class    isnad.Answer
	Also     []isnad.Answer
	Single   *bool
	Verdict  *isnad.Verdict
}

// Right reports whether the answer is one that a careful reader gives.
func (a *VerifyAnswer) Right() bool { return a.right(a.Verdict.Answer) }

func (a *VerifyAnswer) right(answer isnad.Answer) bool {
	return answer == a.Class || slices.Contains(a.Also, answer)
}

// FalseVerbatim reports whether words were called verbatim that are not.
func (a *VerifyAnswer) FalseVerbatim() bool {
	return a.Verdict.Answer == isnad.SaidVerbatim && !a.right(isnad.SaidVerbatim)
}

// Answers asks the questions of one collection. contents are the texts that
// questions point into, by member and record.
func (c Collections) Answers(ctx context.Context, collection string, ask Ask, contents map[string][]string) ([]VerifyAnswer, error) {
	questions, err := verifyQuestions()
	if err != nil {
		return nil, err
	}
	var list []VerifyAnswer
	for _, one := range questions {
		if one.Collection != collection {
			continue
		}
		words, err := c.wordsOf(one, contents)
		if err != nil {
			return nil, err
		}
		question := isnad.Question{Words: words, Speaker: one.Speaker}
		verdict, err := ask(ctx, question)
		if err != nil {
			return nil, fmt.Errorf("ask %s: %w", one.ID, err)
		}
		list = append(list, VerifyAnswer{one.ID, one.Half, question, one.Class, one.Also, one.Single, verdict})
	}
	return list, nil
}

func (c Collections) score(ctx context.Context, collection string, ask Ask, contents map[string][]string) ([]learn.Score, error) {
	answers, err := c.Answers(ctx, collection, ask, contents)
	if err != nil {
		return nil, err
	}
	var scores []learn.Score
	for _, half := range []string{"test", "tune"} {
		scores = append(scores, scoreAnswers(verifySets[collection]+", "+half+" half", half, answers)...)
	}
	return scores, nil
}

// scoreAnswers counts one half.
func scoreAnswers(set, half string, answers []VerifyAnswer) []learn.Score {
	n, right, wrong, known, single := 0, 0, 0, 0, 0
	for i := range answers {
		a := &answers[i]
		if a.Half != half {
			continue
		}
		n++
		if a.Right() {
			right++
		}
		if a.FalseVerbatim() {
			wrong++
		}
		if a.Single != nil && a.Right() && a.Verdict.Answer != isnad.NotSaidHere {
			known++
			if *a.Single == a.Verdict.SingleChain {
				single++
			}
		}
	}
	if n == 0 {
		return nil
	}
	note := fmt.Sprintf("%d questions", n)
	scores := []learn.Score{
		{Task: VerifyTask, Set: set, Measure: "right class", Value: hundred * float64(right) / float64(n), Note: note},
		{Task: VerifyTask, Set: set, Measure: "verbatim that is not (count)", Value: float64(wrong), Note: note},
	}
	if known > 0 {
		scores = append(scores, learn.Score{Task: VerifyTask, Set: set, Measure: "one witness or more, told right", Value: hundred * float64(single) / float64(known), Note: fmt.Sprintf("%d answers", known)})
	}
	return scores
}

func verifyQuestions() ([]verifyQuestion, error) {
	var list []verifyQuestion
	lines := bufio.NewScanner(bytes.NewReader(verifyFile))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var one verifyQuestion
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, isnad.Errorf(isnad.Invalid, fmt.Sprintf("data/verify.jsonl:%d", n), "%w", err)
		}
		list = append(list, one)
	}
	return list, lines.Err()
}

// wordsOf are the words of a question, found in their report and edited where
// they are pointed at.
func (c Collections) wordsOf(one verifyQuestion, contents map[string][]string) (string, error) {
	var words string
	if json.Unmarshal(one.Question, &words) == nil {
		return words, nil
	}
	var at pointedWords
	if err := json.Unmarshal(one.Question, &at); err != nil {
		return "", isnad.Errorf(isnad.Invalid, one.ID, "%w", err)
	}
	text, err := c.content(&at, contents)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(text))
	runes := []rune(text)
	if hex.EncodeToString(sum[:]) != at.SHA256 || at.Start < 0 || at.End < at.Start || at.End > len(runes) {
		return "", isnad.Errorf(isnad.Conflict, one.ID, "the report is not the one that the question points into")
	}
	words = string(runes[at.Start:at.End])
	for _, edit := range at.Edits {
		if !strings.Contains(words, edit[0]) {
			return "", isnad.Errorf(isnad.Invalid, one.ID, "nothing to change")
		}
		words = strings.ReplaceAll(words, edit[0], edit[1])
	}
	return words, nil
}

func (c Collections) content(at *pointedWords, contents map[string][]string) (string, error) {
	if at.Article.File != "" {
		raw, err := c.Seed(at.Article.File)
		return string(raw), err
	}
	records := contents[at.Article.Member]
	if at.Article.Record < 0 || at.Article.Record >= len(records) {
		return "", isnad.Errorf(isnad.NotFound, at.Article.Member, "no record %d", at.Article.Record)
	}
	return records[at.Article.Record], nil
}

// Contents reads the contents of archives, by member.
func Contents(d learn.Data, days []learn.Corpus) (map[string][]string, error) {
	contents := map[string][]string{}
	for _, day := range days {
		raw, err := d.Read(day)
		if err != nil {
			return nil, err
		}
		archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return nil, isnad.Errorf(isnad.Invalid, day.Path, "%w", err)
		}
		for _, member := range archive.File {
			if contents[member.Name], err = membersContents(member); err != nil {
				return nil, isnad.Errorf(isnad.Invalid, day.Path+"/"+member.Name, "%w", err)
			}
		}
	}
	return contents, nil
}

func membersContents(member *zip.File) ([]string, error) {
	file, err := member.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	var records []struct {
		Content string `json:"content"`
	}
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\uFEFF")), &records); err != nil {
		return nil, err
	}
	contents := make([]string, len(records))
	for i := range records {
		contents[i] = records[i].Content
	}
	return contents, nil
}
