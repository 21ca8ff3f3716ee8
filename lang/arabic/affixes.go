package arabic

// Affixes, folded. Proclitics are written to the start of a word, enclitics to
// its end; the endings are those of number, gender and mood.
const (
	prefixWaw  = "\u0648"       // و and
	prefixFeh  = "\u0641"       // ف so
	prefixBeh  = "\u0628"       // ب in, with
	prefixLam  = "\u0644"       // ل for, to
	prefixKaf  = "\u0643"       // ك like
	prefixSeen = "\u0633"       // س will
	article    = "\u0627\u0644" // ال the
	doubleLam  = "\u0644\u0644" // لل to the

	personHe  = "\u064A" // ي of يقول
	personShe = "\u062A" // ت of تقول
	personI   = "\u0627" // أ of أقول
	personWe  = "\u0646" // ن of نقول

	endAlef  = "\u0627"             // ا: قائلا, قالا
	endYeh   = "\u064A"             // ي
	endWaw   = "\u0648"             // و
	endHeh   = "\u0647"             // ة, ه
	endTeh   = "\u062A"             // ت: قالت
	endTa    = "\u062A\u0627"       // تا: قالتا
	endWa    = "\u0648\u0627"       // وا: قالوا
	endAn    = "\u0627\u0646"       // ان: يقولان
	endOon   = "\u0648\u0646"       // ون: يقولون
	endEen   = "\u064A\u0646"       // ين: قائلين
	endTeen  = "\u062A\u064A\u0646" // تين: قائلتين
	endTan   = "\u062A\u0627\u0646" // تان
	endAt    = "\u0627\u062A"       // ات: قائلات
	endHa    = "\u0647\u0627"       // ها
	endHum   = "\u0647\u0645"       // هم
	endHuma  = "\u0647\u0645\u0627" // هما
	endHun   = "\u0647\u0646"       // هن
	endNa    = "\u0646\u0627"       // نا
	endNi    = "\u0646\u064A"       // ني
	endKaf   = "\u0643"             // ك
	endKum   = "\u0643\u0645"       // كم
	endKun   = "\u0643\u0646"       // كن
	endKuma  = "\u0643\u0645\u0627" // كما
	wordSawf = "\u0633\u0648\u0641" // سوف will
	wordBihi = "\u0628\u0647"       // به with it
	maksura  = "\u0649"             // ى
)

// enclitics are the pronouns written to the end of a word, longest first.
var enclitics = []string{endKuma, endHuma, endHum, endHun, endHa, endKum, endKun, endNa, endNi, endHeh, endKaf, endYeh}

// objects are the enclitics that reports write to reporting verbs and their
// nouns: third persons and first.
var objects = []string{endHuma, endHum, endHa, endNa, endNi, endHeh}

// endsInObject reports, for speed, whether the last letter of a folded word is
// one that the objects end in.
func endsInObject(word string) bool {
	if len(word) < 3*letterBytes {
		return false
	}
	switch word[len(word)-letterBytes:] {
	case endAlef, endHeh, endYeh, endHum[letterBytes:]:
		return true
	}
	return false
}

func isObject(s string) bool {
	for _, enclitic := range objects {
		if s == enclitic {
			return true
		}
	}
	return false
}
