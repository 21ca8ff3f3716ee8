package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/known"
	"github.com/isnad-news/isnad/show/terminal"
)

type entitiesShow struct {
	Name []string `arg:"" name:"name" help:"A name, in Arabic or English, or the id of a row."`
	factsFlag
}

// Help is what isnad entities show --help says below its first line.
func (entitiesShow) Help() string {
	return `Ends with 1 if no row has the name. A name marked [strict] is a common word too
and counts in a report only where something else speaks for it.`
}

// Run prints the rows, one below the other.
func (c *entitiesShow) Run(_ context.Context, io streams) error {
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	name := strings.Join(c.Name, " ")
	rows := facts.Named(name)
	if row, ok := facts.Row(name); ok && !slices.Contains(rows, row) {
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return isnad.Errorf(isnad.NotFound, name, "no known row has this name").
			WithHint("names are matched whole; isnad entities import adds your own")
	}
	for _, row := range rows {
		if _, err := fmt.Fprint(io.out, rowText(row)); err != nil {
			return unwritable("standard output", err)
		}
	}
	return nil
}

// rowText shows a row: its ID and sort, and a line for each thing known of it.
func rowText(row *known.Row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s · %s", row.ID, row.Kind)
	for _, word := range []string{row.Class, row.Country, row.Sector} {
		if word != "" {
			b.WriteString(" · " + terminal.Clean(word))
		}
	}
	b.WriteString("\n")
	for _, language := range []isnad.Lang{isnad.Arabic, isnad.English} {
		var names []string
		for _, name := range row.Names {
			if name.Lang == language {
				names = append(names, isolated(name.Text)+map[bool]string{true: " [strict]"}[slices.Contains(row.Strict, name)])
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&b, "  %s  %s\n", language, strings.Join(names, " | "))
		}
	}
	for i, office := range row.Offices {
		until := office.To
		if until == "" {
			until = "still on " + row.AsOf
		}
		fmt.Fprintf(&b, "  %s of %s, %s to %s\n", terminal.Clean(office.Text), row.Of[i], office.From, until)
	}
	if row.Sources != "" {
		fmt.Fprintf(&b, "  sources: %s\n", terminal.Clean(row.Sources))
	}
	return b.String()
}

type entitiesCount struct {
	factsFlag
}

// Run prints how many rows of each kind and class are known.
func (c *entitiesCount) Run(_ context.Context, io streams) error {
	facts, err := loadFacts(known.Default(), c.Facts)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprint(io.out, countText(facts)); err != nil {
		return unwritable("standard output", err)
	}
	return nil
}

func countText(facts *known.Facts) string {
	sorts, names, holders := map[string]int{}, 0, 0
	for row := range facts.Rows() {
		sort := fmt.Sprintf("%s\t%s", row.Kind, row.Class)
		sorts[sort]++
		names += len(row.Names)
		if len(row.Offices) > 0 {
			holders++
		}
	}
	var order []string
	for sort := range sorts {
		order = append(order, sort)
	}
	slices.Sort(order)
	var b strings.Builder
	for _, sort := range order {
		kind, class, _ := strings.Cut(sort, "\t")
		fmt.Fprintf(&b, "%9s  %-13s %s\n", thousands(sorts[sort]), kind, terminal.Clean(class))
	}
	fmt.Fprintf(&b, "%s with %s; %s with offices\n", counted(facts.Len(), "row"), counted(names, "name"), counted(holders, "person"))
	return b.String()
}
