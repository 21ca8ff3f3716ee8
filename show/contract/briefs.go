package contract

import (
	"io"
	"time"

	"github.com/isnad-news/isnad"
)

// StoriesSchema names the contract of a list of stories.
const StoriesSchema = "isnad-stories/1"

// StoriesDocument is a list of stories.
type StoriesDocument struct {
	Schema  string  `json:"schema"`
	Since   string  `json:"since"`
	Of      int     `json:"of"`
	Stories []Brief `json:"stories"`
}

// Brief is what a list tells of one story.
type Brief struct {
	ID          isnad.StoryID         `json:"id"`
	Was         []isnad.StoryID       `json:"was"`
	Title       string                `json:"title"`
	Titles      map[isnad.Lang]string `json:"titles"`
	From        string                `json:"from"`
	To          string                `json:"to"`
	Reports     int                   `json:"reports"`
	Witnesses   int                   `json:"witnesses"`
	Outlets     []string              `json:"outlets"`
	Langs       []isnad.Lang          `json:"langs"`
	Statements  int                   `json:"statements"`
	Events      int                   `json:"events"`
	Commitments int                   `json:"commitments"`
	Open        int                   `json:"open"`
	News        *BriefNews            `json:"news"`
}

// BriefNews counts what came to a story since a time.
type BriefNews struct {
	Articles    int `json:"articles"`
	Entries     int `json:"entries"`
	Differences int `json:"differences"`
	Opened      int `json:"opened"`
	Closed      int `json:"closed"`
}

// WriteBriefs writes a list of stories after the contract; all is how many there
// are. news is nil, or tells of each what is new since a time. The only error is the writer's.
func WriteBriefs(w io.Writer, briefs []isnad.StoryBrief, news []*isnad.News, all int) error {
	document := &StoriesDocument{Schema: StoriesSchema, Of: max(all, len(briefs))}
	document.Stories = list(len(briefs), func(i int) Brief {
		out := briefOf(&briefs[i])
		if i < len(news) && news[i] != nil {
			n := news[i]
			document.Since = n.Since.Format(time.RFC3339)
			out.News = &BriefNews{len(n.Articles), len(n.Entries), len(n.Differences), len(n.Opened), len(n.Closed)}
		}
		return out
	})
	return encode(w, document)
}

func briefOf(b *isnad.StoryBrief) Brief {
	titles := b.Titles
	if titles == nil {
		titles = map[isnad.Lang]string{}
	}
	return Brief{
		ID: b.Story.ID, Was: append([]isnad.StoryID{}, b.Story.Was...), Title: b.Story.Title, Titles: titles, From: b.Story.From, To: b.Story.To,
		Reports: b.Reports, Witnesses: b.Witnesses, Outlets: append([]string{}, b.Outlets...), Langs: append([]isnad.Lang{}, b.Langs...),
		Statements: b.Statements, Events: b.Events, Commitments: b.Commitments, Open: b.Open,
	}
}
