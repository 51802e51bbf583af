package write

import (
	"os"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
)

func TestDump(t *testing.T) {
	text, _ := os.ReadFile(os.Getenv("PAGE"))
	s, _ := infer.Page(text)
	out, ds, err := Spec(s, Options{Provider: "livechat", Page: "page.md"})
	t.Log(ds, err)
	os.WriteFile("/tmp/out.yaml", out, 0o644)
}
