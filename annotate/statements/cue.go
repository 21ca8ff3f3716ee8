package statements

import "github.com/isnad-news/isnad/lang"

// cue is a reporting word at a token. A cue of no tokens stands for a
// quotation that goes on without one.
type cue struct {
	lang.Cue
	at int
}

// next is the token behind the cue.
func (c cue) next() int { return c.at + c.Tokens }
