package sqlite

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// What is stored rests on the dictionary: it must never change.
func TestDictionary(t *testing.T) {
	sum := sha256.Sum256(dictionary)
	const want = "38dc87388a257a8557466caa0e31af55bb6c0b02f3668ee2c732d3dedd838b15"
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("the dictionary is another: %s", got)
	}
}

// any value that a root type can hold, by the shape of its type
func drawn(t *rapid.T, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.Just(""), rapid.String(), rapid.SampledFrom([]string{"قال الوزير", "\"«\\\n\r\t\x00\u2028\u200f"})).Draw(t, "text"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.OneOf(rapid.Just(int64(0)), rapid.Just(int64(-1)), rapid.Int64()).Draw(t, "number"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Filter(func(f float64) bool { return !math.IsInf(f, 0) && !math.IsNaN(f) }).Draw(t, "float"))
	case reflect.Pointer:
		if depth < 6 && v.Type().Elem() != reflect.TypeFor[isnad.Doc]() && rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			drawn(t, v.Elem(), depth+1)
		}
	case reflect.Slice:
		n := rapid.IntRange(0, 2).Draw(t, "length")
		if n > 0 || rapid.Bool().Draw(t, "empty") {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range n {
			drawn(t, v.Index(i), depth+1)
		}
	case reflect.Map:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.MakeMap(v.Type()))
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			drawn(t, key, depth)
			drawn(t, value, depth)
			v.SetMapIndex(key, value)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			zone := time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "zone")*3600)
			v.Set(reflect.ValueOf(time.Unix(rapid.Int64Range(-1e10, 1e11).Draw(t, "seconds"), rapid.Int64Range(0, 1e9-1).Draw(t, "nanoseconds")).In(zone)))
			return
		}
		for i := range v.NumField() {
			drawn(t, v.Field(i), depth+1)
		}
	}
}

// Law: whatever a doc, an article or a record holds is read as it was written,
// but for empty slices, which are read as nil.
func TestPlainRoundTrip(t *testing.T) {
	for _, of := range []reflect.Type{reflect.TypeFor[isnad.Doc](), reflect.TypeFor[isnad.Article](), reflect.TypeFor[isnad.Record](), reflect.TypeFor[isnad.Snapshot](), reflect.TypeFor[isnad.Fetch]()} {
		t.Run(of.Name(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				want := reflect.New(of)
				drawn(t, want.Elem(), 0)
				data, err := appendPlain(nil, want.Interface())
				if err != nil {
					t.Fatal(err)
				}
				if bytes.ContainsAny(data, "\n\r") {
					t.Fatalf("more than one line: %q", data)
				}
				got := reflect.New(of)
				if err := readPlain(data, got.Interface(), true); err != nil {
					t.Fatalf("%v in %s", err, data)
				}
				if diff := cmp.Diff(want.Interface(), got.Interface(), cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("(-want +got):\n%s", diff)
				}
				again, err := appendPlain(nil, got.Interface())
				if err != nil || !bytes.Equal(again, data) {
					t.Fatalf("written again as %s, error %v, not %s", again, err, data)
				}
				whole, err := unpack(pack(data))
				if err != nil || !bytes.Equal(whole, data) || !bytes.Equal(pack(data), pack(whole)) {
					t.Fatalf("packed and unpacked as %q, error %v", whole, err)
				}
			})
		})
	}
}

func TestPlainRefuses(t *testing.T) {
	for name, value := range map[string]any{
		"not UTF-8": &isnad.Doc{Entities: []isnad.LocalEntity{{Names: []string{"\xff"}}}},
		"no number": &isnad.Number{Value: math.NaN()},
		"infinity":  &isnad.Number{Value: math.Inf(-1)},
		"far year":  &isnad.Published{Time: time.Date(10001, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		if data, err := appendPlain(nil, value); !errors.Is(err, isnad.Invalid) {
			t.Errorf("%s: %s, error %v", name, data, err)
		}
	}
	if err := readPlain([]byte("["+strings.Repeat("{},", mostElements+1)+"{}]"), new([]isnad.Statement), false); !errors.Is(err, isnad.TooLarge) {
		t.Errorf("too many elements: error %v", err)
	}
	for _, text := range []string{"", "{", `{"Colour":1}`, "{} {}", "[]", `{"Start":1e99}`} {
		if err := readPlain([]byte(text), new(isnad.Span), true); err == nil {
			t.Errorf("%q was read", text)
		}
	}
	if _, err := unpack(nil); err == nil {
		t.Error("nothing was unpacked")
	}
}

// What is too large to be read again is not written.
func TestTooLarge(t *testing.T) {
	names := make([]string, mostElements+2)
	doc := &isnad.Doc{Entities: []isnad.LocalEntity{{Names: names}}}
	if _, err := plain(doc); !errors.Is(err, isnad.TooLarge) {
		t.Errorf("too many elements: error %v", err)
	}
	doc.Entities[0].Names = names[:mostElements]
	data, err := plain(doc)
	if err == nil {
		err = readPlain(data, new(isnad.Doc), false)
	}
	if err != nil {
		t.Errorf("just enough elements: %v", err)
	}
	intake := plainIntake("One report.")
	intake.Snapshot.URL = strings.Repeat("a", labelBytes)
	if _, err := opened(t, Options{}).Put(t.Context(), []isnad.Intake{intake}); !errors.Is(err, isnad.TooLarge) {
		t.Errorf("long address: error %v", err)
	}
	for _, c := range []struct {
		data []byte
		fits bool
	}{
		{make([]byte, 2*valueBytes/6), true},
		{make([]byte, 2*valueBytes/6+1), false},
		{bytes.Repeat([]byte{'a'}, 2*valueBytes/6+1), true},
		{bytes.Repeat([]byte{0xff}, valueBytes), true},
		{bytes.Repeat([]byte{0xff}, valueBytes*7/4), false},
	} {
		if fits(c.data) != c.fits {
			t.Errorf("%d bytes of %q: fits %t", len(c.data), c.data[0], !c.fits)
		}
	}
}

func TestElements(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "[1,2,3]": 2, `["a,b",",,"]`: 1, `["\",",",\\",1]`: 2, `["\\",1,2]`: 2, `{"a,":",","b":[1,2]}`: 2, `",,,`: 0, `"\`: 0, `",\`: 0, "[,,,": 3,
	} {
		if got := elements([]byte(text), 0); got != want {
			t.Errorf("%s has %d elements, want %d", text, got, want)
		}
	}
}

// Law: whole(lean(data, text), text) = data.
func FuzzLean(f *testing.F) {
	const text = "قال الوزير إن الميناء سيفتح يوم الاثنين بعد إغلاق دام أسبوعين."
	f.Add([]byte(`{"content":"`+text+`"}`), text)
	f.Add([]byte(text+text), text)
	f.Add([]byte(strings.Repeat("ab", 300)), strings.Repeat("ab", 100))
	f.Add([]byte{}, "")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		short := lean(data, text)
		got, err := whole(short, text)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%q comes back as %q, error %v", data, got, err)
		}
		if len(short) > len(data)+16 {
			t.Errorf("%d bytes for %d", len(short), len(data))
		}
		_, _ = whole(data, text) // hostile bytes do not panic
	})
}

func TestLeanIsShort(t *testing.T) {
	text := "قال الوزير إن الميناء سيفتح."
	for i := range 40 {
		text += fmt.Sprintf(" وأضاف أن %d سفينة تنتظر.", i*i)
	}
	if short := lean([]byte(`{"content":"`+text+`"}`), text); len(short) > 40 {
		t.Errorf("%d bytes", len(short))
	}
	for _, broken := range []string{"\x01", "\x01\x00\x00", "\x00\x05\x00", "\x00\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00\x00"} {
		if _, err := whole([]byte(broken), "text"); err == nil {
			t.Errorf("%q was taken", broken)
		}
	}
}
