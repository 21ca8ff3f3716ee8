package events

import (
	"fmt"
	"os"
	"testing"
)

func init() {
	if os.Getenv("DBG") != "" {
		debug = func(s *scanner) {
			for i, c := range s.cs {
				fmt.Printf("  %d %q kind=%d class=%x conj=%v prep=%q st=%d cue=%d m=%d", i, s.text[c.start:c.end], c.kind, c.class, c.conj, c.prep, c.statement, c.cue, c.mention)
				for _, h := range c.hits {
					k := ""
					if h.entry != nil {
						k = string(h.entry.kind)
					}
					fmt.Printf(" {%s g%d t%d p%d%c}", k, h.governor, h.tense, h.person, h.number)
				}
				fmt.Printf(" role=%+v\n", s.role[i])
			}
		}
	}
}

func TestDbg(t *testing.T) {}
