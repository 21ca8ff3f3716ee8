package isnad_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/isnad-news/isnad"

// rooms say which rooms each room may import, beside itself and what lies
// inside it. The root is "".
var rooms = map[string][]string{
	"":         {},
	"lang":     {},
	"known":    {"", "lang"},
	"corpora":  {"", "lang"},
	"learn":    {"", "lang", "known", "corpora"},
	"gather":   {"", "lang"},
	"annotate": {"", "lang", "known"},
	"collate":  {"", "lang", "known"},
	"show":     {"", "lang"},
	"engine":   {"", "known", "gather", "annotate", "collate"},
	"store":    {"", "lang"},
	"eval":     {"", "lang", "corpora", "learn"},
	"demo":     {"", "known"},
	"cmd":      {"", "known", "learn", "gather", "engine", "store", "show", "eval", "demo"},
}

// TestWalls holds the arrows between the rooms: every import of this module
// points the way that the data does not flow, and no room is unnamed.
func TestWalls(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || isModule(path)) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		checkImports(t, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("checked %d files: the walk missed the rooms", files)
	}
}

// isModule reports whether a folder is a module of its own, as those are that
// measure rivals.
func isModule(path string) bool {
	_, err := os.Stat(filepath.Join(path, "go.mod"))
	return err == nil
}

func checkImports(t *testing.T, path string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	room := roomOf(filepath.ToSlash(filepath.Dir(path)))
	allowed, ok := rooms[room]
	if !ok {
		t.Errorf("%s: no room %q in the plan", path, room)
		return
	}
	for _, spec := range file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		if room == "" && strings.Contains(name, ".") && !strings.HasPrefix(name, module) {
			t.Errorf("%s: the root imports %s, which is not the standard library", path, name)
		}
		if name != module && !strings.HasPrefix(name, module+"/") {
			continue
		}
		if inner := innerWall(filepath.ToSlash(filepath.Dir(path)), strings.TrimPrefix(name, module+"/")); inner != "" {
			t.Errorf("%s: %s", path, inner)
		}
		target := roomOf(strings.TrimPrefix(strings.TrimPrefix(name, module), "/"))
		if target != room && !contains(allowed, target) {
			t.Errorf("%s: room %q may not import %q", path, room, target)
		}
	}
}

// shared are the folders inside a room that its other folders may import.
var shared = map[string]string{"annotate": "annotate/reading", "collate": "collate/disjoint"}

// innerWall says what is wrong with an import between two folders of one room
// of stages, or "": the stages meet in the room's own files alone.
func innerWall(dir, target string) string {
	room, folder, _ := strings.Cut(dir, "/")
	if shared[room] == "" || folder == "" || roomOf(target) != room || target == dir || target == shared[room] {
		return ""
	}
	return "imports " + target + ", a stage beside it"
}

func roomOf(dir string) string {
	if dir == "." {
		return ""
	}
	room, _, _ := strings.Cut(dir, "/")
	return room
}

func contains(list []string, want string) bool {
	for _, one := range list {
		if one == want {
			return true
		}
	}
	return false
}
