// Package corpora reads the public formats in which language data comes:
// CoNLL columns, CoNLL-U and tab-separated values. What is trained and what is
// measured read the same way.
//
// Readers take whole files of bounded size, keep what stands in them as it
// stands, and name the line of what they cannot read.
package corpora

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// maxLine and maxLines bound a file.
const (
	maxLine  = 1 << 20 // bytes
	maxLines = 1 << 24
)

// Sentence is a sentence of a CoNLL file, or the whole file if no empty lines
// part its sentences. Words and every row of Tags have the same length.
type Sentence struct {
	Words []string
	Tags  []string   // the tags of the last column
	Inner [][]string // per word, all tags behind the word: for files with nested names; nil if there is one
}

// CoNLL reads columns parted by spaces or tabs: the word first, tags behind
// it. Empty lines part sentences; lines that begin with "-DOCSTART-" and the
// marks that Wojood puts at the ends of its segments are left out. A line that
// begins with a space has an empty word (ANERcorp has some). A line of a word
// alone is of kind [isnad.Invalid].
func CoNLL(name string, r io.Reader) ([]Sentence, error) {
	var list []Sentence
	var s Sentence
	nested := false
	end := func() {
		if len(s.Words) > 0 {
			if !nested {
				s.Inner = nil
			}
			list = append(list, s)
		}
		s, nested = Sentence{}, false
	}
	err := lines(name, r, func(line string, n int) error {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
			end()
			return nil
		case strings.HasPrefix(fields[0], "-DOCSTART-"), fields[0] == "$#$":
			return nil
		case len(fields) == 1 && strings.HasPrefix(line, " "):
			fields = []string{"", fields[0]}
		case len(fields) == 1:
			return isnad.Errorf(isnad.Invalid, name, "line %d: a word without a tag", n)
		}
		s.Words = append(s.Words, fields[0])
		s.Tags = append(s.Tags, fields[len(fields)-1])
		s.Inner = append(s.Inner, fields[1:])
		nested = nested || len(fields) > 2
		return nil
	})
	end()
	return list, err
}

// Rows reads tab-separated values: the fields of each line that is neither
// empty nor, if comments is not "", begins with it.
func Rows(name string, r io.Reader, comments string) ([][]string, error) {
	var list [][]string
	err := lines(name, r, func(line string, _ int) error {
		if line != "" && (comments == "" || !strings.HasPrefix(line, comments)) {
			list = append(list, strings.Split(line, "\t"))
		}
		return nil
	})
	return list, err
}

// lines gives each line without its end and its number, from 1.
func lines(name string, r io.Reader, take func(line string, n int) error) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64<<10), maxLine)
	n := 0
	for scanner.Scan() {
		n++
		line := strings.TrimSuffix(scanner.Text(), "\r")
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		switch {
		case n > maxLines:
			return isnad.Errorf(isnad.TooLarge, name, "more than %d lines", maxLines)
		case !utf8.ValidString(line):
			return isnad.Errorf(isnad.Invalid, name, "line %d: not UTF-8", n)
		}
		if err := take(line, n); err != nil {
			return err
		}
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return isnad.Errorf(isnad.TooLarge, name, "line %d: more than %d bytes", n+1, maxLine)
	case err != nil:
		return isnad.Errorf(isnad.Unreadable, name, "%w", err)
	}
	return nil
}
