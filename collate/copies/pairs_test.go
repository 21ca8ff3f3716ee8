package copies

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/gather"
)

// shared is the folder of real data that tests use where it is there:
// $ISNAD_SHARED, else shared beside the module.
func shared(tb testing.TB, parts ...string) string {
	tb.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("real data is not here (%s): set ISNAD_SHARED to run this", path)
	}
	return path
}

// members calls visit with every file of the real news stream.
func members(tb testing.TB, visit func(name string, data []byte)) {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(shared(tb, "data", "stream"), "*.zip"))
	if err != nil || len(names) == 0 {
		tb.Skipf("no zip files in the stream folder (%v)", err)
	}
	for _, name := range names {
		archive, err := zip.OpenReader(name)
		if err != nil {
			tb.Fatal(err)
		}
		for _, file := range archive.File {
			reader, err := file.Open()
			if err != nil {
				tb.Fatal(err)
			}
			data, err := io.ReadAll(reader)
			reader.Close()
			if err != nil {
				tb.Fatal(err)
			}
			visit(file.Name, data)
		}
		archive.Close()
	}
}

// stream gathers the real news stream: its articles, and at which index each
// stands by its source.
func stream(tb testing.TB) (docs []*isnad.Doc, at map[string]int) {
	tb.Helper()
	at = map[string]int{}
	members(tb, func(name string, data []byte) {
		articles, _ := gather.Articles(isnad.Snapshot{Source: name, Bytes: data}, gather.Options{}) // blank records are refused
		for _, article := range articles {
			at[article.Source] = len(docs)
			docs = append(docs, &isnad.Doc{Article: article})
		}
	})
	return docs, at
}

// labelled is a pair of records that a reader has judged.
type labelled struct {
	a, b   string // "member#record"
	hashes [2]string
	label  string
	kind   string
}

// held reports whether the pair belongs to the half that nothing is tuned on:
// that of the pairs whose two hashes differ in the last bit of their first byte.
func (p *labelled) held() bool { return (nibble(p.hashes[0])^nibble(p.hashes[1]))&1 == 1 }

func nibble(hash string) int { return strings.IndexByte("0123456789abcdef", hash[1]) }

func labels(t *testing.T) (pairs []labelled) {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "pairs.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(lines.Text(), "#") || cells[0] == "member_a" {
			continue
		}
		if len(cells) < 8 {
			t.Fatalf("a pair of %d cells: %q", len(cells), lines.Text())
		}
		pairs = append(pairs, labelled{cells[0] + "#" + cells[1], cells[3] + "#" + cells[4], [2]string{cells[2], cells[5]}, cells[6], cells[7]})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return pairs
}

// score counts verdicts on the pairs of one half that have a label.
type score struct{ right, wrong, missed int }

func (s score) f1() float64 {
	return 2 * float64(s.right) / float64(2*s.right+s.wrong+s.missed)
}

// add counts one verdict.
func (s *score) add(joined bool, label string) {
	switch {
	case label == "partial": // a reader could not say either
	case joined && label == "copy":
		s.right++
	case joined:
		s.wrong++
	case label == "copy":
		s.missed++
	}
}

// TestPairs measures which of the pairs that a reader has judged are found to
// be copies among all articles of the stream, and which stand in one witness.
// The rules were tuned on one half; the other says how good they are.
func TestPairs(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("gathers the whole stream")
	}
	pairs := labels(t)
	checkRecords(t, pairs)
	docs, at := stream(t)
	c := collect(docs)
	alike, found := verify(c.texts, candidates(c.texts)), map[[2]int]bool{}
	for _, pair := range alike {
		found[[2]int{pair.a, pair.b}] = true
	}
	witness := groups(c.texts, c.versions(), alike)
	scores := map[string]*score{"tuned": {}, "held": {}, "tuned, witnesses": {}, "held, witnesses": {}}
	for i := range pairs {
		a, b := c.of[at[pairs[i].a]], c.of[at[pairs[i].b]]
		half := "tuned"
		if pairs[i].held() {
			half = "held"
		}
		scores[half].add(a == b || found[[2]int{min(a, b), max(a, b)}], pairs[i].label)
		scores[half+", witnesses"].add(witness[a] == witness[b], pairs[i].label)
	}
	for what, least := range map[string]float64{"tuned": 0.97, "held": 0.95, "tuned, witnesses": 0.95, "held, witnesses": 0.94} {
		s := scores[what]
		t.Logf("%s: F1 %.3f; %d right, %d wrong, %d missed", what, s.f1(), s.right, s.wrong, s.missed)
		if s.f1() < least {
			t.Errorf("%s: F1 is %.3f, want %.2f", what, s.f1(), least)
		}
	}
}

// checkRecords reports records that are not the texts that were read.
func checkRecords(t *testing.T, pairs []labelled) {
	t.Helper()
	hashes := map[string]string{}
	for _, pair := range pairs {
		hashes[pair.a], hashes[pair.b] = pair.hashes[0], pair.hashes[1]
	}
	members(t, func(name string, data []byte) {
		var records []struct {
			Content string `json:"content"`
		}
		if err := json.Unmarshal(data, &records); err != nil {
			t.Fatal(err)
		}
		for i, record := range records {
			source := fmt.Sprintf("%s#%d", name, i+1)
			sum := sha256.Sum256([]byte(record.Content))
			if want, ok := hashes[source]; ok && want != hex.EncodeToString(sum[:]) {
				t.Errorf("%s is not the text that was read", source)
			}
			delete(hashes, source)
		}
	})
	for source := range hashes {
		t.Errorf("%s is not there", source)
	}
}
