// Command isnad reads news reports and shows one sourced record of their
// stories: who said what to whom, what happened, what was promised, and which
// report says so.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/isnad-news/isnad"
)

// commands are the verbs, a file each.
type commands struct {
	Read readCommand `cmd:"" help:"Read reports and show what they tell."`
	Demo demoCommand `cmd:"" help:"Read the embedded demo reports, start to end."`

	Gather      gatherCommand      `cmd:"" help:"Read what is new from sources, addresses, files and archives into a store."`
	Sources     sourcesCommands    `cmd:"" help:"The outlets that are followed."`
	Annotate    annotateCommand    `cmd:"" help:"Read the facts of stored reports again, after lists or rules changed."`
	Collate     collateCommand     `cmd:"" help:"Join stored reports into stories, and show them."`
	Story       storyCommand       `cmd:"" help:"The stories of the last days, or one story: lead, timeline, who said what, how reports compare."`
	Search      searchCommand      `cmd:"" help:"Find stored reports by words, speakers, names, events, outlets, days."`
	Commitments commitmentsCommand `cmd:"" help:"Promises, demands and proposals that still stand, over all stories."`
	Positions   positionsCommand   `cmd:"" help:"Where the parties stand, subject by subject, and how they moved."`
	Entity      entityCommand      `cmd:"" help:"What the stored stories tell of somebody or something: names, offices, words, deeds."`
	Verify      verifyCommand      `cmd:"" help:"Did somebody say these words? Ask the stored reports, files or the demo."`
	Changes     changesCommand     `cmd:"" help:"What outlets changed in reports that they edited."`

	Entities entitiesCommands `cmd:"" help:"The people, places and bodies that are known, and more from elsewhere."`

	Check  checkCommand  `cmd:"" help:"Check a store from end to end."`
	Backup backupCommand `cmd:"" help:"Copy a store while it is in use."`
	Export exportCommand `cmd:"" help:"Print everything in a store as JSON lines."`
	Import importCommand `cmd:"" help:"Read an export into a store."`
	Forget forgetCommand `cmd:"" help:"Take a report out of a store for good."`

	Eval    evalCommand    `cmd:"" help:"Measure: on public data, on the demo, on a gold file."`
	Train   trainCommand   `cmd:"" help:"Make a learned model again from public data."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// about is what isnad --help says first.
const about = `News reports in, one sourced record of the story out: who said what to whom,
what happened, what was promised, and which report says so. Arabic first,
English beside it.

To begin:

  isnad demo                     sixteen invented reports, start to end
  isnad read report*.txt         your own reports, on the terminal
  isnad read --html story.html report*.txt

To keep what you read:

  isnad sources add https://…    follow an outlet
  isnad gather                   read what is new into isnad.db; --watch keeps going
  isnad collate                  join its reports of the last days into stories

To ask it (or, with --demo, the demo reports):

  isnad story                    the stories of the last days; one with its ID
  isnad search port speaker:Marjani

Results go to standard output, progress and errors to standard error.
Exit codes: 0 all read, 1 nothing read or the result not written,
2 the command line is wrong, 3 some inputs not read.`

// streams are where a verb reads and writes: results on out, progress and
// errors on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	// Libraries log what servers do wrong, which the program tells its own way.
	log.SetOutput(io.Discard)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second interrupt ends the program even where it waits for input.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run parses args, runs the verb and returns the exit code.
func run(ctx context.Context, args []string, io streams) int {
	var verbs commands
	helped := false
	parser := kong.Must(&verbs,
		kong.Name("isnad"),
		kong.Description(about),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoAppDescFormat: true, FlagsLast: true, WrapUpperBound: plainWidth}),
		kong.ValueFormatter(plainHelp),
		kong.Writers(io.out, io.err),
		kong.Exit(func(int) { helped = true }),
		kong.Vars{"kinds": kinds()},
		kong.Bind(io),
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	switch {
	case helped:
		return exitOK
	case err != nil:
		return report(io.err, misused(err))
	}
	if err := clash(parsed); err != nil {
		return report(io.err, err)
	}
	return report(io.err, parsed.Run())
}

// plainHelp is the help of a flag or argument; that of --help itself is
// reworded.
func plainHelp(value *kong.Value) string {
	if value.Name == "help" {
		return "Show this help."
	}
	return value.Help
}

// kinds lists the kinds of source for the help.
func kinds() string {
	var names []string
	for _, kind := range isnad.SourceKinds() {
		names = append(names, string(kind))
	}
	return strings.Join(names, ", ")
}
