package feeds

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readJSON reads a JSON Feed value by value, so that the items before a cut
// are kept and a member of the wrong type costs that member alone.
func readJSON(text string) (*draft, error) {
	// Raw line breaks in strings are the commonest fault; between values a
	// space does as well.
	text = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	d := &draft{kind: JSON}
	if _, err := decoder.Token(); err != nil {
		return nil, errNoFeed
	}
	isFeed, err := d.members(decoder)
	if !isFeed {
		return nil, errNoFeed
	}
	if err != nil {
		d.notes = append(d.notes, "the feed is cut or broken: what came before is kept")
	}
	return d, nil
}

// members reads the members of the feed. isFeed says that the object is one:
// its version says so, or its items look like those of a feed.
func (d *draft) members(decoder *json.Decoder) (isFeed bool, err error) {
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return isFeed, err
		}
		name, _ := token.(string)
		if name == "items" {
			err := d.items(decoder)
			isFeed = isFeed || len(d.entries) > 0
			if err != nil {
				return isFeed, err
			}
			continue
		}
		var value any
		if err := decoder.Decode(&value); err != nil {
			return isFeed, err
		}
		words, _ := value.(string)
		switch name {
		case "version":
			isFeed = isFeed || strings.Contains(words, "jsonfeed.org")
		case "title":
			d.title = words
		case "home_page_url":
			d.home = words
		case "language":
			d.lang = words
		}
	}
	_, err = decoder.Token()
	return isFeed, err
}

var errNotList = errors.New("items is no list")

// items reads the list of items.
func (d *draft) items(decoder *json.Decoder) error {
	if token, err := decoder.Token(); err != nil || token != json.Delim('[') {
		if err == nil {
			err = errNotList
		}
		return err
	}
	left, odd := 0, 0
	defer func() {
		if left > 0 {
			d.leftOut(left)
		}
		if odd > 0 {
			d.notes = append(d.notes, fmt.Sprintf("%d items that are none left out", odd))
		}
	}()
	for decoder.More() {
		var value any
		if err := decoder.Decode(&value); err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
		members, ok := value.(map[string]any)
		if !ok || !jsonItem(members) {
			odd++
			continue
		}
		d.add(jsonEntry(members), &left)
	}
	_, err := decoder.Token()
	return err
}

// jsonItem reports whether members are those of an item.
func jsonItem(members map[string]any) bool {
	for _, name := range []string{"url", "external_url", "content_html", "content_text", "title"} {
		if textOf(members[name]) != "" {
			return true
		}
	}
	return false
}

func jsonEntry(members map[string]any) *entry {
	e := &entry{by: names[JSON]}
	set := func(s slot, name string, plain bool) {
		words := textOf(members[name])
		if _, number := members[name].(json.Number); number && s == linkSlot {
			return
		}
		if words != "" {
			e.fields[s] = append(e.fields[s], field{words: words, plain: plain})
		}
	}
	set(idSlot, "id", true)
	set(linkSlot, "url", true)
	set(linkSlot, "external_url", true)
	set(titleSlot, "title", true)
	set(summarySlot, "summary", true)
	set(contentSlot, "content_html", false)
	set(contentSlot, "content_text", true)
	set(publishedSlot, "date_published", true)
	set(updatedSlot, "date_modified", true)
	set(langSlot, "language", true)
	people, _ := members["authors"].([]any)
	for _, person := range append(people, members["author"]) {
		who, _ := person.(map[string]any)
		name := textOf(who["name"])
		if plain, ok := person.(string); ok {
			name = plain
		}
		if name != "" {
			e.fields[authorSlot] = append(e.fields[authorSlot], field{words: name, plain: true})
		}
	}
	return e
}

// textOf gives a text or a number as text; nothing for other values.
func textOf(value any) string {
	switch value := value.(type) {
	case string:
		return strings.TrimSpace(value)
	case json.Number:
		return value.String()
	}
	return ""
}
