package events

// class is what a word does in a clause; a word may be of several.
type class uint64

const (
	that        class = 1 << iota // opens a clause that is said or wanted
	thatPronoun                   // the same with a pronoun written to it: «أنه»
	relative
	breaks // opens another clause: «بينما», "while"
	condition
	afterWord
	beforeWord
	duringWord
	negation
	notPast // negation that makes the present a past: «لم»
	never
	future
	will
	modal
	auxiliary
	be
	have
	must
	scheduled
	irrealis // what depends on it has not happened: «فكرة», "plan"
	preposition
	agent // brings in who did it: «من قبل», "by"
	skips // may stand between a verb and its subject
	phoneWord
	sideline
	backReference // «الاقتراح»: what was proposed just before
	andWord
	toWord
	people // a noun for those something is done to
	dead
	hurt
	actorNoun
	protester
	police
	military
	minutes
	hours
	half
	quarter
	money
	scale
	loose
	determiner
	crowd        // «مئات», «عشرات»
	office       // a noun for one who holds an office
	honorific    // «صاحب السمو»: stands before a name
	bound        // the date behind it bounds a time: "since", «قبل نهاية»
	authority    // acts for its state
	whole        // a noun that begins like a conjunction with a verb: «فيلم»
	attends      // «حضر الاجتماع»
	weapon       // what strikes where no one is named who does
	sinceWord    // what stands behind it is background
	ownCountry   // «بلاده»: the country of who speaks or acts
	ownPeople    // «أعضاءها»: the people of the body that speaks or acts
	pronounOwner // "its", "his": what follows belongs to who speaks or acts
	force        // «الشرطة», "army": a body of its country
)

var classes = map[string]class{
	"that": that, "that+p": that | thatPronoun, "rel": relative, "but": breaks, "cond": condition,
	"after": afterWord | preposition, "before": beforeWord | preposition, "during": duringWord | preposition,
	"neg": negation, "notpast": notPast, "never": never, "fut": future, "will": will,
	"qad": skips, "mod": modal, "aux": auxiliary, "be": be, "have": have, "must": must,
	"sched": scheduled, "irr": irrealis, "prep": preposition, "agent": agent, "skip": skips,
	"phone": phoneWord, "sideline": sideline, "anaph": backReference, "and": andWord, "to": toWord,
	"people": people, "dead": dead, "hurt": hurt, "actor": actorNoun, "protester": protester | actorNoun,
	"police": police | actorNoun, "military": military, "unit-m": minutes, "unit-h": hours,
	"half": half, "quarter": quarter, "money": money, "scale": scale, "loose": loose, "det": determiner, "hon": honorific, "crowd": crowd | actorNoun, "office": office | actorNoun,
	"bound": bound, "since": sinceWord, "weapon": weapon, "attend": attends, "whole": whole, "auth": authority | actorNoun, "ownland": ownCountry | actorNoun, "ownmen": ownPeople | actorNoun, "force": force | actorNoun, "owner": pronounOwner | determiner,
}

func (c class) is(of class) bool { return c&of != 0 }

// actors holds the classes of nouns for those who act.
const actors = actorNoun | people | protester | police | military | office

// function holds the classes whose words are never read as event words.
const function = that | thatPronoun | relative | breaks | afterWord | beforeWord | duringWord | negation | auxiliary | skips | preposition
