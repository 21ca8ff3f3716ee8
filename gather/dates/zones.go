package dates

import (
	_ "embed" // the names of zones and of the halves of the day
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed zones.tsv
var zoneList string

//go:embed halves.tsv
var halfList string

const (
	noZone  = "no zone: read as UTC"
	anyone  = "*"
	daysEnd = 14 * 60 // no zone is further from UTC, in minutes
)

// zoneRow is one meaning of a zone's name.
type zoneRow struct {
	minutes int
	who     []string
}

// zones are keyed by their folded names.
var zones = sync.OnceValue(func() map[string][]zoneRow {
	table := make(map[string][]zoneRow)
	for _, field := range rows(zoneList) {
		minutes, err := strconv.Atoi(field[1])
		if err != nil {
			panic("dates: zones.tsv: " + field[0])
		}
		key := arabic.Fold(field[0])
		table[key] = append(table[key], zoneRow{minutes, strings.Fields(field[2])})
	}
	return table
})

// halves say of a folded word whether it names the later half of the day.
var halves = sync.OnceValue(func() map[string]bool {
	table := make(map[string]bool)
	for _, field := range rows(halfList) {
		for word := range strings.SplitSeq(field[1], ",") {
			table[foldHalf(word)] = field[0] == "late"
		}
	}
	return table
})

func rows(list string) (fields [][]string) {
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			fields = append(fields, strings.Split(line, "\t"))
		}
	}
	return fields
}

// offset is a zone as a distance from Greenwich, behind a clock or behind GMT.
var (
	offset    = regexp.MustCompile(`^ ?\(?(?i:(gmt|utc|ut) ?)?([+\-])-?([0-9]{1,2})(?::?([0-9]{2}))?`)
	gmtOffset = regexp.MustCompile(`(?i)(?:gmt|utc) ?([+\-]) ?([0-9]{1,2})(?::?([0-9]{2}))?`)
)

// readZone reads the zone with which words, the text behind a clock, begin and
// returns the bytes it takes. "-05/03/2026" is a dash and a day, not a zone.
func (r *reading) readZone(words string) int {
	if strings.HasPrefix(strings.ToUpper(words), "Z") && (len(words) == 1 || words[1] == ' ') {
		r.zoned = true
		return 1
	}
	m := offset.FindStringSubmatchIndex(words)
	if m == nil {
		return 0
	}
	behind := words[m[1]:]
	alone := m[2] < 0 && m[8] < 0 // a sign and one number
	switch {
	case alone && (m[7]-m[6] == 1 || strings.ContainsAny(behind, "0123456789")),
		behind != "" && (isDigit(behind[0]) || behind[0] == '/' || behind[0] == ':'),
		len(behind) > 1 && (behind[0] == '-' || behind[0] == '.') && isDigit(behind[1]):
		return 0
	}
	hours, _ := strconv.Atoi(words[m[6]:m[7]])
	minutes := 0
	if m[8] >= 0 {
		minutes, _ = strconv.Atoi(words[m[8]:m[9]])
	}
	if !r.setZone(words[m[4]:m[5]], hours, minutes) {
		return 0
	}
	return m[1]
}

func (r *reading) setZone(sign string, hours, minutes int) bool {
	minutes += hours * 60
	if minutes > daysEnd {
		return false
	}
	if sign == "-" {
		minutes = -minutes
	}
	r.zone, r.zoned = zoneAt(minutes), true
	return true
}

func zoneAt(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}

// zoneElsewhere reads the zone where none stands directly behind the clock:
// behind GMT, or by its name.
func (r *reading) zoneElsewhere() {
	if r.zoned {
		return
	}
	if m := gmtOffset.FindStringSubmatchIndex(r.words); m != nil {
		hours, _ := strconv.Atoi(r.words[m[4]:m[5]])
		minutes := 0
		if m[6] >= 0 {
			minutes, _ = strconv.Atoi(r.words[m[6]:m[7]])
		}
		if r.setZone(r.words[m[2]:m[3]], hours, minutes) {
			r.cut(m[0], m[1])
			return
		}
	}
	from, to, meanings := zoneName(r.words)
	if meanings == nil {
		r.note(noZone)
		return
	}
	r.named(r.words[from:to], meanings)
	r.cut(from, to)
}

// zoneWord is what may name a zone: capitals, or a word behind «بتوقيت».
var zoneWord = regexp.MustCompile(`\b(?:[A-Z]{1,5}|gmt|utc)\b|\x{62A}\x{648}\x{642}\x{64A}\x{62A} ([^ ,.()\-]+)`)

// zoneName finds the name of a zone and its meanings; nil if there is none.
func zoneName(words string) (from, to int, meanings []zoneRow) {
	for _, m := range zoneWord.FindAllStringSubmatchIndex(words, 16) {
		from, to := m[0], m[1]
		if m[2] >= 0 {
			from = m[2]
		}
		if rows := zones()[arabic.Fold(words[from:to])]; rows != nil {
			return from, to, rows
		}
	}
	return 0, 0, nil
}

// named sets the zone to what its writer means by name.
func (r *reading) named(name string, meanings []zoneRow) {
	for _, row := range meanings {
		if !r.writer.means(row) {
			continue
		}
		r.zone, r.zoned = zoneAt(row.minutes), true
		if len(meanings) > 1 {
			r.note(fmt.Sprintf("zone %s read as %s", name, time.Time{}.In(r.zone).Format("-07:00")))
		}
		return
	}
	r.note(fmt.Sprintf("zone %s has several meanings: read as UTC", name))
}

// means reports whether the writer is one of those that row is about.
func (w Writer) means(row zoneRow) bool {
	country := w.Host[strings.LastIndexByte(w.Host, '.')+1:]
	for _, who := range row.who {
		tag, isLang := strings.CutPrefix(who, "lang:")
		if who == anyone || isLang && w.Lang == isnad.Lang(tag) || !isLang && country == who {
			return true
		}
	}
	return false
}
