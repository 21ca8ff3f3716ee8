package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/isnad-news/isnad/show/terminal"
)

// progress tells on standard error how far long work has come: on a terminal
// one line that is written over, elsewhere a line now and then.
type progress struct {
	w        io.Writer
	terminal bool
	now      func() time.Time
	last     time.Time
	began    time.Time
	width    int // of the line on the terminal
}

const (
	terminalPause = 150 * time.Millisecond
	linePause     = 10 * time.Second
)

func newProgress(w io.Writer) *progress {
	file, ok := w.(*os.File)
	return &progress{w: w, terminal: ok && term.IsTerminal(int(file.Fd())), now: time.Now, began: time.Now(), last: time.Now()}
}

// tell writes line if enough time has gone by since the last one.
func (p *progress) tell(line func() string) {
	pause := linePause
	if p.terminal {
		pause = terminalPause
	}
	now := p.now()
	if now.Sub(p.last) < pause {
		return
	}
	p.last = now
	if !p.terminal {
		fmt.Fprintf(p.w, "isnad: %s\n", terminal.Clean(line()))
		return
	}
	text := "isnad: " + terminal.Clean(line())
	fmt.Fprintf(p.w, "\r%s%s", text, strings.Repeat(" ", max(0, p.width-len(text))))
	p.width = len(text)
}

// end takes the line off the terminal and writes the last word.
func (p *progress) end(line string) {
	if p.width > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.width))
		p.width = 0
	}
	fmt.Fprintf(p.w, "isnad: %s\n", terminal.Clean(line))
}

// pace is n in the time since the work began, as "510 a second".
func (p *progress) pace(n int) string {
	spent := p.now().Sub(p.began).Seconds()
	if spent < 1 || n < 100 {
		return ""
	}
	return fmt.Sprintf(", %d a second", int(float64(n)/spent))
}
