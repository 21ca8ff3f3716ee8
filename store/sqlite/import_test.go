package sqlite

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/isnad-news/isnad"
)

// Whatever is imported, the store stays sound: all of it is taken or nothing.
func FuzzImport(f *testing.F) {
	store := opened(f, Options{})
	intake := plainIntake("The lamps of Oru are lit.")
	intake.Doc, intake.Rules = &isnad.Doc{Article: intake.Article, Entities: []isnad.LocalEntity{{Names: []string{"Oru"}}}}, "hand"
	if _, err := store.Put(f.Context(), []isnad.Intake{intake}); err != nil {
		f.Fatal(err)
	}
	var good bytes.Buffer
	if err := store.Export(f.Context(), &good); err != nil {
		f.Fatal(err)
	}
	f.Add(good.String())
	for _, change := range [][2]string{{`"Current":true`, `"Current":false`}, {`"End":`, `"End":-`}, {"Oru", "\\u0000"}, {`"Doc"`, `"doc"`}, {`{"End"`, `{"Tombstone"`},
		{`"SHA256":"`, `"SHA256":"A`}, {`"Entities":`, `"Mentions":`}, {`"Article":{`, `"Article":null,"x":{`}} {
		f.Add(strings.Replace(good.String(), change[0], change[1], 1))
	}
	f.Add(header + "\n" + `{"Snapshot":{"SHA256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}` + "\n" + `{"End":{"Lines":1}}`)
	f.Fuzz(func(t *testing.T, text string) {
		store := opened(t, Options{})
		err := store.Import(context.Background(), strings.NewReader(text))
		var own *isnad.Error
		if err != nil && !errors.As(err, &own) {
			t.Errorf("error %v is none of ours", err)
		}
		problems, failed := store.Check(context.Background())
		if failed != nil || len(problems) > 0 {
			t.Errorf("check: %q, error %v; import: %v", problems, failed, err)
		}
		totals, failed := store.Totals(context.Background())
		if failed != nil || err != nil && totals.Articles+totals.Snapshots+totals.Forgotten+totals.Sources > 0 {
			t.Errorf("totals %+v after %v, error %v", totals, err, failed)
		}
	})
}
