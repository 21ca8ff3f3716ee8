package isnad

import "time"

// Snapshot is what came in, byte for byte, so that evidence can be shown and
// extraction repeated.
type Snapshot struct {
	SHA256 string    // of Bytes, in lower-case hexadecimal
	Source string    // what the user named it: a path, an address, "-" for standard input
	URL    string    // where it was fetched from; empty for a file
	Given  time.Time // publication time the user stated; zero if none
	Bytes  []byte
}
