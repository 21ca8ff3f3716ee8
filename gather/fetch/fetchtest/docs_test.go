package fetchtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/hostile.md")

// TestDocs keeps docs/hostile.md equal to the battery.
func TestDocs(t *testing.T) {
	path := filepath.Join("..", "..", "..", "docs", "hostile.md")
	want := document(Cases())
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/hostile.md is not the list of cases: run go test ./gather/fetch/fetchtest -run Docs -update")
	}
}

// levels are the parts of the document, in order.
var levels = []struct{ level, title, text string }{
	{Fetch, "Answers", "The answer itself is hostile, or the way to it. `gather/fetch` is asked for the address."},
	{Feed, "Feeds", "A sound answer carries a hostile feed. The source is checked; what it lists is asked for."},
	{Page, "Pages", "A sound feed names a hostile page."},
	{Archive, "Files", "A file that the user names is hostile."},
}

func document(cases []Case) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Hostile servers

The battery of `+"`gather/fetch/fetchtest`"+`: %d servers and files, each hostile in
one way, on loopback. `+"`make test`"+` asks every one of them. For each it must hold
that reading ends as the table says, that no more bytes are kept than the bound,
that memory stays bounded, that the error names the address, its kind and what
the user can do, and that the sources beside it are read. A port that nothing
may reach counts connections: there must be none.

"read" means without an error, maybe in part and with notes. Cases marked with a
clock end when the client's own bound on time is reached.

This file is made from the cases: `+"`go test ./gather/fetch/fetchtest -run Docs -update`"+`.
`, len(cases))
	for _, part := range levels {
		rows := 0
		var table strings.Builder
		for _, one := range cases {
			if one.Level == part.level {
				rows++
				table.WriteString(row(one))
			}
		}
		fmt.Fprintf(&b, "\n## %s (%d)\n\n%s\n\n| case | ends as | proves that |\n|---|---|---|\n%s", part.title, rows, part.text, table.String())
	}
	return b.String()
}

func row(one Case) string {
	end := string(one.Want)
	if end == "" {
		end = "read"
	}
	if one.Slow {
		end += " (clock)"
	}
	return fmt.Sprintf("| %s | %s | %s |\n", one.Name, end, strings.ReplaceAll(one.Proves, "|", `\|`))
}
