package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	codes = `{"supplemental":{"version":{"_cldrVersion":"1"},"codeMappings":{
		"VD":{"_alpha3":"VLD"},"EU":{"_alpha3":"QUU"},"OL":{"_alpha3":"OLD"}}}}`
	english = `{"main":{"en":{"localeDisplayNames":{"territories":{
		"VD":"Veldania","VD-alt-short":"VD","VD-alt-variant":"Veldania (East)","XK":"Kosovo","EU":"Union"}}}}}`
	arabic = `{"main":{"ar":{"localeDisplayNames":{"territories":{"VD":"فلدانيا"}}}}}`
)

func TestMakeTable(t *testing.T) {
	dir := t.TempDir()
	for path, text := range map[string]string{
		"supplemental/codeMappings.json": codes,
		"main/en/territories.json":       english,
		"main/ar/territories.json":       arabic,
	} {
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	table, err := makeTable(dir, dir)
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(table, "country\n")
	want := "vd\tplace\tcountry\tفلدانيا\tVeldania | VD\tVLD\nxk\tplace\tcountry\t\tKosovo\tXKX\n"
	if rows != want {
		t.Errorf("rows:\n%s\nwant:\n%s", rows, want)
	}
	if _, err := makeTable(t.TempDir(), dir); err == nil {
		t.Error("no error for a folder without the mappings")
	}
}
