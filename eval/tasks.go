package eval

import (
	"context"
	"fmt"
	"io"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/learn"
)

// Task is something that is measured on public data.
type Task struct {
	Name  string
	Needs []learn.Corpus
	Slow  bool // trains models: takes minutes
	Run   func(ctx context.Context, d learn.Data, log io.Writer) ([]learn.Score, error)
}

// Tasks are the tasks of the language core: each recipe on data held out from
// its training, and what the program as it ships does with data that it was not
// trained on.
func Tasks() []Task {
	var list []Task
	for _, recipe := range learn.Recipes() {
		list = append(list, Task{
			Name: recipe.Name, Needs: recipe.Needs(), Slow: true,
			Run: func(_ context.Context, d learn.Data, log io.Writer) ([]learn.Score, error) {
				return recipe.Score(d, log)
			},
		})
	}
	return append(list, padtTask())
}

// Run measures tasks one after the other. A task whose data is not there, or
// is not what it should be, is told as missing, and the others go on; the error
// joins what else went wrong with tasks and is nil with missing data alone.
func Run(ctx context.Context, tasks []Task, d learn.Data, log io.Writer) (Table, error) {
	var scores []learn.Score
	var missing []Missing
	for i, task := range tasks {
		if err := ctx.Err(); err != nil {
			return Table{}, err
		}
		if err := check(d, task.Needs); err != nil {
			why := err.Error()
			if hint := isnad.Hint(err); hint != "" {
				why += " (" + hint + ")"
			}
			missing = append(missing, Missing{task.Name, why})
			continue
		}
		if i == 0 || tasks[i-1].Name != task.Name {
			fmt.Fprintf(log, "measure %s\n", task.Name)
		}
		got, err := task.Run(ctx, d, log)
		if err != nil {
			return Table{}, fmt.Errorf("measure %s: %w", task.Name, err)
		}
		scores = append(scores, got...)
	}
	return NewTable(scores, missing), nil
}

func check(d learn.Data, needs []learn.Corpus) error {
	for _, corpus := range needs {
		if err := d.Check(corpus); err != nil {
			return err
		}
	}
	return nil
}
