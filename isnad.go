// Package isnad holds the domain of the program in plain types: what a report
// is, what is said and done in it, and what many reports together record.
//
// The data flows one way:
//
//	gather          annotate         collate            show
//	bytes ──► Article ──► Doc ──► Record ──► terminal, JSON, HTML
//
// A [Snapshot] is what came in. An [Article] is its clean text, which never
// changes. A [Doc] lays facts over that text as spans: dates, mentions,
// statements, events, commitments. A [Record] joins the facts of many docs
// into entries, each with its sources.
//
// # Laws
//
// Tests hold these for every input:
//
//  1. Article.Text is never rewritten. Every span is in range, on rune
//     boundaries, and the words a fact quotes are the bytes at its span.
//  2. No entry without a source; no statement without a speaker or an
//     explicit "unnamed".
//  3. The same input gives the same bytes out, and reading a report twice
//     changes nothing.
//  4. A record depends on the set of its articles, not on their order.
//  5. A repeat or a copy never counts as a second witness.
//  6. Nothing that a store acknowledged is lost, whatever is killed and when.
//  7. Wrong or hostile input gets a clear error in bounded time and memory and
//     never stops the other reports.
//
// The package imports the standard library alone.
package isnad
