package main

import (
	"context"
	"fmt"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

type collateCommand struct {
	From    string `placeholder:"DAY" help:"First day of publication, as 2006-01-02; in a large store two days before the last report if not given."`
	To      string `placeholder:"DAY" help:"Last day of publication; open if not given."`
	Undated bool   `help:"Reports without a date too, when days are given; they are always in the whole store."`
	storeFlag
	factsFlag
	output
}

// Help is what isnad collate --help says below its first line.
func (collateCommand) Help() string {
	return `Joins what the stored reports of some days tell into stories, keeps these in the
store, and shows them as isnad read does. Reports of other days that stand in one
story with these are collated with them.`
}

// Run collates a range of days.
func (c *collateCommand) Run(ctx context.Context, io streams) (err error) {
	if err := c.output.check(nil); err != nil {
		return err
	}
	for flag, day := range map[string]string{"--from": c.From, "--to": c.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return usage{isnad.Errorf(isnad.Invalid, flag+" "+day, "is not a day").WithHint("write the day as YYYY-MM-DD, as in 2026-03-04")}
		}
	}
	reader, err := c.engine(gather.Options{})
	if err != nil {
		return err
	}
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	days := isnad.Days{From: c.From, To: c.To, Undated: c.Undated}
	if days.From == "" {
		if days.From, err = lastDays(ctx, store, c.To); err != nil {
			return err
		}
	}
	record, err := reader.Collate(ctx, store, days)
	if err != nil {
		return err
	}
	if record == nil {
		return isnad.Errorf(isnad.NotFound, c.Store, "no reports of these days").WithHint("isnad check tells which days are stored")
	}
	if c.From == "" && days.From != "" {
		if err := tellDays(ctx, io, store, days, len(record.Docs)); err != nil {
			return err
		}
	}
	return c.write(io, record)
}

// tellDays says how many of a store's reports were collated where nobody said
// which.
func tellDays(ctx context.Context, io streams, store isnad.Reader, days isnad.Days, collated int) error {
	totals, err := store.Totals(ctx)
	if err != nil {
		return err
	}
	to := totals.To
	if days.To != "" {
		to = min(to, days.To)
	}
	_, err = fmt.Fprintf(io.err, "isnad: %s of %s, those of %s to %s and of their stories; --from DAY for more\n",
		thousands(collated), counted(totals.Articles, "report"), days.From, to)
	return err
}

// large is from how many reports on not all of a store is collated unasked.
const large = 2000

// lastDays is the first of the last three days that a large store holds reports
// of, up to the day to; empty for a small one and if no report has a day.
func lastDays(ctx context.Context, store isnad.Reader, to string) (string, error) {
	totals, err := store.Totals(ctx)
	if err != nil {
		return "", err
	}
	if totals.Articles < large {
		return "", nil
	}
	if to == "" || to > totals.To {
		to = totals.To
	}
	last, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return "", nil
	}
	return last.AddDate(0, 0, -2).Format(time.DateOnly), nil
}
