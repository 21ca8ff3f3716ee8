package page

import (
	"html/template"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
	"github.com/isnad-news/isnad/show/words"
)

// functions are what the templates may ask for in one language.
func functions(book *words.Book) template.FuncMap {
	return template.FuncMap{
		"lang":    func() string { return string(book.Lang) },
		"L":       func(key string, values ...any) string { return book.Label(key, values...) },
		"K":       func(class string, key any) string { return book.Label(class + "." + text(key)) },
		"count":   book.Count,
		"date":    book.Date,
		"short":   book.Short,
		"event":   book.Event,
		"measure": book.Measure,
		"value":   book.Value,
		"dir":     dir,
		"said":    said,
		"best":    func(cites []view.Cite) view.Cite { return cites[view.Best(cites, book.Lang)] },
		"others":  func(cites []view.Cite) []view.Cite { return others(book, cites) },
		"shape":   func(kind isnad.StanceKind) string { return shapes[kind] },
		"stances": func() []isnad.StanceKind {
			return []isnad.StanceKind{isnad.Reports, isnad.Attributes, isnad.DeniesIt, isnad.Differs, isnad.Silent}
		},
		"states": func() []isnad.CommitmentStatus {
			return []isnad.CommitmentStatus{isnad.Open, isnad.Overdue, isnad.Kept, isnad.Broken, isnad.Rejected, isnad.Overtaken}
		},
		"published": func(at isnad.Published) string { return published(book, at) },
		"speaker":   func(cite *view.Cite) view.Text { return cite.Chain[len(cite.Chain)-1].Name },
		"voices":    func() []isnad.Voice { return []isnad.Voice{isnad.Attributed, isnad.OutletVoice, isnad.NotUnderstood} },
		"voice":     func(voice isnad.Voice) string { return voices[voice] },
		"entries":   func(lists ...[]*view.Entry) []*view.Entry { return join(lists) },
		"shared":    shared,
		"alone":     alone,
		"cut":       shorten,
		"chapter":   func(p *page, story *view.Story) chapter { return chapter{p, story} },
		"table": func(story *view.Story, entries []*view.Entry, caption string) table {
			return table{story.Reports, entries, caption}
		},
		"year":   year,
		"quoted": view.Quoted,
		"move":   func(move isnad.Movement) string { return strings.ReplaceAll(string(move), " ", "-") },
	}
}

// table is a grid of entries by reports.
type table struct {
	Reports []*view.Report
	Entries []*view.Entry
	Caption string
}

func text(key any) string {
	switch key := key.(type) {
	case string:
		return key
	case isnad.StanceKind:
		return string(key)
	case isnad.EventStatus:
		return string(key)
	case isnad.CommitmentStatus:
		return string(key)
	case isnad.CommitmentKind:
		return string(key)
	case isnad.StatementKind:
		return string(key)
	case isnad.EntityKind:
		return string(key)
	case isnad.DefectKind:
		return string(key)
	case isnad.PartKind:
		return string(key)
	case isnad.Origin:
		return string(key)
	case isnad.Voice:
		return string(key)
	case isnad.Lang:
		return string(key)
	case isnad.Polarity:
		return string(key)
	case isnad.LineRole:
		return string(key)
	case isnad.StandKind:
		return string(key)
	case isnad.Movement:
		return string(key)
	case isnad.Answer:
		return string(key)
	case isnad.Reason:
		return string(key)
	}
	panic("page: a key of a kind that has no labels")
}

var shapes = map[isnad.StanceKind]string{
	isnad.Reports: "\u25cf", isnad.Attributes: "\u25d0", isnad.DeniesIt: "\u2715", isnad.Differs: "\u2260", isnad.Silent: "\u2013",
}

func dir(lang isnad.Lang) string {
	switch lang {
	case isnad.Arabic:
		return "rtl"
	case isnad.English:
		return "ltr"
	}
	return "auto"
}

// said is the words of a source, quoted as its language does where the report
// quotes them.
func said(cite view.Cite) string {
	if cite.Event != nil {
		return cite.Sentence
	}
	words := strings.Join(cite.Words, " \u2026 ")
	if cite.Statement == nil || cite.Statement.Kind != isnad.Direct {
		return words
	}
	if cite.Lang == isnad.Arabic {
		return "\u00ab" + words + "\u00bb"
	}
	return "\u201c" + words + "\u201d"
}

func others(book *words.Book, cites []view.Cite) []view.Cite {
	chosen := view.Best(cites, book.Lang)
	var list []view.Cite
	for i := range cites {
		if i != chosen {
			list = append(list, cites[i])
		}
	}
	return list
}

func published(book *words.Book, at isnad.Published) string {
	if !at.Known() {
		return book.Label("no.date")
	}
	day := book.Day(at.Time)
	if at.Clock {
		day += " " + at.Time.Format("15:04 MST")
	}
	return day
}

func join(lists [][]*view.Entry) []*view.Entry {
	var all []*view.Entry
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

// shared are the entries that more than one report carries or that are
// disputed; alone the others.
func shared(list []*view.Entry) []*view.Entry {
	return filter(list, func(e *view.Entry) bool { return e.Carried() > 1 || e.Disputed() })
}

func alone(list []*view.Entry) []*view.Entry {
	return filter(list, func(e *view.Entry) bool { return e.Carried() <= 1 && !e.Disputed() })
}

func filter(list []*view.Entry, keep func(*view.Entry) bool) []*view.Entry {
	var kept []*view.Entry
	for _, entry := range list {
		if keep(entry) {
			kept = append(kept, entry)
		}
	}
	return kept
}

// year is the year of a day or week; a month is written with its own.
func year(value string) string {
	if len(value) == len("2006-01-02") || strings.Contains(value, "W") {
		return value[:4]
	}
	return ""
}

// shorten cuts words at a space near the limit of letters.
func shorten(limit int, words string) string {
	letters := []rune(words)
	if len(letters) <= limit {
		return words
	}
	short := string(letters[:limit])
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return short + "\u2026"
}
