package arabic

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad/lang"
)

// cueLines shows the cues of a text: the words, lemma, force and what else is set.
func cueLines(text string) []string {
	tokens := Tokens(text)
	var lines []string
	for i := 0; i < len(tokens); {
		cue, ok := CueAt(tokens, i)
		if !ok {
			i++
			continue
		}
		line := fmt.Sprintf("%s = %s %s", text[tokens[i].Start:tokens[i+cue.Tokens-1].End], cue.Lemma, cue.Force)
		for _, extra := range []struct {
			set  bool
			word string
		}{
			{cue.Form == lang.Present, "present"}, {cue.Form == lang.Participle, "participle"},
			{cue.Form == lang.Noun, "noun"}, {cue.Form == lang.Particle, "particle"}, {cue.Form == lang.Passive, "passive"},
			{cue.Feminine, "fem"}, {cue.Number == lang.Dual, "dual"}, {cue.Number == lang.Plural, "plural"},
			{cue.Future, "future"}, {cue.Weak, "weak"}, {cue.Prep != "", "prep:" + cue.Prep},
			{cue.Enclitic != "", "enclitic:" + cue.Enclitic}, {cue.Conj != "", "conj:" + cue.Conj},
		} {
			if extra.set {
				line += " " + extra.word
			}
		}
		lines = append(lines, line)
		i += cue.Tokens
	}
	return lines
}

func TestCueAt(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"قال الوزير إن", "قال = قال say"},
		{"وقالت الوزارة", "وقالت = قال say fem conj:و"},
		{"فقالوا إن", "فقالوا = قال say plural conj:ف"},
		{"قالا إن", "قالا = قال say dual"},
		{"ولم يقل إن", "يقل = قال say present"},
		{"عدد يقل", ""},
		{"سيقول إن", "سيقول = قال say present future"},
		{"وستعلن الوزارة", "وستعلن = أعلن announce present fem future conj:و"},
		{"سوف يعلن الوزير", "يعلن = أعلن announce present future"},
		{"يقولون إن", "يقولون = قال say present plural"},
		{"وأشار إلى أن", "وأشار إلى = أشار say prep:إلى conj:و"},
		{"أشار الوزير إلى", "أشار = أشار say"},
		{"مشيراً إلى أن", "مشيراً إلى = أشار say participle prep:إلى"},
		{"قائلًا إن", "قائلًا = قال say participle"},
		{"قائلة إن", "قائلة = قال say participle fem"},
		{"لافتين إلى", "لافتين إلى = لفت say participle plural prep:إلى"},
		{"واصفا القرار بأنه", "واصفا = وصف describe participle"},
		{"وهي مؤكدة أن", "مؤكدة = أكد stress participle fem"},
		{"وهو مؤكد أن", "مؤكد = أكد stress participle"},
		{"خبر مؤكد", ""},
		{"نفت الوزارة", "نفت = نفى deny fem"},
		{"نفوا ذلك", "نفوا = نفى deny plural"},
		{"لم ينف ذلك", "ينف = نفى deny present"},
		{"دعا الوزير", "دعا = دعا demand weak"},
		{"دعت إلى", "دعت إلى = دعا demand fem weak prep:إلى"},
		{"وصفه بأنه", "وصفه = وصف describe prep:ب enclitic:ه"},
		{"أبلغهم بأن", "أبلغهم = أبلغ inform prep:ب enclitic:هم"},
		{"وعد بإنهاء الحرب", "وعد = وعد promise weak prep:ب"},
		{"في قوله إن", "قوله = قال say noun enclitic:ه"},
		{"بقوله إن", "بقوله = قال say noun enclitic:ه"},
		{"بوصفه للحرب", "بوصفه = وصف describe noun weak enclitic:ه"},
		{"قول الوزير", ""},
		{"بين البلدين", ""},
		{"وبين أن الأمر", "وبين = بين say weak conj:و"},
		{"ضمن خطة", ""},
		{"عبر الحدود", ""},
		{"نادي الهلال", ""},
		{"مدينة جدة", ""},
		{"يذكر أن الشركة", ""},
		{"فرد واحد", ""},
		{"وفقا للوزير", "وفقا = وفقا cite particle prep:ل"},
		{"ووفقاً لترمب، قال", "ووفقاً = وفقا cite particle prep:ل conj:و|قال = قال say"},
		{"وفقا القرار", ""},
		{"بحسب الوزير", "بحسب = بحسب cite particle"},
		{"حسب القانون", "حسب = حسب cite particle weak"},
		{"وفقا للمعايير", "وفقا = وفقا cite particle weak prep:ل"},
		{"فقط وحسب.", ""},
		{"على حد قوله", "على حد قوله = على حد قول cite particle enclitic:ه"},
		{"على حد تعبير الوزير", "على حد تعبير = على حد تعبير cite particle"},
		{"بحسب ما ذكرت الوكالة", "بحسب ما ذكرت = بحسب ما cite particle fem"},
		{"نقلا عن مصدر", "نقلا عن = نقلا عن cite particle"},
		{"حسبما أفاد به المصدر", "حسبما أفاد به = حسبما cite particle"},
		{"وفق ما أعلنته الوزارة", "وفق ما أعلنته = وفق ما cite particle fem"},
		{"وفقاً لما أوردته وكالة", "وفقاً لما أوردته = وفقا لما cite particle fem"},
		{"وكن حذرا", ""},
		{"قيل إن", "قيل = قال say passive"},
		{"ليؤكد أن", "ليؤكد = أكد stress present weak"},
		{"وزير الخارجية", ""},
		{"أعرب عن أمله", "أعرب عن = أعرب say prep:عن|أمله = أمل expect noun weak enclitic:ه"},
		{"اتهمته بالكذب", "اتهمته = اتهم accuse fem prep:ب enclitic:ه"},
	} {
		t.Run(test.in, func(t *testing.T) {
			if diff := cmp.Diff(test.want, strings.Join(cueLines(test.in), "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCueLists(t *testing.T) {
	forces := map[lang.Force]bool{}
	for _, force := range []lang.Force{lang.Say, lang.Announce, lang.Stress, lang.Add, lang.Describe, lang.Deny, lang.Promise,
		lang.Threaten, lang.Warn, lang.Demand, lang.Propose, lang.Accuse, lang.Expect, lang.Believe, lang.Ask, lang.Agree,
		lang.Praise, lang.Inform, lang.Cite, lang.Refuse} {
		forces[force] = true
	}
	for form, readings := range cues().forms {
		if form != Fold(form) {
			t.Errorf("%s is not folded", form)
		}
		for _, f := range readings {
			if !forces[f.lemma.force] {
				t.Errorf("%s: force %q", f.lemma.lemma, f.lemma.force)
			}
		}
	}
	if n := len(rows("cues.tsv")); n < 120 {
		t.Errorf("%d lemmas", n)
	}
}
