package sources

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-news/isnad"
)

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sources.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func text(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func hill() isnad.FollowedSource {
	return isnad.FollowedSource{Name: "الجبل", Addresses: []string{"https://hill.example/feed"}, Lang: isnad.Arabic, Interval: 20 * time.Minute}
}

const hillText = `[[source]]
name = "الجبل"
addresses = ["https://hill.example/feed"]
language = "ar"
interval = "20m"
`

func TestAppend(t *testing.T) {
	for _, test := range []struct{ name, before, want string }{
		{"keeps every byte", good, good + "\n" + hillText},
		{"a last line without its end", good + "# more to come", good + "# more to come\n\n" + hillText},
		{"line ends of Windows", strings.ReplaceAll(good, "\n", "\r\n"), strings.ReplaceAll(good+"\n"+hillText, "\n", "\r\n")},
		{"an empty file", "", heading + "\n" + hillText},
		{"behind mistakes", "x = 1\n" + source(`name = "a`), "x = 1\n" + source(`name = "a`) + "\n" + hillText},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := write(t, test.before)
			if err := Append(file, hill()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, text(t, file)); diff != "" {
				t.Error(diff)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), "*")); len(left) != 1 {
				t.Errorf("left behind: %v", left)
			}
			if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%v, %v: the file's mode is lost", info.Mode(), err)
			}
		})
	}
}

func TestAppendMakesTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sources.toml")
	if err := Append(file, hill()); err != nil {
		t.Fatal(err)
	}
	list, err := Load(file, strings.NewReader(text(t, file)))
	if diff := cmp.Diff([]isnad.FollowedSource{hill()}, list); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestAppendRefuses(t *testing.T) {
	broken := source(`name = "broken"`, `addresses = ["https://broken.example/"]`, `country = "XX"`)
	for _, test := range []struct {
		name   string
		source isnad.FollowedSource
		kind   isnad.Kind
	}{
		{"the same name", isnad.FollowedSource{Name: "صحيفة النهر", Addresses: []string{"https://other.example/"}}, isnad.Conflict},
		{"the same name in capitals", isnad.FollowedSource{Name: `RIVER "POST"`, Addresses: []string{"https://other.example/"}}, isnad.Conflict},
		{"the same address", isnad.FollowedSource{Name: "other", Addresses: []string{"https://NAHR.example/feed?utm_source=x"}}, isnad.Conflict},
		{"the address of one with mistakes", isnad.FollowedSource{Name: "other", Addresses: []string{"https://broken.example"}}, isnad.Conflict},
		{"no name", isnad.FollowedSource{Addresses: []string{"https://other.example/"}}, isnad.Invalid},
		{"no address", isnad.FollowedSource{Name: "other"}, isnad.Invalid},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := write(t, good+broken)
			if err := Append(file, test.source); !errors.Is(err, test.kind) {
				t.Errorf("%v, want %v", err, test.kind)
			}
			if text(t, file) != good+broken {
				t.Error("the file was changed")
			}
		})
	}
}

func TestAppendBehindOpenText(t *testing.T) {
	before := source(`name = """`)
	file := write(t, before)
	if err := Append(file, hill()); !errors.Is(err, isnad.Invalid) {
		t.Errorf("%v, want invalid", err)
	}
	if text(t, file) != before {
		t.Error("the file was changed")
	}
}

func TestAppendAtOnce(t *testing.T) {
	file := write(t, good)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			added := hill()
			added.Name += string(rune('a' + i))
			added.Addresses = []string{"https://hill.example/" + string(rune('a'+i))}
			if err := Append(file, added); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if list, err := Load(file, strings.NewReader(text(t, file))); len(list) != 10 || err != nil {
		t.Errorf("%d sources, %v", len(list), err)
	}
}

// TestChangedMeanwhile holds that an edit never undoes another program's.
func TestChangedMeanwhile(t *testing.T) {
	file := write(t, good)
	err := edit(file, false, func(before string) (string, error) {
		return before + "# ours\n", os.WriteFile(file, []byte(before+"# theirs\n"), 0o600)
	})
	if !errors.Is(err, isnad.Conflict) || text(t, file) != good+"# theirs\n" {
		t.Errorf("%v: %q", err, text(t, file))
	}
}

func TestAppendThroughLink(t *testing.T) {
	file := write(t, good)
	link := filepath.Join(t.TempDir(), "link.toml")
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := Append(link, hill()); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || text(t, file) != good+"\n"+hillText {
		t.Errorf("the link was replaced, or the file not: %v", err)
	}
}

func TestEditNoFile(t *testing.T) {
	folder := t.TempDir()
	if err := Append(folder, hill()); !errors.Is(err, isnad.Unsupported) {
		t.Errorf("a folder: %v", err)
	}
	if err := Append(filepath.Join(folder, "none", "sources.toml"), hill()); !errors.Is(err, isnad.Unreadable) {
		t.Errorf("no folder: %v", err)
	}
	if err := Remove(filepath.Join(folder, "sources.toml"), "a"); !errors.Is(err, isnad.NotFound) {
		t.Errorf("no file: %v", err)
	}
}

func TestRemove(t *testing.T) {
	for _, test := range []struct{ name, before, remove, want string }{
		{"the first", good, "صحيفة النهر", "# What we follow.\n\n# slow\n" + good[strings.LastIndex(good, "[[source]]"):]},
		{"the last", good, `River "Post"`, good[:strings.LastIndex(good, "[[source]]")]},
		{"in capitals", good, `river "post"`, good[:strings.LastIndex(good, "[[source]]")]},
		{"comments inside and behind", "# a\n" + source(`name = "a" # x`, "# inside", "paused = true # y", "", "# of b") + source(`name = "b"`), "a", "# a\n# of b\n" + source(`name = "b"`)},
		{"one with mistakes", source(`name = "a"`, "x = 1") + source(`name = "b"`), "a", source(`name = "b"`)},
		{"a byte order mark", "\uFEFF" + source(`name = "a"`) + source(`name = "b"`), "a", "\uFEFF" + source(`name = "b"`)},
		{"line ends of Windows", "[[source]]\r\nname = \"a\"\r\n\r\n[[source]]\r\nname = \"b\"\r\n", "a", "[[source]]\r\nname = \"b\"\r\n"},
		{"no last line end", source(`name = "b"`) + "[[source]]\nname = \"a\"", "a", source(`name = "b"`)},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := write(t, test.before)
			if err := Remove(file, test.remove); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, text(t, file)); diff != "" {
				t.Error(diff)
			}
		})
	}
	file := write(t, good)
	if err := Remove(file, "nobody"); !errors.Is(err, isnad.NotFound) || text(t, file) != good {
		t.Errorf("removed nobody: %v", err)
	}
}
