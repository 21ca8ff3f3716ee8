package gather

import (
	"fmt"
	"os"
	"testing"
)

func TestShow(t *testing.T) {
	for _, name := range []string{os.Getenv("SHOW")} {
		if name == "" {
			t.Skip()
		}
		s, err := Open(name, nil, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		list, err := Articles(s, Options{})
		fmt.Println("ERR", err)
		for _, a := range list {
			fmt.Printf("%s v%s url=%s outlet=%v agency=%v author=%q lang=%s pub=%v\n", a.ID, a.Version, a.URL, a.Outlet, a.Agency, a.Author, a.Lang, a.Published)
			for i, p := range a.Parts {
				w := []rune(p.Span.Of(a.Text))
				if len(w) > 90 {
					w = w[:90]
				}
				fmt.Printf("%3d %-10s L%-4d c%d %s %s\n", i, p.Kind, p.Line, p.CopyOf, string(w), p.Credit.Name)
			}
			for _, d := range a.Defects {
				fmt.Printf("  ! %s [%s] %s\n", d.Kind, d.Note, d.Span.Of(a.Text)[:min(60, d.Span.Len())])
			}
			fmt.Println(a.Check())
		}
	}
}
