package stories

import (
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/bitext"
)

// Sketch is what one article is about: words, names, places, numbers, days,
// concepts and events, each as a number of 32 bits. It says nothing of other
// articles, is never changed, and holds none of the doc that it was made of.
type Sketch struct {
	id       string
	outlet   uint32
	lang     isnad.Lang
	at       time.Time // of publication; zero if unknown
	day      int32     // of publication in its place, counted from 1970-01-01; 0 if unknown
	loose    bool      // without a day of its own, also once its story has dated it
	features features
	shares   []uint8 // of the senses, which are the last features: how much of a whole one each is, in 255ths, since a word may mean several
	events   []happening
	labels   labels // how words of the title and names are written
	copyOf   int32  // 1 + the witness that it is a copy within; 0 if none is known
}

// ID is the article's.
func (s *Sketch) ID() string { return s.id }

// At is when the article came out; zero if unknown.
func (s *Sketch) At() time.Time { return s.at }

// Bounds of a sketch. Reports say in their first paragraphs what they are
// about, and a text of any length must cost the same.
const (
	mostTerms  = 160 // different words that are kept, those of title and lead first
	mostRead   = 900 // words that are read
	leadTerms  = 60  // words of the body that make the lead
	mostNames  = 48
	mostPlaces = 24
	mostFigure = 32 // numbers, days
	mostEvents = 16
	mostSenses = 80 // concepts, and senses
)

// NewSketch makes the sketch of doc alone: names are known by the row of the
// facts that has them, else by how they sound.
func NewSketch(doc *isnad.Doc) *Sketch {
	return sketch(doc, nil)
}

// sketch makes the sketch of doc. joined gives the joined entity of each of
// the doc's own as a key, 0 for none; without it names stand for themselves.
func sketch(doc *isnad.Doc, joined []uint32) *Sketch { return sketchBy(bitext.Default(), doc, joined) }

// sketchBy compares over languages by a list of words.
func sketchBy(list *bitext.List, doc *isnad.Doc, joined []uint32) *Sketch {
	article := doc.Article
	s := &Sketch{
		id: article.ID, lang: article.Lang, at: article.Published.Time, day: dayOf(article.Published),
		loose: !article.Published.Known() || article.Published.How == isnad.FromStory,
	}
	s.outlet = key(article.Outlet.Name)
	c := &collector{doc: doc, joined: joined, across: list, at: map[place]int{}, labels: map[place]string{}}
	c.words()
	c.names()
	c.figures()
	s.events = c.events()
	s.features, s.shares = c.list()
	s.labels = newLabels(c.labels)
	return s
}

// dayOf counts days in the place of publication, as the story's From and To
// give them.
func dayOf(published isnad.Published) int32 {
	if !published.Known() {
		return 0
	}
	year, month, date := published.Time.Date()
	return int32(time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

const secondsOfDay = 24 * 60 * 60

// dateOf writes a day as 2006-01-02; 0 is none.
func dateOf(day int32) string {
	if day == 0 {
		return ""
	}
	return time.Unix(int64(day)*secondsOfDay, 0).UTC().Format(time.DateOnly)
}

// dayAt is the day that dateOf writes so; 0 if it is none.
func dayAt(date string) int32 {
	when, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return int32(when.Unix() / secondsOfDay)
}
