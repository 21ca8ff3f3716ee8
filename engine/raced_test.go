//go:build race

package engine_test

// raced reports whether the race detector is on.
const raced = true
