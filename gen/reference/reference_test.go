package reference

import (
	"flag"
	"testing"

	"github.com/webhookgen/webhookgen/gen/internal/example"
	"github.com/webhookgen/webhookgen/gen/internal/golden"
)

var update = flag.Bool("update", false, "write the golden files")

func TestGolden(t *testing.T) {
	text, err := Markdown(example.API())
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/REFERENCE.md", text, *update)
}
