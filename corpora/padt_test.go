package corpora

import (
	"strings"
	"testing"
)

// tree is a sentence of words written as "form/UPOS/XPOS".
func tree(words string) Tree {
	var list []Word
	for _, word := range strings.Fields(words) {
		parts := strings.Split(word, "|")
		list = append(list, Word{Form: parts[0], UPOS: parts[1], XPOS: parts[2]})
	}
	return Tree{Words: list}
}

func TestPADT(t *testing.T) {
	const (
		wa, li, bi = " وَ|CONJ|C--------- ", " لِ|ADP|P--------- ", " بِ|ADP|P--------- "
		ha, hi     = " هَا|PRON|SP---3FS2- ", " هِ|PRON|SP---3MS2- "
		stop       = " .|PUNCT|G--------- "
	)
	for _, test := range []struct{ in, text, words string }{
		{wa + "قَالَ|VERB|VP" + li + "اَلوَزِيرِ|NOUN|N" + stop, "وقال للوزير.", "و قال ل لوزير ."},
		{"مَدِينَةِ|NOUN|N" + ha + "كُبرَى|NOUN|N" + ha, "مدينتها كبراها", "مدينت ها كبرا ها"},
		{"أَعضَاءِ|NOUN|N" + hi + "رَفَضُوا|VERB|VP" + hi, "أعضائه رفضوه", "أعضائ ه رفضو ه"},
		{li + "اَللَّجنَةِ|NOUN|N" + bi + "١٥|NUM|Q", "للجنة بـ١٥", "ل لجنة بـ ١٥"},
		{"عَن|ADP|P مَا|PRON|S هُوَ|PRON|SP---3MS1-", "عما هو", "ع ما هو"},
		{"وفيما|X|U--------- وفيما|X|U--------- وفيما|X|U---------", "وفيما", "وفيما"},
		{"قَال|VERB|VP \"|PUNCT|G نَعَم|PART|F \"|PUNCT|G ،|PUNCT|G (|PUNCT|G اف|X|U ب|X|Y )|PUNCT|G", "قال \"نعم\"، (اف ب)", "قال \" نعم \" ، ( اف ب )"},
		{"٥|NUM|Q ر|PUNCT|G ١٧|NUM|Q »|PUNCT|G اَلبَحر|NOUN|N «|PUNCT|G", "٥ر١٧ «البحر»", "٥ ر ١٧ « البحر »"},
	} {
		printed := PADT([]Tree{tree(test.in)})
		var words []string
		for _, word := range printed.Words {
			words = append(words, printed.Text[word.Start:word.End])
		}
		if got := strings.Join(words, " "); printed.Text != test.text || got != test.words {
			t.Errorf("%q of %q, want %q of %q", got, printed.Text, test.words, test.text)
		}
	}
	two := PADT([]Tree{tree("نَعَم|PART|F"), tree("لَا|PART|F" + stop)})
	if two.Text != "نعم لا." || len(two.Sentences) != 2 || two.Sentences[1].Start != len("نعم ") {
		t.Errorf("%+v", two)
	}
	copies := PADT([]Tree{tree("وفيما|X|U--------- وفيما|X|U--------- وفيما|X|U---------")}).Words
	if len(copies) != 1 || copies[0].Copies != 3 {
		t.Errorf("%+v", copies)
	}
}
