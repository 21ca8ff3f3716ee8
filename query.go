package isnad

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Field is what of an article a condition looks at.
type Field string

// The fields.
const (
	InText      Field = "text"    // the words of the article
	SpeakerName Field = "speaker" // who says something in it
	EntityName  Field = "entity"  // who or what it names
	EventCode   Field = "event"   // what happens in it: a type ("CONSULT") or a type and its mode ("CONSULT/phone")
	OutletName  Field = "outlet"  // who published it
	Language    Field = "lang"    // what it is written in
)

// Condition is one thing that is asked of an article.
type Condition struct {
	Field Field
	Value string // words, a name, an event type; never empty
	// Close asks that the words of Value follow one another, as in a phrase; else
	// all of them must be there. Names are always compared so.
	Close bool
	Not   bool     // it must not hold
	Known []string // of a name: rows of the known facts that have it; one of them is as good as the name
	At    int      // letter of the query at which it begins, from 1; 0 if nobody typed it
}

// Query says which articles are looked for: those for which every condition
// holds, and which came out on the days. Of several outlets one suffices, and so
// it is with languages, since an article has one of each. Names are compared
// word by word as the words of a text are: a part of a name finds it.
type Query struct {
	Conditions []Condition
	Days       Days // all if zero
	Limit      int  // how many hits at most; none if it is not positive
}

// Of returns the conditions on one field that must hold, or, with not, that
// must not.
func (q *Query) Of(field Field, not bool) []Condition {
	var list []Condition
	for _, condition := range q.Conditions {
		if condition.Field == field && condition.Not == not {
			list = append(list, condition)
		}
	}
	return list
}

// QueryFields names the fields as queries write them in a language, those of
// days last: "speaker", "entity", "event", "outlet", "lang", "from", "to".
func QueryFields(lang Lang) []string {
	var names []string
	for _, one := range queryFields {
		if lang == Arabic {
			names = append(names, one.arabic)
		} else {
			names = append(names, one.english)
		}
	}
	return names
}

const (
	fromDay Field = "from"
	toDay   Field = "to"
)

// queryFields are the fields by name. Arabic names are written without hamza,
// as foldName leaves them.
var queryFields = []struct {
	field           Field
	english, arabic string
	others          []string
}{
	{SpeakerName, "speaker", "\u0645\u062a\u062d\u062f\u062b", []string{"\u0627\u0644\u0645\u062a\u062d\u062f\u062b", "\u0642\u0627\u0626\u0644"}}, // متحدث المتحدث قائل
	{EntityName, "entity", "\u0643\u064a\u0627\u0646", []string{"\u0627\u0633\u0645"}},                                                             // كيان اسم
	{EventCode, "event", "\u062d\u062f\u062b", nil},                                                                                                // حدث
	{OutletName, "outlet", "\u0635\u062d\u064a\u0641\u0629", []string{"\u0646\u0627\u0634\u0631"}},                                                 // صحيفة ناشر
	{Language, "lang", "\u0644\u063a\u0629", []string{"language"}},                                                                                 // لغة
	{fromDay, "from", "\u0645\u0646", []string{"since"}},                                                                                           // من
	{toDay, "to", "\u0625\u0644\u0649", []string{"until"}},                                                                                         // إلى
}

// ParseQuery reads a query as people type it: words, phrases between double
// quotation marks of any form, and fields, in English or Arabic:
//
//	harbour "open on Monday" speaker:Strell -bridge lang:en from:2031-05-01
//	ميناء متحدث:"أنيكة سترل" من:2031-05
//
// A value with spaces stands between quotation marks. A hyphen before a word, a
// phrase or a field asks that it is not there. Days are written 2006-01-02; a
// month or a year stands for its first day in from, its last in to. The error is
// of kind [Invalid] and says at which letter the query is wrong.
//
// Known rows are not looked up, nor event types checked: that needs lists.
func ParseQuery(text string) (Query, error) {
	if len(text) > maxQuery {
		return Query{}, Errorf(TooLarge, "query", "it is longer than %d bytes", maxQuery)
	}
	p := queryParser{text: strings.ToValidUTF8(text, " ")}
	for p.blanks(); p.at < len(p.text); p.blanks() {
		if err := p.condition(); err != nil {
			return Query{}, err
		}
	}
	if len(p.query.Conditions) == 0 && p.query.Days == (Days{}) {
		return Query{}, Errorf(Invalid, "query", "there is nothing in it to look for").WithHint(queryHint)
	}
	return p.query, nil
}

const (
	maxQuery  = 4096 // bytes
	queryHint = "name words, \"phrases\" and fields, as in: harbour speaker:Strell from:2031-05-01"
)

// queryParser reads a query from left to right.
type queryParser struct {
	text  string
	at    int // byte
	query Query
}

// wrong is an error about what begins at a byte.
func (p *queryParser) wrong(at int, format string, args ...any) *Error {
	err := Errorf(Invalid, "query", format, args...)
	err.Cause = Errorf(Invalid, "letter "+strconv.Itoa(p.letter(at)), "%w", err.Cause)
	return err.WithHint(queryHint)
}

func (p *queryParser) letter(at int) int { return utf8.RuneCountInString(p.text[:at]) + 1 }

func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

func (p *queryParser) blanks() {
	p.at += len(p.text[p.at:]) - len(strings.TrimLeftFunc(p.text[p.at:], isBlank))
}

// condition reads one word, phrase or field.
func (p *queryParser) condition() error {
	one := Condition{Field: InText, At: p.letter(p.at)}
	start := p.at
	if rest, ok := strings.CutPrefix(p.text[p.at:], "-"); ok {
		p.at++
		if first, _ := utf8.DecodeRuneInString(rest); rest == "" || isBlank(first) || first == '-' {
			return nil // a dash between words
		}
		one.Not = true
	}
	field, named, err := p.field()
	if err != nil {
		return err
	}
	if named {
		one.Field = field
		p.blanks()
	}
	if one.Value, one.Close, err = p.value(); err != nil {
		return err
	}
	if !slices.ContainsFunc([]rune(one.Value), isQueryLetter) {
		if named {
			return p.wrong(start, "%s has no value", p.text[start:p.at])
		}
		return nil // punctuation
	}
	return p.take(one, start)
}

// isQueryLetter reports whether there may be something to look for in a word
// with r: not if it is made of tatweel and signs alone.
func isQueryLetter(r rune) bool { return unicode.IsLetter(r) && r != tatweel || unicode.IsDigit(r) }

const tatweel = '\u0640'

// field reads the name of a field with its colon, if one begins here.
func (p *queryParser) field() (field Field, named bool, err error) {
	rest := p.text[p.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	if end <= 0 || rest[end] != ':' {
		return "", false, nil
	}
	name := foldName(rest[:end])
	for _, one := range queryFields {
		if name == foldName(one.english) || name == foldName(one.arabic) || slices.Contains(one.others, name) {
			p.at += end + 1
			return one.field, true, nil
		}
	}
	behind, _ := utf8.DecodeRuneInString(rest[end+1:])
	if rest[end+1:] == "" || !isQueryLetter(behind) && !isMark(behind) {
		return "", false, nil // a colon behind a word, an address
	}
	return "", false, p.wrong(p.at, "there is no field %q", rest[:end]).
		WithHint("the fields are " + strings.Join(QueryFields(English), ", ") + "; put words with a colon between quotation marks")
}

// foldName folds the name of a field: letter case, hamza and short vowels.
func foldName(name string) string {
	const alef, hamzaAbove, hamzaBelow = '\u0627', '\u0623', '\u0625'
	return strings.Map(func(r rune) rune {
		switch {
		case r == hamzaAbove || r == hamzaBelow:
			return alef
		case r == tatweel || unicode.Is(unicode.Mn, r):
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// isMark reports whether r is one of the double quotation marks that people
// type.
func isMark(r rune) bool {
	switch r {
	case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
		return true
	}
	return false
}

// value reads a word or what stands between quotation marks.
func (p *queryParser) value() (value string, quoted bool, err error) {
	start := p.at
	first, size := utf8.DecodeRuneInString(p.text[p.at:])
	if size > 0 && isMark(first) {
		p.at += size
		end := strings.IndexFunc(p.text[p.at:], isMark)
		if end < 0 {
			return "", false, p.wrong(start, "the quotation mark is not closed")
		}
		value = strings.Join(strings.FieldsFunc(p.text[p.at:p.at+end], isBlank), " ")
		_, size = utf8.DecodeRuneInString(p.text[p.at+end:])
		p.at += end + size
		return value, true, nil
	}
	end := strings.IndexFunc(p.text[p.at:], func(r rune) bool { return isBlank(r) || isMark(r) })
	if end < 0 {
		end = len(p.text) - p.at
	}
	p.at += end
	return p.text[start:p.at], false, nil
}

// take adds a condition that began at a byte.
func (p *queryParser) take(one Condition, start int) error {
	switch one.Field {
	case fromDay, toDay:
		return p.day(one, start)
	case Language:
		lang, ok := languages[foldName(one.Value)]
		if !ok {
			return p.wrong(start, "%q is no language that is read", one.Value).WithHint("write lang:ar or lang:en")
		}
		one.Value = string(lang)
	case EventCode:
		one.Value = strings.TrimSpace(one.Value)
	}
	p.query.Conditions = append(p.query.Conditions, one)
	return nil
}

var languages = map[string]Lang{
	"ar": Arabic, "arabic": Arabic, "\u0639\u0631\u0628\u064a": Arabic, "\u0639\u0631\u0628\u064a\u0629": Arabic, "\u0627\u0644\u0639\u0631\u0628\u064a\u0629": Arabic, // عربي عربية العربية
	"en": English, "english": English, "\u0627\u0646\u062c\u0644\u064a\u0632\u064a": English, "\u0627\u0646\u062c\u0644\u064a\u0632\u064a\u0629": English, "\u0627\u0644\u0627\u0646\u062c\u0644\u064a\u0632\u064a\u0629": English, // انجليزي انجليزية الانجليزية
}

// day reads a bound of the days.
func (p *queryParser) day(one Condition, start int) error {
	bound := &p.query.Days.From
	if one.Field == toDay {
		bound = &p.query.Days.To
	}
	switch {
	case one.Not:
		return p.wrong(start, "days cannot be left out").WithHint("give the days to look in, as in from:2031-05-01 to:2031-05-31")
	case *bound != "":
		return p.wrong(start, "%s stands there twice", one.Field)
	}
	first, last, ok := daysOf(one.Value)
	if !ok {
		return p.wrong(start, "%q is not a day", one.Value).WithHint("write days as YYYY-MM-DD, YYYY-MM or YYYY, as in from:2026-03-04")
	}
	*bound = first
	if one.Field == toDay {
		*bound = last
	}
	if days := p.query.Days; days.From != "" && days.To != "" && days.From > days.To {
		return p.wrong(start, "the days end on %s, before they begin on %s", days.To, days.From)
	}
	return nil
}

// daysOf is the first and the last day of a day, a month or a year. Digits may
// be Arabic.
func daysOf(text string) (first, last string, ok bool) {
	const zero, farZero = '\u0660', '\u06f0'
	text = strings.Map(func(r rune) rune {
		switch {
		case r >= zero && r <= zero+9:
			return r - zero + '0'
		case r >= farZero && r <= farZero+9:
			return r - farZero + '0'
		}
		return r
	}, text)
	for _, form := range []struct {
		layout        string
		months, years int
	}{{"2006-01", 1, 0}, {"2006", 0, 1}, {time.DateOnly, 0, 0}} {
		begin, err := time.Parse(form.layout, text)
		if err != nil {
			continue
		}
		end := begin
		if form.months+form.years > 0 {
			end = begin.AddDate(form.years, form.months, -1)
		}
		return begin.Format(time.DateOnly), end.Format(time.DateOnly), true
	}
	return "", "", false
}
