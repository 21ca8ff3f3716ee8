package terms

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func keys(text string) string {
	var list []string
	for _, term := range Of(text) {
		list = append(list, term.Key)
	}
	return strings.Join(list, " ")
}

// TestMeets holds that what a reader takes for one word has one key.
func TestMeets(t *testing.T) {
	for _, test := range []struct{ name, words, key string }{
		{"proclitics", "الرئاسة رئاسة والرئاسة للرئاسة برئاسة ورئاسة لرئاسة بالرئاسة", "رءاس"},
		{"vowel marks and tatweel", "الرُّئَاسَة الرئـــاسة", "رءاس"},
		{"hamza", "مسؤول مسئول المسؤولين للمسئولين", "مسءول"},
		{"teh marbuta and heh", "جامعة جامعه", "جامع"},
		{"alef maksura", "مستشفى مستشفي", "مستشفي"},
		{"alef with hamza", "أحمد احمد وأحمد", "احمد"},
		{"gender and number", "السياسية سياسي والسياسيين سياسيون", "سياسي"},
		{"lam of the word behind لل", "اللجنة للجنة لجنة وللجنة", "لجن"},
		{"alef and lam of the word", "ألعاب الألعاب بألعاب", "العاب"},
		{"written accusative", "عرضاً عرض العرض", "عرض"},
		{"short noun behind a preposition", "مصر بمصر لمصر ومصر", "مصر"},
		{"future", "سيكون يكون وسيكون", "يكون"},
		{"own first letter with a pronoun", "سيارة سيارته بسيارتها", "سيار"},
		{"ة before a pronoun", "زيادة زيادته والزيادات بزيادتها زيادتين", "زياده"},
		{"اة before a pronoun", "حياة حياته الحياة لحياتهم", "حياه"},
		{"death", "وفاة وفاته الوفاة ووفاته بوفاة", "وفاه"},
		{"channel", "قناة قناته القنات\u064Fها والقناة", "قناه"},
		{"on", "على عليه وعليها فعليهم علينا وعلى عَلَى", "على"},
		{"to", "إلى إليه وإليها الى وإلى اليهم", "إلى"},
		{"other", "آخر آخرون آخرين والآخرين الآخرون", "اخر"},
		{"Syria", "سوريا سورية السورية بسوريا وسوريا", "سوري"},
		{"dual", "الوزيران وزيرين الوزير", "وزير"},
		{"English forms", "announces announced announcing ANNOUNCE", "announc"},
		{"possessive", "minister minister's Minister\u2019s", "minister"},
		{"diacritics", "Müller muller", "muller"},
		{"digits", "2015 ٢٠١٥ ۲۰۱۵", "2015"},
		{"thousands", "1500 1,500 ١٬٥٠٠ 1،500", "1500"},
		{"ordinals and per cent", "14 14th 14%", "14"},
		{"initials", "US U.S. us", "us"},
		{"Cyrillic", "Москва МОСКВА", "москва"},
	} {
		t.Run(test.name, func(t *testing.T) {
			n := len(strings.Fields(test.words))
			want := strings.TrimSpace(strings.Repeat(test.key+" ", n))
			if diff := cmp.Diff(want, keys(test.words)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestApart holds what must not be taken off.
func TestApart(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"بوتين بغداد لافروف فيصل كيري واشنطن", "بوتين بغداد لافروف فيصل كيري واشنطن"},
		{"فلسطين لبنان باكستان وفلسطين ولبنان", "فلسطين لبنان باكستان فلسطين لبنان"},
		{"وزير وكالة وفد ولاية", "وزير وكال وفد ولاي"},
		{"ألمانيا بألمانيا الألمانية", "المانيا المانيا الماني"},
		{"الله بالله والله", "الله الله الله"},
		{"الرياض الرياضة وللرياضة الخبر خبرة", "رياض رياضه رياضه خبر خبره"},
		{"منطق منطقة مقابل مقابلة مكانه مكانة عقب عقبة قبل قبلة", "منطق منطقه مقابل مقابله مكان مكانه عقب عقبه قبل قبله"},
		{"زياد زيادة محافظ محافظة محافظات معنية معنى", "زياد زياده محافظ محافظه محافظه معني معنى"},
		{"علي على وعلي العلية", "علي على علي علي"},
		{"آلي آلية إلى الآلية آليات", "الي الي إلى الي الي"},
		{"وام وواس واس", "وام واس واس"},
		{"اليمن القائد التحقيق لعلاج وداعش", "يمن قاءد تحقيق علاج داعش"},
		{"new news unit United", "new news unit united"},
	} {
		if got := keys(test.text); got != test.want {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
}

// TestCut holds where words are cut, and with which bytes.
func TestCut(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"hyphens", "Cairo-based F-16, F16", "cairo=Cairo bas=based f=F 16=16 f=F 16=16"},
		{"Arabic hyphen and digits", "كوفيد-19 كي-مون", "كوفيد=كوفيد 19=19 كي=كي مون=مون"},
		{"letters with stops", "أ.ف.ب أ ف ب", "ا=أ ف=ف ب=ب ا=أ ف=ف ب=ب"},
		{"initials", "the U.S. said", "the=the us=U.S said=said"},
		{"servant of", "عبدالعزيز عبد العزيز", "عبد=عبد عزيز=العزيز عبد=عبد عزيز=العزيز"},
		{"servant of, with marks", "وعَبْدالله", "عبد=وعَبْد الله=الله"},
		{"numbers", "3.5 10:30 ١٢/٨ 1,234,567.89", "3=3 5=5 10=10 30=30 12=١٢ 8=٨ 1234567=1,234,567 89=89"},
		{"years in a list", "2014،2015", "2014=2014 2015=2015"},
		{"ordinals", "the 14th and 1990s", "the=the 14=14th and=and 1990=1990s"},
		{"apostrophe", "O\u2019Brien don't", "obrien=O\u2019Brien dont=don't"},
		{"scripts meet", "بـTruth", "ب=بـ truth=Truth"},
		{"function words stay", "to be or not", "to=to be=be or=or not=not"},
		{"folds longer and shorter", "\u023A\u0660", "\u2C65=\u023A 0=\u0660"}, // a Latin letter of two bytes whose small form has three, an Arabic digit
		{"address", "http://www.nahr.example/a?b=1", "http=http www=www nahr=nahr exampl=example a=a b=b 1=1"},
		{"no words", " — «»… \u200F\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var list []string
			for _, term := range Of(test.text) {
				list = append(list, term.Key+"="+test.text[term.Start:term.End])
			}
			if diff := cmp.Diff(test.want, strings.Join(list, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLongWord holds that a word without end costs no more than its length.
func TestLongWord(t *testing.T) {
	for _, word := range []string{strings.Repeat("ه", 400_000), strings.Repeat("ال", 200_000), strings.Repeat("s", 400_000), strings.Repeat("1", 400_000), strings.Repeat("1,111", 100_000)} {
		for _, term := range Of(word) {
			if len(term.Key) > MaxKey {
				t.Fatalf("a key of %d bytes", len(term.Key))
			}
		}
	}
}

func TestLaws(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"و", "ال", "لل", "ب", "س", "عبد", "الله", "رئاسة", "ة", "ً", "ـ", "ها", "-", ".", "'s", "٣", "7", ",", "٬", "th", "é", "ﷺ", "ﻻ", "क", "\u0301", "\u200C", "\xff", "%", " ", "A", "ß", "中", "٪", "ya"})
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOfN(rapid.OneOf(pieces, pieces, rapid.String()), 0, 40).Draw(t, "text"), ""))
	})
}

func FuzzOf(f *testing.F) {
	f.Add("وعبدالله في U.S. 1,500th «كوفيد-19» بـTruth\xff")
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

func check(t interface{ Fatalf(string, ...any) }, text string) {
	list := Of(text)
	end := 0
	for i, term := range list {
		if term.Start < end || term.End <= term.Start || term.End > len(text) {
			t.Fatalf("%q: term %d %+v behind byte %d", text, i, term, end)
		}
		end = term.End
		if !onRune(text, term.Start) || !onRune(text, term.End) {
			t.Fatalf("%q: %+v inside a rune", text, term)
		}
		if term.Key == "" || len(term.Key) > MaxKey {
			t.Fatalf("%q: a key of %d bytes", text, len(term.Key))
		}
		for _, r := range term.Key {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				t.Fatalf("%q: key %q", text, term.Key)
			}
		}
	}
	if diff := cmp.Diff(list, Append(nil, text), cmp.Transformer("empty", func(l []Term) []Term { return append([]Term{}, l...) })); diff != "" {
		t.Fatalf("%q: not the same twice: %s", text, diff)
	}
}

// onRune reports whether byte i of text does not go on a rune.
func onRune(text string, i int) bool {
	if i <= 0 || i >= len(text) {
		return true
	}
	for at := max(0, i-utf8.UTFMax+1); at < i; at++ {
		if _, n := utf8.DecodeRuneInString(text[at:]); at+n > i {
			return false
		}
	}
	return true
}

// report is made up, long enough to measure.
var report = strings.Repeat("أعلن وزير الخارجية في بيان، يوم الثلاثاء، أن بلاده “مستعدة للحوار على الفور”، مشيراً إلى أن المحادثات ستبدأ في 14 يونيو المقبل. "+
	"وقالت المتحدثة باسم الوزارة للصحافيين، إن الوفد يضم خمسة وعشرين خبيراً، مؤكدةً ضرورة احترام الاتفاق المُوقَّع عام ٢٠١٥.\n"+
	"The minister said on Tuesday that the Cairo-based delegation's talks would begin on 14 June.\n", 100)

func BenchmarkAppend(b *testing.B) {
	var list []Term
	b.SetBytes(int64(len(report)))
	b.ReportAllocs()
	for b.Loop() {
		list = Append(list[:0], report)
	}
}
