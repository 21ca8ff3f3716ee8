package commitments_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/commitments"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/lang"
)

// A marked text has its layers written into it: [P1 …] a person who is entity
// 1, [D2031-05-04 …] a date, [C …] a cue, [S1 …] content of a statement by
// entity 1, [V1 …] of a promise, [N1 …] of a denial; [R1>2 …] a request by 1 of
// 2, [M1>2 …] an invitation, [G1+2 …] an agreement of 1 and 2, [K1+2 …] a
// planned meeting, [X2>1 …] a refusal. The first word of an event is its
// trigger, but for one that begins with "~", where the second is.
type marked struct {
	text strings.Builder
	doc  *isnad.Doc
	cue  isnad.Span
}

func parse(t testing.TB, source string, language isnad.Lang) *isnad.Doc {
	t.Helper()
	m := &marked{doc: &isnad.Doc{}}
	if rest := m.take(source); rest != "" {
		t.Fatalf("unbalanced mark at %q", rest)
	}
	article := &isnad.Article{ID: "a000000000000", Lang: language, Text: m.text.String()}
	article.Published = isnad.Published{Time: time.Date(2031, 5, 5, 0, 0, 0, 0, time.UTC), How: isnad.Given}
	article.Parts = []isnad.Part{{Kind: isnad.Paragraph, Span: isnad.Span{Start: 0, End: len(article.Text)}, CopyOf: -1}}
	doc := m.doc
	doc.Article = article
	for i := range 5 {
		doc.Entities = append(doc.Entities, isnad.LocalEntity{Names: []string{strconv.Itoa(i)}})
	}
	slices.SortStableFunc(doc.Dates, func(a, b isnad.Date) int { return a.Span.Start - b.Span.Start })
	slices.SortStableFunc(doc.Mentions, func(a, b isnad.Mention) int { return a.Span.Start - b.Span.Start })
	slices.SortStableFunc(doc.Events, func(a, b isnad.Event) int { return a.Trigger.Start - b.Trigger.Start })
	slices.SortStableFunc(doc.Statements, func(a, b isnad.Statement) int { return a.Span().Start - b.Span().Start })
	return doc
}

func (m *marked) take(source string) string {
	for source != "" {
		switch source[0] {
		case ']':
			return source[1:]
		case '[':
			head, rest, _ := strings.Cut(source[1:], " ")
			start := m.text.Len()
			source = m.take(rest)
			m.mark(head[0], head[1:], isnad.Span{Start: start, End: m.text.Len()})
		default:
			m.text.WriteByte(source[0])
			source = source[1:]
		}
	}
	return ""
}

func (m *marked) mark(kind byte, value string, span isnad.Span) {
	switch kind {
	case 'D':
		m.doc.Dates = append(m.doc.Dates, isnad.Date{Span: span, Value: value})
	case 'P':
		n, _ := strconv.Atoi(value)
		m.doc.Mentions = append(m.doc.Mentions, isnad.Mention{Span: span, Kind: isnad.Person, Form: isnad.Named, Entity: n})
	case 'C':
		m.cue = span
	case 'S', 'V', 'N':
		n, _ := strconv.Atoi(value)
		force := map[byte]lang.Force{'S': lang.Say, 'V': lang.Promise, 'N': lang.Deny}[kind]
		m.doc.Statements = append(m.doc.Statements, isnad.Statement{
			Speakers: []isnad.Party{{Entity: n}}, Cue: m.cue, Force: string(force), Content: []isnad.Span{span},
			Kind: isnad.Mixed, Polarity: isnad.Affirms, Within: -1,
		})
		m.cue = isnad.Span{}
	default:
		m.event(kind, value, span)
	}
}

func (m *marked) event(kind byte, value string, span isnad.Span) {
	types := map[byte]isnad.EventType{'R': isnad.Request, 'M': isnad.Request, 'G': isnad.Agree, 'K': isnad.Consult, 'X': isnad.Reject}
	e := isnad.Event{Type: types[kind], Status: isnad.Happened, Span: span}
	if kind == 'M' {
		e.Mode = "meet"
	}
	if kind == 'K' {
		e.Status = isnad.Planned
		for _, date := range m.doc.Dates {
			e.When, e.WhenSpan = date.Value, date.Span
		}
	}
	by, to, _ := strings.Cut(value, ">")
	e.Actors, e.Recipients = numbers(by), numbers(to)
	words := span.Of(m.text.String())
	word, _, _ := strings.Cut(words, " ")
	e.Trigger = isnad.Span{Start: span.Start, End: span.Start + len(word)}
	m.doc.Events = append(m.doc.Events, e)
}

func numbers(list string) []isnad.Party {
	var out []isnad.Party
	for field := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == '+' }) {
		n, _ := strconv.Atoi(field)
		out = append(out, isnad.Party{Entity: n})
	}
	return out
}

// read returns the commitments of a marked text: "promise 1 > 2 due immediately open".
func read(t testing.TB, source string, language isnad.Lang) []string {
	t.Helper()
	doc := parse(t, source, language)
	commitments.Annotate(reading.New(doc.Article), doc)
	if err := doc.Check(); err != nil {
		t.Errorf("doc: %v", err)
	}
	var out []string
	for _, c := range doc.Commitments {
		line := fmt.Sprintf("%s %s", c.Kind, list(c.By))
		if len(c.To) > 0 {
			line += " > " + list(c.To)
		}
		if c.Due != "" {
			line += " due " + c.Due
		}
		out = append(out, line+" "+string(c.Status))
	}
	return out
}

func list(parties []isnad.Party) string {
	var names []string
	for _, p := range parties {
		names = append(names, strconv.Itoa(p.Entity))
	}
	return strings.Join(names, "+")
}

func TestAnnotate(t *testing.T) {
	tests := []struct {
		name string
		lang isnad.Lang
		text string
		want []string
	}{
		{"agreement to act", "ar", "[G1+2 اتفقا على بدء المحادثات على الفور].", []string{"promise 1+2 due immediately open"}},
		{"agreement that is", "ar", "[G1+2 اتفقا على أن الوقت مناسب].", nil},
		{"agreement that teams do", "ar", "[G1+2 اتفقا على أن تبدأ فرقهما العمل].", []string{"promise 1+2 open"}},
		{"agreement on a wish", "ar", "[G1+2 اتفقوا على أن نريد السلام].", nil},
		{"request", "ar", "[R1>2 طالب بسحب القوات].", []string{"demand 1 > 2 open"}},
		{"request of long ago has no due", "ar", "[R1>2 طالب [D2030-06-14 14 يونيو الماضي] بسحب القوات].", []string{"demand 1 > 2 open"}},
		{"idea", "ar", "[R1 طرح فكرة التبادل].", []string{"proposal 1 open"}},
		{"idea refused", "ar", "[R1>2 طرح فكرة التبادل]، لكن [X2>1 رفضت الاقتراح].", []string{"proposal 1 > 2 rejected"}},
		{"invitation", "ar", "[M1>2 دعا إلى زيارة المدينة].", []string{"proposal 1 > 2 open"}},
		{"planned meeting", "ar", "[K1+2 يلتقي الجانبان [D2031-05-09 يوم الجمعة]].", []string{"plan 1+2 due 2031-05-09 open"}},
		{"first person future", "ar", "[C وقال] [P1 نادر]: “[S1 سنبدأ بالاتصال ب[P2 ليلى]، وهو ما سأفعله الآن]”.", []string{"promise 1 > 2 due immediately open"}},
		{"two promises in one breath", "ar", "[C وقال] [P1 نادر]: “[S1 سنفتح المعبر خلال أسبوع، وسأتصل ب[P2 ليلى] غدا]”.", []string{"promise 1 open", "promise 1 > 2 open"}},
		{"quoted own future", "ar", "[C أكد] [P1 نادر] أنه “[S1 سيسحب القوات قبل نهاية الشهر]”.", []string{"promise 1 due قبل نهاية الشهر open"}},
		{"own plan on a day", "ar", "[C أكد] [P1 نادر] [S1 أنه سيزور المدينة [D2031-05-22 الخميس]].", []string{"plan 1 due 2031-05-22 open"}},
		{"agreement and a promise", "ar", "[C وقال] [P1 نادر]: “[S1 [G1+2 اتفقنا على بدء المحادثات]، وسنفتح المعبر]”.", []string{"promise 1+2 open", "promise 1 open"}},
		{"no one known", "ar", "وعد الرجل بإنهاء الحرب.", nil},
		{"years are no future", "ar", "[C وقال] [P1 نادر]: “[S1 سنوات من الحرب]”.", nil},
		{"seeing is no promise", "ar", "[C وقال] [P1 نادر]: “[S1 سنرى ما يحدث]”.", nil},
		{"own future", "ar", "[C أكد] [P1 نادر] [S1 أنه سيفي بجميع الاتفاقات].", []string{"promise 1 open"}},
		{"another's future", "ar", "[C أكد] [P1 نادر] [S1 أن الوزير سيفي بالاتفاقات].", nil},
		{"denied plan", "ar", "[C نفى] [P1 نادر] [N1 أنه سيعلن الخطة].", nil},
		{"said to be a promise", "ar", "[C وعد] [P1 نادر] [V1 بإنهاء الحرب في غضون 24 ساعة].", []string{"promise 1 due في غضون 24 ساعة open"}},
		{"told promise", "ar", "وعد [P1 نادر] بإنهاء الحرب.", []string{"promise 1 open"}},
		{"told plan", "ar", "يعتزم [P1 نادر] إعلان الخطة [D2031-05-09 يوم الجمعة].", []string{"plan 1 due 2031-05-09 open"}},
		{"hope binds no one", "ar", "[C وقال] [P1 نادر] [S1 إنه يأمل في السلام].", nil},
		{"student", "ar", "[R1 طالب الهندسة في جامعة المدينة].", nil},
		{"student of a doctorate", "ar", "وظل [P1 نادر] [R1 طالب دكتوراه يعمل ليلا].", nil},
		{"who asks is no student", "ar", "[R1>2 طالب بجلسة عاجلة].", []string{"demand 1 > 2 open"}},
		{"request granted", "ar", "وافق المجلس على [R1 طلب [P1 نادر] فتح المعبر].", nil},
		{"demand for goods", "ar", "نمو [R1 طلب الإسمنت من [P1 نادر]].", nil},
		{"request asked", "ar", "كان الوزير قد [R1 طلب فتح المعبر].", []string{"demand 1 open"}},
		{"prayer", "ar", "[R1 داعيا المولى أن يوفق الفريق].", nil},
		{"blessing", "ar", "[R1 ودعا للمصابين بالشفاء].", nil},
		{"a name that holds God's", "ar", "[R1 دعا [P1 عبد الله] السكان إلى المغادرة].", []string{"demand 1 open"}},
		{"cause", "ar", "الأسباب التي [R1 دعت الشركة إلى الإغلاق].", nil},
		{"participle turned", "ar", "[C وقال] [P1 نادر] [S1 إن السد جاهز]، [R2 مطالبا [P2 الهيئة] بفتحه].", []string{"demand 1 > 2 open"}},
		{"named first", "ar", "[P1 نادر] [R2 يدعو [P2 الحزب] إلى وقف القتال].", []string{"demand 1 > 2 open"}},
		{"participle alone", "ar", "[R2 مطالبا [P2 الهيئة] بفتحه].", nil},
		{"refused in its own words", "ar", "[R1>2 طالب بسحب القوات، وهو ما رفضه الوزير].", []string{"demand 1 > 2 rejected"}},
		{"insisting that it is so", "ar", "[R1 يصر على أنه سعيد في ناديه].", nil},
		{"anonymity", "ar", "[R1 اشترط عدم الكشف عن هويته].", nil},
		{"day of an aside", "ar", "[R1>2 طالب بإخلاء الملعب الذي سيفتح [D2031-05-09 الجمعة]].", []string{"demand 1 > 2 open"}},
		{"year of birth", "ar", "[R1>2 طالب بضم لاعبي مواليد [D2000 2000]].", []string{"demand 1 > 2 open"}},
		{"week that goes on", "ar", "[R1>2 طالب بإخلاء الملعب خلال [D2031-W19 الأسبوع الجاري]].", []string{"demand 1 > 2 due 2031-W19 open"}},
		{"day outside the words", "ar", "[D2031-05-09 الجمعة] [K1+2 يلتقي الجانبان في المدينة].", []string{"plan 1+2 open"}},
		{"what will be is no deed", "ar", "[C أكد] [P1 نادر] [S1 أنه سيكون سعيدا].", nil},
		{"what is done is a plan", "ar", "[C أكد] [P1 نادر] [S1 أنه سيتم بناء الجسر].", []string{"plan 1 open"}},
		{"who asked is no future", "ar", "[C وقال] [P1 نادر]: “[S1 سألني السائق عن الطريق]”.", nil},
		{"off the table", "en", "[C promised] [V1 that joint patrols were off the table].", nil},
		{"English refusal in its own words", "en", "[R1>2 urged the withdrawal of troops, which was rejected].", []string{"demand 1 > 2 rejected"}},
		{"English agreement", "en", "[G1+2 agreed to start talks at once].", []string{"promise 1+2 due immediately open"}},
		{"English agreement that is", "en", "[G1+2 agreed that the time was right].", nil},
		{"English demand", "en", "[R1>2 urged the withdrawal of troops].", []string{"demand 1 > 2 open"}},
		{"English idea", "en", "[R1 floated the idea of a swap].", []string{"proposal 1 open"}},
		{"English invitation", "en", "[M1>2 invited her to visit].", []string{"proposal 1 > 2 open"}},
		{"English first person", "en", "\"[S1 We will call [P2 Kori] now],\" [C said] [P1 Hasan].", []string{"promise 1 > 2 due immediately open"}},
		{"English being is no promise", "en", "\"[S1 I will be happy],\" [C said] [P1 Hasan].", nil},
		{"English own future", "en", "[P1 Hasan] [C said] [S1 he would honour the deal].", []string{"promise 1 open"}},
		{"English told promise", "en", "[P1 Hasan] has vowed to end the war within 24 hours.", []string{"promise 1 due within 24 hours open"}},
		{"English told plan", "en", "[P1 Hasan] plans to announce it on [D2031-05-09 Friday].", []string{"plan 1 due 2031-05-09 open"}},
		{"English plan behind an aside", "en", "[P1 Hasan], who closed the crossing in November, is to brief parliament on [D2031-05-09 Friday].", []string{"plan 1 due 2031-05-09 open"}},
		{"English offer", "en", "[G1 offered to send a team].", []string{"proposal 1 open"}},
		{"English acceptance", "en", "[G1 accepted the offer on [D2031-05-09 Friday]].", nil},
		{"English agreement on a day", "en", "[G1+2 agreed on [D2031-05-04 Sunday] to start talks].", []string{"promise 1+2 open"}},
		{"English hope", "en", "[P1 Hasan] [C said] [S1 he hoped for peace].", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(t, tt.text, tt.lang), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("commitments (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLaws holds for any order of the pieces: the doc stays valid, and each
// commitment has a party, words and a status.
func TestLaws(t *testing.T) {
	list := []string{
		"[P1 نادر]", "[P2 ليلى]", "وعد", "يعتزم", "[G1+2 اتفقا على بدء]", "[G1+2 اتفقا على أن تبدأ]", "[R1>2 طالب ب]", "[R1 طرح فكرة]",
		"[X2>1 رفضت]", "[S1 سنبدأ]", "[V1 بإنهاء]", "[C قال]", "[D2031-05-09 الجمعة]", "على الفور", "في غضون", "من المقرر أن", "بأن", ".", "،", "“", "”",
	}
	rapid.Check(t, func(rt *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(list), 0, 25).Draw(rt, "pieces"), " ")
		doc := parse(t, source, isnad.Arabic)
		commitments.Annotate(reading.New(doc.Article), doc)
		if err := doc.Check(); err != nil {
			rt.Fatal(err)
		}
		for i, c := range doc.Commitments {
			if len(c.By) == 0 || c.What.Empty() || c.Status == "" || c.Rule == "" {
				rt.Fatalf("commitment %d is not whole: %+v", i, c)
			}
		}
	})
}
