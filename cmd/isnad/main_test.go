package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain runs isnad itself where a script calls it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"isnad": main})
}

// TestScripts runs the end-to-end tests of testdata/script. Beside the commands
// of testscript they have
//
//	exits CODE ARGS...     run isnad with ARGS; it must end with CODE
//	nest FILE N OPEN MIDDLE CLOSE   write OPEN N times, MIDDLE, CLOSE N times
//	keys FILE KEY...       FILE must be one JSON object with exactly these keys
//	json FILE PATH WANT    the value at PATH ("stories.0.from"; "len" counts) is WANT
//	bytes FILE QUOTED      write the Go string literal QUOTED, unquoted
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "nest": nest, "keys": keys, "json": value, "bytes": write,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec("isnad", args[1:]...); err != nil {
		code = -1
		if exit, ok := err.(interface{ ExitCode() int }); ok {
			code = exit.ExitCode()
		}
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

func nest(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: nest FILE N OPEN MIDDLE CLOSE")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := strings.Repeat(args[2], n) + args[3] + strings.Repeat(args[4], n) + "\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE QUOTED")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func keys(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: keys FILE KEY...")
	}
	object := map[string]json.RawMessage{}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &object))
	for _, key := range args[1:] {
		if _, ok := object[key]; !ok {
			ts.Fatalf("no key %q", key)
		}
		delete(object, key)
	}
	for key := range object {
		ts.Fatalf("key %q beside the expected ones", key)
	}
}

func value(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: json FILE PATH WANT")
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile(args[0]))))
	decoder.UseNumber()
	var at any
	ts.Check(decoder.Decode(&at))
	for step := range strings.SplitSeq(args[1], ".") {
		at = descend(ts, at, step)
	}
	got, ok := at.(string)
	if !ok {
		raw, err := json.Marshal(at)
		ts.Check(err)
		got = string(raw)
	}
	if got != args[2] {
		ts.Fatalf("%s is %s, want %s", args[1], got, args[2])
	}
}

func descend(ts *testscript.TestScript, at any, step string) any {
	switch node := at.(type) {
	case map[string]any:
		if next, ok := node[step]; ok {
			return next
		}
	case []any:
		if step == "len" {
			return len(node)
		}
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(node) {
			return node[i]
		}
	}
	ts.Fatalf("nothing at %q", step)
	return nil
}
