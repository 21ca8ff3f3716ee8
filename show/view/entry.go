package view

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/isnad-news/isnad"
)

// Entry is a statement or event with its short name, its sources and where
// every report of its story stands.
type Entry struct {
	Source     *isnad.Entry
	ID         string // E1, S1; one numbering over all stories
	Parties    []Text // speakers or actors
	Recipients []Text
	According  []Text
	Cites      []Cite
	Stances    []Stance // one per report of the story, in its order
	Within     *Entry   // the statement that this one is reported inside; nil for an outermost one
	Unnamed    bool     // its speaker's name is kept back
}

// Cite is one place where an entry is told.
type Cite struct {
	Report    *Report
	Place     string // raw line, or "¶n"
	Mark      string // anchor of its words on the page
	Words     []string
	Sentence  string // of an event: the sentence that tells of it where that is short, else its clause
	Lang      isnad.Lang
	Why       string
	Chain     []Link
	Statement *isnad.Statement // nil for an event
	Event     *isnad.Event     // nil for a statement
}

// Link is one step of a chain with the name that a reader knows it by.
type Link struct {
	Kind   isnad.LinkKind
	Name   Text
	Report *Report // for the outlet
	Why    string
}

// Stance is how one report stands to an entry.
type Stance struct {
	Report      *Report
	Kind        isnad.StanceKind
	Differences []isnad.Difference
	Cite        *Cite  // its first place there; nil if silent
	Via         *Entry // the entry by which the report denies this one; nil if it denies it itself or does not
	through     string // its ID
}

func (v *View) add(story *Story, source *isnad.Entry) {
	entry := &Entry{
		Source: source, Parties: v.names(source.Parties), Recipients: v.names(source.Recipients),
		According: v.names(source.According),
	}
	if source.Kind == isnad.EventEntry {
		v.events++
		entry.ID = "E" + strconv.Itoa(v.events)
		story.Events = append(story.Events, entry)
	} else {
		v.statements++
		entry.ID = "S" + strconv.Itoa(v.statements)
		story.Statements = append(story.Statements, entry)
	}
	v.entries[source.ID] = entry
	for _, place := range source.Sources {
		entry.Cites = append(entry.Cites, v.cite(place))
	}
	v.tell(entry)
	v.stand(story, entry)
}

// tell notes whose statements these are, and names a speaker that has no entity.
func (v *View) tell(entry *Entry) {
	for _, source := range entry.Source.Sources {
		if source.Statement >= 0 {
			v.tellers[place{source.Article, source.Statement}] = entry
		}
	}
	if entry.Source.Kind != isnad.StatementEntry || len(entry.Parties) > 0 || len(entry.Cites) == 0 {
		return
	}
	cite := entry.Cites[0]
	for _, party := range cite.Statement.Speakers {
		entry.Unnamed = entry.Unnamed || party.Unnamed
		words := party.Text
		if words == "" {
			words = cite.Report.Doc.Words(party.Span)
		}
		if words != "" {
			entry.Parties = append(entry.Parties, Written(words))
		}
	}
	if len(entry.Parties) == 0 {
		entry.Unnamed = true
		entry.Parties = []Text{{v.Words.Label("unnamed"), v.Words.Lang}}
	}
}

func (v *View) within(entry *Entry) *Entry {
	for _, source := range entry.Source.Sources {
		if source.Statement < 0 {
			continue
		}
		statement := &v.Record.Docs[source.Article].Statements[source.Statement]
		if statement.Within >= 0 {
			if outer := v.tellers[place{source.Article, statement.Within}]; outer != entry {
				return outer
			}
		}
	}
	return nil
}

func (v *View) cite(source isnad.Source) Cite {
	report := v.report(source.Article)
	cite := Cite{Report: report, Lang: report.Article.Lang, Why: source.Why}
	if source.Statement >= 0 {
		statement := &report.Doc.Statements[source.Statement]
		cite.Statement, cite.Mark = statement, report.Mark("s", source.Statement)
		cite.Place = report.Place(statement.Content[0])
		for _, content := range statement.Content {
			cite.Words = append(cite.Words, report.Doc.Words(content))
		}
		cite.Chain = v.chain(report, statement.Chain)
		return cite
	}
	event := &report.Doc.Events[source.Event]
	cite.Event, cite.Mark = event, report.Mark("e", source.Event)
	span := event.Span
	if span.Empty() {
		span = event.Trigger
	}
	cite.Place, cite.Words = report.Place(span), []string{report.Doc.Words(span)}
	cite.Sentence = report.Doc.Words(whole(report.Doc, span))
	if len(event.According) > 0 {
		cite.Chain = v.chain(report, report.Doc.Statements[event.According[0].Statement].Chain)
	}
	return cite
}

// readable is how long a sentence may be, in letters, to be shown whole.
const readable = 220

// whole is the sentence around a clause, where it is short enough to read at a
// glance; a longer one gives the clause alone.
func whole(doc *isnad.Doc, clause isnad.Span) isnad.Span {
	i := doc.SentenceAt(clause.Start)
	if i < 0 {
		return clause
	}
	sentence := doc.Sentences[i].Span
	if !sentence.Contains(clause) || utf8.RuneCountInString(doc.Words(sentence)) > readable {
		return clause
	}
	return sentence
}

// chain names the links of a chain; the outlet comes first, also where the
// chain leaves it out.
func (v *View) chain(report *Report, links []isnad.Link) []Link {
	chain := []Link{{Kind: isnad.LinkOutlet, Name: report.Outlet, Report: report}}
	for _, link := range links {
		if link.Kind == isnad.LinkOutlet {
			chain[0].Why = link.Why
			continue
		}
		name := Written(link.Name)
		if link.Entity >= 0 && link.Entity < len(v.local(report)) {
			if joined := v.local(report)[link.Entity]; joined >= 0 {
				name = v.Entity(joined)
			}
		}
		chain = append(chain, Link{Kind: link.Kind, Name: name, Why: link.Why})
	}
	return chain
}

func (v *View) local(report *Report) []int {
	if report.Index < len(v.Record.Local) {
		return v.Record.Local[report.Index]
	}
	return nil
}

// stand lists the stance of every report of the story; one that the record does
// not mention is silent.
func (v *View) stand(story *Story, entry *Entry) {
	for _, report := range story.Reports {
		stance := Stance{Report: report, Kind: isnad.Silent}
		for _, other := range entry.Source.Stances {
			if other.Article == report.Index {
				stance.Kind, stance.Differences, stance.through = other.Kind, other.Differences, other.Through
			}
		}
		for i := range entry.Cites {
			if entry.Cites[i].Report == report {
				stance.Cite = &entry.Cites[i]
				break
			}
		}
		entry.Stances = append(entry.Stances, stance)
	}
}

// With returns the reports that stand to the entry in one of the ways given.
func (e *Entry) With(kinds ...isnad.StanceKind) []*Report {
	var list []*Report
	for _, stance := range e.Stances {
		for _, kind := range kinds {
			if stance.Kind == kind {
				list = append(list, stance.Report)
			}
		}
	}
	return list
}

// Carried is how many reports of the story do not keep silent.
func (e *Entry) Carried() int { return len(e.Stances) - len(e.With(isnad.Silent)) }

// Disputed reports whether some report denies the entry or differs on it.
func (e *Entry) Disputed() bool { return len(e.With(isnad.DeniesIt, isnad.Differs)) > 0 }

// Differs reports whether some report gives another value.
func (e *Entry) Differs() bool {
	for _, stance := range e.Stances {
		if len(stance.Differences) > 0 {
			return true
		}
	}
	return false
}

// Anchor is the page's name for the entry: "e1", "s1".
func (e *Entry) Anchor() string { return strings.ToLower(e.ID) }

// IsEvent reports whether the entry is an event.
func (e *Entry) IsEvent() bool { return e.Source.Kind == isnad.EventEntry }

// Code is the entry's kind in a few Latin letters: "CONSULT/phone", "direct".
func (e *Entry) Code() string {
	if !e.IsEvent() {
		return string(e.Cites[0].Statement.Kind)
	}
	if e.Source.Mode == "" {
		return string(e.Source.Type)
	}
	return string(e.Source.Type) + "/" + e.Source.Mode
}

// Kind is how the words of a statement are given where it is first told; empty
// for an event.
func (e *Entry) Kind() isnad.StatementKind {
	if e.IsEvent() {
		return ""
	}
	return e.Cites[0].Statement.Kind
}

// Key groups entries by who stands behind them.
func (e *Entry) Key() string {
	var key strings.Builder
	for _, party := range e.Source.Parties {
		key.WriteString(strconv.Itoa(party) + " ")
	}
	if key.Len() == 0 {
		for _, party := range e.Parties {
			key.WriteString(party.Words + "\n")
		}
	}
	return key.String()
}

// Best is the index of the source whose words are shown for all: in the
// language given if there is one, and of these one that tells an event in its
// own voice if there is one; else the first.
func Best(cites []Cite, lang isnad.Lang) int {
	best, most := 0, -1
	for i, cite := range cites {
		score := 0
		if cite.Lang == lang {
			score += 2
		}
		if cite.Event != nil && len(cite.Event.According) == 0 {
			score++
		}
		if score > most {
			best, most = i, score
		}
	}
	return best
}
