package learn

import (
	"strings"

	"github.com/isnad-news/isnad/lang/names"
)

// label gives the tokens their labels.
func (t *englishText) label(rows *names.EnglishRows) {
	t.labels = make([]uint8, len(t.tokens))
	if t.set.chat {
		for i := range t.tokens {
			if rows.Nation(i) {
				t.labels[i] = names.Label(names.Other, true)
			}
		}
	}
	for _, span := range t.other {
		t.mark(span)
	}
	for _, span := range t.gold {
		if t.set.mentions {
			span = t.named(span, rows)
		}
		t.mark(span)
	}
}

func (t *englishText) mark(span englishSpan) {
	from, to := t.over(span.start, span.end)
	for i := from; i < to; i++ {
		t.labels[i] = names.Label(span.kind, i == from)
	}
}

// over returns the tokens that words [start, end) touch.
func (t *englishText) over(start, end int) (from, to int) {
	a, e := t.words[start].Start, t.words[end-1].End
	for from < len(t.tokens) && t.tokens[from].End <= a {
		from++
	}
	for to = from; to < len(t.tokens) && t.tokens[to].Start < e; to++ {
	}
	return from, to
}

// named makes a span of a set with mentions a name without its article, or a
// mention: pronouns, what has words in small letters, a title with its name,
// and a country that acts.
func (t *englishText) named(span englishSpan, rows *names.EnglishRows) englishSpan {
	start := span.start
	if t.article(start) && start+1 < span.end {
		start++
	}
	from, to := t.over(start, span.end)
	name := !pronouns[t.folded[start]]
	for i := start; i < span.end && name; i++ {
		first := t.text[t.words[i].Start]
		switch {
		case connects[t.folded[i]]:
			name = i > start || t.folded[i] == "al" || t.folded[i] == "el"
		default:
			name = 'A' <= first && first <= 'Z' || first >= 0x80 || first == '@' || '0' <= first && first <= '9' && i > start
		}
	}
	switch {
	case span.kind == names.Organisation && (rows.ListedPlace(from, to) || to == from+1 && rows.People(from)),
		span.kind == names.Person && to > from+1 && rows.Title(from):
		name = false
	}
	if !name {
		span.kind += mention
		return span
	}
	span.start = start
	return span
}

func (t *englishText) article(i int) bool {
	return t.folded[i] == "the" || t.folded[i] == "a" || t.folded[i] == "an"
}

var (
	pronouns = setOf("i he she it they we our my his her their its there here")
	connects = setOf("of the and for in - \u2019 ' al el ibn bin . , s \u2019s 's & esh \u201c \" on to ( )")
)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// found gives the names of labels as the set counts them: over its words, with
// the article inside and mentions as names where it has mentions.
func (t *englishText) found(labels []uint8, rows *names.EnglishRows) []englishSpan {
	var list []englishSpan
	for i := 0; i < len(labels); {
		kind := names.Kind((labels[i] + 1) / 2)
		to := i + 1
		for kind != names.None && to < len(labels) && labels[to] == names.Label(kind, false) {
			to++
		}
		if span, ok := t.counted(i, to, kind, rows); ok {
			list = append(list, span)
		}
		i = to
	}
	return list
}

func (t *englishText) counted(from, to int, kind names.Kind, rows *names.EnglishRows) (englishSpan, bool) {
	if kind == names.None || kind > mention && !t.set.mentions || kind == names.Other && t.set.mentions {
		return englishSpan{}, false
	}
	nation := t.set.chat && kind == names.Other
	for i := from; i < to; i++ {
		nation = nation && rows.Nation(i)
	}
	end := t.tokens[to-1].Start + len(rows.Key(to-1))
	if raw := t.text[t.tokens[to-1].Start:t.tokens[to-1].End]; len(rows.Key(to-1)) == len(t.tokens[to-1].Key) {
		end = t.tokens[to-1].End
	} else if at := strings.LastIndexAny(raw, "'\u2019"); at > 0 {
		end = t.tokens[to-1].Start + at
	}
	span := englishSpan{start: -1, kind: kind}
	for w, word := range t.words {
		if word.End > t.tokens[from].Start && span.start < 0 {
			span.start = w
		}
		if word.Start < end {
			span.end = w + 1
		}
	}
	if kind > mention {
		span.kind -= mention
	} else if t.set.mentions && span.start > 0 && t.folded[span.start-1] == "the" {
		span.start--
	}
	return span, !nation
}
