package events

import (
	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/annotate/reading"
	"github.com/isnad-news/isnad/known"
)

// scanner reads the events of one report, passage by passage.
type scanner struct {
	doc        *isnad.Doc
	facts      *known.Facts
	text       string
	lang       isnad.Lang
	lex        *lexicon
	phrases    []phraseAt
	longest    int // length of the longest statement; see Doc.StatementsNear
	nextPhrase int
	nextDate   int

	passageIndex int
	passage      *reading.Passage
	title        bool
	lead         bool           // the title or the first paragraph
	keys         []string       // of the passage's tokens
	shorts       map[string]int // nouns that bodies are called by for short
	cs           []chunk
	role         []role                // what each chunk was read as
	person       []isnad.Party         // the last person that was a subject or a speaker
	lasts        map[int][]isnad.Party // the last subject, by the statement that it stands in
	found        []found
	promised     []isnad.Event // what agreements, promises and demands are about
}

// role is what a chunk with hits was read as.
type role struct {
	verb     bool
	noun     bool
	governor governor
	entry    *entry
	tense    tense
	future   bool
	consumed bool // the word that an entry before it needs: no event of its own
	subject  []isnad.Party
	status   isnad.EventStatus
}

// found is an event with what linking needs to know of it.
type found struct {
	event    isnad.Event
	entry    *entry
	chunk    int
	sentence int
	passage  int
	lead     bool
	present  bool // told in the present: a headline
	loose    bool // a date of the sentence may not be its own: «بعد ساعات من …»
	backward bool // its object is something told before: "the demand"
	claims   bool // of an attack told elsewhere: "carried out the attack"
	charge   bool // refuses an accusation, not a request
	title    bool // told in the title
	dated    bool // its sentence holds a date
	recalls  bool // a definite noun without parties, with numbers: "the call lasted an hour"
}

// newScanner readies a scan of doc.
func newScanner(facts *known.Facts, doc *isnad.Doc) *scanner {
	return &scanner{doc: doc, facts: facts, text: doc.Article.Text, phrases: nounPhrases(doc), longest: doc.LongestStatement()}
}

// read scans one passage.
func (s *scanner) read(index int, p *reading.Passage) {
	s.lang = p.Lang
	if s.lang != isnad.English {
		s.lang = isnad.Arabic
	}
	s.lex = lexicons()[s.lang]
	s.passageIndex, s.passage, s.title = index, p, p.Kind == isnad.Title
	s.keys = s.keys[:0]
	for _, token := range p.Tokens {
		s.keys = append(s.keys, token.Key)
	}
	s.shorts = nil
	s.cs = s.chunks(p)
	s.role = make([]role, len(s.cs))
	s.lasts = map[int][]isnad.Party{}
	before := len(s.found)
	for i := range s.cs {
		if s.cs[i].cue >= 0 {
			s.lasts[s.cs[i].statement] = s.doc.Statements[s.cs[i].cue].Speakers
			s.notePerson(s.doc.Statements[s.cs[i].cue].Speakers)
		}
		if len(s.cs[i].hits) > 0 && s.cs[i].kind == wordChunk {
			s.trigger(index, i)
		}
	}
	s.dates(before)
}

// trigger reads chunk i as a verb or a noun of the lists.
func (s *scanner) trigger(index, i int) {
	verb, ok := s.isVerb(i)
	if !ok || !verb && s.role[i].consumed {
		return
	}
	var a args
	s.role[i].verb, s.role[i].noun = verb, !verb
	if verb {
		a = s.verbArgs(i)
	} else {
		a = s.nounArgs(i)
	}
	s.governs(i, verb, &a)
	for _, h := range s.cs[i].hits {
		if h.entry == nil || (h.tense == noun) == verb || !s.fits(i, h, &a) {
			continue
		}
		if s.code(index, i, h, &a) {
			return
		}
	}
}

// governs notes what chunk i does with the event words behind it.
func (s *scanner) governs(i int, verb bool, a *args) {
	r := &s.role[i]
	for _, h := range s.cs[i].hits {
		if (h.tense == noun) == verb {
			continue
		}
		if h.governor != noGovernor && r.governor == noGovernor {
			r.governor = h.governor
		}
		r.tense, r.future = h.tense, r.future || h.future
	}
	if !verb {
		return
	}
	r.subject = s.subject(i, s.verbHit(i), a)
	r.status = s.status(i, s.verbHit(i))
	if len(r.subject) > 0 {
		s.notePerson(r.subject)
		s.lasts[s.cs[i].statement] = r.subject
		if s.cs[i].cue >= 0 {
			s.lasts[s.cs[i].cue] = r.subject
		}
	}
}

// notePerson remembers a single person for the pronouns behind.
func (s *scanner) notePerson(subject []isnad.Party) {
	if len(subject) == 1 && subject[0].Entity >= 0 && s.doc.Entities[subject[0].Entity].Kind == isnad.Person {
		s.person = implied(subject)
	}
}

// verbHit is the reading of the verb at chunk i that speaks for it: where
// spelling leaves past and present open, the past.
func (s *scanner) verbHit(i int) hit {
	for _, h := range s.cs[i].hits {
		if h.tense == past && !h.passive {
			return h
		}
	}
	for _, h := range s.cs[i].hits {
		if h.tense != noun {
			return h
		}
	}
	return s.cs[i].hits[0]
}

// last is the subject before chunk i at its level: within a statement the last
// one there, else its speakers'.
func (s *scanner) last(i int) []isnad.Party {
	at := s.cs[i].statement
	if last, ok := s.lasts[at]; ok || at < 0 {
		return last
	}
	return s.doc.Statements[at].Speakers
}
