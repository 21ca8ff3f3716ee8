package eval

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedData returns the folder of data that is not ours to keep in the
// repository, or skips.
func sharedData(t *testing.T) string {
	t.Helper()
	root := os.Getenv("ISNAD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	dir := filepath.Join(root, "data")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no shared data at %s: set ISNAD_SHARED", dir)
	}
	return dir
}
