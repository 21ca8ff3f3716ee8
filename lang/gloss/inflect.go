package gloss

import "strings"

// cut reads clitics and inflections off a folded Arabic word.
func (k *known) cut(key string) []string {
	for _, inflected := range []bool{false, true} {
		for i := range proclitics {
			p := &proclitics[i]
			if !strings.HasPrefix(key, p.letters) || len(key)-len(p.letters) < p.least {
				continue
			}
			if concepts := k.read(key[len(p.letters):], p.takes, inflected); concepts != nil {
				return concepts
			}
		}
	}
	return nil
}

// read looks up what a proclitic leaves, as it stands or with endings.
func (k *known) read(rest string, may takes, inflected bool) []string {
	if !inflected {
		form := k.form(rest)
		switch {
		case may == takesNoun:
			return form.noun
		case may == takesAny && form.any != nil:
			return form.any
		}
		return k.present(rest, false)
	}
	if may != takesPresent {
		if concepts := k.noun(rest); concepts != nil {
			return concepts
		}
	}
	if may == takesAny {
		if concepts := k.past(rest); concepts != nil {
			return concepts
		}
	}
	if may != takesNoun {
		return k.present(rest, true)
	}
	return nil
}

// leastInflected is how many bytes an ending must leave.
const leastInflected = 3 * letter

// noun reads a noun or adjective with an ending, a pronoun, or both.
func (k *known) noun(word string) []string {
	if concepts := k.endedNoun(word, nounEndings); concepts != nil {
		return concepts
	}
	for _, pronoun := range pronouns {
		rest, ok := strings.CutSuffix(word, pronoun)
		if !ok || len(rest) < leastInflected {
			continue
		}
		if concepts := k.form(rest).noun; concepts != nil {
			return concepts
		}
		if stem, ok := strings.CutSuffix(rest, teh); ok && k.form(stem).feminine != nil {
			return k.form(stem).feminine // the ة that a pronoun turned into ت
		}
		if concepts := k.endedNoun(rest, innerEndings); concepts != nil {
			return concepts
		}
	}
	return nil
}

func (k *known) endedNoun(word string, endings []nounEnding) []string {
	for i := range endings {
		ending := &endings[i]
		rest, ok := strings.CutSuffix(word, ending.letters)
		if !ok || len(rest) < leastInflected {
			continue
		}
		form := k.form(rest)
		if ending.simple && form.noun != nil {
			return form.noun
		}
		if ending.feminine && form.feminine != nil {
			return form.feminine
		}
	}
	return nil
}

// past reads a verb of the past with its subject's ending, a pronoun, or both.
func (k *known) past(word string) []string {
	if concepts := k.endedPast(word); concepts != nil {
		return concepts
	}
	for _, pronoun := range pronouns {
		rest, ok := strings.CutSuffix(word, pronoun)
		if !ok || len(rest) < leastInflected {
			continue
		}
		if concepts := k.form(rest).past; concepts != nil {
			return concepts
		}
		if concepts := k.endedPast(rest); concepts != nil {
			return concepts
		}
	}
	return nil
}

func (k *known) endedPast(word string) []string {
	for _, ending := range pastEndings {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) >= 2*letter {
			if concepts := k.form(rest).past; concepts != nil {
				return concepts
			}
		}
	}
	return nil
}

// present reads a verb of the present, with endings or without.
func (k *known) present(word string, inflected bool) []string {
	for _, person := range persons {
		stem, ok := strings.CutPrefix(word, person)
		if !ok || len(stem) < 2*letter {
			continue
		}
		if !inflected {
			return k.form(stem).present
		}
		if concepts := k.endedPresent(stem); concepts != nil {
			return concepts
		}
		for _, pronoun := range pronouns {
			rest, ok := strings.CutSuffix(stem, pronoun)
			if !ok || len(rest) < 2*letter {
				continue
			}
			if concepts := k.form(rest).present; concepts != nil {
				return concepts
			}
			if concepts := k.endedPresent(rest); concepts != nil {
				return concepts
			}
		}
	}
	return nil
}

func (k *known) endedPresent(stem string) []string {
	for _, ending := range presentEndings {
		if rest, ok := strings.CutSuffix(stem, ending); ok && len(rest) >= 2*letter {
			if concepts := k.form(rest).present; concepts != nil {
				return concepts
			}
		}
	}
	return nil
}
