package pages

import (
	"strings"
	"testing"
)

func TestNameBelief(t *testing.T) {
	for name, want := range map[string]belief{
		"related-posts": always, "relatedPosts": always, "RelatedArticles__list": always, "social_bar": always, "sharebar": always,
		"comments": surely, "comment-list": surely, "single comments-open": always, "widget-area": ifSmall, "entry-meta": ifSmall, "newsletter2": always,
		"article-body": unbelieved, "commentary": unbelieved, "shareholders": unbelieved, "story": unbelieved, "": unbelieved,
		"post tag-comments category-ads": unbelieved, "post-content main": unbelieved, "post-author": always,
	} {
		if got := nameBelief(name); got != want {
			t.Errorf("nameBelief(%q) = %d, want %d", name, got, want)
		}
	}
}

// TestShape holds what the shape of a page and the names in it leave of it.
func TestShape(t *testing.T) {
	const more = "<p>Another report of the harbour, which is longer than a line and ends with a stop, as reports do.</p>"
	for _, test := range []struct{ name, page, without string }{
		{"related reports in the text", story + `<div class="related-box"><h3>Related</h3>` + more + "</div>" + story, "harbour"},
		{"a list of links", story + `<ul><li><a href="/1">The harbour</a></li><li><a href="/2">The harbour again</a></li><li><a href="/3">A harbour</a></li></ul>` + story, "harbour"},
		{"a line that is a link", story + `<p><a href="/1">The harbour is at work</a></p>` + story, "harbour"},
		{"teasers after the report", `<div class="text">` + story + `</div>` + strings.Repeat(`<article><h3><a href="/1">The harbour</a></h3>`+more+`</article>`, 3), "harbour"},
		{"another report below", `<div class="one"><h1>The dam is at work</h1><div>` + story + `</div></div><div class="one"><h1>The harbour</h1><div>` + strings.Repeat(more, 6) + `</div></div>`, "harbour"},
		{"comments longer than the report", story + `<section id="comments">` + strings.Repeat("<div>"+more+"</div>", 20) + `</section>`, "harbour"},
		{"what is hidden", story + `<div style="display: none">` + more + `</div><div hidden>` + more + "</div>", "harbour"},
		{"an invitation", story + `<p>Subscribe to our newsletter for news of the harbour in your inbox every morning.</p>`, "harbour"},
		{"a heading of nothing", story + `<h3>More from the harbour</h3><ul><li><a href="/1">The canal</a></li></ul>`, "harbour"},
	} {
		page, err := Parse("<title>The dam is at work</title><body><main>"+test.page+"</main>", limits)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, block := range page.Blocks {
			text.WriteString(block.Text + "\n")
		}
		if strings.Contains(text.String(), test.without) || !strings.Contains(text.String(), "minister") || !strings.Contains(text.String(), "machines") {
			t.Errorf("%s:\n%s", test.name, text.String())
		}
	}
}

// TestShapeKeeps holds what looks like the frame of a page and is none.
func TestShapeKeeps(t *testing.T) {
	for _, test := range []struct{ name, page, with string }{
		{"a form around the whole page", `<form class="search"><table><tr><td>` + story + `</td></tr></table></form>`, "machines"},
		{"a body with a name of the frame", `<div class="widget related-enabled">` + story + `</div>`, "machines"},
		{"a post in an element for sharing", story + `<div class="social-embed"><blockquote><p>The harbour is ours.</p></blockquote></div>` + story, "harbour"},
		{"a list of sentences", story + `<ul><li>The harbour opens.</li><li>The canal <a href="/1">closes</a>.</li></ul>` + story, "harbour"},
		{"a table of results", story + `<table><tr class="player-1"><td>1</td><td>Harbour</td></tr><tr class="player-2"><td>2</td><td>Canal</td></tr></table>` + story, "Harbour"},
		{"words under a picture", `<figure><img src="a.jpg"><div class="meta">The harbour (Reuters)</div></figure>` + story, "harbour"},
	} {
		page, err := Parse("<title>The dam is at work</title><body><main><h1>The dam is at work</h1>"+test.page+"</main>", limits)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, block := range page.Blocks {
			found = found || strings.Contains(block.Text, test.with)
		}
		if !found {
			t.Errorf("%s: %v", test.name, page.Blocks)
		}
	}
}

func TestInvitations(t *testing.T) {
	for words, want := range map[string]bool{
		"Follow us on Twitter and Facebook": true, "Subscribe to our newsletter": true, "Get the latest news in your inbox.": true,
		"تابعونا على فيسبوك": true, "اشترك في نشرتنا اليومية": true, "لمتابعة آخر الأخبار اضغط هنا": true, "© 2026 Nahr. All rights reserved.": true,
		"Follow the money, said the judge.": false, "Watch prices fell on Sunday.": false, "تابع الوزير الجلسة من مكتبه": false,
		"Get out of here, he said: \u201Cour newsletter is no place for this\u201D": false,
		"سجل الفريق هدفين في الشوط الأول":                                           false, "Join the army, they told him": false,
	} {
		if got := isInvitation(words); got != want {
			t.Errorf("isInvitation(%q) = %v", words, got)
		}
	}
}
