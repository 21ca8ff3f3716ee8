//go:build !race

package copies

// raced reports whether the race detector is on.
const raced = false
