package archives

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestRecords(t *testing.T) {
	const (
		one = `{"title":"السد","content":"قال \"نعم\"\n { [ \u0623 ]"}`
		two = `{"title":"The dam","text":["It is at work.",{"a":-1.5e+3,"b":[true,false,null,{}]}]}`
	)
	limits := Limits{RecordBytes: 1 << 20}
	for _, test := range []struct {
		name, content string
		want          []string
	}{
		{"lines", one + "\n\n" + two, []string{"#1 " + one, "#2 " + two}},
		{"lines of Windows", one + "\r\n" + two + "\r\n", []string{"#1 " + one, "#2 " + two}},
		{"byte order mark", "\xEF\xBB\xBF" + one, []string{"#1 " + one}},
		{"array", "[" + one + ",\n" + two + "]\n", []string{"#1 " + one, "#2 " + two}},
		{"array over lines", "[\n  " + one + ",\n  {\n  \"a\" : 1\n  }\n]", []string{"#1 " + one, "#2 {\n  \"a\" : 1\n  }"}},
		{"objects that follow one another", one + two + " " + two, []string{"#1 " + one, "#2 " + two, "#3 " + two}},
		{"commas behind lines", one + ",\n" + two + ",\n", []string{"#1 " + one, "#2 " + two}},
		{"object over lines", "{\n\"title\":\n\"x\"\n}", []string{"#1 {\n\"title\":\n\"x\"\n}"}},
		{"a bad line", one + "\n{\"title\": oops}\n" + two, []string{"#1 " + one, "! line 2: is no JSON", "#3 " + two}},
		{"a cut line", one + "\n" + one[:20] + "\n" + two, []string{"#1 " + one, "! line 2: is no JSON", "#3 " + two}},
		{"a line cut between members", one + "\n{\"a\":1,\n" + two, []string{"#1 " + one, "! line 2: is no JSON", "#3 " + two}},
		{"other values", one + "\n[1]\n7\n\"x\"\n" + two, []string{"#1 " + one, "! line 2: is no JSON object", "! line 3: is no JSON object", "! line 4: is no JSON object", "#5 " + two}},
		{"words between", one + "\nwords, {\"a\":1}\n" + two, []string{"#1 " + one, "! line 2: is no JSON", "#3 " + two}},
		{"a broken object in a written array", "[\n  {\n    \"a\": 1,\n    \"b\": oops\n  },\n  {\n    \"c\": {\n    \"d\": 2}\n  }\n]", []string{"! line 2: is no JSON", "#2 {\n    \"c\": {\n    \"d\": 2}\n  }"}},
		{"a broken object in an array on one line", "[" + one + ",{oops}," + two + "]", []string{"#1 " + one, "! line 1: is no JSON, the rest is not read"}},
		{"other values in an array", "[" + one + ",7,[{}]," + two + "]", []string{"#1 " + one, "! line 1: is no JSON object", "! line 1: is no JSON object", "#4 " + two}},
		{"a cut array", "[" + one + ",\n" + two[:30], []string{"#1 " + one, "! line 2: is no JSON, the rest is not read"}},
		{"an array without end", "[" + one + ",\n", []string{"#1 " + one, "! line 2: the array does not end"}},
		{"an object without end", one + "\n{\n\"title\": [\n" + two, []string{"#1 " + one, "! line 2: is no JSON", "#3 " + two}},
		{"a raw line end in a string", "{\"a\":\"x\n\"}\n" + two, []string{"! line 1: is no JSON", "! line 2: is no JSON", "#3 " + two}},
		{"a bad escape", `{"a":"\x"}` + "\n" + two, []string{"! line 1: is no JSON", "#2 " + two}},
		{"a bad number", `{"a":01}` + "\n" + `{"a":-}` + "\n" + two, []string{"! line 1: is no JSON", "! line 2: is no JSON", "#3 " + two}},
		{"empty array", "[]", []string{"!: holds no records"}},
		{"nothing", " \n", []string{"!: holds no records"}},
		{"too large", one + "\n{\"a\":\"" + strings.Repeat("x", 2<<20) + "\"}\n" + two, []string{"#1 " + one, "! line 2: the record is larger than 1048576 bytes", "#3 " + two}},
		{"too large and broken", one + "\n{\"a\":\"" + strings.Repeat("x", 2<<20) + "\"\n" + two, []string{"#1 " + one, "! line 2: is no JSON, the rest is not read"}},
		{"nested too deep", strings.Repeat(`{"a":`, 20_000) + "\n" + two, []string{"! line 1: is nested too deep", "#2 " + two}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _ := met(t, "a.jsonl", test.content, limits)
			var want []string
			for _, one := range test.want {
				if why, ok := strings.CutPrefix(one, "!"); ok {
					want = append(want, "! a.jsonl"+why)
				} else {
					number, text, _ := strings.Cut(one, " ")
					want = append(want, "a.jsonl"+number+" "+short(text))
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestHostileRecords holds that text made to be read again and again ends, and
// that what is told of it is bounded.
func TestHostileRecords(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("{\"b\":[\n", 30_000),
		"{}\n" + strings.Repeat("[\n", 30_000),
		strings.Repeat(strings.Repeat("{\"b\":[\n", 4_000)+"oops\n", 20),
		strings.Repeat("{},", 100_000),
		strings.Repeat("{\n", 100_000),
		strings.Repeat("{\"a\n", 100_000),
		"[" + strings.Repeat("[", 400_000),
		strings.Repeat("\n ", 100_000),
		"{" + strings.Repeat("\"b\":1,\n", 400_000) + "\"b\":1}",
	} {
		tally := &Tally{}
		list, _ := met(t, "a.jsonl", text, Limits{Tally: tally})
		if len(list) == 0 || len(list)-tally.Given > mostErrors+2 {
			t.Errorf("%.20q: %d met, %+v", text, len(list), *tally)
		}
	}
}

// TestScanner holds that the scanner takes what encoding/json takes, wherever
// the reads fall, and ends where it ends.
func TestScanner(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"{", "}", "[", "]", ",", ":", `"a"`, `"`, `\`, `\u12aF`, "0", "1", "-", ".", "e", "+", "true", "nul", "null", " ", "\n", "{}", `{"a":`, "[1,", "\x01", "ا"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 1, 12).Draw(t, "text"), "")
		for _, in := range []*scanner{newScanner(strings.NewReader(text), 1<<20), newScanner(iotest.OneByteReader(strings.NewReader(text)), 1<<20)} {
			in.from = 0
			err := in.value()
			rest := len(text) - int(in.at())
			decoder := json.NewDecoder(strings.NewReader(text))
			var raw json.RawMessage
			want := decoder.Decode(&raw)
			if err == nil && !json.Valid([]byte(text[:in.at()])) {
				t.Fatalf("%q: took %q", text, text[:in.at()])
			}
			if want == nil && (err != nil || !bytes.Equal(bytes.TrimSpace(in.buf[in.from:in.pos]), raw)) {
				t.Fatalf("%q: %v, %d bytes left; encoding/json took %q", text, err, rest, raw)
			}
		}
	})
}

// TestNumbersAcrossReads holds that values that lie across the scanner's reads
// come out whole.
func TestAcrossReads(t *testing.T) {
	var text strings.Builder
	for i := range 400 {
		text.WriteString(`{"n":` + strings.Repeat("1", i) + `0,"s":"` + strings.Repeat("سد", i*7) + "\"}\n")
	}
	got, snapshots := met(t, "a.jsonl", text.String(), Limits{})
	if len(got) != 400 {
		t.Fatalf("%d met", len(got))
	}
	for i, line := range strings.Split(strings.TrimSpace(text.String()), "\n") {
		if string(snapshots[i].Bytes) != line {
			t.Fatalf("record %d is %s", i+1, short(string(snapshots[i].Bytes)))
		}
	}
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte("{\"a\":1}\n{\"a\":oops}\n[1]\n{\"a\":2}"))
	f.Add([]byte("[\n {\"a\":\"\\u0623\"},\n {\"b\":[}\n, {\"c\":3}]"))
	f.Fuzz(fuzz)
}
