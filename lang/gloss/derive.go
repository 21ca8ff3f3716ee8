package gloss

import "strings"

// presentStem returns the present of a verb without its person's prefix, from
// the past: «افتتح» gives فتتح, «أعاد» عيد, «استقال» ستقيل. Verbs of the first
// form with a weak letter do not follow the rule; the list has their present.
func presentStem(past string) string {
	stem, derived := strings.CutPrefix(past, alef)
	if !derived {
		return past
	}
	if n := len(stem); hollow(past) && (n == 3*letter || strings.HasPrefix(past, alef+seen+teh)) {
		return stem[:n-2*letter] + yeh + stem[n-letter:]
	}
	return stem
}

// hollow reports whether the last letter but one is ا.
func hollow(past string) bool {
	n := len(past)
	return n >= 3*letter && past[n-2*letter:n-letter] == alef
}

// verbalNoun returns the verbal noun of a derived form: «افتتح» افتتاح, «أعاد»
// إعادة, «اختار» اختيار, «أوقف» إيقاف, «أنهى» إنهاء, «شارك» مشاركة. It is "" for
// the forms whose letters do not tell.
func verbalNoun(past string) string {
	n := len(past)
	if n < 4*letter {
		return ""
	}
	head, last := past[:n-letter], past[n-letter:]
	switch {
	case !strings.HasPrefix(past, alef):
		if n == 4*letter && past[letter:2*letter] == alef && past[:letter] != teh && last != yeh {
			return meem + past + heh
		}
		return ""
	case last == yeh:
		return head + alef + hamza
	case hollow(past) && (n == 4*letter || strings.HasPrefix(past, alef+seen+teh)):
		return past + heh
	case hollow(past):
		return past[:n-2*letter] + yeh + past[n-2*letter:]
	case n == 4*letter && strings.HasPrefix(past, alef+waw):
		return alef + yeh + past[2*letter:n-letter] + alef + last
	}
	return head + alef + last
}

// participle returns the participle of a derived form: «استخدم» مستخدم.
func participle(past, present string) string {
	if len(past) < 4*letter {
		return ""
	}
	return meem + present
}

// weakPasts returns the forms of a past in ى that drop it: «انتهى» gives انتهت
// and انتهوا. Those of three letters are too short to tell from other words.
func weakPasts(past string) []string {
	stem, weak := strings.CutSuffix(past, yeh)
	if !weak || len(past) < 4*letter {
		return nil
	}
	return []string{stem + teh, stem + waw + alef}
}

// weakPresent returns what a present in ى or ي keeps before ون and in the
// jussive: of «ينتهي» نته, for «ينتهون» and «لم ينته». It is "" for other presents
// and for those that would be too short to tell from other words.
func weakPresent(present string) string {
	stem, weak := strings.CutSuffix(present, yeh)
	if !weak || len(stem) < 3*letter {
		return ""
	}
	return stem
}
