package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather/fetch"
	"github.com/isnad-news/isnad/gather/sources"
)

// webFlags say how the network is asked.
type webFlags struct {
	Agent     string   `placeholder:"TEXT" help:"User agent to send; one that names this program if not given."`
	AllowHost []string `placeholder:"HOST" help:"A host, or host:port, that may be fetched although its address is not public."`
}

func (f webFlags) client() *fetch.Client {
	return fetch.New(fetch.Options{Agent: f.Agent, Allow: f.AllowHost})
}

// sourcesFlag names the list of followed sources.
type sourcesFlag struct {
	Sources string `default:"sources.toml" env:"ISNAD_SOURCES" placeholder:"FILE" help:"The list of followed sources; sources.toml in this folder if not given (docs/sources.md)."`
}

// load reads the list; where it is needed it must be there.
func (s sourcesFlag) load(needed bool) ([]isnad.FollowedSource, error) {
	file, err := os.Open(s.Sources)
	if errors.Is(err, fs.ErrNotExist) {
		if !needed {
			return nil, nil
		}
		return nil, isnad.Errorf(isnad.NotFound, s.Sources, "no list of sources there").
			WithHint("isnad sources add ADDRESS makes one; or name files to gather")
	}
	if err != nil {
		return nil, isnad.Errorf(isnad.Unreadable, s.Sources, "%w", err)
	}
	defer file.Close()
	return sources.Load(s.Sources, file)
}
