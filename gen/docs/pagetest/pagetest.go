// Package pagetest gives tests the provider's pages, which are no part of this
// repository and lie beside the checkout where they are at hand.
package pagetest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Names are the pages from the oldest to the newest.
var Names = []string{"2019-08-02a.md", "2019-08-02b.md", "2019-08-09.md", "2019-08-20.md", "2019-10-21.md", "v3.1.mdx", "v3.6.mdx", "v3.7.mdx"}

// Read returns a page. It skips the test where the pages are absent. root is
// the way from the test's folder to the root of the repository.
func Read(t testing.TB, root, name string) []byte {
	t.Helper()
	path := filepath.Join(root, "..", "shared", "livechat", "pages", name)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is absent: nothing is tried on the provider's pages", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}
