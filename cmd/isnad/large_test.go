package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const (
	mebibyte = 1 << 20
	// taken is the most that one input may be, as docs/exit-codes.md says.
	taken = 32 * mebibyte
)

// called runs isnad and returns its exit code and output.
func called(in io.Reader, args ...string) (code int, out, err string) {
	var stdout, stderr bytes.Buffer
	code = run(context.Background(), args, streams{in, &stdout, &stderr})
	return code, stdout.String(), stderr.String()
}

// endless gives the same words without a line feed until n bytes are out, and
// counts how many were asked for.
type endless struct {
	words string
	n     int64
	given int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.given >= e.n {
		return 0, io.EOF
	}
	n := int64(0)
	for n < int64(len(p)) && e.given+n < e.n {
		n += int64(copy(p[n:], e.words[(e.given+n)%int64(len(e.words)):]))
	}
	n = min(n, e.n-e.given)
	e.given += n
	return int(n), nil
}

// spent returns how many bytes f took from the heap, all in all.
func spent(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A file of 200 MB in one line is refused by its size, unread; the report
// beside it is read.
func TestLargeFile(t *testing.T) {
	dir := t.TempDir()
	large, good := filepath.Join(dir, "large.txt"), filepath.Join(dir, "good.txt")
	file, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := file.Truncate(200 * mebibyte); err != nil { // sparse: takes no disk
		t.Fatal(err)
	}
	if err := os.WriteFile(good, []byte("Anneke Strell said that the harbour would open.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	called(nil, "read", good) // the lists are read once
	took := spent(func() {
		code, out, stderr := called(nil, "read", "--json", large, good)
		if code != exitPartial || !strings.Contains(out, "Anneke Strell") {
			t.Errorf("exit code %d, want %d; output %.300s", code, exitPartial, out)
		}
		for _, want := range []string{"isnad: error: " + large + ": larger than 32 MiB\n", "isnad: hint: split it"} {
			if !strings.Contains(stderr, want) {
				t.Errorf("no %q in %q", want, stderr)
			}
		}
	})
	if took > 16*mebibyte {
		t.Errorf("took %d MiB of memory for a file that it refused", took/mebibyte)
	}
}

// What streams in is read up to the limit and no further.
func TestLargeStream(t *testing.T) {
	in := &endless{words: "قالت الوزيرة إن الميناء سيفتح ", n: 200 * mebibyte}
	took := spent(func() {
		code, out, stderr := called(in, "read", "-")
		if code != exitFailed || out != "" || !strings.Contains(stderr, "isnad: error: -: larger than 32 MiB\n") {
			t.Errorf("exit code %d, want %d; output %.100q; errors %q", code, exitFailed, out, stderr)
		}
	})
	if in.given > taken+mebibyte {
		t.Errorf("read %d MiB of a stream, limit 32", in.given/mebibyte)
	}
	if took > 12*taken { // reading all doubles its buffer as it goes
		t.Errorf("took %d MiB of memory", took/mebibyte)
	}
}

// A line longer than a mebibyte is cut there, which is listed: whatever it is
// made of and however long it goes on.
func TestLongLine(t *testing.T) {
	for _, c := range []struct {
		name, words string
		n           int64
	}{
		{"one word", "ا", taken - mebibyte},
		{"quotation marks", "\u00ab\u201c", 2 * mebibyte},
		{"elements", "<p>harbour</p>", 3 * mebibyte},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := &endless{words: c.words, n: c.n - c.n%int64(len(c.words))} // no letter is cut
			code, out, stderr := called(in, "read", "--json", "-")
			if code != exitOK || !strings.Contains(out, "cut at a size limit") {
				t.Errorf("exit code %d, want 0 and the cut listed; errors %q", code, stderr)
			}
		})
	}
}
