package eval

import (
	"encoding/json"
	"io"

	"github.com/isnad-news/isnad"
)

// maxGold bounds the size of a gold file in bytes.
const maxGold = 64 << 20

// Gold is a gold file. Unknown fields are ignored and missing lists are empty.
type Gold struct {
	Articles      []goldArticle    `json:"articles"`
	Entities      []goldEntity     `json:"entities"`
	Roles         []goldRole       `json:"roles"`
	Statements    []goldStatement  `json:"statements"`
	OptionalLines []goldPlace      `json:"optional_lines"`
	Nested        []goldNested     `json:"nested"`
	Same          [][2]string      `json:"same_statement"` // IDs of statements
	Events        []goldEvent      `json:"events"`
	Commitments   []goldCommitment `json:"commitments"`
	Dates         []goldDate       `json:"timexes"`
}

type goldArticle struct {
	ID      string `json:"id"`
	File    string `json:"file"`
	Repeats []struct {
		Lines []int `json:"lines"` // first and last
	} `json:"repeats"`
}

type goldEntity struct {
	ID    string   `json:"id"`
	Kind  string   `json:"kind"`
	En    string   `json:"en"`
	Ar    string   `json:"ar"`
	Forms []string `json:"forms"`
}

type goldPlace struct {
	Article string `json:"article"`
	Line    int    `json:"line"`
}

func (p goldPlace) place() place { return place{p.Article, p.Line} }

type goldRole struct {
	goldPlace
	Entity string `json:"entity"`
	Text   string `json:"text"`
}

type goldStatement struct {
	goldPlace
	ID       string     `json:"id"`
	Speaker  names      `json:"speaker"`
	Speakers names      `json:"speakers"` // more than one; beside or instead of speaker
	Content  names      `json:"content"`  // more than one piece where the cue stands inside
	Chain    []goldLink `json:"chain"`
	Optional bool       `json:"optional"`
}

// speakers joins the two ways to write them.
func (s *goldStatement) speakers() []string {
	return append(s.Speaker[:len(s.Speaker):len(s.Speaker)], s.Speakers...)
}

type goldLink struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
}

type goldNested struct {
	Within   string `json:"within"` // ID of the outer statement
	Speaker  names  `json:"speaker"`
	Content  names  `json:"content"`
	Optional bool   `json:"optional"`
}

type goldEvent struct {
	ID             string      `json:"id"`
	Type           string      `json:"type"` // "CONSULT/phone": root type and mode
	Actors         []string    `json:"actors"`
	ActorsOptional []string    `json:"actors_optional"` // of the actors, those that an answer may lack
	Date           *string     `json:"date"`            // null: any date is accepted
	Status         string      `json:"status"`
	Description    string      `json:"description"`
	Evidence       []goldPlace `json:"evidence"`
	Hard           string      `json:"hard"`
	Optional       bool        `json:"optional"`
}

type goldCommitment struct {
	ID         string      `json:"id"`
	Kind       string      `json:"kind"`
	By         []string    `json:"by"`
	ByOptional []string    `json:"by_optional"`
	What       string      `json:"what"`
	Status     string      `json:"status"`
	Evidence   []goldPlace `json:"evidence"`
	Hard       string      `json:"hard"`
	Optional   bool        `json:"optional"`
}

type goldDate struct {
	goldPlace
	Text     string `json:"text"`
	Value    string `json:"value"`
	Optional bool   `json:"optional"`
}

// names is a list that may be written as one string.
type names []string

// UnmarshalJSON takes a string, a list of strings or null.
func (n *names) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		if *n = nil; one != "" {
			*n = names{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(n))
}

// Load reads a gold file. It returns an error of kind [isnad.Invalid] if r
// holds no JSON object of the format, names an article or statement that the
// file does not list, or uses an ID twice.
func Load(r io.Reader) (*Gold, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxGold+1))
	if err != nil {
		return nil, isnad.Errorf(isnad.Unreadable, "gold", "%w", err)
	}
	if len(data) > maxGold {
		return nil, isnad.Errorf(isnad.TooLarge, "gold", "more than %d MiB", maxGold>>20)
	}
	g := new(Gold)
	if err := json.Unmarshal(data, g); err != nil {
		return nil, isnad.Errorf(isnad.Invalid, "gold", "read JSON: %w", err).
			WithHint("a gold file is one JSON object with the lists articles, entities, statements, events and others")
	}
	if err := g.check(); err != nil {
		return nil, err
	}
	return g, nil
}

// Files returns the paths of the reports that the gold is about, in its order.
func (g *Gold) Files() []string {
	files := make([]string, 0, len(g.Articles))
	for _, article := range g.Articles {
		files = append(files, article.File)
	}
	return files
}
