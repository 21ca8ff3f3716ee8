package gather

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/addresses"
	"github.com/isnad-news/isnad/gather/credits"
)

// draft is an article while it is put together.
type draft struct {
	metadata  metadata
	lines     []block
	pictures  []string // addresses of pictures, in order
	signed    string   // outlet that a byline names
	truncated string   // which limit cut it; empty if none did
}

// metadata is what the input says about the article outside its words.
type metadata struct {
	url, title, outlet, author, agency string
	lang                               isnad.Lang
	titleAt                            int         // raw line of title
	dates                              []dateClaim // surest first
}

// block is a line of the draft: one part of the article to be.
type block struct {
	kind   isnad.PartKind
	known  bool // the kind comes from markup, not from the look of the words
	text   string
	at     int           // line of the raw input, from 1; 0 if unknown
	credit credits.Range // Caption: the picture's credit in text
	agency credits.Range // the agency that the text is credited to
	day    credits.Range // words of a dateline that hold a day
	copyOf int           // Repeat: index of the line it repeats
}

// article finishes the draft. The error is of kind [isnad.Invalid] if there is
// not a word in it.
func (d *draft) article(snapshot isnad.Snapshot, options Options) (*isnad.Article, error) {
	if most := options.Limits.Parts; len(d.lines) > 2*most {
		d.lines, d.truncated = d.lines[:2*most], "more parts than an article may have"
	}
	d.hear(snapshot)
	d.classify()
	d.repeats()
	article := &isnad.Article{Source: named(snapshot), URL: d.metadata.url, Author: clean(squeeze(d.metadata.author))}
	d.assemble(article, options.Limits)
	if article.Text == "" {
		return nil, isnad.Errorf(isnad.Invalid, named(snapshot), "holds no text").
			WithHint("give a report as text, Markdown, a saved web page or JSON lines")
	}
	article.Lang = options.Lang
	if article.Lang == isnad.UnknownLang {
		article.Lang = language(article.Text, d.metadata.lang)
	}
	article.Outlet = d.outlet(snapshot, options)
	// A house that credits itself reports for itself.
	if letters(article.Agency.Name) == letters(article.Outlet.Name) {
		article.Agency = isnad.Credit{}
	}
	var refused []isnad.Defect
	article.Published, refused = d.date(snapshot, options, article.Lang)
	article.Defects = append(article.Defects, refused...)
	article.Defects = append(article.Defects, d.damage(article)...)
	sum := sha256.Sum256([]byte(article.Text))
	article.Version = hex.EncodeToString(sum[:])[:12]
	article.ID = "a" + article.Version
	if article.URL != "" {
		article.ID = ID(article.URL)
	}
	return article, nil
}

// ID is the ID of the article at an address, in whichever of its forms; empty
// for what is no address.
func ID(address string) string {
	canonical := addresses.Canonical(address)
	if canonical == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(canonical))
	return "a" + hex.EncodeToString(sum[:])[:12]
}

// assemble joins the lines into the text of article, within limits.
func (d *draft) assemble(article *isnad.Article, limits Limits) {
	var text strings.Builder
	for _, line := range d.lines {
		words := line.text
		if words == "" {
			continue
		}
		if len(article.Parts) >= limits.Parts || text.Len()+len(words) > limits.TextBytes {
			d.truncated = "more text than an article may have"
			break
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		start := text.Len()
		text.WriteString(words)
		shift := func(r credits.Range) isnad.Span { return isnad.Span{Start: start + r.Start, End: start + r.End} }
		part := isnad.Part{Kind: line.kind, Span: isnad.Span{Start: start, End: text.Len()}, Line: line.at, CopyOf: -1}
		switch {
		case line.kind == isnad.Repeat:
			part.CopyOf = line.copyOf
		case line.kind == isnad.Caption && !line.credit.Empty():
			part.Credit = isnad.Credit{Name: line.credit.Of(words), Span: shift(line.credit), How: isnad.FromText}
		case line.kind == isnad.Title && article.Title == "":
			article.Title = words
		}
		if !line.agency.Empty() && article.Agency.Name == "" {
			article.Agency = isnad.Credit{Name: line.agency.Of(words), Span: shift(line.agency), How: isnad.FromText}
		}
		article.Parts = append(article.Parts, part)
	}
	article.Text = text.String()
	if article.Agency.Name == "" && d.metadata.agency != "" {
		article.Agency = isnad.Credit{Name: d.metadata.agency, How: isnad.Metadata}
	}
}

// tidy gives every line the form that Text has and drops those without words,
// so that later steps can count on offsets and indexes.
func (d *draft) tidy() {
	kept := d.lines[:0]
	for _, line := range d.lines {
		if line.text = clean(line.text); line.text != "" {
			kept = append(kept, line)
		}
	}
	d.lines = kept
}

// outlet says who published the article; the name of the file if nothing else
// does. The name under which the user follows an outlet is the user's word: it
// goes before the name that the outlet's pages write, which changes from page
// to page. The records of a file name their outlets one by one, and go before
// it.
func (d *draft) outlet(snapshot isnad.Snapshot, options Options) isnad.Outlet {
	followed := snapshot.Told.Outlet
	if snapshot.Record > 0 && d.metadata.outlet != "" {
		followed = ""
	}
	for _, given := range []string{options.Outlet, followed} {
		if name := clean(squeeze(given)); name != "" {
			return isnad.Outlet{Name: name, How: isnad.Given}
		}
	}
	if name := clean(squeeze(d.metadata.outlet)); name != "" {
		return isnad.Outlet{Name: name, How: isnad.Metadata}
	}
	for _, address := range append([]string{d.metadata.url}, d.pictures...) {
		if name := addresses.Outlet(address); name != "" {
			return isnad.Outlet{Name: name, How: isnad.FromAddress}
		}
	}
	if d.signed != "" {
		return isnad.Outlet{Name: d.signed, How: isnad.FromText}
	}
	return fileOutlet(snapshot.Source)
}

// fileOutlet names the outlet after the file for want of better.
func fileOutlet(source string) isnad.Outlet {
	name := filepath.Base(source)
	name = clean(strings.ToValidUTF8(strings.TrimSuffix(name, filepath.Ext(name)), string(replacement)))
	if source == "-" || source == "" || name == "" {
		name = "standard input"
	}
	return isnad.Outlet{Name: name, How: isnad.FromFile}
}
