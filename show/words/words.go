// Package words holds the labels of the terminal report and of the page in
// both languages, and formats dates and counts with them.
package words

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/isnad-news/isnad"
)

//go:embed words.tsv
var table string

// Book gives labels in one language. It is immutable and safe for concurrent
// use.
type Book struct {
	Lang   isnad.Lang
	labels map[string]string
}

var english, arabic = load(table)

// In returns the labels of a language; of any but Arabic, the English ones.
func In(lang isnad.Lang) *Book {
	if lang == isnad.Arabic {
		return arabic
	}
	return english
}

func load(table string) (english, arabic *Book) {
	english = &Book{Lang: isnad.English, labels: map[string]string{}}
	arabic = &Book{Lang: isnad.Arabic, labels: map[string]string{}}
	for line := range strings.Lines(table) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		english.labels[fields[0]], arabic.labels[fields[0]] = fields[1], fields[2]
	}
	return english, arabic
}

// RightToLeft reports whether the labels are written from the right.
func (b *Book) RightToLeft() bool { return b.Lang == isnad.Arabic }

// Has reports whether there is a label for key.
func (b *Book) Has(key string) bool { _, ok := b.labels[key]; return ok }

// Label returns the words for key with {0}, {1}… replaced by values. A key
// without words comes back without its class: "mode.airlift" as "airlift".
func (b *Book) Label(key string, values ...any) string {
	label, ok := b.labels[key]
	if !ok {
		_, name, found := strings.Cut(key, ".")
		if !found {
			name = key
		}
		return strings.NewReplacer("-", " ", "_", " ").Replace(name)
	}
	for i, value := range values {
		label = strings.ReplaceAll(label, "{"+strconv.Itoa(i)+"}", text(value))
	}
	return label
}

func text(value any) string {
	switch value := value.(type) {
	case int:
		return strconv.Itoa(value)
	case string:
		return value
	}
	panic("words: a value is neither int nor string")
}

// Count returns "1 report", "3 reports", «3 تقارير» for things that the list
// names as n.thing.class, where class is the plural class of CLDR.
func (b *Book) Count(n int, thing string) string {
	return b.Label("n."+thing+"."+b.class(n), n)
}

// class is the plural class: English has one and other, Arabic two, few (3–10)
// and many (11–99) as well. Source: CLDR plural rules, cardinals.
func (b *Book) class(n int) string {
	hundredth := n % 100
	switch {
	case n == 1:
		return "one"
	case b.Lang != isnad.Arabic:
		return "other"
	case n == 2:
		return "two"
	case hundredth >= 3 && hundredth <= 10:
		return "few"
	case hundredth >= 11:
		return "many"
	}
	return "other"
}

// Event returns the plain words for an event's type and mode: "Phone call",
// "Sanction (expulsion)".
func (b *Book) Event(kind isnad.EventType, mode string) string {
	if mode == "" {
		return b.Label("type." + string(kind))
	}
	if key := "whole." + string(kind) + "." + mode; b.Has(key) {
		return b.Label(key)
	}
	return b.Label("type."+string(kind)) + " (" + b.Label("mode."+mode) + ")"
}

// Number returns a value without a fraction that is nothing: 40, 3.5.
func Number(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }

// Measure returns a number of an event in words: "lasting 40 minutes",
// "dead: about 12".
func (b *Book) Measure(n isnad.Number) string {
	amount := Number(n.Value)
	whole := n.Value == float64(int(n.Value))
	switch {
	case n.Unit == "minute" && whole:
		amount = b.Count(int(n.Value), "minute")
	case n.Unit != "" && n.About != "dead" && n.About != "wounded":
		amount += " " + n.Unit // the dead need no noun of one language in the other
	}
	if n.Loose {
		amount = b.Label("loose") + " " + amount
	}
	if n.About == "duration" {
		return b.Label("about.duration") + " " + amount
	}
	return b.Label("about."+n.About) + ": " + amount
}

// Quantity writes a value of what is counted: "12", "40 minutes", «3 أشهر». The
// dead and wounded need no noun, which one language would lend the other.
func (b *Book) Quantity(about, value, unit string) string {
	if n, err := strconv.Atoi(value); err == nil && about == "duration" && unit == "minute" {
		return b.Count(n, "minute")
	}
	if about == "dead" || about == "wounded" || unit == "" {
		return value
	}
	return value + " " + unit
}

// counted writes "15 dead" and "40 minute" in words.
func (b *Book) counted(value string) string {
	number, unit, ok := strings.Cut(value, " ")
	n, err := strconv.Atoi(number)
	switch {
	case ok && (unit == "dead" || unit == "wounded"):
		if b.Lang != isnad.Arabic {
			return value
		}
		return b.Label("about."+unit) + ": " + number
	case ok && unit == "minute" && err == nil:
		return b.Count(n, "minute")
	}
	return value
}

// Value writes one value of a difference for a reader: dates and statuses in
// words, the rest as it stands.
func (b *Book) Value(what, value string) string {
	switch what {
	case "date":
		return b.Date(value)
	case "status":
		return b.Label("status." + value)
	case "kind":
		return b.Label("type." + value)
	case "number":
		return b.counted(value)
	}
	for _, class := range []string{"said.", "status."} {
		if b.Has(class + value) {
			return b.Label(class + value)
		}
	}
	return value
}
