package stories

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/bitext"
)

// NewSketchBy is [NewSketch] with a word list of the caller's: what articles of
// two languages have in common is found by the list that both were made with.
func NewSketchBy(words *bitext.List, doc *isnad.Doc) *Sketch {
	return sketchBy(words, doc, nil)
}

// leastShare is the share of a word's uses from which a translation counts.
const leastShare = 0.15

// senses adds a word as it is compared over languages: an English one of the
// list by itself, an Arabic one by its translations, each as far as it is one.
func (c *collector) senses(stem string, latin bool, where zone) {
	if latin {
		if c.across.Arabic(stem) != nil {
			c.addSense(stem, 1, where)
		}
		return
	}
	for _, translation := range c.across.English(stem) {
		if translation.P >= leastShare {
			c.addSense(translation.Key, translation.P, where)
		}
	}
}

// addSense adds a sense of which a word is a share; of several words that mean
// it the one that does so most counts.
func (c *collector) addSense(word string, share float64, where zone) {
	n := len(c.found)
	at, ok := c.add(sense, key(word), where, 1)
	if !ok {
		return
	}
	f := &c.found[c.at[at]]
	part := uint8(share*255 + .5)
	if n < len(c.found) || part > f.share {
		f.share = part
	}
}
