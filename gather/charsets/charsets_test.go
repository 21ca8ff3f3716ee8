package charsets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

const arabicText = "<p>أعلن مجلس المدينة، اليوم الأحد، أن العمل في السد يبدأ في الربيع المقبل.</p>"

func TestDecode(t *testing.T) {
	encoded := func(words string, in encoding.Encoding) string {
		out, err := in.NewEncoder().String(words)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	little, big := textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM), textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)
	for _, test := range []struct{ name, raw, declared, want, note string }{
		{"UTF-8", arabicText, "", arabicText, ""},
		{"UTF-8 with its mark", "\uFEFF" + arabicText, "utf-8", arabicText, ""},
		{"UTF-8 under another name", arabicText, "windows-1256", arabicText, "declared as windows-1256, is UTF-8"},
		{"ASCII under another name", "<p>plain</p>", "windows-1256", "<p>plain</p>", ""},
		{"windows-1256", encoded(arabicText, charmap.Windows1256), "windows-1256", arabicText, ""},
		{"windows-1256 that says nothing", encoded(arabicText, charmap.Windows1256), "", arabicText, "read as windows-1256"},
		{"windows-1256 as UTF-8", encoded(arabicText, charmap.Windows1256), "utf-8", arabicText, "declared as utf-8, read as windows-1256"},
		{"windows-1256 as Latin", encoded(arabicText, charmap.Windows1256), "windows-1252", arabicText, "declared as windows-1252, read as windows-1256"},
		{"ISO 8859-6", encoded(arabicText, charmap.ISO8859_6), "iso-8859-6", arabicText, ""},
		{"ISO 8859-6 that says nothing", encoded(arabicText, charmap.ISO8859_6), "", arabicText, "read as iso-8859-6"},
		{"Latin", encoded("Un café à Genève.", charmap.Windows1252), "", "Un café à Genève.", "read as windows-1252"},
		{"Greek that is declared", encoded("Καλημέρα κόσμε", charmap.Windows1253), "windows-1253", "Καλημέρα κόσμε", ""},
		{"UTF-16 without mark", encoded(arabicText, little), "", arabicText, ""},
		{"UTF-16 of the other order", encoded("\uFEFF"+arabicText, big), "utf-8", arabicText, ""},
		{"damaged UTF-8", "خبر \xff جديد", "", "خبر \uFFFD جديد", "bytes that are not UTF-8 mended line by line"},
		{"two encodings", "خبر أول من المدينة\n" + encoded("خبر ثان من المدينة", charmap.Windows1256) + "\nخبر ثالث", "", "خبر أول من المدينة\nخبر ثان من المدينة\nخبر ثالث",
			"bytes that are not UTF-8 mended line by line"},
		{"nothing", "", "utf-8", "", ""},
	} {
		got, note := Decode([]byte(test.raw), test.declared)
		if got != test.want || note != test.note {
			t.Errorf("%s: %q, %q; want %q, %q", test.name, got, note, test.want, test.note)
		}
	}
}

func TestName(t *testing.T) {
	for label, want := range map[string]string{"UTF8": "utf-8", "CP1256": "windows-1256", "Latin1": "windows-1252", "ISO-8859-6": "iso-8859-6", "none": "", "": ""} {
		if got := Name(label); got != want {
			t.Errorf("Name(%q) = %q, want %q", label, got, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(arabicText), "windows-1256")
	f.Add([]byte("\xff\xfe<\x00"), "utf-16le")
	f.Add([]byte("\xc7\xe1\xe3"), "replacement")
	f.Fuzz(func(t *testing.T, raw []byte, label string) {
		text, _ := Decode(raw, Name(label))
		if !utf8.ValidString(text) || len(text) > 4*len(raw) {
			t.Errorf("%q gives %d bytes: %q", raw, len(text), text)
		}
		if again, _ := Decode([]byte(text), ""); again != text && !strings.ContainsAny(text, "\x00\uFEFF") {
			t.Errorf("%q, then %q", text, again)
		}
	})
}
