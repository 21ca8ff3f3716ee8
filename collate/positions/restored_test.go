package positions

import "testing"

func TestRestored(t *testing.T) {
	for cut, want := range map[string]string{
		"زيارت": "زيارة", "إعارت": "إعارة", "فضيلت": "فضيلة", "استقالت": "استقالة", "خطت": "خطة",
		"وقت": "وقت", "بيت": "بيت", "تصويت": "تصويت", "إنترنت": "إنترنت",
		"حيات": "حياة", "وفات": "وفاة", "استقالات": "استقالات", "قرار": "قرار", "ت": "ت",
	} {
		if got := restored(cut); got != want {
			t.Errorf("restored(%q) = %q, want %q", cut, got, want)
		}
	}
}

func TestPluralVerb(t *testing.T) {
	for key, want := range map[string]bool{"يعملون": true, "تتعاملون": true, "تعاون": false, "قانون": false, "تلفزيون": false} {
		if got := pluralVerb(key); got != want {
			t.Errorf("pluralVerb(%q) = %v", key, got)
		}
	}
}
