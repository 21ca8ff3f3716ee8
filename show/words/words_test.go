package words

import (
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/lang"
)

func TestDate(t *testing.T) {
	for _, c := range []struct{ value, english, arabic string }{
		{"2025-02-12", "Wed 12 February 2025", "الأربعاء 12 فبراير 2025"},
		{"2025-02-12T21:30", "Wed 12 February 2025 21:30", "الأربعاء 12 فبراير 2025 21:30"},
		{"2025-02", "February 2025", "فبراير 2025"},
		{"2025-W07", "week of Mon 10 February 2025", "أسبوع الاثنين 10 فبراير 2025"},
		{"2026-W01", "week of Mon 29 December 2025", "أسبوع الاثنين 29 ديسمبر 2025"},
		{"2022", "2022", "2022"},
		{"2025-02-12/2025-02-14", "Wed 12 – Fri 14 February 2025", "الأربعاء 12 – الجمعة 14 فبراير 2025"},
		{"immediately", "at once", "فورًا"},
		{"PT24H", "PT24H", "PT24H"},
		{"", "", ""},
	} {
		if got := In(isnad.English).Date(c.value); got != c.english {
			t.Errorf("%s: %q, want %q", c.value, got, c.english)
		}
		if got := In(isnad.Arabic).Date(c.value); got != c.arabic {
			t.Errorf("%s: %q, want %q", c.value, got, c.arabic)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2025-02-12", "2025-02-12", "Wed 12 February 2025"},
		{"2025-02-12", "2025-02-13", "Wed 12 – Thu 13 February 2025"},
		{"2025-01-31", "2025-02-01", "Fri 31 January – Sat 1 February 2025"},
		{"2024-12-31", "2025-01-01", "Tue 31 December 2024 – Wed 1 January 2025"},
		{"", "2025-01-01", "Wed 1 January 2025"},
	} {
		if got := In(isnad.English).Days(c.from, c.to); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		n               int
		english, arabic string
	}{
		{0, "0 reports", "0 تقرير"},
		{1, "1 report", "تقرير واحد"},
		{2, "2 reports", "تقريران"},
		{3, "3 reports", "3 تقارير"},
		{11, "11 reports", "11 تقريرًا"},
		{100, "100 reports", "100 تقرير"},
		{103, "103 reports", "103 تقارير"},
	} {
		if got := In(isnad.English).Count(c.n, "report"); got != c.english {
			t.Errorf("%d: %q", c.n, got)
		}
		if got := In(isnad.Arabic).Count(c.n, "report"); got != c.arabic {
			t.Errorf("%d: %q", c.n, got)
		}
	}
}

func TestTableIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 3 || fields[1] == "" || fields[2] == "" {
			t.Errorf("line %q has not three fields", line)
			continue
		}
		if seen[fields[0]] {
			t.Errorf("key %s stands twice", fields[0])
		}
		seen[fields[0]] = true
		if strings.Count(fields[1], "{1}") != strings.Count(fields[2], "{1}") {
			t.Errorf("key %s: the languages take different values", fields[0])
		}
	}
	for _, kind := range []isnad.EventType{
		isnad.Agree, isnad.Consult, isnad.Support, isnad.Concede, isnad.Cooperate, isnad.Aid, isnad.Retreat, isnad.Request,
		isnad.Accuse, isnad.Reject, isnad.Threaten, isnad.Protest, isnad.Sanction, isnad.Mobilize, isnad.Coerce, isnad.Assault,
	} {
		if !seen["type."+string(kind)] {
			t.Errorf("type %s has no words", kind)
		}
	}
	for _, key := range []string{
		"force." + string(lang.Say), "force." + string(lang.Announce), "force." + string(lang.Stress), "force." + string(lang.Add),
		"force." + string(lang.Describe), "force." + string(lang.Deny), "force." + string(lang.Promise), "force." + string(lang.Threaten),
		"force." + string(lang.Warn), "force." + string(lang.Demand), "force." + string(lang.Propose), "force." + string(lang.Accuse),
		"force." + string(lang.Expect), "force." + string(lang.Believe), "force." + string(lang.Ask), "force." + string(lang.Agree),
		"force." + string(lang.Praise), "force." + string(lang.Inform), "force." + string(lang.Cite),
		"status." + string(isnad.Happened), "status." + string(isnad.Ongoing), "status." + string(isnad.Planned), "status." + string(isnad.Proposed),
		"status." + string(isnad.Demanded), "status." + string(isnad.Hypothetical), "status." + string(isnad.DidNotHappen),
		"state." + string(isnad.Open), "state." + string(isnad.Kept), "state." + string(isnad.Broken), "state." + string(isnad.Rejected),
		"state." + string(isnad.Overtaken), "state." + string(isnad.Overdue),
		"kind." + string(isnad.Promise), "kind." + string(isnad.Demand), "kind." + string(isnad.Proposal), "kind." + string(isnad.Plan),
		"stance." + string(isnad.Reports), "stance." + string(isnad.Attributes), "stance." + string(isnad.DeniesIt), "stance." + string(isnad.Differs), "stance." + string(isnad.Silent),
		"origin." + string(isnad.Given), "origin." + string(isnad.Metadata), "origin." + string(isnad.FromText), "origin." + string(isnad.FromAddress),
		"origin." + string(isnad.FromFile), "origin." + string(isnad.FromStory), "origin." + string(isnad.Unknown),
		"defect." + string(isnad.RepeatedPassage), "defect." + string(isnad.UnbalancedQuotes), "defect." + string(isnad.ForeignScript), "defect." + string(isnad.SpacedComma),
		"defect." + string(isnad.BadEncoding), "defect." + string(isnad.Truncated), "defect." + string(isnad.NoText), "defect." + string(isnad.BadDate),
		"entity." + string(isnad.Person), "entity." + string(isnad.Organisation), "entity." + string(isnad.Place), "entity." + string(isnad.Group),
		"entity." + string(isnad.Occasion), "entity." + string(isnad.OtherKind),
		"said." + string(isnad.Direct), "said." + string(isnad.Indirect), "said." + string(isnad.Mixed),
	} {
		if !seen[key] {
			t.Errorf("%s has no words", key)
		}
	}
}

func TestSortKey(t *testing.T) {
	ordered := []string{"2024", "2024-06-14", "2025-02", "2025-02-10", "2025-W07", "2025-02-11", "", "soon"}
	for i := 1; i < len(ordered); i++ {
		if SortKey(ordered[i-1]) > SortKey(ordered[i]) {
			t.Errorf("%q sorts behind %q", ordered[i-1], ordered[i])
		}
	}
}
