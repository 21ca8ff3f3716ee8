package main

import (
	"bytes"
	"context"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/isnad-news/isnad"
)

// asks runs isnad and returns its exit code and what it writes.
func asks(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var results, told bytes.Buffer
	code = run(t.Context(), args, streams{strings.NewReader(""), &results, &told})
	return code, results.String(), told.String()
}

// What is typed reaches the terminal without controls and marks of direction.
func TestTypedControls(t *testing.T) {
	const typed = "\x1b[31mred\a\u202ename"
	for _, args := range [][]string{
		{"entity", "--demo", typed}, {"story", "--demo", typed}, {"search", "--demo", typed}, {"search", "--demo", "speker:" + typed},
		{"positions", "--demo", "--party", typed}, {"commitments", "--demo", "--party", typed}, {"verify", "--demo", "--speaker", typed, typed},
		{"story", "--demo", "--since", typed}, {"story", "--store", typed}, {"read", typed}, {typed}, {"read", "--" + typed},
	} {
		_, out, told := asks(t, args...)
		for _, text := range []string{out, told} {
			if i := strings.IndexFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' || r == '\u202e' }); i >= 0 {
				t.Errorf("%q writes %q", args, text[i:])
			}
		}
		if !strings.Contains(out+told, "red") {
			t.Errorf("%q does not say what was typed: %q", args, told)
		}
	}
}

// shellWords takes a line of help apart as a shell does.
var shellWords = regexp.MustCompile(`'[^']*'|\S+`)

// The examples in the help of the verbs that take --demo find something there.
func TestHelpExamples(t *testing.T) {
	t.Chdir(t.TempDir())
	verbs := reflect.TypeFor[commands]()
	examples := 0
	for i := range verbs.NumField() {
		helper, ok := reflect.New(verbs.Field(i).Type).Interface().(interface{ Help() string })
		if _, asked := verbs.Field(i).Type.FieldByName("askFlags"); !asked || !ok {
			continue
		}
		for line := range strings.Lines(helper.Help()) {
			example, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "  isnad ")
			if !ok {
				continue
			}
			example, _, _ = strings.Cut(example, "  ") // what it does stands behind it
			var args []string
			for _, word := range shellWords.FindAllString(example, -1) {
				args = append(args, strings.Trim(word, "'"))
			}
			examples++
			code, out, told := asks(t, append(args, "--demo")...)
			if code != exitOK || strings.HasPrefix(out, "No ") || out+told == "" {
				t.Errorf("isnad %s --demo: ends with %d: %s%s", example, code, out, told)
			}
		}
	}
	if examples < 10 {
		t.Errorf("%d examples", examples)
	}
}

// hundreds is a store of 2,217 reports.
type hundreds struct{ isnad.Reader }

func (hundreds) Totals(context.Context) (isnad.Totals, error) {
	return isnad.Totals{Articles: 2217, From: "2031-04-01", To: "2031-05-03"}, nil
}

// Collating a part of a large store unasked says which.
func TestDaysCollatedUnasked(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"2031-05-01", "", "isnad: 154 of 2,217 reports, those of 2031-05-01 to 2031-05-03 and of their stories; --from DAY for more\n"},
		{"2031-04-18", "2031-04-20", "isnad: 154 of 2,217 reports, those of 2031-04-18 to 2031-04-20 and of their stories; --from DAY for more\n"},
	} {
		var told bytes.Buffer
		err := tellDays(t.Context(), streams{err: &told}, hundreds{}, isnad.Days{From: test.from, To: test.to}, 154)
		if err != nil || told.String() != test.want {
			t.Errorf("%q, error %v", told.String(), err)
		}
	}
}
