package english

import (
	"testing"

	"github.com/isnad-news/isnad/lang"
	"pgregory.net/rapid"
)

// cuesIn gives the cues of a text as a reader going over it finds them.
func cuesIn(text string) []lang.Cue {
	var list []lang.Cue
	tokens := Tokens(text)
	for i := 0; i < len(tokens); {
		cue, ok := CueAt(tokens, i)
		if !ok {
			i++
			continue
		}
		list = append(list, cue)
		i += cue.Tokens
	}
	return list
}

func TestCueAt(t *testing.T) {
	tests := []struct {
		text  string
		lemma string // of the one cue; empty for none
		form  lang.Form
		weak  bool
	}{
		{"Arden said the talks failed", "say", lang.Past, false},
		{"officials say the talks failed", "say", lang.Present, false},
		{"Arden says so", "say", lang.Present, false},
		{"it left, saying the talks failed", "say", lang.Participle, false},
		{"the body has warned of war", "warn", lang.Past, false},
		{"Vale was quoted as saying it rained", "quote as saying", lang.Passive, false},
		{"Vale told reporters it rained", "tell reporters", lang.Past, false},
		{"Vale was told to leave", "", 0, false},
		{"Vale was accused of theft", "", 0, false},
		{"according to Vale it rained", "according to", lang.Particle, false},
		{"in the words of Vale", "in the words of", lang.Particle, false},
		{"he denied it", "deny", lang.Past, false},
		{"he called for calm", "call for", lang.Past, false},
		{"he called on Moss", "call on", lang.Past, false},
		{"the calls for calm", "calls for", lang.Noun, true},
		{"the demands were met", "", 0, false},
		{"the two states of it", "", 0, false},
		{"a false claim that it rained", "claim that", lang.Noun, false},
		{"Oran demands a vote", "demand", lang.Present, true},
		{"the United States sent aid", "", 0, false},
		{"the alleged plot", "", 0, false},
		{"his claim that it rained", "claim that", lang.Noun, false},
		{"Moss will announce a plan", "announce", lang.Present, false},
		{"he hopes to say more", "say", lang.Present, true},
		{"he did not say why", "say", lang.Past, false},
		{"Moss described it as a gift", "describe", lang.Past, false},
		{"Moss insisted on it", "insist", lang.Past, false},
		{"he pointed out the flaw", "point out", lang.Past, false},
		{"he has spoken of peace", "speak of", lang.Past, false},
		{"the spoken of peace", "", 0, false},
		{"he ruled out war", "rule out", lang.Past, false},
		{"he declined to comment on it", "decline to comment", lang.Past, true},
		{"she vowed revenge", "vow", lang.Past, false},
		{"they admitted it", "admit", lang.Past, false},
		{"the warning came late", "", 0, false},
		{"it rained all day", "", 0, false},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			list := cuesIn(test.text)
			for len(list) > 1 && list[0].Weak && list[0].Lemma != test.lemma {
				list = list[1:]
			}
			if test.lemma == "" {
				if len(list) > 0 {
					t.Errorf("found %+v", list)
				}
				return
			}
			if len(list) == 0 {
				t.Fatalf("found none")
			}
			if got := list[0]; got.Lemma != test.lemma || got.Form != test.form || got.Weak != test.weak {
				t.Errorf("found %+v", got)
			}
		})
	}
}

func TestCueDetails(t *testing.T) {
	tests := []struct {
		text   string
		tokens int
		prep   string
		number lang.Number
		future bool
	}{
		{"warned of war", 2, "of", lang.AnyNumber, false},
		{"called for calm", 2, "for", lang.AnyNumber, false},
		{"says so", 1, "", lang.Singular, false},
	}
	for _, test := range tests {
		got := cuesIn(test.text)[0]
		if got.Tokens != test.tokens || got.Prep != test.prep || got.Number != test.number || got.Future != test.future {
			t.Errorf("%s: %+v", test.text, got)
		}
	}
	if got := cuesIn("he will soon say")[0]; !got.Future {
		t.Errorf("not future: %+v", got)
	}
}

func TestInflections(t *testing.T) {
	for _, word := range []string{
		"says", "saying", "denies", "denied", "denying", "stresses", "stressed", "agreeing", "admitted", "admitting",
		"labelled", "labeled", "putting", "wrote", "written", "swore", "pledging", "urges", "goes", "reached",
	} {
		if _, ok := cues[word]; ok != (word != "reached") {
			t.Errorf("%s: %t", word, ok)
		}
	}
}

func TestListSize(t *testing.T) {
	lemmas := map[string]bool{}
	for _, entries := range cues {
		for _, e := range entries {
			lemmas[e.cue.Lemma] = true
		}
	}
	if len(lemmas) < 200 {
		t.Errorf("%d cues", len(lemmas))
	}
}

// TestAnyTokens holds that no reader of tokens looks beyond them.
func TestAnyTokens(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"said", "will", "call", "for", "to", "was", "quoted", "as", "saying", "according", "the", "two", "hundred",
		"and", "a", "half", "dozen", "million", "5", "2025", "may", "feb", ".", ",", "sat", "in", "one", "of", "rabi", "al-thani",
	})
	rapid.Check(t, func(t *rapid.T) {
		var text string
		for _, word := range rapid.SliceOf(piece).Draw(t, "words") {
			text += word + " "
		}
		tokens := Tokens(text)
		for i := -1; i <= len(tokens); i++ {
			cue, found := CueAt(tokens, i)
			value, number := NumberAt(tokens, i)
			month, _, m, isMonth := MonthAt(tokens, i)
			day, d, isDay := WeekdayAt(tokens, i)
			for _, n := range []int{cue.Tokens, value.Tokens, m, d} {
				if n < 0 || n > 0 && i+n > len(tokens) {
					t.Errorf("%q at %d: %d tokens", text, i, n)
				}
			}
			if found != (cue.Tokens > 0) && found || number && value.Tokens < 1 || isMonth && (month < 1 || month > 12 || m < 1) || isDay && (day < 0 || day > 6 || d < 1) {
				t.Errorf("%q at %d: %+v %+v %d %d", text, i, cue, value, month, day)
			}
		}
	})
}
