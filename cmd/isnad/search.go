package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show"
)

type searchCommand struct {
	Query []string `arg:"" name:"query" help:"Words, \"phrases\" and fields; see above."`
	Limit int      `default:"10" placeholder:"N" help:"How many reports at most; 10 if not given."`
	askFlags
	display
}

// Help is what isnad search --help says below its first line.
func (searchCommand) Help() string {
	return `All words must be there, in any inflection and spelling, Arabic with or without
hamza and article. A phrase stands between quotation marks; a hyphen before a
word, phrase or field leaves out what has it. The fields, in English and Arabic:

  speaker:  متحدث:    who says something in the report; its words are shown
  entity:   كيان:     who or what it names, in any known spelling and script
  event:    حدث:      what happens: a PLOVER type (assault), a type and a mode
                      (consult/phone), or a word for it (attack, هجوم)
  outlet:   صحيفة:    who published it
  lang:     لغة:      ar or en
  from:     من:       first day of publication, as 2026-03-04, 2026-03 or 2026
  to:       إلى:      last day

A value of several words stands between quotation marks; the shell needs others
around the whole query. The best come first; the latest, where no words are asked
for.

  isnad search 'port speaker:Marjani -teachers from:2026-03'
  isnad search 'ميناء متحدث:"هيفاء المرجاني"'

Reports are found as soon as they are gathered; names that other reports of a
story use find a report once it is collated.`
}

// mostHits bounds --limit.
const mostHits = 1000

// Run searches.
func (c *searchCommand) Run(ctx context.Context, io streams) (err error) {
	if c.Limit < 1 || c.Limit > mostHits {
		return usage{isnad.Errorf(isnad.Invalid, "--limit", "is %d", c.Limit).WithHint(fmt.Sprintf("it is 1 to %d", mostHits))}
	}
	if err := c.check(nil); err != nil {
		return err
	}
	text := joined(c.Query)
	if _, err := isnad.ParseQuery(text); err != nil {
		return usage{err}
	}
	a, err := c.ask(ctx)
	if err != nil {
		return err
	}
	defer ending(a, &err)
	query, err := a.query(text)
	if err != nil {
		return err
	}
	query.Limit = c.Limit
	hits, err := a.Find(ctx, query)
	if err != nil {
		return err
	}
	all := len(hits)
	if all == c.Limit {
		if all, err = a.Count(ctx, query); err != nil {
			return err
		}
	}
	if err := c.show(io, hitSheet(text, hits, all)); err != nil || c.JSON || c.HTML != "" {
		return err
	}
	if all > len(hits) && c.Limit < mostHits {
		fmt.Fprintf(io.err, "isnad: --limit %d shows more\n", min(all, 10*c.Limit, mostHits))
	}
	return nil
}

func hitSheet(query string, hits []isnad.Hit, all int) sheet {
	return sheet{
		text: func(w writer, options show.TextOptions) error { return show.HitsText(w, query, hits, all, options) },
		json: func(w writer) error { return show.HitsJSON(w, query, hits, all) },
		html: func(w writer, options show.HTMLOptions) error { return show.HitsHTML(w, query, hits, all, options) },
	}
}

// joined puts words of the command line together again: one with a space in it
// that was quoted for the shell is a phrase, unless it is a query of its own.
func joined(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = requoted(word)
	}
	return strings.Join(list, " ")
}

// requoted puts quotation marks around a word with spaces, behind the field if
// there is one; a word that has marks stays.
func requoted(word string) string {
	if !strings.ContainsAny(word, " \t") || strings.ContainsAny(word, "\"\u201c\u201d\u201e\u00ab\u00bb") {
		return word
	}
	if field, value, ok := strings.Cut(word, ":"); ok && !strings.ContainsAny(field, " \t") && !strings.HasPrefix(value, " ") {
		return field + `:"` + value + `"`
	}
	return `"` + word + `"`
}
