package show

import (
	"bytes"
	"os"
	"testing"

	"github.com/isnad-news/isnad"
	"github.com/isnad-news/isnad/show/showtest"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("SHOW_OUT")
	if dir == "" {
		t.Skip("SHOW_OUT is not set")
	}
	for name, options := range map[string]TextOptions{"en": {}, "ar": {Lang: isnad.Arabic}, "all": {All: true}, "color": {Color: true}} {
		var out bytes.Buffer
		if err := Text(&out, showtest.Record(), options); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(dir+"/"+name+".txt", out.Bytes(), 0o644)
		out.Reset()
		if err := HTML(&out, showtest.Record(), HTMLOptions{Lang: options.Lang}); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(dir+"/"+name+".html", out.Bytes(), 0o644)
	}
}
