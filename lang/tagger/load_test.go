package tagger

import (
	"encoding/binary"
	"strings"
	"testing"
)

// smallFile is the file of a model of two labels and one slot, without weights.
func smallFile() []byte {
	file := []byte(magic)
	file = binary.LittleEndian.AppendUint32(file, 2)
	for _, label := range []string{"O", "B-X"} {
		file = binary.LittleEndian.AppendUint32(file, uint32(len(label)))
		file = append(file, label...)
	}
	file = binary.LittleEndian.AppendUint32(file, 1)
	return append(file, make([]byte, 2*(2*2+2)+checkSize+2)...)
}

func TestLoadRefuses(t *testing.T) {
	file := smallFile()
	if _, err := Load(file); err != nil {
		t.Fatal(err)
	}
	number := func(at int, n uint32) []byte {
		changed := append([]byte(nil), file...)
		binary.LittleEndian.PutUint32(changed[at:], n)
		return changed
	}
	slots := len(magic) + 4 + 4 + 1 + 4 + 3
	full := append([]byte(nil), file...)
	full[len(full)-4] = 1 // the check of the only slot
	for _, test := range []struct {
		name string
		file []byte
		says string
	}{
		{"empty", nil, "not a model"},
		{"another version", []byte("isnad tagger 0\n"), "not a model"},
		{"magic alone", []byte(magic), "0 labels"},
		{"labels without end", number(len(magic), 1<<31), "2147483648 labels"},
		{"a label without end", number(len(magic)+4, 1<<32-1), "cut off"},
		{"no slots", number(slots, 0), "cut off"},
		{"slots without end", number(slots, 1<<32-1), "cut off"},
		{"more slots than bytes", number(slots, maxSlots), "wrong length"},
		{"a byte short", file[:len(file)-1], "wrong length"},
		{"a byte long", append(append([]byte(nil), file...), 0), "wrong length"},
		{"no empty slot", full, "no empty slot"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m, err := Load(test.file)
			if m != nil || err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%v, %v, want an error with %q", m, err, test.says)
			}
		})
	}
	for n := range file {
		if _, err := Load(file[:n]); err == nil {
			t.Errorf("the first %d bytes load", n)
		}
	}
}

// FuzzLoad holds that no bytes make Load panic or take more memory than they
// are long, and that what it loads decodes: a label of the model for each word.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(smallFile())
	f.Add(smallFile()[:30])
	f.Add(trained(f, Options{Labels: []string{"O", "B-X", "I-X"}}))
	f.Fuzz(func(t *testing.T, file []byte) {
		m, err := Load(file)
		if err != nil {
			return
		}
		if got, most := len(m.checks)+8*len(m.into)+8*len(m.steps), 16*len(file)+1024; got > most {
			t.Fatalf("%d bytes beside a file of %d", got, len(file))
		}
		var rows Rows
		for word := range uint64(5) {
			for feature := range word {
				rows.AddTo(uint8(feature)%Bundles, Mix(feature, word))
				rows.Add(Mix2(feature, word, 1))
			}
			rows.Next()
		}
		labels := m.NewDecoder().Decode(&rows, 0, rows.Len())
		for _, label := range labels {
			if int(label) >= len(m.Labels()) {
				t.Fatalf("label %d of %d", label, len(m.Labels()))
			}
		}
		if len(labels) != rows.Len() {
			t.Fatalf("%d labels of %d words", len(labels), rows.Len())
		}
	})
}
