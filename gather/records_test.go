package gather

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func TestRecords(t *testing.T) {
	const (
		first  = `{"url":"http://www.nahr.example/1","source":"nahr","title":"السد &quot;يعمل&quot;","author":"نهرستان - (أ ف ب):","content":"نهرستان - (أ ف ب): قال الوزير.\nوقالت&nbsp;المتحدثة.","date_extracted":"2026-02-15 10:30:00"}`
		second = `{"title":"The dam","text":["It is at work.","So they said."],"published":"2026-02-14","lang":"en"}`
	)
	type summary struct{ Source, Outlet, Agency, Published, Text string }
	read := func(text string) (list []summary, failures []string) {
		articles, err := Articles(isnad.Snapshot{Source: "a/feed.jsonl", Bytes: []byte(text)}, Options{Now: now})
		for _, article := range articles {
			if err := article.Check(); err != nil {
				t.Error(err)
			}
			list = append(list, summary{article.Source, article.Outlet.Name, article.Agency.Name,
				article.Published.Time.Format("2006-01-02 ") + article.Published.Evidence, article.Text})
		}
		if err != nil {
			failures = strings.Split(err.Error(), "\n")
		}
		return list, failures
	}
	one := summary{"a/feed.jsonl#1", "nahr", "أ ف ب", "2026-02-15 date_extracted", "السد \"يعمل\"\nنهرستان - (أ ف ب):\nقال الوزير.\nوقالت المتحدثة."}
	two := summary{"a/feed.jsonl#2", "feed", "", "2026-02-14 published", "The dam\nIt is at work., So they said."}
	for _, test := range []struct {
		name, text string
		want       []summary
		failures   []string
	}{
		{"lines", first + "\n\n" + second, []summary{one, two}, nil},
		{"array", "[" + first + ",\n" + second + "]", []summary{one, two}, nil},
		{"one object over lines", strings.ReplaceAll(first, ",\"", ",\n\""), []summary{one}, nil},
		{"objects over lines", "{\n" + first[1:] + "\n{\n" + second[1:] + "\n", []summary{one, two}, nil},
		{"a bad line among good ones", first + "\n{\"title\": oops}\n[1]\n{\"title\":\"\"}\n" + second, []summary{one, {"a/feed.jsonl#5", two.Outlet, "", two.Published, two.Text}},
			[]string{"a/feed.jsonl line 2: is no JSON", "a/feed.jsonl line 3: is no JSON object", "a/feed.jsonl line 4: the record holds no text"}},
		{"an object without end", first + "\n{\n\"title\": [\n" + second, []summary{one}, []string{"a/feed.jsonl line 2: is no JSON, the rest is not read"}},
		{"a cut array", "[" + first + ",\n" + second[:30], []summary{one}, []string{"a/feed.jsonl line 2: is no JSON, the rest is not read: unexpected EOF"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, failures := read(test.text)
			if diff := cmp.Diff(test.want, list); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.failures, failures); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Text that opens object in object, or breaks far behind every beginning, is
// given up after a few readings: none of these may take time by the square.
func TestHostileRecords(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nested beyond every limit", strings.Repeat("{\"b\":[\n", 20_000), "line 1: is no JSON, the rest is not read"},
		{"lists without end", "{}\n" + strings.Repeat("[\n", 9_000), "line 2: is no JSON, the rest is not read"},
		{"broken far behind", strings.Repeat(strings.Repeat("{\"b\":[\n", 4_000)+"oops\n", 40), "is no JSON, the rest is not read"},
		{"many on a line", strings.Repeat("{},", 400_000), "is no JSON, the rest is not read"},
		{"many members", "{" + strings.Repeat("\"b\":1,\n", 400_000) + "\"b\":1}", "the record holds no text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Articles(isnad.Snapshot{Source: "a/feed.jsonl", Bytes: []byte(test.text)}, Options{Now: now})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}
