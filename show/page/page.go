// Package page writes a record as one self-contained HTML page. It loads
// nothing, works without script, and takes every word of a report as text.
package page

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
	"github.com/isnad-news/isnad/show/words"
)

//go:embed templates/*.html style.css script.js
var files embed.FS

var style, script = read("style.css"), read("script.js")

func read(name string) string {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

var sets = map[isnad.Lang]*template.Template{
	isnad.English: parse(words.In(isnad.English)),
	isnad.Arabic:  parse(words.In(isnad.Arabic)),
}

func parse(book *words.Book) *template.Template {
	return template.Must(template.New("").Funcs(functions(book)).ParseFS(files, "templates/*.html"))
}

// Options say how the page looks.
type Options struct {
	Lang isnad.Lang // of the labels: English unless Arabic
}

// Write writes the page on record. The only error is the writer's.
func Write(w io.Writer, record *isnad.Record, options Options) error {
	p := newPage(record, options.Lang)
	out := bufio.NewWriter(w)
	if err := sets[p.words.Lang].ExecuteTemplate(out, "page.html", p); err != nil {
		return err
	}
	return out.Flush()
}

func newPage(record *isnad.Record, lang isnad.Lang) *page { return lay(view.New(record, lang)) }

// lay prepares a view to be drawn.
func lay(v *view.View) *page {
	p := &page{
		View: v, entryOf: map[string]string{},
		Style: template.CSS(style), Script: template.JS(script), Policy: policy,
	}
	p.words = p.Words
	p.refer()
	return p
}

// policy lets the page use its own style and script and nothing else.
var policy = "default-src 'none'; style-src 'sha256-" + digest(style) + "'; script-src 'sha256-" + digest(script) +
	"'; base-uri 'none'; form-action 'none'"

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// page is what the templates see.
type page struct {
	*view.View
	Style   template.CSS
	Script  template.JS
	Policy  string
	words   *words.Book
	entryOf map[string]string // anchor of a fact in a report → anchor of its entry

	overview *view.Overview // of the first story; nil if there is none
	news     *view.News     // nil if it was not asked for
}

// refer notes which entry each marked fact belongs to.
func (p *page) refer() {
	for _, story := range p.Stories {
		for _, list := range [][]*view.Entry{story.Events, story.Statements} {
			for _, entry := range list {
				for _, cite := range entry.Cites {
					p.entryOf[cite.Mark] = entry.Anchor()
				}
			}
		}
		for _, commitment := range story.Commitments {
			for _, cite := range commitment.Cites {
				p.entryOf[cite.Mark] = commitment.Anchor()
			}
		}
	}
}

// chapter is one story as the templates see it.
type chapter struct {
	page  *page
	Story *view.Story
}

// Bodies are the reports of the story in full.
func (c chapter) Bodies() []body {
	list := make([]body, 0, len(c.Story.Reports))
	for _, report := range c.Story.Reports {
		list = append(list, c.page.draw(report))
	}
	return list
}
