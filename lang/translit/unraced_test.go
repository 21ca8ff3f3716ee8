//go:build !race

package translit

// raced reports whether the race detector is on.
const raced = false
