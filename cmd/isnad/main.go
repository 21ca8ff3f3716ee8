// Command isnad reads news reports and shows one sourced record of their
// stories: who said what to whom, what happened, what was promised, and which
// report says so.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands are the verbs, a file each.
type commands struct {
	Read    readCommand    `cmd:"" help:"Read reports and show what they tell."`
	Demo    demoCommand    `cmd:"" help:"Read the embedded demo reports, start to end."`
	Eval    evalCommand    `cmd:"" help:"Score what is read against a gold file."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// streams are where a verb reads and writes: results on out, progress and
// errors on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run parses args, runs the verb and returns the exit code.
func run(ctx context.Context, args []string, io streams) (code int) {
	var verbs commands
	exited := -1
	parser, err := kong.New(&verbs,
		kong.Name("isnad"),
		kong.Description("News reports in, one sourced record of the story out."),
		kong.Writers(io.out, io.err),
		kong.Exit(func(code int) { exited = code }),
		kong.UsageOnError(),
		kong.Bind(io),
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if err != nil {
		panic(err) // the commands above are the programmer's
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 { // help was asked for and printed
		return exited
	}
	if err != nil {
		fmt.Fprintf(io.err, "isnad: error: %v\nisnad: hint: see isnad --help\n", err)
		return exitUsage
	}
	return report(io.err, parsed.Run())
}
