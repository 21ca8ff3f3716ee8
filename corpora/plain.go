package corpora

import "strings"

// Plain is running text made of trees as their files write it: the tokens with
// a space behind each but where SpaceAfter=No says otherwise, sentences one
// behind the other. Tokens and Sentences are told in letters of the text, as
// [Extent] counts them.
type Plain struct {
	Text      string
	Tokens    []Token
	Sentences []Extent
}

// PlainText joins the tokens of trees.
func PlainText(trees []Tree) Plain {
	var plain Plain
	var b strings.Builder
	at := 0
	for i := range trees {
		tree := &trees[i]
		start := at
		for _, fused := range tree.Tokens() {
			n := letters(fused.Form)
			if n == 0 {
				continue
			}
			token := Token{Extent: Extent{at, at + n}}
			for _, word := range tree.Words[fused.First-1 : fused.Last] {
				token.Words = append(token.Words, word.Form)
			}
			plain.Tokens = append(plain.Tokens, token)
			at += n
			b.WriteString(fused.Form)
			if last := tree.Words[fused.Last-1]; last.Misc["SpaceAfter"] != "No" && fused.Misc["SpaceAfter"] != "No" {
				b.WriteByte(' ')
			}
		}
		if at > start {
			plain.Sentences = append(plain.Sentences, Extent{start, at})
		}
	}
	plain.Text = b.String()
	return plain
}
