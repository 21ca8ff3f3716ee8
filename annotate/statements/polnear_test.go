package statements_test

import (
	"flag"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/isnad-news/isnad"
)

// What the grammar reached on the sample, less a little.
const (
	floorRecall    = 0.82
	floorPrecision = 0.85
	floorSpeakers  = 0.96
)

var (
	misses = flag.Bool("misses", false, "log what the grammar missed and made up")
	every  = flag.Int("every", 9, "read every Nth article of PolNeAR")
	offset = flag.Int("offset", 0, "from this one on")
)

// TestPolNeAR scores the English grammar on PolNeAR (train and dev), news
// articles with source, cue and content marked by people. Recall is over the
// attributions whose cue holds a verb of saying, listed below: PolNeAR has a
// wider notion of content than docs/annotation.md.
func TestPolNeAR(t *testing.T) {
	var sum tally
	for _, article := range polnear(t) {
		sum.add(t, article)
	}
	recall, precision := ratio(sum.found, sum.gold), ratio(sum.right, sum.answers)
	speakers := ratio(sum.speakers, sum.sourced)
	t.Logf("%d articles: recall %.3f (%d of %d), precision %.3f (%d of %d; %d more with the cue of a gold), speakers %.3f (%d of %d; %d pronouns apart)",
		sum.articles, recall, sum.found, sum.gold, precision, sum.right, sum.answers, sum.cues, speakers, sum.speakers, sum.sourced, sum.pronouns)
	if recall < floorRecall || precision < floorPrecision || speakers < floorSpeakers {
		t.Errorf("below the floors %.2f, %.2f, %.2f", floorRecall, floorPrecision, floorSpeakers)
	}
}

func ratio(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

// tally counts over articles.
type tally struct {
	articles, gold, found, answers, right, cues int
	sourced, speakers, pronouns                 int
}

func (sum *tally) add(t *testing.T, article annotated) {
	doc := annotate(t, &isnad.Article{ID: "a1", Text: article.text, Lang: isnad.English, Parts: paragraphs(article.text)})
	sum.articles++
	of := make([][]int, len(article.attributions)) // answers of each gold
	owner := make([]int, len(doc.Statements))
	for i := range doc.Statements {
		owner[i] = -1
		if s := &doc.Statements[i]; s.Within < 0 {
			sum.answers++
			if owner[i] = ownerOf(article, s.Content); owner[i] >= 0 {
				of[owner[i]] = append(of[owner[i]], i)
			}
		}
	}
	covered := make([]bool, len(of))
	for g, gold := range article.attributions {
		covered[g] = overlap(article.text, contents(doc, of[g]), gold.content) >= 0.8
		if spoken(article.text, gold.cue) {
			sum.gold++
			if covered[g] {
				sum.found++
				sum.speaker(t, article, doc, gold, of[g])
			} else if *misses {
				t.Logf("MISSED %s\n\t%s | %s | %s\n\t  got %s", article.name, words(article.text, gold.source), words(article.text, gold.cue), words(article.text, gold.content), show(doc, gold))
			}
		}
	}
	for i := range doc.Statements {
		s := &doc.Statements[i]
		switch {
		case s.Within >= 0:
		case owner[i] >= 0 && covered[owner[i]]:
			sum.right++
		case cueOf(article, s.Cue) >= 0:
			sum.cues++
		case *misses:
			t.Logf("WRONG %s\n\t%s | %s | %s", article.name, speakerOf(doc, s), doc.Words(s.Cue), words(article.text, s.Content))
		}
	}
}

// speaker judges who is said to speak. A pronoun's referent is not marked in
// the corpus, so it counts apart.
func (sum *tally) speaker(t *testing.T, article annotated, doc *isnad.Doc, gold attribution, answers []int) {
	s := &doc.Statements[answers[0]]
	for _, i := range answers {
		if doc.Statements[i].Cue.Len() > 0 {
			s = &doc.Statements[i]
			break
		}
	}
	source := strings.ToLower(words(article.text, gold.source))
	if len(gold.source) == 0 || slices.Contains(strings.Fields("he she they it i we who you"), source) {
		sum.pronouns++
		return
	}
	sum.sourced++
	for _, speaker := range s.Speakers {
		if means(doc, speaker, gold.source, source) {
			sum.speakers++
			return
		}
	}
	if *misses {
		t.Logf("SPEAKER %s\n\t%s | %s | %s\n\t  got %s", article.name, words(article.text, gold.source), words(article.text, gold.cue), words(article.text, gold.content), speakerOf(doc, s))
	}
}

// means reports whether the speaker is the source: by its words, or by others
// for the same entity.
func means(doc *isnad.Doc, speaker isnad.Party, source []isnad.Span, words string) bool {
	for _, span := range source {
		if speaker.Span.Overlaps(span) {
			return true
		}
		for _, mention := range doc.Mentions {
			if speaker.Entity >= 0 && mention.Entity == speaker.Entity && mention.Span.Overlaps(span) {
				return true
			}
		}
	}
	return speaker.Text != "" && strings.Contains(words, strings.ToLower(speaker.Text))
}

func speakerOf(doc *isnad.Doc, s *isnad.Statement) string {
	link := s.Chain[len(s.Chain)-1]
	return link.Name + " [" + doc.Words(s.Speakers[0].Span) + "]"
}

func show(doc *isnad.Doc, gold attribution) string {
	for i := range doc.Statements {
		s := &doc.Statements[i]
		for _, span := range slices.Concat(gold.cue, gold.content) {
			if s.Cue.Overlaps(span) || s.Span().Overlaps(span) {
				return speakerOf(doc, s) + " | " + doc.Words(s.Cue) + " | " + words(doc.Article.Text, s.Content)
			}
		}
	}
	return "nothing"
}

// ownerOf is the gold that holds four fifths of the words of the answer.
func ownerOf(article annotated, content []isnad.Span) int {
	mine := places(article.text, content)
	for g, gold := range article.attributions {
		if n := common(mine, places(article.text, gold.content)); len(mine) > 0 && 5*n >= 4*len(mine) {
			return g
		}
	}
	return -1
}

func cueOf(article annotated, cue isnad.Span) int {
	return slices.IndexFunc(article.attributions, func(a attribution) bool {
		return slices.ContainsFunc(a.cue, cue.Overlaps)
	})
}

func contents(doc *isnad.Doc, answers []int) []isnad.Span {
	var spans []isnad.Span
	for _, i := range answers {
		spans = append(spans, doc.Statements[i].Content...)
	}
	return spans
}

// overlap is the Dice measure of the words at two lists of spans.
func overlap(text string, a, b []isnad.Span) float64 {
	in, of := places(text, a), places(text, b)
	return 2 * float64(common(in, of)) / float64(max(len(in)+len(of), 1))
}

func common(a, b map[int]bool) int {
	n := 0
	for place := range a {
		if b[place] {
			n++
		}
	}
	return n
}

// places are the bytes at which the words inside spans begin.
func places(text string, spans []isnad.Span) map[int]bool {
	set := map[int]bool{}
	for _, span := range spans {
		inside := false
		for i, r := range span.Of(text) {
			letter := unicode.IsLetter(r) || unicode.IsDigit(r)
			if letter && !inside {
				set[span.Start+i] = true
			}
			inside = letter
		}
	}
	return set
}

func words(text string, spans []isnad.Span) string {
	var list []string
	for _, span := range spans {
		list = append(list, span.Of(text))
	}
	return strings.Join(list, " ... ")
}

// spoken reports whether a cue holds a word of saying.
func spoken(text string, cue []isnad.Span) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words(text, cue))), func(word string) bool {
		return slices.Contains(sayings, strings.Trim(word, ".,:;"))
	})
}

var sayings = strings.Fields(`said says say saying told tells tell telling according wrote writes write writing
	added adds adding noted notes noting announced announces announcing suggested suggests suggesting argued argues
	arguing acknowledged declared declares explained explains explaining insisted insists claimed claims claiming
	stated states stating warned warns warning tweeted promised promises vowed vows pledged recalled urged urges
	denied denies replied responded predicted asserted complained confirmed stressed emphasized revealed conceded
	contended concluded continued`)

func paragraphs(text string) []isnad.Part {
	var parts []isnad.Part
	at := 0
	for i, line := range strings.SplitAfter(text, "\n") {
		words := strings.TrimSpace(line)
		if words != "" {
			start := at + strings.Index(line, words)
			kind := isnad.Paragraph
			if len(parts) == 0 {
				kind = isnad.Title
			}
			parts = append(parts, isnad.Part{Kind: kind, Span: isnad.Span{Start: start, End: start + len(words)}, Line: i + 1, CopyOf: -1})
		}
		at += len(line)
	}
	return parts
}
