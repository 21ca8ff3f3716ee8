package sources

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/isnad-news/isnad"
)

// letters are those of names: both scripts, and all that needs an escape.
var letters = []rune("abcXYZ 0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىچپگ\"'\\&<>#[]=,;:%{}\u064B\u200C\u0640é😀\u00A0")

// drawList draws a list that Check has nothing against.
func drawList(t *rapid.T) []isnad.FollowedSource {
	var list []isnad.FollowedSource
	for i := range rapid.IntRange(0, 6).Draw(t, "sources") {
		name := tidy(rapid.StringOfN(rapid.SampledFrom(letters), 0, 30, 200).Draw(t, "name"))
		name = norm.NFC.String(strings.TrimSpace(fmt.Sprintf("%s %d", name, i)))
		source := isnad.FollowedSource{
			Name:    name,
			Country: rapid.SampledFrom([]string{"", "SAU", "EGY", "PSE", "LBN", "GBR", "MAR"}).Draw(t, "country"),
			Lang:    rapid.SampledFrom([]isnad.Lang{"", "ar", "en", "fr", "ku"}).Draw(t, "lang"),
			Kind:    rapid.SampledFrom(append(isnad.SourceKinds(), "")).Draw(t, "kind"),
			Paused:  rapid.Bool().Draw(t, "paused"),
		}
		if rapid.Bool().Draw(t, "often") {
			source.Interval = time.Duration(rapid.Int64Range(int64(LeastInterval), int64(MostInterval)).Draw(t, "interval"))
		}
		for k := range rapid.IntRange(1, 4).Draw(t, "addresses") {
			path := rapid.StringOfN(rapid.SampledFrom([]rune("abc/خبر?&=\"'<>%20;#\\ ~")), 0, 20, 100).Draw(t, "path")
			address := fmt.Sprintf("https://s%d-%d.example/%s", i, k, strings.TrimSpace(path))
			if addressFault(address) == "" && tidy(address) == address {
				source.Addresses = append(source.Addresses, address)
			}
		}
		if len(source.Addresses) > 0 {
			list = append(list, source)
		}
	}
	return list
}

func TestWrittenIsLoaded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		var b bytes.Buffer
		if err := Write(&b, list); err != nil {
			t.Fatal(err)
		}
		again, err := Load("s", &b)
		if diff := cmp.Diff(list, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
	})
}

func TestWrittenOPMLIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		var b bytes.Buffer
		if err := WriteOPML(&b, list); err != nil {
			t.Fatal(err)
		}
		again, err := ReadOPML("o", &b)
		if diff := cmp.Diff(list, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
	})
}

// TestAppendedIsLoaded holds that a file made by Append is one made by Write,
// and that Remove undoes Append.
func TestAppendedIsLoaded(t *testing.T) {
	folder := t.TempDir()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		runs++
		file := filepath.Join(folder, fmt.Sprint(runs))
		for _, source := range list {
			if err := Append(file, source); err != nil {
				t.Fatal(err)
			}
		}
		if len(list) == 0 {
			return
		}
		var b bytes.Buffer
		if err := Write(&b, list); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(file)
		if diff := cmp.Diff(b.String(), string(raw)); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
		for _, source := range list {
			if err := Remove(file, source.Name); err != nil {
				t.Fatal(err)
			}
		}
		if raw, err := os.ReadFile(file); err != nil || string(raw) != heading+"\n" {
			t.Fatalf("left: %q, %v", raw, err)
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(good)
	f.Add(source(`name = """`, `[[source]]`, `"""`, `addresses = ['https://a.example/']`))
	f.Add("[[source]]\nname = \"a\"\naddresses = [\n[[source]]\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := Load("s", strings.NewReader(text))
		checkErrors(t, err)
		if err := checkAll(list); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := Write(&b, list); err != nil {
			t.Fatal(err)
		}
		again, err := Load("s", &b)
		if diff := cmp.Diff(list, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Error(diff, err)
		}
	})
}

func FuzzReadOPML(f *testing.F) {
	f.Add(groups)
	f.Add(`<opml><outline text="a" xmlUrl="https://a.example/"><outline`)
	f.Fuzz(func(t *testing.T, text string) {
		list, _ := ReadOPML("o", strings.NewReader(text))
		if err := checkAll(list); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := WriteOPML(&b, list); err != nil {
			t.Fatal(err)
		}
		again, err := ReadOPML("o", &b)
		if diff := cmp.Diff(list, again, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Error(diff, err)
		}
	})
}
