// Command gen writes data/cldr.tsv: every territory of ISO 3166 with its names
// in English and Arabic, out of Unicode CLDR. It reads two unpacked npm
// packages, cldr-core and cldr-localenames-full:
//
//	npm pack cldr-core@48.2.0 cldr-localenames-full@48.2.0
//	go run ./known/gen -core DIR -names DIR -out known/data/cldr.tsv
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const header = `# Countries and territories of ISO 3166 with their names in Arabic and English.
# Made by known/gen; do not edit: spellings written by hand stand in countries.tsv.
# From: Unicode CLDR %s (cldr-core codeMappings, cldr-localenames-full territories).
# Copyright (c) 2004-2026 Unicode, Inc.; Unicode License v3, https://www.unicode.org/license.txt
# Licence of the table as made here: Apache-2.0. Date: 2026-11-22.
id	kind	class	ar	en	country
`

func main() {
	log.SetFlags(0)
	core := flag.String("core", "", "folder of the package cldr-core")
	names := flag.String("names", "", "folder of the package cldr-localenames-full")
	out := flag.String("out", "data/cldr.tsv", "file to write")
	flag.Parse()
	table, err := makeTable(*core, *names)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, []byte(table), 0o644); err != nil {
		log.Fatal(err)
	}
}

func makeTable(core, names string) (string, error) {
	version, codes, err := readCodes(core)
	if err != nil {
		return "", err
	}
	arabic, err := readNames(names, "ar")
	if err != nil {
		return "", err
	}
	english, err := readNames(names, "en")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, header, version)
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		ar, en := spellings(arabic, code), spellings(english, code)
		if ar+en == "" {
			continue // a code that ISO has withdrawn
		}
		fmt.Fprintf(&b, "%s\tplace\tcountry\t%s\t%s\t%s\n", strings.ToLower(code), ar, en, codes[code])
	}
	return b.String(), nil
}

// unassigned are the codes that CLDR has beyond ISO 3166: islands that belong
// to a listed country, tests, and unions. Kosovo is kept under XKX, the
// user-assigned code that the World Bank and others write.
var unassigned = []string{"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

func readCodes(dir string) (version string, codes map[string]string, err error) {
	var file struct {
		Supplemental struct {
			Version struct {
				CLDRVersion string `json:"_cldrVersion"`
			}
			CodeMappings map[string]struct {
				Alpha3 string `json:"_alpha3"`
			}
		}
	}
	if err := readJSON(filepath.Join(dir, "supplemental", "codeMappings.json"), &file); err != nil {
		return "", nil, err
	}
	codes = make(map[string]string)
	for code, mapping := range file.Supplemental.CodeMappings {
		if len(code) == 2 && mapping.Alpha3 != "" && !slices.Contains(unassigned, code) {
			codes[code] = mapping.Alpha3
		}
	}
	codes["XK"] = "XKX"
	return file.Supplemental.Version.CLDRVersion, codes, nil
}

func readNames(dir, language string) (map[string]string, error) {
	var file struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	err := readJSON(filepath.Join(dir, "main", language, "territories.json"), &file)
	return file.Main[language].LocaleDisplayNames.Territories, err
}

func readJSON(path string, v any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// spellings joins the name of a territory and its variants. Names with
// brackets or a dash are labels for menus, not names that a report writes:
// they are left out.
func spellings(names map[string]string, code string) string {
	var list []string
	for _, key := range []string{code, code + "-alt-short", code + "-alt-variant"} {
		if name := names[key]; name != "" && !isMenuLabel(name) && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return strings.Join(list, " | ")
}

func isMenuLabel(name string) bool {
	return strings.ContainsAny(name, "()") || strings.Contains(name, " - ")
}
