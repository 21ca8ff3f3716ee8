package sqlite

import (
	_ "embed"
	"errors"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/isnad-news/isnad"
)

// dictionary is what packed values begin to be compressed with: names of fields
// and common words. Without it a packed article takes a fifth more.
//
//go:embed dictionary.txt
var dictionary []byte

// dictionaryID stands in every packed value. Another dictionary gets another
// number, and the old one stays for what was packed with it.
const dictionaryID = 1

// mostBytes bounds what one packed value unpacks to. JSON is bounded closer when
// it is written ([plain]), and snapshots are ([newSnapshotRow]).
const mostBytes = 256 << 20

var encoder = sync.OnceValue(func() *zstd.Encoder {
	// A better level makes a value a twentieth smaller and takes six times as long.
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderDictRaw(dictionaryID, dictionary))
	if err != nil {
		panic(err) // the options are constants
	}
	return z
})

var decoder = sync.OnceValue(func() *zstd.Decoder {
	z, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(mostBytes), zstd.WithDecoderConcurrency(0),
		zstd.WithDecoderDictRaw(dictionaryID, dictionary))
	if err != nil {
		panic(err)
	}
	return z
})

// pack compresses data for a column: a zstd frame with a checksum.
func pack(data []byte) []byte { return encoder().EncodeAll(data, make([]byte, 0, len(data)/2+64)) }

// unpack is the inverse of pack.
func unpack(packed []byte) ([]byte, error) {
	if len(packed) == 0 {
		return nil, errors.New("nothing is stored")
	}
	return decoder().DecodeAll(packed, nil)
}

// packed is value as JSON, compressed.
func packed(value any) ([]byte, error) {
	data, err := plain(value)
	if err != nil {
		return nil, err
	}
	return pack(data), nil
}

// unpacked reads what packed made.
func unpacked(data []byte, into any) error {
	plain, err := unpack(data)
	if err != nil {
		return err
	}
	return readPlain(plain, into, false)
}

// damaged is the error of a row that cannot be what was stored.
func damaged(subject string, err error) error {
	return isnad.Errorf(isnad.Unreadable, subject, "read from the store: %w", err).WithHint(damageHint)
}
