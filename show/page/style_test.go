package page

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Letters have at least the contrast of WCAG 2.2 level AA, 4.5 to 1, on every
// ground that they stand on, by day and by night.
func TestContrast(t *testing.T) {
	day, night, ok := strings.Cut(style, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("there is no dark scheme")
	}
	night, _, _ = strings.Cut(night, "}\n}")
	day, _, _ = strings.Cut(day, "}")
	for name, block := range map[string]string{"light": day, "dark": night} {
		colours := map[string]float64{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6})`).FindAllStringSubmatch(block, -1) {
			colours[m[1]] = luminance(t, m[2])
		}
		for _, pair := range []struct{ ink, grounds string }{
			{"ink", "paper sheet said voice target"},
			{"soft", "paper sheet voice"},
			{"mute", "paper sheet voice"},
			{"link", "paper sheet"},
			{"cue", "sheet said voice target"},
			{"name", "paper sheet said voice target"},
			{"good", "paper"}, {"bad", "paper"}, {"wait", "paper"}, {"differ", "paper sheet"},
		} {
			for ground := range strings.FieldsSeq(pair.grounds) {
				a, b := colours[pair.ink], colours[ground]
				if ratio := (math.Max(a, b) + .05) / (math.Min(a, b) + .05); ratio < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, pair.ink, ground, ratio)
				}
			}
		}
	}
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	value, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	channel := func(shift int) float64 {
		c := float64(value>>shift&255) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*channel(16) + .7152*channel(8) + .0722*channel(0)
}

func TestStyleLoadsNothing(t *testing.T) {
	for _, word := range []string{"url(", "@import", "@font-face", "http:", "https:", "</"} {
		if strings.Contains(style, word) || strings.Contains(script, word) {
			t.Errorf("style or script holds %s", word)
		}
	}
}
