package contract

import (
	"io"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// VerdictSchema names the contract of a verdict and its version.
const VerdictSchema = "isnad-verdict/1"

// Verdict is the answer to a question.
type Verdict struct {
	Schema      string       `json:"schema"`
	Offsets     string       `json:"offsets"`
	Question    Question     `json:"question"`
	Answer      isnad.Answer `json:"answer"`
	Wording     isnad.Answer `json:"wording"`
	Witnesses   int          `json:"witnesses"`
	SingleChain bool         `json:"single_chain"`
	Origin      string       `json:"origin"`
	Unknown     bool         `json:"unknown_speaker"`
	Held        Held         `json:"held_against"`
	Findings    []Finding    `json:"findings"`
	Entities    []Entity     `json:"entities"`
	Articles    []Article    `json:"articles"`
}

// Question is what was asked.
type Question struct {
	Words   string           `json:"words"`
	Speaker string           `json:"speaker"`
	Meant   []isnad.EntityID `json:"meant"`
}

// Held says what the question was held against.
type Held struct {
	Reports    int      `json:"reports"`
	Of         int      `json:"of"`
	Statements int      `json:"statements"`
	Across     int      `json:"across"`
	Uncarried  []Phrase `json:"uncarried"`
}

// Phrase is words of the question.
type Phrase struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// Finding is one place that bears on the question.
type Finding struct {
	Article  string           `json:"article"`
	Answer   isnad.Answer     `json:"answer"`
	Wording  isnad.Answer     `json:"wording"`
	Rests    bool             `json:"rests"`
	Score    float64          `json:"score"`
	Reasons  []isnad.Reason   `json:"reasons"`
	Words    []*Selector      `json:"words"`
	Changes  []Change         `json:"changes"`
	Met      Met              `json:"met"`
	Speakers []isnad.EntityID `json:"speakers"`
	Origin   string           `json:"origin"`
	Relayed  bool             `json:"relayed"`
	Entry    string           `json:"entry"`
	Source   *StatementSource `json:"source"`
}

// Change is one step from the report's words to the question's.
type Change struct {
	Kind  isnad.ChangeKind `json:"kind"`
	Asked string           `json:"asked"`
	Found *Selector        `json:"found"`
}

// Met counts what was met in another wording.
type Met struct {
	Names   int  `json:"names"`
	Numbers int  `json:"numbers"`
	Words   int  `json:"words"`
	Across  bool `json:"across"`
}

// WriteVerdict writes the answer to a question asked of record. The only error
// is the writer's.
func WriteVerdict(w io.Writer, record *isnad.Record, verdict *isnad.Verdict) error {
	return encode(w, NewVerdict(record, verdict))
}

// NewVerdict lays a verdict out after the contract, with the articles and
// entities that it speaks of.
func NewVerdict(record *isnad.Record, verdict *isnad.Verdict) *Verdict {
	b := newBuilder(record)
	out := &Verdict{
		Schema: VerdictSchema, Offsets: Offsets,
		Question: Question{verdict.Question.Words, verdict.Question.Speaker, b.entities(verdict.Asked)},
		Answer:   verdict.Answer, Wording: verdict.Wording, Witnesses: verdict.Witnesses,
		SingleChain: verdict.SingleChain, Origin: verdict.Origin, Unknown: verdict.Unknown,
		Held: Held{len(record.Docs), len(record.Docs) + verdict.Beyond, verdict.Statements, verdict.Across, list(len(verdict.Uncarried), func(i int) Phrase {
			return phrase(verdict.Question.Words, verdict.Uncarried[i])
		})},
		Findings: list(len(verdict.Findings), func(i int) Finding { return b.finding(&verdict.Findings[i], i < verdict.Rests) }),
	}
	articles, people := cited(verdict)
	out.Articles = list(len(articles), func(i int) Article { return b.article(articles[i]) })
	out.Entities = list(len(people), func(i int) Entity { return b.entity(people[i]) })
	return out
}

func phrase(text string, span isnad.Span) Phrase {
	return Phrase{utf8.RuneCountInString(text[:span.Start]), utf8.RuneCountInString(text[:span.End]), span.Of(text)}
}

// cited are the articles and entities of a verdict, each once, in the record's
// order.
func cited(verdict *isnad.Verdict) (articles, people []int) {
	people = slices.Clone(verdict.Asked)
	for i := range verdict.Findings {
		articles = append(articles, verdict.Findings[i].Article)
		people = append(people, verdict.Findings[i].Speakers...)
	}
	slices.Sort(articles)
	slices.Sort(people)
	return slices.Compact(articles), slices.Compact(people)
}

func (b *builder) finding(f *isnad.Finding, rests bool) Finding {
	at := b.points[f.Article]
	out := Finding{
		Article: at.article.ID, Answer: f.Answer, Wording: f.Wording, Rests: rests, Score: math.Round(f.Score*1000) / 1000,
		Reasons: list(len(f.Reasons), func(i int) isnad.Reason { return f.Reasons[i] }),
		Words:   list(len(f.Spans), func(i int) *Selector { return at.selector(f.Spans[i]) }),
		Changes: list(len(f.Changes), func(i int) Change {
			return Change{f.Changes[i].Kind, f.Changes[i].Asked, at.selector(f.Changes[i].Found)}
		}),
		Met: Met(f.Met), Speakers: b.entities(f.Speakers), Origin: f.Origin, Relayed: f.Relayed, Entry: f.Entry,
	}
	if statement := f.Of(b.record); statement != nil {
		source := b.told(f.Article, statement, "")
		out.Source = &source
	}
	return out
}
