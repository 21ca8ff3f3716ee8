package events

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// entry is one line of the event lists.
type entry struct {
	kind       isnad.EventType
	mode       string
	actors     []string   // slots: "S", "O", "C" or a folded preposition
	recipients []string   // likewise
	need       [][]string // one of these phrases follows
	not        [][]string // none of these does
	req        []string   // one of these slots is filled
	genitive   byte       // what a noun's genitive is: 's', 'o', 'x' for neither
	flags      flag
}

type flag uint32

const (
	twoParties flag = 1 << iota
	complement
	speechAct
	verbOnly
	agentless
	wantsPerson
	wantsPlace
	wantsPolice
	wantsProtester
	wantsMilitary
	afterModal
	byPerson // its subject is a person
	violent  // an attack even where no one is named who made it
	claim    // says who made an attack that is told elsewhere
	wounds   // tells of wounded, not dead
	refusal  // a refusal where it is denied of the time to come: "will not resign"
	alone    // nothing is said of the object: "called her", not "called her a friend"
)

var flags = map[string]flag{
	"two": twoParties, "comp": complement, "act": speechAct, "verbonly": verbOnly, "pass": agentless,
	"person": wantsPerson, "place": wantsPlace, "police": wantsPolice, "protester": wantsProtester,
	"military": wantsMilitary, "modal": afterModal, "byperson": byPerson,
	"violent": violent, "claim": claim, "alone": alone, "refusal": refusal, "wounds": wounds,
}

// newEntry reads the columns that both languages share.
func newEntry(kind, mode, frame, options string, fold func(string) string) *entry {
	e := &entry{kind: isnad.EventType(kind), mode: mode, genitive: 's'}
	actors, recipients, _ := strings.Cut(frame, ">")
	e.actors, e.recipients = slots(actors, fold), slots(recipients, fold)
	for option := range strings.FieldsSeq(options) {
		name, value, _ := strings.Cut(option, ":")
		switch name {
		case "need":
			e.need = phrases(value, fold)
		case "not":
			e.not = phrases(value, fold)
		case "req":
			e.req = slots(strings.ReplaceAll(value, ",", "+"), fold)
		case "g":
			e.genitive = value[0]
		default:
			e.flags |= flags[name]
		}
	}
	return e
}

// symmetric reports whether all parties are actors, as in a meeting.
func (e *entry) symmetric() bool { return len(e.recipients) == 0 && len(e.actors) > 1 }

func (e *entry) has(f flag) bool { return e.flags&f != 0 }

func slots(list string, fold func(string) string) []string {
	var out []string
	for slot := range strings.SplitSeq(list, "+") {
		switch slot {
		case "":
		case "S", "O", "C":
			out = append(out, slot)
		default:
			out = append(out, fold(slot))
		}
	}
	return out
}

func phrases(list string, fold func(string) string) [][]string {
	var out [][]string
	for words := range strings.SplitSeq(list, ",") {
		out = append(out, foldAll(strings.Split(words, "+"), fold))
	}
	return out
}
