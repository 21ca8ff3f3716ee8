package corpora

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/isnad-news/isnad"
)

// Told is a report of a corpus that says which reports tell of one happening.
type Told struct {
	Name  string // of the report in the corpus
	Story string // the same for reports of one happening
	Text  string // a sentence a line, words parted by single spaces as the corpus parts them
}

// maxTold bounds one report of a corpus, in bytes.
const maxTold = 4 << 20

// ECBPlus reads a gzipped tar archive of ECB+ (Cybulska and Vossen, 2014): the
// reports in XML, in the order of the archive. A story is a topic and which half
// of it the report is of: those of ECB, or those that ECB+ put beside them on
// another happening of the kind.
func ECBPlus(name string, r io.Reader) ([]Told, error) {
	unzipped, err := gzip.NewReader(r)
	if err != nil {
		return nil, isnad.Errorf(isnad.Invalid, name, "not a gzip file: %w", err)
	}
	var list []Told
	archive := tar.NewReader(unzipped)
	for {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, isnad.Errorf(isnad.Invalid, name, "read archive: %w", err)
		}
		if path.Ext(header.Name) != ".xml" {
			continue
		}
		raw, err := io.ReadAll(io.LimitReader(archive, maxTold+1))
		if err != nil {
			return nil, isnad.Errorf(isnad.Invalid, name, "read %s: %w", header.Name, err)
		}
		if len(raw) > maxTold {
			return nil, isnad.Errorf(isnad.TooLarge, name, "%s has more than %d bytes", header.Name, maxTold)
		}
		one, err := ecbPlusReport(header.Name, raw)
		if err != nil {
			return nil, isnad.Errorf(isnad.Invalid, name, "%w", err)
		}
		list = append(list, one)
	}
}

func ecbPlusReport(name string, raw []byte) (Told, error) {
	var document struct {
		Tokens []struct {
			Sentence int    `xml:"sentence,attr"`
			Text     string `xml:",chardata"`
		} `xml:"token"`
	}
	if err := xml.NewDecoder(bytes.NewReader(raw)).Decode(&document); err != nil {
		return Told{}, isnad.Errorf(isnad.Invalid, name, "read xml: %w", err)
	}
	topic, report, ok := strings.Cut(strings.TrimSuffix(path.Base(name), ".xml"), "_")
	if !ok {
		return Told{}, isnad.Errorf(isnad.Invalid, name, "its name gives no topic")
	}
	half := "ecb"
	if strings.HasSuffix(report, "plus") {
		half = "ecbplus"
	}
	var text strings.Builder
	for i, token := range document.Tokens {
		switch {
		case i == 0:
		case token.Sentence != document.Tokens[i-1].Sentence:
			text.WriteByte('\n')
		default:
			text.WriteByte(' ')
		}
		text.WriteString(token.Text)
	}
	return Told{Name: topic + "_" + report, Story: topic + "/" + half, Text: text.String()}, nil
}
