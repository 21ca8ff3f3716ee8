package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/learn"
)

// DatesTask is the task of reading dates.
const DatesTask = "dates"

// Resolver finds the dates of texts of one language, each with the day on which
// it came out, zero if unknown. The lists are in the order of the texts.
type Resolver func(ctx context.Context, texts []string, language isnad.Lang, published []time.Time) ([][]isnad.Date, error)

// DateTasks score a resolver on the cases of Recognizers-Text, which were made
// for assistants and not for reports: "I'll go back on 4/22", "two sundays from
// now". Cases that no program of that project supports are left out.
func DateTasks(resolve Resolver) []Task {
	var tasks []Task
	for _, set := range recognizerSets {
		tasks = append(tasks, Task{
			Name: DatesTask, Needs: []learn.Corpus{set.corpus},
			Run: func(ctx context.Context, d learn.Data, _ io.Writer) ([]learn.Score, error) {
				return set.score(ctx, d, resolve)
			},
		})
	}
	return tasks
}

// recognizerSet is one file of cases.
type recognizerSet struct {
	corpus   learn.Corpus
	language isnad.Lang
	measure  string
	fits     func(recognizerCase) bool
}

var recognizerSets = []recognizerSet{
	recognizers(isnad.Arabic, "DateParser", "days read", "b5ab8a0651fd405cc0ddb9d714ea153bc438d23a3442b05694727740db3921da"),
	recognizers(isnad.Arabic, "DateExtractor", "dates found", "41ea6bf51f650f1459f0e70250b25db01d7f3c4c00e3641b6a4f514f5ca2416a"),
	recognizers(isnad.Arabic, "DatePeriodParser", "weeks, months and years read", "f904616a80f4daff81a16250065a8540ac36a7539ba9139b04db93c5a1896c73"),
	recognizers(isnad.English, "DateParser", "days read", "fe9c4828e187eea81e868d03faf1896afabb792f435364f4e27c4a12e827f688"),
	recognizers(isnad.English, "DateExtractor", "dates found", "a44c18b106cbfcc824f4f262f2dd251b76d1576ab24e5cf03c476a8fcd465ef9"),
	recognizers(isnad.English, "DatePeriodParser", "weeks, months and years read", "b1e9e7eca3ced3e6a4d59fde66e78816bde9f145a2b4432e63c7c5ab1aca36b6"),
}

func recognizers(language isnad.Lang, file, measure, digest string) recognizerSet {
	set := recognizerSet{language: language, measure: measure, fits: recognizerCase.supported, corpus: learn.Corpus{
		Path:    "dates/recognizers-" + string(language) + "/" + file + ".json",
		SHA256:  digest,
		Origin:  "https://github.com/microsoft/Recognizers-Text (Specs/DateTime)",
		Licence: "MIT",
	}}
	if file == "DatePeriodParser" {
		set.fits = func(c recognizerCase) bool {
			return c.supported() && singlePeriod.MatchString(c.Results[0].Value.Timex)
		}
	}
	return set
}

// singlePeriod is a week, month or year: other periods are two dates here.
var singlePeriod = regexp.MustCompile(`^\d{4}(-\d\d|-W\d\d)?$`)

// recognizerCase is a case of a file; a "Value" is there in the files of
// parsers.
type recognizerCase struct {
	Input        string
	Context      struct{ ReferenceDateTime string }
	NotSupported string
	Results      []struct {
		Text  string
		Value struct {
			Timex            string
			FutureResolution map[string]string
			PastResolution   map[string]string
		}
	}
}

func (c recognizerCase) supported() bool { return c.NotSupported == "" && len(c.Results) > 0 }

func (c recognizerCase) published() time.Time {
	reference, _ := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime)
	return reference
}

// read reports whether dates hold what the case asks for: one of the two days
// that it admits or, without a day to count from, some date on its words.
func (c recognizerCase) read(dates []isnad.Date) bool {
	want := c.Results[0]
	at := strings.Index(strings.ToLower(c.Input), strings.ToLower(want.Text))
	for _, date := range dates {
		if c.published().IsZero() && at >= 0 && date.Span.Overlaps(isnad.Span{Start: at, End: at + len(want.Text)}) {
			return true
		}
		for _, value := range []string{want.Value.Timex, want.Value.FutureResolution["date"], want.Value.PastResolution["date"]} {
			if value != "" && date.Value == value {
				return true
			}
		}
	}
	return false
}

func (set recognizerSet) score(ctx context.Context, d learn.Data, resolve Resolver) ([]learn.Score, error) {
	raw, err := d.Read(set.corpus)
	if err != nil {
		return nil, err
	}
	var all []recognizerCase
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\uFEFF")), &all); err != nil {
		return nil, isnad.Errorf(isnad.Invalid, set.corpus.Path, "%w", err)
	}
	var cases []recognizerCase
	var texts []string
	var published []time.Time
	for _, one := range all {
		if set.fits(one) {
			cases, texts, published = append(cases, one), append(texts, one.Input), append(published, one.published())
		}
	}
	dates, err := resolve(ctx, texts, set.language, published)
	if err != nil {
		return nil, err
	}
	agreed := corpora.Agreement{Gold: len(cases)}
	for i, one := range cases {
		if one.read(dates[i]) {
			agreed.Right++
		}
	}
	name := map[isnad.Lang]string{isnad.Arabic: "Arabic", isnad.English: "English"}[set.language]
	return []learn.Score{{Task: DatesTask, Set: "Recognizers-Text, " + name, Measure: set.measure, Value: hundred * agreed.Recall()}}, nil
}
