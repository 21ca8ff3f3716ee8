package bitext

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// head opens a file of a word list; its number is the version of the format.
// Below it stand rows of an Arabic key, an English key, and in thousandths the
// share of the Arabic word's uses that the English one translates and the other
// way, with tabs between, ordered by the keys.
const head = "# Arabic and English words that translate one another: format 1\n"

// Bytes is the list as a file. Load(l.Bytes()) is l.
func (l *List) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for _, r := range l.rows {
		fmt.Fprintf(&b, "%s\t%s\t%d\t%d\n", r.arabic, r.english, r.ofArabic, r.ofEnglish)
	}
	return b.Bytes()
}

// mostRows bounds what a file may hold.
const mostRows = 1 << 20

// Load reads a file of a word list.
func Load(file []byte) (*List, error) {
	body, ok := strings.CutPrefix(string(file), head)
	if !ok {
		return nil, fmt.Errorf("read word list: not a file of this format")
	}
	rows := make([]row, 0, strings.Count(body, "\n"))
	for line := range strings.Lines(body) {
		r, ok := parseRow(line)
		if !ok || len(rows) == mostRows || len(rows) > 0 && !before(rows[len(rows)-1], r) {
			return nil, fmt.Errorf("read word list: row %d is malformed or out of order", len(rows)+1)
		}
		rows = append(rows, r)
	}
	return newList(rows), nil
}

func parseRow(line string) (r row, ok bool) {
	line, ended := strings.CutSuffix(line, "\n")
	fields := strings.Split(line, "\t")
	if !ended || len(fields) != 4 || fields[0] == "" || fields[1] == "" {
		return row{}, false
	}
	r.arabic, r.english = fields[0], fields[1]
	for i, share := range []*int{&r.ofArabic, &r.ofEnglish} {
		n, err := strconv.Atoi(fields[2+i])
		if err != nil || n < 1 || n > thousand || strconv.Itoa(n) != fields[2+i] {
			return row{}, false
		}
		*share = n
	}
	return r, true
}

// before reports whether a stands before b in a file.
func before(a, b row) bool {
	return a.arabic < b.arabic || a.arabic == b.arabic && a.english < b.english
}
