package learn

import (
	"fmt"
	"io"

	"github.com/isnad-news/isnad/corpora"
	"github.com/isnad-news/isnad/lang/contrast"
)

// Pairs of Arabic headlines, of which the second was written to agree with the
// first, or not to.
var (
	StanceTrain = stances("train", "48efb4136ed9ba1958664b68be011c5b5f287262c99e5ed552ac7dbee1c1ae4a")
	StanceDev   = stances("dev", "66e3f4ce64312497d05d42c3435cddd92725e1f8246c90d9bf24e648fb027591")
)

func stances(part, digest string) Corpus {
	return Corpus{
		Path:    "stance/" + part + ".csv",
		SHA256:  digest,
		Origin:  "https://github.com/latynt/ans (data/stance/" + part + ".csv)",
		Licence: "Apache-2.0",
	}
}

// stanceModel is the recipe of the weights by which two texts disagree.
func stanceModel() Recipe {
	return Recipe{
		Name: "stance",
		Does: "Weighs what two short texts have and have not in common, to tell whether they disagree.",
		File: "lang/contrast/weights/weights.tsv",
		Date: "2026-11-22",
		Data: []Corpus{StanceTrain}, Measured: []Corpus{StanceDev},
		Licence: "Apache-2.0",
		Train: func(d Data, log io.Writer) ([]byte, error) {
			model, err := trainStance(d, log)
			if err != nil {
				return nil, err
			}
			return model.Bytes(), nil
		},
		Score:   scoreStance,
		Shipped: contrast.Shipped,
	}
}

// trainStance learns from the pairs that agree or disagree.
func trainStance(d Data, log io.Writer) (*contrast.Model, error) {
	list, err := d.Stances(StanceTrain)
	if err != nil {
		return nil, err
	}
	var examples []contrast.Example
	for _, one := range list {
		if one.Stance != "other" {
			examples = append(examples, contrast.Example{A: one.A, B: one.B, Disagree: one.Stance == "disagree"})
		}
	}
	fmt.Fprintf(log, "%d pairs that agree or disagree\n", len(examples))
	return contrast.Train(examples), nil
}

// scoreStance tells the pairs of the development part apart that agree and those
// that disagree, those labelled other left out: each by the likelier of the
// two, and how often "disagree" is right where the program says it.
func scoreStance(d Data, log io.Writer) ([]Score, error) {
	model, err := trainStance(d, log)
	if err != nil {
		return nil, err
	}
	list, err := d.Stances(StanceDev)
	if err != nil {
		return nil, err
	}
	var disagree, agree, said corpora.Agreement
	for _, one := range list {
		if one.Stance == "other" {
			continue
		}
		against := one.Stance == "disagree"
		count(&disagree, against, model.Disagree(one.A, one.B) >= .5)
		count(&agree, !against, model.Disagree(one.A, one.B) < .5)
		count(&said, against, model.Compare(one.A, one.B).Relation == contrast.Disagree)
	}
	score := func(measure string, value float64) Score {
		return Score{Task: "stance", Set: "ANS, development part, agree and disagree", Measure: measure, Value: 100 * value}
	}
	return []Score{
		score("accuracy", float64(disagree.Right+agree.Right)/float64(max(1, disagree.Gold+agree.Gold))),
		score("macro F1", (disagree.F1()+agree.F1())/2),
		score("F1 disagree", disagree.F1()), score("F1 agree", agree.F1()),
		score("disagree said: precision", said.Precision()), score("disagree said: recall", said.Recall()),
	}, nil
}

// count counts an answer of yes or no.
func count(a *corpora.Agreement, gold, answer bool) {
	if gold {
		a.Gold++
	}
	if answer {
		a.Answers++
	}
	if gold && answer {
		a.Right++
	}
}
