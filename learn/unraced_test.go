//go:build !race

package learn

// raced reports whether the race detector is on.
const raced = false
