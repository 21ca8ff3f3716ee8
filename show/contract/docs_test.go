package contract

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// The document of the contract names every key that is written.
func TestDocumentNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("../../docs/output.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), Schema) || !strings.Contains(string(text), Offsets) {
		t.Error("docs/output.md names another schema or unit")
	}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(kind reflect.Type) {
		for kind.Kind() == reflect.Pointer || kind.Kind() == reflect.Slice {
			kind = kind.Elem()
		}
		if kind.Kind() != reflect.Struct || seen[kind] {
			return
		}
		seen[kind] = true
		for i := range kind.NumField() {
			key := kind.Field(i).Tag.Get("json")
			if key == "" {
				t.Errorf("%s.%s has no key", kind.Name(), kind.Field(i).Name)
			}
			if !namesKey(string(text), key) {
				t.Errorf("docs/output.md does not name %q of %s", key, kind.Name())
			}
			walk(kind.Field(i).Type)
		}
	}
	walk(reflect.TypeFor[Document]())
}

// namesKey reports whether key stands in a code span, alone or in a list.
func namesKey(text, key string) bool {
	for i, span := range strings.Split(text, "`") {
		if i%2 == 0 {
			continue
		}
		for _, word := range strings.FieldsFunc(span, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
			if word == key {
				return true
			}
		}
	}
	return false
}
