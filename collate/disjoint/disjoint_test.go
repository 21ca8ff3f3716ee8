package disjoint

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The sets depend on what was joined, not on the order of joining, and
// together hold every number once.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		pair := rapid.Custom(func(t *rapid.T) [2]int {
			return [2]int{rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")}
		})
		pairs := rapid.SliceOf(pair).Draw(t, "pairs")
		forth, back := New(n), New(n)
		for i := range pairs {
			forth.Join(pairs[i][0], pairs[i][1])
			last := pairs[len(pairs)-1-i]
			back.Join(last[1], last[0])
		}
		if diff := cmp.Diff(forth.Groups(), back.Groups()); diff != "" {
			t.Fatal(diff)
		}
		members := 0
		for _, group := range forth.Groups() {
			members += len(group)
		}
		if members != n {
			t.Fatalf("%d members of %d", members, n)
		}
	})
}
