package gather

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/lang/arabic"
)

// readRecords reads JSON: an object a line, objects that follow one another
// in any layout, or one array of objects. A record that cannot be read gives
// an error and the rest goes on; where the syntax of an array is broken, or an
// object over several lines never ends, nothing behind it can be trusted and
// the reading ends.
func readRecords(text string, snapshot isnad.Snapshot, options Options) ([]*isnad.Article, error) {
	if snapshot.Record > 0 {
		return one(readRecord(text, snapshot, options))
	}
	snapshot.URL = "" // an address of all records is the address of none
	reader := &recordReader{text: text, snapshot: snapshot, options: options, line: 1, tries: 4 * len(text)}
	if strings.HasPrefix(strings.TrimSpace(text), "[") {
		reader.array()
	} else {
		reader.lines()
	}
	if len(reader.articles) == 0 && len(reader.errs) == 0 {
		return nil, isnad.Errorf(isnad.Invalid, snapshot.Source, "holds no records").
			WithHint("give one JSON object a line, with title and content")
	}
	return reader.articles, errors.Join(reader.errs...)
}

// mostErrors is how many bad records are listed one by one.
const mostErrors = 100

type recordReader struct {
	text     string
	snapshot isnad.Snapshot
	options  Options
	articles []*isnad.Article
	errs     []error
	records  int // read so far
	line     int // raw line of offset
	offset   int
	tries    int // bytes that readings which fail may still take
}

// lineOf returns the raw line of byte offset at. Offsets must not fall.
func (r *recordReader) lineOf(at int) int {
	r.line += strings.Count(r.text[r.offset:at], "\n")
	r.offset = at
	return r.line
}

func (r *recordReader) fail(at int, format string, args ...any) {
	if len(r.errs) > mostErrors {
		return
	}
	subject := fmt.Sprintf("%s line %d", r.snapshot.Source, r.lineOf(at))
	if len(r.errs) == mostErrors {
		r.errs = append(r.errs, isnad.Errorf(isnad.Invalid, subject, "more bad records follow").WithHint(recordHint))
		return
	}
	r.errs = append(r.errs, isnad.Errorf(isnad.Invalid, subject, format, args...).WithHint(recordHint))
}

const recordHint = "a record is a JSON object with title and content"

// full reports, once, that there are more records than the limit.
func (r *recordReader) full(at int) bool {
	r.records++
	if r.records <= r.options.Limits.Records {
		return false
	}
	subject := fmt.Sprintf("%s line %d", r.snapshot.Source, r.lineOf(at))
	r.errs = append(r.errs, isnad.Errorf(isnad.TooLarge, subject, "more than %d records", r.options.Limits.Records).
		WithHint("split the file"))
	return true
}

// lines reads an object a line. An object that does not end on its line is
// read over the lines that follow.
func (r *recordReader) lines() {
	for at := 0; at < len(r.text); {
		end := len(r.text)
		if i := strings.IndexByte(r.text[at:], '\n'); i >= 0 {
			end = at + i
		}
		words := strings.TrimSpace(r.text[at:end])
		if words == "" {
			at = end + 1
			continue
		}
		if r.full(at) {
			return
		}
		if json.Valid([]byte(words)) {
			r.record(at+strings.Index(r.text[at:end], words), words)
		} else {
			size, cost := spread(r.text[at:], words)
			if r.tries -= len(words) + cost; r.tries < 0 {
				r.errs = r.errs[:min(len(r.errs), mostErrors-1)] // this one must be told
				r.fail(at, "is no JSON, the rest is not read")
				return
			}
			if size > 0 {
				r.record(at, strings.TrimSpace(r.text[at:at+size]))
				end = at + size
			} else {
				r.fail(at, "is no JSON")
			}
		}
		at = end + 1
	}
}

// spread returns the size of an object that goes on over several lines of
// text; 0 if there is none, with the bytes that it took to find that out. One
// that has no end costs more than all readings may. first is its first line.
func spread(text, first string) (size, cost int) {
	if first[0] != '{' && first[0] != '[' || !strings.ContainsRune("{[,", rune(first[len(first)-1])) {
		return 0, 0
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	var raw json.RawMessage
	err := decoder.Decode(&raw)
	if err == nil {
		return int(decoder.InputOffset()), 0
	}
	var broken *json.SyntaxError
	if errors.As(err, &broken) && !strings.Contains(err.Error(), "max depth") {
		return 0, int(broken.Offset)
	}
	return 0, math.MaxInt32
}

// array reads one array of objects.
func (r *recordReader) array() {
	decoder := json.NewDecoder(strings.NewReader(r.text))
	if _, err := decoder.Token(); err != nil {
		r.fail(0, "is no JSON: %w", err)
		return
	}
	for decoder.More() {
		var raw json.RawMessage
		before := int(decoder.InputOffset())
		before = len(r.text) - len(strings.TrimLeft(r.text[before:], ", \t\r\n"))
		if r.full(before) {
			return
		}
		if err := decoder.Decode(&raw); err != nil {
			r.fail(before, "is no JSON, the rest is not read: %w", err)
			return
		}
		end := int(decoder.InputOffset())
		r.record(end-len(raw), string(raw))
	}
	if _, err := decoder.Token(); err != nil && !errors.Is(err, io.EOF) {
		r.fail(len(r.text), "the array does not end: %w", err)
	}
}

// record makes an article of the JSON value at byte offset at.
func (r *recordReader) record(at int, value string) {
	snapshot := r.snapshot
	snapshot.Record = r.records
	article, err := recordArticle(value, r.lineOf(at), snapshot, r.options)
	if err != nil {
		r.fail(at, "%w", err)
		return
	}
	r.articles = append(r.articles, article)
}

// readRecord reads text as the one record that the snapshot is.
func readRecord(text string, snapshot isnad.Snapshot, options Options) (*isnad.Article, error) {
	article, err := recordArticle(text, 1, snapshot, options)
	if err != nil {
		return nil, isnad.Errorf(isnad.Invalid, named(snapshot), "%w", err).WithHint(recordHint)
	}
	return article, nil
}

// recordArticle makes an article of a JSON value that begins on a raw line.
func recordArticle(value string, line int, snapshot isnad.Snapshot, options Options) (*isnad.Article, error) {
	fields, err := objectFields(value)
	if err != nil {
		return nil, err
	}
	draft, before := &draft{}, 0
	for _, field := range fields {
		line += strings.Count(value[before:field.at], "\n")
		before = field.at
		draft.setField(field, line, options.Limits)
	}
	article, err := draft.article(snapshot, options)
	if err != nil {
		return nil, errors.New("the record holds no text")
	}
	return article, nil
}

// jsonField is a member of a record: its name and its words.
type jsonField struct {
	name, words string
	at          int // byte offset of the value's end in the record
}

// objectFields reads the members of an object whose values are text, numbers,
// lists of these, or objects with a name.
func objectFields(value string) ([]jsonField, error) {
	decoder := json.NewDecoder(strings.NewReader(value))
	decoder.UseNumber()
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return nil, errors.New("is no JSON object")
	}
	var fields []jsonField
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		at := int(decoder.InputOffset())
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return nil, err
		}
		fields = append(fields, jsonField{fmt.Sprint(name), jsonWords(raw, ", "), at})
	}
	return fields, nil
}

// jsonWords gives the words of a value: of an object its name, of a list its
// items with separator between them.
func jsonWords(raw json.RawMessage, separator string) string {
	var text string
	var list []json.RawMessage
	var named struct {
		Name  string `json:"name"`
		Title string `json:"title"`
	}
	switch trimmed := bytes.TrimSpace(raw); {
	case len(trimmed) == 0 || string(trimmed) == "null":
		return ""
	case trimmed[0] == '"':
		if json.Unmarshal(trimmed, &text) == nil {
			return text
		}
	case trimmed[0] == '[':
		if json.Unmarshal(trimmed, &list) == nil {
			words := make([]string, 0, len(list))
			for _, item := range list {
				if len(item) > 0 && item[0] != '[' {
					words = append(words, jsonWords(item, separator))
				}
			}
			return strings.Join(words, separator)
		}
	case trimmed[0] == '{':
		if json.Unmarshal(trimmed, &named) == nil {
			return named.Name + named.Title
		}
	default:
		return string(trimmed)
	}
	return ""
}

// setField lays one member of a record into the draft.
func (d *draft) setField(field jsonField, at int, limits Limits) {
	words := html.UnescapeString(field.words)
	switch name := strings.ToLower(field.name); name {
	case "content", "text", "body", "articlebody", "article_body", "maintext", "full_text":
		if len(d.lines) == 0 {
			d.addContent(words, at, limits)
		}
	case collected:
		d.metadata.dates = append(d.metadata.dates, dateClaim{words, isnad.Metadata, collected})
	case "url", "link":
		d.metadata.url = addresses.Canonical(strings.TrimSpace(words))
	default:
		if known, ok := headerFields[arabic.Fold(name)]; ok {
			d.set(known, strings.TrimSpace(words), at)
			if n := len(d.metadata.dates); known == "published" && n > 0 {
				d.metadata.dates[n-1].evidence = field.name
			}
		}
	}
}

// addContent adds the paragraphs of a record's text. Every line is one; all
// begin on the raw line of the record's field, where escapes hold their line
// ends.
func (d *draft) addContent(words string, at int, limits Limits) {
	lines, cut := rawLines(words, limits)
	if cut {
		d.truncated = "a line longer than a line may be"
	}
	for _, raw := range lines {
		d.lines = append(d.lines, block{kind: isnad.Paragraph, text: squeeze(raw.text), at: at})
	}
}
