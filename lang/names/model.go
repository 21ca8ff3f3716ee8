package names

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/isnad-news/isnad/lang/tagger"
)

// The file of a model: magic, then parts, each with its length in four bytes
// (little endian): the model that labels first, the one that labels again, and
// the table of words if the language has one.
const magic = "isnad names 1\n"

// open reads the parts of a file.
func open(data []byte, parts int) ([][]byte, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, errors.New("load names: not a model of this version")
	}
	data = data[len(magic):]
	var list [][]byte
	for range parts {
		if len(data) < 4 || uint64(len(data)-4) < uint64(binary.LittleEndian.Uint32(data)) {
			return nil, errors.New("load names: cut off")
		}
		n := binary.LittleEndian.Uint32(data)
		list = append(list, data[4:4+n])
		data = data[4+n:]
	}
	if len(data) > 0 {
		return nil, errors.New("load names: of the wrong length")
	}
	return list, nil
}

// pack writes parts as a file.
func pack(parts ...[]byte) []byte {
	out := []byte(magic)
	for _, part := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// load makes a model of its two taggers.
func load(first, second []byte, build func() language) (*Model, error) {
	m := &Model{language: build}
	var err error
	if m.first, err = tagger.Load(first); err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	if m.second, err = tagger.Load(second); err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	return m, nil
}
