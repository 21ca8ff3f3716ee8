package sources

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/isnad-news/isnad"
)

// row is a source as the file has it.
type row struct {
	Name      string   `toml:"name"`
	Addresses []string `toml:"addresses"`
	Country   string   `toml:"country"`
	Language  string   `toml:"language"`
	Kind      string   `toml:"kind"`
	Interval  string   `toml:"interval"`
	Paused    bool     `toml:"paused"`
}

// Load reads a sources file. name stands in errors, which are joined, each an
// [*isnad.Error] of kind [isnad.Invalid] with file, line and source: keys that
// are unknown, names and addresses that are listed twice, values that
// [Check] refuses, TOML that is none. Sources without an error are returned,
// in the order of the file, whatever is wrong with the others.
func Load(name string, r io.Reader) ([]isnad.FollowedSource, error) {
	text, err := readAll(name, r)
	if err != nil {
		return nil, err
	}
	entries, problems := parse(name, text)
	var list []isnad.FollowedSource
	for _, e := range entries {
		if e.good {
			list = append(list, e.source)
		}
	}
	return list, problems.join()
}

// readAll reads within bounds and drops a byte order mark.
func readAll(name string, r io.Reader) (string, error) {
	raw, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return "", isnad.Errorf(isnad.Unreadable, name, "read: %w", err)
	}
	if len(raw) > mostBytes {
		return "", isnad.Errorf(isnad.TooLarge, name, "is larger than %d MiB", mostBytes>>20).WithHint("split the list")
	}
	return string(raw), nil
}

const byteOrderMark = "\uFEFF"

// entry is a source and where the file has it.
type entry struct {
	source isnad.FollowedSource
	block  block
	good   bool
}

// problems collects errors, up to a number.
type problems struct {
	file string
	errs []error
	more int
}

func (p *problems) add(line int, name, what, hint string) {
	if len(p.errs) >= mostErrors {
		p.more++
		return
	}
	about := ""
	if name != "" {
		about = fmt.Sprintf("source %q: ", name)
	}
	p.errs = append(p.errs, isnad.Errorf(isnad.Invalid, fmt.Sprintf("%s:%d", p.file, line), "%s%s", about, what).WithHint(hint))
}

func (p *problems) join() error {
	if p.more > 0 {
		return errors.Join(append(p.errs, isnad.Errorf(isnad.Invalid, p.file, "%d more errors", p.more))...)
	}
	return errors.Join(p.errs...)
}

// parse reads every source of text, good or not.
func parse(name, text string) ([]entry, *problems) {
	p := &problems{file: name}
	text = strings.TrimPrefix(text, byteOrderMark)
	head, list := blocks(text)
	p.head(head)
	var entries []entry
	names, held := map[string]int{}, map[string]int{}
	for i, b := range list {
		if i == mostSources {
			p.add(b.line, "", fmt.Sprintf("more than %d sources: the rest is left out", mostSources), "split the list")
			break
		}
		e := p.read(text[b.start:b.end], b)
		p.unique(&e, text[b.start:b.end], names, held)
		entries = append(entries, e)
	}
	return entries, p
}

// head reads what stands before the first source: comments alone.
func (p *problems) head(head string) {
	for i, line := range strings.Split(head, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			p.add(i+1, "", fmt.Sprintf("%q stands outside of a source", shorten(line)), "begin each source with a line [[source]]")
			return
		}
	}
}

// read reads one block.
func (p *problems) read(text string, b block) entry {
	var file struct {
		Source []row `toml:"source"`
	}
	before := len(p.errs) + p.more
	decoder := toml.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&file)
	var r row
	if len(file.Source) > 0 {
		r = file.Source[0]
	}
	p.decoding(err, r.Name, b)
	source := isnad.FollowedSource{
		Name: r.Name, Addresses: r.Addresses, Country: r.Country, Lang: isnad.Lang(r.Language), Kind: isnad.SourceKind(r.Kind), Paused: r.Paused,
	}
	if err == nil {
		var wrong error
		if source.Interval, wrong = ParseInterval(r.Interval); wrong != nil {
			p.add(b.line+lineOf(text, "interval", ""), r.Name, fmt.Sprintf("interval %q %v", r.Interval, wrong), intervalHint)
		}
		for _, f := range faults(source) {
			p.add(b.line+lineOf(text, f.field, f.value), r.Name, f.what, f.hint)
		}
	}
	return entry{source: source, block: b, good: len(p.errs)+p.more == before}
}

// decoding tells what the TOML decoder found wrong.
func (p *problems) decoding(err error, name string, b block) {
	var strict *toml.StrictMissingError
	var one *toml.DecodeError
	switch {
	case err == nil:
	case errors.As(err, &strict):
		for i := range strict.Errors {
			line, _ := strict.Errors[i].Position()
			p.add(b.line+line-1, name, fmt.Sprintf("key %q is unknown", strings.TrimPrefix(strings.Join(strict.Errors[i].Key(), "."), "source.")),
				"the keys are name, addresses, country, language, kind, interval and paused")
		}
	case errors.As(err, &one):
		line, _ := one.Position()
		p.add(b.line+line-1, name, strings.TrimPrefix(one.Error(), "toml: "), `texts stand in "quotation marks", addresses in ["brackets"], paused is true or false`)
	default:
		p.add(b.line, name, strings.TrimPrefix(err.Error(), "toml: "), "compare it with the other sources")
	}
}

// unique tells names and addresses apart from those listed before.
func (p *problems) unique(e *entry, text string, names, held map[string]int) {
	name := e.source.Name
	if line, ok := names[nameKey(name)]; ok && name != "" {
		p.add(e.block.line+lineOf(text, "name", ""), name, fmt.Sprintf("the name stands in line %d already", line), "give each source a name of its own, or join the two")
		e.good = false
	} else if name != "" {
		names[nameKey(name)] = e.block.line
	}
	for _, address := range e.source.Addresses {
		canonical := key(address)
		if line, ok := held[canonical]; ok && canonical != "" && line != e.block.line {
			p.add(e.block.line+lineOf(text, "addresses", address), name, fmt.Sprintf("address %q belongs to the source in line %d already", address, line), "keep it in one of the two")
			e.good = false
		} else if canonical != "" {
			held[canonical] = e.block.line
		}
	}
}

// lineOf returns how many lines below its header a block has a key, or a value
// of it; 0 if it does not.
func lineOf(text, field, value string) int {
	at := 0
	if m := regexp.MustCompile(`(?m)^[ \t]*["']?` + field + `["']?[ \t]*=`).FindStringIndex(text); m != nil {
		at = m[0]
	}
	if value != "" {
		if found := strings.Index(text[at:], value); found >= 0 {
			at += found
		}
	}
	return strings.Count(text[:at], "\n")
}

func shorten(words string) string {
	if runes := []rune(words); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return words
}
