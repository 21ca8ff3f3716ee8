package pages

import (
	"fmt"
	"strings"
	"testing"
)

const story = `<p>The minister of water said on Sunday that the dam in the green valley was at work, after two years of building.</p>
<p>The city will have water all summer, she said, and the eastern canal will follow in the spring of next year.</p>
<p>The machines will come from abroad within two months, and the training of those who work them has begun.</p>`

// TestVisible holds what is read near the headline, and what is not.
func TestVisible(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"between headline and body", `<h1>The dam is at work</h1><div>5 March 2026 - 14:05</div>` + story, "visible date: 5 March 2026 - 14:05|"},
		{"the update is not the publication", `<h1>The dam is at work</h1><div>Updated 6 March 2026 | Published 5 March 2026</div>` + story,
			"visible date: 5 March 2026; visible date of the last update: 6 March 2026|"},
		{"an update alone", `<h1>The dam is at work</h1><div>آخر تحديث: 6 مارس 2026</div>` + story, "visible date of the last update: 6 مارس 2026|"},
		{"a time element says it to machines", `<h1>The dam is at work</h1><time datetime="2026-03-05T14:05:00+03:00">5 March 2026</time>` + story,
			"time: 2026-03-05T14:05:00+03:00; visible date: 5 March 2026; time: 2026-03-05T14:05:00+03:00|"},
		{"today's date in the frame of the page", `<div>1 April 2026</div><h1>The dam is at work</h1><div>5 March 2026</div>` + story, "visible date: 5 March 2026|"},
		{"dates of teasers in a menu", `<nav><div>1 April 2026</div></nav><h1>The dam is at work</h1>` + story, "|"},
		{"below the body", `<h1>The dam is at work</h1>` + story + `<p>نشر في 5 مارس 2026</p>`, "visible date: 5 مارس 2026|"},
		{"an author by the name of the element", `<h1>The dam is at work</h1><div class="article-author"><a href="/j">Jane Roe</a></div>` + story, "|Jane Roe"},
		{"no author: a line of other words", `<h1>The dam is at work</h1><div class="author">Our reporters, 12 of them</div>` + story, "|"},
		{"a heading of the page", `<h1>The dam is at work</h1>` + story, "|"},
	} {
		page, err := Parse("<title>The dam is at work</title><body>"+test.page, limits)
		if err != nil {
			t.Fatal(err)
		}
		var dates []string
		for _, date := range page.Dates {
			dates = append(dates, fmt.Sprintf("%s: %s", date.Field, date.Value))
		}
		if got := strings.Join(dates, "; ") + "|" + page.Author; got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
		if len(page.Blocks) != 3 {
			t.Errorf("%s: %d blocks: %v", test.name, len(page.Blocks), page.Blocks)
		}
	}
}

// TestByline holds that a byline is a block of its own kind, without the date
// that changes with every update.
func TestByline(t *testing.T) {
	page, err := Parse("<title>The dam is at work</title><body><h1>The dam is at work</h1><div class=meta>By Jane Roe Updated 5 March 2026, 14:05</div>"+story, limits)
	if err != nil {
		t.Fatal(err)
	}
	if first := page.Blocks[0]; first.Kind != Byline || first.Text != "By Jane Roe" {
		t.Errorf("%+v", first)
	}
}
