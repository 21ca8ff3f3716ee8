package annotate

import (
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
)

// Layer names one layer of a doc.
type Layer string

// The layers, in the order of the way of the data.
const (
	Dates       Layer = "dates"
	Mentions    Layer = "mentions"
	Statements  Layer = "statements"
	Events      Layer = "events"
	Commitments Layer = "commitments"
)

// Component fills layers of a doc from the layers before it.
type Component struct {
	Name  string
	Needs []Layer
	Makes []Layer
	Run   func(*reading.Reading, *isnad.Doc)
}

// Pipeline runs components in order.
type Pipeline struct{ components []Component }

// NewPipeline checks that each component finds the layers it needs and that no
// layer is made twice. It returns an error of kind [isnad.Invalid] otherwise.
func NewPipeline(components ...Component) (*Pipeline, error) {
	made := map[Layer]string{}
	for _, component := range components {
		for _, need := range component.Needs {
			if made[need] == "" {
				return nil, isnad.Errorf(isnad.Invalid, component.Name, "needs the layer %q, which nothing before it makes", need)
			}
		}
		for _, layer := range component.Makes {
			if made[layer] != "" {
				return nil, isnad.Errorf(isnad.Invalid, component.Name, "makes the layer %q again after %s", layer, made[layer])
			}
			made[layer] = component.Name
		}
	}
	return &Pipeline{components}, nil
}

// Doc reads the facts of an article. It never fails: what it does not
// understand it leaves out, and the doc's sentences say so.
func (p *Pipeline) Doc(article *isnad.Article) *isnad.Doc {
	r := reading.New(article)
	doc := &isnad.Doc{Article: article}
	for _, passage := range r.Passages {
		for _, sentence := range passage.Sentences {
			doc.Sentences = append(doc.Sentences, isnad.Sentence{
				Span: isnad.Span{Start: sentence.Start, End: sentence.End},
				Part: passage.Part, Voice: isnad.NotUnderstood,
			})
		}
	}
	for _, component := range p.components {
		component.Run(r, doc)
	}
	voices(doc)
	return doc
}

// voices settles on whose word each sentence stands: a statement that touches
// it makes it attributed; an event or commitment told outside any statement
// makes it the outlet's own; what nothing was taken from is not understood.
// A sentence of fewer than three words (a subheading's label) is the outlet's.
func voices(doc *isnad.Doc) {
	for i := range doc.Events {
		setVoice(doc, doc.Events[i].Trigger, isnad.OutletVoice)
	}
	for i := range doc.Commitments {
		setVoice(doc, doc.Commitments[i].What, isnad.OutletVoice)
	}
	for i := range doc.Statements {
		statement := &doc.Statements[i]
		setVoice(doc, statement.Cue, isnad.Attributed)
		for _, content := range statement.Content {
			setVoice(doc, content, isnad.Attributed)
		}
	}
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.Voice == isnad.NotUnderstood && len(strings.Fields(doc.Words(s.Span))) < 3 {
			s.Voice = isnad.OutletVoice
		}
	}
}

func setVoice(doc *isnad.Doc, span isnad.Span, voice isnad.Voice) {
	if span.Empty() {
		return
	}
	i := doc.SentenceAt(span.Start)
	if i < 0 {
		return
	}
	for ; i < len(doc.Sentences) && doc.Sentences[i].Span.Start < span.End; i++ {
		doc.Sentences[i].Voice = voice
	}
}
