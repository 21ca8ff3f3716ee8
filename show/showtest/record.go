package showtest

import (
	"time"

	"github.com/isnad-news/isnad"
)

var kinds = map[string]isnad.EntityKind{
	"haddaf": isnad.Person, "tamsan": isnad.Person, "rumayh": isnad.Person, "lubna": isnad.Person,
	"sahlia": isnad.Place, "marjania": isnad.Place, "wadi": isnad.Place, "mersa": isnad.Place,
	"presidency": isnad.Organisation, "tamsanoffice": isnad.Organisation,
}

func published(day string, how isnad.Origin, evidence string) isnad.Published {
	at, err := time.Parse("2006-01-02", day)
	if err != nil {
		panic(err)
	}
	return isnad.Published{Time: at, How: how, Evidence: evidence}
}

func sahil() *sheet {
	s := open("sahil")
	a := s.article
	a.Lang, a.URL = isnad.Arabic, "https://sahil.example/2026/03/11/wadi"
	a.Outlet = isnad.Outlet{Name: names["sahil"], How: isnad.Metadata}
	a.Published = published("2026-03-11", isnad.FromAddress, "/2026/03/11/")
	a.Parts[len(a.Parts)-1].Credit = isnad.Credit{Name: names["mina"], How: isnad.FromText}
	s.said("s1", "haddaf", "announce", isnad.Mixed, nil)
	s.said("s2", "haddaf", "say", isnad.Direct, func(x *isnad.Statement) {
		x.Chain = []isnad.Link{{Kind: isnad.LinkMedium, Name: names["sada"], Entity: -1, Why: "a post named in the clause"}}
	})
	s.said("s3", "presidency", "cite", isnad.Indirect, nil)
	s.said("s4", "tamsan", "stress", isnad.Indirect, nil)
	s.said("s5", "rumayh", "say", isnad.Direct, func(x *isnad.Statement) { x.Implicit = true })
	s.said("s6", "tamsan", "stress", isnad.Indirect, func(x *isnad.Statement) { x.Said = "2026-02" })
	s.done("e1", isnad.Consult, "phone", "2026-03-11", isnad.Happened, []string{"haddaf", "tamsan"}, func(e *isnad.Event) {
		e.Numbers = []isnad.Number{{Value: 40, Unit: "minute", About: "duration", Span: s.at("e1.n")}}
	})
	s.done("e2", isnad.Agree, "", "2026-03-11", isnad.Happened, []string{"haddaf", "tamsan"}, nil)
	s.done("e3", isnad.Consult, "phone", "2026-03-11", isnad.Happened, []string{"haddaf", "rumayh"}, func(e *isnad.Event) {
		e.Numbers = []isnad.Number{{Value: 15, Unit: "minute", About: "duration", Span: s.at("e3.n")}}
	})
	s.done("e4", isnad.Retreat, "withdraw", "", isnad.Demanded, []string{"haddaf"}, nil)
	s.done("e5", isnad.Reject, "yield", "", isnad.Happened, []string{"rumayh"}, func(e *isnad.Event) { e.Recipients = s.parties("tamsan") })
	s.done("e6", isnad.Sanction, "", "2025-04", isnad.Ongoing, []string{"wadi"}, nil)
	s.due("c1", isnad.Promise, "haddaf", isnad.Open, "2026-W11")
	s.due("c2", isnad.Promise, "haddaf", isnad.Open, "2026-03-15")
	s.due("c3", isnad.Promise, "haddaf", isnad.Kept, "immediately")
	s.due("c4", isnad.Demand, "tamsan", isnad.Rejected, "")
	s.commitments["c1"].DueSpan = s.at("c1.due")
	s.close(map[string]string{"s6": "s5"}, map[string]string{"e1": "s1", "e2": "s1", "e3": "s3", "e4": "s4"})
	return s
}

func mujaz() *sheet {
	s := open("mujaz")
	a := s.article
	a.Lang, a.Outlet = isnad.Arabic, isnad.Outlet{Name: "mujaz.txt", How: isnad.FromFile}
	a.Published = published("2026-03-12", isnad.FromStory, names["yesterday"])
	a.Defects = []isnad.Defect{
		{Kind: isnad.RepeatedPassage, Span: a.Parts[5].Span.Cover(a.Parts[6].Span), Note: "lines 6-7 repeat lines 2-3"},
		{Kind: isnad.ForeignScript, Span: s.at("@tamsan")},
		{Kind: isnad.SpacedComma},
		{Kind: isnad.UnbalancedQuotes, Span: s.at("s2")},
	}
	s.said("s2", "haddaf", "say", isnad.Mixed, nil)
	s.said("s7", "tamsanoffice", "deny", isnad.Indirect, func(x *isnad.Statement) { x.Polarity = isnad.Denies })
	s.said("s8", "src", "say", isnad.Indirect, nil)
	s.done("e1", isnad.Consult, "phone", "2026-03-11", isnad.Happened, []string{"haddaf", "tamsan"}, func(e *isnad.Event) {
		e.Numbers = []isnad.Number{{Value: 50, Unit: "minute", About: "duration", Span: s.at("e1.n")}}
	})
	s.done("e2", isnad.Agree, "", "2026-03-11", isnad.Happened, []string{"haddaf"}, nil)
	s.done("e1b", isnad.Consult, "", "", isnad.DidNotHappen, []string{"tamsan"}, nil)
	s.done("e7", isnad.Concede, "", "2026-03-31", isnad.DidNotHappen, nil, nil)
	s.due("c1", isnad.Promise, "haddaf", isnad.Open, "")
	s.due("c2", isnad.Promise, "haddaf", isnad.Open, "2026-03-15")
	s.close(nil, map[string]string{"e1b": "!s7", "e7": "s8"})
	return s
}

func harbour(name, outlet string) *sheet {
	s := open(name)
	a := s.article
	a.Lang, a.URL = isnad.English, "https://"+name+".example/wadi"
	a.Outlet = isnad.Outlet{Name: outlet, How: isnad.Metadata}
	a.Published = published("2026-03-12", isnad.Metadata, "article:published_time")
	a.Published.Time, a.Published.Clock = a.Published.Time.Add(9*time.Hour), true
	a.Agency = isnad.Credit{Name: "Mina News Agency", How: isnad.FromText}
	s.said("s2", "haddaf", "say", isnad.Direct, func(x *isnad.Statement) {
		x.Chain = []isnad.Link{
			{Kind: isnad.LinkAgency, Name: "Mina News Agency", Entity: -1, Why: "the text's credit"},
			{Kind: isnad.LinkMedium, Name: "Sada", Entity: -1, Why: "a post named in the clause"},
		}
	})
	s.done("e1", isnad.Consult, "phone", "2026-03-11", isnad.Happened, []string{"haddaf", "tamsan"}, func(e *isnad.Event) {
		e.Numbers = []isnad.Number{{Value: 40, Unit: "minute", About: "duration", Span: s.at("e1.n")}}
	})
	s.done("e2", isnad.Agree, "", "2026-03-11", isnad.Happened, []string{"haddaf", "tamsan"}, nil)
	s.due("c1", isnad.Promise, "haddaf", isnad.Open, "")
	s.due("c2", isnad.Promise, "haddaf", isnad.Open, "2026-03-15")
	if name == "harbour" {
		s.said("s4", "tamsan", "say", isnad.Indirect, nil)
		s.done("e4", isnad.Retreat, "withdraw", "", isnad.Demanded, []string{"sahlia"}, nil)
		s.done("e8", isnad.Cooperate, "", "2026-03-15", isnad.Planned, nil, nil)
		s.due("c4", isnad.Demand, "tamsan", isnad.Rejected, "")
		s.close(nil, map[string]string{"e4": "s4"})
		return s
	}
	s.close(nil, nil)
	return s
}

func dockers() *sheet {
	s := open("dockers")
	a := s.article
	a.Lang, a.Outlet = isnad.English, isnad.Outlet{Name: "The Harbour Times", How: isnad.Metadata}
	a.Published = published("2026-03-18", isnad.Given, "--date")
	s.said("s1", "lubna", "promise", isnad.Indirect, nil)
	s.done("e1", isnad.Protest, "strike", "2026-03-18", isnad.Happened, nil, nil)
	s.due("c1", isnad.Promise, "lubna", isnad.Open, "")
	s.close(nil, nil)
	return s
}
