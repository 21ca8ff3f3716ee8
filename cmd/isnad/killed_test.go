package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/demo"
	"github.com/isnad-news/isnad/store/sqlite"
)

var (
	kills    = flag.Int("kills", 20, "how often TestKilled kills the program")
	killSeed = flag.Uint64("killseed", 1, "seed of TestKilled")
	killOver = flag.String("killover", "", "folder or file that TestKilled gathers, such as the real stream; invented reports if empty")
)

// rounds is after how many kills, at most, a new store is begun.
const killsARound = 20

// TestKilled kills the program with SIGKILL at random while it gathers and while
// it annotates again. After each kill the store must open and be sound, and hold
// every report that was told as stored; at the end of each round what it holds
// must be what an undisturbed run holds.
//
// make killed runs it 200 times over the real stream.
func TestKilled(t *testing.T) {
	input := *killOver
	if input == "" {
		input = invented(t, 400)
	}
	facts := filepath.Join(t.TempDir(), "facts.tsv")
	if err := demo.Write(filepath.Dir(facts)); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(*killSeed, 0))
	want, lines, spent := undisturbed(t, input, facts)
	t.Logf("undisturbed: %d reports in %v", lines, spent)
	killed := 0
	for round := 0; killed < *kills; round++ {
		if round > *kills {
			t.Fatalf("only %d kills in %d rounds", killed, round)
		}
		killed += killRound(t, random, input, facts, want, lines, spent, min(killsARound, *kills-killed))
		t.Logf("%d kills", killed)
		if t.Failed() {
			return
		}
	}
}

// killRound kills up to most runs over one store, lets the last go through, and
// returns how many it killed.
func killRound(t *testing.T, random *rand.Rand, input, facts, want string, lines int, spent time.Duration, most int) int {
	t.Helper()
	store := filepath.Join(t.TempDir(), "killed.db")
	killed := 0
	acknowledged := make(map[string]string)
	for killed < most {
		args := []string{"gather", "--json", "--store", store, input}
		if killed%3 == 2 && len(acknowledged) > 0 {
			args = []string{"annotate", "--facts", facts, "--store", store}
		}
		if !kill(t, random, args, max(1, lines/most), 4*spent/killsARound, acknowledged) {
			if args[0] == "gather" {
				break // all is gathered
			}
			continue
		}
		killed++
		sound(t, store, acknowledged)
		if t.Failed() {
			return killed
		}
	}
	finish(t, store, input, facts)
	if got := exported(t, store); got != want {
		t.Errorf("after %d kills the store holds something else than after none:\n%s", killed, firstDifference(want, got))
	}
	return killed
}

// kill runs isnad and kills it: after a random number of reports, lines on
// average, were told as stored, or after a random time up to longest. It returns false if the program ended before.
func kill(t *testing.T, random *rand.Rand, args []string, lines int, longest time.Duration, acknowledged map[string]string) bool {
	t.Helper()
	command := program(context.Background(), args...)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	stop := func() { command.Process.Signal(syscall.SIGKILL) }
	most := -1
	if args[0] == "gather" && random.IntN(2) == 0 {
		most = random.IntN(2*lines + 1)
	}
	if most < 0 {
		timer := time.AfterFunc(time.Duration(random.Int64N(int64(longest))), stop)
		defer timer.Stop()
	} else if most == 0 {
		stop()
	}
	told := 0
	reader := bufio.NewReader(out)
	for {
		line, err := reader.ReadBytes('\n')
		if err != nil {
			break // also a last line that was cut: it was told to no one
		}
		var one takenLine
		if err := json.Unmarshal(line, &one); err != nil {
			t.Errorf("not a line of JSON: %q", line)
		}
		if one.Article != "" && one.Outcome != isnad.Forgotten {
			acknowledged[one.Article+" "+one.Version] = one.Title
		}
		if told++; told == most {
			stop()
		}
	}
	err = command.Wait()
	return err != nil && strings.Contains(err.Error(), "killed")
}

// sound checks a store after a kill.
func sound(t *testing.T, file string, acknowledged map[string]string) {
	t.Helper()
	if _, err := os.Stat(file); os.IsNotExist(err) && len(acknowledged) == 0 {
		return // killed before it was made
	}
	store, err := sqlite.Open(t.Context(), file, sqlite.Options{})
	if err != nil {
		t.Errorf("open after a kill: %v", err)
		return
	}
	defer store.Close()
	problems, err := store.Check(t.Context())
	if err != nil || len(problems) > 0 {
		t.Errorf("check after a kill: %v %v", problems, err)
	}
	for key, title := range acknowledged {
		id, version, _ := strings.Cut(key, " ")
		doc, err := store.Doc(t.Context(), id, version)
		if err != nil || doc.Article.Title != title {
			t.Errorf("%s was told as stored: %v", key, err)
			return
		}
	}
}

// finish lets gathering and annotating go through.
func finish(t *testing.T, store, input, facts string) {
	t.Helper()
	for _, args := range [][]string{
		{"gather", "--store", store, input},
		{"annotate", "--facts", facts, "--store", store},
	} {
		command := program(t.Context(), args...)
		out, err := command.CombinedOutput()
		if code := command.ProcessState.ExitCode(); code != exitOK && code != exitPartial {
			t.Fatalf("isnad %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

// undisturbed returns what a run without kills exports, how many reports it
// stores and how long gathering takes.
func undisturbed(t *testing.T, input, facts string) (export string, reports int, spent time.Duration) {
	t.Helper()
	store := filepath.Join(t.TempDir(), "whole.db")
	start := time.Now()
	out, _ := program(t.Context(), "gather", "--json", "--store", store, input).Output()
	spent = time.Since(start)
	finish(t, store, input, facts)
	return exported(t, store), bytes.Count(out, []byte("\n")), spent
}

// times are what two runs over the same reports differ in: when each was seen,
// and how many were new to the last of several runs.
var times = regexp.MustCompile(`"(Seen|Checked|Changed)":"[^"]*"|,"New":[0-9]+`)

func exported(t *testing.T, store string) string {
	t.Helper()
	out, err := program(t.Context(), "export", "--store", store).Output()
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	return times.ReplaceAllString(string(out), "")
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\nwant %.400s\ngot  %.400s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("want %d lines, got %d", len(a), len(b))
}

// program is isnad itself: this test's binary under that name.
func program(ctx context.Context, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	command := exec.CommandContext(ctx, self)
	command.Args = append([]string{"isnad"}, args...)
	return command
}

// invented writes n records of the demo's reports, each with an address and a
// number of its own, as JSON lines.
func invented(t *testing.T, n int) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "reports.jsonl")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	encoder := json.NewEncoder(file)
	snapshots := demo.Snapshots()
	for i := range n {
		err := encoder.Encode(map[string]string{
			"url":     fmt.Sprintf("https://outlet-%d.example/report/%d", i*3/4%7, i*3/4), // one in four is an edit
			"title":   fmt.Sprintf("Report %d", i),
			"content": fmt.Sprintf("%s\nNumber %d.", snapshots[i%len(snapshots)].Bytes, i),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return name
}
