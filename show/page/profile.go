package page

import (
	"bufio"
	"html/template"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/view"
)

// WriteProfile writes what stories tell of one entity as a page. The only error
// is the writer's.
func WriteProfile(w io.Writer, profile *isnad.Profile, options Options) error {
	v := view.NewProfile(profile, options.Lang)
	out := bufio.NewWriter(w)
	if err := sets[v.Words.Lang].ExecuteTemplate(out, "profile.html", profilePage{v}); err != nil {
		return err
	}
	return out.Flush()
}

// profilePage is what the template of a profile sees.
type profilePage struct{ *view.Profile }

func (profilePage) Style() template.CSS { return template.CSS(style) }
func (profilePage) Policy() string      { return policy }
