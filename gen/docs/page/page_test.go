package page

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	text, _ := os.ReadFile(os.Getenv("PAGE"))
	p, ds := Read(text)
	t.Log(ds, p.Front)
	for _, b := range p.Blocks {
		t.Log(b.Kind, b.Level, b.Span, b.Inline.Text(), len(b.Rows), len(b.Code.Text), len(b.Caption))
		for _, r := range b.Rows {
			for _, c := range r {
				t.Logf("   %q %+v", c.Text(), c.Parts)
			}
		}
	}
}
