package statements

import "github.com/isnad-news/isnad"

// chain builds the way of statement i from the outlet inwards: outlet, agency,
// medium, and for a nested statement the outer speaker, then the speaker.
func (r *report) chain(list []isnad.Statement, i int, media []isnad.Link) []isnad.Link {
	statement := &list[i]
	var links []isnad.Link
	if statement.Within >= 0 {
		// Outer statements are ordered before inner ones, so theirs is built.
		links = append(links, list[statement.Within].Chain...)
	} else {
		links = r.head()
	}
	links = append(links, media...)
	for _, speaker := range statement.Speakers {
		links = append(links, r.speakerLink(speaker))
	}
	return links
}

func (r *report) head() []isnad.Link {
	article := r.doc.Article
	links := []isnad.Link{{Kind: isnad.LinkOutlet, Name: article.Outlet.Name, Entity: -1, Why: "publisher of the report"}}
	if article.Agency.Name != "" {
		links = append(links, isnad.Link{
			Kind: isnad.LinkAgency, Name: article.Agency.Name, Entity: -1,
			Span: article.Agency.Span, Why: "credited with the text",
		})
	}
	return links
}

func (r *report) speakerLink(speaker isnad.Party) isnad.Link {
	link := isnad.Link{Kind: isnad.LinkSpeaker, Entity: speaker.Entity, Span: speaker.Span, Name: speaker.Text}
	if speaker.Entity >= 0 {
		link.Name = r.doc.Entities[speaker.Entity].Names[0]
	}
	if speaker.Span.Empty() {
		link.Why = "the cue has no subject: the speaker before it"
		if speaker.Entity < 0 {
			link.Why = "the report names no speaker"
		}
	}
	return link
}
