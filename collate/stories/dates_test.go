package stories

import (
	"strings"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
)

func TestDates(t *testing.T) {
	meet := func(actors, when string) act {
		return act{kind: isnad.Consult, mode: "meet", actors: actors, when: when}
	}
	cases := []struct {
		name  string
		world func(*world)
		want  string // day of the report u; empty if none
	}{
		{"yesterday was a day that another gives", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-02"))
			w.report("u", "", pair, call("-1"))
		}, "2031-03-03"},
		{"today", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-02"))
			w.report("u", "", pair, call("0"))
		}, "2031-03-02"},
		{"another occasion long past", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"), act{kind: isnad.Agree, actors: "korrin veld", when: "2029-01-05", late: true})
			w.report("u", "", pair, call("-1"), act{kind: isnad.Agree, actors: "korrin veld", when: "-1"})
		}, "2031-03-04"},
		{"long past alone", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-03"), act{kind: isnad.Agree, actors: "korrin veld", when: "2029-01-05", late: true})
			w.report("u", "", pair, call(""), act{kind: isnad.Agree, actors: "korrin veld", when: "-1"})
		}, ""},
		{"more say the later day", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-02"), meet("korrin veld", "2031-03-03"))
			w.report("b", "2031-03-04", pair, meet("korrin veld", "2031-03-03"))
			w.report("u", "", pair, call("-1"), meet("korrin veld", "-1"))
		}, "2031-03-04"},
		{"as many say either: the earlier", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-03-02"), meet("korrin veld", "2031-03-03"))
			w.report("u", "", pair, call("-1"), meet("korrin veld", "-1"))
		}, "2031-03-03"},
		{"other actors", func(w *world) {
			w.report("a", "2031-03-03", pair, call(""), meet("arden halt", "2031-03-02"))
			w.report("u", "", pair, call(""), meet("korrin veld", "-1"))
		}, ""},
		{"one actor of two", func(w *world) {
			w.report("a", "2031-03-03", pair, call(""), meet("korrin arden", "2031-03-02"))
			w.report("u", "", pair, call(""), meet("korrin veld", "-1"))
		}, ""},
		{"a week is no day", func(w *world) {
			w.report("a", "2031-03-03", pair, call("2031-W10"))
			w.report("u", "", pair, call("-1"))
		}, ""},
		{"nobody knows", func(w *world) {
			w.report("a", "", pair, call("2031-03-02"))
			w.report("u", "", pair, call("-1"))
		}, ""},
		{"alone", func(w *world) { w.report("u", "", pair, call("-1")) }, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld()
			c.world(w)
			undated := len(w.docs) - 1
			found := Dates(w.docs, w.local, Cluster(w.docs, w.list, w.local, nil))
			published, ok := found[undated]
			if got := strings.TrimSuffix(published.Time.Format(time.DateOnly), "0001-01-01"); got != c.want {
				t.Fatalf("dated %q, want %q", got, c.want)
			}
			if !ok {
				return
			}
			if published.How != isnad.FromStory || published.Clock || !strings.Contains(published.Evidence, `"then"`) {
				t.Errorf("how %q, evidence %q", published.How, published.Evidence)
			}
		})
	}
}
