package corpora

import (
	"io"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

// Word is a syntactic word of a CoNLL-U file: Arabic clitics are words of their own.
type Word struct {
	Form, Lemma string
	UPOS, XPOS  string
	Feats, Misc map[string]string // nil if none
	Head        int               // 1-based; 0 is the root
	Relation    string
}

// Tree is a sentence of a CoNLL-U file.
type Tree struct {
	ID    string // sent_id
	Text  string // the comment "text", if the file has it
	Words []Word
	Fused []Fused // multi-word tokens, if the file marks them
}

// Fused is a written token of several words. Those of a tree are ordered and
// share no words.
type Fused struct {
	First, Last int // 1-based words of the tree, both in it
	Form        string
	Misc        map[string]string // nil if none
}

// CoNLLU reads the ten columns of Universal Dependencies. Empty nodes (8.1) are
// left out. What has not ten columns, or a number out of order, is of kind
// [isnad.Invalid]; the trees before it are returned.
func CoNLLU(name string, r io.Reader) ([]Tree, error) {
	var list []Tree
	var tree Tree
	last := 0
	end := func() error {
		if n := len(tree.Fused); n > 0 && tree.Fused[n-1].Last > len(tree.Words) {
			return isnad.Errorf(isnad.Invalid, name, "line %d: a token ends behind its sentence", last)
		}
		if len(tree.Words) > 0 {
			list = append(list, tree)
		}
		tree = Tree{}
		return nil
	}
	err := lines(name, r, func(line string, n int) error {
		last = n
		switch {
		case line == "":
			return end()
		case line[0] == '#':
			tree.comment(line)
			return nil
		}
		if !tree.add(strings.Split(line, "\t")) {
			return isnad.Errorf(isnad.Invalid, name, "line %d: no word of ten columns in its order", n)
		}
		return nil
	})
	if err == nil {
		err = end()
	}
	return list, err
}

func (t *Tree) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), " ")
	value = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(value), "="))
	switch key {
	case "sent_id":
		t.ID = value
	case "text":
		t.Text = value
	}
}

func (t *Tree) add(column []string) bool {
	const columns = 10
	if len(column) != columns {
		return false
	}
	if strings.Contains(column[0], ".") {
		return true
	}
	if first, last, ok := strings.Cut(column[0], "-"); ok {
		return t.fuse(first, last, column)
	}
	if number, err := strconv.Atoi(column[0]); err != nil || number != len(t.Words)+1 {
		return false
	}
	head, _ := strconv.Atoi(column[6]) // "_" where nobody parsed
	t.Words = append(t.Words, Word{
		Form: column[1], Lemma: column[2], UPOS: column[3], XPOS: column[4],
		Feats: pairs(column[5]), Head: head, Relation: column[7], Misc: pairs(column[9]),
	})
	return true
}

// fuse adds the token of the words that follow.
func (t *Tree) fuse(first, last string, column []string) bool {
	a, errA := strconv.Atoi(first)
	b, errB := strconv.Atoi(last)
	n := len(t.Fused)
	if errA != nil || errB != nil || a != len(t.Words)+1 || b < a || n > 0 && a <= t.Fused[n-1].Last {
		return false
	}
	t.Fused = append(t.Fused, Fused{First: a, Last: b, Form: column[1], Misc: pairs(column[9])})
	return true
}

// pairs reads "Case=Nom|Number=Sing".
func pairs(s string) map[string]string {
	if s == "_" || s == "" {
		return nil
	}
	m := map[string]string{}
	for _, one := range strings.Split(s, "|") {
		key, value, _ := strings.Cut(one, "=")
		m[key] = value
	}
	return m
}

// Tokens returns the written tokens of the tree, in order, with the numbers of
// their words: those that are fused, and each other word as its own.
func (t *Tree) Tokens() []Fused {
	var list []Fused
	fused := t.Fused
	for i := 1; i <= len(t.Words); i++ {
		if len(fused) > 0 && fused[0].First == i {
			list = append(list, fused[0])
			i, fused = fused[0].Last, fused[1:]
			continue
		}
		list = append(list, Fused{First: i, Last: i, Form: t.Words[i-1].Form})
	}
	return list
}
