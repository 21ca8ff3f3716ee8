package main

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/terminal"
)

// sourceLine is what isnad sources list --json prints of a source.
type sourceLine struct {
	Name      string        `json:"name"`
	Country   string        `json:"country,omitempty"`
	Lang      isnad.Lang    `json:"language,omitempty"`
	Kind      string        `json:"kind"`
	Paused    bool          `json:"paused"`
	Interval  string        `json:"interval,omitempty"`
	Addresses []addressLine `json:"addresses"`
}

type addressLine struct {
	Address  string     `json:"address"`
	Status   int        `json:"status,omitempty"`
	Checked  *time.Time `json:"checked,omitempty"`
	Changed  *time.Time `json:"changed,omitempty"`
	Next     *time.Time `json:"next,omitempty"`
	Failures int        `json:"failures"`
	Problem  string     `json:"problem,omitempty"`
	Items    int        `json:"items"`
	New      int        `json:"new"`
}

func sourceLineOf(source isnad.FollowedSource, stands map[string]isnad.Fetch) sourceLine {
	line := sourceLine{Name: source.Name, Country: source.Country, Lang: source.Lang, Kind: string(source.Kind), Paused: source.Paused}
	if source.Interval > 0 {
		line.Interval = source.Interval.String()
	}
	for _, address := range source.Addresses {
		s := stands[address]
		line.Addresses = append(line.Addresses, addressLine{address, s.Status, moment(s.Checked), moment(s.Changed), moment(s.Next), s.Failures, s.Problem, s.Items, s.New})
	}
	return line
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}

// sourcesText lists sources: a line for each, one below it for each address, and
// a third where something is wrong.
func sourcesText(list []isnad.FollowedSource, stands map[string]isnad.Fetch, now time.Time) string {
	var b strings.Builder
	for _, source := range list {
		fmt.Fprintf(&b, "%s%s\n", isolated(source.Name), particulars(source))
		for _, address := range source.Addresses {
			stand := stands[address]
			fmt.Fprintf(&b, "  %-8s %s\n", health(source, stand), address)
			if !stand.Checked.IsZero() {
				fmt.Fprintf(&b, "           checked %s ago, %d listed, %d new%s\n", ago(now.Sub(stand.Checked)), stand.Items, stand.New, next(stand, now))
			}
			if stand.Problem != "" {
				fmt.Fprintf(&b, "           %s\n", terminal.Clean(stand.Problem))
			}
		}
	}
	if len(list) == 0 {
		return "no sources yet: isnad sources add ADDRESS\n"
	}
	return b.String()
}

// particulars is what the list says of a source behind its name.
func particulars(source isnad.FollowedSource) string {
	text := " · " + string(source.Kind)
	if source.Country != "" {
		text += " · " + source.Country
	}
	if source.Lang != isnad.UnknownLang {
		text += " · " + string(source.Lang)
	}
	if source.Interval > 0 {
		text += " · every " + ago(source.Interval)
	}
	return text
}

// health is one word on how an address stands.
func health(source isnad.FollowedSource, stand isnad.Fetch) string {
	switch {
	case source.Paused:
		return "paused"
	case stand.Checked.IsZero():
		return "new"
	case stand.Failures > 0:
		return fmt.Sprintf("failed×%d", stand.Failures)
	case stand.Items == 0:
		return "empty"
	}
	return "ok"
}

func next(stand isnad.Fetch, now time.Time) string {
	if stand.Next.After(now) {
		return ", next in " + ago(stand.Next.Sub(now))
	}
	return ", due now"
}

// ago writes a length of time in its largest unit: 45s, 12m, 3h, 5d.
func ago(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%ds", int(max(d, 0).Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%dm", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%dh", int(d.Hours()))
	}
	return fmt.Sprintf("%dd", int(d.Hours()/24))
}

func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return address
}

const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

// isolated keeps the direction of words from outside to themselves.
func isolated(words string) string { return firstStrongIsolate + terminal.Clean(words) + popIsolate }
