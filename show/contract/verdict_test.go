package contract

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// The document of the contract names every key of a verdict.
func TestDocumentNamesEveryKeyOfVerdicts(t *testing.T) {
	text, err := os.ReadFile("../../docs/output.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), VerdictSchema) {
		t.Error("docs/output.md names another schema")
	}
	for _, kind := range []reflect.Type{
		reflect.TypeFor[Verdict](), reflect.TypeFor[Question](), reflect.TypeFor[Held](), reflect.TypeFor[Phrase](),
		reflect.TypeFor[Finding](), reflect.TypeFor[Change](), reflect.TypeFor[Met](),
	} {
		for i := range kind.NumField() {
			if key := kind.Field(i).Tag.Get("json"); !namesKey(string(text), key) {
				t.Errorf("docs/output.md does not name %q of %s", key, kind.Name())
			}
		}
	}
}
