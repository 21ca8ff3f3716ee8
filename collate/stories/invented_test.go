package stories

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
)

// invented makes sketches of n articles over so many days, in stories of about
// ten: an article has the words and names of its story, others of its own, and
// everyday words that all have. The words are made up. of gives the story of
// each article.
func invented(n, days int, seed uint64) (sketches []*Sketch, of map[string]int) {
	random := rand.New(rand.NewPCG(seed, 1))
	of = map[string]int{}
	first := time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		s := i % max(1, n/10)
		day := (s*7)%days + random.IntN(2)
		story := rand.New(rand.NewPCG(seed, uint64(s)+2))
		var words []string
		for range 60 {
			words = append(words, word(story))
		}
		random.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
		words = words[:50]
		for range 40 {
			words = append(words, word(random))
		}
		for range 60 {
			words = append(words, fmt.Sprintf("every%c", 'a'+random.IntN(26)))
		}
		random.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
		doc := plain(fmt.Sprintf("a%012x", i), first.Add(time.Duration(day*24+random.IntN(24))*time.Hour), strings.Join(words, " "))
		sketches = append(sketches, NewSketch(doc))
		of[doc.Article.ID] = s
	}
	return sketches, of
}

func word(random *rand.Rand) string {
	var b strings.Builder
	for range 3 {
		b.WriteByte("bdfgklmnprstvz"[random.IntN(14)])
		b.WriteByte("aeiou"[random.IntN(5)])
	}
	return b.String()
}

// plain is a doc of one paragraph without facts.
func plain(id string, published time.Time, text string) *isnad.Doc {
	span := isnad.Span{End: len(text)}
	return &isnad.Doc{
		Article: &isnad.Article{
			ID: id, Lang: isnad.English, Text: text, Outlet: isnad.Outlet{Name: id[len(id)-1:]},
			Published: isnad.Published{Time: published, Clock: true, How: isnad.Given},
			Parts:     []isnad.Part{{Kind: isnad.Paragraph, Span: span, CopyOf: -1}},
		},
		Sentences: []isnad.Sentence{{Span: span}},
	}
}
