package dates

import (
	"encoding/json"
	"fmt"
	"github.com/isnad-news/isnad"
	"os"
	"strings"
	"testing"
	"time"
)

func TestStream(t *testing.T) {
	b, err := os.ReadFile("/tmp/sample.json")
	if err != nil {
		t.Skip()
	}
	var arts []struct{ Source, Date, Text string }
	json.Unmarshal(b, &arts)
	for k, a := range arts {
		day, _ := time.Parse("2006-01-02", a.Date[:10])
		fmt.Printf("\n##### %d %s %s (%s)\n", k, a.Source, a.Date[:10], day.Weekday())
		for _, l := range strings.Split(a.Text, "\n") {
			ds := Resolve(l, isnad.Arabic, day)
			at := 0
			var o strings.Builder
			for _, d := range ds {
				o.WriteString(l[at:d.Span.Start])
				fmt.Fprintf(&o, "⟦%s = %s⟧", d.Span.Of(l), d.Value)
				at = d.Span.End
			}
			o.WriteString(l[at:])
			if strings.TrimSpace(l) != "" {
				fmt.Println(o.String())
			}
		}
	}
}
func TestSeeds(t *testing.T) {
	b, err := os.ReadFile("/work/shared/gold/seeds.json")
	if err != nil {
		t.Skip()
	}
	var g struct {
		Timexes []struct {
			Article     string
			Line        int
			Text, Value string
		}
	}
	json.Unmarshal(b, &g)
	for name, f := range map[string]string{"asharq": "2025-02-12", "afp-mt": "2025-02-13"} {
		fs, _ := os.ReadDir("/work/shared/seeds")
		for _, x := range fs {
			if !strings.Contains(x.Name(), name) && !(name == "asharq" && strings.Contains(x.Name(), "1")) {
				continue
			}
			_ = x
		}
		day, _ := time.Parse("2006-01-02", f)
		for _, x := range fs {
			c, _ := os.ReadFile("/work/shared/seeds/" + x.Name())
			is := strings.Contains(string(c), "sharqakhbar")
			if is != (name == "asharq") {
				continue
			}
			for n, l := range strings.Split(string(c), "\n") {
				if n == 1 && is {
					continue
				}
				for _, d := range Resolve(l, isnad.Arabic, day) {
					ok := "   "
					for _, w := range g.Timexes {
						if w.Article == name && w.Line == n+1 && w.Value == d.Value {
							ok = "OK "
						}
					}
					fmt.Println(ok, name, n+1, d.Span.Of(l), d.Value, d.Why)
				}
			}
		}
	}
	fmt.Println(len(g.Timexes))
}
