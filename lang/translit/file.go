package translit

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// magic opens a file of weights; its last byte is the version of the format.
const magic = "ISNADTL\x01"

// header is the head of a file, behind magic. All numbers are little-endian.
// Behind it stand the units, the sounds, the hashed weights, and the attested
// pairs as two lengths and their letters; then a CRC-32 (IEEE) of all before.
type header struct{ Units, Bits, Names uint32 }

type unitRow struct {
	LatinN, ArabicN uint8
	Latin, Arabic   [3]uint8
	Own             int16
	Count           int32
}

// Bytes is the table as a file of weights. Load(t.Bytes()) is t.
func (t *Table) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	write := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) } // a buffer takes everything
	write(header{uint32(len(t.v.units)), bits, uint32(len(t.names.list))})
	for i, u := range t.v.units {
		write(unitRow{u.latinN, u.arabicN, u.latin, u.arabic, int16(t.own[i]), t.counts[i]})
	}
	write(&t.sounds.first)
	write(&t.sounds.all)
	write(t.hashed)
	for _, pair := range t.names.list {
		b.WriteByte(byte(len(pair.latin)))
		b.WriteByte(byte(len(pair.arabic)))
		b.WriteString(pair.latin)
		b.WriteString(pair.arabic)
	}
	write(crc32.ChecksumIEEE(b.Bytes()))
	return b.Bytes()
}

// mostUnits and mostNames bound what a file may hold.
const (
	mostUnits = 1 << 13
	mostNames = 1 << 17
)

// Load reads a file of weights.
func Load(file []byte) (*Table, error) {
	if len(file) < len(magic)+4 || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("read letter table: not a file of this format")
	}
	body, sum := file[:len(file)-4], binary.LittleEndian.Uint32(file[len(file)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, fmt.Errorf("read letter table: checksum does not match")
	}
	t, err := load(bytes.NewReader(body[len(magic):]))
	if err != nil {
		return nil, fmt.Errorf("read letter table: %w", err)
	}
	return newTable(t), nil
}

func load(r *bytes.Reader) (*Table, error) {
	var h header
	read := func(v any) error { return binary.Read(r, binary.LittleEndian, v) }
	if err := read(&h); err != nil {
		return nil, err
	}
	if h.Units == 0 || h.Units > mostUnits || h.Bits != bits || h.Names > mostNames {
		return nil, fmt.Errorf("%d units, %d bits, %d names: out of bounds", h.Units, h.Bits, h.Names)
	}
	t := &Table{sounds: new(sounds), hashed: make([]int8, 1<<bits)}
	units := make([]unit, 0, h.Units)
	for i := range h.Units {
		var row unitRow
		if err := read(&row); err != nil {
			return nil, err
		}
		u := unit{row.Latin, row.Arabic, row.LatinN, row.ArabicN}
		if i > 0 && !u.sound() {
			return nil, fmt.Errorf("unit %d is none", i)
		}
		units = append(units, u)
		t.own, t.counts = append(t.own, int32(row.Own)), append(t.counts, row.Count)
	}
	for _, part := range []any{&t.sounds.first, &t.sounds.all, t.hashed} {
		if err := read(part); err != nil {
			return nil, err
		}
	}
	if err := t.sounds.check(); err != nil {
		return nil, err
	}
	names, err := loadNames(r, int(h.Names))
	if err != nil {
		return nil, err
	}
	t.v, t.names = newInventory(units), names
	return t, nil
}

// sound reports whether a unit has a shape, and letters where it has any.
func (u unit) sound() bool {
	for _, shape := range shapes {
		if int(u.latinN) != shape[0] || int(u.arabicN) != shape[1] {
			continue
		}
		for k := range u.latin {
			if (u.latin[k] != 0) != (k < shape[0]) || u.latin[k] >= latinSize {
				return false
			}
			if (u.arabic[k] != 0) != (k < shape[1]) || u.arabic[k] >= arabicSize {
				return false
			}
		}
		return true
	}
	return false
}

func (t *sounds) check() error {
	for a := range t.first {
		for b := range t.first[a] {
			if int(t.first[a][b]) >= len(classNames) || t.all[a][b]>>len(classNames) != 0 {
				return fmt.Errorf("sounds of letter %d: no such group", a)
			}
		}
	}
	return nil
}

func loadNames(r *bytes.Reader, n int) (*attested, error) {
	list := make([]attestation, 0, n)
	for range n {
		latin, err := r.ReadByte()
		if err != nil {
			return nil, err
		}
		arabic, err := r.ReadByte()
		if err != nil {
			return nil, err
		}
		if latin > longest || arabic > longest || int(latin)+int(arabic) > r.Len() {
			return nil, fmt.Errorf("name of %d and %d letters", latin, arabic)
		}
		letters := make([]byte, int(latin)+int(arabic))
		_, _ = r.Read(letters) // as many as are left, checked above
		for i, c := range letters {
			if c == 0 || c >= arabicSize || i < int(latin) && c >= latinSize {
				return nil, fmt.Errorf("name with letter %d", c)
			}
		}
		list = append(list, attestation{string(letters[:latin]), string(letters[latin:])})
	}
	if r.Len() > 0 {
		return nil, fmt.Errorf("%d bytes too many", r.Len())
	}
	return newAttested(list), nil
}
