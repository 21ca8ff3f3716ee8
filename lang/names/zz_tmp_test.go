package names

import (
	"archive/zip"
	"encoding/json"
	"testing"
	"time"
	"fmt"
	"syscall"

	"github.com/isnad-news/isnad/lang/arabic"
	"github.com/isnad-news/isnad/lang/tagger"
)

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestTmp(t *testing.T) {
	z, _ := zip.OpenReader("/work/shared/data/stream/2015-07-31.zip")
	rows := make([]tagger.Rows, 0, 3000)
	tg := Arabic().NewTagger()
	n, f := 0, 0
	for _, file := range z.File {
		r, _ := file.Open()
		var arts []struct{ Content string }
		json.NewDecoder(r).Decode(&arts)
		for _, a := range arts {
			if n > 100000 { break }
			tokens := arabic.Tokens(a.Content)
			tg.language.Read(a.Content, tokens, nil)
			var ro tagger.Rows
			for i := range tokens {
				tg.language.features(&ro, i)
				ro.Next()
				f += len(ro.Features(i))
			}
			n += len(tokens)
			rows = append(rows, ro)
		}
	}
	fmt.Println(n, "tokens", f, "features")
	for range 6 {
		s := cpu()
		for i := range rows {
			tg.first.Decode(&rows[i], 0, rows[i].Len())
		}
		fmt.Println((cpu() - s) / time.Duration(n), "a token")
	}
}
