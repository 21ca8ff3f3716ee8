package showtest

import (
	"strings"

	"github.com/isnad-news/isnad"
)

// call is the order in which the stances of the first story are listed.
var call = []string{"sahil", "mujaz", "harbour", "valley"}

func (j *joiner) statement(id, speaker, when, sources, stances string, witnesses int) *isnad.Entry {
	entry := isnad.Entry{ID: "st-" + id, Kind: isnad.StatementEntry, Story: j.record.Stories[0].ID, Parties: j.people(speaker), When: when, Witnesses: witnesses}
	return j.add(entry, sources, stances)
}

func (j *joiner) event(id string, kind isnad.EventType, mode, actors, when string, status isnad.EventStatus, sources, stances string, witnesses int) *isnad.Entry {
	entry := isnad.Entry{ID: "ev-" + id, Kind: isnad.EventEntry, Story: j.record.Stories[0].ID, Parties: j.people(actors), When: when, Type: kind, Mode: mode, Status: status, Witnesses: witnesses}
	return j.add(entry, sources, stances)
}

// add reads stances as one letter a report: R A D X and S for silent.
func (j *joiner) add(entry isnad.Entry, sources, stances string) *isnad.Entry {
	for i, name := range strings.Fields(sources) {
		why := ""
		if i > 0 {
			why = "same parties and day"
		}
		entry.Sources = append(entry.Sources, j.source(name, why))
	}
	letters := map[byte]isnad.StanceKind{'R': isnad.Reports, 'A': isnad.Attributes, 'D': isnad.DeniesIt, 'X': isnad.Differs, 'S': isnad.Silent}
	for i := range stances {
		entry.Stances = append(entry.Stances, isnad.Stance{Article: j.at[call[i]], Kind: letters[stances[i]]})
	}
	j.record.Entries = append(j.record.Entries, entry)
	return &j.record.Entries[len(j.record.Entries)-1]
}

func (j *joiner) entries() {
	minutes := func(n float64) isnad.Number { return isnad.Number{Value: n, Unit: "minute", About: "duration"} }
	ring := j.event("call", isnad.Consult, "phone", "haddaf tamsan", "2026-03-11", isnad.Happened, "sahil:e1 mujaz:e1 harbour:e1 valley:e1", "AXRR", 3)
	ring.Numbers = []isnad.Number{minutes(40)}
	ring.Numbers[0].Span = j.sheets[j.at["sahil"]].at("e1.n")
	ring.Stances[1].Differences = []isnad.Difference{{What: "number", Value: "50", Others: "40"}}
	j.event("agree", isnad.Agree, "", "haddaf tamsan", "2026-03-11", isnad.Happened, "sahil:e2 mujaz:e2 harbour:e2 valley:e2", "ARRR", 3)
	inform := j.event("inform", isnad.Consult, "phone", "haddaf rumayh", "2026-03-11", isnad.Happened, "sahil:e3", "ASSS", 1)
	inform.Numbers = []isnad.Number{minutes(15)}
	inform.Numbers[0].Span = j.sheets[j.at["sahil"]].at("e3.n")
	inform.According = j.people("presidency")
	leave := j.event("leave", isnad.Retreat, "withdraw", "sahlia", "", isnad.Demanded, "sahil:e4 harbour:e4", "ASRS", 2)
	leave.Stances[1].Kind = isnad.DeniesIt
	leave.Stances[1].Differences = []isnad.Difference{{What: "status", Value: "did-not-happen", Others: "demanded"}}
	j.event("reject", isnad.Reject, "yield", "rumayh", "", isnad.Happened, "sahil:e5", "RSSS", 1).Recipients = j.people("tamsan")
	j.event("shut", isnad.Sanction, "", "wadi", "2025-04", isnad.Ongoing, "sahil:e6", "RSSS", 1)
	j.event("closed", isnad.Concede, "", "", "2026-03-31", isnad.DidNotHappen, "mujaz:e7", "SASS", 1)
	j.event("meet", isnad.Cooperate, "", "", "2026-03-15", isnad.Planned, "harbour:e8", "SSRS", 1)
	j.statement("agreed", "haddaf", "", "sahil:s1", "RSSS", 1)
	open := j.statement("open", "haddaf", "2026-03-11", "sahil:s2 mujaz:s2 harbour:s2 valley:s2", "RXRR", 3)
	open.Stances[1].Differences = []isnad.Difference{{What: "words", Value: "mixed", Others: "direct"}, {What: "date", Value: "2026-03-15", Others: "2026-W11"}}
	j.statement("called", "presidency", "", "sahil:s3", "RSSS", 1)
	j.statement("bank", "tamsan", "", "sahil:s4 harbour:s4", "RSRS", 2)
	j.statement("stay", "rumayh", "", "sahil:s5", "RSSS", 1)
	j.statement("month", "tamsan", "2026-02", "sahil:s6", "RSSS", 1)
	j.statement("denial", "tamsanoffice", "", "mujaz:s7", "SRSS", 1)
	j.statement("unnamed", "", "", "mujaz:s8", "SRSS", 1)
	strike := j.event("strike", isnad.Protest, "strike", "", "2026-03-18", isnad.Happened, "dockers:e1", "", 1)
	end := j.statement("end", "lubna", "", "dockers:s1", "", 1)
	for _, entry := range []*isnad.Entry{strike, end} {
		entry.Story = j.record.Stories[1].ID
		entry.Stances = []isnad.Stance{{Article: j.at["dockers"], Kind: isnad.Reports}}
	}
	j.record.Entries[len(j.record.Entries)-2] = *strike
	j.record.Entries[len(j.record.Entries)-1] = *end
}

func (j *joiner) commitments() {
	add := func(id string, kind isnad.CommitmentKind, by, to, due string, status isnad.CommitmentStatus, sources, closed, why string) *isnad.CommitmentEntry {
		entry := isnad.CommitmentEntry{ID: "co-" + id, Story: j.record.Stories[0].ID, Kind: kind, By: j.people(by), To: j.people(to), Due: due, Status: status, Closed: closed, Why: why}
		for name := range strings.FieldsSeq(sources) {
			report, fact, _ := strings.Cut(name, ":")
			entry.Sources = append(entry.Sources, isnad.CommitmentSource{Article: j.at[report], Commitment: j.sheets[j.at[report]].index[fact]})
		}
		j.record.Commitments = append(j.record.Commitments, entry)
		return &j.record.Commitments[len(j.record.Commitments)-1]
	}
	add("reopen", isnad.Promise, "haddaf", "", "2026-W11", isnad.Open, "sahil:c1 mujaz:c1 harbour:c1 valley:c1", "", "")
	add("sunday", isnad.Promise, "haddaf", "", "2026-03-15", isnad.Open, "sahil:c2 mujaz:c2 harbour:c2 valley:c2", "", "")
	add("ring", isnad.Promise, "haddaf", "rumayh", "immediately", isnad.Kept, "sahil:c3", "ev-inform", "the call promised took place the same day")
	add("bank", isnad.Demand, "tamsan", "sahlia", "", isnad.Rejected, "sahil:c4 harbour:c4", "ev-reject", "Bashir Rumayh rejected it")
	add("shifts", isnad.Promise, "lubna", "", "", isnad.Open, "dockers:c1", "", "").Story = j.record.Stories[1].ID
}
