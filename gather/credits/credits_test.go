package credits

import (
	"slices"
	"testing"
)

func TestDateline(t *testing.T) {
	for _, test := range []struct {
		line, head, agency, rest string
	}{
		{"القاهرة (رويترز) - قال وزير المالية إن الموازنة جاهزة", "القاهرة (رويترز)", "رويترز", "قال وزير المالية إن الموازنة جاهزة"},
		{"واشنطن - أ ف ب - أعلن البيت الأبيض", "واشنطن - أ ف ب", "أ ف ب", "أعلن البيت الأبيض"},
		{"واشنطن - أ.ف.ب: أعلن البيت الأبيض", "واشنطن - أ.ف.ب", "أ.ف.ب", "أعلن البيت الأبيض"},
		{"غزة - (أ ف ب): دعت الحركة", "غزة - (أ ف ب)", "أ ف ب", "دعت الحركة"},
		{"واس - الرياض: اعتمد الوزير الخطة", "واس - الرياض", "واس", "اعتمد الوزير الخطة"},
		{"الدوحة - قنا - افتتح الأمير", "الدوحة - قنا", "قنا", "افتتح الأمير"},
		{"كوالالمبور ـ الفرنسية: حصلت", "كوالالمبور ـ الفرنسية", "الفرنسية", "حصلت"},
		{"(رويترز) قال متحدث إن السفينة غرقت", "(رويترز)", "رويترز", "قال متحدث إن السفينة غرقت"},
		{"CAIRO, Feb 12 (Reuters) - Egypt said on Monday", "CAIRO, Feb 12 (Reuters)", "Reuters", "Egypt said on Monday"},
		{"CAIRO (AP) — Egypt said on Monday", "CAIRO (AP)", "AP", "Egypt said on Monday"},
		{"(AP) — Egypt said on Monday", "(AP)", "AP", "Egypt said on Monday"},
		{"WASHINGTON (CNN) -- The president said", "WASHINGTON (CNN)", "CNN", "The president said"},
		{"PORT SELENE, March 3 (Corvus) - The president said", "PORT SELENE, March 3 (Corvus)", "Corvus", "The president said"},
		{"(كورفوس) - اتفقت الرئيسة", "(كورفوس)", "كورفوس", "اتفقت الرئيسة"},
		{"نهرستان (خاص) - قال الوزير", "نهرستان (خاص)", "", "قال الوزير"},
		{"LONDON — The prime minister said on Monday that the talks went on", "LONDON", "", "The prime minister said on Monday that the talks went on"},
		{"عمان – وقع البلدان اليوم اتفاقا للتعاون في مجال المياه والزراعة", "عمان", "", "وقع البلدان اليوم اتفاقا للتعاون في مجال المياه والزراعة"},
		// No datelines.
		{"محمد صلاح - نجم ليفربول - سجل هدفين في المباراة التي أقيمت أمس على ملعب الفريق", "", "", ""},
		{"الرئيس: لن نتراجع عن هذا القرار مهما كانت الضغوط علينا من الخارج أو الداخل", "", "", ""},
		{"قال لوكالة رويترز - وهي وكالة بريطانية - إن المحادثات ستبدأ الشهر المقبل في جنيف", "", "", ""},
		{"نقلت رويترز عن مصدر قوله: المحادثات تبدأ غدا", "", "", ""},
		{"وقال المصدر لرويترز: لن نشارك في المحادثات المقبلة", "", "", ""},
		{"The minister - who spoke to AP - said nothing of the plan to leave the talks", "", "", ""},
		{"Reuters reported on Monday that the talks failed", "", "", ""},
		{"قنا - محافظة في جنوب مصر - شهدت اليوم افتتاح مستشفى جديد بعد سنوات من الانتظار", "", "", ""},
	} {
		head, ok := Dateline(test.line)
		if !ok {
			if test.head != "" {
				t.Errorf("Dateline(%q) finds none, want %q", test.line, test.head)
			}
			continue
		}
		if got := test.line[:head.End]; got != test.head || head.Agency.Of(test.line) != test.agency || test.line[head.Rest:] != test.rest {
			t.Errorf("Dateline(%q) = %q agency %q rest %q", test.line, got, head.Agency.Of(test.line), test.line[head.Rest:])
		}
	}
}

func TestCredit(t *testing.T) {
	for _, test := range []struct{ line, agency string }{
		{"بيروت: رويترز", "رويترز"}, {"واس - الرياض", "واس"}, {"(AFP)", "AFP"}, {"الجزيرة - واس:", "واس"},
		{"وكالات (مانشستر)", "وكالات"}, {"غزة - (أ ف ب):", "أ ف ب"}, {"Jane Roe, Reuters", "Reuters"},
		{"اربيل - د. ب. أ", "د. ب. أ"}, {"كوالالمبور ـ الفرنسية:", "الفرنسية"},
		{"بيروت: بولا الحداد", ""}, {"فارس الخطيب", ""}, {"The Daily Star", ""},
	} {
		head, ok := Credit(test.line)
		if got := head.Agency.Of(test.line); got != test.agency || ok != (test.agency != "") {
			t.Errorf("Credit(%q) = %q, want %q", test.line, got, test.agency)
		}
	}
}

func TestTrailer(t *testing.T) {
	for _, test := range []struct {
		line, agency string
		whole        bool
	}{
		{"(وكالات)", "وكالات", true}, {"المصدر: رويترز", "رويترز", true}, {"Source: Reuters", "Reuters", true},
		{"نقلا عن رويترز", "رويترز", true}, {"أ ف ب", "أ ف ب", true}, {"– رويترز", "رويترز", true},
		{"وانتهت الجلسة بعد ساعتين. (رويترز)", "رويترز", false},
		{"وانتهت الجلسة بعد ساعتين /واس/", "واس", false},
		{"The session ended after two hours. (AFP)", "AFP", false},
		{"قال ذلك لوكالة رويترز", "", false},
		{"وانتهت الجلسة (بعد ساعتين).", "", false},
		{"المصدر: مسؤول في الوزارة", "", false},
	} {
		agency, whole, _ := Trailer(test.line)
		if got := agency.Of(test.line); got != test.agency || whole != test.whole {
			t.Errorf("Trailer(%q) = %q %v, want %q %v", test.line, got, whole, test.agency, test.whole)
		}
	}
}

func TestByline(t *testing.T) {
	for _, test := range []struct{ line, name, agency, outlet, day string }{
		{line: "كتب: سامي الحداد", name: "سامي الحداد"},
		{line: "كتبت - ليلى نور", name: "ليلى نور"},
		{line: "بقلم سامي الحداد", name: "سامي الحداد"},
		{line: "By Jane Roe", name: "Jane Roe"},
		{line: "By Jane Roe, Reuters", name: "Jane Roe", agency: "Reuters"},
		{line: "By Jane Roe and John Doe, Political Editor", name: "Jane Roe and John Doe, Political Editor"},
		{line: "By Jane Roe, The Harbour News, 6 March 2026", name: "Jane Roe", outlet: "The Harbour News", day: "6 March 2026"},
		{line: "By Jane Roe, Staff Writer, March 6, 2026", name: "Jane Roe, Staff Writer", day: "March 6, 2026"},
		{line: "(Reporting by Jane Roe; editing by John Doe)", name: "Jane Roe; editing by John Doe"},
		{line: "كتب الرئيس على منصته"},
		{line: "By the time he came"},
		{line: "By 6 March The Army"},
		{line: "By Friday, the army had left."},
	} {
		author, ok := Byline(test.line)
		got := []string{author.Name.Of(test.line), author.Agency.Of(test.line), author.Outlet.Of(test.line), author.Day.Of(test.line)}
		if want := []string{test.name, test.agency, test.outlet, test.day}; !slices.Equal(got, want) || ok != (test.name != "") {
			t.Errorf("Byline(%q) = %q, want %q", test.line, got, want)
		}
	}
}

func TestPicture(t *testing.T) {
	for _, test := range []struct {
		line, credit string
		marked, ok   bool
	}{
		{"الوزير خلال الجلسة. (AFP)", "AFP", false, true},
		{"الوزير خلال الجلسة (تصوير: سامي الحداد)", "سامي الحداد", true, true},
		{"تصوير: سامي الحداد", "سامي الحداد", true, true},
		{"The minister in the chamber (Jane Roe/Reuters)", "Reuters", true, true},
		{"The minister in the chamber [File: Reuters]", "Reuters", true, true},
		{"The minister in the chamber (Getty Images)", "Getty Images", true, true},
		{"Photo: Jane Roe", "Jane Roe", true, true},
		{"الوزير سامي الحداد في الحفل. (ميريديان)", "ميريديان", false, true},
		{"قال الوزير ذلك (أمس).", "", false, false},
	} {
		credit, marked, ok := Picture(test.line)
		if got := credit.Of(test.line); got != test.credit || marked != test.marked || ok != test.ok {
			t.Errorf("Picture(%q) = %q %v %v, want %q %v %v", test.line, got, marked, ok, test.credit, test.marked, test.ok)
		}
	}
	for line, want := range map[string]bool{
		"الأضواء: (من اليسار) الوزير سامي الحداد والوزيرة ليلى نور": true,
		"صورة: الوزير":                true,
		"The minister (left) arrives": true,
		"He (the minister) arrives":   false,
		"صورة المشهد تغيرت":           false,
	} {
		if got := Caption(line); got != want {
			t.Errorf("Caption(%q) = %v", line, got)
		}
	}
}

func TestCaptionCredit(t *testing.T) {
	for line, want := range map[string]string{
		"الوزير سامي الحداد في الحفل - تصوير: ليلى نور": "ليلى نور",
		"The dam in the green valley | Photo: Jane Roe": "Jane Roe",
		"الوزير سامي الحداد في الحفل (أخبار النهر)":     "أخبار النهر",
		"The minister - in the chamber":                 "",
	} {
		credit := CaptionCredit(line)
		if got := credit.Of(line); got != want {
			t.Errorf("CaptionCredit(%q) = %q, want %q", line, got, want)
		}
	}
}

func TestHouse(t *testing.T) {
	for line, want := range map[string]bool{
		"خاص - أخبار النهر": true, "أخبار النهر - خاص": true, "متابعات": true, "(خاص)": true, "Special to Nahr News": true,
		"خاص الوزير بالذكر": false, "أخبار النهر": false, "مراسل الصحيفة في المدينة": false, "": false,
		"قال الوزير إن المشروع كبير - خاص": false,
	} {
		if got := House(line); got != want {
			t.Errorf("House(%q) = %v", line, got)
		}
	}
}
