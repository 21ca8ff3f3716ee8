package learn

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/corpora"
)

// maxCorpus bounds a file of a data folder, in bytes.
const maxCorpus = 256 << 20

// Data is a folder of corpora. Every file is checked against its digest when it
// is read, so that what is trained and measured is what the card names. The zero
// Data holds nothing.
type Data struct{ files fs.FS }

// Folder is the data below a folder on the disk.
func Folder(dir string) Data { return Data{os.DirFS(dir)} }

// Files is the data below the root of a file system.
func Files(files fs.FS) Data { return Data{files} }

// Has reports whether all corpora are there, whatever they hold.
func (d Data) Has(list ...Corpus) bool {
	for _, corpus := range list {
		if _, err := fs.Stat(own, corpus.Path); err == nil {
			continue
		}
		if d.files == nil {
			return false
		}
		if info, err := fs.Stat(d.files, corpus.Path); err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// Check reads a corpus and reports what is wrong with it: an error of kind
// [isnad.NotFound] if it is not there, of [isnad.Conflict] if it is not the
// file that was named.
func (d Data) Check(corpus Corpus) error {
	_, err := d.Read(corpus)
	return err
}

// Read returns the bytes of a corpus, which are those that its digest names.
func (d Data) Read(corpus Corpus) ([]byte, error) {
	if raw, err := own.ReadFile(corpus.Path); err == nil {
		return checked(corpus, raw)
	}
	if d.files == nil {
		return nil, missing(corpus)
	}
	file, err := d.files.Open(corpus.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, missing(corpus)
	case err != nil:
		return nil, isnad.Errorf(isnad.Unreadable, corpus.Path, "%w", bare(err))
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, maxCorpus+1))
	switch {
	case err != nil:
		return nil, isnad.Errorf(isnad.Unreadable, corpus.Path, "%w", bare(err))
	case len(raw) > maxCorpus:
		return nil, isnad.Errorf(isnad.TooLarge, corpus.Path, "more than %d bytes", maxCorpus)
	}
	return checked(corpus, raw)
}

// checked returns raw if it is what the corpus's digest names.
func checked(corpus Corpus, raw []byte) ([]byte, error) {
	if Digest(raw) != corpus.SHA256 {
		return nil, isnad.Errorf(isnad.Conflict, corpus.Path, "not the file that the recipe names: its SHA-256 is %s, not %s", Digest(raw), corpus.SHA256).
			WithHint("it comes from " + corpus.Origin)
	}
	return raw, nil
}

func missing(corpus Corpus) error {
	return isnad.Errorf(isnad.NotFound, corpus.Path, "not in the data folder").WithHint("it comes from " + corpus.Origin)
}

// bare is err without the path, which the error's subject names.
func bare(err error) error {
	var wrapped *fs.PathError
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

// CoNLL reads a corpus of columns.
func (d Data) CoNLL(corpus Corpus) ([]corpora.Sentence, error) {
	return parse(d, corpus, corpora.CoNLL)
}

// CoNLLU reads a corpus of trees.
func (d Data) CoNLLU(corpus Corpus) ([]corpora.Tree, error) { return parse(d, corpus, corpora.CoNLLU) }

// Segmented reads a corpus of words and their segments.
func (d Data) Segmented(corpus Corpus) ([]corpora.Segmented, error) {
	return parse(d, corpus, corpora.ReadSegmented)
}

// Pairs reads a corpus of names in two scripts.
func (d Data) Pairs(corpus Corpus) ([]corpora.Pair, error) { return parse(d, corpus, corpora.Pairs) }

// Parallel reads a corpus of texts in two languages.
func (d Data) Parallel(corpus Corpus) ([]corpora.Translated, error) {
	return parse(d, corpus, corpora.Parallel)
}

// Stances reads a corpus of pairs of texts that agree or do not.
func (d Data) Stances(corpus Corpus) ([]corpora.Stance, error) {
	return parse(d, corpus, corpora.Stances)
}

func parse[T any](d Data, corpus Corpus, read func(name string, r io.Reader) ([]T, error)) ([]T, error) {
	raw, err := d.Read(corpus)
	if err != nil {
		return nil, err
	}
	return read(path.Base(corpus.Path), bytes.NewReader(raw))
}
