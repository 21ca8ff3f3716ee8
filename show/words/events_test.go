package words

import "testing"

func TestEventCode(t *testing.T) {
	for text, want := range map[string]string{
		"assault": "ASSAULT", "CONSULT": "CONSULT", "consult/phone": "CONSULT/phone", "Attack": "ASSAULT", "هجوم": "ASSAULT",
		"phone  CALL": "CONSULT/phone", "اتصال هاتفي": "CONSULT/phone", "Attack/firearms": "ASSAULT/firearms", "إضراب": "PROTEST/strike", "اضراب": "PROTEST/strike",
		"": "", "frobnicate": "", "assault/frobnicate": "", "phone": "", "/phone": "",
	} {
		got, ok := EventCode(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
	}
}
